// An extract in any layout -> the bytes that the ndjson writer gives for it.
#include "output/database/extract_order.h"

#include "output/json_writer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace plumbline {

namespace {

using Json = nlohmann::ordered_json;

// The members of an object, by the name under which it, or the array that holds it, stands. A test compares them with
// what the writer gives.
struct Order {
  std::string_view holder;
  std::string_view members;  // between spaces
};
constexpr std::string_view where = " span places paragraph heading_path ";
constexpr std::array orders = {
    Order{"", " schema_version tool source status warnings pack coverage report findings checks "},
    Order{"tool", " name version time "},
    Order{"source", " name sha256 bytes media_type pages text language title author created modified "},
    Order{"warnings", " code page message "},
    Order{"pack", " id version score "},
    Order{"coverage", " characters assigned unassigned "},
    Order{"unassigned", " span text pages places paragraph heading_path "},
    Order{"report",
          " title title_where party party_where party_code year date date_source targets goals sections "
          "references "},
    Order{"targets", " id number title where goals sections "},
    Order{"goals", " id number text where "},
    Order{"sections", " id kind heading where groups "},
    Order{"groups", " id heading where actions "},
    Order{"actions", " id role text where cells timeframe "},
    Order{"cells", " heading text start length "},
    Order{"timeframe", " status earliest latest is_stale is_placeholder is_event_anchored is_unbounded expressions "},
    Order{"expressions", " text start length role kind precision earliest latest is_approximate is_inherited reason "},
    Order{"references", " node target number where "},
    Order{"findings",
          " rule severity node absent message help citation quote where related fingerprint status reason "},
    Order{"related", " node message where "},
    Order{"checks", " rule state looked_at found why "},
    Order{"where", where},
    Order{"title_where", where},
    Order{"party_where", where},
    Order{"places", " page box "},
};

std::size_t rank(std::string_view holder, const std::string& member) {
  const auto order = std::find_if(orders.begin(), orders.end(), [&](const Order& o) { return o.holder == holder; });
  if (order == orders.end()) return 0;
  return order->members.find(" " + member + " ");  // npos for those it does not know: behind all others
}

void write(const Json& value, std::string_view holder, JsonWriter& json) {
  switch (value.type()) {
    case Json::value_t::object: {
      std::vector<std::pair<std::size_t, Json::const_iterator>> members;
      for (auto at = value.begin(); at != value.end(); ++at)
        members.emplace_back(rank(holder, at.key()), at);
      std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      json.begin_object();
      for (const auto& [place, member] : members) {
        json.key(member.key());
        write(member.value(), member.key(), json);
      }
      json.end_object();
      break;
    }
    case Json::value_t::array:
      json.begin_array();
      for (const Json& element : value)
        write(element, holder, json);
      json.end_array();
      break;
    case Json::value_t::string:
      json.string(value.get_ref<const std::string&>());
      break;
    case Json::value_t::boolean:
      json.boolean(value.get<bool>());
      break;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
      json.number(value.dump());
      break;
    default:
      json.null();
  }
}

}  // namespace

std::string in_writers_order(const Json& extract) {
  std::string out;
  JsonWriter json(out);
  write(extract, "", json);
  return out;
}

}  // namespace plumbline
