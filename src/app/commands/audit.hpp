#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban audit verify|export`.
void add_audit_commands(CLI::App&, CommandLine&);

}
