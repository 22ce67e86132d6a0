// Which text layers are believed, and what is read from pictures.
#include "extractor/extract.h"
#include "extractor/ocr/read_picture.h"
#include "extractor/ocr/recognize.h"
#include "extractor/ocr/text_quality.h"
#include "extractor/pdf/pdf_file.h"
#include "extractor/unicode/letters.h"
#include "tests/support/case_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

using namespace plumbline;

namespace {

// A page on which the text stands in lines of 80 characters.
PageContent page_of(std::u32string_view text) {
  PageContent page;
  page.width = 595, page.height = 842;
  page.has_drawing = true;
  page.fonts.emplace_back();
  for (std::size_t i = 0; i < text.size(); ++i) {
    Glyph glyph;
    const auto x = static_cast<float>(50 + 6 * (i % 80)), y = static_cast<float>(60 + 14 * (i / 80));
    glyph.box = {x, y - 10, x + 6, y};
    glyph.baseline = y;
    glyph.size = 10;
    glyph.first_unit = static_cast<std::uint32_t>(page.units.size());
    glyph.units = 1;
    page.units += text[i];
    page.glyphs.push_back(glyph);
  }
  return page;
}

std::u32string shifted(std::u32string_view text) {
  std::u32string out;
  for (char32_t c : text)
    out += c == U' ' ? c : c + 1;
  return out;
}

const char* const honest[] = {
    "The ministry will publish a national plan for the protection of coastal waters in spring of this year.",
    "Le ministère publiera au printemps un plan national pour la protection des eaux côtières du pays.",
    "El ministerio publicará en primavera un plan nacional para la protección de las aguas costeras del país.",
    "O ministério publicará na primavera um plano nacional para a proteção das águas costeiras do país.",
    "Il ministero pubblicherà in primavera un piano nazionale per la protezione delle acque costiere del paese.",
    "Das Ministerium wird im Frühjahr einen nationalen Plan zum Schutz der Küstengewässer veröffentlichen.",
    "Министерство опубликует весной национальный план по охране прибрежных вод страны и отчитается о нём.",
    "ستنشر الوزارة في الربيع خطة وطنية لحماية المياه الساحلية في البلاد وستقدم تقريرا سنويا عنها.",
    "该部将于春季公布国家沿海水域保护计划，并每年就其执行情况提交报告，供各地政府参考和执行。",
    "Ráðuneytið mun birta landsáætlun um verndun strandsjávar í vor og skila skýrslu um hana á hverju ári.",
    "Bakanlık ilkbaharda kıyı sularının korunması için ulusal bir plan yayımlayacak ve her yıl rapor verecek.",
};

}  // namespace

TEST(TextQuality, honest_text_of_many_languages_is_good) {
  for (const char* text : honest)
    EXPECT_EQ(judge_text(page_of(to_utf32(text))).verdict, TextVerdict::good) << text;
}

TEST(TextQuality, letters_exchanged_for_others_are_garbled) {
  for (int i : {0, 1, 2, 3, 4, 5, 6, 7})
    EXPECT_EQ(judge_text(page_of(shifted(to_utf32(honest[i])))).verdict, TextVerdict::garbled) << honest[i];
}

TEST(TextQuality, signs_without_names_are_garbled_but_bullets_are_not) {
  EXPECT_EQ(judge_text(page_of(U"\uE001\uE002\uE003\uE004 and a few words")).verdict, TextVerdict::garbled);
  EXPECT_EQ(judge_text(page_of(U"\uF0B7 first \uF0B7 second \uF0B7 third")).verdict, TextVerdict::good);
}

TEST(TextQuality, a_page_of_pictures_has_no_text_and_an_empty_one_is_blank) {
  PageContent page;
  page.width = 595, page.height = 842;
  EXPECT_EQ(judge_text(page).verdict, TextVerdict::blank);
  page.images.push_back({0, 0, 595, 842});
  page.has_drawing = true;
  EXPECT_EQ(judge_text(page).verdict, TextVerdict::no_text);
  PageContent stamped = page_of(U"Scanned by Office 7");
  stamped.images.push_back({0, 0, 595, 842});
  EXPECT_EQ(judge_text(stamped).verdict, TextVerdict::sparse);
}

TEST(TextQuality, honest_pages_of_public_reports_are_never_garbled) {
  const std::string folder = test::shared + "/data/real";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not there";
  for (const std::string& path : test::files_below(folder, ".pdf")) {
    const std::string bytes = test::read_file(path);
    PdfFile file(bytes);
    for (std::size_t i = 0; i < file.page_count(); ++i) {
      const TextQuality quality = judge_text(file.page(i));
      EXPECT_NE(quality.verdict, TextVerdict::garbled) << path << " page " << i + 1 << ": " << quality.reason;
    }
  }
}

TEST(Ocr, a_box_on_an_upright_page_is_found_again_on_the_turned_one) {
  const Turned quarter{1, 0, 600, 800};  // turned clockwise by a quarter: 800 wide, 600 high
  EXPECT_EQ(quarter.back({790, 0, 800, 20}), (Box{0, 0, 20, 10}));
  const Turned half{2, 0, 600, 800};
  EXPECT_EQ(half.back({0, 0, 10, 20}), (Box{590, 780, 600, 800}));
}

TEST(Ocr, a_text_layer_that_lies_is_replaced_or_told_of) {
  const std::string path = test::shared + "/data/hostile/text/tounicode_shifted.pdf";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  ExtractOptions options;
  const std::string bytes = test::read_file(path);
  if (make_recognizer("")->missing().empty()) {
    const Document read = extract(bytes, "x.pdf", options);
    EXPECT_EQ(read.text, "Section 1 Scope\n");
    EXPECT_EQ(read.pages[0].source, TextSource::ocr);
  }
  options.ocr = false;
  const Document document = extract(bytes, "x.pdf", options);
  ASSERT_FALSE(document.warnings.empty());
  EXPECT_EQ(document.warnings[0].code, "garbled-text");
}

TEST(Ocr, names_of_languages) {
  EXPECT_EQ(tesseract_name("fr"), "fra");
  EXPECT_EQ(tesseract_name("zh-Hans"), "chi_sim");
  EXPECT_EQ(tesseract_name("tlh"), "");
}
