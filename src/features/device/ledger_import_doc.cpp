#include "features/device/ledger_import_doc.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "formats/list_file.hpp"
#include "formats/xlsx_list.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

constexpr int deepest_heading = 30;
constexpr std::size_t fewest_headings = 2;
constexpr std::size_t fewest_unknown = 3; // words in one row that may be headings
constexpr std::size_t longest_heading = 200;
constexpr std::size_t longest_sample = 60;
constexpr std::size_t most_rows = 20'000;
constexpr std::size_t longest_word = 200;
constexpr std::size_t longest_prose = 1'000;

struct HeadingWord {
    LedgerColumn column;
    const char* word;
};

/// What lists write above a column besides the words of our own.
constexpr HeadingWord other_words[] = {
    {LedgerColumn::number, "機器番号"},
    {LedgerColumn::number, "機器ＩＤ番号"},
    {LedgerColumn::number, "管理番号"},
    {LedgerColumn::kind, "種類"},
    {LedgerColumn::kind, "機器種類"},
    {LedgerColumn::device_class, "区分"},
    {LedgerColumn::device_class, "機器区分"},
    {LedgerColumn::model, "機種"},
    {LedgerColumn::type_number, "型式"},
    {LedgerColumn::type_number, "型名"},
    {LedgerColumn::division, "システム区分"},
    {LedgerColumn::division, "系統"},
    {LedgerColumn::site_number, "設置拠点番号"},
    {LedgerColumn::site, "設置拠点"},
    {LedgerColumn::site, "拠点名"},
    {LedgerColumn::place, "設置場所"},
    {LedgerColumn::place, "場所（階・課・席）"},
    {LedgerColumn::use, "状態"},
    {LedgerColumn::use, "稼働状況"},
    {LedgerColumn::since, "設置日"},
    {LedgerColumn::since, "異動日"},
    {LedgerColumn::serial, "製造番号"},
    {LedgerColumn::serial, "シリアルNo."},
    {LedgerColumn::serial, "S/N"},
    {LedgerColumn::bought_on, "購入年月日"},
    {LedgerColumn::bought_on, "取得日"},
    {LedgerColumn::warranty_ends_on, "保証期限"},
    {LedgerColumn::warranty_ends_on, "保証終了日"},
    {LedgerColumn::wire, "ワイヤー"},
    {LedgerColumn::wire, "盗難防止ワイヤー"},
    {LedgerColumn::spare_key, "予備鍵"},
    {LedgerColumn::spare_key, "ワイヤー予備鍵"},
    {LedgerColumn::medium_edition, "媒体の版"},
    {LedgerColumn::medium_edition, "リカバリメディアの版"},
    {LedgerColumn::address, "IP"},
    {LedgerColumn::address, "IPv4アドレス"},
    {LedgerColumn::authentication_reader, "認証装置"},
    {LedgerColumn::authentication_reader, "照合情報読取装置"},
    {LedgerColumn::card_reader, "R/W"},
    {LedgerColumn::card_reader, "カードリーダ"},
    {LedgerColumn::card_reader, "ICカードリーダ"},
    {LedgerColumn::card_reader, "ICカードリーダライタ"},
    {LedgerColumn::other_part, "付属機器"},
    {LedgerColumn::other_part, "周辺機器"},
};

using HeadingWords = std::map<std::string, std::optional<LedgerColumn>, std::less<>>;
/// Which column of the sheet holds what.
using PlacedColumns = std::map<int, LedgerColumn>;

HeadingWords heading_words(std::span<const ColumnChoice> said)
{
    HeadingWords words;
    for (const ColumnChoice& each : said)
        words.emplace(fold(each.heading), each.column);
    for (const auto& [column, name] : names_of(static_cast<const LedgerColumn*>(nullptr))) {
        words.emplace(fold(label_of(column).ja), column);
        words.emplace(fold(label_of(column).en), column);
    }
    for (const auto& [column, word] : other_words)
        words.emplace(fold(word), column);
    return words;
}

