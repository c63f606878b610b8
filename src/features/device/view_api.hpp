#pragma once
#include "features/device/holding.hpp"
#include "features/device/movement_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

/// A unit as it stood on the day that was asked for.
struct UnitView {
    DeviceId id;
    std::string number;
    std::string device_class;
    std::string kind;
    std::string model;
    std::string type_number;
    std::string division;
    std::string generation;
    contract::DeviceKnown known;
    std::string remarks;
    std::optional<SiteId> site_id;
    std::optional<int> site_number;
    std::string site;
    std::string place;
    Use use;
    Keeper keeper;
    LocalDay since;
    std::optional<LocalDay> until; ///< the day it left; none while it stands there
};

inline auto describe(const UnitView*)
{
    using V = UnitView;
    return json::object<V>("Unit", json::field("id", &V::id),
        json::field("number", &V::number, {"機器ID", "Device ID"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}),
        json::field("kind", &V::kind, {"機器の種類", "Kind"}), json::field("model", &V::model, {"機種名", "Model"}),
        json::field("type_number", &V::type_number, {"型番", "Type number"}),
        json::field("division", &V::division, {"システムの区分", "Division"}),
        json::field("generation", &V::generation, {"世代", "Generation"}),
        json::field("known", &V::known, {"根拠", "What is known"}),
        json::field("remarks", &V::remarks, {"備考", "Remarks"}), json::field("site_id", &V::site_id),
        json::field("site_number", &V::site_number, {"拠点番号", "Site number"}),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("place", &V::place, {"場所", "Place"}),
        json::field("use", &V::use, {"使い方", "Use"}), json::field("keeper", &V::keeper, {"管理者", "Keeper"}),
        json::field("since", &V::since, {"この場所に来た日", "There since"}),
        json::field("until", &V::until, {"この場所を離れた日", "There until"}));
}

struct ClassChoice {
    std::string id;
    Text label;
};

inline auto describe(const ClassChoice*)
{
    using V = ClassChoice;
    return json::object<V>("UnitClass", json::field("id", &V::id), json::field("label", &V::label));
}

struct GenerationChoice {
    std::string id;
    Text label;
};

inline auto describe(const GenerationChoice*)
{
    using V = GenerationChoice;
    return json::object<V>("UnitGeneration", json::field("id", &V::id), json::field("label", &V::label));
}

struct UnitListView {
    LocalDay on;
    std::vector<UnitView> items;
    std::optional<std::string> next_cursor;
    bool whole; ///< the register of the whole contract, whose counts and editions are seen too
    bool may_move;
    std::vector<ClassChoice> classes; ///< of the contract, for the filter
    std::vector<GenerationChoice> generations; ///< of the contract
};

inline auto describe(const UnitListView*)
{
    using V = UnitListView;
    return json::object<V>("UnitPage", json::field("on", &V::on, {"基準日", "As of"}), json::field("items", &V::items),
        json::field("next_cursor", &V::next_cursor), json::field("whole", &V::whole),
        json::field("may_move", &V::may_move), json::field("classes", &V::classes),
        json::field("generations", &V::generations));
}

struct SpotView {
    std::optional<SiteId> site_id;
    std::string site;
    std::string place;
    Use use;
    Keeper keeper;
};

inline auto describe(const SpotView*)
{
    using V = SpotView;
    return json::object<V>("Spot", json::field("site_id", &V::site_id), json::field("site", &V::site, {"拠点", "Site"}),
        json::field("place", &V::place, {"場所", "Place"}), json::field("use", &V::use, {"使い方", "Use"}),
        json::field("keeper", &V::keeper, {"管理者", "Keeper"}));
}

struct PlacementView {
    LocalDay from;
    std::optional<LocalDay> to;
    SpotView spot;
};

inline auto describe(const PlacementView*)
{
    using V = PlacementView;
    return json::object<V>("Placement", json::field("from", &V::from, {"から", "From"}),
        json::field("to", &V::to, {"まで（その日を含まない）", "Until, without that day"}),
        json::field("spot", &V::spot, {"場所", "Spot"}));
}

struct MovementView {
    MovementId id;
    MovementId act; ///< the same for both movements of an exchange
    DeviceId device_id;
    std::string device_number;
    std::string model;
    LocalDay on;
    Cause cause;
    SpotView from;
    SpotView to;
    std::optional<WorkRequestId> request_id;
    std::string request_number;
    std::optional<std::string> incident_id = {}; ///< for which a unit was exchanged
    std::string incident_number = {}; ///< empty: the city had not given one then
    std::string note;
    std::string entered_by;
    Instant entered_at;
    std::optional<LocalDay> planned_on;
    int entered_after; ///< days between the move and its entry (LOC-05)
};

