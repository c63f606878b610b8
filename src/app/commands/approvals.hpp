#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban approvals list`.
void add_approval_commands(CLI::App&, CommandLine&);

}
