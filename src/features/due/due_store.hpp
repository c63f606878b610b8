#pragma once
#include "features/due/due.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hoshuban::due {

/// Starts a clock. An open one of the same kind and subject is set anew and keeps its id.
void start(db::Tx&, const ContractId&, const DueId&, const NewDue&, const WorkingCalendar&);
/// A clock to be started or moved, with the calendar that it is counted by.
struct Started {
    DueId id = {};
    NewDue due = {};
    const WorkingCalendar* calendar = nullptr;
};
/// Starts many as start() does, in one statement for some hundred of them on PostgreSQL.
void start_all(db::Tx&, const ContractId&, std::span<const Started>);
/// Sets open clocks anew by their ids, but not on whom they wait; in one statement for some hundred of them on
/// PostgreSQL.
void move_all(db::Tx&, const ContractId&, std::span<const Started>);

/// An open clock, and when it is due.
struct OpenMoment {
    DueId id = {};
    Instant due_at = {};
};
/// By kind and the id of the subject.
using OpenMoments = std::map<std::pair<std::string, std::string>, OpenMoment>;
/// The subjects of one kind from one id to another, both included.
struct SubjectRange {
    std::string kind = {};
    std::string first = {};
    std::string last = {};
};
/// When the open clocks of these subjects are due.
OpenMoments open_moments(db::Reader&, const ContractId&, const SubjectRange&);

/// Stops the open clock, if there is one: met when not after its due moment, otherwise late.
void stop(db::Tx&, const ContractId&, std::string_view kind, const audit::Subject&, Instant now);
/// Stops the open clock, if there is one, because nothing is due any more.
void cancel(db::Tx&, const ContractId&, std::string_view kind, const audit::Subject&, Instant now);

struct Filter {
    std::optional<Side> side = {};
    std::optional<audit::Subject> subject = {};
    int limit = 200;
};

/// The clocks that run, the first due first.
std::vector<Due> open_of(db::Reader&, const ContractId&, const Filter&);

/// The contracts in which a clock of this kind runs.
std::vector<ContractId> contracts_with(db::Reader&, std::string_view kind);

/// Records `due.half`, `due.near` or `due.passed`, each once, for clocks that reached them; of several that were missed
/// only the last. Returns how many were recorded.
int take_escalations(db::Tx&, Instant now, int limit);

}
