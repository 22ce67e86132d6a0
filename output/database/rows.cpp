// An extract as rows.
#include "output/database/rows.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace plumbline {

namespace {

using Json = nlohmann::ordered_json;

enum Child : std::size_t {
  warnings,
  targets,
  goals,
  sections,
  action_groups,
  actions,
  action_cells,
  timeframes,
  findings,
  checks,
  unassigned,
  texts,
  child_count
};

std::vector<SqlRows> empty_children() {
  std::vector<SqlRows> tables(child_count);
  tables[warnings] = {"warnings", {"submission", "number", "code", "page", "message"}, {}};
  tables[targets] = {
      "targets", {"submission", "id", "number", "title", "page", "span_start", "span_length", "places"}, {}};
  tables[goals] = {
      "goals", {"submission", "id", "target", "number", "text", "page", "span_start", "span_length", "places"}, {}};
  tables[sections] = {
      "sections", {"submission", "id", "target", "kind", "heading", "page", "span_start", "span_length"}, {}};
  tables[action_groups] = {"action_groups", {"submission", "id", "section", "heading"}, {}};
  tables[actions] = {"actions",
                     {"submission", "id", "action_group", "section", "target", "kind", "role", "text", "timeframe",
                      "earliest", "latest", "is_stale", "page", "span_start", "span_length", "places"},
                     {}};
  tables[action_cells] = {"action_cells", {"submission", "action", "number", "heading", "text"}, {}};
  tables[timeframes] = {"timeframes",
                        {"submission", "action", "number", "text", "start", "length", "role", "kind", "precision",
                         "earliest", "latest", "is_approximate", "is_inherited", "reason"},
                        {}};
  tables[findings] = {"findings",
                      {"submission", "number", "rule", "severity", "status", "node", "absent", "message", "help",
                       "citation", "quote", "page", "span_start", "span_length", "places", "fingerprint", "reason"},
                      {}};
  tables[checks] = {"checks", {"submission", "number", "rule", "state", "looked_at", "found", "why"}, {}};
  tables[unassigned] = {"unassigned", {"submission", "number", "text", "page", "span_start", "span_length"}, {}};
  tables[texts] = {"texts", {"submission", "node", "kind", "text"}, {}};
  return tables;
}

const Json& member(const Json& object, const char* name) {
  const auto at = object.find(name);
  if (at == object.end()) throw NotAnExtract(std::string("not an extract: no member \"") + name + "\"");
  return *at;
}

std::string_view word(const Json& object, const char* name) {
  return member(object, name).get_ref<const std::string&>();
}

// A member as a value of its own type; null where it is null or absent.
SqlValue value(const Json& object, const char* name) {
  const auto at = object.find(name);
  if (at == object.end() || at->is_null()) return {};
  if (at->is_boolean()) return at->get<bool>();
  if (at->is_number_integer()) return at->get<std::int64_t>();
  if (at->is_number()) return at->get<double>();
  return std::string_view(at->get_ref<const std::string&>());
}

// Dates that a database cannot hold (before the year 1) are null in the rows; the extract keeps them.
SqlValue date(const Json& object, const char* name) {
  const SqlValue text = value(object, name);
  const auto* iso = std::get_if<std::string_view>(&text);
  return iso && (iso->size() != 10 || iso->starts_with("0000")) ? SqlValue() : text;
}

class RowMaker {
 public:
  RowMaker(const Json& extract, std::span<const std::string_view> places, std::string_view text)
      : extract_(extract), aside_(places), text_(text) {
    rows_.children = empty_children();
  }

