// Plain text: pages, paragraphs, lines.
#include "extractor/text/text.h"

#include "tests/support/case_file.h"

#include <gtest/gtest.h>

using namespace plumbline;

TEST(Text, empty_lines_end_a_paragraph_and_form_feeds_a_page) {
  const Document document = read_text("One\ntwo\n\nthree\n\fFour\n");
  ASSERT_EQ(document.pages.size(), 2u);
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(document.blocks[0].line_count, 2u);
  EXPECT_EQ(document.text, "One\ntwo\nthree\nFour\n");
  EXPECT_EQ(document.lines[3].page, 1u);
}
