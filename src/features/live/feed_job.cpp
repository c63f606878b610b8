#include "features/live/feed_job.hpp"

#include "features/audit/follow_store.hpp"
#include "features/search/limit_store.hpp"

#include <algorithm>
#include <set>

namespace hoshuban::live {
namespace {

// After more than this, whoever was away or slept asks for everything again.
constexpr std::int64_t most_missed = 500;
constexpr std::chrono::seconds between_looks{5};

std::set<ContractId> contracts_of(const Actor& actor)
{
    std::set<ContractId> contracts;
    for (const Membership& held : actor.memberships)
        contracts.insert(held.contract);
    return contracts;
}

std::map<ContractId, std::int64_t> ends_of(db::Database& database)
{
    std::map<ContractId, std::int64_t> ends;
    for (const audit::Head& head : database.read(audit::list_ends))
        ends[head.chain] = head.sequence;
    return ends;
}

/// Whether the numbers of the chain may be told: they count what happens in the whole contract.
bool sees_whole(const Actor& actor, const ContractId& contract)
{
    return std::ranges::any_of(actor.memberships,
        [&](const Membership& held) { return held.contract == contract && scope_of(held.role) == Scope::contract; });
}

}

void Feed::subscribe(std::shared_ptr<http::EventStream> stream, const std::string& session, const Actor& actor,
    const std::optional<std::string>& last, Instant now)
{
    const auto ends = ends_of(database_);
    const Positions reached = positions_from(last.value_or(""));
    Subscriber subscriber{std::move(stream), session, actor, {}, now};
    bool missed = false;
    for (const ContractId& contract : contracts_of(actor)) {
        const auto end = ends.find(contract);
        const std::int64_t current = end == ends.end() ? 0 : end->second;
        const auto known = reached.find(contract);
        const bool goes_on = known != reached.end() && sees_whole(actor, contract) && known->second <= current &&
            current - known->second <= most_missed;
        missed = missed || (last && !goes_on);
        subscriber.told[contract] = goes_on ? known->second : current;
    }
    subscriber.stream->send(greeting());
    if (missed)
        subscriber.stream->send(start_over());
    const std::lock_guard lock{mutex_};
    subscribers_.push_back(std::move(subscriber));
}

std::size_t Feed::subscribers() const
{
    const std::lock_guard lock{mutex_};
    return subscribers_.size();
}

void Feed::step(Instant now)
{
    const std::lock_guard lock{mutex_};
    look_again(now);
    if (subscribers_.empty())
        return;
    for (const auto& [contract, end] : ends_of(database_))
        tell(contract, end);
}

void Feed::look_again(Instant now)
{
    std::erase_if(subscribers_, [&](Subscriber& each) {
        if (each.stream->over())
            return true;
        if (now - each.looked < between_looks)
            return false;
        auto actor = look_(each.session, now);
        if (!actor) {
            each.stream->end();
            return true;
        }
        each.actor = std::move(*actor);
        each.looked = now;
        return false;
    });
}

void Feed::tell(const ContractId& contract, std::int64_t end)
{
    std::int64_t after = end;
    for (const Subscriber& each : subscribers_) {
        const auto told = each.told.find(contract);
        if (told != each.told.end())
            after = std::min(after, told->second);
    }
    if (after == end)
        return;
    const auto seen = news(contract, after, end);
    for (Subscriber& each : subscribers_) {
        if (each.told.contains(contract))
            tell(each, contract, end, seen);
    }
}

std::vector<Feed::Seen> Feed::news(const ContractId& contract, std::int64_t after, std::int64_t end) const
{
    if (end - after > most_missed)
        return {{{"*", ""}, end, std::vector{search::everyone()}, Permission::view_contract}};
    return database_.read([&](db::Reader& reader) {
        std::vector<Seen> seen;
        for (const audit::Mark& mark : audit::changes_between(reader, contract, after, end)) {
            const Change change{mark.subject.kind, mark.subject.id};
            const auto source = std::ranges::find(sources_, mark.subject.kind, &search::Source::kind);
            if (source != sources_.end()) {
                const auto document = source->document(reader, contract, mark.subject.id);
                auto reaches = document ? std::optional{document->reaches} : std::nullopt;
                seen.push_back({change, mark.sequence, std::move(reaches), source->see});
            } else if (const auto known = whole_.find(mark.subject.kind); known != whole_.end()) {
                seen.push_back({change, mark.sequence, std::nullopt, known->second});
            }
        }
        return seen;
    });
}

void Feed::tell(
    Subscriber& subscriber, const ContractId& contract, std::int64_t end, const std::vector<Seen>& seen) const
{
    std::int64_t& told = subscriber.told[contract];
    std::set<Change> changes;
    for (const Seen& each : seen) {
        if (each.sequence <= told)
            continue;
        const auto limit = search::limit_of(subscriber.actor, contract, each.change.kind, each.see);
        if (limit && (limit->whole || (each.reaches && search::reached(*limit, *each.reaches))))
            changes.insert(each.change);
    }
    told = end;
    if (changes.empty())
        return;
    // Numbers of chains are told only to who sees the whole of every contract he is in.
    const bool numbered = std::ranges::all_of(
        subscriber.told, [&](const auto& each) { return sees_whole(subscriber.actor, each.first); });
    subscriber.stream->send(
        message(numbered ? to_text(subscriber.told) : "", contract, {changes.begin(), changes.end()}));
}

}
