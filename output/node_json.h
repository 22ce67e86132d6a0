// The members of a node, a finding and a place in JSON: what the extract and the NDJSON of nodes share.
#pragma once

#include "output/json_writer.h"
#include "output/places.h"
#include "output/record.h"

#include <optional>
#include <string_view>

namespace plumbline {

enum class PlaceDetail : std::uint8_t {
  line,  // a box a line
  page,  // a box a page, around all its lines
};

// Writes members into the object that is open.
class NodeJson {
 public:
  NodeJson(const Record& record, JsonWriter& json, PlaceDetail detail = PlaceDetail::line)
      : document_(record.document), json_(json), places_(record.document), detail_(detail) {}

  void where(const Where& where, std::string_view name = "where");
  void unassigned(const Where& where);
  void goal(const Goal& goal);
  void action(const Action& action, bool is_planned);  // a timeframe where it is planned and no lead or note
  void finding(const Finding& finding);

  void day(std::string_view name, const std::optional<Day>& day);
  void passage(std::string_view name, const std::optional<Passage>& passage);  // its text or null
  void integer(std::string_view name, const std::optional<int>& value);

 private:
  void span(const Where& where);
  void places(const Where& where);
  void place(std::uint32_t page, const Box& box);
  void paragraph(const Where& where);
  void part(std::string_view text, std::uint32_t start, std::uint32_t length);
  void timeframe(const Timeframe& timeframe, std::string_view text);

  const Document& document_;
  JsonWriter& json_;
  Places places_;
  PlaceDetail detail_;
};

}  // namespace plumbline
