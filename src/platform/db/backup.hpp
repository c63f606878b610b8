#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include "platform/db/database.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hoshuban::db {

/// What a backup file holds.
struct BackupReport {
    struct Table {
        std::string name;
        std::int64_t rows = 0;
    };
    int schema_version = 0;
    std::string created_at = {};
    std::vector<Table> tables = {};
    std::int64_t rows = 0;
    std::string sha256 = {}; ///< over the whole content; also inside the file
};

/// Writes everything into one new file while others go on reading and writing: a single snapshot, compressed, readable
/// by its owner only, and the same whichever database it comes from. The file appears under its name only when it is
/// complete and on the disk. Refuses to overwrite (`backup/exists`).
Result<BackupReport> write_backup(Database&, const std::filesystem::path&, Instant now);

/// Reads the file to its end: `backup/damaged` unless every table has its count and every checksum is right.
Result<BackupReport> verify_backup(const std::filesystem::path&);

/// Verifies the file, then fills the database from it in one transaction, whichever of the two kinds it is and
/// whichever the backup came from. The schema becomes that of the backup; migrate() brings it forward afterwards.
/// Refuses a database that holds anything (`backup/not_empty`) and a backup of a newer schema (`db/schema_newer`).
Result<BackupReport> restore_backup(const std::filesystem::path&, Database& empty, Instant now);

}
