// Text -> words, and forms shared by all that are spelled alike.
#pragma once

#include "rules/reading/reading.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace plumbline {

class Tokenizer {
 public:
  explicit Tokenizer(Reading& reading) : reading_(reading) {}
  void add(std::string_view text, Language language);  // its words behind those that stand
  void finish();                                       // behind the last text: what all of them tell of a form

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Ids = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  void push(std::string_view text, std::uint32_t start, std::uint32_t end, WordKind kind, bool space_before,
            Language language);
  std::uint32_t form(std::string_view text, WordKind kind, Language language);
  std::uint32_t stem_id(std::string_view stem);

  Reading& reading_;
  Ids forms_[10];
  Ids stems_;
};

}  // namespace plumbline
