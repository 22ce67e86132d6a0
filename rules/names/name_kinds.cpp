// Kinds by language, in all their inflections; each line one kind, its first form the name of all.
#include "rules/names/name_kinds.h"

#include "rules/names/names.h"
#include "rules/reading/by_language.h"

#include <algorithm>
#include <unordered_map>

namespace plumbline {
namespace {

struct Kinds {
  Language language;
  std::string_view words;  // forms of one kind joined by "/"
};

constexpr Kinds lists[] = {
    {Language::en,
     "operation/operations project/projects campaign/campaigns initiative/initiatives programme/program/programs"},
    {Language::fr,
     "operation/operations projet/projets campagne/campagnes initiative/initiatives programme/programmes"},
    {Language::es,
     "operacion/operaciones proyecto/proyectos campana/campanas iniciativa/iniciativas programa/programas"},
    {Language::pt,
     "operacao/operacoes projeto/projecto/projetos campanha/campanhas iniciativa/iniciativas programa/programas"},
    {Language::it,
     "operazione/operazioni progetto/progetti campagna/campagne iniziativa/iniziative programma/programmi"},
    {Language::de,
     "operation/operationen projekt/projekts/projektes/projekte kampagne/kampagnen initiative/initiativen "
     "programm/programms/programme"},
    {Language::ru,
     "операция/операции/операцию/операциеи/операции проект/проекта/проекту/проектом/проекте кампания/кампании/"
     "кампанию инициатива/инициативы/инициативу/инициативе/инициативои программа/программы/программе/программу/"
     "программои"},
    {Language::ar, "عمليه/العمليه مشروع/المشروع حمله/الحمله مبادره/المبادره برنامج/البرنامج"},
    {Language::zh, "行动 项目 运动 倡议 计划"},
};

using Map = std::unordered_map<std::string_view, std::string_view>;

Map kinds_of(Language language) {
  Map kinds;
  for (const Kinds& list : lists) {
    if (list.language != language) continue;
    for (std::string_view rest = list.words; !rest.empty();) {
      const auto end = std::min(rest.find(' '), rest.size());
      std::string_view forms = rest.substr(0, end);
      const std::string_view kind = forms.substr(0, std::min(forms.find('/'), forms.size()));
      while (!forms.empty()) {
        const auto slash = std::min(forms.find('/'), forms.size());
        kinds.emplace(forms.substr(0, slash), kind);
        forms.remove_prefix(std::min(slash + 1, forms.size()));
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return kinds;
}

std::string_view kind_of(Language language, std::string_view folded) {
  const Map& kinds = of_language<kinds_of>(language);
  const auto at = kinds.find(folded);
  return at == kinds.end() ? std::string_view() : at->second;
}

constexpr std::string_view opening[] = {"\"", "“", "«", "„", "‘", "「", "'"};
constexpr std::string_view closing[] = {"\"", "”", "»", "“", "’", "」", "'"};

bool is_one_of(std::string_view text, std::span<const std::string_view> marks) {
  return std::find(marks.begin(), marks.end(), text) != marks.end();
}

bool opens_quotation(const Reading& reading, std::uint32_t at) {
  const Form& form = reading.form_of(reading.words[at]);
  return form.kind == WordKind::mark && is_one_of(form.text, opening);
}

struct Quotation {
  std::string name;
  std::uint32_t end = 0;  // behind its closing mark
};

std::optional<Quotation> quotation_at(const Reading& reading, std::uint32_t at, std::uint32_t end) {
  if (at >= end || !opens_quotation(reading, at)) return {};
  Quotation result;
  for (std::uint32_t i = at + 1; i < end && i < at + 12; ++i) {
    const Form& item = reading.form_of(reading.words[i]);
    if (is_one_of(item.text, closing)) {
      result.end = i + 1;
      return result.name.size() >= 3 ? std::optional(result) : std::nullopt;
    }
    if (item.kind != WordKind::mark) result.name += item.folded + (item.kind == WordKind::ideograph ? "" : " ");
  }
  return {};
}

// Chinese: “维克”行动
std::optional<NamedKind> chinese_at(const Reading& reading, std::uint32_t at, std::uint32_t end) {
  const auto quotation = quotation_at(reading, at, end);
  if (!quotation || quotation->end + 1 >= end) return {};
  const std::string kind =
      reading.form_of(reading.words[quotation->end]).folded + reading.form_of(reading.words[quotation->end + 1]).folded;
  const std::string_view known = kind_of(Language::zh, kind);
  if (known.empty()) return {};
  return NamedKind{std::string(known), quotation->name, at, quotation->end + 2};
}

}  // namespace

bool is_name_kind(Language language, std::string_view folded) {
  return !kind_of(language, folded).empty();
}

std::optional<NamedKind> kind_and_name_at(const Reading& reading, const Text& text, std::uint32_t at) {
  const std::uint32_t end = text.first_word + text.word_count;
  const Form& first = reading.form_of(reading.words[at]);
  if (text.language == Language::zh) return chinese_at(reading, at, end);
  const bool may_be_kind = first.is_capitalised || (at + 1 < end && opens_quotation(reading, at + 1));
  if (first.kind != WordKind::word || !may_be_kind) return {};
  const std::string_view kind = kind_of(first.language, first.folded);
  if (kind.empty()) return {};
  if (const auto quotation = quotation_at(reading, at + 1, end))
    return NamedKind{std::string(kind), quotation->name, at, quotation->end};
  // Without quotation marks only "Operation Delego", both capitalised, with no name in front ("Rescue Operation Team").
  const bool has_case = first.script == Script::latin || first.script == Script::cyrillic;
  if (!has_case || !first.is_capitalised || first.text.ends_with('s')) return {};
  NamedKind result{std::string(kind), "", at, at + 1};
  while (result.last < end && result.last < at + 4) {
    const Form& item = reading.form_of(reading.words[result.last]);
    if (item.kind != WordKind::word || !item.is_capitalised || item.is_function_word) break;
    if (kind_of(item.language, item.folded).size() > 0) return {};
    result.name += item.folded + " ";
    ++result.last;
  }
  return result.name.size() >= 4 ? std::optional(result) : std::nullopt;
}

std::optional<QuotedName> quoted_name_at(const Reading& reading, const Text& text, std::uint32_t at) {
  if (!opens_quotation(reading, at)) return {};
  const std::uint32_t end = text.first_word + text.word_count;
  const auto quotation = quotation_at(reading, at, end);
  if (!quotation || quotation->end - at > 14) return {};
  QuotedName name{quotation->name, at + 1, quotation->end - 1, text.language == Language::zh};
  const std::size_t words = name.last - name.first;
  const bool is_long = name.is_ideographic ? words >= 4 : name.folded.size() > 5;
  return words > 0 && words <= (name.is_ideographic ? 12u : 6u) && is_long ? std::optional(name) : std::nullopt;
}

bool are_slips_of_one(const QuotedName& a, const QuotedName& b) {
  if (a.is_ideographic != b.is_ideographic || a.last - a.first != b.last - b.first) return false;
  const std::string &x = a.folded, &y = b.folded;
  if (a.is_ideographic) {
    if (x.size() != y.size() || x.size() % 3 != 0) return false;
    int differing = 0;
    for (std::size_t i = 0; i < x.size(); i += 3)
      differing += x.compare(i, 3, y, i, 3) != 0;
    return differing == 1;
  }
  bool has_slip = false;
  for (std::size_t i = 0, k = 0; i < x.size() && k < y.size();) {
    const std::size_t i_end = std::min(x.find(' ', i), x.size()), k_end = std::min(y.find(' ', k), y.size());
    const std::string_view one = std::string_view(x).substr(i, i_end - i),
                           other = std::string_view(y).substr(k, k_end - k);
    if (one != other) {
      // Quoted names bear no endings in Arabic: there the last letter may be the slip.
      const bool is_arabic =
          !one.empty() && static_cast<unsigned char>(one[0]) >= 0xd8 && static_cast<unsigned char>(one[0]) <= 0xdb;
      const std::string padding = is_arabic ? "**" : "";
      if (has_slip || !is_slip(std::string(one) + padding, std::string(other) + padding)) return false;
      if (are_spellings_of_one(one, other)) return false;
      has_slip = true;
    }
    i = i_end + 1;
    k = k_end + 1;
  }
  return has_slip;
}

bool are_spellings_of_one(std::string_view a, std::string_view b) {
  // "counselling", "fulfilled", "traveller"; but not "Norvalia", "Norvallia".
  const std::string_view longer = a.size() >= b.size() ? a : b;
  const bool may_double = longer.ends_with("lling") || longer.ends_with("lled") || longer.ends_with("ller") ||
                          longer.ends_with("llers") || longer.ends_with("llor") || longer.ends_with("llors");
  const auto unify = [&](std::string_view word) {
    std::string text(word);
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"our", "or"},
                                   {"isation", "ization"},
                                   {"ise", "ize"},
                                   {"isi", "izi"},
                                   {"ence", "ense"},
                                   {"ll", "l"},
                                   {"ae", "e"},
                                   {"tre", "ter"},
                                   {"mme", "m"},
                                   {"ct", "t"},
                                   {"pt", "t"},
                                   {"ß", "ss"}})
      for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        if (may_double || from != "ll") text.replace(at, from.size(), to);
    return text;
  };
  return unify(a) == unify(b);
}

}  // namespace plumbline
