// The words that an acronym's letters are taken from.
#pragma once

#include "rules/reading/reading.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace plumbline {

// Whether a compound may be parted before the rest of it, which is given; folded.
using MayPart = std::function<bool(std::string_view rest)>;

// First of the words that end before `last`, where each letter, from the last to the first, begins a word, or in German
// a part of a compound ("Zentralstelle Kinderschutz": ZKS; "Bundeskriminalamt": BKA). Grammar words may be passed over,
// and so many others. Letters are folded.
std::optional<std::uint32_t> first_of_long_form(const Reading& reading, std::u32string_view letters,
                                                std::uint32_t begin, std::uint32_t last, std::uint32_t most_passed,
                                                const MayPart& may_part);

}  // namespace plumbline
