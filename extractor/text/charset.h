// bytes of a text file -> UTF-8, whatever it was written in.
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

struct DecodedText {
  std::string text;      // UTF-8; not normalised, without a byte-order mark
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1252", …
  bool guessed = false;  // no byte-order mark and no valid UTF-8: the encoding is what the letters suggest
  bool damaged = false;  // UTF-8 with bytes that are none; they stand as U+FFFD
};

// Byte-order marks decide; then valid UTF-8; then UTF-8 in which few bytes are wrong; then UTF-16 by its zero bytes;
// then ICU's charset detector. Never fails.
DecodedText decode_text(std::string_view bytes);

}  // namespace plumbline
