// An earlier extract, to tell what is new since then.
#pragma once

#include "rules/finding.h"

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace plumbline {

// The text is no extract; what() says where and what was expected.
struct BaselineError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Baseline {
 public:
  // Reads what `extract` or `check --format json|ndjson` wrote: one record, an array of them, or one a line.
  static Baseline parse(std::string_view json);

  // Takes the findings away that the baseline has for the submission of this name; gives how many. A baseline of a
  // single record is held against any name: the file may have been renamed.
  std::size_t remove_known(Findings& findings, std::string_view submission) const;

 private:
  std::map<std::string, std::set<std::string>, std::less<>> fingerprints_;  // by the submission's name
};

}  // namespace plumbline