PlacedColumns placed_columns(const xlsx::Row& row, const HeadingWords& words)
{
    PlacedColumns columns;
    std::vector<LedgerColumn> taken;
    for (const xlsx::Cell& cell : row.cells) {
        const auto found = words.find(fold(truncate(cell.text, longest_heading)));
        if (found == words.end() || !found->second || std::ranges::find(taken, *found->second) != taken.end())
            continue;
        columns.emplace(cell.at.column, *found->second);
        taken.push_back(*found->second);
    }
    return columns;
}

bool heads_a_ledger(const PlacedColumns& columns)
{
    return columns.size() >= fewest_headings && std::ranges::any_of(columns, [](const auto& each) {
        return each.second == LedgerColumn::number || each.second == LedgerColumn::row_id;
    });
}

std::size_t limit_of(LedgerColumn column)
{
    return column == LedgerColumn::remarks || part_kind_of(column) ? longest_prose : longest_word;
}

Result<std::string> value_in(const xlsx::Cell& cell, LedgerColumn column, xlsx::DateSystem dates, LocalDay today)
{
    TRY(xlsx::check_value(cell));
    const std::string text{settled_text(cell.text)};
    if (text.empty())
        return text;
    if (auto problems = text_problems(name_of(column), text, limit_of(column)); !problems.empty())
        return fail(ErrorKind::invalid, problems.front().code, problems.front().text);
    switch (column) {
    case LedgerColumn::since:
    case LedgerColumn::bought_on:
    case LedgerColumn::warranty_ends_on: {
        TRY_ASSIGN(const LocalDay day, xlsx::day_in(cell, dates, today));
        return to_text(day);
    }
    case LedgerColumn::row_id:
    case LedgerColumn::number:
    case LedgerColumn::site_number:
    case LedgerColumn::serial:
    case LedgerColumn::address:
        return narrow(text);
    default:
        return text;
    }
}

class LedgerReader {
public:
    LedgerReader(LocalDay today, std::span<const ColumnChoice> said)
        : today_{today}
        , words_{heading_words(said)}
    {
    }

    Result<void> take(const xlsx::Row& row, xlsx::DateSystem dates)
    {
        if (columns_.empty()) {
            auto columns = row.number <= deepest_heading ? placed_columns(row, words_) : PlacedColumns{};
            if (heads_a_ledger(columns)) {
                columns_ = std::move(columns);
                headings_ = headings_in(row);
                sampled_ = false;
            } else if (row.number <= deepest_heading && headings_.empty()) {
                headings_ = headings_in(row);
                if (headings_.size() < fewest_unknown)
                    headings_.clear();
            } else {
                take_samples(row);
            }
            return {};
        }
        take_samples(row);
        if (std::ranges::none_of(columns_, [&](const auto& each) { return states(row.find(each.first)); }))
            return {};
        if (rows_.size() == most_rows) {
            return fail(ErrorKind::too_large, "import/too_many_rows",
                {"一度に取り込めるのは20,000行までです。分けて取り込んでください。",
                    "20,000 rows at most at once: split the file"});
        }
        rows_.push_back(read(row, dates));
        return {};
    }

    bool found() const { return !columns_.empty(); }
    bool may_be_a_list() const { return !headings_.empty(); }
    LedgerSheet sheet() && { return {std::move(headings_), found(), std::move(rows_)}; }

private:
    std::vector<Heading> headings_in(const xlsx::Row& row)
    {
        std::vector<Heading> headings;
        places_.clear();
        for (const xlsx::Cell& cell : row.cells) {
            const std::string text{settled_text(truncate(cell.text, longest_heading))};
            if (text.empty())
                continue;
            const auto meant = columns_.find(cell.at.column);
            std::string column = xlsx::to_text({1, cell.at.column});
            column.pop_back();
            headings.push_back({column, text, meant == columns_.end() ? std::nullopt : std::optional{meant->second}});
            places_.push_back(cell.at.column);
        }
        return headings;
    }

