// Text cases: files that someone who writes no C++ can add to.
//
//   === a year inside a programme's name is no timeframe
//   --- input
//   …
//   --- expect
//   …
//
// Each case is a test of its own. `PROGRAM --accept` rewrites the `expect` part with what was got; read the diff.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::test {

struct Case {
  std::string title;
  std::string file;
  int line = 0;
  std::map<std::string, std::string, std::less<>> parts;  // "input", "expect", …; each without its last newline
  const std::string& part(std::string_view name) const;   // throws std::out_of_range with the case's place
  bool has(std::string_view name) const { return parts.find(name) != parts.end(); }
};

// Registers a test for each case of every file that ends in `suffix` below tests/cases/`folder`.
// `answer` gives what is to equal the part `expect`.
void register_cases(const std::string& folder, const std::string& suffix,
                    std::function<std::string(const Case&)> answer);

// Files below `folder`, sorted, whose names end in `suffix`.
std::vector<std::string> files_below(const std::string& folder, std::string_view suffix);
std::string read_file(const std::string& path);   // throws std::runtime_error that names the path
inline const std::string tree = PLUMBLINE_TREE;   // the checkout
inline const std::string shared = tree + "/../shared";  // may not be there

}  // namespace plumbline::test
