// broken-url: a web address is cut or malformed
#include "rules/addresses/broken_addresses.h"
#include "rules/check.h"
#include "rules/reading/reading.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace plumbline::checks {
namespace {

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// Lines break behind a slash, hyphen or point of an address, or anywhere in one that fills the line from its start. A
// break between two letters of an address that begins inside a line is a blank or line end that somebody typed.
bool is_cut_by_line_end(const Passage& passage, std::uint32_t start, std::uint32_t end) {
  for (std::size_t i = 0; i + 1 < passage.pieces.size(); ++i) {
    const Passage::Piece &piece = passage.pieces[i], &next = passage.pieces[i + 1];
    const std::uint32_t joint = next.text_start;
    if (joint <= start + 10 || joint >= end || next.line == piece.line || piece.text_start + piece.length != joint)
      continue;
    const bool begins_inside = piece.text_start < start;
    if (begins_inside && is_word_byte(passage.text[joint - 1]) && is_word_byte(passage.text[joint])) return true;
  }
  return false;
}

// Whether a word begins as an address does, whole or broken: "http", "htp", "www".
bool may_begin_address(const Form& form) {
  if (form.kind != WordKind::word && form.kind != WordKind::address) return false;
  const std::string& word = form.folded;
  const auto has = [&](std::size_t at, char c) { return word.size() > at && (word[at] | 0x20) == c; };
  if (has(0, 'w')) return has(1, 'w') && has(2, 'w');
  return (has(0, 'h') && (has(1, 't') || has(1, 'h') || has(1, 'p'))) || (has(0, 't') && has(1, 't') && has(2, 'p'));
}

void run(const Submission& submission, CheckLog& log) {
  const Reading& reading = submission.reading;
  std::vector<bool> may_begin(reading.forms.size());
  for (std::size_t form = 0; form < reading.forms.size(); ++form)
    may_begin[form] = may_begin_address(reading.forms[form]);
  for (const Text& text : reading.texts) {
    if (text.kind == TextKind::loose) continue;
    const auto words = reading.words_of(text);
    if (std::none_of(words.begin(), words.end(), [&](const Word& word) { return may_begin[word.form]; })) continue;
    const Passage& passage = passage_of(submission.report, submission.reading, text);
    const AddressScan scan = scan_addresses(passage.text);
    log.look(scan.addresses);
    for (const auto& [start, end] : scan.whole)
      if (is_cut_by_line_end(passage, start, end))
        log.find_at(node_of(submission.report, text), passage, start, end - start,
                    "the address \"" + passage.text.substr(start, end - start) + "\" is cut by a line break");
    for (const BrokenAddress& address : scan.broken)
      log.find_at(node_of(submission.report, text), passage, address.start, address.length,
                  "the address \"" + passage.text.substr(address.start, address.length) + "\" " + address.why);
  }
}

}  // namespace

extern const Check broken_url;
const Check broken_url = {
    "broken-url",
    Severity::warning,
    "A web address is cut or malformed",
    "It leads nowhere: what it should prove cannot be looked up.",
    "Write the address in one piece, and try it.",
    "https://hotline.example/reports/2013.pdf",
    "https://hotline.example/reports/annual- 2013.pdf",
    run,
};

}  // namespace plumbline::checks
