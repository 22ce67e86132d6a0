// The extract as JSON.
#include "output/extract_json.h"

#include "output/places.h"

#include <algorithm>

namespace plumbline {

namespace {

std::string_view name_of(ReadStatus status) {
  switch (status) {
    case ReadStatus::ok:
      return "ok";
    case ReadStatus::partial:
      return "partial";
    case ReadStatus::unreadable:
      return "unreadable";
  }
  return "unreadable";
}

std::string_view name_of(ActionRole role) {
  switch (role) {
    case ActionRole::action:
      return "action";
    case ActionRole::lead:
      return "lead";
    case ActionRole::note:
      return "note";
  }
  return "action";
}

std::string_view text_source(const Document& document) {
  bool native = false, ocr = false;
  for (const Page& page : document.pages) {
    native |= page.source == TextSource::native && page.line_count > 0;
    ocr |= page.source == TextSource::ocr && page.line_count > 0;
  }
  if (document.lines.empty()) return "none";
  return native && ocr ? "mixed" : ocr ? "ocr" : "native";
}

class ExtractWriter {
 public:
  ExtractWriter(const Record& record, JsonWriter& json)
      : document_(record.document), report_(record.report), record_(record), json_(json), places_(record.document) {}

  void write() {
    json_.begin_object();
    json_.string("schema_version", extract_schema_version);
    write_tool();
    write_source();
    json_.string("status", name_of(document_.status));
    write_warnings();
    write_pack();
    write_coverage();
    if (record_.is_readable())
      write_report();
    else
      json_.null("report");
    json_.begin_array("findings");
    for (const Finding& finding : record_.findings.list)
      write_finding(finding);
    json_.end_array();
    write_checks();
    json_.end_object();
  }

 private:
  void write_tool() {
    json_.begin_object("tool");
    json_.string("name", record_.tool.name);
    json_.string("version", record_.tool.version);
    json_.end_object();
  }

  void write_source() {
    const SourceInfo& source = document_.source;
    json_.begin_object("source");
    json_.string("name", source.name);
    json_.string_or_null("sha256", source.sha256);
    json_.integer("bytes", static_cast<std::int64_t>(source.bytes));
    json_.string_or_null("media_type", source.media_type);
    json_.key("pages");
    if (document_.has_pages)
      json_.integer(static_cast<std::int64_t>(document_.pages.size()));
    else
      json_.null();
    json_.string("text", text_source(document_));
    json_.string_or_null("language", document_.language);
    json_.string_or_null("title", source.title);
    json_.string_or_null("author", source.author);
    json_.string_or_null("created", source.created);
    json_.string_or_null("modified", source.modified);
    json_.end_object();
  }

