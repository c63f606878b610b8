#pragma once
#include "features/contract/profile.hpp"
#include "features/repair/repair_store.hpp"
#include "features/repair/stock.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::repair {

struct StepView {
    StepId id;
    Act act;
    LocalDay on;
    std::string person;
    std::string place;
    std::optional<Finding> finding;
    std::string detail;
    std::string attendee;
    std::string reason;
    std::optional<AttachmentId> certificate_id;
    std::string entered_by;
    Instant entered_at;
};

inline auto describe(const StepView*)
{
    using V = StepView;
    return json::object<V>("RepairStep", json::field("id", &V::id), json::field("act", &V::act, {"記録の種類", "Step"}),
        json::field("on", &V::on, {"日付", "On"}), json::field("person", &V::person, {"だれが", "Who"}),
        json::field("place", &V::place, {"どこ", "Where"}),
        json::field("finding", &V::finding, {"試験の結果", "Finding"}),
        json::field("detail", &V::detail, {"方法・版・番号", "Method, edition or number"}),
        json::field("attendee", &V::attendee, {"立ち会った市の職員", "Attended by"}),
        json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("certificate_id", &V::certificate_id, {"消去証明書", "Certificate of erasure"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}));
}

/// A repair as the API shows it, with what its contract wants of units like this.
struct RepairView {
    RepairId id;
    std::string number;
    DeviceId device_id;
    std::string device_number;
    std::string device_class;
    std::string kind;
    std::string model;
    std::string division;
    std::optional<DeviceId> spare_id;
    std::string spare_number;
    std::optional<WorkRequestId> request_id;
    std::string request_number;
    State state;
    bool closed;
    LocalDay failed_on;
    LocalDay last_on;
    std::string symptom;
    std::optional<LocalDay> warranty_until;
    std::optional<bool> in_warranty; ///< on the day of the failure
    bool drive; ///< erased and rebuilt before it is a spare again
    bool needs_certificate;
    bool needs_settings; ///< of the spare in its place, still
    Text place; ///< that the city designates
    std::string entered_by;
    Instant entered_at;
    std::vector<Act> acts; ///< what can follow, for who keeps the ledger
    std::vector<StepView> steps; ///< of one repair; a list leaves them out
    bool may_keep;
    int version;
};

inline auto describe(const RepairView*)
{
    using V = RepairView;
    return json::object<V>("Repair", json::field("id", &V::id), json::field("number", &V::number, {"番号", "Number"}),
        json::field("device_id", &V::device_id), json::field("device_number", &V::device_number, {"機器ID", "Device"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}),
        json::field("kind", &V::kind, {"機器の種類", "Kind"}), json::field("model", &V::model, {"機種名", "Model"}),
        json::field("division", &V::division, {"システムの区分", "Division"}), json::field("spare_id", &V::spare_id),
        json::field("spare_number", &V::spare_number, {"予備機", "Spare"}), json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number, {"作業依頼", "Work request"}),
        json::field("state", &V::state, {"状態", "State"}), json::field("closed", &V::closed, {"完了", "Closed"}),
        json::field("failed_on", &V::failed_on, {"故障した日", "Failed on"}),
        json::field("last_on", &V::last_on, {"最後の記録の日", "Latest step on"}),
        json::field("symptom", &V::symptom, {"症状", "Symptom"}),
        json::field("warranty_until", &V::warranty_until, {"メーカー保証の終わり", "End of the warranty"}),
        json::field("in_warranty", &V::in_warranty, {"保証期間内", "Within the warranty"}),
        json::field("drive", &V::drive, {"データを持つ", "Holds data"}),
        json::field("needs_certificate", &V::needs_certificate, {"消去証明書が要る", "Needs a certificate"}),
        json::field("needs_settings", &V::needs_settings, {"交換品の設定が要る", "Needs settings"}),
        json::field("place", &V::place, {"市が指定する場所", "Designated place"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("acts", &V::acts, {"できる記録", "Possible steps"}),
        json::field("steps", &V::steps, {"経過", "Steps"}), json::field("may_keep", &V::may_keep),
        json::field("version", &V::version, {"版", "Version"}));
}

struct RepairPage {
    std::vector<RepairView> items;
    std::optional<std::string> next_cursor;
    bool has_repairs; ///< whether repair is the contractor's at all
    bool may_keep;
};

inline auto describe(const RepairPage*)
{
    using V = RepairPage;
    return json::object<V>("RepairPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor),
        json::field("has_repairs", &V::has_repairs), json::field("may_keep", &V::may_keep));
}

struct SpareSiteView {
    std::string site;
    std::string place;
    int units;
};

inline auto describe(const SpareSiteView*)
{
    using V = SpareSiteView;
    return json::object<V>("SparePlace", json::field("site", &V::site, {"拠点", "Site"}),
        json::field("place", &V::place, {"場所", "Place"}), json::field("units", &V::units, {"台数", "Units"}));
}

struct MonthView {
    std::string month; ///< 2026-01
    int swaps;
};

inline auto describe(const MonthView*)
{
    using V = MonthView;
    return json::object<V>("MonthOfSwaps", json::field("month", &V::month, {"月", "Month"}),
        json::field("swaps", &V::swaps, {"交換", "Swaps"}));
}

/// How near the end of the spares of a model is; unkept: it never had any, and nothing was swapped.
enum class StockState { fine, low, none, unkept };

constexpr auto names_of(const StockState*)
{
    return std::to_array<Name<StockState>>({{StockState::fine, "fine"}, {StockState::low, "low"},
        {StockState::none, "none"}, {StockState::unkept, "unkept"}});
}

struct ModelStockView {
    std::string device_class;
    Text class_label;
    std::string model;
    int in_service;
    int spares;
    int in_chain;
    int swaps;
    std::optional<LocalDay> runs_out_on; ///< if it goes on as it went; none: nothing was swapped
    StockState state;
    std::vector<SpareSiteView> sites;
    std::vector<MonthView> months;
};

inline auto describe(const ModelStockView*)
{
    using V = ModelStockView;
    return json::object<V>("ModelStock", json::field("class", &V::device_class, {"機器の区分", "Class"}),
        json::field("class_label", &V::class_label), json::field("model", &V::model, {"機種名", "Model"}),
        json::field("in_service", &V::in_service, {"稼働中", "In service"}),
        json::field("spares", &V::spares, {"予備機", "Spares"}),
        json::field("in_chain", &V::in_chain, {"修理の途中", "In repair"}),
        json::field("swaps", &V::swaps, {"過去の交換", "Past swaps"}),
        json::field("runs_out_on", &V::runs_out_on, {"なくなる見込みの日", "Runs out on"}),
        json::field("state", &V::state, {"状態", "State"}), json::field("sites", &V::sites, {"置き場所", "Places"}),
        json::field("months", &V::months, {"月ごとの交換", "Swaps by month"}));
}

struct StockView {
    LocalDay on;
    bool has_repairs;
    int warn_days;
    std::vector<ModelStockView> items;
};

inline auto describe(const StockView*)
{
    using V = StockView;
    return json::object<V>("SpareStock", json::field("on", &V::on, {"基準日", "As of"}),
        json::field("has_repairs", &V::has_repairs),
        json::field("warn_days", &V::warn_days, {"何日前に知らせるか", "Days of warning"}),
        json::field("items", &V::items));
}

RepairView view_of(const Listed&, const contract::RepairTerms*, bool may_keep);
StepView view_of(const Step&);

/// What is said of the spares of a model; the calendar tells on which day the open days are over.
ModelStockView view_of(
    const ModelStock&, const contract::Profile&, const WorkingCalendar&, LocalDay today, int warn_days);

}
