// How far a run is, on the standard error: one line that changes on a terminal, a line now and then elsewhere.
#pragma once

#include "app/batch/batch.h"

#include <chrono>
#include <cstddef>

namespace plumbline {

class ProgressLine {
 public:
  explicit ProgressLine(bool is_quiet);
  ~ProgressLine();  // leaves no half line behind
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const batch::Progress& progress);
  void clear();  // before something else is written to the terminal

 private:
  bool is_quiet_, is_terminal_;
  bool is_shown_ = false;
  std::size_t lines_ = 0;  // that were written, where it is no terminal
  std::chrono::steady_clock::time_point start_, last_;
};

}  // namespace plumbline
