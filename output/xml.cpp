// Text for XML 1.0.
#include "output/xml.h"

#include "output/utf8.h"

namespace plumbline {

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == 0xFFFE || point.value == 0xFFFF || !point.is_valid) {
      out += "\xEF\xBF\xBD";
    } else if (is_unsafe_to_show(point.value)) {
      out += shown_on_one_line(text.substr(at, point.length));
    } else {
      switch (point.value) {
        case '&':
          out += "&amp;";
          break;
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        case '"':
          out += "&quot;";
          break;
        case '\'':
          out += "&#39;";
          break;
        default:
          out.append(text, at, point.length);
      }
    }
    at += point.length;
  }
  return out;
}

}  // namespace plumbline
