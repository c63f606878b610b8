#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace hoshuban::db {

/// One step of the schema: a file db/migrations/NNNN_subject.sql. Steps only go forward; a released one never changes.
struct Migration {
    int number;
    std::string_view name;
    std::string_view text;
};

/// The steps this program was built with, in order.
std::span<const Migration> embedded_migrations();

/// The text as the database at hand wants it. Migrations are written once, with the types TEXT, INTEGER, REAL and BLOB:
/// PostgreSQL gets BIGINT, DOUBLE PRECISION and BYTEA, and SQLite's tables become STRICT, so that both hold a column to
/// its type.
std::string for_dialect(std::string_view text, Dialect);

/// The number of the last step taken; 0 for an empty database.
int schema_version(Reader&);

/// What migrate() is to do. `before` is called once, only when a schema that is in use will change, and before anything
/// does: the place for a backup. When it fails nothing is changed.
struct MigrationPlan {
    std::span<const Migration> steps = embedded_migrations();
    Instant now;
    std::function<Result<void>(int from, int to)> before = {};
};

/// Whether the database was made by steps this program knows, if not by all of them; else as migrate() refuses it.
Result<void> check_schema(Database&);

/// Takes the missing steps, each in one transaction, and returns how many. Refuses a schema that is newer than the
/// program (`db/schema_newer`) or was made by other steps than the program's (`db/schema_changed`).
Result<int> migrate(Database&, const MigrationPlan&);

/// Asks the database whether it understands each text; the names and reasons of those it does not.
std::vector<std::string> prepare_all(Database&, std::span<const Query>);

}
