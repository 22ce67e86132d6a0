// Cue phrases by language: folded words parted by blanks, phrases by "|"; Chinese one character a word.
#include "rules/figures/cues.h"

#include "rules/reading/by_language.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace plumbline {
namespace {

struct Entry {
  Language language;
  Cue cue;
  std::string_view phrases;
};

using enum Language;

constexpr Entry entries[] = {
    {en, Cue::at_least, "more than|over|at least|in excess of|upwards of|not less than|no fewer than|above|well over"},
    {fr, Cue::at_least, "plus de|plus d|au moins|pas moins de|plus d '"},
    {es, Cue::at_least, "mas de|al menos|por lo menos|como minimo|no menos de"},
    {pt, Cue::at_least, "mais de|pelo menos|ao menos|acima de|nao menos de"},
    {it, Cue::at_least, "piu di|oltre|oltre i|oltre le|almeno|non meno di"},
    {de, Cue::at_least, "mehr als|uber|mindestens|wenigstens|nicht weniger als"},
    {ru, Cue::at_least, "более|более чем|свыше|не менее|не менее чем|больше|как минимум|по меньшеи мере"},
    {ar, Cue::at_least, "اكثر من|ما يزيد علي|ما يزيد عن|ما لا يقل عن|علي الاقل|يزيد علي|يزيد عن|يفوق"},
    {zh, Cue::at_least, "超 过|逾|至 少|不 少 于|多 于|高 于"},
    {en, Cue::at_most, "up to|less than|fewer than|under|at most|below|no more than|as many as|not more than|within"},
    {fr, Cue::at_most, "moins de|jusqu ' a|jusqu ’ a|au plus|au maximum"},
    {es, Cue::at_most, "menos de|hasta|como maximo|a lo sumo"},
    {pt, Cue::at_most, "menos de|ate|no maximo"},
    {it, Cue::at_most, "meno di|fino a|al massimo|al piu"},
    {de, Cue::at_most, "weniger als|bis zu|unter|hochstens|maximal"},
    {ru, Cue::at_most, "менее|менее чем|до|не более|не более чем|максимум"},
    {ar, Cue::at_most, "اقل من|ما يصل الي|حتي|لا يزيد علي|لا يتجاوز"},
    {zh, Cue::at_most, "不 到|不 超 过|少 于|低 于|最 多"},
    {en, Cue::about,
     "about|approximately|around|nearly|almost|some|roughly|close to|an estimated|estimated|approx|approx .|circa"},
    {fr, Cue::about, "environ|pres de|presque|quelque|a peu pres|autour de"},
    {es, Cue::about, "unos|unas|cerca de|casi|aproximadamente|alrededor de"},
    {pt, Cue::about, "cerca de|aproximadamente|quase|uns|umas|perto de|por volta de"},
    {it, Cue::about, "circa|quasi|all ' incirca|approssimativamente"},
    {de, Cue::about, "etwa|rund|ca|ca .|circa|fast|knapp|ungefahr|beinahe|gut"},
    {ru, Cue::about, "около|примерно|почти|порядка|приблизительно"},
    {ar, Cue::about, "حوالي|نحو|قرابه|زهاء|ما يقارب|تقريبا"},
    {zh, Cue::about, "约|大 约|近|将 近|大 概"},
    {en, Cue::behind_bound, "or more|or so|plus"},
    {fr, Cue::behind_bound, "ou plus|environ"},
    {es, Cue::behind_bound, "o mas|aproximadamente"},
    {pt, Cue::behind_bound, "ou mais|aproximadamente"},
    {it, Cue::behind_bound, "o piu|circa"},
    {de, Cue::behind_bound, "oder mehr"},
    {ru, Cue::behind_bound, "или более|и более"},
    {zh, Cue::behind_bound, "余|多|以 上|左 右|以 下|以 内"},
    {en, Cue::definite, "the|all|all the|these|those|its|our|their|all of the"},
    {fr, Cue::definite, "les|ces|ses|leurs|nos|tous les|toutes les|l ensemble des"},
    {es, Cue::definite, "los|las|estos|estas|esos|esas|sus|todos los|todas las"},
    {pt, Cue::definite, "os|as|estes|estas|esses|essas|seus|suas|todos os|todas as"},
    {it, Cue::definite, "i|gli|le|questi|queste|tutti i|tutti gli|tutte le"},
    {de, Cue::definite, "die|den|der|diese|diesen|dieser|alle|allen|aller|ihre|ihren|seine|seinen|unsere"},
    {ru, Cue::definite, "все|всех|всем|всеми|эти|этих|этим|указанные|указанных|его|ее|их"},
    {ar, Cue::definite, "ال|جميع|كل|هولاء|هذه|الـ"},
    {zh, Cue::definite, "这|该|的|上 述|全 部|所 有"},
    {en, Cue::total, "a total of|total of|the total of|in total|totalling|totaling|altogether|in all|overall total of"},
    {fr, Cue::total, "un total de|au total|le total de|en tout|total de"},
    {es, Cue::total, "un total de|en total|total de|el total de"},
    {pt, Cue::total, "um total de|no total|ao todo|total de|o total de"},
    {it, Cue::total, "un totale di|in totale|totale di|complessivamente|il totale di"},
    {de, Cue::total, "insgesamt|in summe|gesamt|eine gesamtzahl von|zusammen"},
    {ru, Cue::total, "всего|в общеи сложности|итого|в общем|общим числом|общее число"},
    {ar, Cue::total, "ما مجموعه|باجمالي|اجمالي|بمجموع|مجموع|المجموع|مجموعه|اجمالا"},
    {zh, Cue::total, "共|共 计|总 共|合 计|总 计|一 共|共 有|总 数 为|总 数 达"},
    {en, Cue::total_row, "total|totals|grand total|sum|all|overall"},
    {fr, Cue::total_row, "total|total general|ensemble|somme"},
    {es, Cue::total_row, "total|total general|suma"},
    {pt, Cue::total_row, "total|total geral|soma"},
    {it, Cue::total_row, "totale|totale generale|somma"},
    {de, Cue::total_row, "summe|gesamt|insgesamt|gesamtsumme|zusammen"},
    {ru, Cue::total_row, "итого|всего|общии итог"},
    {ar, Cue::total_row, "المجموع|الاجمالي|مجموع|اجمالي|المجموع الكلي"},
    {zh, Cue::total_row, "合 计|总 计|共 计|小 计|总 数"},
    {en, Cue::increment,
     "another|additional|an additional|further|a further|new|more|other|first|the first|next|last|the next|the other|"
     "remaining|the remaining|extra|only|next additional"},
    {fr, Cue::increment,
     "autres|supplementaires|additionnels|additionnelles|nouveaux|nouvelles|premiers|premieres|encore|derniers|"
     "dernieres|prochains|prochaines|restants|restantes|nouvel"},
    {es, Cue::increment,
     "otros|otras|adicionales|nuevos|nuevas|mas|primeros|primeras|ultimos|ultimas|proximos|proximas|restantes"},
    {pt, Cue::increment,
     "outros|outras|adicionais|novos|novas|mais|primeiros|primeiras|ultimos|ultimas|proximos|proximas|restantes"},
    {it, Cue::increment,
     "altri|altre|ulteriori|aggiuntivi|aggiuntive|nuovi|nuove|primi|prime|ultimi|ultime|prossimi|prossime|restanti"},
    {de, Cue::increment,
     "weitere|weiteren|weiterer|zusatzliche|zusatzlichen|zusatzlicher|neue|neuen|neuer|andere|anderen|noch|ersten|"
     "letzten|nachsten|ubrigen|restlichen|erste"},
    {ru, Cue::increment,
     "еще|дополнительно|дополнительных|новых|новые|другие|других|первые|первых|последние|последних|следующие|"
     "следующих|ближаишие|остальные|остальных"},
    {ar, Cue::increment, "اخري|اخرين|اضافيه|اضافيا|اضافي|جديده|جديدا|جدد|اول|اخر|الاولي|الاخيره|المتبقيه|الباقين"},
    {zh, Cue::increment, "另|另 外|新|其 他|其 余|首 批|前|后|再|新 增|增 加"},
    {en, Cue::distributive, "each|per|every|apiece|annually|yearly|monthly|daily|weekly|a year|a month|a week"},
    {fr, Cue::distributive, "chacun|chacune|par|chaque|annuellement"},
    {es, Cue::distributive, "cada|por|cada uno|cada una|anuales|mensuales|al ano|al mes"},
    {pt, Cue::distributive, "cada|por|cada um|cada uma|anuais|mensais|ao ano|ao mes"},
    {it, Cue::distributive, "ciascuno|ciascuna|per ogni|ogni|all ' anno|al mese|annui|mensili"},
    {de, Cue::distributive, "je|pro|jeweils|jahrlich|monatlich"},
    {ru, Cue::distributive, "каждыи|каждого|каждая|в год|в месяц|ежегодно|ежемесячно|по"},
    {ar, Cue::distributive, "لكل|سنويا|شهريا|كل"},
    {zh, Cue::distributive, "每|各"},
    {en, Cue::label,
     "no|no .|nos|nos .|number|article|articles|art|art .|section|sections|law|act|decree|resolution|directive|"
     "regulation|chapter|annex|appendix|table|figure|page|pages|p .|pp .|paragraph|para|para .|paragraphs|target|goal|"
     "phase|step|version|part|volume|item|room|box|rule|note|objective|strand|pillar|stage|tier|level|component|action|"
     "measure|commitment|order|clause|code|title|decision|convention|protocol|line|window|platform|category|type|group|"
     "option|lot|zone|ed .|vol .|tel|tel .|fax|phone|iso|since|circa"},
    {fr, Cue::label,
     "n|no|no .|n °|numero|article|articles|art|art "
     ".|section|loi|decret|resolution|directive|reglement|chapitre|annexe|"
     "tableau|figure|page|pages|p .|paragraphe|objectif|phase|etape|version|partie|volume|point|salle|boite|axe|niveau|"
     "composante|action|mesure|arrete|convention|protocole|decision|ligne|type|tel|tel .|ordonnance|depuis|loi n °"},
    {es, Cue::label,
     "n|no|no .|n .|nº|n °|nro|nro .|num|num .|numero|articulo|articulos|art|art .|seccion|ley|decreto|resolucion|"
     "directiva|reglamento|capitulo|anexo|tabla|cuadro|figura|pagina|paginas|parrafo|meta|objetivo|fase|etapa|version|"
     "parte|volumen|punto|sala|eje|nivel|componente|accion|medida|convenio|protocolo|decision|linea|tipo|tel|tel .|"
     "compromiso|conpes|desde"},
    {pt, Cue::label,
     "n|no|no .|n .|nº|n °|num|numero|artigo|artigos|art|art .|secao|seccao|lei|decreto|resolucao|diretiva|regulamento|"
     "capitulo|anexo|tabela|quadro|figura|pagina|paginas|paragrafo|meta|objetivo|fase|etapa|versao|parte|volume|ponto|"
     "sala|eixo|nivel|componente|acao|medida|convenio|protocolo|decisao|linha|tipo|tel|tel .|portaria|desde"},
    {it, Cue::label,
     "n|n .|no|nr|nr .|n °|numero|articolo|articoli|art|art .|sezione|legge|decreto|risoluzione|direttiva|regolamento|"
     "capitolo|allegato|tabella|figura|pagina|pagine|pag .|paragrafo|obiettivo|fase|tappa|versione|parte|volume|punto|"
     "sala|asse|livello|componente|azione|misura|convenzione|protocollo|decisione|linea|tipo|tel|tel .|comma|dal"},
    {de, Cue::label,
     "nr|nr .|no|no .|nummer|artikel|art|art .|abschnitt|gesetz|verordnung|resolution|richtlinie|kapitel|anhang|anlage|"
     "tabelle|abbildung|seite|seiten|s .|absatz|abs .|ziel|phase|stufe|schritt|version|teil|band|punkt|raum|ebene|"
     "komponente|maßnahme|massnahme|ubereinkommen|protokoll|beschluss|linie|typ|tel|tel .|paragraph|ziffer|seit"},
    {ru, Cue::label,
     "№|номер|n|статья|статьи|статье|ст|ст .|раздел|раздела|закон|закона|указ|указа|резолюция|резолюции|директива|"
     "глава|главы|приложение|приложения|таблица|таблицы|рисунок|рис .|страница|стр .|с .|пункт|пункта|п .|цель|цели|"
     "этап|этапа|фаза|версия|часть|части|том|уровень|компонент|деиствие|мера|конвенция|протокол|решение|тип|тел|тел .|"
     "приказ|приказа|постановление|постановления"},
    {ar, Cue::label,
     "رقم|الماده|ماده|المواد|القانون|قانون|المرسوم|مرسوم|القرار|قرار|الفصل|فصل|المرفق|الملحق|الجدول|الشكل|الصفحه|صفحه|"
     "الفقره|فقره|الهدف|هدف|المرحله|الخطوه|الجزء|القسم|البند|بند|المحور|المستوي|الاتفاقيه|هاتف"},
    {zh, Cue::label, "第|号|（|〔"},
    {en, Cue::part_of,
     "of the|of these|of those|out of|out of the|of all|of its|of our|of their|of a total of|of all the"},
    {fr, Cue::part_of, "des|sur les|sur|de ces|parmi les|d ' entre les|sur un total de|de ses|sur ces"},
    {es, Cue::part_of, "de los|de las|de esos|de esas|de estos|de estas|de un total de|de entre los|de sus"},
    {pt, Cue::part_of, "dos|das|de um total de|dentre os|dentre as|desses|dessas|destes|destas"},
    {it, Cue::part_of, "dei|delle|degli|su|su un totale di|di questi|dei suoi"},
    {de, Cue::part_of, "der|von|von den|von insgesamt|der insgesamt|von diesen|dieser"},
    {ru, Cue::part_of, "из|из этих|из общего числа|из указанных|из всех"},
    {ar, Cue::part_of, "من اصل|من بين|من مجموع|من اجمالي|من ال|من الـ"},
    {en, Cue::whole_front, "of|of the|of these|of all|out of|out of the|from the|among the|of a total of"},
    {fr, Cue::whole_front, "sur|sur les|sur ces|parmi les|des|de ces|sur un total de"},
    {es, Cue::whole_front, "de|de los|de las|de estos|de estas|de un total de|de entre los|de entre las"},
    {pt, Cue::whole_front, "de|dos|das|destes|destas|de um total de|de entre os|de entre as|entre os|entre as"},
    {it, Cue::whole_front, "di|dei|delle|degli|su|di questi|di queste|su un totale di|fra i|fra le|tra i|tra le"},
    {de, Cue::whole_front, "von|von den|von diesen|von insgesamt|der|unter den|aus den"},
    {ru, Cue::whole_front, "из|из этих|из всех|среди|из общего числа"},
    {ar, Cue::whole_front, "من اصل|من بين|من مجموع|من"},
    {zh, Cue::whole_front, "在|在 这|在 全 部"},
    {zh, Cue::part_inside, "中|其 中|之 中|当 中|中 有|其 中 有|里"},
    {en, Cue::part_pronoun, "of them|of whom|of which|among them|including"},
    {fr, Cue::part_pronoun, "dont|d ' entre eux|d ' entre elles|parmi lesquels|parmi lesquelles|parmi eux"},
    {es, Cue::part_pronoun,
     "de ellos|de ellas|de los cuales|de las cuales|de los que|de las que|entre ellos|entre ellas"},
    {pt, Cue::part_pronoun, "deles|delas|dos quais|das quais|de entre eles|entre os quais|entre as quais"},
    {it, Cue::part_pronoun, "di cui|dei quali|delle quali|di essi|di loro|tra cui|fra cui"},
    {de, Cue::part_pronoun, "davon|von denen|von ihnen|darunter"},
    {ru, Cue::part_pronoun, "из них|из которых|в том числе|среди них"},
    {ar, Cue::part_pronoun, "منهم|منها|منهن|من بينهم|من بينها"},
    {en, Cue::not_all, "including|among them|among which|such as|for example|notably|inter alia|incl .|incl|e . g"},
    {fr, Cue::not_all, "dont|y compris|notamment|parmi lesquels|parmi lesquelles|par exemple|comme"},
    {es, Cue::not_all, "incluidos|incluidas|incluyendo|entre ellos|entre ellas|como|por ejemplo|inclusive"},
    {pt, Cue::not_all, "incluindo|entre eles|entre elas|como|por exemplo|inclusive|entre os quais"},
    {it, Cue::not_all, "inclusi|incluse|tra cui|fra cui|compresi|comprese|ad esempio|come|di cui"},
    {de, Cue::not_all,
     "darunter|einschließlich|einschliesslich|davon|unter anderem|zum beispiel|u . a|z . b|inklusive"},
    {ru, Cue::not_all, "включая|в том числе|среди них|например|из них"},
    {ar, Cue::not_all, "بما في ذلك|من بينهم|من بينها|منهم|منها|بينهم|مثل"},
    {zh, Cue::not_all, "包 括|其 中|含|例 如"},
    {en, Cue::percent, "percent|per cent|%"},
    {fr, Cue::percent, "pour cent|%"},
    {es, Cue::percent, "por ciento|%"},
    {pt, Cue::percent, "por cento|%"},
    {it, Cue::percent, "per cento|%"},
    {de, Cue::percent, "prozent|%"},
    {ru, Cue::percent, "процент|процента|процентов|процентам|%"},
    {ar, Cue::percent, "في المايه|في المائه|في الميه|في المئه|بالمائه|بالمايه|بالمئه|%|٪"},
    {zh, Cue::percent, "%|％|个 百 分 点"},
    {zh, Cue::percent_front, "百 分 之"},
    {en, Cue::duration,
     "year|years|month|months|week|weeks|day|days|hour|hours|minute|minutes|second|seconds|decade|decades|working days|"
     "calendar days|business days|th|st|nd|rd|years old|-year|year-old"},
    {fr, Cue::duration, "an|ans|annee|annees|mois|semaine|semaines|jour|jours|heure|heures|minutes|e|eme|er|ere"},
    {es, Cue::duration, "ano|anos|mes|meses|semana|semanas|dia|dias|hora|horas|minutos|de enero|o|a|º|ª"},
    {pt, Cue::duration, "ano|anos|mes|meses|semana|semanas|dia|dias|hora|horas|minutos|o|a|º|ª"},
    {it, Cue::duration, "anno|anni|mese|mesi|settimana|settimane|giorno|giorni|ora|ore|minuti|º|ª"},
    {de, Cue::duration,
     "jahr|jahre|jahren|jahres|monat|monate|monaten|woche|wochen|tag|tage|tagen|stunde|stunden|minuten|uhr"},
    {ru, Cue::duration,
     "год|года|году|лет|годы|годов|месяц|месяца|месяцев|недель|недели|день|дня|днеи|час|часа|часов|минут|гг|г|г .|-го|"
     "квартал|квартале|квартала"},
    {ar, Cue::duration, "سنه|سنوات|عام|عاما|اعوام|شهر|شهرا|اشهر|اسبوع|اسابيع|يوم|يوما|ايام|ساعه|ساعات|دقيقه|دقائق"},
    {zh, Cue::duration, "年|个 月|月|日|天|周|小 时|分 钟|岁|星 期|年 度|世 纪|时|点"},
    {en, Cue::measure,
     "km|m|kg|t|tonnes|tons|hectares|ha|mw|gw|kw|gwh|mwh|kwh|twh|tb|gb|mb|km2|m2|m3|kilometres|kilometers|metres|"
     "meters|"
     "tco2e|mtco2e|gg|mt|kt|gigabytes|terabytes|degrees|°|° c|litres|liters|°c|mbps|gbps|kilometre|square|cubic|miles|"
     "acres|points|times|fold|x|×"},
    {fr, Cue::measure, "km|m|kg|t|tonnes|hectares|ha|mw|gw|kw|gwh|mwh|to|go|mo|gg|mt|kt|metres|kilometres|fois|points"},
    {es, Cue::measure,
     "km|m|kg|t|toneladas|hectareas|ha|mw|gw|kw|gwh|mwh|tb|gb|mb|gg|mt|metros|kilometros|veces|puntos"},
    {pt, Cue::measure, "km|m|kg|t|toneladas|hectares|ha|mw|gw|kw|gwh|mwh|tb|gb|mb|metros|quilometros|vezes|pontos"},
    {it, Cue::measure, "km|m|kg|t|tonnellate|ettari|ha|mw|gw|kw|gwh|mwh|tb|gb|mb|metri|chilometri|volte|punti"},
    {de, Cue::measure, "km|m|kg|t|tonnen|hektar|ha|mw|gw|kw|gwh|mwh|tb|gb|mb|meter|kilometer|mal|punkte|fach"},
    {ru, Cue::measure,
     "км|м|кг|т|тонн|тонны|гектаров|га|мвт|гвт|квт|тб|гб|мб|метров|километров|раз|раза|пунктов|кв|тыс"},
    {ar, Cue::measure, "كم|كيلومتر|كيلومترا|متر|مترا|طن|طنا|هكتار|هكتارا|ميغاواط|كيلوواط|مره|مرات|درجه"},
    {zh, Cue::measure, "公 里|米|吨|公 顷|亩|千 瓦|兆 瓦|倍|度|平 方|立 方|克|升|千 克|摄 氏 度"},
    {en, Cue::money, "dollars|usd|us $|euros|eur|euro|pounds|gbp|$|€|£|¥|cents|francs|rupees|pesos|crowns"},
    {fr, Cue::money, "euros|dollars|usd|eur|fcfa|francs|€|$|dirhams|dinars"},
    {es, Cue::money, "euros|dolares|usd|eur|pesos|soles|$|€|us $"},
    {pt, Cue::money, "euros|dolares|usd|eur|reais|r $|$|€"},
    {it, Cue::money, "euro|dollari|usd|eur|€|$"},
    {de, Cue::money, "euro|dollar|usd|eur|franken|chf|€|$"},
    {ru, Cue::money,
     "руб|руб .|рублеи|рубля|долларов|долл|долл "
     ".|евро|€|$|₽|тенге|сомони"},
    {ar, Cue::money, "دولار|دولارا|دولارات|يورو|دينار|دينارا|ريال|ريالا|درهم|درهما|جنيه|$|€"},
    {zh, Cue::money, "元|美 元|欧 元|人 民 币|¥|$|￥"},
    {zh, Cue::classifier,
     "个|名|项|次|所|家|起|件|种|人|位|条|台|份|支|套|处|例|宗|部|期|场|门|国|省|市|县|批|座|间|篇|张|户|对|轮|届|类|"
     "段|笔|队"},
    {en, Cue::grown_from, "from"},
    {fr, Cue::grown_from, "de"},
    {es, Cue::grown_from, "de"},
    {pt, Cue::grown_from, "de"},
    {it, Cue::grown_from, "da"},
    {de, Cue::grown_from, "von"},
    {ru, Cue::grown_from, "с|со"},
    {ar, Cue::grown_from, "من"},
    {zh, Cue::grown_from, "由|从"},
    {en, Cue::grown_to, "to"},
    {fr, Cue::grown_to, "a"},
    {es, Cue::grown_to, "a"},
    {pt, Cue::grown_to, "para|a"},
    {it, Cue::grown_to, "a"},
    {de, Cue::grown_to, "auf"},
    {ru, Cue::grown_to, "до"},
    {ar, Cue::grown_to, "الي"},
    {zh, Cue::grown_to, "至|到|增 至|增 加 到|增 加 至|降 至|减 至|上 升 到|上 升 至|下 降 到|减 少 到"},
    {en, Cue::growth,
     "increase|rise|growth|up|decrease|fall|drop|reduction|decline|down|represents an increase|"
     "representing an increase|represents a decrease|representing a decrease|equals an increase"},
    {fr, Cue::growth,
     "hausse|augmentation|progression|croissance|baisse|diminution|recul|reduction|represente une hausse|"
     "represente une augmentation|represente une baisse"},
    {es, Cue::growth,
     "aumento|incremento|alza|crecimiento|disminucion|descenso|reduccion|caida|baja|representa un aumento|"
     "supone un aumento|representa una disminucion"},
    {pt, Cue::growth, "aumento|acrescimo|crescimento|subida|diminuicao|reducao|queda|descida"},
    {it, Cue::growth, "aumento|incremento|crescita|diminuzione|riduzione|calo"},
    {de, Cue::growth,
     "um|anstieg|zunahme|zuwachs|steigerung|plus|minus|ruckgang|abnahme|also um|das sind|"
     "entspricht einer steigerung|entspricht einem anstieg"},
    {ru, Cue::growth, "на|рост|прирост|увеличение|снижение|сокращение|то есть на|то есть рост"},
    {ar, Cue::growth, "بزياده|زياده|بارتفاع|بنسبه|انخفاض|بانخفاض|اي بزياده قدرها|بزياده قدرها|اي بنسبه"},
    {zh, Cue::growth, "增 长|增 加|上 升|增 幅|下 降|减 少|降 幅"},
    {en, Cue::holds, "has|employs|comprises|consists of|is composed of|is made up of|is staffed by|has a staff of"},
    {fr, Cue::holds, "compte|emploie|comprend|dispose de|compose de|composee de|se compose de|fort de|forte de"},
    {es, Cue::holds,
     "cuenta con|tiene|emplea|integrado por|integrada por|compuesto por|compuesta por|formado por|formada por|consta "
     "de|dispone de"},
    {pt, Cue::holds,
     "conta com|tem|emprega|integrado por|integrada por|composto por|composta por|formado por|formada por|dispoe de"},
    {it, Cue::holds, "conta|conta su|impiega|composto da|composta da|formato da|formata da|dispone di"},
    {de, Cue::holds, "beschaftigt|umfasst|zahlt|hat|verfugt uber|besteht aus"},
    {ru, Cue::holds,
     "состоит из|насчитывает|имеет|со штатнои численностью|штатнои численностью|численностью|со штатом|в составе"},
    {en, Cue::staff, "staff of|workforce of|strength of"},
    {fr, Cue::staff, "effectif de|effectifs de|personnel de"},
    {es, Cue::staff, "plantilla de|personal de|dotacion de"},
    {pt, Cue::staff, "efetivo de|efetivos de|pessoal de|quadro de"},
    {it, Cue::staff, "organico di|personale di"},
    {de, Cue::staff, "personalbestand|personalstarke|belegschaft"},
    {ru, Cue::staff, "численность|штат|штатная численность"},
    {en, Cue::amounts, "is|are|amounts to|numbers"},
    {fr, Cue::amounts, "est de|s ' eleve a|s ’ eleve a"},
    {es, Cue::amounts, "es de|asciende a"},
    {pt, Cue::amounts, "e de|ascende a"},
    {it, Cue::amounts, "e di|ammonta a"},
    {de, Cue::amounts, "betragt|umfasst"},
    {ru, Cue::amounts, "составляет|равна"},
    {en, Cue::now, "now|currently|today|at present|meanwhile|since then|initially|originally|formerly|previously"},
    {fr, Cue::now, "desormais|actuellement|aujourd ' hui|aujourd ’ hui|maintenant|depuis lors|initialement"},
    {es, Cue::now, "actualmente|ahora|hoy|ya|desde entonces|inicialmente"},
    {pt, Cue::now, "atualmente|agora|hoje|ja|desde entao|inicialmente"},
    {it, Cue::now, "attualmente|ora|oggi|gia|ormai|inizialmente"},
    {de, Cue::now, "inzwischen|mittlerweile|heute|nunmehr|nun|jetzt|derzeit|zurzeit|seither|zunachst|anfangs"},
    {ru, Cue::now, "теперь|сегодня|ныне|сеичас|уже|в настоящее время|первоначально"},
    {en, Cue::where, "in|at|for|within|of"},
    {fr, Cue::where, "en|dans|a|au|aux|pour|parmi"},
    {es, Cue::where, "en|para|entre"},
    {pt, Cue::where, "em|no|na|nos|nas|para|entre"},
    {it, Cue::where, "in|nel|nella|nei|nelle|nell|per|tra|fra"},
    {de, Cue::where, "in|im|bei|beim|fur|an|am|unter"},
    {ru, Cue::where, "в|во|на|для|по|среди|при"},
    {en, Cue::conjunction, "and"},
    {fr, Cue::conjunction, "et"},
    {es, Cue::conjunction, "y|e"},
    {pt, Cue::conjunction, "e"},
    {it, Cue::conjunction, "e|ed"},
    {de, Cue::conjunction, "und"},
    {ru, Cue::conjunction, "и"},
    {en, Cue::joins_numerals, "and"},
    {fr, Cue::joins_numerals, "et"},
    {es, Cue::joins_numerals, "y"},
    {pt, Cue::joins_numerals, "e"},
    {en, Cue::or_else, "or"},
    {fr, Cue::or_else, "soit"},
    {es, Cue::or_else, "o"},
    {pt, Cue::or_else, "ou"},
    {it, Cue::or_else, "o|ossia"},
    {de, Cue::or_else, "oder|also"},
    {ru, Cue::or_else, "или"},
    {ar, Cue::or_else, "او|اي"},
    {fr, Cue::adjective,
     "grands|grandes|principaux|principales|petits|petites|bons|bonnes|differents|differentes|divers"},
    {es, Cue::adjective, "grandes|principales|pequenos|pequenas|diferentes|distintos|distintas|diversos|diversas"},
    {pt, Cue::adjective, "grandes|principais|pequenos|pequenas|diferentes|diversos|diversas"},
    {it, Cue::adjective, "grandi|principali|piccoli|piccole|diversi|diverse|differenti"},
};

using Phrase = std::vector<std::string_view>;
struct Phrases {
  std::unordered_map<std::string_view, std::vector<Phrase>> by_first, by_last;
};

constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::adjective) + 1;
using Table = std::array<Phrases, cue_count>;  // of one language

