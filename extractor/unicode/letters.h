// What kind of character a code point is, and strings of code points.
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);          // of any script
bool is_combining(char32_t c);      // stands over or under the character before it
bool is_ideograph(char32_t c);      // Han, Kana, full-width punctuation: written without blanks
bool is_right_to_left(char32_t c);  // strong letters of Hebrew, Arabic and their kin
bool ends_sentence(char32_t c);     // . ! ? and their kin in other scripts; not the colon
bool closes(char32_t c);            // closing brackets and quotation marks

// U+0301 for U+00B4 or U+0301: the combining mark that a drawn accent stands for; 0 when it is none.
char32_t combining_form(char32_t c);

std::u32string to_utf32(std::string_view utf8);        // what is no UTF-8 becomes U+FFFD
std::string to_utf8(std::u32string_view text);         // surrogates and what is past U+10FFFF become U+FFFD
void append_code_point(std::string& out, char32_t c);  // likewise

}  // namespace plumbline