    void take_samples(const xlsx::Row& row)
    {
        if (sampled_ || headings_.empty())
            return;
        sampled_ = true;
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            if (const xlsx::Cell* cell = row.find(places_[i]))
                headings_[i].sample = truncate(cell->text, longest_sample);
        }
    }

    static bool states(const xlsx::Cell* cell)
    {
        return cell != nullptr && (cell->is_formula || !without_outer_blanks(cell->text).empty());
    }

    LedgerRow read(const xlsx::Row& row, xlsx::DateSystem dates) const
    {
        LedgerRow read{.row = row.number, .values = {}, .cells = {}, .problems = {}};
        for (const auto& [place, column] : columns_) {
            const std::string cell = xlsx::to_text({row.number, place});
            read.cells.emplace(column, cell);
            const xlsx::Cell* stated = row.find(place);
            auto value = stated == nullptr ? Result<std::string>{} : value_in(*stated, column, dates, today_);
            if (value)
                read.values.emplace(column, *std::move(value));
            else
                read.problems.push_back({column, cell, value.error().code, value.error().text});
        }
        return read;
    }

    LocalDay today_;
    HeadingWords words_;
    PlacedColumns columns_;
    std::vector<Heading> headings_;
    std::vector<int> places_; ///< of the headings
    bool sampled_ = false;
    std::vector<LedgerRow> rows_;
};

std::unexpected<Error> no_ledger_head()
{
    return fail(ErrorKind::invalid, "import/no_head",
        {"一覧の見出しが見つかりません。最初の30行のどれかに「機器ID」と「機種名」「拠点」などの見出しを置いてください"
         "。",
            "no row of headings: one of the first 30 rows names the columns, with the device id (機器ID), the model "
            "(機種名), the site (拠点) …"});
}

// A workbook's list is on the first sheet whose headings are understood, else on the first one that looks like a list.
Result<LedgerSheet> read_workbook(std::string_view bytes, LocalDay today, std::span<const ColumnChoice> said)
{
    TRY_ASSIGN(auto workbook, xlsx::Workbook::open(bytes));
    std::optional<LedgerSheet> likely;
    for (const xlsx::SheetInfo& info : workbook.sheets()) {
        if (info.visibility != xlsx::Visibility::visible)
            continue;
        LedgerReader reader{today, said};
        TRY(workbook.each_row(
            info, [&](xlsx::Row&& row) -> Result<void> { return reader.take(row, workbook.date_system()); }));
        if (reader.found())
            return std::move(reader).sheet();
        if (reader.may_be_a_list() && !likely)
            likely = std::move(reader).sheet();
    }
    if (likely)
        return *std::move(likely);
    return no_ledger_head();
}

Result<LedgerSheet> read_csv(std::string_view bytes, LocalDay today, std::span<const ColumnChoice> said)
{
    TRY_ASSIGN(const auto rows, csv_rows(bytes));
    LedgerReader reader{today, said};
    for (const xlsx::Row& row : rows)
        TRY(reader.take(row, xlsx::DateSystem::from_1900));
    if (!reader.found() && !reader.may_be_a_list())
        return no_ledger_head();
    return std::move(reader).sheet();
}

}

Result<LedgerSheet> read_ledger_sheet(std::string_view bytes, LocalDay today, std::span<const ColumnChoice> said)
{
    return is_workbook(bytes) ? read_workbook(bytes, today, said) : read_csv(bytes, today, said);
}

Result<std::vector<LedgerRow>> read_ledger(std::string_view bytes, LocalDay today)
{
    TRY_ASSIGN(auto sheet, read_ledger_sheet(bytes, today, {}));
    if (!sheet.found)
        return no_ledger_head();
    return std::move(sheet.rows);
}

}