  void write_warnings() {
    json_.begin_array("warnings");
    for (const Warning& warning : document_.warnings) {
      json_.begin_object();
      json_.string("code", warning.code);
      json_.key("page");
      if (warning.page == no_index)
        json_.null();
      else
        json_.integer(warning.page + 1);
      json_.string("message", warning.message);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_pack() {
    if (report_.pack_id.empty()) {
      json_.null("pack");
      return;
    }
    json_.begin_object("pack");
    json_.string("id", report_.pack_id);
    json_.string("version", report_.pack_version);
    json_.key("score");
    json_.decimal(report_.pack_score, 3);
    json_.end_object();
  }

  // One entry for each run of unassigned lines that stand together on a page.
  void write_coverage() {
    std::int64_t all = 0, assigned = 0;
    std::vector<Where> unassigned;
    for (std::uint32_t i = 0; i < document_.lines.size(); ++i) {
      const Line& line = document_.lines[i];
      const std::uint32_t size = count_code_points(document_.text_of(line));
      all += size;
      if (role_of_line(record_, i) != LineRole::unassigned) {
        assigned += size;
        continue;
      }
      const bool goes_on =
          !unassigned.empty() && unassigned.back().lines.back() + 1 == i && document_.lines[i - 1].page == line.page;
      if (!goes_on) unassigned.push_back({line.span, {}});
      unassigned.back().span.length = line.span.end() - unassigned.back().span.start;
      unassigned.back().lines.push_back(i);
    }
    json_.begin_object("coverage");
    json_.integer("characters", all);
    json_.integer("assigned", assigned);
    json_.begin_array("unassigned");
    for (const Where& where : unassigned)
      write_unassigned(where);
    json_.end_array();
    json_.end_object();
  }

  void write_unassigned(const Where& where) {
    std::string text;
    for (const std::uint32_t line : where.lines)
      (text += text.empty() ? "" : " ") += document_.text_of(document_.lines[line]);
    json_.begin_object();
    write_span(where);
    json_.string("text", text);
    json_.begin_array("pages");
    for (const std::uint32_t page : places_.page_numbers(where))
      json_.integer(page);
    json_.end_array();
    write_places(where);
    json_.end_object();
  }

  void write_span(const Where& where) {
    const Span span = places_.code_points(where.span);
    json_.begin_array("span");
    json_.integer(span.start);
    json_.integer(span.length);
    json_.end_array();
  }

  void write_places(const Where& where) {
    if (!document_.has_pages) {
      write_paragraph(where);
      return;
    }
    json_.begin_array("places");
    for (const std::uint32_t line : where.lines) {
      const Box& box = document_.lines[line].box;
      json_.begin_object();
      json_.integer("page", places_.page_number(line));
      json_.begin_array("box");
      for (const float side : {box.x0, box.y0, box.x1, box.y1})
        json_.decimal(static_cast<double>(side), 1);
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
  }

  void write_paragraph(const Where& where) {
    json_.key("paragraph");
    if (const std::uint32_t paragraph = places_.paragraph(where); paragraph != 0)
      json_.integer(paragraph);
    else
      json_.null();
    json_.begin_array("heading_path");
    for (const std::string& heading : places_.heading_path(where))
      json_.string(heading);
    json_.end_array();
  }

  void write_where(const Where& where, std::string_view name = "where") {
    json_.begin_object(name);
    write_span(where);
    write_places(where);
    json_.end_object();
  }

  void write_day(std::string_view name, const std::optional<Day>& day) {
    json_.string_or_null(name, day ? to_string(*day) : std::string());
  }

  void write_passage(std::string_view name, const std::optional<Passage>& passage) {
    json_.string_or_null(name, passage ? passage->text : std::string());
  }

  void write_report() {
    json_.begin_object("report");
    write_passage("title", report_.title);
    write_where(report_.title ? report_.title->where() : Where(), "title_where");
    write_passage("party", report_.party);
    write_where(report_.party ? report_.party->where() : Where(), "party_where");
    json_.string_or_null("party_code", report_.party_code);
    json_.key("year");
    if (report_.year)
      json_.integer(*report_.year);
    else
      json_.null();
    write_day("date", report_.date);
    json_.string("date_source", plumbline::name_of(report_.date_source));
    json_.begin_array("targets");
    for (const Target& target : report_.targets)
      write_target(target);
    json_.end_array();
    json_.begin_array("goals");
    for (const Goal& goal : report_.goals)
      if (goal.target == no_index) write_goal(goal);
    json_.end_array();
    json_.begin_array("sections");
    for (const Section& section : report_.sections)
      if (section.target == no_index) write_section(section);
    json_.end_array();
    write_references();
    json_.end_object();
  }

  void write_references() {
    json_.begin_array("references");
    for (const CrossReference& reference : report_.references) {
      json_.begin_object();
      json_.string("node", reference.node);
      json_.string_or_null("target", reference.target);
      json_.string("number", reference.printed_number);
      write_where(reference.where);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_target(const Target& target) {
    json_.begin_object();
    json_.string("id", target.id);
    json_.key("number");
    if (target.number)
      json_.integer(*target.number);
    else
      json_.null();
    json_.string("title", target.title.text);
    write_where(where_of(target));
    json_.begin_array("goals");
    for (std::uint32_t i = 0; i < target.goal_count; ++i)
      write_goal(report_.goals[target.first_goal + i]);
    json_.end_array();
    json_.begin_array("sections");
    for (std::uint32_t i = 0; i < target.section_count; ++i)
      write_section(report_.sections[target.first_section + i]);
    json_.end_array();
    json_.end_object();
  }

  void write_goal(const Goal& goal) {
    json_.begin_object();
    json_.string("id", goal.id);
    json_.integer("number", goal.number);
    json_.string("text", goal.passage.text);
    write_where(goal.passage.where());
    json_.end_object();
  }

  void write_section(const Section& section) {
    json_.begin_object();
    json_.string("id", section.id);
    json_.string("kind", section.kind);
    write_where(where_of(report_, section));
    json_.begin_array("groups");
    for (std::uint32_t i = 0; i < section.group_count; ++i)
      write_group(report_.groups[section.first_group + i], section.role == SectionRole::planned);
    json_.end_array();
    json_.end_object();
  }

  void write_group(const Group& group, bool is_planned) {
    json_.begin_object();
    json_.string("id", group.id);
    write_passage("heading", group.heading);
    write_where(where_of(report_, group));
    json_.begin_array("actions");
    for (std::uint32_t i = 0; i < group.action_count; ++i)
      write_action(report_.actions[group.first_action + i], is_planned);
    json_.end_array();
    json_.end_object();
  }

  void write_action(const Action& action, bool is_planned) {
    const std::string& text = action.passage.text;
    json_.begin_object();
    json_.string("id", action.id);
    json_.string("role", name_of(action.role));
    json_.string("text", text);
    write_where(action.passage.where());
    if (!action.cells.empty()) {
      json_.begin_array("cells");
      for (const ActionCell& cell : action.cells) {
        json_.begin_object();
        json_.string_or_null("heading", cell.heading);
        write_part(text, cell.start, cell.length);
        json_.end_object();
      }
      json_.end_array();
    }
    if (is_planned && action.role == ActionRole::action) write_timeframe(action.timeframe, text);
    json_.end_object();
  }

  // A part of a node's text, given in bytes: its words, and where they begin in code points.
  void write_part(std::string_view text, std::uint32_t start, std::uint32_t length) {
    const std::size_t from = std::min<std::size_t>(start, text.size());
    const std::string_view part = text.substr(from, length);
    json_.string("text", part);
    json_.integer("start", count_code_points(text.substr(0, from)));
    json_.integer("length", count_code_points(part));
  }

  void write_timeframe(const Timeframe& timeframe, std::string_view text) {
    json_.begin_object("timeframe");
    json_.string("status", plumbline::name_of(timeframe.status));
    write_day("earliest", timeframe.earliest);
    write_day("latest", timeframe.latest);
    json_.boolean("is_stale", timeframe.is_stale);
    json_.boolean("is_placeholder", timeframe.is_placeholder);
    json_.boolean("is_event_anchored", timeframe.is_event_anchored);
    json_.boolean("is_unbounded", timeframe.is_unbounded);
    json_.begin_array("expressions");
    for (const TimeExpression& expression : timeframe.expressions) {
      json_.begin_object();
      write_part(text, expression.start, expression.length);
      json_.string("role", expression.is_timeframe ? "timeframe" : "other");
      json_.string("kind", plumbline::name_of(expression.kind));
      const bool has_precision = expression.precision != Precision::unknown;
      json_.string_or_null("precision", has_precision ? plumbline::name_of(expression.precision) : "");
      write_day("earliest", expression.earliest);
      write_day("latest", expression.latest);
      json_.boolean("is_approximate", expression.is_approximate);
      json_.boolean("is_inherited", expression.is_inherited);
      json_.string_or_null("reason", expression.reason);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void write_finding(const Finding& finding) {
    json_.begin_object();
    json_.string("rule", finding.rule);
    json_.string("severity", plumbline::name_of(finding.severity));
    json_.string("node", finding.node);
    json_.string_or_null("absent", finding.absent);
    json_.string("message", finding.message);
    json_.string("help", finding.help);
    json_.string_or_null("citation", finding.citation);
    json_.string_or_null("quote", finding.quote);
    write_where(finding.where);
    json_.begin_array("related");
    for (const RelatedPlace& place : finding.related) {
      json_.begin_object();
      json_.string("node", place.node);
      json_.string("message", place.message);
      write_where(place.where);
      json_.end_object();
    }
    json_.end_array();
    json_.string("fingerprint", finding.fingerprint);
    json_.string("status", finding.is_accepted ? "accepted" : "open");
    json_.string_or_null("reason", finding.reason);
    json_.end_object();
  }

  void write_checks() {
    json_.begin_array("checks");
    for (const CheckResult& check : record_.findings.checks) {
      json_.begin_object();
      json_.string("rule", check.rule);
      json_.string("state", plumbline::name_of(check.state));
      json_.integer("looked_at", check.looked_at);
      json_.integer("found", check.found);
      json_.string_or_null("why", check.why);
      json_.end_object();
    }
    json_.end_array();
  }

  const Document& document_;
  const Report& report_;
  const Record& record_;
  JsonWriter& json_;
  Places places_;
};

}  // namespace

void write_extract(const Record& record, JsonWriter& json) {
  ExtractWriter(record, json).write();
}

std::string extract_json(const Record& record, JsonStyle style) {
  std::string out;
  JsonWriter json(out, style);
  write_extract(record, json);
  return out;
}

}  // namespace plumbline
