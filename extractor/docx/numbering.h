// The numbers and bullets that Word computes for the items of lists.
#pragma once

#include "extractor/docx/styles.h"
#include "extractor/flow/numerals.h"
#include "extractor/xml/xml.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>

namespace plumbline::docx {

inline constexpr int list_levels = 9;  // ISO/IEC 29500-1, 17.9.6

struct ListLevel {
  NumeralSystem system = NumeralSystem::decimal;
  bool is_bullet = false;
  std::uint32_t start = 1;
  bool legal = false;      // all numbers in it decimal
  std::string text;        // "%1.%2" or the bullet
  int restart_after = -1;  // 0 = never restarts; -1 = after any level above
};

class Numbering {
 public:
  Numbering() = default;
  explicit Numbering(const pugi::xml_node& numbering);  // w:numbering
  // The marker of the next paragraph at this place, counted on; empty where the list is unknown or prints none.
  std::string next(ListPlace place);
  bool is_bullet(ListPlace place) const;

 private:
  struct Abstract {
    std::array<ListLevel, list_levels> levels;
    std::array<std::uint32_t, list_levels> counters{};
    std::array<bool, list_levels> begun{};
  };
  struct Instance {
    int abstract = -1;
    std::map<int, std::uint32_t> starts;  // level -> overriding start
    std::map<int, ListLevel> levels;      // level -> overriding definition
    bool used = false;
  };
  const ListLevel& level_of(const Instance& instance, const Abstract& abstract, int level) const;

  std::map<int, Abstract> abstracts_;
  std::map<int, Instance> instances_;
};

// Bullets of Symbol and Wingdings as Unicode: what they look like.
std::string visible_bullet(std::string_view text);

}  // namespace plumbline::docx
