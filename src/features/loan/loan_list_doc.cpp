#include "features/loan/loan_list_doc.hpp"

#include "core/in_language.hpp"
#include "features/loan/loan_words.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::loan {
namespace {

const xlsx::LedgerColumn columns[] = {
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
    {{"機器・媒体", "Unit or medium"}, 16},
    {{"備考", "Note"}, 28},
};

std::string text_of(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

}

Result<std::string> loan_workbook(
    const std::vector<Loan>& loans, const std::map<LoanId, Linked>& linked, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(
            xlsx::ledger_layout(language, {"貸与品台帳", "Loans"}, {"貸与品台帳", "Ledger of loans"}, columns, now)));
    const Linked none;
    for (const Loan& loan : loans) {
        const auto found = linked.find(loan.id);
        const Linked& leads_to = found == linked.end() ? none : found->second;
        const std::array<std::string, std::size(columns)> texts{loan.number, in(language, label(loan.kind)), loan.title,
            loan.lent_by, loan.lent_to, loan.holder, loan.storage_place, to_text(loan.lent_on), text_of(loan.due_back),
            text_of(loan.returned_on), loan.returned_to, in(language, label(loan.state)), text_of(loan.checked_on),
            text_of(loan.next_check_on),
            leads_to.device_number.empty() ? leads_to.medium_label : leads_to.device_number, loan.note};
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
