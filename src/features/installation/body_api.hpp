#pragma once
#include "features/installation/job.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::installation {

/// Which jobs: those that wait unless something else is asked for.
enum class Shown { open, planned, set_up, done, returned, cancelled, all };

constexpr auto names_of(const Shown*)
{
    return std::to_array<Name<Shown>>({
        {Shown::open, "open"},
        {Shown::planned, "planned"},
        {Shown::set_up, "set_up"},
        {Shown::done, "done"},
        {Shown::returned, "returned"},
        {Shown::cancelled, "cancelled"},
        {Shown::all, "all"},
    });
}

struct JobQuery {
    std::optional<InstallationKind> kind;
    Shown state = Shown::all;
    std::optional<std::string> cursor;
    int limit = 100;
};

inline auto describe(const JobQuery*)
{
    using Q = JobQuery;
    return json::object<Q>("InstallationQuery", json::field("kind", &Q::kind, {"種類", "Kind"}),
        json::field("state", &Q::state, {"状態", "State"}, json::defaulted()),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 200)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct PlannedUnit {
    DeviceId device_id;
    std::string place;
    std::string address;
};

inline auto describe(const PlannedUnit*)
{
    using B = PlannedUnit;
    return json::object<B>("PlannedUnit", json::field("device_id", &B::device_id, {"機器", "Unit"}),
        json::field("place", &B::place, {"場所", "Place"}, json::length(0, 200), json::defaulted()),
        json::field("address", &B::address, {"そこでのIPアドレス", "IP address there"}, json::length(0, 60),
            json::defaulted()));
}

struct PlanJob {
    InstallationKind kind = InstallationKind::installation;
    std::optional<SiteId> site_id;
    LocalDay planned_on;
    std::vector<PlannedUnit> units;
    std::optional<WorkRequestId> request_id;
    std::string instruction;
    std::string medium;
    std::string agreement;
    std::optional<LocalDay> lent_on;
    std::string note;
};

inline auto describe(const PlanJob*)
{
    using B = PlanJob;
    return json::object<B>("PlanInstallation", json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("site_id", &B::site_id, {"置く拠点", "Site"}),
        json::field("planned_on", &B::planned_on, {"予定日", "Planned on"}),
        json::field("units", &B::units, {"機器", "Units"}, json::items(1, 200)),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("instruction", &B::instruction, {"市の指示", "Instruction of the city"}, json::length(0, 1000),
            json::defaulted()),
        json::field("medium", &B::medium, {"市が指定した媒体の版", "Medium that the city names"}, json::length(0, 200),
            json::defaulted()),
        json::field("agreement", &B::agreement, {"上限を超える合意", "Agreement to pass the cap"},
            json::length(0, 1000), json::defaulted()),
        json::field("lent_on", &B::lent_on, {"借りた日", "Lent on"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct RecordJobStep {
    Act act = Act::done;
    LocalDay on;
    std::string person;
    std::string medium;
    std::string note;
};

inline auto describe(const RecordJobStep*)
{
    using B = RecordJobStep;
    return json::object<B>("RecordInstallationStep", json::field("act", &B::act, {"記録の種類", "Step"}),
        json::field("on", &B::on, {"日付", "On"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field("medium", &B::medium, {"使った媒体の版", "Medium used"}, json::length(0, 200), json::defaulted()),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

}
