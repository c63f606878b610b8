#include "features/media/media_list_doc.hpp"

#include "core/in_language.hpp"
#include "features/media/media_words.hpp"
#include "formats/xlsx_ledger.hpp"

#include <array>

namespace hoshuban::media {
namespace {

const xlsx::LedgerColumn columns[] = {
    {{"媒体番号", "Label"}, 14},
    {{"種類", "Kind"}, 12},
    {{"内容", "Content"}, 28},
    {{"目的", "Purpose"}, 28},
    {{"管理者", "Keeper"}, 14},
    {{"保管場所", "Place of storage"}, 20},
    {{"リカバリ", "Recovery"}, 8},
    {{"状態", "State"}, 10},
    {{"持っている人", "Holder"}, 14},
    {{"ウイルスチェック", "Virus check"}, 16},
    {{"チェック日時", "Checked at"}, 18},
    {{"最後の書込み", "Last written"}, 18},
    {{"最後の使用", "Last used"}, 18},
};

std::string minute(const std::optional<Instant>& at)
{
    if (!at)
        return {};
    std::string text = to_text_jst(*at).substr(0, 16);
    text[10] = ' ';
    return text;
}

}

Result<std::string> media_workbook(
    const std::vector<Medium>& media, bool check_required, Language language, Instant now)
{
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(
            language, {"外部媒体台帳", "Media"}, {"外部媒体台帳", "Register of media"}, columns, now)));
    for (const Medium& medium : media) {
        const std::array<std::string, std::size(columns)> texts{medium.label, in(language, label(medium.kind)),
            medium.name, medium.purpose, medium.keeper, medium.storage_place, medium.recovery ? "○" : "",
            in(language, label(medium.state)), medium.holder,
            in(language, label(check_state(medium, check_required, now))),
            minute(medium.check ? std::optional{medium.check->at} : std::nullopt), minute(medium.changed_at),
            minute(medium.used_at)};
        const std::vector<xlsx::Value> row(texts.begin(), texts.end());
        TRY(writer.add(row));
    }
    return writer.finish();
}

}
