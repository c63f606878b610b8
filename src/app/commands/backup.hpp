#pragma once
#include "core/result.hpp"

#include <functional>
#include <memory>

namespace CLI {
class App;
}
namespace hoshuban {
class Clock;
namespace db {
class Database;
}

/// `hoshuban backup FILE`, `verify-backup FILE`, `restore FILE`. `open` opens the database that the common options name
/// without migrating it; `exit_code` becomes 0, 1 (found something wrong) or 2 (called wrongly).
void add_backup_commands(CLI::App&, std::function<std::unique_ptr<db::Database>()> open, const Clock&, int& exit_code);

}
