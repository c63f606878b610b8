#pragma once
#include "app/program.hpp"
#include "core/language.hpp"

#include <functional>

namespace CLI {
class App;
}

namespace hoshuban::db {
class Database;
}

namespace hoshuban {

/// What every command gets: the database that the common options name, opened when it is needed, and the exit status to
/// set: 0 done, 1 found something wrong, 2 called wrongly.
struct CommandLine {
    ProgramOptions options;
    std::filesystem::path contracts; ///< folder of contract profiles
    int exit_code = 0;

    /// The program behind the database, migrated.
    Result<std::unique_ptr<Program>> open() const;
    /// The same, but never starts an empty one: for commands that look at what is there.
    Result<std::unique_ptr<Program>> open_existing() const;
    /// The database as it is.
    std::unique_ptr<db::Database> open_database() const;
};

/// Shows a failure on stderr, with every wrong place, and makes the exit status 1.
void show(CommandLine&, const Error&);

/// Declares the common options and every command.
void declare_commands(CLI::App&, CommandLine&);

/// Run the program with these arguments; returns the exit status.
int run_command_line(int argc, char** argv);

}
