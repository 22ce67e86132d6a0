// Looks for words for a section with a number, in texts and at the beginnings of lines.
#include "rules/references/section_references.h"

#include "rules/pack/loose_text.h"
#include "rules/segment/heading_rank.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace plumbline {
namespace {

constexpr std::size_t least_headings = 3;
constexpr std::size_t nearby = 80;  // bytes around a reference

// Loosened words for a section and its number, in nine languages.
const RE2& reference() {
  static const RE2 pattern(
      "(?:^|[^\\pL])((?:sections?|chapters?|chapitres?|secciones|seccion|capitulos?|apartados?|seccao|secoes|secao|"
      "sezion[ei]|capitol[oi]|abschnitt[es]*|kapitel[ns]*|раздел[а-я]*|глав[а-я]*|القسم|الفصل)"
      "(?: (?:no|nr|n|№|رقم)\\.?°?)? ?([0-9]{1,2}(?:\\.[0-9]{1,2})?))(?:[^0-9]|$)");
  return pattern;
}

// Of another text.
const RE2& law() {
  static const RE2 pattern(
      "(?:^|[^\\pL])(?:acts?|codes?|codigos?|laws?|loi|lois|ley|leyes|lei|leis|leggi?|codice|gesetz[a-z]*|закон[а-я]*|"
      "кодекс[а-я]*|القانون|قانون|convention[a-z]*|treaty|regulations?|decree|decret[a-z]*|constitution[a-z]*|"
      "annual report|guidelines?|manual|handbook)(?:[^\\pL]|$)");
  return pattern;
}

class Finder {
 public:
  Finder(const Document& document, const Report& report) : document_(document), report_(report) {
    for (std::size_t i = 0; i < document.lines.size(); ++i)
      if (report_.line_roles[i] == LineRole::heading) take_heading(loose(document.text_of(document.lines[i])));
  }

  std::vector<SectionReference> run() {
    if (headings_.size() + subheadings_.size() < least_headings) return {};
    for (const Goal& goal : report_.goals)
      search(goal.id, goal.passage);
    for (const Action& action : report_.actions)
      search(action.id, action.passage);
    return std::move(found_);
  }

 private:
  static std::string number_of_line(const std::string& text) {
    static const RE2 number("^(?:[^\\d ]+ )?([0-9]{1,2}(?:\\.[0-9]{1,2})?)(?:[^0-9]|$)");
    std::string found;
    RE2::PartialMatch(text, number, &found);
    return found;
  }

  // Whatever a line begins with may be what is referred to: a heading, or an item of a list. Few submissions ask.
  bool begins_a_line(const std::string& number) {
    if (numbers_.empty())
      for (const Line& line : document_.lines)
        if (!is_furniture(line.role)) numbers_.insert(number_of_line(loose(document_.text_of(line))));
    return numbers_.contains(number);
  }

  void take_heading(const std::string& text) {
    if (enumeration_of(text).length == 0) return;
    if (const std::string number = number_of_line(text); !number.empty())
      (number.find('.') == number.npos ? headings_ : subheadings_).insert(number);
  }

  void search(const std::string& node, const Passage& passage) {
    const LooseText loosened = loosen(passage.text);
    const re2::StringPiece text(loosened.text);
    re2::StringPiece groups[3];
    for (std::size_t from = 0; reference().Match(text, from, text.size(), RE2::UNANCHORED, groups, 3);) {
      const auto start = static_cast<std::size_t>(groups[1].data() - text.data());
      const std::size_t end = start + groups[1].size();
      from = end;
      const std::string number(groups[2].data(), groups[2].size());
      const auto& known = number.find('.') == number.npos ? headings_ : subheadings_;
      if (known.size() < least_headings || begins_a_line(number) || is_of_another_text(loosened.text, start, end))
        continue;
      const std::uint32_t at = loosened.origin[start];
      found_.push_back({node, number, passage.where(at, loosened.origin[end] - at)});
    }
  }

  static bool is_of_another_text(const std::string& text, std::size_t start, std::size_t end) {
    const std::size_t from = start > nearby ? start - nearby : 0;
    if (RE2::PartialMatch(re2::StringPiece(text.data() + from, start - from), law())) return true;
    const std::string_view behind = std::string_view(text).substr(end, nearby);
    for (const std::string_view owner :
         {" of ", " des ", " du ", " de ", " del ", " do ", " da ", " der ", " dell", " di "})
      if (behind.starts_with(owner)) return true;
    return RE2::PartialMatch(re2::StringPiece(behind.data(), behind.size()), law());
  }

  const Document& document_;
  const Report& report_;
  std::set<std::string> numbers_;                 // that lines begin with, and ""; filled when first asked for
  std::set<std::string> headings_, subheadings_;  // "3", "3.2"
  std::vector<SectionReference> found_;
};

}  // namespace

std::vector<SectionReference> find_missing_sections(const Document& document, const Report& report) {
  return Finder(document, report).run();
}

}  // namespace plumbline
