// The PDF reader: what is drawn, where it stands as a reader sees it, and what is wrong with the file.
#include "extractor/extract.h"
#include "extractor/pdf/pdf_file.h"
#include "tests/support/case_file.h"
#include "tests/support/sample_pdf.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace plumbline;
using plumbline::test::SamplePage;
using plumbline::test::SamplePdf;

namespace {

PageContent page_of(const SamplePdf& sample, std::size_t index = 0) {
  const std::string bytes = sample.bytes();
  return PdfFile(bytes).page(index);
}

PageContent page_of(std::string content, std::string entries = "/MediaBox [0 0 200 100]") {
  return page_of(SamplePdf{.pages = {{std::move(content), std::move(entries)}}});
}

std::string text_of(const PageContent& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs) {
    for (std::size_t i = 0; i < glyph.units; ++i)
      text += static_cast<char>(page.units[glyph.first_unit + i]);
  }
  return text;
}

bool has(const std::vector<Warning>& warnings, std::string_view code) {
  return std::any_of(warnings.begin(), warnings.end(), [&](const Warning& w) { return w.code == code; });
}

std::string code_of(std::string_view bytes) {
  try {
    PdfFile file(bytes);
  } catch (const Unreadable& error) {
    return error.code;
  }
  return "readable";
}

}  // namespace

TEST(Pdf, a_character_has_box_baseline_size_colour_and_font) {
  const PageContent page = page_of("BT 1 0 0 rg /F2 10 Tf 20 30 Td (Ab) Tj ET");
  ASSERT_EQ(page.glyphs.size(), 2u);
  const Glyph& a = page.glyphs[0];
  EXPECT_EQ(text_of(page), "Ab");
  EXPECT_FLOAT_EQ(a.baseline, 70);
  EXPECT_FLOAT_EQ(a.size, 10);
  EXPECT_FLOAT_EQ(a.box.x0, 20);
  EXPECT_NEAR(a.box.x1, 27.22, 0.01);  // Times-Bold: A is 722 wide
  EXPECT_LT(a.box.y0, 70);
  EXPECT_GT(a.box.y1, 70);
  EXPECT_EQ(a.color, 0xFF0000u);
  EXPECT_EQ(a.quarter_turns, 0);
  ASSERT_LT(a.font, page.fonts.size());
  EXPECT_EQ(page.fonts[a.font].name, "Times-Bold");
  EXPECT_TRUE(page.fonts[a.font].bold);
}

TEST(Pdf, spacing_between_characters_is_no_part_of_their_boxes) {
  const PageContent page = page_of("BT /F1 10 Tf 5 Tc 20 30 Td (ii) Tj ET");
  EXPECT_NEAR(page.glyphs[0].box.width(), 2.22, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.x0, 27.22, 0.01);
}

// The letter stands 20 from the left and 30 from the foot of an unturned page of 200 x 100.
TEST(Pdf, a_turned_page_is_as_a_reader_sees_it) {
  struct Expected {
    int rotate;
    float width, height, x, y;  // of the page; of the letter's origin
    int turns;
  };
  for (const Expected& e : {Expected{0, 200, 100, 20, 70, 0}, Expected{90, 100, 200, 30, 20, 1},
                            Expected{180, 200, 100, 180, 30, 2}, Expected{270, 100, 200, 70, 180, 3}}) {
    const PageContent page =
        page_of("BT /F1 10 Tf 20 30 Td (A) Tj ET", "/MediaBox [0 0 200 100] /Rotate " + std::to_string(e.rotate));
    EXPECT_FLOAT_EQ(page.width, e.width) << e.rotate;
    EXPECT_FLOAT_EQ(page.height, e.height) << e.rotate;
    const Glyph& glyph = page.glyphs.at(0);
    EXPECT_EQ(glyph.quarter_turns, e.turns);
    const bool is_upright = e.turns % 2 == 0;
    EXPECT_FLOAT_EQ(glyph.baseline, is_upright ? e.y : e.x) << e.rotate;
    const float start = e.turns == 0   ? glyph.box.x0
                        : e.turns == 1 ? glyph.box.y0
                        : e.turns == 2 ? glyph.box.x1
                                       : glyph.box.y1;
    EXPECT_FLOAT_EQ(start, is_upright ? e.x : e.y) << e.rotate;
  }
}

