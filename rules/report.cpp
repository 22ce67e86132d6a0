// The structure of a submission.
#include "rules/report.h"

#include <algorithm>

namespace plumbline {

std::string_view name_of(DateSource source) {
  switch (source) {
    case DateSource::unknown:
      return "unknown";
    case DateSource::given:
      return "given";
    case DateSource::document:
      return "document";
    case DateSource::metadata:
      return "metadata";
    case DateSource::inferred:
      return "inferred";
  }
  return "unknown";
}

Where Passage::where() const {
  return where(0, static_cast<std::uint32_t>(text.size()));
}

Where Passage::where(std::uint32_t start, std::uint32_t length) const {
  Where result;
  const std::uint32_t end = start + length;
  std::uint32_t document_end = 0;
  for (const Piece& piece : pieces) {
    const std::uint32_t from = std::max(start, piece.text_start);
    const std::uint32_t to = std::min(end, piece.text_start + piece.length);
    if (from >= to) continue;
    const std::uint32_t document_from = piece.document_start + (from - piece.text_start);
    if (result.lines.empty()) result.span.start = document_from;
    if (result.lines.empty() || result.lines.back() != piece.line) result.lines.push_back(piece.line);
    document_end = std::max(document_end, document_from + (to - from));
  }
  if (!result.lines.empty()) result.span.length = document_end - result.span.start;
  return result;
}

}  // namespace plumbline
