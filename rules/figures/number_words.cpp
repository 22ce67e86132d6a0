// Number words by language: `word value` pairs, folded. German and Italian join theirs; those are taken apart.
#include "rules/figures/number_words.h"

#include "rules/figures/numerals.h"
#include "rules/reading/by_language.h"

#include <charconv>
#include <string>
#include <unordered_map>

namespace plumbline {
namespace {

constexpr std::string_view english =
    "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 "
    "fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 "
    "seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000 million 1000000 billion 1000000000";
constexpr std::string_view french =
    "un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze "
    "14 "
    "quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 "
    "nonante 90 cent 100 cents 100 mille 1000 million 1000000 millions 1000000 milliard 1000000000 "
    "milliards 1000000000";
constexpr std::string_view spanish =
    "un 1 uno 1 una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 "
    "catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiun 21 veintiuno 21 "
    "veintiuna 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 "
    "veintinueve 29 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento "
    "100 "
    "doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 "
    "quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 "
    "novecientos 900 novecientas 900 mil 1000 millon 1000000 millones 1000000";
constexpr std::string_view portuguese =
    "um 1 uma 1 dois 2 duas 2 tres 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13 "
    "catorze 14 quatorze 14 quinze 15 dezasseis 16 dezesseis 16 dezassete 17 dezessete 17 dezoito 18 dezanove 19 "
    "dezenove 19 vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90 cem 100 "
    "cento 100 duzentos 200 duzentas 200 trezentos 300 trezentas 300 quatrocentos 400 quatrocentas 400 quinhentos 500 "
    "quinhentas 500 seiscentos 600 seiscentas 600 setecentos 700 setecentas 700 oitocentos 800 oitocentas 800 "
    "novecentos 900 novecentas 900 mil 1000 milhao 1000000 milhoes 1000000";
constexpr std::string_view italian =
    "un 1 uno 1 una 1 due 2 tre 3 quattro 4 cinque 5 sei 6 sette 7 otto 8 nove 9 dieci 10 undici 11 dodici 12 tredici "
    "13 "
    "quattordici 14 quindici 15 sedici 16 diciassette 17 diciotto 18 diciannove 19 venti 20 trenta 30 quaranta 40 "
    "cinquanta 50 sessanta 60 settanta 70 ottanta 80 novanta 90 cento 100 mille 1000 mila 1000 milione 1000000 "
    "milioni 1000000";
constexpr std::string_view german =
    "ein 1 eine 1 eins 1 zwei 2 drei 3 vier 4 funf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwolf 12 dreizehn "
    "13 "
    "vierzehn 14 funfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 zwanzig 20 dreißig 30 dreissig 30 "
    "vierzig 40 funfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90 hundert 100 tausend 1000 million 1000000 "
    "millionen 1000000";
constexpr std::string_view russian =
    "один 1 одна 1 одного 1 одной 1 два 2 две 2 двух 2 двум 2 двумя 2 три 3 трех 3 трем 3 тремя 3 четыре 4 четырех 4 "
    "четырем 4 четырьмя 4 пять 5 пяти 5 пятью 5 шесть 6 шести 6 шестью 6 семь 7 семи 7 семью 7 восемь 8 восьми 8 "
    "девять 9 девяти 9 десять 10 десяти 10 десятью 10 одиннадцать 11 одиннадцати 11 двенадцать 12 двенадцати 12 "
    "тринадцать 13 тринадцати 13 четырнадцать 14 четырнадцати 14 пятнадцать 15 пятнадцати 15 шестнадцать 16 "
    "шестнадцати 16 семнадцать 17 семнадцати 17 восемнадцать 18 восемнадцати 18 девятнадцать 19 девятнадцати 19 "
    "двадцать 20 двадцати 20 тридцать 30 тридцати 30 сорок 40 сорока 40 пятьдесят 50 пятидесяти 50 шестьдесят 60 "
    "шестидесяти 60 семьдесят 70 семидесяти 70 восемьдесят 80 восьмидесяти 80 девяносто 90 девяноста 90 сто 100 ста "
    "100 "
    "двести 200 двухсот 200 триста 300 трехсот 300 четыреста 400 четырехсот 400 пятьсот 500 пятисот 500 шестьсот 600 "
    "шестисот 600 семьсот 700 семисот 700 восемьсот 800 девятьсот 900 тысяча 1000 тысячи 1000 тысяч 1000 "
    "миллион 1000000 миллиона 1000000 миллионов 1000000";
constexpr std::string_view arabic =
    "اثنان 2 اثنين 2 اثنتان 2 اثنتين 2 ثلاثه 3 ثلاث 3 اربعه 4 اربع 4 خمسه 5 خمس 5 سته 6 ست 6 سبعه 7 سبع 7 ثمانيه 8 "
    "ثماني 8 ثمان 8 تسعه 9 تسع 9 عشره 10 عشر 10 عشرون 20 عشرين 20 وعشرون 20 وعشرين 20 ثلاثون 30 ثلاثين 30 وثلاثون 30 "
    "وثلاثين 30 اربعون 40 اربعين 40 واربعون 40 واربعين 40 خمسون 50 خمسين 50 وخمسون 50 وخمسين 50 ستون 60 ستين 60 "
    "وستون 60 وستين 60 سبعون 70 سبعين 70 وسبعون 70 وسبعين 70 ثمانون 80 ثمانين 80 وثمانون 80 وثمانين 80 تسعون 90 "
    "تسعين 90 وتسعون 90 وتسعين 90 مائه 100 مئه 100 مائتان 200 مائتين 200 الف 1000 الاف 1000 مليون 1000000 "
    "ملايين 1000000";
constexpr std::string_view chinese =
    "一 1 二 2 两 2 三 3 四 4 五 5 六 6 七 7 八 8 九 9 十 10 百 100 千 1000 万 10000 亿 100000000";

constexpr std::string_view magnitudes[language_count] = {
    "",
    "hundred 100 thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000 mn 1000000 bn 1000000000",
    "mille 1000 million 1000000 millions 1000000 milliard 1000000000 milliards 1000000000",
    "mil 1000 millon 1000000 millones 1000000",
    "тыс 1000 тысяч 1000 тысячи 1000 тысяча 1000 млн 1000000 миллион 1000000 миллиона 1000000 миллионов 1000000 "
    "млрд 1000000000 миллиарда 1000000000 миллиардов 1000000000",
    "الف 1000 الاف 1000 الفا 1000 مليون 1000000 ملايين 1000000 مليونا 1000000 مليار 1000000000 مليارات 1000000000",
    "万 10000 亿 100000000 千 1000 百 100",
    "tausend 1000 tsd 1000 million 1000000 millionen 1000000 mio 1000000 milliarde 1000000000 milliarden 1000000000 "
    "mrd 1000000000",
    "mil 1000 milhao 1000000 milhoes 1000000 bilhao 1000000000 bilhoes 1000000000",
    "mila 1000 milione 1000000 milioni 1000000 miliardo 1000000000 miliardi 1000000000"};

constexpr std::string_view months[language_count] = {
    "",
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    "январь января январе февраль февраля феврале март марта марте апрель апреля апреле маи мая мае июнь июня июне "
    "июль июля июле август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь ноября ноябре "
    "декабрь декабря декабре",
    "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران تموز "
    "اب ايلول تشرين",
    "月",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"};

using Values = std::unordered_map<std::string_view, double>;

std::string_view take_word(std::string_view& rest) {
  const auto end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

Values values_of(std::string_view pairs) {
  Values values;
  while (!pairs.empty()) {
    const std::string_view word = take_word(pairs), number = take_word(pairs);
    double value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    values.emplace(word, value);
  }
  return values;
}

Values words_of(Language language) {
  constexpr std::string_view words[language_count] = {"",     english, french, spanish,    russian,
                                                      arabic, chinese, german, portuguese, italian};
  return values_of(words[static_cast<std::size_t>(language)]);
}

Values magnitudes_of(Language language) {
  return values_of(magnitudes[static_cast<std::size_t>(language)]);
}

double value_in(const Values& values, std::string_view word) {
  const auto at = values.find(word);
  return at == values.end() ? -1 : at->second;
}

// "vierundzwanzig", "dreihundert": units before "und", hundreds in front.
double german_compound(const Values& values, std::string_view word) {
  if (const double value = value_in(values, word); value >= 0) return value;
  if (const auto at = word.find("hundert"); at != word.npos && at > 0) {
    const double hundreds = value_in(values, word.substr(0, at));
    const std::string_view rest = word.substr(at + 7);
    const double below = rest.empty() ? 0 : german_compound(values, rest.starts_with("und") ? rest.substr(3) : rest);
    return hundreds >= 1 && hundreds < 10 && below >= 0 && below < 100 ? hundreds * 100 + below : -1;
  }
  if (const auto at = word.find("und"); at != word.npos && at > 0) {
    const double units = value_in(values, word.substr(0, at)), tens = value_in(values, word.substr(at + 3));
    return units >= 1 && units < 10 && tens >= 20 && tens < 100 ? tens + units : -1;
  }
  return -1;
}

// "ventiquattro", "trentuno", "duecento": tens lose their vowel before uno and otto.
double italian_compound(const Values& values, std::string_view word) {
  if (const double value = value_in(values, word); value >= 0) return value;
  if (const auto at = word.find("cento"); at != word.npos) {
    const double hundreds = at == 0 ? 1 : value_in(values, word.substr(0, at));
    const std::string_view rest = word.substr(at + 5);
    const double below = rest.empty() ? 0 : italian_compound(values, rest);
    return hundreds >= 1 && hundreds < 10 && below >= 0 && below < 100 ? hundreds * 100 + below : -1;
  }
  for (const std::string_view tens :
       {"venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"}) {
    const std::string_view stem = tens.substr(0, tens.size() - 1);
    if (!word.starts_with(stem)) continue;
    const double units = value_in(values, word.substr(word.starts_with(tens) ? tens.size() : stem.size()));
    if (units >= 1 && units < 10) return value_in(values, tens) + units;
  }
  return -1;
}

}  // namespace

double number_word(Language language, std::string_view folded) {
  const Values& values = of_language<words_of>(language);
  if (values.empty()) return -1;
  if (language == Language::de) return folded.size() > 40 ? -1 : german_compound(values, folded);
  if (language == Language::it) return folded.size() > 40 ? -1 : italian_compound(values, folded);
  return value_in(values, folded);
}

double magnitude_of(Language language, std::string_view folded) {
  const double value = value_in(of_language<magnitudes_of>(language), folded);
  return value < 0 ? 0 : value;
}

bool is_month(Language language, std::string_view folded) {
  for (std::string_view rest = months[static_cast<std::size_t>(language)]; !rest.empty();)
    if (take_word(rest) == folded) return true;
  return false;
}

}  // namespace plumbline