// Cropped by 10 at the left and 20 at the foot, with a media box that does not start at 0.
TEST(Pdf, a_cropped_page_begins_at_its_crop_box_however_it_is_turned) {
  const std::string boxes = "/MediaBox [5 5 205 105] /CropBox [15 25 185 95] /Rotate ";
  struct Expected {
    int rotate;
    float x, y;
  };
  for (const Expected& e : {Expected{0, 5, 65}, Expected{90, 5, 5}, Expected{180, 165, 5}, Expected{270, 65, 165}}) {
    const PageContent page = page_of("BT /F1 10 Tf 20 30 Td (A) Tj ET", boxes + std::to_string(e.rotate));
    const Glyph& glyph = page.glyphs.at(0);
    const bool is_upright = e.rotate % 180 == 0;
    EXPECT_FLOAT_EQ(page.width, is_upright ? 170 : 70);
    EXPECT_FLOAT_EQ(glyph.baseline, is_upright ? e.y : e.x) << e.rotate;
    const float start = e.rotate == 0     ? glyph.box.x0
                        : e.rotate == 90  ? glyph.box.y0
                        : e.rotate == 180 ? glyph.box.x1
                                          : glyph.box.y1;
    EXPECT_FLOAT_EQ(start, is_upright ? e.x : e.y) << e.rotate;
  }
}

TEST(Pdf, text_outside_the_page_is_kept_with_its_box) {
  const PageContent page = page_of("BT /F1 10 Tf -50 30 Td (A) Tj ET");
  ASSERT_EQ(page.glyphs.size(), 1u);
  EXPECT_LT(page.glyphs[0].box.x1, 0);
}

TEST(Pdf, invisible_text_is_marked) {
  const PageContent page = page_of("BT /F1 10 Tf 20 30 Td 3 Tr (A) Tj 0 Tr (B) Tj ET");
  EXPECT_TRUE(page.glyphs[0].is_invisible);
  EXPECT_FALSE(page.glyphs[1].is_invisible);
}

TEST(Pdf, lines_are_rules_whether_stroked_filled_thin_or_clipped) {
  EXPECT_EQ(page_of("10 50 m 190 50 l S").rules.size(), 1u);
  EXPECT_EQ(page_of("10 10 100 50 re S").rules.size(), 4u);
  EXPECT_EQ(page_of("10 50 180 0.5 re f").rules.size(), 1u);
  const PageContent clipped = page_of("q 10 50 180 1 re W n 0 0 200 100 re f Q");
  ASSERT_EQ(clipped.rules.size(), 1u);
  EXPECT_FLOAT_EQ(clipped.rules[0].box.x1, 190);
  EXPECT_TRUE(clipped.rules[0].is_horizontal());
  EXPECT_TRUE(clipped.fills.empty());
}

TEST(Pdf, shaded_areas_are_fills_and_white_ones_are_nothing) {
  const PageContent page = page_of("0.9 g 10 10 50 30 re f 1 g 70 10 50 30 re f");
  ASSERT_EQ(page.fills.size(), 1u);
  EXPECT_EQ(page.fills[0], (Box{10, 60, 60, 90}));
  EXPECT_TRUE(page.has_drawing);
}

TEST(Pdf, a_slanting_line_is_no_rule) {
  const PageContent page = page_of("10 10 m 100 80 l S");
  EXPECT_TRUE(page.rules.empty());
  EXPECT_TRUE(page.has_drawing);
}

TEST(Pdf, a_page_with_nothing_on_it_has_no_drawing) {
  EXPECT_FALSE(page_of("q Q").has_drawing);
}

TEST(Pdf, pictures_are_boxes) {
  const PageContent inline_image = page_of("q 50 0 0 30 20 10 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7F EI Q");
  ASSERT_EQ(inline_image.images.size(), 1u);
  EXPECT_EQ(inline_image.images[0], (Box{20, 60, 70, 90}));
  const PageContent image = page_of(SamplePdf{
      .pages = {{"q 50 0 0 30 20 10 cm /I Do Q", "/MediaBox [0 0 200 100] /Resources << /XObject << /I 10 0 R >> >>"}},
      .objects = {"<< /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
                  "stream\nx\nendstream"}});
  ASSERT_EQ(image.images.size(), 1u);
  EXPECT_EQ(image.images[0], (Box{20, 60, 70, 90}));
}

