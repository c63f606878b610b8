#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `check read FILE…`: what the evidence of a fleet check says. Needs no database.
void add_check_commands(CLI::App&, CommandLine&);

}
