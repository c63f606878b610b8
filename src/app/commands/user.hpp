#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban user add|link|list|role`.
void add_user_commands(CLI::App&, CommandLine&);

}
