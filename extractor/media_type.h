// What kind of file some bytes are. A file is what its bytes say, whatever its name says.
#pragma once

#include <string_view>

namespace plumbline {

enum class MediaType {
  pdf,
  text,  // UTF-8 or UTF-16 text, as far as its first bytes tell
  html,
  docx,
  odt,
  flat_odt,  // the same as one XML file
  zip,       // any other package
  rtf,
  old_office,  // .doc, .xls of before 2007
  image,
  binary,  // anything else
};

// `bytes` is the whole file; of its first 4,096 bytes alone, packages can be told from other files, but not always
// which. A PDF's header may stand anywhere within the first 1,024.
MediaType media_type_of(std::string_view bytes);

// "application/pdf"; as IANA registers it.
std::string_view name_of(MediaType type);

}  // namespace plumbline
