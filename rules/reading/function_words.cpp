// Lists of function words. Folded: lower case, no accents.
#include "rules/reading/function_words.h"

#include "rules/reading/by_language.h"

#include <array>
#include <string>
#include <unordered_map>

namespace plumbline {
namespace {

struct List {
  Language language;
  std::string_view cannot_end;
  std::string_view others;
};

constexpr std::array lists = {
    List{Language::en,
         "a an the and or but nor of to in on at by for from with without within into onto upon under between among "
         "amongst through throughout during against towards toward via per as than that which who whom whose while "
         "whereas because although if unless until including such its their our his her my your these this those is "
         "are was were be been being has have had will shall would should may might must can could not very both "
         "either each every when where whether",
         "it they them we us he she i you there here so then also too no yes all any some many much more most other "
         "another few several same own only just about over up out off down before after since again further once "
         "do does did done doing having what how why s t re ve ll d"},
    List{Language::fr,
         "le la les l un une des de d du au aux et ou ni mais car donc que qu qui dont a dans sur sous par pour avec "
         "sans entre vers chez lors afin comme si quand lorsque puisque ainsi ce cet cette ces son sa ses leur leurs "
         "notre nos votre vos est sont etait etaient sera seront soit en y se s n ne visant tels tel telle telles",
         "il elle ils elles on nous vous je tu me te lui eux celui celle ceux celles cela ceci ca plus moins tres "
         "aussi tout toute tous toutes meme memes autre autres quelque quelques chaque plusieurs pas jamais ou etre "
         "avoir ete ont avait avaient aura auront fait faire j m c t apres avant depuis pendant selon"},
    List{Language::es,
         "el la los las lo un una unos unas de del al a y e o u ni pero sino que quien quienes cuyo cuya cuyos cuyas "
         "en con sin por para sobre bajo entre hacia hasta desde ante contra segun mediante durante como si cuando "
         "donde aunque porque su sus mi mis tu tus nuestro nuestra este esta estos estas ese esa esos esas es son "
         "fue fueron sera seran se muy",
         "ella ellos ellas nosotros ustedes usted me te le les nos mas menos tambien todo toda todos todas mismo "
         "misma otro otra otros otras algun alguna algunos algunas cada varios varias no ya ser estar haber ha han "
         "habia habian hay sido esto eso aquel aquella cual cuales"},
    List{Language::pt,
         "o a os as um uma uns umas de do da dos das no na nos nas ao aos e ou nem mas que quem cujo cuja em com sem "
         "por pelo pela pelos pelas para sobre sob entre ate desde ante contra segundo mediante durante como se "
         "quando onde embora porque seu sua seus suas este esta estes estas esse essa esses essas num numa "
         "sera serao foi foram muito",
         "ele ela eles elas nos voce voces me te lhe lhes mais menos tambem todo toda todos todas mesmo mesma outro "
         "outra outros outras algum alguma alguns algumas cada varios varias nao ja ser estar haver ha tem tinha "
         "isto isso aquele aquela qual quais sao era eram"},
    List{Language::it,
         "il lo la i gli le l un uno una di del dello della dei degli delle dell d a al allo alla ai agli alle all "
         "da dal dallo dalla dai dagli dalle dall in nel nello nella nei negli nelle nell con su sul sullo sulla "
         "sui sugli sulle sull per tra fra e ed o od ne ma che chi cui come se quando dove perche mentre "
         "suo sua suoi sue loro questo questa questi queste quel quella quei quelle sono sara saranno molto",
         "egli lui lei essi esse noi voi io tu mi ti ci vi si non piu meno anche tutto tutta tutti tutte stesso "
         "stessa altro altra altri altre alcuni alcune ogni vari varie gia essere avere ha hanno aveva avevano "
         "stato stata stati state era erano cio quale quali sia nonche oltre e"},
    List{Language::de,
         "der die das den dem des ein eine einen einem einer eines und oder aber sondern denn von vom zu zum zur in "
         "im an am auf aus bei beim mit nach seit durch fur gegen ohne um uber unter vor zwischen wahrend wegen "
         "sowie als wie dass weil wenn ob damit indem sein seine seinen seiner ihr ihre ihren ihrer unser unsere "
         "dieser diese dieses diesem diesen jeder jede jedes ist sind war waren sehr bis zwecks mittels",
         "er sie es wir ich du ihm ihn ihnen uns euch man sich nicht kein keine keinen auch nur noch schon mehr "
         "weniger alle allen aller andere anderen anderer einige mehrere selbst haben hat hatte hatten wird werden "
         "wurde wurden worden kann konnen soll sollen muss mussen dort hier so dann zudem dabei dazu davon daran "
         "welche welcher welches deren dessen ab"},
    List{Language::ru,
         "и или но а в во на с со к ко от ото из изо у о об обо по за до для при про без через над под подо перед "
         "между среди против ради что чтобы как если когда где которыи которая которое которые которого которых "
         "которои котором которым также не ни бы ли их его ее свои свою своих своего своеи этот эта это эти этих "
         "является являются путем посредством вследствие будет будут",
         "он она оно они мы вы я ты ему им ими ею нас вас нам вам все всех весь вся всего более менее уже еще "
         "только же тоже так там тут здесь этого этом этои этому тот та те тех той том сам сами другои другие "
         "других каждыи каждого быть был была было были есть очень после"},
    List{
        Language::ar,
        "في من الي علي عن مع بين حتي منذ خلال عند لدي نحو او ثم ان انه انها التي الذي الذين اللذين اللتين اللاتي "
        "اللواتي كما لكن بل اذا لما حيث كي لان و ضد عبر دون بدون تحت فوق قبل بعد هذا هذه ذلك تلك هولاء ولا لا لم لن ما",
        "هو هي هم هن نحن انا انت كان كانت كانوا يكون تكون قد سوف كل بعض جميع غير اي ايضا والتي والذي وقد وفي ومن "
        "وعلي والي وعن ومع بها به له لها لهم فيها فيه منها منه عليها عليه اليها اليه هناك هنا"},
    List{Language::zh, "的 和 与 及 或 在 对 把 被 将 从 向 以 为 于 并 而 且 是 该 由",
         "已 曾 正 经 了 着 过 也 都 还 就 不 没 有 其 这 那 们 我 他 她 它 之 等"},
};

using Map = std::unordered_map<std::string_view, FunctionWord>;

Map words_of(Language language) {
  Map map;
  const auto add = [&](std::string_view words, FunctionWord kind) {
    while (!words.empty()) {
      const auto end = std::min(words.find(' '), words.size());
      if (end > 0) map.emplace(words.substr(0, end), kind);
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  };
  for (const List& list : lists) {
    if (list.language != language) continue;
    add(list.cannot_end, FunctionWord::cannot_end);
    add(list.others, FunctionWord::yes);
  }
  return map;
}

}  // namespace

FunctionWord function_word(Language language, std::string_view folded) {
  const Map& words = of_language<words_of>(language);
  const auto at = words.find(folded);
  return at == words.end() ? FunctionWord::no : at->second;
}

}  // namespace plumbline
