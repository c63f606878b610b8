#include "formats/csv_table.hpp"

#include "formats/csv.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ranges>

namespace hoshuban::csv {
namespace {

using yaml::Kind;
using yaml::Position;
using yaml::Problems;
using yaml::Value;

Position position(const Field& field)
{
    return {field.line, field.column};
}

Value to_value(const Record& header, Record& row)
{
    Value value{.kind = Kind::mapping, .position = position(row.front())};
    for (std::size_t i = 0; i < header.size(); ++i) {
        const Kind kind = row[i].text.empty() ? Kind::null : Kind::scalar;
        const Position at = position(row[i]);
        value.entries.push_back({header[i].text, at, {.kind = kind, .position = at, .text = std::move(row[i].text)}});
    }
    return value;
}

bool unique_names(const Record& header, Problems& problems)
{
    bool good = true;
    for (auto cell = header.begin(); cell != header.end(); ++cell) {
        if (std::ranges::find(header.begin(), cell, cell->text, &Field::text) == cell)
            continue;
        problems.add(position(*cell), cell->text, "csv/duplicate_column",
            {"同じ列が二つあります。", "this column stands twice"});
        good = false;
    }
    return good;
}

}

std::optional<Value> parse_table(std::string_view bytes, Problems& problems)
{
    auto records = parse(bytes, {.bytes = std::size_t{4} << 20, .records = 20'000, .fields = 64, .field_bytes = 4'000});
    if (!records) {
        problems.add({}, {}, records.error().code, records.error().text);
        return std::nullopt;
    }
    if (records->empty()) {
        problems.add(
            {}, {}, "csv/header", {"1行目に列の見出しを書いてください。", "the first row must name the columns"});
        return std::nullopt;
    }
    const Record header = std::move(records->front());
    if (!unique_names(header, problems))
        return std::nullopt;
    Value table{.kind = Kind::sequence};
    for (Record& row : *records | std::views::drop(1)) {
        if (row.size() == header.size()) {
            table.items.push_back(to_value(header, row));
            continue;
        }
        problems.add(position(row.front()), {}, "csv/columns",
            {fmt::format("列が{}個あります（見出しは{}個）。", row.size(), header.size()),
                fmt::format("{} cells where the header has {}", row.size(), header.size())});
    }
    return table;
}

}
