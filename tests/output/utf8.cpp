// UTF-8 for writers: valid on any bytes, bytes counted as code points.
#include "output/utf8.h"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

TEST(Utf8, what_is_no_utf8_becomes_the_replacement_character) {
  const std::string fffd = "\xEF\xBF\xBD";
  EXPECT_EQ(valid_utf8("a\xFFz"), "a" + fffd + "z");
  EXPECT_EQ(valid_utf8("\xED\xA0\x80"), fffd + fffd + fffd) << "a surrogate";
  EXPECT_EQ(valid_utf8("\xC0\xAF"), fffd + fffd) << "an overlong slash";
  EXPECT_EQ(valid_utf8("\xF4\x90\x80\x80"), fffd + fffd + fffd + fffd) << "beyond U+10FFFF";
  EXPECT_EQ(valid_utf8("\xE2\x82"), fffd + fffd) << "cut short";
  EXPECT_EQ(valid_utf8(std::string_view("a\0b", 3)), "a" + fffd + "b");
  EXPECT_EQ(valid_utf8("\xF0\x9F\x98\x80 \xEF\xBF\xBD"), "\xF0\x9F\x98\x80 \xEF\xBF\xBD");
}

TEST(Utf8, one_line_stays_one_line_and_obeys_no_escape) {
  EXPECT_EQ(shown_on_one_line("a\nb\x1B[2J"), "a\\u{000A}b\\u{001B}[2J");
  EXPECT_EQ(shown_on_one_line("\xE2\x80\xAE"
                              "fdp\xC2\x9B"),
            "\\u{202E}fdp\\u{009B}");
  EXPECT_EQ(shown_on_one_line("Valdoría 2019.pdf"), "Valdoría 2019.pdf");
}

TEST(CodePointIndex, counts_at_every_byte_of_a_text_longer_than_its_blocks) {
  std::string text;
  for (int i = 0; i < 400; ++i)
    text += i % 3 == 0 ? "é" : i % 3 == 1 ? "x" : "\xF0\x9F\x98\x80";
  const CodePointIndex index(text);
  std::uint32_t seen = 0;
  for (std::size_t byte = 0; byte < text.size(); byte += code_point_at(text, byte).length)
    ASSERT_EQ(index.before(byte), seen++) << byte;
  EXPECT_EQ(index.before(text.size()), 400u);
  EXPECT_EQ(index.before(text.size() + 5), 400u);
  EXPECT_EQ(CodePointIndex("").before(0), 0u);
}

}  // namespace
}  // namespace plumbline
