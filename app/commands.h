// The commands, one file each. Each adds itself to the program; when it is the one called, it sets the exit code.
#pragma once

#include "app/exit_code.h"

namespace CLI {
class App;
}

namespace plumbline {

void add_check(CLI::App& program, ExitCode& exit_code);
void add_extract(CLI::App& program, ExitCode& exit_code);
void add_load(CLI::App& program, ExitCode& exit_code);
void add_export(CLI::App& program, ExitCode& exit_code);
void add_schema(CLI::App& program, ExitCode& exit_code);
void add_merge(CLI::App& program, ExitCode& exit_code);
void add_packs(CLI::App& program, ExitCode& exit_code);
void add_explain(CLI::App& program, ExitCode& exit_code);
void add_timeframes(CLI::App& program, ExitCode& exit_code);
void add_outline(CLI::App& program, ExitCode& exit_code);

}  // namespace plumbline
