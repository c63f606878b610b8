#include "features/device/edition_clock_store.hpp"

#include "features/device/ledger.hpp"
#include "features/device/sql.hpp"
#include "features/due/due_store.hpp"

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

Instant moved_at(db::Reader& reader, const ContractId& contract, const std::string& division, Instant now)
{
    const auto entered = reader.query(sql::last_move, contract, division).one_or_none([](const db::Row& row) {
        return row.get<std::optional<Instant>>("entered_at");
    });
    return entered.value_or(std::nullopt).value_or(now);
}

void start_clock(
    db::Tx& tx, const ContractId& contract, const WorkingCalendar& calendar, const std::string& division, Instant since)
{
    const auto open = calendar.roll(day_of(since), Roll::next);
    const LocalDay last = open ? open->day : day_of(since);
    due::start(tx, contract, DueId{"ledger." + ledger_subject(division).id + "." + to_text(since)},
        {.kind = std::string{edition_clock},
            .subject = ledger_subject(division),
            .number = ledger_title(division),
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

bool clocks_differ(db::Reader& reader, const ContractId& contract, LocalDay today)
{
    for (const LedgerState& ledger : list_ledgers(reader, contract, today)) {
        if ((ledger.pending() > 0) != has_clock(reader, contract, ledger.division))
            return true;
    }
    return false;
}

void start_clocks(db::Tx& tx, const ContractId& contract, const WorkingCalendar& calendar,
    const std::set<std::string>& divisions, Instant now)
{
    for (const std::string& division : divisions) {
        if (!has_clock(tx, contract, division))
            start_clock(tx, contract, calendar, division, now);
    }
}

void settle_clocks(db::Tx& tx, const ContractId& contract, const WorkingCalendar& calendar, Instant now)
{
    for (const LedgerState& ledger : list_ledgers(tx, contract, day_of(now))) {
        const bool running = has_clock(tx, contract, ledger.division);
        if (ledger.pending() > 0 && !running)
            start_clock(tx, contract, calendar, ledger.division, moved_at(tx, contract, ledger.division, now));
        if (ledger.pending() == 0 && running)
            due::stop(tx, contract, edition_clock, ledger_subject(ledger.division), now);
    }
}

}
