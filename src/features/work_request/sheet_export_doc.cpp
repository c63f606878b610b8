#include "features/work_request/sheet_export_doc.hpp"

#include "core/formula.hpp"
#include "formats/csv.hpp"
#include "formats/xlsx_writer.hpp"

#include <array>
#include <fmt/format.h>
#include <optional>

namespace hoshuban::work_request {
namespace {

constexpr int title_row = 1;
constexpr int group_row = 3;
constexpr int heading_row = 4;

/// One printed row, the running number first.
using Texts = std::array<std::string, sheet_columns>;
using Values = std::array<xlsx::Value, sheet_columns>;

double day_width(contract::DateStyle style)
{
    return style == contract::DateStyle::era_long ? 15.5 : 10.5;
}

double width_of(Column column, contract::DateStyle style)
{
    switch (column) {
    case Column::title:
    case Column::result:
        return 22;
    case Column::body:
        return 34;
    case Column::contractor:
        return 13;
    case Column::planned_hours:
    case Column::actual_hours:
        return 8;
    default:
        return kind_of(column) == ColumnKind::day ? day_width(style) : 10;
    }
}

xlsx::Style style_of(Column column, bool bordered)
{
    const ColumnKind kind = kind_of(column);
    const bool prose = kind == ColumnKind::name || kind == ColumnKind::line || kind == ColumnKind::paragraph;
    xlsx::Style style{.wrap = bordered, .border = bordered};
    style.align = prose ? xlsx::Align::left : kind == ColumnKind::hours ? xlsx::Align::right : xlsx::Align::center;
    if (kind == ColumnKind::hours)
        style.number_format = "0.0";
    return style;
}

std::vector<xlsx::SheetColumn> columns_of(contract::DateStyle style, bool bordered)
{
    std::vector<xlsx::SheetColumn> columns{{5, {.border = bordered, .align = xlsx::Align::center}}};
    for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr)))
        columns.push_back({width_of(column, style), style_of(column, bordered)});
    return columns;
}

xlsx::Heading heading(int row, int column, std::string text)
{
    return {.row = row,
        .column = column,
        .text = std::move(text),
        .style = {
            .bold = true, .wrap = true, .border = true, .shaded = true, .middle = true, .align = xlsx::Align::center}};
}

/// A column whose group is itself, and the running number, reach over both heading rows.
bool reaches_over_both(const SheetVocabulary& words, int column)
{
    for (std::size_t i = 0; i < column_groups.size(); ++i) {
        if (column_groups[i].first == column && column_groups[i].count == 1)
            return words.groups[i] == words.columns[static_cast<std::size_t>(column)];
    }
    return column == 0;
}

std::vector<xlsx::Heading> specimen_headings(const SheetVocabulary& words)
{
    std::vector<xlsx::Heading> headings;
    headings.push_back({.row = title_row, .column = 1, .text = words.title, .style = {.bold = true, .font_size = 14}});
    for (std::size_t i = 0; i < column_groups.size(); ++i) {
        if (reaches_over_both(words, column_groups[i].first))
            continue;
        headings.push_back(heading(group_row, column_groups[i].first + 1, words.groups[i]));
        headings.back().columns = column_groups[i].count;
    }
    for (int column = 0; column < sheet_columns; ++column) {
        const bool both = reaches_over_both(words, column);
        headings.push_back(
            heading(both ? group_row : heading_row, column + 1, words.columns[static_cast<std::size_t>(column)]));
        headings.back().rows = both ? 2 : 1;
    }
    return headings;
}

xlsx::SheetLayout specimen_layout(const SheetVocabulary& words, Instant created)
{
    return {
        .name = words.sheet_name,
        .title = words.title,
        .columns = columns_of(words.date_style, true),
        .headings = specimen_headings(words),
        .heading_rows = heading_row,
        .frozen_columns = 2,
        .page = {.orientation = xlsx::Orientation::landscape, .header = "&R&P/&N", .repeat_from = title_row},
        .created = created,
    };
}

xlsx::SheetLayout flat_layout(const SheetVocabulary& words, Instant created)
{
    xlsx::SheetLayout layout{
        .name = words.sheet_name,
        .title = words.title,
        .columns = columns_of(contract::DateStyle::iso, false),
        .headings = {},
        .heading_rows = 1,
        .frozen_columns = 0,
        .page = {.orientation = xlsx::Orientation::landscape, .footer = "&C&P/&N", .repeat_from = 1},
        .created = created,
    };
    for (int column = 0; column < sheet_columns; ++column) {
        layout.headings.push_back({.row = 1,
            .column = column + 1,
            .text = words.columns[static_cast<std::size_t>(column)],
            .style = {.bold = true}});
    }
    return layout;
}

