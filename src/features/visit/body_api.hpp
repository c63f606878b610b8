#pragma once
#include "features/visit/visit_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::visit {

struct VisitQuery {
    Shown shown = Shown::all;
    std::optional<std::string> site = {};
    std::optional<std::string> incident = {};
    std::optional<std::string> request = {};
    std::optional<std::string> worker = {};
    std::optional<LocalDay> from = {};
    std::optional<LocalDay> until = {};
    std::optional<std::string> cursor = {};
    int limit = 100;
};

inline auto describe(const VisitQuery*)
{
    using Q = VisitQuery;
    return json::object<Q>("VisitQuery",
        json::field("shown", &Q::shown, {"予定・済み", "Open or past"}, json::defaulted()),
        json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)),
        json::field("incident", &Q::incident, {"障害", "Incident"}, json::length(0, 100)),
        json::field("request", &Q::request, {"作業依頼", "Work request"}, json::length(0, 100)),
        json::field("worker", &Q::worker, {"人", "Person"}, json::length(0, 100)),
        json::field("from", &Q::from, {"期間の初日", "First day"}),
        json::field("until", &Q::until, {"期間の末日", "Last day"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct VisitorBody {
    std::optional<WorkerId> worker_id = {};
    std::string name = {};
    std::optional<int> minutes = {};
};

inline auto describe(const VisitorBody*)
{
    using B = VisitorBody;
    return json::object<B>("VisitorBody", json::field("worker_id", &B::worker_id, {"名簿の人", "Person of the roster"}),
        json::field("name", &B::name, {"名前", "Name"}, json::length(0, 200), json::defaulted()),
        json::field("minutes", &B::minutes, {"実作業時間（分）", "Working minutes"}, json::range(0, 100'000)));
}

/// A visit to be announced; a change of one leaves site and cause as they are.
struct PlanVisit {
    SiteId site_id = {};
    std::optional<incident::IncidentId> incident_id = {};
    std::optional<WorkRequestId> request_id = {};
    std::string purpose = {};
    Instant planned_from = {};
    Instant planned_until = {};
    std::string told = {};
    std::vector<VisitorBody> workers = {};
};

inline auto describe(const PlanVisit*)
{
    using B = PlanVisit;
    return json::object<B>("PlanVisit", json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("incident_id", &B::incident_id, {"障害", "Incident"}),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("purpose", &B::purpose, {"目的", "Purpose"}, json::length(1, 500)),
        json::field("planned_from", &B::planned_from, {"予定の始まり", "Announced from"}),
        json::field("planned_until", &B::planned_until, {"予定の終わり", "Announced until"}),
        json::field("told", &B::told, {"知らせた現場の人", "Who of the site was told"}, json::length(0, 200),
            json::defaulted()),
        json::field("workers", &B::workers, {"訪問する人", "Who goes"}, json::items(1, 20)));
}

struct TickVisit {
    std::string item = {};
    std::optional<DeviceId> spare_id = {};
};

inline auto describe(const TickVisit*)
{
    using B = TickVisit;
    return json::object<B>("TickVisit", json::field("item", &B::item, {"確認の項目", "Item"}, json::length(1, 60)),
        json::field("spare_id", &B::spare_id, {"持って行く予備機", "Spare unit"}));
}

struct UntickVisit {
    std::string item = {};
};

inline auto describe(const UntickVisit*)
{
    using B = UntickVisit;
    return json::object<B>("UntickVisit", json::field("item", &B::item, {"確認の項目", "Item"}, json::length(1, 60)));
}

/// Without a time: now. `unticked_reason` is needed while the checklist is open.
struct ArriveOnVisit {
    std::optional<Instant> arrived_at = {};
    std::string unticked_reason = {};
};

inline auto describe(const ArriveOnVisit*)
{
    using B = ArriveOnVisit;
    return json::object<B>("ArriveOnVisit", json::field("arrived_at", &B::arrived_at, {"到着", "Arrived"}),
        json::field("unticked_reason", &B::unticked_reason, {"確認できなかった理由", "Why items are open"},
            json::length(0, 1000), json::defaulted()));
}

struct StartOnVisit {
    std::optional<Instant> started_at = {};
};

inline auto describe(const StartOnVisit*)
{
    using B = StartOnVisit;
    return json::object<B>("StartOnVisit", json::field("started_at", &B::started_at, {"着手", "Work begun"}));
}

/// Minutes are those of the people in the order of the visit; who has none yet gets them later.
struct DepartFromVisit {
    std::optional<Instant> departed_at = {};
    std::vector<VisitorBody> workers = {};
    std::string result = {};
};

inline auto describe(const DepartFromVisit*)
{
    using B = DepartFromVisit;
    return json::object<B>("DepartFromVisit", json::field("departed_at", &B::departed_at, {"出発", "Departed"}),
        json::field("workers", &B::workers, {"訪問した人と実作業時間", "Who was there, with minutes"},
            json::items(0, 20), json::defaulted()),
        json::field("result", &B::result, {"行ったこと", "What was done"}, json::length(0, 5000), json::defaulted()));
}

/// What was recorded of a visit, as a whole; a reason is needed to change what stands there.
struct RecordVisit {
    std::optional<Instant> arrived_at = {};
    std::optional<Instant> started_at = {};
    std::optional<Instant> departed_at = {};
    std::vector<VisitorBody> workers = {};
    std::string result = {};
    std::string reason = {};
};

inline auto describe(const RecordVisit*)
{
    using B = RecordVisit;
    return json::object<B>("RecordVisit", json::field("arrived_at", &B::arrived_at, {"到着", "Arrived"}),
        json::field("started_at", &B::started_at, {"着手", "Work begun"}),
        json::field("departed_at", &B::departed_at, {"出発", "Departed"}),
        json::field(
            "workers", &B::workers, {"訪問した人と実作業時間", "Who was there, with minutes"}, json::items(1, 20)),
        json::field("result", &B::result, {"行ったこと", "What was done"}, json::length(0, 5000), json::defaulted()),
        json::field("reason", &B::reason, {"訂正の理由", "Reason of the correction"}, json::length(0, 1000),
            json::defaulted()));
}

struct CallOffVisit {
    std::string reason = {};
};

inline auto describe(const CallOffVisit*)
{
    using B = CallOffVisit;
    return json::object<B>(
        "CallOffVisit", json::field("reason", &B::reason, {"中止の理由", "Reason"}, json::length(1, 1000)));
}

}
