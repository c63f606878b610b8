#pragma once
#include "app/program.hpp"

#include <functional>

namespace CLI {
class App;
}

namespace hoshuban {

/// `hoshuban contract check DIR`, `contract load DIR`, `contract diff A B`. `open` opens the database that the common
/// options name and is called by the commands that need one; `exit_code` becomes 0, 1 (found something wrong, or
/// differences) or 2 (called wrongly).
void add_contract_commands(CLI::App&, std::function<Result<std::unique_ptr<Program>>()> open, int& exit_code);

}
