#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::audit {

/// The chain of what belongs to no contract: accounts, sign-ins, backups. No contract may have this id.
inline const ContractId system_chain{"system"};

/// Whether somebody changed something or only read it (opened a request, exported a ledger).
enum class Act { change, reading };

constexpr auto names_of(const Act*)
{
    return std::to_array<Name<Act>>({{Act::change, "change"}, {Act::reading, "reading"}});
}

/// What an event is about: `{"work_request", id.text}`.
struct Subject {
    std::string kind;
    std::string id;
};

/// One event to be recorded. Texts that do not apply are empty. Never holds a password, a token or a link.
struct Entry {
    ContractId chain;
    Instant at;
    PersonId actor;
    std::string actor_name;
    Side side = Side::neutral; ///< as it was at that moment, like `roles`
    std::string roles; ///< names, separated by commas; `administrator` among them
    Origin origin = Origin::screen;
    std::string remote_address = {};
    std::string request_id = {};
    Act act = Act::change;
    std::string kind; ///< `work_request.created`
    Subject subject;
    std::string before = {}; ///< a JSON object of the fields before the change
    std::string after = {}; ///< the same after it
    std::string reason = {};
};

/// A recorded event and its place in the chain.
struct Event {
    Entry entry;
    std::int64_t sequence = 0; ///< 1, 2, 3 … without gaps in each chain
    std::string previous_hash; ///< empty for the first
    std::string hash;
    bool altered = false; ///< as read: the content does not give the hash
    std::map<std::string, std::string> unreadable =
        {}; ///< as read: columns that hold no value of theirs, as they stand
};

/// The last event of a chain, stored apart from the events so that a cut-off tail is noticed.
struct Head {
    ContractId chain;
    std::int64_t sequence = 0;
    std::string hash;
};

/// Where an act outside an HTTP request comes from: a command, a job, a test.
struct Cause {
    const Actor& who;
    Instant when;
    std::string address = {};
    std::string request = {};

    const Actor& actor() const { return who; }
    Instant now() const { return when; }
    const std::string& remote_address() const { return address; }
    const std::string& request_id() const { return request; }
};

/// The cause of what an http::Context does, for other rooms to record with.
template <class C>
Cause cause_of(const C& context)
{
    return {context.actor(), context.now(), context.remote_address(), context.request_id()};
}

/// Fills in who, when and from where; `cause` is an http::Context or a Cause. The caller adds before, after and reason.
template <class C>
Entry entry(const C& cause, const ContractId& chain, std::string_view kind, Subject subject);

/// Everything an event's hash is taken over, in this order: the columns of the table but the hash.
inline constexpr auto hashed_fields = std::to_array<std::string_view>(
    {"contract_id", "sequence", "at", "actor_id", "actor_name", "side", "roles", "origin", "remote_address",
        "request_id", "act", "kind", "subject_kind", "subject_id", "before", "after", "reason", "previous_hash"});

/// The bytes to hash: each field as `<length>:<bytes>`, so that no two events share an encoding. `fields` stand in the
/// order of hashed_fields.
std::string canonical(std::span<const std::string_view, hashed_fields.size()> fields);
std::string canonical(const Event&);

enum class BreakKind {
    altered, ///< the content does not give the stored hash
    missing, ///< a number is not there
    unlinked, ///< does not continue the event before it: replaced, inserted or put elsewhere
    cut_off, ///< the chain ends before its recorded end
    beyond_end, ///< stands after the recorded end
    end_differs, ///< the last event is not the recorded one
    no_end, ///< the record of the end is gone
};

constexpr auto names_of(const BreakKind*)
{
    return std::to_array<Name<BreakKind>>({
        {BreakKind::altered, "altered"},
        {BreakKind::missing, "missing"},
        {BreakKind::unlinked, "unlinked"},
        {BreakKind::cut_off, "cut_off"},
        {BreakKind::beyond_end, "beyond_end"},
        {BreakKind::end_differs, "end_differs"},
        {BreakKind::no_end, "no_end"},
    });
}

/// The first place where a chain does not hold.
struct Break {
    std::int64_t sequence;
    BreakKind kind;

    bool operator==(const Break&) const = default;
};

Text reason_of(const Break&);

/// What holds an event in its chain.
struct Link {
    std::int64_t sequence;
    std::string_view previous_hash;
    std::string_view hash;
};

/// Follows one chain from its first event to its end.
class ChainWalk {
public:
    /// `recomputed` is the hash of the event's canonical bytes. After a break, further steps change nothing.
    void step(const Link&, std::string_view recomputed);
    void finish(const std::optional<Head>&);

    const std::optional<Break>& broken() const { return broken_; }
    std::int64_t verified_until() const { return sequence_; }

private:
    std::int64_t sequence_ = 0;
    std::string hash_;
    std::optional<Break> broken_;
};

/// Names of the roles in force, as events keep them.
std::string role_names(const Actor&, const ContractId&);

template <class C>
Entry entry(const C& cause, const ContractId& chain, std::string_view kind, Subject subject)
{
    const Actor& actor = cause.actor();
    return {.chain = chain,
        .at = cause.now(),
        .actor = actor.person,
        .actor_name = actor.name,
        .side = actor.side(chain),
        .roles = role_names(actor, chain),
        .origin = actor.origin,
        .remote_address = cause.remote_address(),
        .request_id = cause.request_id(),
        .kind = std::string(kind),
        .subject = std::move(subject)};
}

}
