#pragma once
#include "core/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::csv {

/// What Excel needs to see UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Append one RFC 4180 record with CRLF. Values are written as they are: see core/formula.
void append_record(std::string& out, std::span<const std::string_view> values);

struct Limits {
    std::size_t bytes = std::size_t{20} << 20;
    std::size_t records = 1'048'576;
    std::size_t fields = 1'024; ///< per record
    std::size_t field_bytes = 131'068;
};

struct Field {
    std::string text;
    int line; ///< where it begins, from 1
    int column; ///< the byte in that line, from 1

    bool operator==(const Field&) const = default;
};

using Record = std::vector<Field>;

/// Reads RFC 4180: with or without the byte order mark, CRLF or LF, quoted fields over several lines. Empty lines are
/// skipped. Refuses text that is not UTF-8, NUL bytes and stray quotes, with line and column.
Result<std::vector<Record>> parse(std::string_view bytes, const Limits& limits = {});

}
