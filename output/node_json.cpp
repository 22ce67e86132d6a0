// The members of a node, a finding and a place in JSON.
#include "output/node_json.h"

#include "output/names.h"

#include <algorithm>

namespace plumbline {

void NodeJson::span(const Where& where) {
  const Span span = places_.code_points(where.span);
  json_.begin_array("span");
  json_.integer(span.start);
  json_.integer(span.length);
  json_.end_array();
}

void NodeJson::place(std::uint32_t page, const Box& box) {
  json_.begin_object();
  json_.integer("page", page);
  json_.begin_array("box");
  for (const float side : {box.x0, box.y0, box.x1, box.y1})
    json_.decimal(static_cast<double>(side), 1);
  json_.end_array();
  json_.end_object();
}

void NodeJson::places(const Where& where) {
  if (!document_.has_pages) {
    paragraph(where);
    return;
  }
  json_.begin_array("places");
  for (std::size_t i = 0; i < where.lines.size(); ++i) {
    const Line& line = document_.lines[where.lines[i]];
    Box box = line.box;
    while (detail_ == PlaceDetail::page && i + 1 < where.lines.size() &&
           document_.lines[where.lines[i + 1]].page == line.page)
      box.include(document_.lines[where.lines[++i]].box);
    place(line.page + 1, box);
  }
  json_.end_array();
}

void NodeJson::paragraph(const Where& where) {
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

void NodeJson::where(const Where& where, std::string_view name) {
  json_.begin_object(name);
  span(where);
  places(where);
  json_.end_object();
}

void NodeJson::unassigned(const Where& where) {
  std::string text;
  for (const std::uint32_t line : where.lines)
    (text += text.empty() ? "" : " ") += document_.text_of(document_.lines[line]);
  span(where);
  json_.string("text", text);
  json_.begin_array("pages");
  for (const std::uint32_t page : places_.page_numbers(where))
    json_.integer(page);
  json_.end_array();
  places(where);
}

void NodeJson::day(std::string_view name, const std::optional<Day>& day) {
  json_.string_or_null(name, day ? to_string(*day) : std::string());
}

void NodeJson::passage(std::string_view name, const std::optional<Passage>& passage) {
  json_.string_or_null(name, passage ? passage->text : std::string());
}

void NodeJson::integer(std::string_view name, const std::optional<int>& value) {
  if (value)
    json_.integer(name, *value);
  else
    json_.null(name);
}

void NodeJson::goal(const Goal& goal) {
  json_.string("id", goal.id);
  json_.integer("number", goal.number);
  json_.string("text", goal.passage.text);
  where(goal.passage.where());
}

void NodeJson::action(const Action& action, bool is_planned) {
  const std::string& text = action.passage.text;
  json_.string("id", action.id);
  json_.string("role", name_of(action.role));
  json_.string("text", text);
  where(action.passage.where());
  if (!action.cells.empty()) {
    json_.begin_array("cells");
    for (const ActionCell& cell : action.cells) {
      json_.begin_object();
      json_.string_or_null("heading", cell.heading);
      part(text, cell.start, cell.length);
      json_.end_object();
    }
    json_.end_array();
  }
  if (is_planned && action.role == ActionRole::action) timeframe(action.timeframe, text);
}

// A part of a node's text, given in bytes: its words, and where they begin in code points.
void NodeJson::part(std::string_view text, std::uint32_t start, std::uint32_t length) {
  const std::size_t from = std::min<std::size_t>(start, text.size());
  const std::string_view words = text.substr(from, length);
  json_.string("text", words);
  json_.integer("start", count_code_points(text.substr(0, from)));
  json_.integer("length", count_code_points(words));
}

void NodeJson::timeframe(const Timeframe& timeframe, std::string_view text) {
  json_.begin_object("timeframe");
  json_.string("status", name_of(timeframe.status));
  day("earliest", timeframe.earliest);
  day("latest", timeframe.latest);
  json_.boolean("is_stale", timeframe.is_stale);
  json_.boolean("is_placeholder", timeframe.is_placeholder);
  json_.boolean("is_event_anchored", timeframe.is_event_anchored);
  json_.boolean("is_unbounded", timeframe.is_unbounded);
  json_.begin_array("expressions");
  for (const TimeExpression& expression : timeframe.expressions) {
    json_.begin_object();
    part(text, expression.start, expression.length);
    json_.string("role", expression.is_timeframe ? "timeframe" : "other");
    json_.string("kind", name_of(expression.kind));
    const bool has_precision = expression.precision != Precision::unknown;
    json_.string_or_null("precision", has_precision ? name_of(expression.precision) : "");
    day("earliest", expression.earliest);
    day("latest", expression.latest);
    json_.boolean("is_approximate", expression.is_approximate);
    json_.boolean("is_inherited", expression.is_inherited);
    json_.string_or_null("reason", expression.reason);
    json_.end_object();
  }
  json_.end_array();
  json_.end_object();
}

void NodeJson::finding(const Finding& finding) {
  json_.string("rule", finding.rule);
  json_.string("severity", name_of(finding.severity));
  json_.string("node", finding.node);
  json_.string_or_null("absent", finding.absent);
  json_.string("message", finding.message);
  json_.string("help", finding.help);
  json_.string_or_null("citation", finding.citation);
  json_.string_or_null("quote", finding.quote);
  where(finding.where);
  json_.begin_array("related");
  for (const RelatedPlace& place : finding.related) {
    json_.begin_object();
    json_.string("node", place.node);
    json_.string("message", place.message);
    where(place.where);
    json_.end_object();
  }
  json_.end_array();
  json_.string("fingerprint", finding.fingerprint);
  json_.string("status", finding.is_accepted ? "accepted" : "open");
  json_.string_or_null("reason", finding.reason);
}

}  // namespace plumbline
