#include "formats/xlsx_list.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"
#include "core/typed_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace hoshuban::xlsx {
namespace {

constexpr int deepest_heading_row = 30;
constexpr int widest_list = 60;

/// Fewer matching headings than this are no list with mistakes but another table.
int fewest_matches(const ListHeadings& words)
{
    return static_cast<int>(words.columns.size()) / 2;
}

std::string key_of(std::string_view text)
{
    std::string key = fold(text);
    std::erase(key, '.'); // No and No.
    return key;
}

/// The folded texts of the rows where headings can stand.
class HeadingGrid {
public:
    explicit HeadingGrid(const Sheet& sheet)
    {
        for (const Row& row : sheet.rows) {
            for (const Cell& cell : row.cells) {
                if (row.number <= deepest_heading_row && cell.at.column <= widest_list)
                    m_texts.emplace(cell.at, cell.text);
            }
        }
        for (const auto& [at, text] : m_texts)
            m_keys.emplace(at, key_of(text));
    }

    std::string key(Address at) const
    {
        const auto found = m_keys.find(at);
        return found == m_keys.end() ? std::string{} : found->second;
    }

    /// The heading of a column: the cell itself, or the one above when both are merged into one.
    Address heading(Address at) const
    {
        const Address above{at.row - 1, at.column};
        return key(at).empty() && !key(above).empty() ? above : at;
    }

    std::string text(Address at) const
    {
        const auto found = m_texts.find(at);
        return found == m_texts.end() ? std::string{} : found->second;
    }

    std::optional<Address> find(int row, const std::string& wanted) const
    {
        for (int column = 1; column <= widest_list; ++column) {
            if (key(heading({row, column})) == wanted)
                return Address{row, column};
        }
        return std::nullopt;
    }

private:
    std::map<Address, std::string> m_texts;
    std::map<Address, std::string> m_keys;
};

struct Guess {
    ListPlace place;
    int matches = 0;
};

Guess guess_at(const HeadingGrid& grid, int row, const std::map<std::string, int>& columns)
{
    Guess guess{{row, 1}, 0};
    std::map<int, int> votes;
    for (int column = 1; column <= widest_list; ++column) {
        const auto known = columns.find(grid.key(grid.heading({row, column})));
        if (known == columns.end())
            continue;
        ++guess.matches;
        ++votes[column - known->second];
    }
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    if (most != votes.end())
        guess.place.first_column = std::max(most->first, 1);
    return guess;
}

Guess guess_place(const HeadingGrid& grid, const ListHeadings& words)
{
    std::map<std::string, int> columns;
    for (int i = 0; i < static_cast<int>(words.columns.size()); ++i)
        columns.emplace(key_of(words.columns[static_cast<std::size_t>(i)]), i);
    Guess best;
    for (int row = 1; row <= deepest_heading_row; ++row) {
        const Guess guess = guess_at(grid, row, columns);
        if (guess.matches > best.matches)
            best = guess;
    }
    return best;
}

FieldError wrong_heading(const std::string& sheet, const HeadingGrid& grid, Address at, const std::string& label)
{
    const std::string cell = to_text(at);
    const std::string place = fmt::format("{}!{}", sheet, cell);
    const std::string found = grid.text(grid.heading(at));
    const auto elsewhere = grid.find(at.row, key_of(label));
    if (elsewhere) {
        return {place, "sheet/column_moved",
            {fmt::format("セル{}は「{}」の列ですが、「{}」はセル{}にあります。列の並びを様式どおりに戻してください。",
                 cell, label, label, to_text(*elsewhere)),
                fmt::format(
                    "cell {} must head the column \"{}\", which stands in cell {}: restore the order of the columns",
                    cell, label, to_text(*elsewhere))}};
    }
    return {place, "sheet/column_heading",
        {fmt::format("セル{}の見出しは「{}」のはずですが、{}です。見出しを「{}」に直してください。", cell, label,
             found.empty() ? std::string{"空欄"} : fmt::format("「{}」", found), label),
            fmt::format("cell {} must read \"{}\" but reads \"{}\": correct the heading", cell, label, found)}};
}

void check_columns(const std::string& sheet, const HeadingGrid& grid, ListPlace place, const ListHeadings& words,
    std::vector<FieldError>& problems)
{
    for (int i = 0; i < static_cast<int>(words.columns.size()); ++i) {
        const std::string& label = words.columns[static_cast<std::size_t>(i)];
        const Address at{place.heading_row, place.first_column + i};
        if (grid.key(grid.heading(at)) != key_of(label))
            problems.push_back(wrong_heading(sheet, grid, at, label));
    }
}

bool has_groups(const HeadingGrid& grid, ListPlace place, const ListHeadings& words)
{
    return std::ranges::any_of(words.groups, [&](const ListHeadings::Group& group) {
        return place.heading_row > 1 && grid.find(place.heading_row - 1, key_of(group.label));
    });
}

void check_groups(const std::string& sheet, const HeadingGrid& grid, ListPlace place, const ListHeadings& words,
    std::vector<FieldError>& problems)
{
    if (!has_groups(grid, place, words))
        return;
    for (const ListHeadings::Group& group : words.groups) {
        const Address at{place.heading_row - 1, place.first_column + group.first};
        const std::string found = grid.key(at);
        const bool merged_away = found.empty() && group.count == 1;
        if (found != key_of(group.label) && !merged_away)
            problems.push_back(wrong_heading(sheet, grid, at, group.label));
    }
}

std::unexpected<Error> no_list(const Workbook& workbook, const ListHeadings& words)
{
    std::string names;
    for (const SheetInfo& info : workbook.sheets()) {
        if (info.visibility == Visibility::visible)
            names += (names.empty() ? "" : "、") + info.name;
    }
    return fail(ErrorKind::invalid, "sheet/not_found",
        {fmt::format("「{}」から「{}」までの見出しのある一覧が、表示されているシート（{}）にありません。"
                     "シート「{}」のあるファイルを選ぶか、見出しの行を様式どおりに直してください。",
             words.columns.front(), words.columns.back(), names, words.sheet_name),
            fmt::format(
                "no visible sheet ({}) holds a list headed \"{}\" to \"{}\": choose the file with the sheet \"{}\" or "
                "restore its heading row",
                names, words.columns.front(), words.columns.back(), words.sheet_name)});
}

Result<FoundList> choose(std::vector<FoundList> lists, const Workbook& workbook, const ListHeadings& words)
{
    if (lists.empty())
        return no_list(workbook, words);
    const auto named = std::ranges::find(
        lists, key_of(words.sheet_name), [](const FoundList& list) { return key_of(list.sheet.name); });
    if (named != lists.end())
        return std::move(*named);
    if (lists.size() > 1) {
        return fail(ErrorKind::invalid, "sheet/ambiguous",
            {fmt::format("一覧がシート「{}」と「{}」の両方にあります。取り込むシートの名前を「{}"
                         "」にするか、ほかを削除してください。",
                 lists[0].sheet.name, lists[1].sheet.name, words.sheet_name),
                fmt::format(
                    "sheets \"{}\" and \"{}\" both hold a list: name the one to import \"{}\" or delete the other",
                    lists[0].sheet.name, lists[1].sheet.name, words.sheet_name)});
    }
    return std::move(lists.front());
}

}

