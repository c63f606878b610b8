#include "features/people/roster_sheet_doc.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"
#include "features/people/chart.hpp"
#include "formats/xlsx_reader.hpp"
#include "formats/xlsx_writer.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hoshuban::people {
namespace {

constexpr int heading_rows = 3;
constexpr int head_within = 10;
constexpr int most_rows = 500;
constexpr std::size_t most_characters = 500;

double width_of(RosterField field)
{
    switch (field) {
    case RosterField::work:
    case RosterField::assets:
        return 34;
    case RosterField::company:
    case RosterField::duties:
        return 24;
    case RosterField::subcontractor:
        return 8;
    default:
        return 16;
    }
}

xlsx::SheetLayout layout_of(const std::vector<ReportField>& columns, const SheetTerms& terms, Instant now)
{
    const std::string& title = terms.profile.staff.roster.ja;
    const int count = static_cast<int>(columns.size());
    xlsx::SheetLayout layout{.name = "従事者名簿", .title = title, .columns = {}, .headings = {}, .created = now};
    layout.heading_rows = heading_rows;
    layout.page = {.header = "&R&P/&N", .footer = "", .repeat_from = heading_rows};
    layout.headings.push_back({.row = 1,
        .column = 1,
        .columns = count,
        .text = title,
        .style = {.bold = true, .align = xlsx::Align::center, .font_size = 14}});
    layout.headings.push_back({.row = 2,
        .column = 1,
        .columns = count,
        .text = fmt::format("{}　{}現在", terms.profile.title, print_day(terms.day, DayStyle::wareki)),
        .style = {.align = xlsx::Align::right}});
    for (int i = 0; i < count; ++i) {
        const auto& column = columns[static_cast<std::size_t>(i)];
        layout.columns.push_back({width_of(column.field), {.wrap = true, .border = true}});
        layout.headings.push_back({.row = heading_rows,
            .column = i + 1,
            .text = column.label.ja,
            .style = {.bold = true, .wrap = true, .border = true, .shaded = true, .align = xlsx::Align::center}});
    }
    return layout;
}

/// Which column of the sheet holds which field.
using Columns = std::map<int, RosterField>;

std::map<std::string, RosterField> labels_of(const contract::Profile& profile)
{
    std::map<std::string, RosterField> labels;
    const auto add = [&](const Text& label, RosterField field) {
        labels.emplace(fold(label.ja), field);
        labels.emplace(fold(label.en), field);
    };
    for (const auto& column : roster_columns(profile))
        add(column.label, column.field);
    for (const auto& [field, name] : names_of(static_cast<const RosterField*>(nullptr)))
        add(default_label(field), field);
    labels.emplace(fold("会社名"), RosterField::company);
    labels.emplace(fold("フリガナ"), RosterField::kana);
    return labels;
}

Columns columns_of(const xlsx::Row& row, const std::map<std::string, RosterField>& labels)
{
    Columns columns;
    for (const xlsx::Cell& cell : row.cells) {
        if (const auto found = labels.find(fold(cell.text)); found != labels.end())
            columns.emplace(cell.at.column, found->second);
    }
    return columns;
}

bool has(const Columns& columns, RosterField field)
{
    return std::ranges::any_of(columns, [&](const auto& column) { return column.second == field; });
}

std::unexpected<Error> no_head()
{
    return fail(ErrorKind::invalid, "people/no_head",
        {"名簿の見出しが見つかりません。最初の10行のどれかに「氏名」「所属」「作業内容」「取り扱う情報資産」の"
         "見出しを置いてください。",
            "no head row: name the columns for name, affiliation, work and information assets in one of the first ten "
            "rows"});
}

/// Reads the cells of one row.
class RowReader {
public:
    RowReader(const contract::Profile& profile, LocalDay today, ImportedRow& row)
        : profile_{profile}
        , today_{today}
        , row_{row}
    {
    }

    void take(RosterField field, const xlsx::Cell& cell)
    {
        row_.stated.insert(field);
        const std::string text{trimmed(cell.text)};
        if (count_characters(text) > most_characters)
            return refuse(cell, "people/too_long", {"500文字までにしてください。", "write 500 characters at most"});
        switch (field) {
        case RosterField::duties:
            return take_duties(cell, text);
        case RosterField::subcontractor:
            row_.entry.subcontractor = !text.empty() && text != "×" && text != "-" && text != "0";
            return;
        case RosterField::from:
            return take_day(cell, text);
        case RosterField::to:
            return;
        default:
            text_of(field) = text;
        }
    }

private:
    static std::string_view trimmed(std::string_view text)
    {
        constexpr std::string_view blanks = " \t\r\n";
        const auto first = text.find_first_not_of(blanks);
        if (first == std::string_view::npos)
            return {};
        return text.substr(first, text.find_last_not_of(blanks) - first + 1);
    }

    std::string& text_of(RosterField field)
    {
        switch (field) {
        case RosterField::company:
            return row_.entry.company;
        case RosterField::kana:
            return row_.entry.kana;
        case RosterField::work:
            return row_.entry.work;
        case RosterField::assets:
            return row_.entry.assets;
        case RosterField::contact:
            return row_.entry.contact;
        default:
            return row_.entry.name;
        }
    }

