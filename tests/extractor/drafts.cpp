// Files are what their bytes say; legacy drafts go through LibreOffice.
#include "extractor/extract.h"
#include "extractor/media_type.h"
#include "extractor/office/convert.h"
#include "tests/extractor/package.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

using namespace plumbline;

namespace {

std::string small_docx() {
  test::Case item;
  item.parts["body"] = "<w:p><w:r><w:t>Ten wells</w:t></w:r></w:p>";
  return test::make_docx(item);
}

bool warns(const Document& document, std::string_view code) {
  return std::any_of(document.warnings.begin(), document.warnings.end(),
                     [&](const Warning& warning) { return warning.code == code; });
}

std::string code_of(std::string_view bytes, const ExtractOptions& options = {}) {
  try {
    extract(bytes, "x", options);
  } catch (const Unreadable& error) {
    return error.code;
  }
  return "read";
}

}  // namespace

TEST(Drafts, a_docx_named_pdf_is_read_as_docx_with_a_warning) {
  const Document document = extract(small_docx(), "report.pdf");
  EXPECT_EQ(document.text, "Ten wells\n");
  EXPECT_FALSE(document.has_pages);
  EXPECT_TRUE(warns(document, "misnamed"));
  EXPECT_FALSE(warns(extract(small_docx(), "report.docx"), "misnamed"));
}

TEST(Drafts, other_packages_and_broken_ones_are_unreadable) {
  EXPECT_EQ(code_of(test::zip({{"xl/workbook.xml", "<x/>"}, {"[Content_Types].xml", "<x/>"}})), "not-a-document");
  const std::string bytes = small_docx();
  EXPECT_EQ(code_of(bytes.substr(0, bytes.size() / 2)), "damaged");
}

TEST(Drafts, a_part_that_unpacks_to_too_much_is_refused) {
  const std::string bomb(130u << 20, ' ');
  EXPECT_EQ(code_of(test::zip({{"word/document.xml", bomb}, {"_rels/.rels", "<R/>"}})), "too-large");
}

TEST(Drafts, entities_are_not_expanded) {
  const Document document =
      extract(test::zip({{"word/document.xml",
                          "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document><w:body><w:p>"
                          "<w:r><w:t>x&b;y</w:t></w:r></w:p></w:body></w:document>"}}),
              "x.docx");
  EXPECT_EQ(document.text, "x&b;y\n");
}

TEST(Drafts, elements_nested_too_deep_are_left_out_with_a_warning) {
  std::string open, close;
  for (int i = 0; i < 100000; ++i)
    open += "<w:sdt>", close += "</w:sdt>";
  const Document document = extract(test::zip({{"word/document.xml", "<w:document><w:body>" + open + close +
                                                                         "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
                                                                         "</w:body></w:document>"}}),
                                    "x.docx");
  EXPECT_EQ(document.text, "x\n");
  EXPECT_TRUE(warns(document, "too-deep"));
}

TEST(Drafts, rich_text_is_read_through_libreoffice_or_called_unreadable) {
  const std::string rtf = "{\\rtf1\\ansi Ten wells will be dug by June 2014.\\par}";
  ExtractOptions inside;
  inside.may_run_programs = false;
  EXPECT_EQ(code_of(rtf, inside), "needs-office");
  try {
    EXPECT_EQ(extract(rtf, "x.rtf").text, "Ten wells will be dug by June 2014.\n");
  } catch (const Unreadable& error) {
    if (error.code == "needs-office") GTEST_SKIP() << "LibreOffice is not installed";
    FAIL() << error.what();
  }
}

TEST(Drafts, a_converter_that_hangs_is_killed) {
  ConvertOptions options;
  options.program = testing::TempDir() + "plumbline-hangs";
  std::ofstream(options.program) << "#!/bin/sh\nsleep 60\n";
  std::filesystem::permissions(options.program, std::filesystem::perms::owner_all);
  options.timeout_seconds = 1;
  try {
    convert_to_odt("{\\rtf1 x}", MediaType::rtf, options);
    FAIL() << "nothing was thrown";
  } catch (const Unreadable& error) {
    EXPECT_EQ(error.code, "conversion-failed");
    EXPECT_NE(std::string(error.what()).find("within 1 s"), std::string::npos) << error.what();
  }
}
