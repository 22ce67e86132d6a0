// What is known of each language, made when that language is first asked for: most submissions are in one.
#pragma once

#include "rules/reading/reading.h"

#include <array>
#include <cstddef>
#include <utility>

namespace plumbline {

constexpr std::size_t language_count = static_cast<std::size_t>(Language::it) + 1;

namespace by_language {

template <auto make, std::size_t language>
const auto& made() {
  static const auto value = make(static_cast<Language>(language));
  return value;
}

}  // namespace by_language

// `make` takes a Language.
template <auto make>
const auto& of_language(Language language) {
  constexpr auto all = []<std::size_t... languages>(std::index_sequence<languages...>) {
    return std::array{&by_language::made<make, languages>...};
  }
  (std::make_index_sequence<language_count>());
  return all[static_cast<std::size_t>(language)]();
}

}  // namespace plumbline
