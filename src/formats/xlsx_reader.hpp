#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include "formats/zip.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::xlsx {

/// A cell's place, counted from 1.
struct Address {
    int row = 1;
    int column = 1;

    auto operator<=>(const Address&) const = default;
};

inline constexpr int last_row = 1'048'576;
inline constexpr int last_column = 16'384;

/// `D12`
std::string to_text(Address);
/// Reads `D12` and `$D$12`; nothing outside Excel's grid.
std::optional<Address> parse_address(std::string_view);

/// A rectangle of cells, both corners included.
struct Range {
    Address first;
    Address last;

    bool operator==(const Range&) const = default;
};

/// From which day a workbook counts its days.
enum class DateSystem { from_1900, from_1904 };

/// The day of a serial number, its fraction dropped. Nothing for 1900-02-29, which only Excel knows, and outside
/// Excel's years.
std::optional<LocalDay> day_of_serial(double serial, DateSystem);

/// Whether a number format shows a day (`yyyy/m/d`, `[$-411]ggge"年"m"月"d"日"`), not only a time of day.
bool shows_day(int format_id, std::string_view format_code);

enum class CellKind { empty, text, number, boolean, error, date };

/// One cell with its value. `text` is the value as a person would type it: `20`, `20.5`, `TRUE`, `#N/A`, `2021-09-01`,
/// `2021-09-01T08:30:00`. A formula's cell carries the value Excel saved last.
struct Cell {
    Address at = {};
    CellKind kind = CellKind::empty;
    std::string text = {};
    double number = 0;
    bool is_formula = false;

    bool operator==(const Cell&) const = default;
};

/// The cells of one row that hold something, from left to right.
struct Row {
    int number = 0;
    std::vector<Cell> cells;

    /// Null for an empty cell.
    const Cell* find(int column) const;
};

enum class Visibility { visible, hidden, very_hidden };

struct SheetInfo {
    std::string name;
    Visibility visibility = Visibility::visible;
    std::string part; ///< the name inside the archive
};

struct Sheet {
    std::string name;
    std::vector<Row> rows; ///< without empty rows, top to bottom
    std::vector<Range> merged;
};

/// What a workbook from outside may cost.
struct Limits {
    zip::Limits archive = {};
    std::size_t sheets = 256;
    std::size_t cells = 1'500'000; ///< with a value, per sheet
    std::size_t cell_bytes = 131'068; ///< Excel's 32,767 characters
    std::size_t text_bytes = std::size_t{256} << 20; ///< all cells of a sheet together, and all shared strings
};

/// An Excel workbook (.xlsx), read from memory part by part. Everything that is not one (the old .xls,
/// password-protected files, damaged archives, documents with a DTD) is refused with what to do about it. Phonetic
/// readings are not part of a text.
class Workbook {
public:
    using RowConsumer = std::function<Result<void>(Row&&)>;

    /// `bytes` must outlive the workbook.
    static Result<Workbook> open(std::string_view bytes, const Limits& limits = {});

    const std::vector<SheetInfo>& sheets() const { return m_sheets; }
    DateSystem date_system() const { return m_dates; }

    Result<Sheet> read(const SheetInfo&);
    /// Row by row, without keeping the sheet in memory.
    Result<void> each_row(const SheetInfo&, const RowConsumer&);

private:
    Workbook(zip::Archive archive, const Limits& limits)
        : m_archive(std::move(archive))
        , m_limits(limits)
    {
    }

    Result<void> load_parts();
    Result<void> read_into(const SheetInfo&, const RowConsumer&, std::vector<Range>& merged);

    zip::Archive m_archive;
    Limits m_limits;
    std::vector<SheetInfo> m_sheets;
    std::vector<std::string> m_strings;
    std::vector<bool> m_style_shows_day;
    DateSystem m_dates = DateSystem::from_1900;
};

}
