// Legacy .doc, .rtf and other word processors' files -> ODT, by LibreOffice where it is installed.
//
// It runs a program, so it is for the coordinating process; workers in the sandbox are handed its result as
// `ExtractOptions::converted`.
#pragma once

#include "extractor/media_type.h"

#include <string>
#include <string_view>

namespace plumbline {

bool needs_conversion(MediaType type);

struct ConvertOptions {
  std::string program;  // soffice; empty = looked for in PATH
  unsigned timeout_seconds = 120;
  std::string temporary_folder;  // empty = TMPDIR or /tmp
};

// ODT bytes. The program gets a profile of its own in a new temporary folder, in which macros and links are off; after
// the timeout it is killed with its children. Throws Unreadable: "needs-office" where LibreOffice is not installed,
// "conversion-failed" where it gives nothing in time, "encrypted" where the document has a password.
std::string convert_to_odt(std::string_view bytes, MediaType type, const ConvertOptions& options = {});

}  // namespace plumbline
