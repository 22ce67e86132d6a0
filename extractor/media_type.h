// What kind of file some bytes are. A file is what its bytes say, whatever its name says.
#pragma once

#include <string_view>

namespace plumbline {

enum class MediaType {
  pdf,
  text,  // UTF-8 or UTF-16 text, as far as its first bytes tell
  html,
  zip,  // DOCX, ODT and other packages
  rtf,
  old_office,  // .doc, .xls of before 2007
  image,
  binary,  // anything else
};

// `bytes` may be the whole file or its first 4,096 bytes. A PDF's header may stand anywhere within the first 1,024.
MediaType media_type_of(std::string_view bytes);

// "application/pdf"; as IANA registers it.
std::string_view name_of(MediaType type);

}  // namespace plumbline
