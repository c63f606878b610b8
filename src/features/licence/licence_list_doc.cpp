#include "features/licence/licence_list_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::licence {
namespace {

const xlsx::LedgerColumn columns[] = {
    {{"番号", "Number"}, 8, true, true},
    {{"ソフトウェア", "Software"}, 28},
    {{"版", "Edition"}, 14},
    {{"権利者", "Publisher"}, 20},
    {{"使用者", "Licensee"}, 18},
    {{"種類", "Kind"}, 12},
    {{"数量", "Quantity"}, 9, true, true},
    {{"取得日", "Obtained on"}, 12},
    {{"有効期限", "Valid until"}, 12},
    {{"状態", "State"}, 10},
    {{"終了日", "Ended on"}, 12},
    {{"終了の理由", "Why it ended"}, 24},
    {{"費用の負担", "Cost borne by"}, 14},
    {{"負担する者", "Who bears it"}, 18},
    {{"市が合意した理由", "Why the city agreed"}, 24},
    {{"用途", "What it is for"}, 30},
    {{"作業依頼", "Work request"}, 14},
    {{"証書の保管場所", "Certificate kept at"}, 20},
    {{"備考", "Note"}, 28},
    {{"行ID", "Row id"}, 38},
};

std::string text_of(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

Result<void> add_row(xlsx::Writer& writer, const Licence& licence, Language language, LocalDay today)
{
    const Terms& terms = licence.terms;
    const auto end = end_of(licence, today);
    const std::string kind = in(language, label(terms.kind));
    const std::string obtained = to_text(terms.obtained_on);
    const std::string until = text_of(terms.valid_until);
    const std::string state = in(language, label(state_of(licence, today)));
    const std::string ended_on = end ? to_text(end->on) : "";
    const std::string ended_because = end ? in(language, end->reason) : "";
    const std::string payer = in(language, label(terms.cost.payer));
    const std::string row_id = licence.contract_id.text + "/" + licence.id.text;
    const std::array<xlsx::Value, std::size(columns)> row{static_cast<double>(licence.number), terms.software,
        terms.edition, terms.publisher, terms.licensee, kind, static_cast<double>(terms.quantity), obtained, until,
        state, ended_on, ended_because, payer, terms.cost.name, terms.cost.reason, terms.purpose,
        licence.request_number, terms.certificate_place, terms.note, row_id};
    return writer.add(row);
}

}

Result<std::string> licence_workbook(const std::vector<Licence>& licences, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(
            language, {"ライセンス台帳", "Licences"}, {"ライセンス台帳", "Register of licences"}, columns, now)));
    for (const Licence& licence : licences)
        TRY(add_row(writer, licence, language, day_of(now)));
    return writer.finish();
}

}
