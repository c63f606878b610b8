#include "features/question/sheet_import_doc.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "features/question/sheet_export_doc.hpp"
#include "formats/xlsx_list.hpp"

#include <fmt/format.h>

namespace hoshuban::question {
namespace {

constexpr auto imported = names_of(static_cast<const Column*>(nullptr));

xlsx::ListHeadings headings()
{
    xlsx::ListHeadings headings{.sheet_name = std::string{sheet_name}, .columns = {}};
    for (const auto& [column, name] : imported)
        headings.columns.push_back(label(column).ja);
    return headings;
}

Result<std::string> state_from(std::string_view written)
{
    std::string known;
    for (const auto& [state, name] : names_of(static_cast<const State*>(nullptr))) {
        if (fold(label(state).ja) == fold(written))
            return std::string{name};
        known += (known.empty() ? "" : "、") + label(state).ja;
    }
    return fail(ErrorKind::invalid, "question/unknown_state",
        {fmt::format("状態「{}」はありません。{}のどれかですが、状態はファイルでは変わりません。元に戻してください。",
             written, known),
            fmt::format("there is no state \"{}\": put the old one back, a file does not change states", written)});
}

std::size_t limit_of(Column column)
{
    switch (column) {
    case Column::text:
    case Column::answer:
    case Column::change:
        return longest_text;
    default:
        return longest_title;
    }
}

Result<std::string> text_from(Column column, std::string_view written)
{
    std::string text = settled_text(column == Column::number ? narrow(written) : std::string{written});
    auto problems = text_problems(name_of(column), text, limit_of(column));
    if (problems.empty())
        return text;
    return fail(ErrorKind::invalid, problems.front().code, problems.front().text);
}

Result<std::string> value_of(const xlsx::Cell& cell, Column column, xlsx::DateSystem dates, LocalDay today)
{
    TRY(xlsx::check_value(cell));
    const std::string_view written = without_outer_blanks(cell.text);
    if (written.empty())
        return {};
    switch (column) {
    case Column::asked_on:
    case Column::answered_on: {
        TRY_ASSIGN(const LocalDay day, xlsx::day_in(cell, dates, today));
        return to_text(day);
    }
    case Column::state:
        return state_from(written);
    default:
        return text_from(column, cell.text);
    }
}

ImportedRow read_row(const xlsx::Row& row, xlsx::ListPlace place, xlsx::DateSystem dates, LocalDay today)
{
    ImportedRow read{.row = row.number, .values = {}, .cells = {}, .problems = {}};
    for (const auto& [column, name] : imported) {
        const xlsx::Address at{row.number, place.first_column + static_cast<int>(column)};
        read.cells.emplace(column, xlsx::to_text(at));
        const xlsx::Cell* cell = column == Column::age ? nullptr : row.find(at.column);
        auto value = cell ? value_of(*cell, column, dates, today) : Result<std::string>{};
        if (value)
            read.values.emplace(column, *std::move(value));
        else
            read.problems.push_back(read.problem(column, value.error().code, value.error().text));
    }
    return read;
}

bool states_something(const ImportedRow& row)
{
    return !row.problems.empty() ||
        std::ranges::any_of(row.values, [](const auto& value) { return !value.second.empty(); });
}

}

Result<std::vector<ImportedRow>> read_sheet(std::string_view bytes, LocalDay today)
{
    TRY_ASSIGN(auto workbook, xlsx::Workbook::open(bytes));
    TRY_ASSIGN(const auto list, xlsx::find_list(workbook, headings()));
    std::vector<ImportedRow> rows;
    for (const xlsx::Row& row : list.sheet.rows) {
        if (row.number <= list.place.heading_row)
            continue;
        ImportedRow read = read_row(row, list.place, workbook.date_system(), today);
        if (states_something(read))
            rows.push_back(std::move(read));
    }
    return rows;
}

}
