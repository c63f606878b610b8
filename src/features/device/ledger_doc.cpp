#include "features/device/ledger_doc.hpp"

#include "core/era.hpp"
#include "formats/xlsx_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

constexpr int title_row = 1;
constexpr int facts_row = 2;
constexpr int heading_row = 3;
constexpr int columns_in_view = 2;

double width_of(LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::site_number:
        return 5;
    case LedgerColumn::use:
    case LedgerColumn::keeper:
        return 8;
    case LedgerColumn::row_id:
    case LedgerColumn::number:
    case LedgerColumn::device_class:
    case LedgerColumn::since:
        return 12;
    case LedgerColumn::model:
    case LedgerColumn::site:
    case LedgerColumn::remarks:
    case LedgerColumn::authentication_reader:
    case LedgerColumn::card_reader:
        return 24;
    case LedgerColumn::bought_on:
    case LedgerColumn::warranty_ends_on:
    case LedgerColumn::wire:
    case LedgerColumn::spare_key:
        return 12;
    default:
        return 16;
    }
}

std::string facts_of(const LedgerHeading& heading, std::span<const Unit> units)
{
    std::string facts = heading.contract;
    if (heading.edition > 0)
        facts += fmt::format("　第{}版", heading.edition);
    facts += fmt::format("　{}現在", print_day(heading.on, DayStyle::wareki));
    if (heading.kept_by_city > 0)
        facts += fmt::format("　市管理{}台を除く", heading.kept_by_city);
    const auto assumed = std::ranges::count_if(
        units, [](const Unit& unit) { return unit.device.known == contract::DeviceKnown::assumption; });
    if (assumed > 0)
        facts += fmt::format("　うち想定{}台", assumed);
    return facts;
}

std::span<const Name<LedgerColumn>> shown_columns(std::size_t shown)
{
    static constexpr auto columns = names_of(static_cast<const LedgerColumn*>(nullptr));
    return std::span{columns}.first(shown);
}

xlsx::SheetLayout layout_of(const LedgerHeading& heading, std::span<const Unit> units, std::size_t shown, Instant now)
{
    const int count = static_cast<int>(shown);
    const std::string title = heading.stated_title.empty() ? ledger_title(heading.division) : heading.stated_title;
    xlsx::SheetLayout layout{.name = ledger_title(""), .title = title, .columns = {}, .headings = {}, .created = now};
    layout.heading_rows = heading_row;
    layout.frozen_columns = columns_in_view;
    layout.page = {.header = "&R&P/&N", .footer = "", .repeat_from = title_row};
    layout.headings.push_back({.row = title_row,
        .column = 1,
        .columns = count,
        .text = title,
        .style = {.bold = true, .align = xlsx::Align::center, .font_size = 14}});
    layout.headings.push_back({.row = facts_row,
        .column = 1,
        .columns = count,
        .text = facts_of(heading, units),
        .style = {.align = xlsx::Align::right}});
    for (const auto& [column, name] : shown_columns(shown)) {
        layout.columns.push_back({width_of(column), {.wrap = true, .border = true}});
        layout.headings.push_back({.row = heading_row,
            .column = static_cast<int>(column) + 1,
            .text = label_of(column).ja,
            .style = {.bold = true, .wrap = true, .border = true, .shaded = true, .align = xlsx::Align::center}});
    }
    return layout;
}

// Whether a fact changed since is seen by its mark, as of the description.
void put_facts(std::array<std::string, list_columns>& texts, const FactsOfUnits& facts, const DeviceId& unit)
{
    static const ListedFacts none;
    const auto found = facts.find(unit);
    const ListedFacts& known = found == facts.end() ? none : found->second;
    texts[static_cast<std::size_t>(LedgerColumn::row_id)] += "-" + facts_mark(known);
    for (const auto& [column, name] : shown_columns(list_columns)) {
        if (is_fact(column))
            texts[static_cast<std::size_t>(column)] = text_of(known, column);
    }
}

}

Result<std::string> ledger_workbook(const LedgerHeading& heading, std::span<const Unit> units, const LedgerWords& words,
    Instant now, const FactsOfUnits* facts)
{
    const std::size_t shown = facts == nullptr ? ledger_columns : list_columns;
    TRY_ASSIGN(auto writer, xlsx::Writer::create(layout_of(heading, units, shown, now)));
    std::array<std::string, list_columns> texts;
    std::array<xlsx::Value, list_columns> values;
    for (const Unit& unit : units) {
        for (const auto& [column, name] : shown_columns(shown)) {
            const auto i = static_cast<std::size_t>(column);
            texts[i] = text_of(unit, column, words);
        }
        if (facts != nullptr)
            put_facts(texts, *facts, unit.device.id);
        std::ranges::transform(texts, values.begin(),
            [](const std::string& text) { return text.empty() ? xlsx::Value{} : xlsx::Value{std::string_view{text}}; });
        if (unit.site_number)
            values[static_cast<std::size_t>(LedgerColumn::site_number)] = static_cast<double>(*unit.site_number);
        TRY(writer.add(std::span{values}.first(shown)));
    }
    return writer.finish();
}

std::string ledger_file_name(const LedgerHeading& heading)
{
    std::string name = heading.stated_title.empty() ? ledger_title("") : heading.stated_title;
    if (heading.stated_title.empty() && !heading.division.empty())
        name += "_" + heading.division;
    if (heading.edition > 0)
        name += fmt::format("_第{}版", heading.edition);
    return name + "_" + to_text(heading.on) + ".xlsx";
}

}
