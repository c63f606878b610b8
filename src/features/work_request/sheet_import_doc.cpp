#include "features/work_request/sheet_import_doc.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"
#include "features/work_request/sheet_header_doc.hpp"
#include "features/work_request/work_request_change.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

/// A bare number between these (1954 to 2119) in a column of days is Excel's count of days, outside it is typed digits.
constexpr double first_likely_serial = 20'000;
constexpr double last_likely_serial = 80'000;
/// No empty mark is longer; longer texts need not be folded to know that.
constexpr std::size_t longest_mark = 12;

bool is_blank(std::string_view text)
{
    constexpr std::string_view wide_space = "\u3000";
    while (!text.empty()) {
        const bool wide = text.starts_with(wide_space);
        if (!wide && std::string_view{" \t\r\n"}.find(text.front()) == std::string_view::npos)
            return false;
        text.remove_prefix(wide ? wide_space.size() : 1);
    }
    return true;
}

std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? std::string{}
                                      : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class RowReader {
public:
    RowReader(const SheetVocabulary& words, ListPlace place, xlsx::DateSystem dates, LocalDay today)
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
        return is_blank(text) || (text.size() <= longest_mark && fold(text) == m_empty_mark);
    }

    Result<std::string> value_of(const xlsx::Cell& cell, Column column) const
    {
        if (cell.is_formula) {
            return fail(ErrorKind::invalid, "import/formula",
                {"数式が入っています。コピーして「値の貼り付け」で値だけにしてください。",
                    "holds a formula: paste it as a value"});
        }
        if (cell.kind == xlsx::CellKind::error) {
            return fail(ErrorKind::invalid, "import/excel_error",
                {fmt::format("Excelのエラー値「{}」が入っています。正しい値を入力してください。", cell.text),
                    fmt::format("holds the Excel error \"{}\": enter a value", cell.text)});
        }
        if (states_nothing(cell.text))
            return {};
        TRY(check_text(cell.text, column));
        switch (kind_of(column)) {
        case ColumnKind::day:
            return day_of(cell);
        case ColumnKind::hours:
            return hours_of(cell.text);
        case ColumnKind::status:
            return status_of(cell.text);
        case ColumnKind::number:
            return trimmed(narrow(cell.text));
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

    Result<std::string> day_of(const xlsx::Cell& cell) const
    {
        const bool serial = cell.kind == xlsx::CellKind::date ||
            (cell.kind == xlsx::CellKind::number && cell.number >= first_likely_serial &&
                cell.number <= last_likely_serial);
        if (serial && cell.number > 0) {
            if (const auto day = xlsx::day_of_serial(cell.number, m_dates))
                return hoshuban::to_text(*day);
        }
        TRY_ASSIGN(const WrittenDay written, parse_written_day(written_text(cell), m_today));
        return hoshuban::to_text(written.day);
    }

    /// Excel's own ISO text may carry a time of day.
    static std::string written_text(const xlsx::Cell& cell)
    {
        return cell.kind == xlsx::CellKind::date ? cell.text.substr(0, 10) : trimmed(cell.text);
    }

    static Result<std::string> hours_of(const std::string& text)
    {
        TRY_ASSIGN(const Hours hours, parse_hours(trimmed(narrow(text))));
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
    ListPlace m_place;
    xlsx::DateSystem m_dates;
    LocalDay m_today;
    std::string m_empty_mark;
    std::array<std::string, 4> m_status_keys;
};

}

Result<ImportedSheet> read_sheet(std::string_view bytes, const SheetVocabulary& words, LocalDay today)
{
    TRY_ASSIGN(auto workbook, xlsx::Workbook::open(bytes));
    TRY_ASSIGN(const auto list, find_list(workbook, words));
    const RowReader reader{words, list.place, workbook.date_system(), today};
    ImportedSheet sheet{.name = list.sheet.name, .rows = {}};
    for (const xlsx::Row& row : list.sheet.rows) {
        if (row.number > list.place.heading_row && !reader.is_empty(row))
            sheet.rows.push_back(reader.read(row));
    }
    return sheet;
}

}
