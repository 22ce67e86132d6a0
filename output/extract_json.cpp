// The extract as JSON.
#include "output/extract_json.h"

#include "output/coverage.h"
#include "output/names.h"
#include "output/node_json.h"

namespace plumbline {

namespace {

class ExtractWriter {
 public:
  ExtractWriter(const Record& record, JsonWriter& json)
      : record_(record), document_(record.document), report_(record.report), json_(json), node_(record, json) {}

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
    for (const Finding& finding : record_.findings.list) {
      json_.begin_object();
      node_.finding(finding);
      json_.end_object();
    }
    json_.end_array();
    write_checks();
    json_.end_object();
  }

 private:
  void write_tool() {
    json_.begin_object("tool");
    json_.string("name", record_.tool.name);
    json_.string("version", record_.tool.version);
    if (!record_.tool.time.empty()) json_.string("time", record_.tool.time);
    json_.end_object();
  }

  void write_source() {
    const SourceInfo& source = document_.source;
    json_.begin_object("source");
    json_.string("name", source.name);
    json_.string_or_null("sha256", source.sha256);
    json_.integer("bytes", static_cast<std::int64_t>(source.bytes));
    json_.string_or_null("media_type", source.media_type);
    if (document_.has_pages)
      json_.integer("pages", static_cast<std::int64_t>(document_.pages.size()));
    else
      json_.null("pages");
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
      if (warning.page == no_index)
        json_.null("page");
      else
        json_.integer("page", warning.page + 1);
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

  void write_coverage() {
    const Coverage coverage = measure_coverage(record_);
    json_.begin_object("coverage");
    json_.integer("characters", static_cast<std::int64_t>(coverage.characters));
    json_.integer("assigned", static_cast<std::int64_t>(coverage.assigned));
    json_.begin_array("unassigned");
    for (const Where& where : coverage.unassigned) {
      json_.begin_object();
      node_.unassigned(where);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void write_report() {
    json_.begin_object("report");
    node_.passage("title", report_.title);
    node_.where(report_.title ? report_.title->where() : Where(), "title_where");
    node_.passage("party", report_.party);
    node_.where(report_.party ? report_.party->where() : Where(), "party_where");
    json_.string_or_null("party_code", report_.party_code);
    node_.integer("year", report_.year);
    node_.day("date", report_.date);
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
      node_.where(reference.where);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_target(const Target& target) {
    json_.begin_object();
    json_.string("id", target.id);
    node_.integer("number", target.number);
    json_.string("title", target.title.text);
    node_.where(where_of(target));
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
    node_.goal(goal);
    json_.end_object();
  }

  void write_section(const Section& section) {
    json_.begin_object();
    json_.string("id", section.id);
    json_.string("kind", section.kind);
    json_.string_or_null("heading", section.heading.text);
    node_.where(where_of(report_, section));
    json_.begin_array("groups");
    for (std::uint32_t i = 0; i < section.group_count; ++i)
      write_group(report_.groups[section.first_group + i], section.role == SectionRole::planned);
    json_.end_array();
    json_.end_object();
  }

  void write_group(const Group& group, bool is_planned) {
    json_.begin_object();
    json_.string("id", group.id);
    node_.passage("heading", group.heading);
    node_.where(where_of(report_, group));
    json_.begin_array("actions");
    for (std::uint32_t i = 0; i < group.action_count; ++i) {
      json_.begin_object();
      node_.action(report_.actions[group.first_action + i], is_planned);
      json_.end_object();
    }
    json_.end_array();
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

  const Record& record_;
  const Document& document_;
  const Report& report_;
  JsonWriter& json_;
  NodeJson node_;
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
