#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban calendar holidays FILE [--save]`: what a new holiday list changes, and, after that, puts it in force.
void add_holiday_command(CLI::App& calendar_group, CommandLine&);

}
