// What the program's exit code says. Documented in README.md and docs/commands.md; never reused.
#pragma once

namespace plumbline {

enum ExitCode : int {
  exit_clean = 0,       // nothing at or above --fail-on
  exit_findings = 1,    // findings at or above it
  exit_usage = 2,       // wrong usage, configuration or pack
  exit_unreadable = 3,  // some input could not be read, or some output not written
  exit_interrupted = 130,
};

}  // namespace plumbline
