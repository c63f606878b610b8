#include "features/question/sheet_export_doc.hpp"

#include "features/question/cell.hpp"
#include "features/work_request/sheet_vocabulary.hpp"

#include <array>

namespace hoshuban::question {
namespace {

constexpr int title_row = 1;
constexpr int heading_row = 3;
constexpr auto exported = names_of(static_cast<const Column*>(nullptr));

double width_of(Column column)
{
    switch (column) {
    case Column::text:
    case Column::answer:
        return 40;
    case Column::title:
    case Column::change:
        return 22;
    case Column::asked_on:
    case Column::answered_on:
    case Column::asked_by:
    case Column::answered_by:
        return 14;
    case Column::age:
        return 9;
    default:
        return 12;
    }
}

xlsx::SheetLayout layout(Instant created)
{
    xlsx::SheetLayout sheet{.name = std::string{sheet_name},
        .title = std::string{sheet_name},
        .columns = {},
        .headings = {{.row = title_row,
            .column = 1,
            .text = std::string{sheet_name},
            .style = {.bold = true, .font_size = 14}}},
        .heading_rows = heading_row,
        .frozen_columns = 1,
        .page = {.header = "&R&P/&N", .repeat_from = title_row},
        .created = created};
    for (const auto& [column, name] : exported) {
        const bool number = column == Column::age;
        sheet.columns.push_back({width_of(column),
            {.wrap = true, .border = true, .align = number ? xlsx::Align::right : xlsx::Align::left}});
        sheet.headings.push_back({.row = heading_row,
            .column = static_cast<int>(column) + 1,
            .text = label(column).ja,
            .style = {.bold = true,
                .wrap = true,
                .border = true,
                .shaded = true,
                .middle = true,
                .align = xlsx::Align::center}});
    }
    return sheet;
}

std::string printed(const Question& question, Column column, contract::DateStyle style)
{
    switch (column) {
    case Column::asked_on:
        return work_request::print_day(day_of(question.asked_at), style);
    case Column::answered_on:
        return question.answered_at ? work_request::print_day(day_of(*question.answered_at), style) : std::string{};
    case Column::state:
        return label(question.state).ja;
    default:
        return canonical(question, column);
    }
}

}

Result<ListWriter> ListWriter::create(contract::DateStyle style, Instant created)
{
    TRY_ASSIGN(auto writer, xlsx::Writer::create(layout(created)));
    return ListWriter{style, std::move(writer)};
}

Result<void> ListWriter::add(const Question& question, int age_days)
{
    std::array<std::string, exported.size()> texts;
    std::array<xlsx::Value, exported.size()> values{};
    for (const auto& [column, name] : exported) {
        const auto i = static_cast<std::size_t>(column);
        texts[i] = printed(question, column, style_);
        if (!texts[i].empty())
            values[i] = std::string_view{texts[i]};
    }
    values[static_cast<std::size_t>(Column::age)] = static_cast<double>(age_days);
    return writer_.add(values);
}

}
