#pragma once
#include "features/device/placement.hpp"
#include "features/incident/flow.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::incident {

struct ChooseBranch {
    std::string branch = {};
    std::string reason = {}; ///< needed when another branch was taken
};

inline auto describe(const ChooseBranch*)
{
    using B = ChooseBranch;
    return json::object<B>("ChooseIncidentBranch",
        json::field("branch", &B::branch, {"流れ", "Branch"}, json::length(1, 60)),
        json::field("reason", &B::reason, {"変える理由", "Reason"}, json::length(0, 5000), json::defaulted()));
}

struct TakeStep {
    std::string step = {};
    StepAct act = StepAct::done;
    Instant at = {};
    std::string person = {};
    std::string city_person = {};
    std::string text = {};
};

inline auto describe(const TakeStep*)
{
    using B = TakeStep;
    return json::object<B>("TakeIncidentStep", json::field("step", &B::step, {"手順", "Step"}, json::length(1, 60)),
        json::field("act", &B::act, {"記録の種類", "What happened"}), json::field("at", &B::at, {"日時", "At"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field("city_person", &B::city_person, {"市・現場の担当者", "Of the city or the site"},
            json::length(0, 200), json::defaulted()),
        json::field("text", &B::text, {"内容・理由", "What, or why"}, json::length(0, 5000), json::defaulted()));
}

struct TakeStepBack {
    std::string reason = {};
};

inline auto describe(const TakeStepBack*)
{
    using B = TakeStepBack;
    return json::object<B>(
        "TakeIncidentStepBack", json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

/// The failed unit of the incident is exchanged for a spare.
struct SwapUnits {
    std::string step = {};
    DeviceId spare_id = {};
    Instant at = {};
    std::string person = {};
    std::string city_person = {};
    std::string text = {};
    std::optional<SiteId> site_id = {}; ///< where the failed unit is now; none: where it stood
    std::string place = {}; ///< with a site: there; otherwise where it stood
    device::Use use = device::Use::repair; ///< of the failed unit from now on
};

inline auto describe(const SwapUnits*)
{
    using B = SwapUnits;
    return json::object<B>("SwapIncidentUnits", json::field("step", &B::step, {"手順", "Step"}, json::length(1, 60)),
        json::field("spare_id", &B::spare_id, {"代わりに置いた予備機", "Spare that took its place"}),
        json::field("at", &B::at, {"交換した日時", "Exchanged at"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field(
            "city_person", &B::city_person, {"現場の担当者", "Of the site"}, json::length(0, 200), json::defaulted()),
        json::field("text", &B::text, {"備考", "Note"}, json::length(0, 1000), json::defaulted()),
        json::field("site_id", &B::site_id, {"引き取った先の拠点", "Where the unit was taken"}),
        json::field("place", &B::place, {"引き取った先の場所", "Place there"}, json::length(0, 200), json::defaulted()),
        json::field("use", &B::use, {"引き取った機器の状態", "What the unit is now"}, json::defaulted()));
}

struct SpareQuery {
    std::optional<LocalDay> on = {}; ///< today unless it is given
};

inline auto describe(const SpareQuery*)
{
    using Q = SpareQuery;
    return json::object<Q>("IncidentSpareQuery", json::field("on", &Q::on, {"基準日", "As of"}));
}

}
