#include "features/site/site_list_doc.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "formats/list_file.hpp"
#include "formats/xlsx_ledger.hpp"
#include "formats/xlsx_list.hpp"
#include "formats/xlsx_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace hoshuban::site {
namespace {

constexpr int deepest_site_heading = 30;
constexpr std::size_t most_sites = 2'000;
constexpr std::size_t longest_site_word = 1'000;
constexpr std::size_t longest_site_heading = 40;
constexpr std::size_t longest_site_sample = 60;
constexpr std::size_t fewest_site_headings = 2;

constexpr std::pair<SiteColumn, const char*> other_site_words[] = {
    {SiteColumn::number, "番号"},
    {SiteColumn::number, "No"},
    {SiteColumn::number, "No."},
    {SiteColumn::number, "拠点No."},
    {SiteColumn::number, "設置拠点番号"},
    {SiteColumn::name, "拠点名"},
    {SiteColumn::name, "設置拠点"},
    {SiteColumn::name, "名称"},
    {SiteColumn::address, "住所"},
    {SiteColumn::departments, "入居部署"},
    {SiteColumn::departments, "所属"},
    {SiteColumn::departments, "課"},
    {SiteColumn::aliases, "ほかの名前"},
    {SiteColumn::excluded, "市が管理"},
    {SiteColumn::state, "開設・閉鎖"},
};

using SiteWords = std::map<std::string, std::optional<SiteColumn>, std::less<>>;

SiteWords site_words(std::span<const HeadingChoice> said)
{
    SiteWords words;
    for (const HeadingChoice& each : said)
        words.emplace(fold(each.heading), each.column);
    for (const auto& [column, name] : names_of(static_cast<const SiteColumn*>(nullptr))) {
        words.emplace(fold(label_of(column).ja), column);
        words.emplace(fold(label_of(column).en), column);
    }
    for (const auto& [column, word] : other_site_words)
        words.emplace(fold(word), column);
    return words;
}

std::string column_letters(int column)
{
    std::string text = xlsx::to_text({1, column});
    text.pop_back();
    return text;
}

class SiteReader {
public:
    explicit SiteReader(const SiteWords& words)
        : words_{words}
    {
    }

    Result<void> take(const xlsx::Row& row)
    {
        if (!sheet_.found)
            return take_head(row);
        sample(row);
        SiteRow read{.row = row.number, .values = {}, .cells = {}, .problems = {}};
        bool states = false;
        for (const auto& [place, column] : columns_) {
            const xlsx::Cell* cell = row.find(place);
            states = states || (cell != nullptr && !without_outer_blanks(cell->text).empty());
            put(read, column, xlsx::to_text({row.number, place}), cell);
        }
        if (!states)
            return {};
        if (sheet_.rows.size() == most_sites) {
            return fail(ErrorKind::too_large, "import/too_many_rows",
                {"一度に取り込める拠点は2,000行までです。", "2,000 rows of sites at most at once"});
        }
        sheet_.rows.push_back(std::move(read));
        return {};
    }

    bool may_be_a_list() const { return !sheet_.headings.empty(); }
    const SiteSheet& sheet() const { return sheet_; }

private:
    Result<void> take_head(const xlsx::Row& row)
    {
        if (row.number > deepest_site_heading) {
            sample(row);
            return {};
        }
        std::map<int, SiteColumn> columns;
        std::vector<Heading> headings;
        std::vector<int> places;
        for (const xlsx::Cell& cell : row.cells) {
            const std::string text = settled_text(truncate(cell.text, longest_site_heading));
            if (text.empty())
                continue;
            headings.push_back({.column = column_letters(cell.at.column), .text = text, .means = {}, .sample = {}});
            places.push_back(cell.at.column);
            const auto word = words_.find(fold(text));
            if (word == words_.end() || !word->second)
                continue;
            const bool fresh =
                std::ranges::none_of(columns, [&](const auto& each) { return each.second == *word->second; });
            if (!fresh)
                continue;
            columns.emplace(cell.at.column, *word->second);
            headings.back().means = word->second;
        }
        const bool numbered =
            std::ranges::any_of(columns, [](const auto& each) { return each.second == SiteColumn::number; });
        const bool heads = numbered && columns.size() >= fewest_site_headings;
        if (heads || (sheet_.headings.empty() && headings.size() >= fewest_site_headings)) {
            sheet_.headings = std::move(headings);
            places_ = std::move(places);
            sampled_ = false;
        } else {
            sample(row);
        }
        if (heads) {
            columns_ = std::move(columns);
            sheet_.found = true;
        }
        return {};
    }

