#include "features/loan/loan_list_doc.hpp"

#include "features/loan/loan_words.hpp"
#include "formats/xlsx_writer.hpp"

#include <array>

namespace hoshuban::loan {
namespace {

struct Column {
    Text title;
    double width;
};

const Column columns[] = {
    {{"番号", "Number"}, 14},
    {{"種類", "Kind"}, 16},
    {{"品名", "Thing"}, 28},
    {{"貸与者", "Lent by"}, 18},
    {{"貸与先", "Lent to"}, 18},
    {{"保管者", "Holder"}, 14},
    {{"保管場所", "Place of storage"}, 20},
    {{"貸与日", "Lent on"}, 12},
    {{"返却期限", "Due back"}, 12},
    {{"返却日", "Returned on"}, 12},
    {{"返却先", "Returned to"}, 14},
    {{"状態", "State"}, 10},
    {{"保管確認日", "Storage checked"}, 12},
    {{"次の保管確認", "Next check"}, 12},
    {{"備考", "Note"}, 28},
};

std::string in(Language language, const Text& text)
{
    return language == Language::ja ? text.ja : text.en;
}

std::string text_of(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

xlsx::SheetLayout layout_of(Language language, Instant now)
{
    xlsx::SheetLayout layout{.name = in(language, {"貸与品台帳", "Loans"}),
        .title = in(language, {"貸与品台帳", "Ledger of loans"}),
        .columns = {},
        .headings = {},
        .frozen_columns = 1,
        .page = {.header = "&R&P/&N", .repeat_from = 1},
        .created = now};
    int number = 0;
    for (const Column& column : columns) {
        layout.columns.push_back({column.width, {.wrap = true, .border = true}});
        layout.headings.push_back({.row = 1,
            .column = ++number,
            .text = in(language, column.title),
            .style = {.bold = true, .wrap = true, .border = true, .shaded = true, .align = xlsx::Align::center}});
    }
    return layout;
}

}

Result<std::string> loan_workbook(const std::vector<Loan>& loans, Language language, Instant now)
{
    TRY_ASSIGN(auto writer, xlsx::Writer::create(layout_of(language, now)));
    for (const Loan& loan : loans) {
        const std::array<std::string, std::size(columns)> texts{loan.number, in(language, label(loan.kind)), loan.title,
            loan.lent_by, loan.lent_to, loan.holder, loan.storage_place, to_text(loan.lent_on), text_of(loan.due_back),
            text_of(loan.returned_on), loan.returned_to, in(language, label(loan.state)), text_of(loan.checked_on),
            text_of(loan.next_check_on), loan.note};
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
