#include "features/audit/audit_store.hpp"

#include "features/audit/sql.hpp"
#include "features/audit/stored_event_store.hpp"
#include "platform/crypto.hpp"
#include "platform/db/many.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace hoshuban::audit {
namespace {

std::vector<db::Param> params_of(const Event& event)
{
    const Entry& entry = event.entry;
    return {entry.chain, event.sequence, entry.at, entry.actor, entry.actor_name, entry.side, entry.roles, entry.origin,
        entry.remote_address, entry.request_id, entry.act, entry.kind, entry.subject.kind, entry.subject.id,
        entry.before, entry.after, entry.reason, event.previous_hash, event.hash};
}

void insert(db::Tx& tx, const std::vector<Event>& events)
{
    std::vector<std::vector<db::Param>> rows;
    rows.reserve(events.size());
    for (const Event& event : events)
        rows.push_back(params_of(event));
    db::insert_many(tx, sql::insert_event, rows);
}

void append(db::Tx& tx, const ContractId& chain, std::span<const Entry* const> entries)
{
    const auto count = static_cast<std::int64_t>(entries.size());
    Head end = tx.query(sql::reserve_numbers, chain, count).one([&](const db::Row& row) {
        return Head{chain, row.get<std::int64_t>("sequence") - count, row.get<std::string>("hash")};
    });
    std::vector<Event> events;
    events.reserve(entries.size());
    for (const Entry* entry : entries) {
        Event& event = events.emplace_back(Event{*entry, ++end.sequence, std::move(end.hash), {}});
        event.hash = crypto::sha256_hex(canonical(event));
        end.hash = event.hash;
    }
    insert(tx, events);
    tx.execute(sql::set_end, chain, end.hash);
}

void append_all(db::Tx& tx, std::span<const Entry> entries)
{
    std::vector<const Entry*> sorted;
    sorted.reserve(entries.size());
    for (const Entry& entry : entries)
        sorted.push_back(&entry);
    // Always the same order of chains, so that two processes do not wait for each other in a circle.
    std::ranges::stable_sort(sorted, {}, [](const Entry* entry) -> const ContractId& { return entry->chain; });
    for (auto first = sorted.begin(); first != sorted.end();) {
        const ContractId& chain = (*first)->chain;
        const auto last = std::find_if(first, sorted.end(), [&](const Entry* entry) { return entry->chain != chain; });
        append(tx, chain, {first, last});
        first = last;
    }
}

// A row is checked as the bytes that are there: what no program of ours would write must not stop the walk.
struct StoredLink {
    std::array<std::string, hashed_fields.size()> fields;
    std::int64_t sequence = 0;
    std::string hash;
};

std::string bytes_of(const db::Cell& cell)
{
    return cell.kind == db::ValueKind::integer ? std::to_string(cell.integer) : std::string(cell.data);
}

void read_link(const db::Row& row, StoredLink& link)
{
    for (std::size_t i = 0; i < hashed_fields.size(); ++i)
        link.fields[i] = bytes_of(row.cell(hashed_fields[i]));
    link.hash = bytes_of(row.cell("hash"));
    const std::string& number = link.fields[1];
    link.sequence = 0;
    std::from_chars(number.data(), number.data() + number.size(), link.sequence);
}

}

void record(db::Tx& tx, const Entry& entry)
{
    tx.store_at_commit(append_all, std::vector{entry});
}

void record_all(db::Tx& tx, std::span<const Entry> entries)
{
    tx.store_at_commit(append_all, std::vector(entries.begin(), entries.end()));
}

std::vector<Event> events_of(db::Reader& reader, const ContractId& chain, const Subject& subject, int limit)
{
    return reader.query(sql::list_changes, chain, subject.kind, subject.id, limit).map(stored_event_from);
}

// Blanks in a name do not count: people write 見本太郎 and 見本 太郎.
static std::string pattern_of(std::string_view name)
{
    constexpr std::string_view wide_space = "\u3000";
    std::string pattern = "%";
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name.substr(at).starts_with(wide_space)) {
            at += wide_space.size() - 1;
            continue;
        }
        if (name[at] == '%' || name[at] == '_' || name[at] == '\\')
            pattern += '\\';
        if (name[at] != ' ')
            pattern += name[at];
    }
    return pattern + '%';
}

std::vector<Event> list_events(db::Reader& reader, const ContractId& chain, const EventFilter& filter)
{
    const std::int64_t before = filter.before.value_or(std::numeric_limits<std::int64_t>::max());
    if (filter.first || filter.last || !filter.actor.empty()) {
        const Subject subject = filter.subject.value_or(Subject{});
        const auto start = filter.first ? to_text(instant(LocalTime{*filter.first})) : std::string{};
        const auto end = filter.last ? to_text(instant(LocalTime{*filter.last + std::chrono::days{1}})) : "~";
        return reader
            .query(sql::list_events_between, chain, before, start, end, filter.actor, pattern_of(filter.actor),
                filter.kind.value_or(""), subject.kind, subject.id, filter.limit)
            .map(stored_event_from);
    }
    if (filter.subject) {
        return reader
            .query(sql::list_events_of_subject, chain, filter.subject->kind, filter.subject->id, before,
                filter.kind.value_or(""), filter.limit)
            .map(stored_event_from);
    }
    if (filter.kind)
        return reader.query(sql::list_events_of_kind, chain, *filter.kind, before, filter.limit).map(stored_event_from);
    return reader.query(sql::list_events, chain, before, filter.limit).map(stored_event_from);
}

std::vector<Event> events_after(db::Reader& reader, const ContractId& chain, std::int64_t sequence, int limit)
{
    return reader.query(sql::list_events_after, chain, sequence, limit).map(stored_event_from);
}

std::optional<PersonId> opened_by(db::Reader& reader, const ContractId& chain, const Subject& subject)
{
    auto person = reader.query(sql::find_opener, chain, subject.kind, subject.id).one_or_none([](const db::Row& row) {
        return row.get<PersonId>("actor_id");
    });
    return person && person->text.empty() ? std::nullopt : person;
}

void for_each(db::Reader& reader, const ContractId& chain, const std::function<void(const Event&)>& visit)
{
    reader.stream(sql::all_events, chain).for_each([&](const db::Row& row) { visit(stored_event_from(row)); });
}

std::optional<Head> head_of(db::Reader& reader, const ContractId& chain)
{
    return reader.query(sql::find_end, chain).one_or_none([&](const db::Row& row) {
        return Head{chain, row.get<std::int64_t>("sequence"), row.get<std::string>("hash")};
    });
}

std::vector<ContractId> list_chains(db::Reader& reader)
{
    return reader.query(sql::list_chains).map([](const db::Row& row) { return row.get<ContractId>("contract_id"); });
}

Verification verify(db::Reader& reader, const ContractId& chain)
{
    Verification result{.chain = chain};
    ChainWalk walk;
    StoredLink link;
    reader.stream(sql::all_events, chain).for_each([&](const db::Row& row) {
        ++result.events;
        read_link(row, link);
        std::array<std::string_view, hashed_fields.size()> fields;
        std::ranges::copy(link.fields, fields.begin());
        walk.step({link.sequence, link.fields.back(), link.hash}, crypto::sha256_hex(canonical(fields)));
    });
    const auto head = head_of(reader, chain);
    walk.finish(head);
    result.verified_until = walk.verified_until();
    result.head_hash = head ? head->hash : "";
    result.broken = walk.broken();
    return result;
}

}
