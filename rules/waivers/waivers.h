// Findings that somebody has looked at and accepted. They are shown as accepted, never hidden.
//
//   [[waivers]]
//   fingerprint = "3f2a9c0e1b4d5f67"
//   reason = "The figure was corrected in a letter of 3 May."
//   by = "A. Editor"
//   until = 2027-06-30        # optional: the last day on which it holds
//   submission = "x.pdf"      # optional: the file's name, where one plumbline.toml serves several
#pragma once

#include "rules/finding.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct Waiver {
  std::string fingerprint;  // 16 hexadecimal digits
  std::string reason, by;
  std::optional<Day> until;
  std::string submission;  // empty: any
  std::string file;        // where it stands, for messages
  int line = 0;
};

// The waivers of a plumbline.toml, or of a sidecar file. Other keys of the file are not looked at.
// Throws PackError with file, line, key and what was expected.
std::vector<Waiver> read_waivers(std::string_view toml, const std::string& file);

enum class WaiverState : std::uint8_t { unmatched, accepts, over };

// Marks what the waivers for `submission` accept on the day `today`; says of each what became of it. Those of another
// submission stay unmatched.
std::vector<WaiverState> apply_waivers(Findings& findings, std::span<const Waiver> waivers, std::string_view submission,
                                       Day today);

// What must be told of a waiver that is over or matches nothing ("… matches no finding any more"); empty for one that
// accepts.
std::string message_of(const Waiver& waiver, WaiverState state);

}  // namespace plumbline
