#pragma once
#include "features/approval/decision.hpp"
#include "features/approval/register.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::approval {

/// A permission that somebody applies for by itself.
struct AskBody {
    std::string kind;
    std::string title;
    std::string reason;
    std::optional<WorkRequestId> request_id;
    std::vector<std::string> acts;
    std::vector<DeviceId> devices;
    std::optional<SiteId> site_id;
    std::string room;
    std::optional<Instant> from;
    std::optional<Instant> until;
};

inline auto describe(const AskBody*)
{
    using B = AskBody;
    return json::object<B>("NewApproval", json::field("kind", &B::kind, {"種類", "Kind"}, json::length(1, 80)),
        json::field("title", &B::title, {"件名", "Title"}, json::length(1, 200)),
        json::field("reason", &B::reason, {"理由・内容", "Reason"}, json::length(1, 5000)),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("acts", &B::acts, {"行為", "Acts"}, json::items(0, 50), json::defaulted()),
        json::field("devices", &B::devices, {"機器", "Devices"}, json::items(0, 2000), json::defaulted()),
        json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("room", &B::room, {"部屋", "Room"}, json::length(0, 200), json::defaulted()),
        json::field("from", &B::from, {"始まり", "From"}), json::field("until", &B::until, {"終わり", "Until"}));
}

struct DecideBody {
    Verdict verdict = Verdict::grant;
    std::string content_sha256;
    std::string opinion;
    std::string conditions;
};

inline auto describe(const DecideBody*)
{
    using B = DecideBody;
    return json::object<B>("ApprovalDecision", json::field("verdict", &B::verdict, {"判断", "Verdict"}),
        json::field("content_sha256", &B::content_sha256, {"見た内容のハッシュ", "Hash of the content that was seen"},
            json::length(0, 64), json::defaulted()),
        json::field("opinion", &B::opinion, {"意見", "Opinion"}, json::length(0, 2000), json::defaulted()),
        json::field("conditions", &B::conditions, {"条件", "Conditions"}, json::length(0, 2000), json::defaulted()));
}

struct WithdrawBody {
    std::string reason;
};

inline auto describe(const WithdrawBody*)
{
    return json::object<WithdrawBody>("ApprovalWithdrawal",
        json::field("reason", &WithdrawBody::reason, {"理由", "Reason"}, json::length(0, 2000), json::defaulted()));
}

/// For whom the rows of a list wait.
enum class WaitingFor { me, city, contractor };

constexpr auto names_of(const WaitingFor*)
{
    return std::to_array<Name<WaitingFor>>(
        {{WaitingFor::me, "me"}, {WaitingFor::city, "city"}, {WaitingFor::contractor, "contractor"}});
}

/// What of the caller's own a list shows: his applications, those of his side, or what he decided.
enum class Own { asked, side, decided };

constexpr auto names_of(const Own*)
{
    return std::to_array<Name<Own>>({{Own::asked, "asked"}, {Own::side, "side"}, {Own::decided, "decided"}});
}

struct ListQuery {
    std::vector<State> state;
    std::vector<std::string> kind;
    std::optional<WaitingFor> waiting;
    std::optional<Own> own;
    std::optional<LocalDay> on;
    std::optional<WorkRequestId> request;
    std::optional<SiteId> site;
    std::optional<std::string> q;
    std::optional<std::string> sort;
    std::optional<std::string> cursor;
    int limit = 50;
    bool total = false;
};

inline auto describe(const ListQuery*)
{
    using Q = ListQuery;
    return json::object<Q>("ApprovalListQuery", json::field("state", &Q::state, {"状態", "States"}, json::defaulted()),
        json::field("kind", &Q::kind, {"種類", "Kinds"}, json::items(0, 50), json::defaulted()),
        json::field("waiting", &Q::waiting, {"判断待ち", "Whose decision they wait for"}),
        json::field("own", &Q::own, {"自分のもの", "The caller's own"}),
        json::field("on", &Q::on, {"この日に有効", "In force on this day"}),
        json::field("request", &Q::request, {"作業依頼", "Work request"}),
        json::field("site", &Q::site, {"拠点", "Site"}),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 200)),
        json::field("sort", &Q::sort, {"並べ替え", "Order: a column, or -column for descending"}, json::length(0, 40)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 2000)),
        json::field("limit", &Q::limit, {"件数", "Rows"}, json::range(1, 500), json::defaulted()),
        json::field("total", &Q::total, {"総数も数える", "Count the total too"}, json::defaulted()));
}

}
