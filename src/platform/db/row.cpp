#include "platform/db/row.hpp"
#include "platform/db/failure.hpp"

#include <fmt/format.h>
#include <limits>
#include <stdexcept>

namespace hoshuban::db {
namespace {

[[noreturn]] void unexpected_value(const char* wanted, std::string_view column)
{
    throw_broken(fmt::format("column {} does not hold {}", column, wanted));
}

const Cell& expect(const Cell& cell, ValueKind kind, const char* wanted, std::string_view column)
{
    if (cell.kind != kind)
        unexpected_value(wanted, column);
    return cell;
}

}

Cell Row::cell(std::string_view column) const
{
    const auto names = cursor_.columns();
    for (std::size_t tried = 0; tried < names.size(); ++tried) {
        const std::size_t index = hint_ < names.size() ? hint_ : 0;
        hint_ = index + 1;
        if (names[index] == column)
            return cursor_.cell(index);
    }
    throw std::logic_error(fmt::format("the query has no column {}", column));
}

namespace detail {

std::int64_t integer_from(const Cell& cell, std::string_view column)
{
    return expect(cell, ValueKind::integer, "a whole number", column).integer;
}

int narrow_from(const Cell& cell, std::string_view column)
{
    const std::int64_t value = integer_from(cell, column);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        unexpected_value("a number of 32 bits", column);
    return static_cast<int>(value);
}

bool bool_from(const Cell& cell, std::string_view column)
{
    const std::int64_t value = integer_from(cell, column);
    if (value != 0 && value != 1)
        unexpected_value("0 or 1", column);
    return value == 1;
}

double real_from(const Cell& cell, std::string_view column)
{
    if (cell.kind == ValueKind::integer)
        return static_cast<double>(cell.integer);
    return expect(cell, ValueKind::real, "a number", column).real;
}

std::string_view characters_of(const Cell& cell, std::string_view column)
{
    return expect(cell, ValueKind::text, "text", column).data;
}

std::string text_from(const Cell& cell, std::string_view column)
{
    return std::string{characters_of(cell, column)};
}

Bytes bytes_from(const Cell& cell, std::string_view column)
{
    return {std::string{expect(cell, ValueKind::bytes, "bytes", column).data}};
}

Instant instant_from(const Cell& cell, std::string_view column)
{
    if (const auto value = parse_instant(characters_of(cell, column)))
        return *value;
    unexpected_value("an instant", column);
}

LocalDay day_from(const Cell& cell, std::string_view column)
{
    if (const auto value = parse_day(characters_of(cell, column)))
        return *value;
    unexpected_value("a day", column);
}

void unknown_name(const Cell& cell, std::string_view column)
{
    unexpected_value("a known name", fmt::format("{} ('{}')", column, cell.data));
}

void no_row(std::string_view query)
{
    throw std::logic_error(fmt::format("{} gave no row", query));
}

void many_rows(std::string_view query)
{
    throw std::logic_error(fmt::format("{} gave more than one row", query));
}

}
}
