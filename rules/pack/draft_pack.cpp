// Documents -> the draft of a pack.
#include "rules/pack/draft_pack.h"

#include "rules/pack/loose_text.h"
#include "rules/segment/forms.h"
#include "rules/segment/heading_rank.h"
#include "rules/segment/looks.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <vector>

namespace plumbline {

namespace {

constexpr std::size_t most_parts = 40;
constexpr std::size_t longest_label = 80;  // bytes
constexpr std::ptrdiff_t most_words_before_number = 4;

// A heading or label as it stands in the documents.
struct Candidate {
  std::string words;  // without its number, loosened
  std::string text;   // as first seen
  std::set<std::size_t> documents;
  std::size_t count = 0;
  std::size_t order = 0;     // of its first place
  bool is_numbered = false;  // "Measure 3": a number stands behind its words
  std::set<std::string> numbers;
  bool is_label = false;
  bool is_repeated() const { return numbers.size() > 1; }
};

bool is_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

class Drafter {
 public:
  Drafter(std::span<const Document> documents, std::string_view id) : documents_(documents), id_(id) {}

  std::string run() {
    for (std::size_t i = 0; i < documents_.size(); ++i)
      collect(documents_[i], i);
    for (auto& [words, candidate] : candidates_)
      all_.push_back(candidate);
    std::sort(all_.begin(), all_.end(), [](const Candidate& a, const Candidate& b) { return a.order < b.order; });
    keep_repeated();
    return write();
  }

 private:
  void collect(const Document& document, std::size_t index) {
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
      const Block& block = document.blocks[b];
      if (block.kind == BlockKind::furniture || block.kind == BlockKind::footnote || block.line_count == 0) continue;
      const Line& first = document.lines[block.first_line];
      if (is_furniture(first.role)) continue;
      std::string text;
      for (std::uint32_t l = 0; l < block.line_count && l < 3; ++l)
        text += (l ? " " : "") + std::string(document.text_of(document.lines[block.first_line + l]));
      const auto colon = find_colon(text);
      if (is_label_cell(document, block.cell))
        add(text, index, true);
      else if (colon != text.npos && colon > 2 && colon < longest_label)
        add(text.substr(0, colon), index, true);
      else if (block.kind == BlockKind::heading ||
               (block.line_count == 1 && block.cell == no_index && block.kind == BlockKind::paragraph &&
                looks_like_heading(text, HeadingEvidence::words)))
        add(text, index, false);
    }
  }

  void add(std::string text, std::size_t document, bool is_label) {
    text.erase(0, enumeration_of(text).length);
    if (text.size() > longest_label || text.size() < 3 || begins_small(text)) return;
    auto words = loose_words(text);
    // "National measure 3 Libraries" and "National measure 4 Roads" are one part: some words and a number.
    const auto number = std::find_if(words.begin(), words.end(), is_digits);
    const bool is_numbered = number != words.begin() && number != words.end() && number->size() < 4 &&
                             number - words.begin() <= most_words_before_number;
    const std::string value = is_numbered ? *number : "";
    if (is_numbered) {
      words.erase(number, words.end());
      text = text.substr(0, text.find_first_of("0123456789"));
    }
    std::string key;
    for (const std::string& word : words)
      key += (key.empty() ? "" : " ") + word;
    if (key.empty() ||
        std::none_of(words.begin(), words.end(), [](const std::string& word) { return !is_digits(word); }))
      return;
    while (text.ends_with(' ') || text.ends_with(':'))
      text.pop_back();
    Candidate& candidate = candidates_[key];
    if (candidate.count++ == 0) candidate.text = text, candidate.words = key, candidate.order = next_++;
    candidate.documents.insert(document);
    candidate.is_numbered |= is_numbered;
    if (is_numbered) candidate.numbers.insert(value);
    candidate.is_label |= is_label;
  }

  // Of several documents, what stands in more than one; of one, what stands twice; labels and numbered headings always.
  void keep_repeated() {
    const bool several = documents_.size() > 1;
    std::erase_if(all_, [&](const Candidate& c) {
      if (c.is_numbered) return c.count < 2;
      return several ? c.documents.size() < 2 : c.count < 2 && !c.is_label;
    });
    if (all_.size() > most_parts) all_.resize(most_parts);
  }

