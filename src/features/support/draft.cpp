#include "features/support/draft.hpp"

#include "core/fold.hpp"
#include "features/support/pattern.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hoshuban::support {
namespace {

using std::chrono::days;

std::vector<std::string> cells_of(std::string_view line)
{
    const char between = line.find('\t') != std::string_view::npos ? '\t' : ',';
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(between, at), line.size());
        cells.emplace_back(line.substr(at, end - at));
        at = end + 1;
    }
    return cells;
}

bool has_digit(const std::string& cell)
{
    return std::ranges::any_of(narrow(cell), [](char c) { return c >= '0' && c <= '9'; });
}

// Year, month, day, hour, minute, whatever stands between them.
std::optional<Instant> moment_of(const std::string& cell)
{
    std::array<int, 5> numbers{};
    std::size_t found = 0;
    bool in_number = false;
    for (const char c : narrow(cell)) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !in_number && ++found > numbers.size())
            return std::nullopt;
        in_number = digit;
        if (digit && (numbers[found - 1] = numbers[found - 1] * 10 + (c - '0')) > 9'999)
            return std::nullopt;
    }
    const auto [year, month, day, hour, minute] = numbers;
    const auto date = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
        std::chrono::day{static_cast<unsigned>(day)};
    const int minutes = hour * 60 + minute;
    if (found < numbers.size() - 1 || !date.ok() || year < 1980 || minute > 59 || minutes > 24 * 60)
        return std::nullopt;
    return instant(LocalTime{LocalDay{date}} + std::chrono::minutes{minutes});
}

std::optional<Rank> rank_of(const std::string& cell)
{
    const std::string word = fold(cell);
    if (word.empty() || word == "正" || word == "第一" || word == "primary")
        return Rank::primary;
    if (word == "副" || word == "第二" || word == "second")
        return Rank::second;
    return std::nullopt;
}

Error unread(const char* code, Text text)
{
    return {ErrorKind::invalid, code, std::move(text)};
}

DraftRow row_of(int line, const std::vector<std::string>& cells)
{
    DraftRow row{.line = line};
    const auto cell = [&](std::size_t place) { return place < cells.size() ? cells[place] : std::string{}; };
    const auto from = moment_of(cell(0));
    const auto until = moment_of(cell(1));
    const auto rank = rank_of(cell(4));
    row.shift = {.from = from.value_or(Instant{}),
        .until = until.value_or(Instant{}),
        .person = cell(2),
        .phone = cell(3),
        .rank = rank.value_or(Rank::primary),
        .note = cell(5)};
    if (!from || !until)
        row.problem = unread("support/list_time",
            {"始まりと終わりの日時が読めません。2026/12/29 17:15 のように書いてください。",
                "from and until cannot be read: write them like 2026/12/29 17:15"});
    else if (!rank)
        row.problem = unread("support/list_rank",
            {"5列目は「正」か「副」を書いてください。", "the fifth column is 正 (primary) or 副 (second)"});
    return row;
}

std::string_view without_return(std::string_view line)
{
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

}

Result<std::vector<DraftRow>> read_list(std::string_view text)
{
    std::vector<DraftRow> rows;
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const auto line = without_return(text.substr(at, end - at));
        at = end + 1;
        ++number;
        const auto cells = cells_of(line);
        const bool blank = line.find_first_not_of(" \t,") == std::string_view::npos;
        if (blank || (rows.empty() && !has_digit(cells.front())))
            continue;
        if (rows.size() == most_shifts_at_once)
            return fail(ErrorKind::invalid, "support/list_long",
                {fmt::format("一度に取り込めるのは{}行までです。", most_shifts_at_once),
                    fmt::format("at most {} lines at once", most_shifts_at_once)});
        rows.push_back(row_of(number, cells));
    }
    if (rows.empty())
        return fail(ErrorKind::invalid, "support/list_empty",
            {"日時のある行がありません。一行に一つの当番を貼り付けてください。",
                "no line with a date: paste one shift a line"});
    return rows;
}

std::vector<DraftRow> drafted(
    const contract::Profile& profile, std::vector<DraftRow> rows, std::span<const Shift> planned)
{
    std::vector<Shift> held{planned.begin(), planned.end()};
    for (DraftRow& row : rows) {
        if (row.problem)
            continue;
        auto shift = settled(profile, row.shift);
        if (!shift) {
            row.problem = shift.error();
            continue;
        }
        row.shift = *std::move(shift);
        // Rows have no ids yet, and no planned shift has an empty one.
        row.shift.id = ShiftId{fmt::format("row {}", row.line)};
        if (const auto alone = check_alone(row.shift, held); !alone)
            row.problem = alone.error();
        else
            held.push_back(row.shift);
    }
    return rows;
}

}
