#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban import work-requests` and `hoshuban export work-requests`: the same as on screen.
void add_list_commands(CLI::App&, CommandLine&);

}
