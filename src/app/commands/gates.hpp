#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban gates --contract ID NUMBER`: what the start of a work request waits for, and who opens it.
void add_gates_command(CLI::App&, CommandLine&);

}