inline auto describe(const MovementView*)
{
    using V = MovementView;
    return json::object<V>("Movement", json::field("id", &V::id), json::field("act", &V::act),
        json::field("device_id", &V::device_id),
        json::field("device_number", &V::device_number, {"機器ID", "Device ID"}),
        json::field("model", &V::model, {"機種名", "Model"}), json::field("on", &V::on, {"異動日", "Moved on"}),
        json::field("cause", &V::cause, {"異動の理由", "Cause"}), json::field("from", &V::from, {"異動前", "From"}),
        json::field("to", &V::to, {"異動後", "To"}), json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number, {"作業依頼", "Work request"}),
        json::field("incident_id", &V::incident_id),
        json::field("incident_number", &V::incident_number, {"障害の案件管理番号", "Case number of the incident"}),
        json::field("note", &V::note, {"備考", "Note"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("planned_on", &V::planned_on, {"予定していた日", "Planned on"}),
        json::field("entered_after", &V::entered_after, {"記入までの日数", "Days until it was entered"}));
}

struct MovementListView {
    std::vector<MovementView> items;
    std::optional<std::string> next_cursor;
    std::vector<std::string> people; ///< who entered movements, with the first page only
};

inline auto describe(const MovementListView*)
{
    using V = MovementListView;
    return json::object<V>("MovementPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor),
        json::field("people", &V::people, {"記入した人", "Who entered movements"}));
}

/// The spares of a model that an exchange brought to an end, or near it (SPR-13).
struct SparesLowView {
    std::string model;
    int spares;
    std::optional<LocalDay> runs_out_on;
};

inline auto describe(const SparesLowView*)
{
    using V = SparesLowView;
    return json::object<V>("SparesLow", json::field("model", &V::model, {"機種名", "Model"}),
        json::field("spares", &V::spares, {"残りの予備機", "Spares left"}),
        json::field("runs_out_on", &V::runs_out_on, {"なくなる見込みの日", "Runs out on"}));
}

/// A unit with where it stood from its first day.
struct WholeUnitView {
    UnitView unit;
    std::vector<PlacementView> course;
    std::vector<MovementView> movements; ///< the newest hundred
    bool may_move;
    std::optional<SparesLowView> spares_low = {}; ///< after an exchange that took one of the last spares
};

inline auto describe(const WholeUnitView*)
{
    using V = WholeUnitView;
    return json::object<V>("WholeUnit", json::field("unit", &V::unit),
        json::field("course", &V::course, {"所在の経過", "Course"}),
        json::field("movements", &V::movements, {"異動の記録", "Movements"}), json::field("may_move", &V::may_move),
        json::field("spares_low", &V::spares_low, {"残り少ない予備機", "Spares that come to an end"}));
}

struct SumView {
    int units; ///< without those that the city keeps
    int planned;
    int kept_by_city;
    int assumed; ///< of all of them
};

inline auto describe(const SumView*)
{
    using V = SumView;
    return json::object<V>("UnitSum", json::field("units", &V::units, {"台数", "Units"}),
        json::field("planned", &V::planned, {"うち設置予定", "Of which planned"}),
        json::field("kept_by_city", &V::kept_by_city, {"ほかに市管理", "Kept by the city besides"}),
        json::field("assumed", &V::assumed, {"うち想定", "Of which assumed"}));
}

struct MatrixColumnView {
    std::string division;
    std::string device_class;
    Text label;
    std::string model;
    Text generation; ///< empty in a contract with one generation
    SumView total;
};

inline auto describe(const MatrixColumnView*)
{
    using V = MatrixColumnView;
    return json::object<V>("MatrixColumn", json::field("division", &V::division, {"システムの区分", "Division"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}), json::field("label", &V::label),
        json::field("model", &V::model, {"機種名", "Model"}),
        json::field("generation", &V::generation, {"世代", "Generation"}),
        json::field("total", &V::total, {"合計", "Total"}));
}

struct MatrixRowView {
    std::optional<SiteId> site_id;
    std::optional<int> site_number;
    std::string site; ///< empty: units of which nobody has said where they are
    std::vector<SumView> cells;
    SumView total;
};

inline auto describe(const MatrixRowView*)
{
    using V = MatrixRowView;
    return json::object<V>("MatrixRow", json::field("site_id", &V::site_id),
        json::field("site_number", &V::site_number, {"拠点番号", "Site number"}),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("cells", &V::cells, {"台数", "Units"}),
        json::field("total", &V::total, {"合計", "Total"}));
}

struct ComparisonView {
    Text label;
    int stated;
    std::optional<int> stated_planned;
    SumView counted;
    bool agrees;
    std::string clause;
};

inline auto describe(const ComparisonView*)
{
    using V = ComparisonView;
    return json::object<V>("UnitComparison", json::field("label", &V::label, {"契約が示す台数", "Stated total"}),
        json::field("stated", &V::stated, {"契約の台数", "Stated"}),
        json::field("stated_planned", &V::stated_planned, {"契約の設置予定", "Stated as planned"}),
        json::field("counted", &V::counted, {"台帳の台数", "Counted"}),
        json::field("agrees", &V::agrees, {"一致", "Agrees"}), json::field("clause", &V::clause, {"根拠", "Clause"}));
}

struct MatrixView {
    LocalDay on;
    std::vector<MatrixColumnView> columns;
    std::vector<MatrixRowView> rows;
    SumView total;
    std::vector<ComparisonView> comparisons;
};

inline auto describe(const MatrixView*)
{
    using V = MatrixView;
    return json::object<V>("UnitMatrix", json::field("on", &V::on, {"基準日", "As of"}),
        json::field("columns", &V::columns), json::field("rows", &V::rows),
        json::field("total", &V::total, {"総計", "Grand total"}),
        json::field("comparisons", &V::comparisons, {"契約の台数との照合", "Beside the contract's totals"}));
}

UnitView view_of(const Unit&);
std::vector<ClassChoice> choices(const contract::Profile&);
std::vector<GenerationChoice> generation_choices(const contract::Profile&);
/// 現行機器, …; the id itself of one that the contract does not know.
Text generation_label(const contract::Profile&, const std::string& id);
PlacementView view_of(const contract::Profile&, const Placement&);
MovementView view_of(const ListedMovement&);
MatrixView view_of(const contract::Profile&, LocalDay, const Holding&);

}
