#include "features/device/edition_clock_store.hpp"

#include "features/device/sql.hpp"
#include "features/due/due_store.hpp"

#include <algorithm>

namespace hoshuban::device {
namespace {

constexpr std::string_view edition_clock = "device.edition";
constexpr std::string_view whole_contract = "-"; ///< a contract without divisions has one ledger

bool has_clock(db::Reader& reader, const ContractId& contract, const std::string& division)
{
    for (const due::Due& each : due::open_of(reader, contract, {.subject = ledger_subject(division)})) {
        if (each.terms.kind == edition_clock)
            return true;
    }
    return false;
}

Instant moved_at(db::Reader& reader, const ContractId& contract, const std::set<std::string>& divisions, Instant now)
{
    std::optional<Instant> newest;
    for (const std::string& division : divisions) {
        const auto entered = reader.query(sql::last_move, contract, division).one_or_none([](const db::Row& row) {
            return row.get<std::optional<Instant>>("entered_at");
        });
        newest = std::max(newest, entered.value_or(std::nullopt));
    }
    return newest.value_or(now);
}

void start_clock(db::Tx& tx, const ContractId& contract, const WorkingCalendar& calendar, const ContractLedger& ledger,
    Instant since)
{
    const audit::Subject subject = ledger_subject(ledger.division);
    const auto open = calendar.roll(day_of(since), Roll::next);
    const LocalDay last = open ? open->day : day_of(since);
    due::start(tx, contract, DueId{"ledger." + subject.id + "." + to_text(since)},
        {.kind = std::string{edition_clock},
            .subject = subject,
            .number = ledger.title,
            .title = "まだ版にない異動",
            .side = Side::contractor,
            .starts_at = since,
            .due_at = instant(LocalTime{last + std::chrono::days{1}}) - std::chrono::seconds{1}},
        calendar);
}

}

audit::Subject ledger_subject(const std::string& division)
{
    return {"ledger", division.empty() ? std::string{whole_contract} : division};
}

std::string division_of(const std::string& subject_id)
{
    return subject_id == whole_contract ? std::string{} : subject_id;
}

std::vector<ContractId> contracts_awaiting(db::Reader& reader)
{
    return due::contracts_with(reader, edition_clock);
}

bool clocks_differ(db::Reader& reader, const contract::Profile& profile, LocalDay today)
{
    return std::ranges::any_of(list_ledgers(reader, profile, today), [&](const LedgerState& state) {
        return (state.pending() > 0) != has_clock(reader, profile.id, state.ledger.division);
    });
}

void start_clocks(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar,
    const std::set<std::string>& divisions, Instant now)
{
    for (const std::string& division : divisions) {
        const ContractLedger ledger = ledger_of(profile, division);
        if (!has_clock(tx, profile.id, ledger.division))
            start_clock(tx, profile.id, calendar, ledger, now);
    }
}

void settle_clocks(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar, Instant now)
{
    for (const LedgerState& state : list_ledgers(tx, profile, day_of(now))) {
        const bool running = has_clock(tx, profile.id, state.ledger.division);
        if (state.pending() > 0 && !running)
            start_clock(tx, profile.id, calendar, state.ledger, moved_at(tx, profile.id, state.divisions, now));
        if (state.pending() == 0 && running)
            due::stop(tx, profile.id, edition_clock, ledger_subject(state.ledger.division), now);
    }
}

}
