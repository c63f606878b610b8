#include "features/page_count/reading_file_doc.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "features/page_count/reading_column.hpp"
#include "formats/list_file.hpp"
#include "formats/xlsx_list.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hoshuban::page_count {
namespace {

constexpr int deepest_heading = 30;
constexpr std::size_t most_rows = 5'000;

using HeadingWords = std::map<std::string, ReadingColumn, std::less<>>;

const HeadingWords& heading_words()
{
    static const HeadingWords words = [] {
        HeadingWords all{{fold("備考"), ReadingColumn::note}, {fold("枚数"), ReadingColumn::pages},
            {fold("カウンタ"), ReadingColumn::pages}, {fold("カウンター"), ReadingColumn::pages},
            {fold("機器番号"), ReadingColumn::number}};
        for (const auto& [column, name] : names_of(static_cast<const ReadingColumn*>(nullptr))) {
            all.emplace(fold(label_of(column).ja), column);
            all.emplace(fold(label_of(column).en), column);
        }
        return all;
    }();
    return words;
}

// Sheets that left before their row ids named contract and survey: such an id fits a unit of any contract.
std::unexpected<Error> bare_row(const std::string& id)
{
    return fail(ErrorKind::invalid, "page_count/bare_row",
        {fmt::format("行ID「{}」だけでは、どの契約のどの調査の行か分かりません。調査票を書き出し直してください。", id),
            fmt::format(
                "row id \"{}\" does not say of which contract and survey it is: write the sheet out again", id)});
}

std::unexpected<Error> foreign_sheet_row(const Survey& survey, const std::string& id)
{
    if (id.starts_with(survey.contract_id.text + "/")) {
        return fail(ErrorKind::invalid, "page_count/other_survey",
            {fmt::format(
                 "行ID「{}」は、この契約の別の調査（または台帳）の行です。この調査の調査票に書いてください。", id),
                fmt::format("row id \"{}\" is of another survey or list of this contract: write it on this survey's "
                            "sheet",
                    id)});
    }
    return fail(ErrorKind::invalid, "page_count/other_contract",
        {fmt::format("行ID「{}」は、別の契約の調査票の行です。貼り付けた行を取り除いてください。", id),
            fmt::format("row id \"{}\" is of another contract's sheet: remove the row that was pasted", id)});
}

FieldError problem(const char* field, const char* code, Text text)
{
    return {field, code, std::move(text)};
}

/// The rows of one sheet, read but not judged.
class ReadingReader {
public:
    struct Row {
        int number = 0;
        std::map<ReadingColumn, xlsx::Cell> cells;
        xlsx::DateSystem dates = xlsx::DateSystem::from_1900;

        std::string text(ReadingColumn column) const
        {
            const auto found = cells.find(column);
            return found == cells.end() ? std::string{} : std::string{settled_text(found->second.text)};
        }
    };

    Result<void> take(const xlsx::Row& row, xlsx::DateSystem dates)
    {
        if (columns_.empty()) {
            if (row.number <= deepest_heading)
                find_columns(row);
            return {};
        }
        Row read{.number = row.number, .cells = {}, .dates = dates};
        for (const auto& [place, column] : columns_) {
            if (const xlsx::Cell* cell = row.find(place))
                read.cells.emplace(column, *cell);
        }
        if (read.text(ReadingColumn::pages).empty() && read.text(ReadingColumn::note).empty())
            return {};
        if (rows_.size() == most_rows) {
            return fail(ErrorKind::too_large, "import/too_many_rows",
                {"一度に読めるのは5,000行までです。分けてください。", "5,000 rows at most at once: split the file"});
        }
        rows_.push_back(std::move(read));
        return {};
    }

    bool found() const { return !columns_.empty(); }
    const std::vector<Row>& rows() const { return rows_; }

private:
    void find_columns(const xlsx::Row& row)
    {
        std::map<int, ReadingColumn> columns;
        for (const xlsx::Cell& cell : row.cells) {
            const auto word = heading_words().find(fold(truncate(cell.text, 60)));
            if (word != heading_words().end())
                columns.emplace(cell.at.column, word->second);
        }
        const auto has = [&](ReadingColumn wanted) {
            return std::ranges::any_of(columns, [&](const auto& each) { return each.second == wanted; });
        };
        if (has(ReadingColumn::pages) && (has(ReadingColumn::row_id) || has(ReadingColumn::number)))
            columns_ = std::move(columns);
    }

    std::map<int, ReadingColumn> columns_;
    std::vector<Row> rows_;
};

/// Judges the rows against the units of the survey.
class ReadingCheck {
public:
    ReadingCheck(
        const contract::Profile& profile, const Survey& survey, std::span<const SurveyedUnit> units, LocalDay today)
        : profile_{profile}
        , survey_{survey}
        , today_{today}
    {
        for (const SurveyedUnit& unit : units) {
            by_id_.emplace(unit.unit.device.id.text, &unit);
            by_number_.emplace(fold(unit.unit.device.number), &unit);
        }
    }

