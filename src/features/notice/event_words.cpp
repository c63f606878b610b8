#include "features/notice/event_words.hpp"

namespace hoshuban::notice {

audit::Words event_words()
{
    return {
        {
            {"notice.choices_changed", {"通知の受け取り方を変更", "Choice of notices changed"}},
            {"mail.sent_again", {"メールの送り直しを指示", "Letter sent again"}},
            {"webhook.created", {"Webhookを登録", "Webhook added"}},
            {"webhook.changed", {"Webhookを変更", "Webhook changed"}},
            {"webhook.secret_renewed", {"Webhookの署名の鍵を更新", "Webhook's secret renewed"}},
            {"webhook.removed", {"Webhookを削除", "Webhook removed"}},
            {"webhook.disabled", {"Webhookを停止（送れないため）", "Webhook switched off after failures"}},
            {"webhook.sent_again", {"Webhookの送り直しを指示", "Webhook delivery sent again"}},
        },
        {
            {"webhook.name", {"名前", "Name"}},
            {"webhook.url", {"送り先", "Address"}},
            {"webhook.groups", {"種類", "Kinds"}},
            {"webhook.disabled", {"停止中", "Switched off"}},
            {"person.ways", {"受け取り方", "Ways"}},
            {"person.digest_at", {"まとめて送る時刻", "Time of the digest"}},
            {"person.urgent_always", {"急ぎは時間外も", "Urgent ones at any hour"}},
        },
    };
}

}
