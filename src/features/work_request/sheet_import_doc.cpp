#include "features/work_request/sheet_import_doc.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "features/work_request/work_request_change.hpp"
#include "formats/xlsx_list.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

/// No empty mark is longer; longer texts need not be folded to know that.
constexpr std::size_t longest_mark = 12;

xlsx::ListHeadings headings_of(const SheetVocabulary& words)
{
    xlsx::ListHeadings headings{words.sheet_name, {words.columns.begin(), words.columns.end()}};
    for (std::size_t i = 0; i < column_groups.size(); ++i)
        headings.groups.push_back({column_groups[i].first, column_groups[i].count, words.groups[i]});
    return headings;
}

class RowReader {
public:
    RowReader(const SheetVocabulary& words, xlsx::ListPlace place, xlsx::DateSystem dates, LocalDay today)
        : m_words(words)
        , m_place(place)
        , m_dates(dates)
        , m_today(today)
        , m_empty_mark(fold(words.empty_mark))
    {
        std::ranges::transform(words.statuses, m_status_keys.begin(), fold);
    }

    bool is_empty(const xlsx::Row& row) const
    {
        return std::ranges::none_of(row.cells, [&](const xlsx::Cell& cell) {
            const int column = cell.at.column - m_place.first_column;
            const bool uncalculated = cell.is_formula && cell.kind == xlsx::CellKind::empty;
            return column > 0 && column < sheet_columns && (uncalculated || !states_nothing(cell.text));
        });
    }

    ImportedRow read(const xlsx::Row& row) const
    {
        ImportedRow read{.row = row.number, .values = {}, .cells = {}, .problems = {}};
        for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr))) {
            const xlsx::Address at{row.number, m_place.first_column + 1 + static_cast<int>(column)};
            read.cells.emplace(column, xlsx::to_text(at));
            const xlsx::Cell* cell = row.find(at.column);
            auto value = cell ? value_of(*cell, column) : Result<std::string>{};
            if (value)
                read.values.emplace(column, *std::move(value));
            else
                add_problems(read.problems, column, xlsx::to_text(at), value.error());
        }
        return read;
    }

private:
    bool states_nothing(const std::string& text) const
    {
        return without_outer_blanks(text).empty() || (text.size() <= longest_mark && fold(text) == m_empty_mark);
    }

    Result<std::string> value_of(const xlsx::Cell& cell, Column column) const
    {
        TRY(xlsx::check_value(cell));
        if (states_nothing(cell.text))
            return {};
        TRY(check_text(cell.text, column));
        switch (kind_of(column)) {
        case ColumnKind::day: {
            TRY_ASSIGN(const LocalDay day, xlsx::day_in(cell, m_dates, m_today));
            return hoshuban::to_text(day);
        }
        case ColumnKind::hours:
            return hours_of(cell.text);
        case ColumnKind::status:
            return status_of(cell.text);
        case ColumnKind::number:
            return std::string{without_outer_blanks(narrow(cell.text))};
        default:
            return cell.text;
        }
    }

    static Result<void> check_text(const std::string& text, Column column)
    {
        auto problems = text_problems(name_of(column), text, length_limit(column));
        if (problems.empty())
            return {};
        const FieldError& first = problems.front();
        return fail(ErrorKind::invalid, first.code, first.text, std::move(problems));
    }

    static Result<std::string> hours_of(const std::string& text)
    {
        TRY_ASSIGN(const Hours hours, parse_hours(without_outer_blanks(narrow(text))));
        return to_text(hours);
    }

    Result<std::string> status_of(const std::string& text) const
    {
        const std::string key = fold(text);
        Text choices;
        for (const auto& [status, name] : names_of(static_cast<const Status*>(nullptr))) {
            const std::string& label = label_of(m_words, status);
            if (m_status_keys[static_cast<std::size_t>(status)] == key)
                return std::string{name};
            choices.ja += (choices.ja.empty() ? "" : "、") + label;
            choices.en += (choices.en.empty() ? "" : ", ") + label;
        }
        return fail(ErrorKind::invalid, "import/status",
            {fmt::format("ステータス「{}」はこの契約にありません。{}のどれかにしてください。", text, choices.ja),
                fmt::format("this contract has no status \"{}\": use one of {}", text, choices.en)});
    }

    static void add_problems(
        std::vector<CellProblem>& problems, Column column, const std::string& cell, const Error& error)
    {
        for (const FieldError& field : error.fields)
            problems.push_back({column, cell, field.code, field.text});
        if (error.fields.empty())
            problems.push_back({column, cell, error.code, error.text});
    }

    const SheetVocabulary& m_words;
    xlsx::ListPlace m_place;
    xlsx::DateSystem m_dates;
    LocalDay m_today;
    std::string m_empty_mark;
    std::array<std::string, 4> m_status_keys;
};

}

Result<ImportedSheet> read_sheet(std::string_view bytes, const SheetVocabulary& words, LocalDay today)
{
    TRY_ASSIGN(auto workbook, xlsx::Workbook::open(bytes));
    TRY_ASSIGN(const auto list, xlsx::find_list(workbook, headings_of(words)));
    const RowReader reader{words, list.place, workbook.date_system(), today};
    ImportedSheet sheet{.name = list.sheet.name, .rows = {}};
    for (const xlsx::Row& row : list.sheet.rows) {
        if (row.number > list.place.heading_row && !reader.is_empty(row))
            sheet.rows.push_back(reader.read(row));
    }
    return sheet;
}

}
