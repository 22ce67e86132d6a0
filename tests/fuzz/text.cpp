// Fuzzes the reader of plain text, and the languages and sentences of what it read.
#include "extractor/text/text.h"

#include "extractor/unicode/language.h"
#include "extractor/unicode/sentences.h"
#include "tests/fuzz/sound.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  Document document = read_text({reinterpret_cast<const char*>(data), size});
  fuzz::require_sound(document);
  detect_languages(document);
  for (const Line& line : document.lines)
    split_sentences(document.text_of(line), document.language);
  return 0;
}
