#include "formats/xlsx_writer.hpp"

#include "formats/xlsx_reader.hpp"
#include "formats/xlsx_text.hpp"
#include "formats/xlsx_wrapping.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <simdjson.h>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>
#include <xlsxwriter.h>

namespace hoshuban::xlsx {
namespace {

constexpr const char* font = "游ゴシック";
constexpr std::size_t most_characters = 32'767;
constexpr lxw_color_t shade = 0xE7EEF8;
constexpr lxw_color_t line = 0x808080;

/// A file that exists only in memory but has a path, as libxlsxwriter wants one.
class MemoryFile {
public:
    MemoryFile()
        : m_descriptor(memfd_create("xlsx", MFD_CLOEXEC))
    {
        if (m_descriptor < 0)
            throw std::system_error(errno, std::generic_category(), "memfd_create");
    }
    ~MemoryFile() { close(m_descriptor); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string path() const { return fmt::format("/proc/self/fd/{}", m_descriptor); }

    std::string bytes() const
    {
        std::string bytes(static_cast<std::size_t>(lseek(m_descriptor, 0, SEEK_END)), '\0');
        std::size_t at = 0;
        while (at < bytes.size()) {
            const ssize_t got = pread(m_descriptor, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
            if (got <= 0)
                throw std::system_error(errno, std::generic_category(), "pread");
            at += static_cast<std::size_t>(got);
        }
        return bytes;
    }

private:
    int m_descriptor;
};

std::uint8_t code_of(Align align)
{
    switch (align) {
    case Align::center:
        return LXW_ALIGN_CENTER;
    case Align::right:
        return LXW_ALIGN_RIGHT;
    case Align::left:
        break;
    }
    return LXW_ALIGN_LEFT;
}

lxw_workbook* open_workbook(const std::string& path)
{
    lxw_workbook_options options{.constant_memory = LXW_TRUE, .tmpdir = nullptr, .use_zip64 = LXW_FALSE};
    return workbook_new_opt(path.c_str(), &options);
}

std::size_t count_code_points(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

Result<std::string> writable(std::string_view text, Address at)
{
    const auto refuse = [&](std::string code, const char* ja, const char* en) {
        const Text why{fmt::format("セル{}: {}", to_text(at), ja), fmt::format("cell {}: {}", to_text(at), en)};
        return fail(ErrorKind::invalid, code, why, {{to_text(at), code, why}});
    };
    if (!simdjson::validate_utf8(text.data(), text.size()))
        return refuse("xlsx/not_utf8", "UTF-8ではない文字があるため書き出せません。",
            "the text is not UTF-8 and cannot be written");
    std::string encoded = encode_text(text);
    if (encoded.size() > most_characters && count_code_points(encoded) > most_characters)
        return refuse("xlsx/cell_too_long", "文字が長すぎるため書き出せません（32,767文字まで）。",
            "the text is too long for Excel (32,767 characters)");
    return encoded;
}

}

struct Writer::Book {
    MemoryFile file;
    std::string path = file.path();
    lxw_workbook* workbook = open_workbook(path);
    lxw_worksheet* sheet = nullptr;
    std::vector<lxw_format*> formats = {};
    std::vector<SheetColumn> columns = {};
    int row = 0;

    Book() = default;
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book()
    {
        if (workbook)
            lxw_workbook_free(workbook);
    }

    lxw_format* format(const Style& style) const
    {
        lxw_format* made = workbook_add_format(workbook);
        format_set_font_name(made, font);
        format_set_font_size(made, style.font_size);
        format_set_align(made, style.middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
        format_set_align(made, code_of(style.align));
        if (style.bold)
            format_set_bold(made);
        if (style.wrap)
            format_set_text_wrap(made);
        if (style.border) {
            format_set_border(made, LXW_BORDER_THIN);
            format_set_border_color(made, line);
        }
        if (style.shaded)
            format_set_bg_color(made, shade);
        if (!style.number_format.empty())
            format_set_num_format(made, style.number_format.c_str());
        return made;
    }

    void describe(const SheetLayout& layout)
    {
        std::string title = layout.title;
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.created = layout.created.time_since_epoch().count();
        workbook_set_properties(workbook, &properties);
    }

    void set_page(const SheetLayout& layout)
    {
        const PageSetup& page = layout.page;
        worksheet_set_paper(sheet, 9); // A4
        if (page.orientation == Orientation::landscape)
            worksheet_set_landscape(sheet);
        worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.5);
        worksheet_fit_to_pages(sheet, 1, static_cast<std::uint16_t>(page.pages));
        if (!page.header.empty())
            worksheet_set_header(sheet, page.header.c_str());
        if (!page.footer.empty())
            worksheet_set_footer(sheet, page.footer.c_str());
        if (page.repeat_from > 0)
            worksheet_repeat_rows(sheet, row_index(page.repeat_from), row_index(layout.heading_rows));
        if (page.frozen_headings)
            worksheet_freeze_panes(
                sheet, row_index(layout.heading_rows + 1), static_cast<lxw_col_t>(layout.frozen_columns));
    }

    void set_columns(const SheetLayout& layout)
    {
        formats.clear();
        for (const SheetColumn& column : layout.columns) {
            const auto index = static_cast<lxw_col_t>(formats.size());
            worksheet_set_column(sheet, index, index, column.width, nullptr);
            formats.push_back(format(column.style));
        }
        columns = layout.columns;
    }

    /// libxlsxwriter forgets a row once the next one begins: the cells of merged blocks are written row by row, and a
    /// merge is registered, without cells, before its last row is left.
    void write_headings(const SheetLayout& layout)
    {
        std::vector<lxw_format*> styles;
        for (const Heading& heading : layout.headings)
            styles.push_back(format(heading.style));
        for (int at = 1; at <= layout.heading_rows; ++at) {
            double height = 0;
            for (std::size_t i = 0; i < layout.headings.size(); ++i) {
                write_heading_row(layout.headings[i], styles[i], at);
                if (layout.headings[i].row == at && layout.headings[i].rows == 1)
                    height = std::max(height, height_of(layout.headings[i]));
            }
            if (height > 0)
                worksheet_set_row(sheet, row_index(at), height, nullptr);
        }
    }

    double height_of(const Heading& heading) const
    {
        double width = 0;
        for (int i = heading.column; i < heading.column + heading.columns && i <= std::ssize(columns); ++i)
            width += columns[static_cast<std::size_t>(i) - 1].width;
        const int lines = heading.style.wrap ? wrapped_lines(heading.text, width) : 1;
        return std::max(heading.height, row_height(lines, heading.style.font_size));
    }

    /// Nothing for a row of single lines, which keeps the sheet's standard height.
    std::optional<double> height_of(std::span<const Value> values) const
    {
        double height = 0;
        for (std::size_t i = 0; i < values.size() && i < columns.size(); ++i) {
            const auto* text = std::get_if<std::string_view>(&values[i]);
            const int lines = text && columns[i].style.wrap ? wrapped_lines(*text, columns[i].width) : 1;
            if (lines > 1)
                height = std::max(height, row_height(lines, columns[i].style.font_size));
        }
        return height > 0 ? std::optional{height} : std::nullopt;
    }

    void merge(const Heading& heading) const
    {
        const lxw_row_t bottom = row_index(heading.row + heading.rows - 1);
        const lxw_col_t right = column_index(heading.column + heading.columns - 1);
        if (heading.rows > 1 || heading.columns > 1)
            worksheet_merge_range(
                sheet, row_index(heading.row), column_index(heading.column), bottom, right, nullptr, nullptr);
    }

    void write_heading_row(const Heading& heading, lxw_format* style, int at) const
    {
        if (at < heading.row || at >= heading.row + heading.rows)
            return;
        for (int column = heading.column; column < heading.column + heading.columns; ++column) {
            const bool holds_text = at == heading.row && column == heading.column;
            const std::string text = holds_text ? encode_text(heading.text) : std::string{};
            worksheet_write_string(sheet, row_index(at), column_index(column), text.c_str(), style);
        }
        if (at == heading.row)
            merge(heading);
    }

    void end_sheet() const
    {
        if (sheet != nullptr)
            worksheet_print_area(sheet, 0, 0, row_index(row), static_cast<lxw_col_t>(formats.size() - 1));
    }

    static lxw_row_t row_index(int row) { return static_cast<lxw_row_t>(row - 1); }
    static lxw_col_t column_index(int column) { return static_cast<lxw_col_t>(column - 1); }
};

Result<Writer> Writer::create(const SheetLayout& layout)
{
    Writer writer{std::make_unique<Book>()};
    TRY(writer.begin_sheet(layout));
    writer.m_book->describe(layout);
    return writer;
}

Result<void> Writer::begin_sheet(const SheetLayout& layout)
{
    Book& book = *m_book;
    if (workbook_validate_sheet_name(book.workbook, layout.name.c_str()) != LXW_NO_ERROR || layout.name.empty()) {
        return fail(ErrorKind::invalid, "xlsx/sheet_name",
            {fmt::format("シート名「{}」は使えません。31文字まで、[ ] : * ? / \\ を除いてください。", layout.name),
                fmt::format("\"{}\" cannot name a sheet: at most 31 characters, none of [ ] : * ? / \\", layout.name)});
    }
    book.end_sheet();
    book.sheet = workbook_add_worksheet(book.workbook, layout.name.c_str());
    book.set_page(layout);
    book.set_columns(layout);
    book.write_headings(layout);
    book.row = layout.heading_rows;
    return {};
}

Writer::Writer(std::unique_ptr<Book> book)
    : m_book(std::move(book))
{
}

Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Result<void> Writer::add(std::span<const Value> values)
{
    Book& book = *m_book;
    if (book.row == last_row)
        return fail(ErrorKind::too_large, "xlsx/too_many_rows",
            {"Excelの行数の上限を超えます。条件で絞り込んでください。",
                "more rows than Excel can hold: narrow the selection"});
    ++book.row;
    const lxw_row_t row = Book::row_index(book.row);
    for (std::size_t i = 0; i < values.size() && i < book.formats.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        if (const auto* text = std::get_if<std::string_view>(&values[i])) {
            TRY_ASSIGN(const std::string encoded, writable(*text, {book.row, static_cast<int>(i) + 1}));
            worksheet_write_string(book.sheet, row, column, encoded.c_str(), book.formats[i]);
        } else if (const auto* number = std::get_if<double>(&values[i])) {
            worksheet_write_number(book.sheet, row, column, *number, book.formats[i]);
        } else {
            worksheet_write_blank(book.sheet, row, column, book.formats[i]);
        }
    }
    if (const auto height = book.height_of(values))
        worksheet_set_row(book.sheet, row, *height, nullptr);
    return {};
}

Result<std::string> Writer::finish()
{
    Book& book = *m_book;
    book.end_sheet();
    const lxw_error error = workbook_close(std::exchange(book.workbook, nullptr));
    if (error != LXW_NO_ERROR)
        return fail(ErrorKind::unavailable, "xlsx/write",
            {"Excelファイルを作れませんでした。空き容量を確かめてください。",
                fmt::format("could not make the Excel file ({}): check the free disk space", lxw_strerror(error))});
    return book.file.bytes();
}

}
