#include "features/device/matrix_doc.hpp"

#include "core/era.hpp"
#include "formats/xlsx_writer.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

constexpr int site_columns = 2; // number and name
constexpr int counts_title_row = 1;
constexpr int counts_facts_row = 2;
constexpr int counts_heading_row = 3;
constexpr const char* sheet_title = "拠点別機種別台数";

const xlsx::Style heading_style{
    .bold = true, .wrap = true, .border = true, .shaded = true, .middle = true, .align = xlsx::Align::center};

/// What a column of the matrix says of itself, from the widest term to the narrowest.
using ColumnWords = std::vector<std::string>;

std::string label_of(const contract::Profile& profile, const std::string& device_class)
{
    const auto found = std::ranges::find(profile.device_classes, device_class, &contract::DeviceClass::id);
    return found == profile.device_classes.end() ? device_class : found->label.ja;
}

std::string generation_of(const contract::Profile& profile, const std::string& generation)
{
    const auto found = std::ranges::find(profile.generations, generation, &contract::Generation::id);
    return found == profile.generations.end() ? generation : found->label.ja;
}

std::vector<ColumnWords> words_of(const contract::Profile& profile, const Matrix& matrix)
{
    std::vector<ColumnWords> columns;
    for (const MatrixColumn& column : matrix.columns) {
        columns.push_back({column.division, label_of(profile, column.device_class), column.model});
        if (profile.generations.size() > 1)
            columns.back().push_back(generation_of(profile, column.generation));
    }
    return columns;
}

// A term that neighbours have in common, with all terms above it, stands over them once.
void add_headings(xlsx::SheetLayout& layout, const std::vector<ColumnWords>& columns, std::size_t depth)
{
    for (std::size_t level = 0; level < depth; ++level) {
        for (std::size_t first = 0; first < columns.size();) {
            std::size_t last = first + 1;
            while (last < columns.size() &&
                std::equal(columns[first].begin(), columns[first].begin() + static_cast<std::ptrdiff_t>(level) + 1,
                    columns[last].begin()))
                ++last;
            layout.headings.push_back({.row = counts_heading_row + static_cast<int>(level),
                .column = site_columns + static_cast<int>(first) + 1,
                .columns = static_cast<int>(last - first),
                .text = columns[first][level],
                .style = heading_style});
            first = last;
        }
    }
}

xlsx::SheetLayout layout_of(
    const contract::Profile& profile, LocalDay on, const std::vector<ColumnWords>& columns, Instant now)
{
    const std::size_t depth = columns.empty() ? 1 : columns.front().size();
    const int count = site_columns + static_cast<int>(columns.size()) + 1;
    xlsx::SheetLayout layout{.name = sheet_title, .title = sheet_title, .columns = {}, .headings = {}, .created = now};
    layout.heading_rows = counts_heading_row + static_cast<int>(depth) - 1;
    layout.frozen_columns = site_columns;
    layout.page = {.header = "&R&P/&N", .footer = "", .repeat_from = counts_title_row};
    layout.headings.push_back({.row = counts_title_row,
        .column = 1,
        .columns = count,
        .text = sheet_title,
        .style = {.bold = true, .align = xlsx::Align::center, .font_size = 14}});
    layout.headings.push_back({.row = counts_facts_row,
        .column = 1,
        .columns = count,
        .text = fmt::format("{}　{}現在", profile.title, print_day(on, DayStyle::wareki)),
        .style = {.align = xlsx::Align::right}});
    const auto tall = [&](int column, const char* text) {
        layout.headings.push_back({.row = counts_heading_row,
            .column = column,
            .rows = static_cast<int>(depth),
            .text = text,
            .style = heading_style});
    };
    tall(1, "番号");
    tall(2, "拠点");
    add_headings(layout, columns, depth);
    tall(count, "合計");
    layout.columns.assign(static_cast<std::size_t>(count), {11, {.border = true, .align = xlsx::Align::right}});
    layout.columns[0] = {6, {.border = true, .align = xlsx::Align::right}};
    layout.columns[1] = {28, {.wrap = true, .border = true}};
    return layout;
}

