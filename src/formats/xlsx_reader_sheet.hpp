#pragma once
#include "formats/xlsx_reader.hpp"
#include "formats/xlsx_reader_parts.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::xlsx {

/// What the cells of a sheet refer to.
struct SheetContext {
    std::string_view sheet;
    std::span<const std::string> strings;
    const std::vector<bool>& style_shows_day;
    DateSystem dates;
    const Limits& limits;
};

/// Reads `xl/worksheets/sheetN.xml` into rows.
class SheetHandler : public xml::Handler {
public:
    SheetHandler(const SheetContext& context, const Workbook::RowConsumer& consume)
        : m_context(context)
        , m_consume(consume)
    {
    }

    Result<void> open(std::string_view name, const xml::Attributes&) override;
    Result<void> close(std::string_view name) override;
    Result<void> text(std::string_view) override;

    const std::vector<Range>& merged() const { return m_merged; }
    /// The cell being read when reading stopped.
    Address position() const { return m_cell.at; }

private:
    Result<void> open_row(const xml::Attributes&);
    Result<void> open_cell(const xml::Attributes&);
    Result<void> close_cell();
    Result<void> add_merged(std::string_view reference);
    Result<void> read_value();
    void read_number();
    Result<void> read_shared_string();
    std::unexpected<Error> refuse(std::string code, Text) const;

    SheetContext m_context;
    const Workbook::RowConsumer& m_consume;
    Row m_row;
    Cell m_cell;
    std::string m_type;
    std::size_t m_style = 0;
    std::string m_value;
    TextRuns m_runs;
    bool m_in_data = false;
    bool m_in_value = false;
    bool m_has_value = false;
    std::size_t m_cells = 0;
    std::size_t m_text_bytes = 0;
    std::vector<Range> m_merged;
};

}
