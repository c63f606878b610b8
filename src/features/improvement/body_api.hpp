#pragma once
#include "features/improvement/improvement.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::improvement {

/// `open`: only what waits for something; `state` alone asks for one state.
struct ImprovementQuery {
    bool open = false;
    std::optional<State> state = {};
    std::optional<Ground> ground = {};
    std::optional<std::string> of = {};
    std::optional<std::string> cursor = {};
    int limit = 100;
};

inline auto describe(const ImprovementQuery*)
{
    using Q = ImprovementQuery;
    return json::object<Q>("ImprovementQuery",
        json::field("open", &Q::open, {"終わっていないもの", "Only open ones"}, json::defaulted()),
        json::field("state", &Q::state, {"状態", "State"}), json::field("ground", &Q::ground, {"対象", "About"}),
        json::field("of", &Q::of, {"対象のID", "Id of what it is about"}, json::length(0, 300)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

/// What of the trend a proposal begins with.
struct GroundQuery {
    Ground ground = Ground::other;
    std::string of = {};
    std::string device_class = {};
    std::optional<LocalDay> on = {}; ///< today unless it is given
    int months = 12;
};

inline auto describe(const GroundQuery*)
{
    using Q = GroundQuery;
    return json::object<Q>("ImprovementGround", json::field("ground", &Q::ground, {"対象", "About"}),
        json::field("of", &Q::of, {"対象のID", "Id of what it is about"}, json::length(0, 300), json::defaulted()),
        json::field("class", &Q::device_class, {"機器の区分", "Class"}, json::length(0, 60), json::defaulted()),
        json::field("on", &Q::on, {"基準日", "As of"}),
        json::field("months", &Q::months, {"さかのぼる月数", "Months back"}, json::range(1, 60), json::defaulted()));
}

struct PlanBody {
    std::string title = {};
    std::string problem = {};
    std::string measure = {};
    std::string aim = {};
    std::string person = {};
    std::optional<LocalDay> due_on = {};
};

inline auto describe(const PlanBody*)
{
    using B = PlanBody;
    return json::object<B>("ImprovementPlan", json::field("title", &B::title, {"題名", "Title"}, json::length(1, 200)),
        json::field("problem", &B::problem, {"課題", "Problem"}, json::length(1, 2000)),
        json::field("measure", &B::measure, {"対策", "Measure"}, json::length(1, 2000)),
        json::field("aim", &B::aim, {"ねらいと確かめ方", "Aim"}, json::length(0, 2000), json::defaulted()),
        json::field("person", &B::person, {"担当", "Person"}, json::length(1, 200)),
        json::field("due_on", &B::due_on, {"予定日", "Due on"}));
}

struct ProposeImprovement {
    GroundQuery about = {};
    PlanBody plan = {};
    std::optional<ImprovementId> continues_id = {};
};

inline auto describe(const ProposeImprovement*)
{
    using B = ProposeImprovement;
    return json::object<B>("ProposeImprovement", json::field("about", &B::about, {"対象", "About"}),
        json::field("plan", &B::plan, {"計画", "Plan"}),
        json::field("continues_id", &B::continues_id, {"続きの元の提案", "The round before"}));
}

struct DecideImprovement {
    bool accepts = false;
    LocalDay on = {};
    std::string by = {};
    std::string reason = {};
};

inline auto describe(const DecideImprovement*)
{
    using B = DecideImprovement;
    return json::object<B>("DecideImprovement", json::field("accepts", &B::accepts, {"合意する", "Agrees"}),
        json::field("on", &B::on, {"判断日", "Decided on"}),
        json::field("by", &B::by, {"判断した市の担当者", "Who of the city decided"}, json::length(1, 200)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 2000), json::defaulted()));
}

struct StartImprovement {
    LocalDay on = {};
    std::string by = {};
};

inline auto describe(const StartImprovement*)
{
    using B = StartImprovement;
    return json::object<B>("StartImprovement", json::field("on", &B::on, {"着手日", "Started on"}),
        json::field("by", &B::by, {"着手した人", "Started by"}, json::length(1, 200)));
}

/// What was counted is measured by the server.
struct CheckImprovement {
    LocalDay effective_on = {};
    LocalDay until = {};
    std::string text = {};
};

inline auto describe(const CheckImprovement*)
{
    using B = CheckImprovement;
    return json::object<B>("CheckImprovement",
        json::field("effective_on", &B::effective_on, {"効果の始まる日", "Effective on"}),
        json::field("until", &B::until, {"確かめる日まで", "Until"}),
        json::field("text", &B::text, {"評価", "Evaluation"}, json::length(1, 2000)));
}

struct ConcludeImprovement {
    bool goes_on = false;
    LocalDay on = {};
    std::string by = {};
    std::string text = {};
};

inline auto describe(const ConcludeImprovement*)
{
    using B = ConcludeImprovement;
    return json::object<B>("ConcludeImprovement", json::field("goes_on", &B::goes_on, {"次の改善へ続ける", "Goes on"}),
        json::field("on", &B::on, {"日", "Day"}),
        json::field("by", &B::by, {"判断した市の担当者", "Who of the city decided"}, json::length(1, 200)),
        json::field("text", &B::text, {"結び", "Conclusion"}, json::length(1, 2000)));
}

struct WithdrawImprovement {
    std::string reason = {};
};

inline auto describe(const WithdrawImprovement*)
{
    using B = WithdrawImprovement;
    return json::object<B>("WithdrawImprovement",
        json::field("reason", &B::reason, {"取下げの理由", "Why it is withdrawn"}, json::length(1, 2000)));
}

}
