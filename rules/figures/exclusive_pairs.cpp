// Pairs by language: how the folded words of either side begin, alternatives parted by "/".
#include "rules/figures/exclusive_pairs.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace plumbline {
namespace {

struct Pair {
  Language language;
  std::string_view one, other;
};

using enum Language;

constexpr Pair pairs[] = {
    {en, "approv/accept/grant/admitt/upheld", "reject/refus/declin/denied/dismiss/turned"},
    {en, "convict/sentenc", "acquit"},
    {en, "complet/closed/resolv/solved", "pending/unresolv/unsolv/ongoing/open"},
    {en, "men/male/boys", "women/female/girls"},
    {fr, "approuv/accept/accord/admis", "rejet/refus/declin/ecart"},
    {fr, "condamn", "acquitt/relax"},
    {fr, "hommes/garcons", "femmes/filles"},
    {es, "aprob/acept/concedi/admiti", "rechaz/deneg/desestim"},
    {es, "conden", "absuel/absol"},
    {es, "hombres/varones/ninos", "mujeres/ninas"},
    {pt, "aprov/aceit/concedid/deferi/admit", "rejeit/recus/indefer/negad"},
    {pt, "conden", "absolv"},
    {pt, "homens/rapazes/meninos", "mulheres/raparigas/meninas"},
    {it, "approv/accolt/accett/concess/ammess", "respint/rifiut/rigett/negat"},
    {it, "condann", "assolt/assoluz"},
    {it, "uomini/ragazzi/maschi", "donne/ragazze/femmine"},
    {de, "bewillig/genehmig/angenommen/stattgegeben/zugelassen", "abgelehnt/zuruckgewiesen/abgewiesen/verworfen"},
    {de, "verurteil", "freigesproch/freispr"},
    {de, "manner/jungen", "frauen/madchen"},
    {ru, "одобр/удовлетвор/принят/утвержд", "отклон/отказ/отвергн"},
    {ru, "осужд/обвинит", "оправда"},
    {ru, "мужчин/мальчик", "женщин/девоч"},
    {ar, "وافق/قبل/الموافقه/قبول/اعتمد/ووفق", "رفض/ورفض/رفضت"},
    {ar, "ادان/بالادان/الادان/مدان", "براء/بالبراء/البراء/تبرئ"},
    {ar, "رجال/رجلا/ذكور", "نساء/امراه/اناث"},
    {zh, "批准/通过/接受/受理", "驳回/拒绝/否决/不予"},
    {zh, "定罪/有罪/判刑", "无罪/宣告无"},
    {zh, "男", "女"},
};

bool begins_with_any(std::string_view word, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const auto end = std::min(alternatives.find('/'), alternatives.size());
    if (word.starts_with(alternatives.substr(0, end))) return true;
    alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
  }
  return false;
}

}  // namespace

bool are_exclusive(const Reading& reading, std::uint32_t from, std::uint32_t to) {
  if (from >= to) return false;
  const Language language = reading.form_of(reading.words[from]).language;
  for (const Pair& pair : pairs) {
    if (pair.language != language) continue;
    bool has_one = false, has_other = false;
    for (std::uint32_t at = from; at < to; ++at) {
      std::string word = reading.form_of(reading.words[at]).folded;
      if (language == zh && at + 1 < to) word += reading.form_of(reading.words[at + 1]).folded;
      has_other = has_other || begins_with_any(word, pair.other);
      has_one = has_one || begins_with_any(word, pair.one);
    }
    if (has_one && has_other) return true;
  }
  return false;
}

}  // namespace plumbline
