// What a tagged PDF, or its bookmarks, say of blocks: evidence that geometry is asked about.
#include "extractor/extract.h"
#include "tests/support/sample_pdf.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace plumbline;
using plumbline::test::SamplePdf;

namespace {

constexpr int first_element = 20, tree = 10, parents = 11;

struct TaggedLine {
  std::string text;
  int element = 0;  // index into the types given beside it
};

// Lines of one size, 12 points apart, none of them with white around it. Every page lists all elements.
SamplePdf tagged(const std::vector<std::vector<TaggedLine>>& pages, const std::vector<std::string>& types) {
  SamplePdf sample;
  sample.catalog = "/MarkInfo << /Marked true >> /StructTreeRoot " + std::to_string(tree) + " 0 R";
  sample.objects.resize(first_element - 10, "null");
  std::string numbers, list;
  for (std::size_t i = 0; i < types.size(); ++i) {
    list += std::to_string(first_element + static_cast<int>(i)) + " 0 R ";
    sample.objects.push_back("<< /S /" + types[i] + " /P " + std::to_string(tree) + " 0 R >>");
  }
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::string content = "BT /F1 10 Tf 12 TL 20 380 Td\n";
    for (const TaggedLine& line : pages[p])
      content += "/P << /MCID " + std::to_string(line.element) + " >> BDC (" + line.text + ") Tj EMC T*\n";
    sample.pages.push_back({content + "ET", "/MediaBox [0 0 300 400] /StructParents " + std::to_string(p)});
    numbers += std::to_string(p) + " [" + list + "] ";
  }
  sample.objects[0] = "<< /Type /StructTreeRoot /ParentTree " + std::to_string(parents) +
                      " 0 R /RoleMap << /Titel /H2 /Absatz /P >> >>";
  sample.objects[1] = "<< /Nums [" + numbers + "] >>";
  return sample;
}

// The texts of blocks, lines joined by "/", in order; headings in brackets; "+" before what goes on.
std::vector<std::string> blocks_of(const SamplePdf& sample) {
  const Document document = extract(sample.bytes(), "sample.pdf", {});
  std::vector<std::string> blocks;
  for (const Block& block : document.blocks) {
    std::string text = block.continues ? "+" : "";
    for (std::uint32_t i = 0; i < block.line_count; ++i)
      text += (i > 0 ? "/" : "") + std::string(document.text_of(document.lines[block.first_line + i]));
    blocks.push_back(block.kind == BlockKind::heading ? "[" + text + "]" : text);
  }
  return blocks;
}

const std::vector<TaggedLine> three_paragraphs = {
    {"The harbour office registers every boat that", 0},     {"lands fish on the islands and tells the council", 0},
    {"how many there were at the end of each year.", 0},     {"The pier at the mouth of the river is mended by", 1},
    {"the yard and kept open in the winter months so", 1},   {"that no boat has to wait for the morning tide.", 1},
    {"The bell is rung in fog and the light is kept by", 2}, {"two keepers who live on the rock by themselves.", 2}};

}  // namespace

TEST(Tags, part_paragraphs_that_nothing_else_parts) {
  const auto blocks = blocks_of(tagged({three_paragraphs}, {"P", "Absatz", "P"}));
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(blocks[1].substr(0, 8), "The pier");
  EXPECT_EQ(blocks[2].substr(0, 8), "The bell");
}

TEST(Tags, that_part_sentences_line_by_line_are_not_believed) {
  auto lines = three_paragraphs;
  std::vector<std::string> types;
  for (TaggedLine& line : lines) {
    line.element = static_cast<int>(types.size());
    types.emplace_back("P");
  }
  EXPECT_EQ(blocks_of(tagged({lines}, types)).size(), 1u);
}

TEST(Tags, join_a_paragraph_over_a_page_end_where_a_sentence_ends) {
  auto first = three_paragraphs;
  first.push_back({"They send a letter.", 2});
  std::vector<TaggedLine> second = {{"It tells of the weather that they had all the year", 2},
                                    {"and of the boats that passed without a light on", 2},
                                    {"while the keepers were away on the other island.", 2},
                                    {"The clerks copy it into the book of the harbour.", 3}};
  auto blocks = blocks_of(tagged({first, second}, {"P", "P", "P", "P"}));
  ASSERT_EQ(blocks.size(), 5u);
  EXPECT_EQ(blocks[3].substr(0, 9), "+It tells");
  for (TaggedLine& line : second)
    line.element = 3;
  blocks = blocks_of(tagged({first, second}, {"P", "P", "P", "P"}));
  EXPECT_EQ(blocks[3].substr(0, 8), "It tells");
}

TEST(Tags, name_headings_that_look_like_text) {
  std::vector<TaggedLine> lines = {{"The harbour and its office", 3}};
  lines.insert(lines.end(), three_paragraphs.begin(), three_paragraphs.end());
  const auto blocks = blocks_of(tagged({lines}, {"P", "P", "P", "Titel"}));
  EXPECT_EQ(blocks[0], "[The harbour and its office]");
}

TEST(Tags, that_call_everything_a_heading_are_not_believed) {
  const auto blocks = blocks_of(tagged({three_paragraphs}, {"H1", "H2", "H2"}));
  for (const std::string& block : blocks)
    EXPECT_NE(block.front(), '[') << block;
}

TEST(Tags, go_round_in_circles_or_lead_nowhere) {
  SamplePdf sample = tagged({three_paragraphs}, {"Span", "Span", "Span"});
  sample.objects[first_element - 10] = "<< /S /Span /P 21 0 R >>";
  sample.objects[first_element - 10 + 1] = "<< /S /Span /P 20 0 R >>";
  sample.objects[1] = "<< /Kids [11 0 R] /Limits [0 0] >>";
  EXPECT_EQ(blocks_of(sample).size(), 1u);
}

TEST(Bookmarks, name_headings_of_their_page) {
  SamplePdf sample{
      .pages = {{"BT /F1 10 Tf 12 TL 20 380 Td (1. The harbour) Tj 0 -30 Td (It is deep and lies behind the rock.) Tj "
                 "0 -60 Td (The pier) Tj ET",
                 "/MediaBox [0 0 300 400]"}},
      .objects = {"<< /Type /Outlines /First 11 0 R /Last 12 0 R >>",
                  "<< /Title (The harbour) /Parent 10 0 R /Next 12 0 R /Dest [1000 0 R /Fit] >>",
                  "<< /Title (The pier) /Parent 10 0 R /Next 11 0 R /A << /S /GoTo /D [999 0 R /Fit] >> >>"},
      .catalog = "/Outlines 10 0 R"};
  const auto blocks = blocks_of(sample);
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(blocks[0], "[1. The harbour]");
  EXPECT_EQ(blocks[1], "It is deep and lies behind the rock.");
  EXPECT_EQ(blocks[2], "[The pier]");
}
