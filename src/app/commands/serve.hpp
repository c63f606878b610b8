#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban serve`: runs until it is told to stop (SIGINT, SIGTERM).
void add_serve_command(CLI::App&, CommandLine&);

}