TEST(Pdf, addresses_of_links_are_kept_and_never_followed) {
  const PageContent page = page_of(
      SamplePdf{.pages = {{"", "/MediaBox [0 0 200 100] /Annots [10 0 R]"}},
                .objects = {"<< /Subtype /Link /Rect [10 20 60 40] /A << /S /URI /URI (javascript:alert) >> >>"}});
  ASSERT_EQ(page.links.size(), 1u);
  EXPECT_EQ(page.links[0].target, "javascript:alert");
  EXPECT_EQ(page.links[0].box, (Box{10, 60, 60, 80}));
}

TEST(Pdf, the_text_of_a_filled_form_field_is_on_the_page) {
  const PageContent page = page_of(SamplePdf{
      .pages = {{"BT /F1 10 Tf 10 80 Td (Name:) Tj ET", "/MediaBox [0 0 200 100] /Annots [10 0 R]"}},
      .objects =
          {"<< /Subtype /Widget /FT /Tx /T (name) /V (Ruritania) /Rect [50 70 150 90] /AP << /N 11 0 R >> /F 4 >>",
           "<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources 3 0 R /Length 46 >>\nstream\n"
           "/Tx BMC BT /F1 10 Tf 2 5 Td (Ruritania) Tj ET\n\nendstream"},
      .catalog = "/AcroForm << /Fields [10 0 R] >>"});
  EXPECT_EQ(text_of(page), "Name:Ruritania");
  EXPECT_FLOAT_EQ(page.glyphs.back().baseline, 25);
}

TEST(Pdf, marked_content_is_kept_as_evidence) {
  const PageContent page = page_of(
      "/H1 <</MCID 3>> BDC BT /F1 10 Tf 10 50 Td (A) Tj ET EMC /Artifact BMC BT /F1 10 Tf 10 20 Td (B) Tj ET EMC");
  ASSERT_EQ(page.marks.size(), 2u);
  EXPECT_EQ(page.marks[page.glyphs[0].marked_content].tag, "H1");
  EXPECT_EQ(page.marks[page.glyphs[0].marked_content].id, 3);
  EXPECT_EQ(page.marks[page.glyphs[1].marked_content].tag, "Artifact");
}

TEST(Pdf, actual_text_replaces_what_is_drawn_once) {
  const std::string text = "BT /F1 10 Tf 10 50 Td (a) Tj ";
  EXPECT_EQ(text_of(page_of(text + "/Span <</ActualText (xyz)>> BDC (12) Tj EMC (b) Tj ET")), "axyzb");
  EXPECT_EQ(text_of(page_of(text + "/Span <</ActualText ()>> BDC (-) Tj EMC (b) Tj ET")), "ab");
  EXPECT_EQ(text_of(page_of(text + "/Span <</ActualText (12)>> BDC (12) Tj EMC (b) Tj ET")), "a12b");
  EXPECT_EQ(text_of(page_of("/Span <</ActualText (Seal)>> BDC 0.5 g 10 10 50 30 re f EMC")), "Seal");
}

TEST(Pdf, a_character_that_the_font_does_not_name_keeps_its_place) {
  const std::string bytes =
      SamplePdf{
          .pages = {{"BT /F9 10 Tf 10 50 Td <0003> Tj ET",
                     "/MediaBox [0 0 200 100] /Resources << /Font << /F9 10 0 R >> >>"}},
          .objects =
              {"<< /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /DescendantFonts [11 0 R] >>",
               "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Some /CIDSystemInfo << /Registry (Adobe) /Ordering "
               "(Identity) /Supplement 0 >> /DW 500 >>"}}
          .bytes();
  PdfFile file(bytes);
  const PageContent page = file.page(0);
  ASSERT_EQ(page.glyphs.size(), 1u);
  EXPECT_EQ(page.glyphs[0].units, 0);
  EXPECT_NEAR(page.glyphs[0].box.width(), 5, 0.01);
  EXPECT_TRUE(has(file.take_warnings(), "unmapped-characters"));
}

