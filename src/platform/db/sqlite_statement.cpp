#include "platform/db/sqlite_statement.hpp"
#include "platform/db/failure.hpp"

#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

namespace hoshuban::db {
namespace {

int placeholder_number(const char* name)
{
    int number = 0;
    const std::string_view text = name == nullptr ? "" : name;
    const auto end = text.data() + text.size();
    if (text.size() < 2 || text[0] != '$' || std::from_chars(text.data() + 1, end, number).ptr != end)
        return 0;
    return number;
}

}

void throw_sqlite(sqlite3* database, std::string_view query)
{
    const std::string detail = fmt::format("{}: {}", query, sqlite3_errmsg(database));
    switch (sqlite3_errcode(database)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw_busy(detail);
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
        throw_full(detail);
    case SQLITE_CANTOPEN:
        throw_unreachable(detail);
    case SQLITE_CONSTRAINT:
        throw_constraint(detail);
    default:
        throw_broken(detail);
    }
}

SqliteStatement::SqliteStatement(sqlite3* database, const Query& query)
    : database_{database}
    , name_{query.name}
{
    const char* rest = nullptr;
    if (sqlite3_prepare_v3(database, query.sqlite.data(), static_cast<int>(query.sqlite.size()),
            SQLITE_PREPARE_PERSISTENT, &statement_, &rest) != SQLITE_OK)
        throw_sqlite(database, name_);
    for (int column = 0; column < sqlite3_column_count(statement_); ++column)
        columns_.emplace_back(sqlite3_column_name(statement_, column));

    const int count = sqlite3_bind_parameter_count(statement_);
    positions_.assign(static_cast<std::size_t>(count), 0);
    for (int position = 1; position <= count; ++position) {
        const int number = placeholder_number(sqlite3_bind_parameter_name(statement_, position));
        if (number < 1 || number > count) {
            sqlite3_finalize(statement_);
            throw std::logic_error(fmt::format("{}: placeholders must be $1…$n without gaps", name_));
        }
        positions_[static_cast<std::size_t>(number - 1)] = position;
    }
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(statement_);
}

void SqliteStatement::bind(std::span<const Param> params)
{
    bind_all(params, SQLITE_STATIC);
}

void SqliteStatement::bind_copies(std::span<const Param> params)
{
    // The cast inside SQLITE_TRANSIENT, written so that it is allowed here.
    bind_all(params, reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1})); // NOLINT
}

void SqliteStatement::bind_all(std::span<const Param> params, sqlite3_destructor_type lifetime)
{
    if (params.size() != positions_.size())
        throw std::logic_error(fmt::format("{} takes {} values, given {}", name_, positions_.size(), params.size()));
    in_use_ = true;
    for (std::size_t i = 0; i < params.size(); ++i)
        bind_one(positions_[i], params[i], lifetime);
}

void SqliteStatement::bind_one(int index, const Param& param, sqlite3_destructor_type lifetime)
{
    const std::string_view data = param.data();
    int code = SQLITE_OK;
    switch (param.kind()) {
    case ValueKind::null:
        code = sqlite3_bind_null(statement_, index);
        break;
    case ValueKind::integer:
        code = sqlite3_bind_int64(statement_, index, param.integer());
        break;
    case ValueKind::real:
        code = sqlite3_bind_double(statement_, index, param.real());
        break;
    case ValueKind::text: // a null pointer would store NULL instead of the empty text
        code = sqlite3_bind_text64(
            statement_, index, data.data() == nullptr ? "" : data.data(), data.size(), lifetime, SQLITE_UTF8);
        break;
    case ValueKind::bytes:
        code = sqlite3_bind_blob64(statement_, index, data.data() == nullptr ? "" : data.data(), data.size(), lifetime);
        break;
    }
    if (code != SQLITE_OK)
        throw_sqlite(database_, name_);
}

bool SqliteStatement::step()
{
    switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        throw_sqlite(database_, name_);
    }
}

void SqliteStatement::reset() noexcept
{
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    in_use_ = false;
}

Cell SqliteStatement::cell(std::size_t column) const
{
    const int index = static_cast<int>(column);
    switch (sqlite3_column_type(statement_, index)) {
    case SQLITE_INTEGER:
        return {.kind = ValueKind::integer, .integer = sqlite3_column_int64(statement_, index)};
    case SQLITE_FLOAT:
        return {.kind = ValueKind::real, .real = sqlite3_column_double(statement_, index)};
    case SQLITE_TEXT: {
        const auto* text = sqlite3_column_text(statement_, index);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, index));
        return {.kind = ValueKind::text, .data = {reinterpret_cast<const char*>(text), size}};
    }
    case SQLITE_BLOB: {
        const void* bytes = sqlite3_column_blob(statement_, index);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, index));
        return {.kind = ValueKind::bytes, .data = {static_cast<const char*>(bytes), size}};
    }
    default:
        return {};
    }
}

}
