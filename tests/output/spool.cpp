// Text that waits for the end of an output comes back as it was given, from memory and from a file.
#include "output/spool.h"

#include <gtest/gtest.h>

using plumbline::Spool;

namespace {

std::string all_of(Spool& spool) {
  std::string text;
  spool.each_part([&](std::string_view part) { text += part; });
  return text;
}

TEST(Spool, gives_back_what_it_was_given) {
  for (const std::size_t most : {std::size_t{0}, std::size_t{10}, std::size_t{1} << 20}) {
    Spool spool(most);
    EXPECT_TRUE(spool.empty());
    std::string wanted;
    for (int i = 0; i < 50'000; ++i) {
      const std::string text = std::to_string(i) + std::string(1, '\0');
      wanted += text;
      spool.add(text);
    }
    EXPECT_FALSE(spool.empty());
    EXPECT_EQ(all_of(spool), wanted);
    spool.add("more");  // after reading it goes on
    EXPECT_EQ(all_of(spool), wanted + "more");
  }
}

}  // namespace