Result<FoundList> find_list(Workbook& workbook, const ListHeadings& words)
{
    std::vector<FoundList> lists;
    for (const SheetInfo& info : workbook.sheets()) {
        if (info.visibility != Visibility::visible)
            continue;
        TRY_ASSIGN(auto sheet, workbook.read(info));
        const Guess guess = guess_place(HeadingGrid{sheet}, words);
        if (guess.matches >= fewest_matches(words))
            lists.push_back({std::move(sheet), guess.place});
    }
    TRY_ASSIGN(auto found, choose(std::move(lists), workbook, words));
    const HeadingGrid grid{found.sheet};
    std::vector<FieldError> problems;
    check_columns(found.sheet.name, grid, found.place, words, problems);
    check_groups(found.sheet.name, grid, found.place, words, problems);
    if (problems.empty())
        return found;
    const std::size_t places = problems.size();
    return fail(ErrorKind::invalid, "sheet/header",
        {fmt::format("シート「{}」の見出しが様式と違います（{}か所）。", found.sheet.name, places),
            fmt::format("the headings of sheet \"{}\" differ from the form in {} {}", found.sheet.name, places,
                places == 1 ? "place" : "places")},
        std::move(problems));
}

namespace {

/// A bare number between these (1954 to 2119) in a column of days is Excel's count of days, outside it is typed digits.
constexpr double first_likely_serial = 20'000;
constexpr double last_likely_serial = 80'000;

/// Excel's own ISO text may carry a time of day.
std::string written_day(const Cell& cell)
{
    return cell.kind == CellKind::date ? cell.text.substr(0, 10) : std::string{without_outer_blanks(cell.text)};
}

}

Result<void> check_value(const Cell& cell)
{
    if (cell.is_formula) {
        return fail(ErrorKind::invalid, "import/formula",
            {"数式が入っています。コピーして「値の貼り付け」で値だけにしてください。",
                "holds a formula: paste it as a value"});
    }
    if (cell.kind == CellKind::error) {
        return fail(ErrorKind::invalid, "import/excel_error",
            {fmt::format("Excelのエラー値「{}」が入っています。正しい値を入力してください。", cell.text),
                fmt::format("holds the Excel error \"{}\": enter a value", cell.text)});
    }
    return {};
}

Result<LocalDay> day_in(const Cell& cell, DateSystem dates, LocalDay today)
{
    const bool serial = cell.kind == CellKind::date ||
        (cell.kind == CellKind::number && cell.number >= first_likely_serial && cell.number <= last_likely_serial);
    if (serial && cell.number > 0) {
        if (const auto day = day_of_serial(cell.number, dates))
            return *day;
    }
    TRY_ASSIGN(const WrittenDay written, parse_written_day(written_day(cell), today));
    return written.day;
}

}