    void sample(const xlsx::Row& row)
    {
        if (sampled_ || sheet_.headings.empty())
            return;
        sampled_ = true;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (const xlsx::Cell* cell = row.find(places_[i]))
                sheet_.headings[i].sample = truncate(cell->text, longest_site_sample);
        }
    }

    static void put(SiteRow& read, SiteColumn column, const std::string& at, const xlsx::Cell* cell)
    {
        read.cells.emplace(column, at);
        if (cell == nullptr) {
            read.values.emplace(column, "");
            return;
        }
        if (const auto valid = xlsx::check_value(*cell); !valid) {
            read.problems.push_back({column, at, valid.error().code, valid.error().text});
            return;
        }
        std::string text = settled_text(cell->text);
        const auto problems = text_problems(name_of(column), text, longest_site_word);
        if (!problems.empty())
            read.problems.push_back({column, at, problems.front().code, problems.front().text});
        else
            read.values.emplace(column, column == SiteColumn::number ? narrow(text) : std::move(text));
    }

    const SiteWords& words_;
    std::map<int, SiteColumn> columns_;
    std::vector<int> places_; ///< of the headings
    bool sampled_ = false;
    SiteSheet sheet_;
};

std::unexpected<Error> no_site_head()
{
    return fail(ErrorKind::invalid, "import/no_head",
        {"一覧の見出しが見つかりません。最初の30行のどれかに「拠点番号」と「拠点」「所在地」などの見出しを置いてくださ"
         "い。",
            "no row of headings: one of the first 30 rows names the columns, with the site number (拠点番号), the "
            "site (拠点), the address (所在地) …"});
}

// A workbook's list is on the first sheet whose headings are understood, else on the first that looks like a list.
Result<SiteSheet> read_site_workbook(std::string_view bytes, const SiteWords& words)
{
    TRY_ASSIGN(auto workbook, xlsx::Workbook::open(bytes));
    std::optional<SiteSheet> likely;
    for (const xlsx::SheetInfo& info : workbook.sheets()) {
        if (info.visibility != xlsx::Visibility::visible)
            continue;
        SiteReader reader{words};
        TRY(workbook.each_row(info, [&](xlsx::Row&& row) -> Result<void> { return reader.take(row); }));
        if (reader.sheet().found)
            return reader.sheet();
        if (reader.may_be_a_list() && !likely)
            likely = reader.sheet();
    }
    if (!likely)
        return no_site_head();
    return *std::move(likely);
}

const xlsx::LedgerColumn site_columns[] = {
    {{"拠点番号", "Site number"}, 10},
    {{"拠点", "Site"}, 28},
    {{"所在地", "Address"}, 36},
    {{"部署", "Departments"}, 36},
    {{"備考", "Remarks"}, 24},
    {{"別名", "Other names"}, 24},
    {{"管理", "Kept by"}, 12},
    {{"状態", "State"}, 10},
};

}

Result<SiteSheet> read_site_list(std::string_view bytes, std::span<const HeadingChoice> said)
{
    const SiteWords words = site_words(said);
    if (is_workbook(bytes))
        return read_site_workbook(bytes, words);
    TRY_ASSIGN(const auto rows, csv_rows(bytes));
    SiteReader reader{words};
    for (const xlsx::Row& row : rows)
        TRY(reader.take(row));
    if (!reader.may_be_a_list())
        return no_site_head();
    return reader.sheet();
}

Result<std::string> site_workbook(std::span<const SiteFact> sites, Language language, Instant now)
{
    const Text title{"拠点一覧", "Sites"};
    TRY_ASSIGN(auto writer, xlsx::Writer::create(xlsx::ledger_layout(language, title, title, site_columns, now)));
    for (const SiteFact& site : sites) {
        std::vector<std::string> texts;
        for (const auto& [column, name] : names_of(static_cast<const SiteColumn*>(nullptr)))
            texts.push_back(text_of(site, column));
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
