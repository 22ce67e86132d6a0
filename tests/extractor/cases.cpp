// Which function answers each folder of text cases.
#include "extractor/docx/docx.h"
#include "extractor/dump.h"
#include "extractor/odt/odt.h"
#include "extractor/text/text.h"
#include "extractor/unicode/language.h"
#include "extractor/unicode/sentences.h"
#include "tests/extractor/dump.h"
#include "tests/extractor/package.h"
#include "tests/support/page_picture.h"
#include "tests/support/case_file.h"

using namespace plumbline;

namespace {

std::string first_characters(std::string_view text, std::size_t count) {
  std::string out;
  for (char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80 && count-- == 0) break;
    out += c;
  }
  return out;
}

std::string answer_sentences(const test::Case& item) {
  const std::string& text = item.part("input");
  std::string out;
  for (Span span : split_sentences(text, item.has("language") ? item.part("language") : ""))
    out += (out.empty() ? "" : "\n") + text.substr(span.start, span.length);
  return out;
}

std::string answer_languages(const test::Case& item) {
  Document document = read_text(item.part("input"));
  detect_languages(document);
  std::string out = "document " + document.language;
  for (const Block& block : document.blocks)
    out += "\n" + block.language + " " + first_characters(document.text_of(document.lines[block.first_line]), 27);
  return out;
}

// "\\f", "\\t" and "\\x96" in a case stand for the bytes.
std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
    } else if (const char c = text[++i]; c == 'x' && i + 2 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += c == 'f' ? '\f' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    }
  }
  return out;
}

std::string answer_text(const test::Case& item) {
  return test::dump(read_text(unescape(item.part("input"))));
}

std::string answer_layout(const test::Case& item) {
  std::string out = dump(test::draw_document(item.part("input")));
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

Tracked tracked_of(const test::Case& item) {
  return item.has("tracked") && item.part("tracked") == "original" ? Tracked::original : Tracked::accepted;
}

std::string answer_docx(const test::Case& item) {
  return test::dump(read_docx(test::make_docx(item), tracked_of(item)));
}
std::string answer_odt(const test::Case& item) {
  return test::dump(read_odt(test::make_odt(item), tracked_of(item)));
}

}  // namespace

void register_all_cases() {
  test::register_cases("extractor/sentences", ".case", answer_sentences);
  test::register_cases("extractor/languages", ".case", answer_languages);
  test::register_cases("extractor/text", ".case", answer_text);
  test::register_cases("layout", ".case", answer_layout);
  test::register_cases("extractor/docx", ".case", answer_docx);
  test::register_cases("extractor/odt", ".case", answer_odt);
}
