#include "features/account/event_words.hpp"

namespace hoshuban::account {

audit::Words event_words()
{
    return {
        {
            {"session.started", {"ログイン", "Signed in"}},
            {"session.ended", {"ログアウト", "Signed out"}},
            {"session.refused", {"ログインを拒否", "Sign-in refused"}},
            {"installation.link_made", {"最初の管理者のリンクを作成", "Link for the first administrator made"}},
            {"person.created", {"利用者を登録", "Person added"}},
            {"person.changed", {"利用者を変更", "Person changed"}},
            {"person.link_made", {"利用者のリンクを作成", "Link for a person made"}},
            {"person.password_chosen", {"リンクでパスワードを設定", "Password chosen by a link"}},
            {"person.password_changed", {"パスワードを変更", "Password changed"}},
            {"person.password_refused", {"パスワードの変更を拒否", "Password change refused"}},
            {"membership.added", {"役割を付与", "Role given"}},
            {"membership.ended", {"役割を終了", "Role ended"}},
            {"token.created", {"APIトークンを作成", "API token made"}},
            {"token.revoked", {"APIトークンを取り消し", "API token revoked"}},
        },
        {
            {"person.login", {"利用者ID", "User ID"}},
            {"person.name", {"氏名", "Name"}},
            {"person.language", {"言語", "Language"}},
            {"person.mail", {"メールアドレス", "Mail address"}},
            {"person.administrator", {"管理者", "Administrator"}},
            {"person.disabled", {"停止中", "Disabled"}},
            {"person.person", {"利用者", "Person"}},
            {"person.role", {"役割", "Role"}},
            {"person.from", {"開始日", "From"}},
            {"person.to", {"終了日（この日から無効）", "To (over from this day on)"}},
            {"person.division", {"見られる主管課", "Owning division whose requests are seen"}},
            {"person.site_id", {"見られる拠点", "Site whose requests are seen"}},
            {"token.name", {"名前", "Name"}},
            {"token.role", {"役割", "Role"}},
            {"token.expires_at", {"期限", "Expires"}},
        },
    };
}

}