    void refuse(const xlsx::Cell& cell, std::string code, Text text)
    {
        row_.problems.push_back({xlsx::to_text(cell.at), std::move(code), std::move(text)});
    }

    // A duty is a word of the contract within the cell.
    void take_duties(const xlsx::Cell& cell, const std::string& text)
    {
        for (const auto& [duty, name] : names_of(static_cast<const StaffDuty*>(nullptr))) {
            const Text label = duty_label(profile_, duty);
            const bool named = fold(text).find(fold(label.ja)) != std::string::npos ||
                fold(text).find(fold(label.en)) != std::string::npos;
            if (named)
                row_.entry.duties.push_back(duty);
        }
        const bool worker = fold(text).find(fold("従事者")) != std::string::npos;
        if (row_.entry.duties.empty() && !text.empty() && !worker)
            refuse(cell, "people/unknown_duty",
                {fmt::format("「{}」という役割はありません。{}、{}などの契約の役割を書くか、空けてください。", text,
                     duty_label(profile_, StaffDuty::responsible).ja,
                     duty_label(profile_, StaffDuty::security_officer).ja),
                    fmt::format(
                        "there is no duty \"{}\": write one of the contract's, or leave the cell empty", text)});
    }

    void take_day(const xlsx::Cell& cell, const std::string& text)
    {
        if (text.empty())
            return;
        const auto read = parse_written_day(text, today_);
        if (read)
            row_.from = read->day;
        else
            refuse(cell, read.error().code, read.error().text);
    }

    const contract::Profile& profile_;
    LocalDay today_;
    ImportedRow& row_;
};

void require_texts(ImportedRow& row, const Columns& columns)
{
    const std::pair<RosterField, const std::string*> wanted[] = {{RosterField::name, &row.entry.name},
        {RosterField::company, &row.entry.company}, {RosterField::work, &row.entry.work},
        {RosterField::assets, &row.entry.assets}};
    for (const auto& [field, text] : wanted) {
        if (!text->empty())
            continue;
        const auto column = std::ranges::find_if(columns, [&](const auto& each) { return each.second == field; });
        const Text label = default_label(field);
        row.problems.push_back({xlsx::to_text({row.row, column->first}), "people/empty",
            {label.ja + "を書いてください。", "write the " + label.en}});
    }
}

ImportedRow row_of(const xlsx::Row& cells, const Columns& columns, const contract::Profile& profile, LocalDay today)
{
    ImportedRow row;
    row.row = cells.number;
    RowReader reader{profile, today, row};
    for (const auto& [column, field] : columns) {
        const xlsx::Cell* cell = cells.find(column);
        reader.take(field, cell == nullptr ? xlsx::Cell{.at = {cells.number, column}} : *cell);
        if (field == RosterField::name)
            row.name_cell = xlsx::to_text({cells.number, column});
    }
    require_texts(row, columns);
    return row;
}

}

Result<std::string> roster_xlsx(std::span<const Worker> roster, const SheetTerms& terms, Instant now)
{
    auto columns = roster_columns(terms.profile);
    if (!terms.contacts)
        std::erase_if(columns, [](const auto& column) { return column.field == RosterField::contact; });
    TRY_ASSIGN(auto writer, xlsx::Writer::create(layout_of(columns, terms, now)));
    for (const Worker& worker : roster) {
        const RosterChange* now_in_force = in_force_on(worker, terms.day);
        if (now_in_force == nullptr)
            continue;
        std::vector<std::string> texts;
        for (const auto& column : columns)
            texts.push_back(printed(terms.profile, column.field, now_in_force->entry, stay_on(worker, terms.day)));
        std::vector<xlsx::Value> values;
        for (const std::string& text : texts)
            values.emplace_back(std::string_view{text});
        TRY(writer.add(values));
    }
    return writer.finish();
}

Result<std::vector<ImportedRow>> read_roster(std::string_view bytes, const contract::Profile& profile, LocalDay today)
{
    TRY_ASSIGN(auto workbook, xlsx::Workbook::open(bytes));
    const auto shown = std::ranges::find(workbook.sheets(), xlsx::Visibility::visible, &xlsx::SheetInfo::visibility);
    if (shown == workbook.sheets().end())
        return no_head();
    TRY_ASSIGN(const auto sheet, workbook.read(*shown));
    const auto labels = labels_of(profile);
    Columns columns;
    std::vector<ImportedRow> rows;
    for (const xlsx::Row& cells : sheet.rows) {
        if (columns.empty()) {
            if (cells.number > head_within)
                return no_head();
            Columns found = columns_of(cells, labels);
            const bool is_head = has(found, RosterField::name) && has(found, RosterField::company) &&
                has(found, RosterField::work) && has(found, RosterField::assets);
            if (is_head)
                columns = std::move(found);
            continue;
        }
        const bool filled =
            std::ranges::any_of(columns, [&](const auto& column) { return cells.find(column.first) != nullptr; });
        if (filled)
            rows.push_back(row_of(cells, columns, profile, today));
        if (static_cast<int>(rows.size()) > most_rows) {
            return fail(ErrorKind::too_large, "people/too_many_rows",
                {"一度に取り込めるのは500人までです。分けて取り込んでください。",
                    "500 people at most at once: split the file"});
        }
    }
    if (columns.empty())
        return no_head();
    return rows;
}

}
