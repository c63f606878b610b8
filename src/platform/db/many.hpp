#pragma once
#include "platform/db/database.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hoshuban::db {

/// The text that inserts `rows` rows by a query that inserts one: `… VALUES ($1, $2, 1) ON CONFLICT …` with the group
/// of values repeated. Nothing behind the group may hold a placeholder.
std::string repeated_values(std::string_view one_row, std::size_t rows);

/// Inserts many rows by a query that inserts one: on PostgreSQL as many at once as its parameters allow, because a
/// statement there is a round trip; on SQLite row by row. Returns the number of rows inserted or changed.
std::int64_t insert_many(Tx&, const Query&, std::span<const std::vector<Param>> rows);

}
