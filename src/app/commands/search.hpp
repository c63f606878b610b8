#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `search --contract X WORDS…` and `search rebuild`.
void add_search_commands(CLI::App&, CommandLine&);

}
