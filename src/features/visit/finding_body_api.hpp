#pragma once
#include "features/visit/finding.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::visit {

/// `open`: only what waits for something; `state` alone asks for one state.
struct FindingQuery {
    bool open = false;
    std::optional<FindingState> state = {};
    std::optional<FindingKind> kind = {};
    std::optional<std::string> site = {};
    std::optional<std::string> visit = {};
    std::optional<LocalDay> from = {};
    std::optional<LocalDay> until = {};
    std::optional<std::string> cursor = {};
    int limit = 100;
};

inline auto describe(const FindingQuery*)
{
    using Q = FindingQuery;
    return json::object<Q>("FindingQuery",
        json::field("open", &Q::open, {"終わっていないもの", "Only open ones"}, json::defaulted()),
        json::field("state", &Q::state, {"状態", "State"}), json::field("kind", &Q::kind, {"区分", "Kind"}),
        json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)),
        json::field("visit", &Q::visit, {"訪問", "Visit"}, json::length(0, 100)),
        json::field("from", &Q::from, {"期間の初日", "First day"}),
        json::field("until", &Q::until, {"期間の末日", "Last day"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

/// A question has an answer or a promised day, nothing else has either.
struct EnterFinding {
    FindingKind kind = FindingKind::condition;
    std::string text = {};
    std::string told_by = {};
    LocalDay found_on = {};
    std::string answer = {};
    std::optional<LocalDay> promised_on = {};
};

inline auto describe(const EnterFinding*)
{
    using B = EnterFinding;
    return json::object<B>("EnterFinding", json::field("kind", &B::kind, {"区分", "Kind"}),
        json::field("text", &B::text, {"内容", "What"}, json::length(1, 2000)),
        json::field("told_by", &B::told_by, {"申し出た人", "Who said so"}, json::length(1, 200)),
        json::field("found_on", &B::found_on, {"日", "Day"}),
        json::field("answer", &B::answer, {"その場の回答", "Answer on site"}, json::length(0, 2000), json::defaulted()),
        json::field("promised_on", &B::promised_on, {"回答予定日", "Reply promised by"}));
}

/// What the contractor wrote, as a whole; an act without its day is left out.
struct CorrectFinding {
    FindingKind kind = FindingKind::condition;
    std::string text = {};
    std::string told_by = {};
    LocalDay found_on = {};
    std::string answer = {};
    std::optional<LocalDay> promised_on = {};
    std::optional<LocalDay> replied_on = {};
    std::string reply = {};
    std::string replied_to = {};
    std::optional<LocalDay> reported_on = {};
    std::string reported_by = {};
    std::optional<LocalDay> done_on = {};
    std::string done = {};
    std::string reason = {};
};

inline auto describe(const CorrectFinding*)
{
    using B = CorrectFinding;
    return json::object<B>("CorrectFinding", json::field("kind", &B::kind, {"区分", "Kind"}),
        json::field("text", &B::text, {"内容", "What"}, json::length(1, 2000)),
        json::field("told_by", &B::told_by, {"申し出た人", "Who said so"}, json::length(1, 200)),
        json::field("found_on", &B::found_on, {"日", "Day"}),
        json::field("answer", &B::answer, {"その場の回答", "Answer on site"}, json::length(0, 2000), json::defaulted()),
        json::field("promised_on", &B::promised_on, {"回答予定日", "Reply promised by"}),
        json::field("replied_on", &B::replied_on, {"回答日", "Replied on"}),
        json::field("reply", &B::reply, {"回答", "Reply"}, json::length(0, 2000), json::defaulted()),
        json::field(
            "replied_to", &B::replied_to, {"回答した相手", "Replied to"}, json::length(0, 200), json::defaulted()),
        json::field("reported_on", &B::reported_on, {"市に報告した日", "Reported on"}),
        json::field(
            "reported_by", &B::reported_by, {"報告した人", "Reported by"}, json::length(0, 200), json::defaulted()),
        json::field("done_on", &B::done_on, {"対応した日", "Done on"}),
        json::field("done", &B::done, {"対応の内容", "What was done"}, json::length(0, 2000), json::defaulted()),
        json::field("reason", &B::reason, {"訂正の理由", "Reason of the correction"}, json::length(1, 1000)));
}

struct ReplyToQuestion {
    LocalDay replied_on = {};
    std::string reply = {};
    std::string replied_to = {};
};

inline auto describe(const ReplyToQuestion*)
{
    using B = ReplyToQuestion;
    return json::object<B>("ReplyToQuestion", json::field("replied_on", &B::replied_on, {"回答日", "Replied on"}),
        json::field("reply", &B::reply, {"回答", "Reply"}, json::length(1, 2000)),
        json::field("replied_to", &B::replied_to, {"回答した相手", "Replied to"}, json::length(1, 200)));
}

struct ReportFinding {
    LocalDay reported_on = {};
    std::string reported_by = {};
};

inline auto describe(const ReportFinding*)
{
    using B = ReportFinding;
    return json::object<B>("ReportFinding",
        json::field("reported_on", &B::reported_on, {"市に報告した日", "Reported on"}),
        json::field("reported_by", &B::reported_by, {"報告した人", "Reported by"}, json::length(1, 200)));
}

struct InstructFinding {
    LocalDay instructed_on = {};
    std::string instruction = {};
    bool asks = false;
};

inline auto describe(const InstructFinding*)
{
    using B = InstructFinding;
    return json::object<B>("InstructFinding",
        json::field("instructed_on", &B::instructed_on, {"指示した日", "Instructed on"}),
        json::field("instruction", &B::instruction, {"市の指示", "Instruction of the city"}, json::length(1, 2000)),
        json::field("asks", &B::asks, {"対応を求める", "Asks for something"}));
}

struct InstructFindingAnew {
    LocalDay instructed_on = {};
    std::string instruction = {};
    bool asks = false;
    std::string reason = {};
};

inline auto describe(const InstructFindingAnew*)
{
    using B = InstructFindingAnew;
    return json::object<B>("InstructFindingAnew",
        json::field("instructed_on", &B::instructed_on, {"指示した日", "Instructed on"}),
        json::field("instruction", &B::instruction, {"市の指示", "Instruction of the city"}, json::length(1, 2000)),
        json::field("asks", &B::asks, {"対応を求める", "Asks for something"}),
        json::field("reason", &B::reason, {"訂正の理由", "Reason of the correction"}, json::length(1, 1000)));
}

struct FinishFinding {
    LocalDay done_on = {};
    std::string done = {};
};

inline auto describe(const FinishFinding*)
{
    using B = FinishFinding;
    return json::object<B>("FinishFinding", json::field("done_on", &B::done_on, {"対応した日", "Done on"}),
        json::field("done", &B::done, {"対応の内容", "What was done"}, json::length(1, 2000)));
}

struct TakeFindingBack {
    std::string reason = {};
};

inline auto describe(const TakeFindingBack*)
{
    using B = TakeFindingBack;
    return json::object<B>(
        "TakeFindingBack", json::field("reason", &B::reason, {"取消の理由", "Reason"}, json::length(1, 1000)));
}

}
