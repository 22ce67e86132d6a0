// Digits that the file names wrongly and its font rightly.
#include "extractor/pdf/pdf_file.h"
#include "tests/support/sample_pdf.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

using namespace plumbline;

namespace {

std::string big_endian(std::initializer_list<unsigned> numbers) {
  std::string bytes;
  for (const unsigned number : numbers) {
    bytes += static_cast<char>(number >> 8 & 0xFF);
    bytes += static_cast<char>(number & 0xFF);
  }
  return bytes;
}

// Glyphs 1 to 10 are the digits from U+0660 on, all of them empty.
std::string font_of_digits() {
  const std::string character_map =
      big_endian({0, 1, 3, 1, 0, 12}) +
      big_endian({4, 32, 0, 4, 4, 1, 0, 0x669, 0xFFFF, 0, 0x660, 0xFFFF, 0x10000 + 1 - 0x660, 1, 0, 0});
  const std::vector<std::pair<std::string, std::string>> tables = {
      {"cmap", character_map},
      {"glyf", big_endian({0, 0})},
      {"head", big_endian({1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0,
                           0, 0, 0, 0, 0, 0, 1000,   1000,   0, 8,    2, 0, 0})},
      {"hhea", big_endian({1, 0, 800, 0, 0, 500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1})},
      {"hmtx", std::string(4 + 2 * 11, '\0')},
      {"loca", std::string(2 * 13, '\0')},
      {"maxp", big_endian({1, 0, 12, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0})},
  };
  std::string font = big_endian({1, 0, static_cast<unsigned>(tables.size()), 0, 0, 0}), body;
  for (const auto& [name, bytes] : tables) {
    const std::size_t offset = 12 + 16 * tables.size() + body.size();
    font += name + big_endian({0, 0, 0, static_cast<unsigned>(offset), 0, static_cast<unsigned>(bytes.size())});
    body += bytes + std::string((4 - bytes.size() % 4) % 4, '\0');
  }
  return font + body;
}

std::string stream(const std::string& bytes) {
  return "<< /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
}

// "2015" in Arabic digits; `names` is the ToUnicode map's word for glyphs 1 (zero) to 6 (five).
std::u32string read_year(const std::string& names) {
  const test::SamplePdf sample{
      .pages = {{.content = "BT /F3 12 Tf 20 50 Td <0003000100020006> Tj ET"}},
      .objects = {"<< /Type /Font /Subtype /Type0 /BaseFont /Digits /Encoding /Identity-H /DescendantFonts [11 0 R] "
                  "/ToUnicode 14 0 R >>",
                  "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Digits /CIDSystemInfo << /Registry (Adobe) "
                  "/Ordering (Identity) /Supplement 0 >> /FontDescriptor 12 0 R /DW 500 /CIDToGIDMap /Identity >>",
                  "<< /Type /FontDescriptor /FontName /Digits /Flags 4 /FontFile2 13 0 R /Ascent 800 /Descent -200 "
                  "/FontBBox [0 0 1000 1000] /ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
                  stream(font_of_digits()),
                  stream("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> "
                         "endcodespacerange 1 beginbfrange <0001> <0006> [" +
                         names + "] endbfrange endcmap end")},
      .fonts = "/F3 10 0 R"};
  const std::string bytes = sample.bytes();
  return PdfFile(bytes).page(0).units;
}

}  // namespace

TEST(DigitNames, a_map_that_calls_two_digits_by_one_name_gives_way_to_the_font) {
  EXPECT_EQ(read_year("<0032> <0039> <0030> <0030> <0034> <0034>"), U"٢٠١٥");
}

TEST(DigitNames, a_map_that_tells_digits_apart_is_believed) {
  EXPECT_EQ(read_year("<0030> <0031> <0032> <0033> <0034> <0035>"), U"2015");
}