  ExtractRows make() {
    submission();
    const Json& report = member(extract_, "report");
    if (!report.is_null()) {
      for (const Json& target : member(report, "targets"))
        this->target(target);
      for (const Json& goal : member(report, "goals"))
        this->goal(goal, {});
      for (const Json& section : member(report, "sections"))
        this->section(section, {});
    }
    std::int64_t number = 0;
    for (const Json& warning : member(extract_, "warnings"))
      add(warnings, {++number, value(warning, "code"), value(warning, "page"), value(warning, "message")});
    number = 0;
    for (const Json& finding : member(extract_, "findings"))
      this->finding(finding, ++number);
    number = 0;
    for (const Json& check : member(extract_, "checks"))
      add(checks, {++number, value(check, "rule"), value(check, "state"), value(check, "looked_at"),
                   value(check, "found"), value(check, "why")});
    number = 0;
    for (const Json& passage : member(member(extract_, "coverage"), "unassigned")) {
      const Json& span = member(passage, "span");
      const Json& pages = member(passage, "pages");
      add(unassigned,
          {++number, value(passage, "text"), pages.empty() ? SqlValue() : SqlValue(pages.at(0).get<std::int64_t>()),
           span.at(0).get<std::int64_t>(), span.at(1).get<std::int64_t>()});
    }
    return std::move(rows_);
  }

 private:
  void add(Child table, std::initializer_list<SqlValue> values) {
    std::vector<SqlValue>& all = rows_.children[table].values;
    all.emplace_back(std::int64_t{0});
    all.insert(all.end(), values);
  }

  std::string_view keep(std::string text) { return rows_.owned.emplace_back(std::move(text)); }

  std::string_view at_place(std::size_t index) const {
    if (index >= aside_.size()) throw NotAnExtract("not an extract: \"places_aside\" is none of its members");
    return aside_[index];
  }

