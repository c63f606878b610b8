#include "features/licence/event_words.hpp"

namespace hoshuban::licence {

audit::Words event_words()
{
    return {
        {
            {"licence.entered", {"ライセンスを登録", "Licence entered"}},
            {"licence.corrected", {"ライセンスの記入を変更", "Licence corrected"}},
            {"licence.ended", {"ライセンスの終了を記録", "End of a licence recorded"}},
            {"licence.resumed", {"ライセンスの終了を取り消し", "End of a licence taken back"}},
            {"licence.file_attached", {"ライセンスの資料を添付", "File attached to a licence"}},
            {"licence.exported", {"ライセンス台帳を書き出し", "Register of licences exported"}},
        },
        {
            {"licence.number", {"番号", "Number"}},
            {"licence.software", {"ソフトウェア", "Software"}},
            {"licence.edition", {"版", "Edition"}},
            {"licence.publisher", {"権利者", "Publisher"}},
            {"licence.licensee", {"使用者", "Licensee"}},
            {"licence.kind", {"種類", "Kind"}},
            {"licence.quantity", {"数量", "Quantity"}},
            {"licence.obtained_on", {"取得日", "Obtained on"}},
            {"licence.valid_until", {"有効期限", "Valid until"}},
            {"licence.payer", {"費用の負担", "Cost borne by"}},
            {"licence.payer_name", {"負担する者", "Who bears it"}},
            {"licence.payer_reason", {"市が合意した理由", "Why the city agreed"}},
            {"licence.purpose", {"用途", "What it is for"}},
            {"licence.request", {"作業依頼", "Work request"}},
            {"licence.certificate_place", {"証書の保管場所", "Certificate kept at"}},
            {"licence.licence_note", {"備考", "Note"}},
            {"licence.ended_on", {"終了日", "Ended on"}},
            {"licence.ended_because", {"終了の理由", "Why it ended"}},
            {"licence.name", {"ファイル名", "File name"}},
            {"licence.sha256", {"内容のハッシュ", "Hash of the content"}},
        },
    };
}

}
