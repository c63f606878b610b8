#pragma once
#include "features/installation/job_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::installation {

struct JobUnitView {
    DeviceId device_id;
    std::string number;
    std::string kind;
    std::string model;
    std::string place;
    std::string address;
    bool set_up; ///< from the medium that the city names
};

inline auto describe(const JobUnitView*)
{
    using V = JobUnitView;
    return json::object<V>("InstallationUnit", json::field("device_id", &V::device_id),
        json::field("number", &V::number, {"機器ID", "Device"}), json::field("kind", &V::kind, {"機器の種類", "Kind"}),
        json::field("model", &V::model, {"機種名", "Model"}), json::field("place", &V::place, {"場所", "Place"}),
        json::field("address", &V::address, {"そこでのIPアドレス", "IP address there"}),
        json::field("set_up", &V::set_up, {"媒体からセットアップする", "Set up from the medium"}));
}

struct JobStepView {
    StepId id;
    Act act;
    LocalDay on;
    std::string person;
    std::string medium;
    std::string note;
    std::string entered_by;
};

inline auto describe(const JobStepView*)
{
    using V = JobStepView;
    return json::object<V>("InstallationStep", json::field("id", &V::id),
        json::field("act", &V::act, {"記録の種類", "Step"}), json::field("on", &V::on, {"日付", "On"}),
        json::field("person", &V::person, {"だれが", "Who"}),
        json::field("medium", &V::medium, {"使った媒体の版", "Medium used"}),
        json::field("note", &V::note, {"備考", "Note"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}));
}

/// A job as the API shows it.
struct JobView {
    JobId id;
    std::string number;
    InstallationKind kind;
    State state;
    std::optional<SiteId> site_id;
    std::string site;
    LocalDay planned_on;
    std::optional<WorkRequestId> request_id;
    std::string request_number;
    std::string instruction;
    std::string medium;
    std::string agreement;
    std::optional<LocalDay> lent_on;
    std::optional<LocalDay> due_back;
    bool late; ///< not given back on the day it is due
    std::string note;
    std::optional<LocalDay> last_on;
    std::string entered_by;
    Instant entered_at;
    std::vector<JobUnitView> units;
    std::vector<Act> acts; ///< what can follow, for who keeps the ledger
    std::vector<JobStepView> steps; ///< of one job; a list leaves them out
    bool may_keep;
    int version;
};

inline auto describe(const JobView*)
{
    using V = JobView;
    return json::object<V>("Installation", json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("state", &V::state, {"状態", "State"}), json::field("site_id", &V::site_id),
        json::field("site", &V::site, {"置く拠点", "Site"}),
        json::field("planned_on", &V::planned_on, {"予定日", "Planned on"}), json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number, {"作業依頼", "Work request"}),
        json::field("instruction", &V::instruction, {"市の指示", "Instruction of the city"}),
        json::field("medium", &V::medium, {"市が指定した媒体の版", "Medium that the city names"}),
        json::field("agreement", &V::agreement, {"上限を超える合意", "Agreement to pass the cap"}),
        json::field("lent_on", &V::lent_on, {"借りた日", "Lent on"}),
        json::field("due_back", &V::due_back, {"返却の目安", "Due back"}),
        json::field("late", &V::late, {"返却が遅れている", "Late"}), json::field("note", &V::note, {"備考", "Note"}),
        json::field("last_on", &V::last_on, {"最後の記録の日", "Latest step on"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("units", &V::units, {"機器", "Units"}),
        json::field("acts", &V::acts, {"できる記録", "Possible steps"}),
        json::field("steps", &V::steps, {"経過", "Steps"}), json::field("may_keep", &V::may_keep),
        json::field("version", &V::version, {"版", "Version"}));
}

/// How far a quota is used that jobs draw on.
struct JobQuotaView {
    std::string id;
    Text label;
    contract::QuotaKind kind;
    contract::AtLimit at_limit;
    int limit;
    Text unit;
    int actual;
    int planned;
    contract::QuotaState state;
    Text rule;
    std::string clause;
};

inline auto describe(const JobQuotaView*)
{
    using V = JobQuotaView;
    return json::object<V>("InstallationQuota", json::field("id", &V::id),
        json::field("label", &V::label, {"区分", "Category"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("at_limit", &V::at_limit, {"達したとき", "At the limit"}),
        json::field("limit", &V::limit, {"見込み・上限", "Estimate or cap"}),
        json::field("unit", &V::unit, {"単位", "Unit"}), json::field("actual", &V::actual, {"実績", "Actual"}),
        json::field("planned", &V::planned, {"予定", "Planned"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("rule", &V::rule, {"数え方", "Rule"}), json::field("clause", &V::clause, {"根拠", "Clause"}));
}

/// A kind of job that the contract has.
struct JobKindView {
    InstallationKind kind;
    bool setup_first;
    std::vector<std::string> setup_classes; ///< set up from the medium that the city names; none: every class
    std::optional<int> return_days;
};

inline auto describe(const JobKindView*)
{
    using V = JobKindView;
    return json::object<V>("InstallationKind", json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("setup_first", &V::setup_first, {"先にセットアップする", "Set up first"}),
        json::field("setup_classes", &V::setup_classes,
            {"媒体からセットアップする機器の種別", "Classes that are set up from the medium"}),
        json::field("return_days", &V::return_days, {"返却の目安（日）", "Days until the return"}));
}

struct JobPageView {
    std::vector<JobView> items;
    std::optional<std::string> next_cursor;
    std::vector<JobKindView> kinds; ///< none: the contract has no such jobs
    std::vector<JobQuotaView> quotas;
    bool may_keep;
};

inline auto describe(const JobPageView*)
{
    using V = JobPageView;
    return json::object<V>("InstallationPage", json::field("items", &V::items),
        json::field("next_cursor", &V::next_cursor), json::field("kinds", &V::kinds, {"種類", "Kinds"}),
        json::field("quotas", &V::quotas, {"見込み・上限", "Quotas"}), json::field("may_keep", &V::may_keep));
}

JobView view_of(const ListedJob&, const contract::Profile&, bool may_keep, LocalDay today);
JobStepView view_of(const Step&);
/// The quotas on which jobs of the contract draw, as they are used.
std::vector<JobQuotaView> quotas_of(const contract::Profile&, std::span<const contract::Run>);
std::vector<JobKindView> kinds_of(const contract::Profile&);

}