Phrase phrase_of(std::string_view text) {
  Phrase phrase;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    phrase.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return phrase;
}

Table table_of(Language language) {
  Table table;
  for (const Entry& entry : entries) {
    if (entry.language != language) continue;
    Phrases& phrases = table[static_cast<std::size_t>(entry.cue)];
    for (std::string_view rest = entry.phrases; !rest.empty();) {
      const auto end = std::min(rest.find('|'), rest.size());
      Phrase phrase = phrase_of(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      phrases.by_last[phrase.back()].push_back(phrase);
      phrases.by_first[phrase.front()].push_back(std::move(phrase));
    }
  }
  return table;
}

const Phrases& phrases_for(Language language, Cue cue) {
  return of_language<table_of>(language)[static_cast<std::size_t>(cue)];
}

bool stands_at(const Reading& reading, const Phrase& phrase, std::uint32_t at) {
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (reading.form_of(reading.words[at + i]).folded != phrase[i]) return false;
  return true;
}

}  // namespace

std::uint32_t cue_at(const Reading& reading, Cue cue, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return 0;
  const Form& form = reading.form_of(reading.words[at]);
  const Phrases& phrases = phrases_for(form.language, cue);
  const auto found = phrases.by_first.find(form.folded);
  if (found == phrases.by_first.end()) return 0;
  std::size_t longest = 0;
  for (const Phrase& phrase : found->second)
    if (phrase.size() > longest && at + phrase.size() <= end && stands_at(reading, phrase, at)) longest = phrase.size();
  return static_cast<std::uint32_t>(longest);
}

std::uint32_t cue_before(const Reading& reading, Cue cue, std::uint32_t at, std::uint32_t begin) {
  if (at <= begin) return 0;
  const Form& form = reading.form_of(reading.words[at - 1]);
  const Phrases& phrases = phrases_for(form.language, cue);
  const auto found = phrases.by_last.find(form.folded);
  if (found == phrases.by_last.end()) return 0;
  std::size_t longest = 0;
  for (const Phrase& phrase : found->second)
    if (phrase.size() > longest && begin + phrase.size() <= at &&
        stands_at(reading, phrase, at - static_cast<std::uint32_t>(phrase.size())))
      longest = phrase.size();
  return static_cast<std::uint32_t>(longest);
}

}  // namespace plumbline
