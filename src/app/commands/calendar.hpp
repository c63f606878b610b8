#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban calendar due | explain | days | holidays`. The contract is looked up in the database, or else among the
/// profiles of the contracts folder, so that a due date can be counted without a database.
void add_calendar_commands(CLI::App&, CommandLine&);

}