    FileReading judged(const ReadingReader::Row& row)
    {
        FileReading read{.row = row.number, .cell = fmt::format("{}", row.number)};
        read.number = narrow(row.text(ReadingColumn::number));
        read.pages = row.text(ReadingColumn::pages);
        read.note = row.text(ReadingColumn::note);
        for (const ReadingColumn column : {ReadingColumn::note, ReadingColumn::pages}) {
            if (const auto cell = row.cells.find(column); cell != row.cells.end())
                read.cell = xlsx::to_text(cell->second.at);
        }
        if (const auto done = judge_row(row, read); !done) {
            const Error& error = done.error();
            read.problem = error.fields.empty() ? problem("row", error.code.c_str(), error.text) : error.fields.front();
        }
        return read;
    }

private:
    Result<void> judge_row(const ReadingReader::Row& row, FileReading& read)
    {
        TRY_ASSIGN(const SurveyedUnit* unit, unit_of(row));
        read.number = unit->unit.device.number;
        if (const auto [first, fresh] = seen_.emplace(unit, row.number); !fresh) {
            return fail(ErrorKind::invalid, "page_count/twice",
                {fmt::format("{}は{}行目にもあります。どちらかを消してください。", read.number, first->second),
                    fmt::format("{} stands in row {} too: remove one", read.number, first->second)});
        }
        read.device = unit->unit.device.id;
        for (const auto& [column, cell] : row.cells)
            TRY(xlsx::check_value(cell));
        Reading reading{.pages = {}, .read_on = {}, .note = read.note};
        if (!read.pages.empty()) {
            TRY_ASSIGN(reading.pages, pages_in(read.pages));
        }
        TRY_ASSIGN(reading.read_on, day_of_row(row));
        read.read_on = reading.read_on;
        TRY(take(profile_, survey_, reading, today_));
        compare(*unit, reading, read);
        return {};
    }

    // Null for a row without an id.
    Result<const SurveyedUnit*> by_row_id(const std::string& id) const
    {
        if (id.empty())
            return nullptr;
        const std::string mark = sheet_row_id(survey_, {});
        if (id.starts_with(mark)) {
            if (const SurveyedUnit* unit = found_in(by_id_, id.substr(mark.size())))
                return unit;
            return fail(ErrorKind::invalid, "page_count/other_row",
                {fmt::format("行ID「{}」の機器は、この調査の対象ではありません。", truncate(id, 100)),
                    fmt::format("row id \"{}\" is no unit of this survey", truncate(id, 100))});
        }
        if (found_in(by_id_, id) != nullptr || id.find('/') == std::string::npos)
            return bare_row(std::string{truncate(id, 100)});
        return foreign_sheet_row(survey_, std::string{truncate(id, 100)});
    }

    Result<const SurveyedUnit*> unit_of(const ReadingReader::Row& row) const
    {
        const std::string id = narrow(row.text(ReadingColumn::row_id));
        const std::string number = narrow(row.text(ReadingColumn::number));
        TRY_ASSIGN(const SurveyedUnit* by_id, by_row_id(id));
        const SurveyedUnit* by_number = found_in(by_number_, fold(number));
        if (by_id != nullptr && !number.empty() && by_number != by_id) {
            return fail(ErrorKind::invalid, "page_count/id_differs",
                {fmt::format("行IDは{}を指していますが、機器IDは{}です。並べ替えで行がずれていないか確かめてください。",
                     by_id->unit.device.number, truncate(number, 40)),
                    fmt::format("the row id is that of {}, the device id says {}: did a sort move the cells apart?",
                        by_id->unit.device.number, truncate(number, 40))});
        }
        const SurveyedUnit* unit = by_id != nullptr ? by_id : by_number;
        if (unit != nullptr)
            return unit;
        return fail(ErrorKind::invalid, "page_count/unknown_unit",
            {fmt::format("「{}」は、この調査の対象の機器ではありません。", truncate(number, 40)),
                fmt::format("\"{}\" is no unit of this survey", truncate(number, 40))});
    }

    Result<LocalDay> day_of_row(const ReadingReader::Row& row) const
    {
        if (row.text(ReadingColumn::read_on).empty()) {
            return fail(ErrorKind::invalid, "page_count/day_missing",
                {"読取日を書いてください。", "write the day of the reading"});
        }
        return xlsx::day_in(row.cells.at(ReadingColumn::read_on), row.dates, today_);
    }

    void compare(const SurveyedUnit& unit, const Reading& reading, FileReading& read) const
    {
        read.version = unit.reading ? unit.reading->version : 0;
        read.changed = !unit.reading || unit.reading->pages != reading.pages ||
            unit.reading->read_on != reading.read_on || unit.reading->note != reading.note;
        if (reading.pages && unit.previous)
            read.difference = *reading.pages - unit.previous->pages;
    }

    static const SurveyedUnit* found_in(
        const std::map<std::string, const SurveyedUnit*, std::less<>>& units, const std::string& key)
    {
        const auto found = units.find(key);
        return found == units.end() ? nullptr : found->second;
    }

    const contract::Profile& profile_;
    const Survey& survey_;
    LocalDay today_;
    std::map<std::string, const SurveyedUnit*, std::less<>> by_id_;
    std::map<std::string, const SurveyedUnit*, std::less<>> by_number_;
    std::map<const SurveyedUnit*, int> seen_;
};

}

Result<std::vector<FileReading>> read_survey(std::string_view bytes, const contract::Profile& profile,
    const Survey& survey, std::span<const SurveyedUnit> units, LocalDay today)
{
    TRY_ASSIGN(const auto sheet, read_list(bytes, [] { return ReadingReader{}; }));
    if (!sheet) {
        return fail(ErrorKind::invalid, "import/no_head",
            {"見出しが見つかりません。最初の30行のどれかに「機器ID」と「今回の枚数」の見出しを置いてください。",
                "no row of headings: one of the first 30 rows names the device id (機器ID) and the pages "
                "(今回の枚数)"});
    }
    ReadingCheck check{profile, survey, units, today};
    std::vector<FileReading> read;
    for (const ReadingReader::Row& row : sheet->rows())
        read.push_back(check.judged(row));
    return read;
}

}