  static std::int64_t first_page_of(std::string_view places) {
    const std::string_view digits = places.substr(places.find(':') + 1);
    std::int64_t page = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), page);
    return page;
  }

  struct Place {
    SqlValue page, start, length, places;
  };
  Place place(const Json& node) {
    const Json& where = member(node, "where");
    const Json& span = member(where, "span");
    Place place{{}, span.at(0).get<std::int64_t>(), span.at(1).get<std::int64_t>(), {}};
    if (const auto aside = where.find("places_aside"); aside != where.end()) {
      const std::string_view written = at_place(aside->get<std::size_t>());
      place.page = first_page_of(written);
      place.places = written;
      return place;
    }
    const auto places = where.find("places");
    if (places == where.end() || places->empty()) return place;
    place.page = places->at(0).at("page").get<std::int64_t>();
    place.places = keep(places->dump());
    return place;
  }

  void submission() {
    const Json& source = member(extract_, "source");
    const Json& report = member(extract_, "report");
    const Json& pack = member(extract_, "pack");
    const Json& coverage = member(extract_, "coverage");
    rows_.sha256 = source.contains("sha256") && !source["sha256"].is_null()
                       ? word(source, "sha256")
                       : keep("name:" + std::string(word(source, "name")));
    if (!pack.is_null()) {
      rows_.pack = word(pack, "id");
      rows_.pack_version = word(pack, "version");
    }
    const auto of_report = [&](const char* name) { return report.is_null() ? SqlValue() : value(report, name); };
    rows_.party = of_report("party_code");
    if (std::holds_alternative<std::monostate>(rows_.party)) rows_.party = of_report("party");
    rows_.year = of_report("year");
    rows_.submission = {
        "submissions",
        {"sha256",   "pack",   "pack_version", "name",         "bytes",          "media_type", "pages", "text_source",
         "language", "status", "pack_score",   "characters",   "assigned",       "title",      "party", "party_code",
         "year",     "date",   "date_source",  "tool_version", "schema_version", "extract"},
        {rows_.sha256,
         rows_.pack,
         rows_.pack_version,
         value(source, "name"),
         value(source, "bytes"),
         value(source, "media_type"),
         value(source, "pages"),
         value(source, "text"),
         value(source, "language"),
         value(extract_, "status"),
         pack.is_null() ? SqlValue() : SqlValue(member(pack, "score").get<double>()),
         value(coverage, "characters"),
         value(coverage, "assigned"),
         of_report("title"),
         of_report("party"),
         of_report("party_code"),
         of_report("year"),
         report.is_null() ? SqlValue() : date(report, "date"),
         of_report("date_source"),
         value(member(extract_, "tool"), "version"),
         value(extract_, "schema_version"),
         text_}};
  }

  void text(const Json& node, const char* kind, const char* name) {
    if (const SqlValue words = value(node, name); !std::holds_alternative<std::monostate>(words))
      add(texts, {value(node, "id"), std::string_view(kind), words});
  }

  void target(const Json& target) {
    const Place place = this->place(target);
    add(targets, {value(target, "id"), value(target, "number"), value(target, "title"), place.page, place.start,
                  place.length, place.places});
    text(target, "target", "title");
    for (const Json& goal : member(target, "goals"))
      this->goal(goal, value(target, "id"));
    for (const Json& section : member(target, "sections"))
      this->section(section, value(target, "id"));
  }

  void goal(const Json& goal, const SqlValue& target) {
    const Place place = this->place(goal);
    add(goals, {value(goal, "id"), target, value(goal, "number"), value(goal, "text"), place.page, place.start,
                place.length, place.places});
    text(goal, "goal", "text");
  }

  void section(const Json& section, const SqlValue& target) {
    const Place place = this->place(section);
    add(sections, {value(section, "id"), target, value(section, "kind"), value(section, "heading"), place.page,
                   place.start, place.length});
    for (const Json& group : member(section, "groups")) {
      add(action_groups, {value(group, "id"), value(section, "id"), value(group, "heading")});
      text(group, "group", "heading");
      for (const Json& action : member(group, "actions"))
        this->action(action, group, section, target);
    }
  }

  void action(const Json& action, const Json& group, const Json& section, const SqlValue& target) {
    static const Json none = Json::object();
    const auto at = action.find("timeframe");
    const Json& timeframe = at == action.end() ? none : *at;
    const Place place = this->place(action);
    add(actions,
        {value(action, "id"), value(group, "id"), value(section, "id"), target, value(section, "kind"),
         value(action, "role"), value(action, "text"), value(timeframe, "status"), date(timeframe, "earliest"),
         date(timeframe, "latest"), value(timeframe, "is_stale"), place.page, place.start, place.length, place.places});
    text(action, "action", "text");
    std::int64_t number = 0;
    if (const auto cells = action.find("cells"); cells != action.end())
      for (const Json& cell : *cells)
        add(action_cells, {value(action, "id"), ++number, value(cell, "heading"), value(cell, "text")});
    number = 0;
    if (const auto expressions = timeframe.find("expressions"); expressions != timeframe.end())
      for (const Json& e : *expressions)
        add(timeframes, {value(action, "id"), ++number, value(e, "text"), value(e, "start"), value(e, "length"),
                         value(e, "role"), value(e, "kind"), value(e, "precision"), date(e, "earliest"),
                         date(e, "latest"), value(e, "is_approximate"), value(e, "is_inherited"), value(e, "reason")});
  }

  void finding(const Json& f, std::int64_t number) {
    const Place place = this->place(f);
    add(findings, {number, value(f, "rule"), value(f, "severity"), value(f, "status"), value(f, "node"),
                   value(f, "absent"), value(f, "message"), value(f, "help"), value(f, "citation"), value(f, "quote"),
                   place.page, place.start, place.length, place.places, value(f, "fingerprint"), value(f, "reason")});
  }

  const Json& extract_;
  std::span<const std::string_view> aside_;
  std::string_view text_;
  ExtractRows rows_;
};

}  // namespace

ExtractRows rows_of(const Json& extract, std::span<const std::string_view> places, std::string_view text) {
  try {
    if (!extract.is_object()) throw NotAnExtract("not an extract: no JSON object");
    return RowMaker(extract, places, text).make();
  } catch (const Json::exception& error) {
    throw NotAnExtract(std::string("not an extract: ") + error.what());
  }
}

void set_submission(ExtractRows& rows, std::int64_t id) {
  for (SqlRows& table : rows.children)
    for (std::size_t at = 0; at < table.values.size(); at += table.columns.size())
      table.values[at] = id;
}

const std::vector<std::string_view>& child_tables() {
  static const std::vector<std::string_view> tables = {"texts",      "unassigned",   "checks",  "findings",
                                                       "timeframes", "action_cells", "actions", "action_groups",
                                                       "sections",   "goals",        "targets", "warnings"};
  return tables;
}

}  // namespace plumbline
