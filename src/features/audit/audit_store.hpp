#pragma once
#include "features/audit/audit.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <span>
#include <vector>

namespace hoshuban::audit {

/// Appends one event to its chain, in the transaction of the change it tells of: at its end, together with those of the
/// other writes of the group, so the event cannot be read before the commit.
void record(db::Tx&, const Entry&);

/// Appends many; those of one chain keep their order.
void record_all(db::Tx&, std::span<const Entry>);

/// The changes of one thing, newest first. Readings are left out.
std::vector<Event> events_of(db::Reader&, const ContractId&, const Subject&, int limit);

struct EventFilter {
    std::optional<std::int64_t> before = {}; ///< only events with a smaller number
    std::optional<Subject> subject = {};
    std::optional<std::string> kind = {};
    std::optional<LocalDay> first = {}; ///< only events of this day in Japan and later
    std::optional<LocalDay> last = {}; ///< only events until the end of this day in Japan
    std::string actor = {}; ///< a person's id, or a part of the name without regard to blanks
    int limit = 50;
};

/// A page of a chain, newest first.
std::vector<Event> list_events(db::Reader&, const ContractId&, const EventFilter&);

/// The events that follow this number, in order.
std::vector<Event> events_after(db::Reader&, const ContractId&, std::int64_t sequence, int limit);

/// Who made the first change of a thing; nobody when there is none or a program made it.
std::optional<PersonId> opened_by(db::Reader&, const ContractId&, const Subject&);

/// Every event of a chain in order, without holding them in memory.
void for_each(db::Reader&, const ContractId&, const std::function<void(const Event&)>&);

std::optional<Head> head_of(db::Reader&, const ContractId&);
/// Every chain that has an event or a recorded end.
std::vector<ContractId> list_chains(db::Reader&);

struct Verification {
    ContractId chain;
    std::int64_t events = 0;
    std::int64_t verified_until = 0;
    std::string head_hash = {}; ///< of the recorded end; worth noting down outside the database
    std::optional<Break> broken = {};
};

/// Walks the whole chain; reads every event.
Verification verify(db::Reader&, const ContractId&);

}