TEST(Pdf, fonts_that_are_missing_or_drawn_by_procedures_do_no_harm) {
  EXPECT_NO_THROW(page_of("BT /None 10 Tf 10 50 Td (A) Tj ET BT 10 10 Td (B) Tj ET"));
  const PageContent page = page_of(SamplePdf{
      .pages = {{"BT /F9 10 Tf 10 50 Td (a) Tj ET", "/MediaBox [0 0 200 100] /Resources << /Font << /F9 10 0 R >> >>"}},
      .objects = {
          "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs "
          "<< /a 11 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [500] >>",
          "<< /Length 30 >>\nstream\n500 0 d0 0 0 500 500 re f     \nendstream"}});
  ASSERT_EQ(page.glyphs.size(), 1u);
  EXPECT_EQ(text_of(page), "a");
}

TEST(Pdf, the_file_tells_title_author_and_dates) {
  const std::string bytes = SamplePdf{.pages = {{}},
                                      .info =
                                          "/Title (\\376\\377\\000N\\000\\351\\000e) /Author (Ministry) /CreationDate "
                                          "(D:20130301120000+01'00') /ModDate (D:2013)"}
                                .bytes();
  const PdfMetadata metadata = PdfFile(bytes).metadata();
  EXPECT_EQ(metadata.title, "N\u00e9e");
  EXPECT_EQ(metadata.author, "Ministry");
  EXPECT_EQ(metadata.created, "2013-03-01T12:00:00+01:00");
  EXPECT_EQ(metadata.modified, "2013");
}

TEST(Pdf, a_file_that_is_cut_off_is_not_whole) {
  std::string bytes = SamplePdf{.pages = {{"BT /F1 10 Tf 10 50 Td (A) Tj ET"}}}.bytes();
  bytes.resize(bytes.find("xref\n0 1"));
  PdfFile file(bytes);
  EXPECT_EQ(text_of(file.page(0)), "A");
  EXPECT_FALSE(file.is_whole());
  const std::vector<Warning> warnings = file.take_warnings();
  EXPECT_TRUE(has(warnings, "truncated"));
  EXPECT_TRUE(has(warnings, "xref-rebuilt"));
  EXPECT_TRUE(file.take_warnings().empty());
}

TEST(Pdf, a_rebuilt_table_of_objects_is_told_and_the_file_is_whole) {
  std::string bytes = SamplePdf{.pages = {{"BT /F1 10 Tf 10 50 Td (A) Tj ET"}}}.bytes();
  bytes.replace(bytes.find("xref\n0 1"), 4, "fehx");
  PdfFile file(bytes);
  EXPECT_EQ(text_of(file.page(0)), "A");
  EXPECT_TRUE(file.is_whole());
  EXPECT_TRUE(has(file.take_warnings(), "xref-rebuilt"));
}

TEST(Pdf, a_page_that_is_counted_but_missing_fails_alone) {
  const std::string bytes = SamplePdf{.pages = {{"BT /F1 10 Tf 10 50 Td (A) Tj ET"}}, .page_count = 2}.bytes();
  PdfFile file(bytes);
  ASSERT_EQ(file.page_count(), 2u);
  EXPECT_EQ(text_of(file.page(0)), "A");
  EXPECT_THROW(file.page(1), Unreadable);
  EXPECT_FALSE(file.is_whole());
}

TEST(Pdf, a_page_whose_contents_or_font_the_file_lacks_is_not_whole) {
  std::string bytes =
      SamplePdf{.pages = {{"BT /F1 10 Tf 10 50 Td (A) Tj ET"}, {"BT /F1 10 Tf 10 50 Td (B) Tj ET"}}}.bytes();
  bytes.replace(bytes.find("/Contents 1003"), 14, "/Contents 1009");
  PdfFile file(bytes);
  EXPECT_EQ(text_of(file.page(0)), "A");
  EXPECT_TRUE(file.is_whole());
  EXPECT_EQ(text_of(file.page(1)), "");
  EXPECT_FALSE(file.is_whole());
  EXPECT_TRUE(has(file.take_warnings(), "page-failed"));

  const std::string fontless = SamplePdf{.pages = {{"BT /None 10 Tf 10 50 Td (A) Tj ET"}}}.bytes();
  PdfFile other(fontless);
  other.page(0);
  EXPECT_FALSE(other.is_whole());
}

TEST(Pdf, what_is_no_usable_pdf_says_why) {
  EXPECT_EQ(code_of("%PDF-1.7\nnothing else"), "damaged");
  EXPECT_EQ(code_of(SamplePdf{}.bytes()), "damaged");
}

