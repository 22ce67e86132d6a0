// Documents -> the draft of a pack: their headings and labels that repeat, in their order, for a person to edit.
#pragma once

#include "extractor/document.h"

#include <span>
#include <string>
#include <string_view>

namespace plumbline {

// TOML that read_pack() takes. `id` must be of small letters, digits and hyphens.
std::string draft_pack(std::span<const Document> documents, std::string_view id);

}  // namespace plumbline
