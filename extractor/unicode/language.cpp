// Which language a text is in. CLD2 decides; scripts and neighbours decide where it cannot.
#include "extractor/unicode/language.h"

#include "extractor/unicode/letters.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace plumbline {

namespace {

// Below so many letters CLD2 takes "Actions" for French as readily as for English (measured on headings of the
// nine languages that packs are written in); an ideograph says as much as three letters.
constexpr std::size_t letters_to_tell = 40;
constexpr std::size_t letters_for_another_language = 60;  // than the one around it, in the same script
constexpr int enough_percent = 70;
constexpr double full_score = 600;  // CLD2's score per KB of ordinary text is 400..1500; gibberish falls below 200

struct Letters {
  std::size_t count = 0;  // ideographs and syllables counted thrice
  UScriptCode script = USCRIPT_COMMON;
};

bool is_han_like(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL;
}

Letters letters_of(std::string_view text) {
  std::map<UScriptCode, std::size_t> counts;
  Letters letters;
  std::size_t latin = 0;  // of ASCII
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (c < 0x80) {
      latin += is_letter(static_cast<char32_t>(c));
      continue;
    }
    if (!u_isalpha(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    const std::size_t weight = is_han_like(script) ? 3 : 1;
    counts[script] += weight;
    letters.count += weight;
  }
  if (latin > 0) counts[USCRIPT_LATIN] += latin;
  letters.count += latin;
  std::size_t best = 0;
  for (const auto& [script, count] : counts)
    if (count > best) best = count, letters.script = script;
  return letters;
}

// CLD2's codes are older than BCP 47 in places.
std::string bcp47(CLD2::Language language) {
  if (language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE) return {};
  const std::string code = CLD2::LanguageCode(language);
  static const std::map<std::string, std::string, std::less<>> renamed = {
      {"iw", "he"}, {"zh", "zh-Hans"}, {"zh-Hant", "zh-Hant"}, {"jw", "jv"}, {"tl", "fil"}, {"no", "nb"}, {"sh", "sr"}};
  if (code.starts_with("xx") || code == "un") return {};
  const auto found = renamed.find(code);
  return found == renamed.end() ? code : found->second;
}

bool is_written_in(std::string_view tag, UScriptCode script) {
  const std::string_view language = tag.substr(0, tag.find('-'));
  static constexpr std::array arabic = {"ar", "fa", "ur", "ps", "ug", "sd"};
  static constexpr std::array cyrillic = {"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "uz"};
  const auto among = [&](const auto& list) { return std::find(list.begin(), list.end(), language) != list.end(); };
  switch (script) {
    case USCRIPT_COMMON:
      return true;
    case USCRIPT_ARABIC:
      return among(arabic);
    case USCRIPT_CYRILLIC:
      return among(cyrillic);
    case USCRIPT_HAN:
      return language == "zh" || language == "ja" || language == "yue";
    case USCRIPT_LATIN:
      return !among(arabic) && (!among(cyrillic) || language == "sr" || language == "uz") && language != "zh" &&
             language != "ja" && language != "ko" && language != "he" && language != "el" && language != "hi" &&
             language != "th" && language != "hy" && language != "ka" && language != "am";
    default:
      return false;
  }
}

struct Detection {
  std::string tag;
  int percent = 0;
  double score = 0;
  bool reliable = false;
};

Detection run_cld2(std::string_view text) {
  CLD2::Language languages[3];
  int percents[3], text_bytes = 0;
  double scores[3];
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(std::min<std::size_t>(text.size(), 1 << 20)), true,
                                 nullptr, 0, languages, percents, scores, nullptr, &text_bytes, &reliable);
  return {bcp47(languages[0]), percents[0], scores[0], reliable};
}

bool fits(std::string_view expected, const Letters& letters) {
  return !expected.empty() && is_written_in(expected, letters.script);
}

// What few letters say does not count where the expected language is written so.
LanguageGuess settle(const Detection& found, const Letters& letters, std::string_view expected) {
  LanguageGuess result{found.tag, found.reliable && found.percent >= enough_percent,
                       std::min(1.0, found.score / full_score)};
  const bool fits_expected = fits(expected, letters);
  if (letters.count < letters_to_tell || !result.reliable) {
    if (fits_expected)
      result = {std::string(expected), false, result.plausibility};
    else if (!found.tag.empty() && !is_written_in(found.tag, letters.script) && found.percent < enough_percent)
      result.tag.clear();
    result.reliable = result.reliable && letters.count >= letters_to_tell;
  } else if (fits_expected && found.tag != expected && letters.count < letters_for_another_language) {
    result = {std::string(expected), false, result.plausibility};
  }
  return result;
}

std::string text_of_block(const Document& document, const Block& block) {
  std::string text;
  for (std::uint32_t i = 0; i < block.line_count; ++i) {
    const std::size_t line = block.first_line + i;
    if (line >= document.lines.size()) break;
    if (is_furniture(document.lines[line].role) && block.kind != BlockKind::footnote) continue;
    text += document.text_of(document.lines[line]);
    text += ' ';
  }
  return text;
}

// The language of most letters, each block of enough letters voting for its own.
std::string language_of_most(const std::vector<LanguageGuess>& guesses, const std::vector<Letters>& letters) {
  std::map<std::string, std::size_t> votes;
  for (std::size_t i = 0; i < guesses.size(); ++i)
    if (guesses[i].reliable) votes[guesses[i].tag] += letters[i].count;
  std::string best;
  std::size_t most = 0;
  for (const auto& [tag, count] : votes)
    if (count > most) most = count, best = tag;
  return best;
}

}  // namespace

LanguageGuess guess_language(std::string_view text, std::string_view expected) {
  const Letters letters = letters_of(text);
  if (letters.count == 0) return {};
  return settle(run_cld2(text), letters, expected);
}

void detect_languages(Document& document) {
  const std::size_t count = document.blocks.size();
  std::vector<Letters> letters(count);
  std::vector<Detection> found(count);  // empty where a block has too few letters to tell
  std::vector<LanguageGuess> guesses(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = text_of_block(document, document.blocks[i]);
    letters[i] = letters_of(text);
    if (letters[i].count < letters_to_tell) continue;
    found[i] = run_cld2(text);
    guesses[i] = settle(found[i], letters[i], {});
  }
  document.language = language_of_most(guesses, letters);
  if (document.language.empty()) document.language = guess_language(document.text).tag;
  std::map<UScriptCode, std::string> around;  // the language last met in each script
  for (std::size_t i = 0; i < count; ++i) {
    if (letters[i].count == 0) continue;
    std::string expected = document.language;
    if (const auto known = around.find(letters[i].script); known != around.end()) expected = known->second;
    if (letters[i].count < letters_to_tell && !fits(expected, letters[i]))
      found[i] = run_cld2(text_of_block(document, document.blocks[i]));
    const LanguageGuess own = settle(found[i], letters[i], expected);
    document.blocks[i].language = own.tag;
    if (own.reliable) around[letters[i].script] = own.tag;
  }
}

}  // namespace plumbline
