#include "formats/xlsx_reader_sheet.hpp"
#include "formats/xlsx_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace hoshuban::xlsx {
namespace {

constexpr std::size_t most_merged = 65'536;

std::optional<double> sheet_number_of(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::string day_text(LocalDay day, double serial)
{
    const auto seconds = std::lround((serial - std::floor(serial)) * 86'400);
    if (seconds == 0 || seconds == 86'400)
        return hoshuban::to_text(day);
    return fmt::format("{}T{:02}:{:02}:{:02}", hoshuban::to_text(day), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}

std::unexpected<Error> SheetHandler::refuse(std::string code, Text text) const
{
    const Address at{std::max(m_cell.at.row, 1), std::max(m_cell.at.column, 1)};
    const std::string place = fmt::format("{}!{}", m_context.sheet, to_text(at));
    return fail(ErrorKind::invalid, code, text, {{place, code, text}});
}

Result<void> SheetHandler::open(std::string_view name, const xml::Attributes& attributes)
{
    if (name == "sheetData")
        m_in_data = true;
    if (name == "mergeCell")
        return add_merged(attributes.text("ref"));
    if (!m_in_data)
        return {};
    if (name == "row")
        return open_row(attributes);
    if (name == "c")
        return open_cell(attributes);
    if (name == "f")
        m_cell.is_formula = true;
    m_in_value = name == "v";
    m_has_value = m_has_value || m_in_value;
    m_runs.open(name);
    return {};
}

Result<void> SheetHandler::close(std::string_view name)
{
    if (name == "sheetData")
        m_in_data = false;
    if (!m_in_data)
        return {};
    m_in_value = false;
    m_runs.close(name);
    if (name == "c")
        return close_cell();
    if (name == "row" && !m_row.cells.empty())
        return m_consume(Row{m_row.number, std::exchange(m_row.cells, {})});
    return {};
}

Result<void> SheetHandler::text(std::string_view text)
{
    if (m_in_value)
        m_value += text;
    else if (m_in_data)
        m_runs.append(text);
    if (m_value.size() + m_runs.size() > m_context.limits.cell_bytes) {
        return refuse("xlsx/cell_too_long",
            {fmt::format("セル{}の文字が長すぎます。短くしてください。", to_text(m_cell.at)),
                fmt::format("the text of cell {} is too long: shorten it", to_text(m_cell.at))});
    }
    return {};
}

Result<void> SheetHandler::open_row(const xml::Attributes& attributes)
{
    int number = m_row.number + 1;
    if (const char* stated = attributes.find("r")) {
        const std::string_view text{stated};
        if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc::result_out_of_range)
            number = last_row + 1;
    }
    if (number > last_row)
        return fail(ErrorKind::too_large, "xlsx/too_many_rows",
            {fmt::format(
                 "シート「{}」の行が多すぎます（{}行まで）。要らない行を削除するか、行を分けて取り込んでください。",
                 m_context.sheet, last_row),
                fmt::format("sheet \"{}\" has too many rows (at most {}): delete those not needed, or split it",
                    m_context.sheet, last_row)});
    if (number <= m_row.number)
        return refuse("xlsx/order",
            {"行の順序が壊れています。Excelで開いて保存し直してください。",
                "the rows are out of order: open the file in Excel and save it again"});
    m_row.number = number;
    m_cell.at = {number, 0};
    return {};
}

Result<void> SheetHandler::open_cell(const xml::Attributes& attributes)
{
    Address at{m_row.number, m_cell.at.column + 1};
    if (const char* stated = attributes.find("r"))
        at = parse_address(stated).value_or(Address{0, 0});
    if (at.row != m_row.number || at.column <= m_cell.at.column || at.column > last_column)
        return refuse("xlsx/order",
            {"セルの順序が壊れています。Excelで開いて保存し直してください。",
                "the cells are out of order: open the file in Excel and save it again"});
    m_cell = Cell{.at = at};
    m_type = attributes.text("t");
    m_style = 0;
    const std::string_view style = attributes.text("s");
    std::from_chars(style.data(), style.data() + style.size(), m_style);
    m_value.clear();
    m_has_value = false;
    return {};
}

Result<void> SheetHandler::add_merged(std::string_view reference)
{
    const std::size_t colon = reference.find(':');
    const auto first = parse_address(reference.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_address(reference.substr(colon + 1));
    if (first && last && m_merged.size() < most_merged)
        m_merged.push_back({*first, *last});
    return {};
}

void SheetHandler::read_number()
{
    const auto number = sheet_number_of(m_value);
    m_cell.kind = number ? CellKind::number : CellKind::error;
    m_cell.number = number.value_or(0);
    m_cell.text = number ? fmt::format("{:.15g}", *number) : m_value;
    if (!number || m_style >= m_context.style_shows_day.size() || !m_context.style_shows_day[m_style])
        return;
    if (const auto day = day_of_serial(*number, m_context.dates)) {
        m_cell.kind = CellKind::date;
        m_cell.text = day_text(*day, *number);
    }
}

Result<void> SheetHandler::read_shared_string()
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
    if (error != std::errc{} || end != m_value.data() + m_value.size() || index >= m_context.strings.size())
        return refuse("xlsx/broken",
            {fmt::format("セル{}の文字が見つかりません。Excelで開いて保存し直してください。", to_text(m_cell.at)),
                fmt::format(
                    "the text of cell {} is missing: open the file in Excel and save it again", to_text(m_cell.at))});
    m_cell.text = m_context.strings[index];
    m_cell.kind = CellKind::text;
    return {};
}

Result<void> SheetHandler::read_value()
{
    if (m_type == "str" || m_type == "d") {
        m_cell.text = decode_text(m_value);
        m_cell.kind = m_type == "d" ? CellKind::date : CellKind::text;
    } else if (m_value.empty()) {
        m_cell.kind = CellKind::empty;
    } else if (m_type == "s") {
        return read_shared_string();
    } else if (m_type == "b") {
        m_cell.kind = CellKind::boolean;
        m_cell.number = m_value == "1" ? 1 : 0;
        m_cell.text = m_value == "1" ? "TRUE" : "FALSE";
    } else if (m_type == "e") {
        m_cell.kind = CellKind::error;
        m_cell.text = m_value;
    } else {
        read_number();
    }
    return {};
}

Result<void> SheetHandler::close_cell()
{
    std::string inline_text = m_runs.take();
    if (m_type == "inlineStr") {
        m_cell.text = std::move(inline_text);
        m_cell.kind = CellKind::text;
    } else if (m_has_value) {
        TRY(read_value());
    }
    if (m_cell.kind == CellKind::text && m_cell.text.empty() && !m_cell.is_formula)
        m_cell.kind = CellKind::empty;
    if (m_cell.kind == CellKind::empty && !m_cell.is_formula)
        return {};

    m_text_bytes += m_cell.text.size();
    if (++m_cells > m_context.limits.cells || m_text_bytes > m_context.limits.text_bytes) {
        return fail(ErrorKind::too_large, "xlsx/too_many_cells",
            {fmt::format("シート「{}」が大きすぎます（{}セルまで）。行を分けて取り込んでください。", m_context.sheet,
                 m_context.limits.cells),
                fmt::format("sheet \"{}\" is too large (at most {} cells): split it", m_context.sheet,
                    m_context.limits.cells)});
    }
    m_row.cells.push_back(std::move(m_cell));
    m_cell.at = m_row.cells.back().at;
    return {};
}

}