std::optional<LocalDay> day_in(const WorkRequest& request, Column column)
{
    switch (column) {
    case Column::entered_on:
        return request.entered_on;
    case Column::wish_on:
        return request.wish_on;
    case Column::received_on:
        return request.received_on;
    case Column::contractor_confirmed_on:
        return request.contractor_confirmed.on;
    default:
        return request.city_confirmed.on;
    }
}

std::string text_of(const WorkRequest& request, Column column, const SheetVocabulary& words, contract::DateStyle style)
{
    if (kind_of(column) == ColumnKind::status)
        return label_of(words, request.status);
    if (kind_of(column) != ColumnKind::day)
        return canonical(request, column);
    const auto day = day_in(request, column);
    return day ? print_day(*day, style) : std::string{};
}

std::optional<Hours> hours_in(const WorkRequest& request, Column column)
{
    if (kind_of(column) != ColumnKind::hours)
        return std::nullopt;
    return column == Column::planned_hours ? request.planned_hours : request.actual_hours;
}

}

/// What a kind of file does with a request.
class ListWriter::Face {
public:
    Face(SheetVocabulary words, ListLayout layout)
        : m_words(std::move(words))
        , m_style(layout == ListLayout::flat ? contract::DateStyle::iso : m_words.date_style)
        , m_specimen(layout == ListLayout::specimen)
    {
    }

    Result<void> open_workbook(Instant created)
    {
        TRY_ASSIGN(m_workbook,
            xlsx::Writer::create(m_specimen ? specimen_layout(m_words, created) : flat_layout(m_words, created)));
        return {};
    }

    void open_csv()
    {
        m_csv = csv::byte_order_mark;
        const std::vector<std::string_view> labels(m_words.columns.begin(), m_words.columns.end());
        csv::append_record(m_csv, labels);
    }

    Result<void> add(const WorkRequest& request)
    {
        m_texts[0] = fmt::format("{}", ++m_rows);
        for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr)))
            m_texts[static_cast<std::size_t>(column) + 1] = text_of(request, column, m_words, m_style);
        if (m_workbook)
            return m_workbook->add(values(request));
        for (std::string& text : m_texts)
            text = protected_text(text);
        csv::append_record(m_csv, std::vector<std::string_view>(m_texts.begin(), m_texts.end()));
        return {};
    }

    Result<std::string> finish()
    {
        if (!m_workbook)
            return std::move(m_csv);
        for (int i = 0; m_specimen && i < m_words.blank_rows; ++i) {
            Values blank{};
            blank[0] = static_cast<double>(++m_rows);
            TRY(m_workbook->add(blank));
        }
        return m_workbook->finish();
    }

private:
    Values values(const WorkRequest& request) const
    {
        Values values{};
        values[0] = static_cast<double>(m_rows);
        for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr))) {
            const std::size_t i = static_cast<std::size_t>(column) + 1;
            if (const auto hours = hours_in(request, column))
                values[i] = hours->tenths / 10.0;
            else if (!m_texts[i].empty())
                values[i] = std::string_view{m_texts[i]};
            else if (m_specimen)
                values[i] = std::string_view{m_words.empty_mark};
        }
        return values;
    }

    SheetVocabulary m_words;
    contract::DateStyle m_style;
    bool m_specimen;
    int m_rows = 0;
    Texts m_texts;
    std::optional<xlsx::Writer> m_workbook;
    std::string m_csv;
};

Result<ListWriter> ListWriter::create(
    const SheetVocabulary& words, ListLayout layout, ListFormat format, Instant created)
{
    auto face = std::make_unique<Face>(words, layout);
    if (format == ListFormat::xlsx) {
        TRY(face->open_workbook(created));
        return ListWriter{std::move(face)};
    }
    if (layout == ListLayout::specimen) {
        return fail(ErrorKind::invalid, "export/specimen_is_xlsx",
            {"様式の一覧はExcel（xlsx）で書き出します。CSVは平らな表だけです。",
                "the form is written as xlsx only; csv is for the flat table"});
    }
    face->open_csv();
    return ListWriter{std::move(face)};
}

ListWriter::ListWriter(std::unique_ptr<Face> face)
    : m_face(std::move(face))
{
}

ListWriter::~ListWriter() = default;
ListWriter::ListWriter(ListWriter&&) noexcept = default;

Result<void> ListWriter::add(const WorkRequest& request)
{
    return m_face->add(request);
}
Result<std::string> ListWriter::finish()
{
    return m_face->finish();
}

}
