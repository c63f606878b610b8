#pragma once
#include "platform/db/backup.hpp"
#include "platform/db/param.hpp"

#include <functional>

namespace hoshuban::db {

/// The schema step a backup was taken with.
struct BackupStep {
    std::int64_t number;
    std::string name;
    std::string sha256;
};

/// What to do with the content of a backup while it is read.
struct BackupUse {
    std::function<Result<void>(std::span<const BackupStep>)> schema = {};
    std::function<Result<void>(const std::string& name, const std::vector<std::string>& columns)> table = {};
    std::function<void(const std::vector<Param>&)> row = {};
};

/// Reads a whole backup and checks every count and hash; stops at the first that is wrong, so what was done with the
/// rows before must be undone.
Result<BackupReport> read_backup(const std::filesystem::path&, const BackupUse&);

}
