#include "platform/db/many.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <fmt/format.h>

namespace hoshuban::db {
namespace {

constexpr std::size_t most_params = 4'096; // PostgreSQL takes 65,535; more than this gains nothing
constexpr std::string_view values_word = "VALUES ";

/// The group with every `$n` counted on by `offset`; the highest n is left in `highest`.
std::string counted_on(std::string_view group, std::size_t offset, std::size_t& highest)
{
    std::string text;
    for (std::size_t at = 0; at < group.size();) {
        if (group[at] != '$') {
            text += group[at++];
            continue;
        }
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(group.data() + at + 1, group.data() + group.size(), number);
        at = static_cast<std::size_t>(end - group.data());
        highest = std::max(highest, number);
        text += fmt::format("${}", offset + number);
    }
    return text;
}

}

std::string repeated_values(std::string_view one_row, std::size_t rows)
{
    const std::size_t from = one_row.find(values_word) + values_word.size();
    const std::size_t end = one_row.find(')', from) + 1;
    const std::string_view group = one_row.substr(from, end - from);
    std::size_t columns = 0;
    std::string text{one_row.substr(0, from)};
    for (std::size_t row = 0; row < rows; ++row) {
        std::size_t highest = 0;
        text += (row == 0 ? "" : ", ") + counted_on(group, row * columns, highest);
        columns = highest;
    }
    return text.append(one_row.substr(end));
}

std::int64_t insert_many(Tx& tx, const Query& query, std::span<const std::vector<Param>> rows)
{
    std::int64_t changed = 0;
    while (!rows.empty()) {
        const std::size_t fitting = std::max<std::size_t>(most_params / rows.front().size(), 1);
        // Powers of two, so that few texts are prepared.
        const std::size_t count = tx.dialect() == Dialect::sqlite ? 1 : std::bit_floor(std::min(fitting, rows.size()));
        std::vector<Param> params;
        params.reserve(count * rows.front().size());
        for (const std::vector<Param>& row : rows.first(count))
            params.insert(params.end(), row.begin(), row.end());
        const std::string text = count == 1 ? std::string{} : repeated_values(query.postgres, count);
        changed += tx.execute(count == 1 ? query : Query{query.name, text, text}, params);
        rows = rows.subspan(count);
    }
    return changed;
}

}
