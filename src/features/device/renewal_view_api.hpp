#pragma once
#include "features/device/renewal.hpp"
#include "features/device/unit_facts_view_api.hpp"
#include "features/device/view_api.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

struct SitePlanView {
    PlanView plan;
    int units;
};

inline auto describe(const SitePlanView*)
{
    using V = SitePlanView;
    return json::object<V>("SiteRenewalPlan", json::field("plan", &V::plan, {"予定", "Plan"}),
        json::field("units", &V::units, {"台数", "Units"}));
}

struct SiteRenewalView {
    std::optional<SiteId> site_id;
    std::optional<int> site_number;
    std::string site; ///< empty: units of which nobody has said where they are
    int done;
    int left;
    int coming;
    int ending;
    std::optional<LocalDay> planned_from;
    std::optional<LocalDay> planned_to;
    std::optional<LocalDay> first_done;
    std::optional<LocalDay> last_done;
    int slips;
    bool late;
    std::vector<SitePlanView> history;
};

inline auto describe(const SiteRenewalView*)
{
    using V = SiteRenewalView;
    return json::object<V>("SiteRenewal", json::field("site_id", &V::site_id),
        json::field("site_number", &V::site_number, {"拠点番号", "Site number"}),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("done", &V::done, {"済み", "Done"}),
        json::field("left", &V::left, {"残り", "Left"}),
        json::field("coming", &V::coming, {"残りのうち設置予定", "Of what is left: not there yet"}),
        json::field("ending", &V::ending, {"残りのうち廃止", "Of what is left: to be retired"}),
        json::field("planned_from", &V::planned_from, {"予定の始め", "Planned from"}),
        json::field("planned_to", &V::planned_to, {"予定の終わり", "Planned to"}),
        json::field("first_done", &V::first_done, {"最初に更改した日", "First renewed on"}),
        json::field("last_done", &V::last_done, {"最後に更改した日", "Last renewed on"}),
        json::field("slips", &V::slips, {"延期の回数", "Slips"}),
        json::field("late", &V::late, {"予定を過ぎた", "Late"}),
        json::field("history", &V::history, {"予定の経過", "Plans"}));
}

struct RenewalUnitView {
    DeviceId id;
    std::string number;
    std::string device_class;
    Text label; ///< of the class
    std::string model;
    Use use;
    bool ends;
    RenewalState state;
    std::optional<LocalDay> actual;
    std::optional<LocalDay> planned_from;
    std::optional<LocalDay> planned_to;
    std::string new_model; ///< of a preview: what it becomes
    std::string new_type_number;
};

inline auto describe(const RenewalUnitView*)
{
    using V = RenewalUnitView;
    return json::object<V>("RenewalUnit", json::field("id", &V::id),
        json::field("number", &V::number, {"機器ID", "Device ID"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}), json::field("label", &V::label),
        json::field("model", &V::model, {"機種名", "Model"}), json::field("use", &V::use, {"使い方", "Use"}),
        json::field("ends", &V::ends, {"更改で廃止", "Ends at the renewal"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("actual", &V::actual, {"更改した日", "Renewed on"}),
        json::field("planned_from", &V::planned_from, {"予定の始め", "Planned from"}),
        json::field("planned_to", &V::planned_to, {"予定の終わり", "Planned to"}),
        json::field("new_model", &V::new_model, {"更改後の機種", "New model"}),
        json::field("new_type_number", &V::new_type_number, {"更改後の型番", "New type number"}));
}

struct RenewalListView {
    LocalDay on;
    std::string generation;
    std::vector<GenerationChoice> generations; ///< that take the place of another
    std::vector<PlanView> contract_plans;
    std::vector<SiteRenewalView> sites;
    std::vector<RenewalUnitView> units; ///< of the site that was asked for
    int done;
    int left;
    bool may_change;
};

inline auto describe(const RenewalListView*)
{
    using V = RenewalListView;
    return json::object<V>("RenewalList", json::field("on", &V::on, {"基準日", "As of"}),
        json::field("generation", &V::generation, {"世代", "Generation"}), json::field("generations", &V::generations),
        json::field("contract_plans", &V::contract_plans, {"契約の予定", "Plans of the contract"}),
        json::field("sites", &V::sites, {"拠点", "Sites"}), json::field("units", &V::units, {"機器", "Units"}),
        json::field("done", &V::done, {"済み", "Done"}), json::field("left", &V::left, {"残り", "Left"}),
        json::field("may_change", &V::may_change));
}

/// What an entry for a site does: shown first, saved only as it was seen.
struct RenewalPreviewView {
    std::string stamp;
    bool saved;
    std::vector<RenewalUnitView> units;
};

inline auto describe(const RenewalPreviewView*)
{
    using V = RenewalPreviewView;
    return json::object<V>("RenewalPreview", json::field("stamp", &V::stamp), json::field("saved", &V::saved),
        json::field("units", &V::units, {"機器", "Units"}));
}

SiteRenewalView view_of(const contract::Profile&, const SiteRenewal&);
RenewalUnitView view_of(const contract::Profile&, const RenewalUnit&, const UnitModel& becomes);

}
