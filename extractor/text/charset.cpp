// bytes of a text file -> UTF-8, by ICU.
#include "extractor/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>

namespace plumbline {

namespace {

// A converter holds whatever it was given in one piece; longer texts are guessed from their beginning.
constexpr std::size_t bytes_to_guess_from = 256 * 1024;

struct Utf8Count {
  std::size_t sequences = 0, wrong = 0;  // sequences of two bytes or more
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t i = 0; i < length;) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c;
    U8_NEXT(data, i, length, c);
    ++(c < 0 ? count.wrong : count.sequences);
  }
  return count;
}

std::string convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(bytes.size() * 3 + 16, '\0');
  const std::int32_t length = ucnv_convert("UTF-8", encoding, out.data(), static_cast<std::int32_t>(out.size()),
                                           bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  out.resize(U_SUCCESS(status) && length > 0 ? static_cast<std::size_t>(length) : 0);
  return out;
}

// Zero bytes in every second place: UTF-16 without a byte-order mark.
const char* utf16_by_zeros(std::string_view bytes) {
  std::size_t even = 0, odd = 0;
  const std::size_t length = std::min<std::size_t>(bytes.size(), 4096);
  for (std::size_t i = 0; i < length; ++i)
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  if (odd > length / 4 && even * 8 < odd) return "UTF-16LE";
  if (even > length / 4 && odd * 8 < even) return "UTF-16BE";
  return nullptr;
}

// ISO 8859 names are labels for what is really the Windows code page: bytes 0x80–0x9F are quotes and dashes there.
std::string as_windows(const std::string& name) {
  static const std::map<std::string, std::string, std::less<>> pages = {
      {"ISO-8859-1", "windows-1252"}, {"ISO-8859-2", "windows-1250"}, {"ISO-8859-5", "windows-1251"},
      {"ISO-8859-6", "windows-1256"}, {"ISO-8859-7", "windows-1253"}, {"ISO-8859-9", "windows-1254"}};
  const auto found = pages.find(name);
  return found == pages.end() ? name : found->second;
}

std::string guess_encoding(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return "windows-1252";
  bytes = bytes.substr(0, bytes_to_guess_from);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const std::string name = ucsdet_getName(matches[i], &status);
    // UTF-8 was ruled out by the caller; the others need zero bytes, escapes or are for mainframes.
    if (name.starts_with("UTF-") || name.starts_with("ISO-2022") || name.starts_with("IBM")) continue;
    if (name == "ISO-8859-5" || name == "ISO-8859-6") continue;  // bytes are ordered otherwise there; rare
    return as_windows(name);
  }
  return "windows-1252";
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return {convert(bytes.substr(2), "UTF-16LE"), "UTF-16LE"};
  if (bytes.starts_with("\xFE\xFF")) return {convert(bytes.substr(2), "UTF-16BE"), "UTF-16BE"};
  if (const char* utf16 = utf16_by_zeros(bytes)) return {convert(bytes, utf16), utf16, true};
  const Utf8Count count = count_utf8(bytes);
  if (count.wrong == 0) return {std::string(bytes), "UTF-8"};
  // A torn or patched UTF-8 file has many whole sequences to each wrong byte; other encodings nearly none.
  if (count.sequences > count.wrong * 4) return {std::string(bytes), "UTF-8", false, true};
  const std::string encoding = guess_encoding(bytes);
  std::string text = convert(bytes, encoding.c_str());
  if (text.empty()) return {std::string(bytes), "UTF-8", false, true};
  return {std::move(text), encoding, true};
}

}  // namespace plumbline
