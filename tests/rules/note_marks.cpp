// Marks of footnotes are no part of a node's text.
#include "rules/segment/passage.h"

#include <gtest/gtest.h>

#include <array>

using namespace plumbline;

TEST(NoteMarks, marks_that_point_to_a_footnote_are_left_out) {
  Document document;
  document.pages.emplace_back();
  document.blocks.resize(2);
  add_line(document, "Ten wells1 were dug.2");
  add_line(document, "3 The rest follows.");
  document.footnotes = {{1, {9, 1}}, {1, {20, 1}}, {1, {22, 1}}, {no_index, {4, 1}}};
  const std::array parts = {whole_line(document, 0), whole_line(document, 1)};
  EXPECT_EQ(LineJoiner(document).join(parts).text, "Ten wells were dug. The rest follows.");
}
