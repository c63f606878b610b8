#pragma once
#include "core/id.hpp"
#include "core/time.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

struct RenewalQuery {
    std::optional<std::string> generation; ///< the newest one unless it is given
    std::optional<LocalDay> on; ///< today unless it is given
    std::optional<std::string> site; ///< with the units of this site
};

inline auto describe(const RenewalQuery*)
{
    using Q = RenewalQuery;
    return json::object<Q>("RenewalQuery",
        json::field("generation", &Q::generation, {"世代", "Generation"}, json::length(0, 60)),
        json::field("on", &Q::on, {"基準日", "As of"}),
        json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)));
}

/// Plans all units of a site that are left, or some of them.
struct PlanRenewal {
    std::string generation;
    std::optional<SiteId> site_id;
    std::vector<DeviceId> units; ///< empty: all that are left at the site
    LocalDay from;
    LocalDay to;
    std::string reason;
    std::optional<std::string> seen; ///< the stamp of the preview that is saved; none: only a preview
};

inline auto describe(const PlanRenewal*)
{
    using B = PlanRenewal;
    return json::object<B>("PlanRenewal",
        json::field("generation", &B::generation, {"世代", "Generation"}, json::length(1, 60)),
        json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("units", &B::units, {"機器", "Units"}, json::items(0, 5000), json::defaulted()),
        json::field("from", &B::from, {"予定の始め", "Planned from"}),
        json::field("to", &B::to, {"予定の終わり", "Planned to"}),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)),
        json::field("seen", &B::seen, {"確認した版", "What was seen"}, json::length(0, 100)));
}

/// Records that all units of a site that were left, or some of them, were renewed on a day.
struct RenewUnits {
    std::string generation;
    std::optional<SiteId> site_id;
    std::vector<DeviceId> units; ///< empty: all that are left at the site
    LocalDay on;
    std::string model; ///< empty: the one that the contract states for each class
    std::string type_number;
    std::optional<WorkRequestId> request_id;
    std::string note;
    std::optional<std::string> seen; ///< the stamp of the preview that is saved; none: only a preview
};

inline auto describe(const RenewUnits*)
{
    using B = RenewUnits;
    return json::object<B>("RenewUnits",
        json::field("generation", &B::generation, {"世代", "Generation"}, json::length(1, 60)),
        json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("units", &B::units, {"機器", "Units"}, json::items(0, 5000), json::defaulted()),
        json::field("on", &B::on, {"更改した日", "Renewed on"}),
        json::field("model", &B::model, {"機種名", "Model"}, json::length(0, 100), json::defaulted()),
        json::field("type_number", &B::type_number, {"型番", "Type number"}, json::length(0, 100), json::defaulted()),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()),
        json::field("seen", &B::seen, {"確認した版", "What was seen"}, json::length(0, 100)));
}

/// Records that one unit was renewed, or that another took its place.
struct RenewUnit {
    std::string generation;
    LocalDay on;
    std::string model;
    std::string type_number;
    std::string serial; ///< of the new machine
    std::optional<DeviceId> successor_id; ///< the unit in its place
    std::string successor_number; ///< of a new unit in its place; none of both: the unit stays and is another machine
    bool takes_address = true;
    std::optional<WorkRequestId> request_id;
    std::string note;
};

inline auto describe(const RenewUnit*)
{
    using B = RenewUnit;
    return json::object<B>("RenewUnit",
        json::field("generation", &B::generation, {"世代", "Generation"}, json::length(1, 60)),
        json::field("on", &B::on, {"更改した日", "Renewed on"}),
        json::field("model", &B::model, {"機種名", "Model"}, json::length(0, 100), json::defaulted()),
        json::field("type_number", &B::type_number, {"型番", "Type number"}, json::length(0, 100), json::defaulted()),
        json::field("serial", &B::serial, {"シリアル番号", "Serial number"}, json::length(0, 100), json::defaulted()),
        json::field("successor_id", &B::successor_id, {"代わりの機器", "Unit in its place"}),
        json::field("successor_number", &B::successor_number, {"代わりの機器の機器ID", "Number of the new unit"},
            json::length(0, 60), json::defaulted()),
        json::field(
            "takes_address", &B::takes_address, {"IPアドレスを引き継ぐ", "Takes its address"}, json::defaulted()),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

}
