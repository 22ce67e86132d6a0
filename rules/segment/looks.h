// What a piece of text looks like, judged by its own letters: a heading, a sentence, an address, a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace plumbline {

// What else speaks for a heading.
enum class HeadingEvidence : std::uint8_t {
  style,     // it is set in bold or larger: then only a long text with a full stop is none
  capitals,  // styles are known and do not set it apart: its words must be capitalised
  words,     // plain text, or set apart a little: short, no punctuation at its end
  brevity,   // nothing sets it apart but that it is very short and heads a longer text
};

bool looks_like_heading(std::string_view text, HeadingEvidence evidence);
bool looks_like_sentence(std::string_view text);  // ends as one, or is as long as one
bool looks_like_name(std::string_view text);      // of a country, on a title page
bool is_address_only(std::string_view text);      // an http or www address and nothing else
bool is_dateline(std::string_view text);          // "Lorwick, 26 September 2013": under a letter or report
bool announces_address(std::string_view text);    // "… available at:"
bool ends_in_colon(std::string_view text);
std::size_t find_colon(std::string_view text);  // the first, of either width; npos where there is none
bool closes_sentence(std::string_view text);    // with . ! ? : ; or their like in other scripts, closing quotes aside
bool begins_small(std::string_view text);       // with a lower-case letter
bool breaks_off(std::string_view text);         // ends in a letter, comma or dash: its sentence goes on
// Whether `next` goes on with the sentence of `before`.
bool goes_on(std::string_view before, std::string_view next);

}  // namespace plumbline
