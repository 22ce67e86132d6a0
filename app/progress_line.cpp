// How far a run is, on the standard error.
#include "app/progress_line.h"

#include "app/batch/inputs.h"
#include "output/utf8.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <string>

namespace plumbline {

namespace {

constexpr double seconds_until_first = 0.5;  // a short run shows nothing
// Elsewhere than on a terminal: often at first, seldom in a run of hours; the last holds for all that follow.
constexpr std::array<double, 5> seconds_between_lines = {10, 30, 60, 120, 300};

double seconds_since(std::chrono::steady_clock::time_point then) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - then).count();
}

std::string bar_of(double share) {
  constexpr int width = 20;
  const int full = static_cast<int>(std::lround(share * width));
  std::string bar = "[";
  for (int i = 0; i < width; ++i)
    bar += i < full ? '#' : '.';
  return bar + "]";
}

std::string duration(double seconds) {
  char text[32];
  const auto whole = static_cast<long>(seconds);
  if (whole < 3600) {
    std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
  } else {
    std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
  }
  return text;
}

std::string line_of(const batch::Progress& progress, double seconds) {
  const double share =
      progress.total == 0 ? 1 : static_cast<double>(progress.done) / static_cast<double>(progress.total);
  const double rate = seconds > 0 ? static_cast<double>(progress.done) / seconds : 0;
  char numbers[96];
  std::snprintf(numbers, sizeof numbers, " %zu of %zu, %.1f a second", progress.done, progress.total, rate);
  std::string line = bar_of(share) + numbers;
  if (rate > 0) line += ", " + duration(static_cast<double>(progress.total - progress.done) / rate) + " left";
  if (progress.slowest_seconds >= 2) {
    std::string name(batch::file_name_of(progress.slowest));
    if (name.size() > 40) name = name.substr(0, 37) + "...";
    line += "; " + shown_on_one_line(name) + " since " + duration(progress.slowest_seconds);
  }
  return line;
}

}  // namespace

ProgressLine::ProgressLine(bool is_quiet)
    : is_quiet_(is_quiet),
      is_terminal_(isatty(STDERR_FILENO) == 1),
      start_(std::chrono::steady_clock::now()),
      last_(start_) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::clear() {
  if (is_shown_) std::cerr << "\r\033[K" << std::flush;
  is_shown_ = false;
}

void ProgressLine::show(const batch::Progress& progress) {
  const double seconds = seconds_since(start_);
  if (is_quiet_ || progress.total < 2 || seconds < seconds_until_first) return;
  if (!is_terminal_ && seconds_since(last_) < seconds_between_lines.at(lines_)) return;
  last_ = std::chrono::steady_clock::now();
  if (is_terminal_) {
    std::cerr << "\r\033[K" << line_of(progress, seconds) << std::flush;
    is_shown_ = true;
  } else {
    std::cerr << "plumbline: " << line_of(progress, seconds) << std::endl;
    lines_ = std::min(lines_ + 1, seconds_between_lines.size() - 1);
  }
}

}  // namespace plumbline
