#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hoshuban::xlsx {

enum class Align { left, center, right };

/// How a cell looks.
struct Style {
    bool bold = false;
    bool wrap = false;
    bool border = false;
    bool shaded = false;
    bool middle = false; ///< vertically; otherwise at the top
    Align align = Align::left;
    double font_size = 10;
    std::string number_format = {}; ///< empty: as it comes
};

struct SheetColumn {
    double width; ///< in characters of the standard font
    Style style;
};

/// A heading above the columns, over one cell or over a merged block. Counted from 1.
struct Heading {
    int row;
    int column;
    int rows = 1;
    int columns = 1;
    std::string text;
    Style style;
    double height = 0; ///< its row is at least as high, in points
};

enum class Orientation { portrait, landscape };

/// A4, all columns on one page's width, the heading rows repeated on each page.
struct PageSetup {
    Orientation orientation = Orientation::landscape;
    std::string header = {}; ///< Excel's codes: `&R&P/&N`
    std::string footer = {};
    int repeat_from = 0; ///< first heading row that is repeated; 0 for none
    int pages = 0; ///< made smaller to take no more pages than this; 0: as many as it takes
    bool frozen_headings = true; ///< a paper that is all headings scrolls as a whole
};

/// One sheet, declared: headings in the rows 1…`heading_rows`, data rows below.
struct SheetLayout {
    std::string name;
    std::string title = {}; ///< document property
    std::vector<SheetColumn> columns;
    std::vector<Heading> headings;
    int heading_rows = 1;
    int frozen_columns = 0;
    PageSetup page = {};
    Instant created; ///< document property; the same content at the same instant gives the same bytes
};

/// Nothing, a text or a number. A text is always a text cell, whatever it begins with; it is never a formula.
using Value = std::variant<std::monostate, std::string_view, double>;

/// Writes sheets to memory, row by row, one sheet after the other. Rows are as high as their wrapped texts need,
/// because programs other than Excel do not adjust them. Only the current row is kept, so the length of a list costs no
/// memory beyond the file itself.
class Writer {
public:
    /// Refuses a sheet name that Excel refuses.
    static Result<Writer> create(const SheetLayout&);
    /// The next sheet; the rows that are added from now on are its. Refuses a name that Excel refuses and one that is
    /// there already.
    Result<void> begin_sheet(const SheetLayout&);
    ~Writer();
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    /// The next data row, one value per column. Refuses a text that Excel cannot hold (32,767 characters) or that is
    /// not UTF-8, naming the cell.
    Result<void> add(std::span<const Value>);
    /// The file. Call once.
    Result<std::string> finish();

private:
    struct Book;

    explicit Writer(std::unique_ptr<Book>);

    std::unique_ptr<Book> m_book;
};

}
