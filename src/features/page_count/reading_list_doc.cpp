#include "features/page_count/reading_list_doc.hpp"

#include "core/era.hpp"
#include "core/in_language.hpp"
#include "features/page_count/reading_column.hpp"
#include "formats/xlsx_writer.hpp"

#include <array>
#include <fmt/format.h>

namespace hoshuban::page_count {
namespace {

constexpr int title_row = 1;
constexpr int facts_row = 2;
constexpr int heading_row = 3;
constexpr std::size_t column_count = names_of(static_cast<const ReadingColumn*>(nullptr)).size();
constexpr const char* whole_number = "#,##0";

bool holds_number(ReadingColumn column)
{
    return column == ReadingColumn::previous || column == ReadingColumn::pages || column == ReadingColumn::difference;
}

double width_of(ReadingColumn column)
{
    switch (column) {
    case ReadingColumn::site_number:
        return 5;
    case ReadingColumn::site:
    case ReadingColumn::model:
        return 22;
    case ReadingColumn::place:
        return 18;
    case ReadingColumn::note:
        return 26;
    case ReadingColumn::standing:
        return 9;
    default:
        return 12;
    }
}

std::string facts_of(const Survey& survey, const Progress& progress, std::string_view site, Language language)
{
    const std::string on =
        language == Language::ja ? print_day(survey.on, DayStyle::wareki) + "現在" : "as of " + to_text(survey.on);
    const Text counts{fmt::format("対象{}台　読取済{}台　読取不可{}台　差の合計{}枚", progress.units, progress.read,
                          progress.not_readable, progress.pages),
        fmt::format("{} units, {} read, {} not readable, {} pages since the last readings", progress.units,
            progress.read, progress.not_readable, progress.pages)};
    return site.empty() ? fmt::format("{}　{}", on, in(language, counts))
                        : fmt::format("{}　{}　{}", site, on, in(language, counts));
}

xlsx::SheetLayout layout_of(const Survey& survey, std::string facts, Language language, Instant now)
{
    const int count = static_cast<int>(column_count);
    xlsx::SheetLayout layout{.name = in(language, {"印刷枚数調査", "Printed pages"}),
        .title = survey.title,
        .columns = {},
        .headings = {},
        .heading_rows = heading_row,
        .frozen_columns = 3,
        .page = {.header = "&R&P/&N", .repeat_from = title_row},
        .created = now};
    layout.headings.push_back({.row = title_row,
        .column = 1,
        .columns = count,
        .text = survey.title,
        .style = {.bold = true, .align = xlsx::Align::center, .font_size = 14}});
    layout.headings.push_back({.row = facts_row,
        .column = 1,
        .columns = count,
        .text = std::move(facts),
        .style = {.align = xlsx::Align::right}});
    for (const auto& [column, name] : names_of(static_cast<const ReadingColumn*>(nullptr))) {
        xlsx::Style style{.wrap = true, .border = true};
        if (holds_number(column)) {
            style.align = xlsx::Align::right;
            style.number_format = whole_number;
        }
        layout.columns.push_back({width_of(column), style});
        layout.headings.push_back({.row = heading_row,
            .column = static_cast<int>(column) + 1,
            .text = in(language, label_of(column)),
            .style = {.bold = true, .wrap = true, .border = true, .shaded = true, .align = xlsx::Align::center}});
    }
    return layout;
}

/// A row of the sheet, in one place because the texts must outlive the values.
class SheetRow {
public:
    SheetRow(const Survey& survey, const SurveyedUnit& each, Language language)
    {
        const device::Unit& unit = each.unit;
        if (unit.site_number)
            number(ReadingColumn::site_number, *unit.site_number);
        text(ReadingColumn::site, unit.site_name);
        text(ReadingColumn::number, unit.device.number);
        text(ReadingColumn::model, unit.device.model);
        text(ReadingColumn::place, unit.placement.spot.place);
        if (each.previous) {
            number(ReadingColumn::previous, each.previous->pages);
            text(ReadingColumn::previous_on, to_text(each.previous->read_on));
        }
        if (each.reading) {
            if (each.reading->pages)
                number(ReadingColumn::pages, *each.reading->pages);
            text(ReadingColumn::read_on, to_text(each.reading->read_on));
            text(ReadingColumn::note, each.reading->note);
        }
        if (const auto difference = each.difference())
            number(ReadingColumn::difference, *difference);
        text(ReadingColumn::standing, in(language, label_of(each.standing)));
        text(ReadingColumn::row_id, sheet_row_id(survey, unit.device.id));
    }

    std::span<const xlsx::Value> values()
    {
        for (std::size_t i = 0; i < column_count; ++i) {
            if (!texts_[i].empty())
                values_[i] = std::string_view{texts_[i]};
        }
        return values_;
    }

private:
    void text(ReadingColumn column, std::string value) { texts_[static_cast<std::size_t>(column)] = std::move(value); }
    void number(ReadingColumn column, std::int64_t value)
    {
        values_[static_cast<std::size_t>(column)] = static_cast<double>(value);
    }

    std::array<std::string, column_count> texts_;
    std::array<xlsx::Value, column_count> values_;
};

}

Result<std::string> survey_workbook(
    const Survey& survey, std::span<const SurveyedUnit> units, std::string_view site, Language language, Instant now)
{
    std::string facts = facts_of(survey, progress_of(units), site, language);
    TRY_ASSIGN(auto writer, xlsx::Writer::create(layout_of(survey, std::move(facts), language, now)));
    for (const SurveyedUnit& unit : units) {
        SheetRow row{survey, unit, language};
        TRY(writer.add(row.values()));
    }
    return writer.finish();
}

}
