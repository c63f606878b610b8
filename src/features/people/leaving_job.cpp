#include "features/people/leaving_job.hpp"

#include "features/account/membership_store.hpp"
#include "features/account/session_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/people/event_api.hpp"
#include "features/people/people_store.hpp"
#include "features/people/sql.hpp"

#include <algorithm>

namespace hoshuban::people {
namespace {

constexpr int at_once = 50;

struct Leaving {
    ContractId contract;
    RosterChangeId change;
    WorkerId worker;
    std::optional<PersonId> person;
};

Leaving leaving_from(const db::Row& row)
{
    return {row.get<ContractId>("contract_id"), row.get<RosterChangeId>("id"), row.get<WorkerId>("worker_id"),
        row.get<std::optional<PersonId>>("person_id")};
}

// An account may stand behind a second entry, or the worker may be back by now.
bool still_works(db::Reader& reader, const Leaving& leaving, LocalDay today)
{
    const auto ids =
        reader.query(sql::workers_of_person, leaving.contract, *leaving.person).map([](const db::Row& row) {
            return row.get<WorkerId>("id");
        });
    return std::ranges::any_of(ids, [&](const WorkerId& id) {
        const auto worker = get_worker(reader, leaving.contract, id);
        return worker && in_force_on(*worker, today) != nullptr;
    });
}

std::string end_roles(db::Tx& tx, const Leaving& leaving, const audit::Cause& cause, const std::string& reason)
{
    std::string ended;
    for (const account::Member& member : account::list_members(tx, leaving.contract, std::nullopt)) {
        const Membership& held = member.membership;
        const LocalDay today = day_of(cause.now());
        const bool over = held.to && *held.to <= today;
        if (member.person != *leaving.person || side_of(held.role) != Side::contractor || over)
            continue;
        account::end_membership(tx, member, today);
        audit::Entry entry =
            audit::entry(cause, leaving.contract, "membership.ended", audit::Subject{"person", member.person.text});
        entry.reason = reason;
        audit::record(tx, entry);
        ended += (ended.empty() ? "" : ",") + std::string(name_of(held.role));
    }
    return ended;
}

bool end_of(db::Tx& tx, const Leaving& leaving, const audit::Cause& cause)
{
    if (!leaving.person || still_works(tx, leaving, day_of(cause.now())))
        return false;
    const auto worker = get_worker(tx, leaving.contract, leaving.worker);
    if (!worker)
        return false;
    const std::string reason = "名簿から外れたため / left the roster";
    const std::string roles = end_roles(tx, leaving, cause, reason);
    account::end_other_sessions(tx, *leaving.person, "");
    record(tx, cause, {"worker.rights_ended", reason}, *worker, {}, {{"roles", roles}});
    return true;
}

}

int take_leavings(db::Tx& tx, Instant now, int limit, const std::function<void()>& on_end)
{
    Actor program;
    program.origin = Origin::job;
    const audit::Cause cause{program, now};
    const auto leavings = tx.query(sql::leavings_due, day_of(now), limit).map(leaving_from);
    bool ended = false;
    for (const Leaving& leaving : leavings) {
        // Another process may have been faster.
        if (tx.execute(sql::mark_rights_ended, leaving.contract, leaving.change, now) == 1)
            ended = end_of(tx, leaving, cause) || ended;
    }
    if (ended)
        tx.after_commit(on_end);
    return static_cast<int>(leavings.size());
}

int end_rights(db::Database& database, Instant now, const std::function<void()>& on_end)
{
    int all = 0;
    int some = 0;
    do {
        some = database.write([&](db::Tx& tx) { return take_leavings(tx, now, at_once, on_end); });
        all += some;
    } while (some == at_once);
    return all;
}

}