/// The cells of one row. Texts stay where they are while the row is written.
class MatrixLine {
public:
    explicit MatrixLine(std::size_t columns)
        : values_(columns)
    {
    }

    void put(std::size_t column, const Sum& sum)
    {
        std::string text = sum.planned > 0 ? fmt::format("{}（{}）", sum.units, sum.planned) : "";
        if (sum.kept_by_city > 0)
            text = fmt::format("{}＋市管理{}", text.empty() ? fmt::format("{}", sum.units) : text, sum.kept_by_city);
        if (!text.empty())
            put(column, std::move(text));
        else if (sum.units > 0)
            values_[column] = static_cast<double>(sum.units);
    }
    void put(std::size_t column, std::string text)
    {
        texts_.push_back(std::move(text));
        values_[column] = std::string_view{texts_.back()};
    }
    void put(std::size_t column, int number) { values_[column] = static_cast<double>(number); }

    Result<void> write(xlsx::Writer& writer) const { return writer.add(values_); }

private:
    std::vector<xlsx::Value> values_;
    std::deque<std::string> texts_;
};

Result<void> write_row(xlsx::Writer& writer, MatrixLine line, const std::vector<Sum>& cells, const Sum& total)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        line.put(site_columns + i, cells[i]);
    line.put(site_columns + cells.size(), total);
    return line.write(writer);
}

Result<void> write_matrix(xlsx::Writer& writer, const contract::Profile& profile, const Matrix& matrix)
{
    const std::size_t width = site_columns + matrix.columns.size() + 1;
    for (const MatrixRow& row : matrix.rows) {
        MatrixLine line{width};
        const contract::Site* site = row.site ? contract::find_site(profile, *row.site) : nullptr;
        if (site != nullptr)
            line.put(0, site->number);
        line.put(1, site == nullptr ? std::string{"（拠点が決まっていない機器）"} : site->name);
        TRY(write_row(writer, std::move(line), row.cells, row.total));
    }
    MatrixLine last{width};
    last.put(1, std::string{"合計"});
    TRY(write_row(writer, std::move(last), matrix.totals, matrix.total));
    if (matrix.total.assumed == 0)
        return {};
    MatrixLine note{width};
    note.put(1, fmt::format("うち想定{}台（台数・場所は市に未確認）", matrix.total.assumed));
    return note.write(writer);
}

Result<void> write_comparisons(xlsx::Writer& writer, const std::vector<Comparison>& comparisons, std::size_t width)
{
    if (comparisons.empty())
        return {};
    TRY(MatrixLine{width}.write(writer));
    MatrixLine head{width};
    const char* const words[] = {"契約の台数との照合", "契約", "台帳", "一致", "根拠"};
    for (std::size_t i = 0; i < std::size(words) && i + 1 < width; ++i)
        head.put(i + 1, std::string{words[i]});
    TRY(head.write(writer));
    for (const Comparison& each : comparisons) {
        MatrixLine line{std::max<std::size_t>(width, 6)};
        line.put(1, each.stated.label.ja);
        line.put(2, Sum{each.stated.count, each.stated.planned.value_or(0)});
        line.put(3, each.counted);
        line.put(4, std::string{each.agrees() ? "一致" : "不一致"});
        line.put(5, each.stated.clause);
        TRY(line.write(writer));
    }
    return {};
}

}

Result<std::string> matrix_workbook(const contract::Profile& profile, LocalDay on, const Holding& holding, Instant now)
{
    const Matrix matrix = matrix_of(profile.sites, holding.units);
    const auto columns = words_of(profile, matrix);
    auto layout = layout_of(profile, on, columns, now);
    // The comparison needs four columns of numbers beside the names, however few models there are.
    layout.columns.resize(std::max<std::size_t>(layout.columns.size(), 6), {11, {.border = true}});
    TRY_ASSIGN(auto writer, xlsx::Writer::create(layout));
    const std::size_t width = layout.columns.size();
    TRY(write_matrix(writer, profile, matrix));
    TRY(write_comparisons(writer, compare_all(profile.stated_totals, holding), width));
    return writer.finish();
}

std::string matrix_file_name(LocalDay on)
{
    return fmt::format("{}_{}.xlsx", sheet_title, to_text(on));
}

}