TEST(Pdf, a_form_whose_content_is_xfa_alone_is_told) {
  const std::string bytes = SamplePdf{.pages = {{"BT /F1 10 Tf 10 50 Td (Please wait) Tj ET"}},
                                      .catalog = "/NeedsRendering true /AcroForm << /Fields [] /XFA (x) >>"}
                                .bytes();
  PdfFile file(bytes);
  EXPECT_FALSE(file.is_whole());
  EXPECT_TRUE(has(file.take_warnings(), "xfa-form"));
}

TEST(Pdf, complaints_of_the_parser_are_capped) {
  std::string content;
  for (int i = 0; i < 500; ++i)
    content += "(a) Zz" + std::to_string(i) + "\n";
  const std::string bytes = SamplePdf{.pages = {{content + std::string(5000, 'q')}}}.bytes();
  PdfFile file(bytes);
  file.page(0);
  const std::vector<Warning> warnings = file.take_warnings();
  EXPECT_LE(warnings.size(), 25u);
  EXPECT_TRUE(has(warnings, "pdf-syntax"));
  for (const Warning& warning : warnings)
    EXPECT_LE(warning.message.size(), 300u);
}

TEST(Pdf, a_page_with_too_many_characters_breaks_off_with_a_warning) {
  const std::string bytes = SamplePdf{.pages = {{"BT /F1 10 Tf 10 50 Td (abcdef) Tj ET"}}}.bytes();
  PdfFile file(bytes, {.most_glyphs = 3});
  EXPECT_EQ(file.page(0).glyphs.size(), 3u);
  EXPECT_FALSE(file.is_whole());
  EXPECT_TRUE(has(file.take_warnings(), "page-too-large"));
}

namespace {

const std::string three_pages = SamplePdf{.pages = {{"BT /F1 10 Tf 10 50 Td (One) Tj ET"},
                                                    {"BT /F1 10 Tf 10 50 Td (Two) Tj ET"},
                                                    {"BT /F1 10 Tf 10 50 Td (Three) Tj ET"}}}
                                    .bytes();

}  // namespace

TEST(Pdf, pages_read_before_are_not_read_again_and_the_document_is_the_same) {
  ExtractOptions options;
  std::vector<Document> pages;
  std::size_t count = 0;
  options.page_by_page.on_opened = [&](std::size_t n) { count = n; };
  options.page_by_page.on_page = [&](const Document& page) { pages.push_back(page); };
  const Document whole = extract(three_pages, "a.pdf", options);
  EXPECT_EQ(count, 3u);
  ASSERT_EQ(pages.size(), 3u);
  options.page_by_page.at_hand = {pages[0], pages[1]};
  pages.clear();
  const Document again = extract(three_pages, "a.pdf", options);
  EXPECT_EQ(pages.size(), 1u);
  EXPECT_EQ(again.text, whole.text);
  EXPECT_EQ(again.lines.size(), whole.lines.size());
  EXPECT_EQ(again.status, ReadStatus::ok);
}

TEST(Pdf, a_document_is_made_of_the_pages_that_are_left) {
  ExtractOptions options;
  std::vector<Document> pages;
  options.page_by_page.on_page = [&](const Document& page) { pages.push_back(page); };
  extract(three_pages, "a.pdf", options);
  pages.pop_back();
  const Document document = assemble(pages, "folder/a.pdf");
  EXPECT_EQ(document.text, "One\nTwo\n");
  EXPECT_EQ(document.status, ReadStatus::partial);
  EXPECT_EQ(document.source.name, "a.pdf");
}

TEST(Pdf, a_label_in_larger_type_may_begin_a_paragraph) {
  const SamplePdf sample{
      .pages = {
          {"BT 20 380 Td /F2 12 Tf (GOALS: ) Tj /F1 9.75 Tf (The harbour office registers the boats under Act) Tj "
           "0 -14 Td (1712 of the islands, and the clerks copy the lists of it for the council) Tj "
           "0 -14 Td (at the end of each month.) Tj ET",
           "/MediaBox [0 0 400 400]"}}};
  const Document document = extract(sample.bytes(), "sample.pdf", {});
  ASSERT_EQ(document.blocks.size(), 1u);
  EXPECT_EQ(document.blocks[0].line_count, 3u);
}
