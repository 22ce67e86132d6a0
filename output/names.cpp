// The words that outputs use.
#include "output/names.h"

namespace plumbline {

std::string_view name_of(ReadStatus status) {
  switch (status) {
    case ReadStatus::ok:
      return "ok";
    case ReadStatus::partial:
      return "partial";
    case ReadStatus::unreadable:
      return "unreadable";
  }
  return "unreadable";
}

std::string_view name_of(ActionRole role) {
  switch (role) {
    case ActionRole::action:
      return "action";
    case ActionRole::lead:
      return "lead";
    case ActionRole::note:
      return "note";
  }
  return "action";
}

std::string_view text_source(const Document& document) {
  bool native = false, ocr = false;
  for (const Page& page : document.pages) {
    native |= page.source == TextSource::native && page.line_count > 0;
    ocr |= page.source == TextSource::ocr && page.line_count > 0;
  }
  if (document.lines.empty()) return "none";
  return native && ocr ? "mixed" : ocr ? "ocr" : "native";
}

}  // namespace plumbline
