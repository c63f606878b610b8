#include "platform/db/postgres_result.hpp"
#include "platform/db/failure.hpp"

#include <bit>
#include <cstring>
#include <fmt/format.h>
#include <stdexcept>

namespace hoshuban::db {
namespace {

// From PostgreSQL's catalog/pg_type.dat; these never change.
constexpr Oid oid_bool = 16;
constexpr Oid oid_bytea = 17;
constexpr Oid oid_name = 19;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_int2 = 21;
constexpr Oid oid_int4 = 23;
constexpr Oid oid_text = 25;
constexpr Oid oid_float8 = 701;
constexpr Oid oid_unknown = 705;
constexpr Oid oid_varchar = 1043;

std::uint64_t big_endian(const char* bytes, int size)
{
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

Cell integer(std::int64_t value)
{
    return {.kind = ValueKind::integer, .integer = value};
}

}

void check_result(const PGresult* result, PGconn* connection, std::string_view query)
{
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_PIPELINE_SYNC)
        return;
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string_view code = state == nullptr ? "" : state;
    const std::string detail = fmt::format(
        "{}: {} {}", query, code, result == nullptr ? PQerrorMessage(connection) : PQresultErrorMessage(result));
    if (code.starts_with("40") || code.starts_with("57P") || PQstatus(connection) == CONNECTION_BAD)
        throw_retry(detail);
    if (code == "53100")
        throw_full(detail);
    if (code.starts_with("53") || code == "55P03" || code == "57014")
        throw_busy(detail);
    if (code.starts_with("23"))
        throw_constraint(detail);
    throw_broken(detail);
}

std::vector<std::string> column_names(const PGresult* result)
{
    std::vector<std::string> names;
    for (int column = 0; column < PQnfields(result); ++column)
        names.emplace_back(PQfname(result, column));
    return names;
}

Cell cell_of(const PGresult* result, int row, int column)
{
    if (PQgetisnull(result, row, column) != 0)
        return {};
    const char* bytes = PQgetvalue(result, row, column);
    const int size = PQgetlength(result, row, column);
    switch (PQftype(result, column)) {
    case oid_int8:
        return integer(static_cast<std::int64_t>(big_endian(bytes, 8)));
    case oid_int4:
        return integer(static_cast<std::int32_t>(big_endian(bytes, 4)));
    case oid_int2:
        return integer(static_cast<std::int16_t>(big_endian(bytes, 2)));
    case oid_bool:
        return integer(bytes[0]);
    case oid_float8:
        return {.kind = ValueKind::real, .real = std::bit_cast<double>(big_endian(bytes, 8))};
    case oid_text:
    case oid_varchar:
    case oid_name:
    case oid_unknown:
        return {.kind = ValueKind::text, .data = {bytes, static_cast<std::size_t>(size)}};
    case oid_bytea:
        return {.kind = ValueKind::bytes, .data = {bytes, static_cast<std::size_t>(size)}};
    default:
        throw std::logic_error(fmt::format("column {} has the PostgreSQL type {}, which SQLite does not know: cast it",
            PQfname(result, column), PQftype(result, column)));
    }
}

PostgresParams::PostgresParams(std::span<const Param> params)
{
    texts_.reserve(params.size());
    values_.reserve(params.size());
    lengths_.reserve(params.size());
    formats_.reserve(params.size());
    types_.reserve(params.size());
    for (const Param& param : params)
        add(param);
}

void PostgresParams::add(const Param& param)
{
    switch (param.kind()) {
    case ValueKind::null:
        add(nullptr, 0, 0);
        return;
    case ValueKind::integer:
        texts_.push_back(fmt::format_int(param.integer()).str());
        break;
    case ValueKind::real:
        texts_.push_back(fmt::format("{}", param.real()));
        break;
    case ValueKind::text: // copied, because libpq wants a terminating NUL
        texts_.emplace_back(param.data());
        break;
    case ValueKind::bytes:
        add(param.data().data() == nullptr ? "" : param.data().data(), static_cast<int>(param.data().size()),
            oid_bytea);
        return;
    }
    add(texts_.back().c_str(), 0, 0);
}

void PostgresParams::add(const char* value, int length, Oid type)
{
    values_.push_back(value);
    lengths_.push_back(length);
    formats_.push_back(type == oid_bytea ? 1 : 0);
    types_.push_back(type);
}

}
