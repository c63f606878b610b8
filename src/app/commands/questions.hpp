#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `questions list`: the questions of a contract, for the terminal or another program.
void add_question_commands(CLI::App&, CommandLine&);

}
