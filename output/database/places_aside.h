// Takes the places of nodes out of an extract before it is parsed: two fifths of its bytes and most of its values,
// which a load keeps as they are written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct ExtractWithoutPlaces {
  std::string text;                      // `"places":[…]` became `"places_aside":N`
  std::vector<std::string_view> places;  // the N-th, views into the extract
};

// Only places in exactly the writer's form are taken out, so that what is no JSON stays none.
ExtractWithoutPlaces set_places_aside(std::string_view extract);

}  // namespace plumbline
