// Places are set aside where they have the writer's form, and nowhere else.
#include "output/database/places_aside.h"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

TEST(PlacesAside, the_writers_places_are_set_aside_in_order) {
  const std::string first = R"([{"page":1,"box":[1,-2.5,0.0,10]},{"page":12,"box":[1,2,3,4]}])";
  const std::string second = R"([{"page":3,"box":[0,0,0,0]}])";
  const std::string extract = R"({"a":{"span":[0,1],"places":)" + first + R"(},"b":{"places":)" + second + "}}";
  const auto without = set_places_aside(extract);
  EXPECT_EQ(without.text, R"({"a":{"span":[0,1],"places_aside":0},"b":{"places_aside":1}})");
  EXPECT_EQ(without.places, (std::vector<std::string_view>{first, second}));
}

TEST(PlacesAside, what_is_not_of_that_form_stays) {
  for (const std::string_view extract :
       {R"({"places":[]})", R"({"places":[{"page":1,"box":[1,2,3]}]})", R"({"places":[{"page":01,"box":[1,2,3,4]}]})",
        R"({"places":[{"page":1,"box":[1,2,3,4]})", R"({"places":[{"page":1,"box":[1,2,3,4e1]}]})",
        R"({"places":[{"page":1,"box":[1,2,3,.5]}]})", R"({"places":[{"page":1,"box":[1,2,3,4]},]})",
        R"({"places": [{"page":1,"box":[1,2,3,4]}]})", R"({"a \"places\":[{\"page\":1,\"box\":[1,2,3,4]}]":1})",
        R"({"a\"places":[{"page":1,"box":[1,2,3,4]}]})", "\"places\":", ""}) {
    const auto without = set_places_aside(extract);
    EXPECT_EQ(without.text, extract);
    EXPECT_TRUE(without.places.empty());
  }
}

}  // namespace
}  // namespace plumbline