  std::string language() const {
    for (const Document& document : documents_)
      if (!document.language.empty()) return document.language.substr(0, 2);
    return "en";
  }

  static std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text)
      out += c == '\'' ? ' ' : static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return out + "'";
  }

  // Signs of the phrase language taken away.
  static std::string phrase(std::string_view text) {
    std::string out;
    for (const char c : text)
      out += std::string_view("[](){}|").find(c) == std::string_view::npos ? c : ' ';
    return out;
  }

  std::string kind_of(const Candidate& candidate, std::set<std::string>& used) const {
    std::string kind;
    for (const char c : candidate.words)
      if (std::isalnum(static_cast<unsigned char>(c)) != 0)
        kind += c;
      else if (!kind.empty() && kind.back() != '-' && c == ' ')
        kind += '-';
    kind = kind.substr(0, 40);
    while (kind.ends_with('-'))
      kind.pop_back();
    if (kind.empty() || kind == "other") kind = "part";
    std::string name = kind;
    for (int again = 2; !used.insert(name).second; ++again)
      name = kind + "-" + std::to_string(again);
    return name;
  }

  std::string write() const {
    const std::string lang = language();
    const auto target = std::max_element(all_.begin(), all_.end(), [](const Candidate& a, const Candidate& b) {
      return (a.is_repeated() ? a.count : 0) < (b.is_repeated() ? b.count : 0);
    });
    const bool has_target = target != all_.end() && target->is_repeated();
    std::string out = "# Drafted from " + std::to_string(documents_.size()) + " submission" +
                      (documents_.size() == 1 ? "" : "s") +
                      ": strike what is not the template's, name the kinds, say what is required. docs/packs.md "
                      "explains every key.\n";
    out += "id = " + quoted(id_) + "\nversion = '0.1.0'\nname = " + quoted(id_) + "\nlanguages = ['" + lang +
           "']\nloose = true\n\n[recognise]\nat_least = 0.5\n[recognise.marks]\n" + lang + " = [\n";
    if (all_.empty()) out += "  'TODO the words by which the template is known',\n";
    for (std::size_t i = 0; i < all_.size() && i < 8; ++i)
      out += "  " + quoted(phrase(all_[i].text) + (all_[i].is_numbered ? " {number}" : "")) + ",\n";
    out += "]\n[recognise.matches]\n" + lang + " = [\n";
    for (std::size_t i = 0; i < all_.size() && i < 8; ++i)
      out += "  " + quoted(all_[i].text + (all_[i].is_numbered ? " 1" : "")) + ",\n";
    out += "]\n";
    std::set<std::string> used;
    if (all_.empty()) return out + "\n[[parts]]\nkind = 'part'\n[parts.heading]\n" + lang + " = ['TODO a heading']\n";
    for (const Candidate& part : all_) {
      const bool is_target = has_target && &part == &*target;
      out += "\n[[parts]]  # stands there " + std::to_string(part.count) + " times\nkind = '" + kind_of(part, used) +
             "'\nname = " + quoted(part.text) + "\n";
      if (is_target)
        out += "role = 'target'\n";
      else if (has_target && part.order > target->order && part.count * 2 >= target->count)
        out += "of = 'target'\n";
      out += std::string(part.is_label && !is_target ? "[parts.label]\n" : "[parts.heading]\n") + lang + " = [" +
             quoted(phrase(part.text) + (part.is_numbered ? " {number}" : "")) + "]\n";
      out += "[parts.matches]\n" + lang + " = [" +
             quoted(part.text + (part.is_numbered ? " 1"
                                 : part.is_label  ? ": text"
                                                  : "")) +
             "]\n";
    }
    return out;
  }

  std::span<const Document> documents_;
  std::string id_;
  std::map<std::string, Candidate> candidates_;
  std::vector<Candidate> all_;
  std::size_t next_ = 0;
};

}  // namespace

std::string draft_pack(std::span<const Document> documents, std::string_view id) {
  return Drafter(documents, id).run();
}

}  // namespace plumbline
