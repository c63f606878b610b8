#include "features/device/edition_job.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/edition_clock_store.hpp"
#include "features/device/edition_store.hpp"
#include "features/device/ledger_doc.hpp"
#include "features/device/register_store.hpp"
#include "platform/db/blob.hpp"
#include "platform/log.hpp"
#include "platform/uuid.hpp"

#include <algorithm>

namespace hoshuban::device {
namespace {

constexpr int most_listed_units = 200'000;
constexpr int most_attempts = 3;

std::unexpected<Error> no_ledger()
{
    return fail(ErrorKind::not_found, "device/ledger_not_found",
        {"この基準日に、この区分の機器はありません。システムの区分と基準日を確かめてください。",
            "no unit of this division stood anywhere on that day: check the division and the day"});
}

/// What an edition is made from: one look at the database.
struct EditionDraft {
    Edition edition;
    std::vector<Unit> units;
    int kept_by_city = 0;
};

Result<EditionDraft> draft_of(
    db::Reader& reader, const contract::Profile& profile, const ContractLedger& ledger, LocalDay day)
{
    const auto states = list_ledgers(reader, profile, day);
    const auto state =
        std::ranges::find_if(states, [&](const LedgerState& each) { return each.ledger.division == ledger.division; });
    if (state == states.end())
        return no_ledger();
    EditionDraft draft{next_edition(newest_edition(reader, profile.id, ledger.division)), {}, state->kept_by_city};
    TRY_ASSIGN(auto page,
        list_units(reader, profile.id, {.day = day, .division = ledger.divisions.size() == 1 ? ledger.division : ""},
            "", most_listed_units));
    draft.units = std::move(page.units);
    // The filter takes no division for every division.
    std::erase_if(draft.units, [&](const Unit& unit) {
        return !ledger.covers(unit.device.division) || !ledger.lists(unit.placement.spot, unit.site_number);
    });
    draft.edition.movements = state->movements;
    draft.edition.division = ledger.division;
    draft.edition.on = day;
    draft.edition.units = static_cast<int>(draft.units.size());
    return draft;
}

Result<Edition> try_edition(db::Database& database, const contract::Profile& profile, const audit::Cause& cause,
    const NewId& new_id, const std::string& division, LocalDay day)
{
    const ContractLedger ledger = ledger_of(profile, division);
    TRY_ASSIGN(auto draft, database.read([&](db::Reader& reader) { return draft_of(reader, profile, ledger, day); }));
    Edition& edition = draft.edition;
    if (edition.version == 1)
        edition.id = {new_id()};
    edition.made_by = cause.actor().name;
    edition.made_at = cause.now();
    const LedgerHeading heading{.contract = profile.title,
        .division = ledger.division,
        .on = day,
        .edition = edition.number,
        .stated_title = ledger.stated ? ledger.title : "",
        .kept_by_city = draft.kept_by_city};
    TRY_ASSIGN(
        const auto bytes, ledger_workbook(heading, draft.units, {profile.id, profile.device_classes}, cause.now()));
    const auto file = db::pack_blob(bytes);
    edition.name = ledger_file_name(heading);
    edition.sha256 = file.sha256;
    TRY(database.write([&](db::Tx& tx) { return put_edition(tx, profile.id, cause, edition, file); }));
    return edition;
}

// What no edition could be made of is waited for from now on.
Result<void> keep_clocks(db::Database& database, const contract::Profile& profile, Instant now)
{
    if (!database.read([&](db::Reader& reader) { return clocks_differ(reader, profile, day_of(now)); }))
        return {};
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(database, profile));
    database.write([&](db::Tx& tx) { settle_clocks(tx, profile, *calendar, now); });
    return {};
}

}

Result<Edition> edition_at_last(db::Database& database, const contract::Profile& profile, const audit::Cause& cause,
    const NewId& new_id, const std::string& division, LocalDay day)
{
    auto made = try_edition(database, profile, cause, new_id, division, day);
    for (int attempt = 1; attempt < most_attempts && !made && made.error().code == "device/edition_changed"; ++attempt)
        made = try_edition(database, profile, cause, new_id, division, day);
    return made;
}

void renew_editions(
    db::Database& database, const contract::Profile& profile, const audit::Cause& cause, const NewId& new_id)
{
    const LocalDay today = day_of(cause.now());
    const auto ledgers = database.read([&](db::Reader& reader) { return list_ledgers(reader, profile, today); });
    for (const LedgerState& state : ledgers) {
        if (state.pending() == 0)
            continue;
        const auto made = edition_at_last(database, profile, cause, new_id, state.ledger.division, today);
        if (!made)
            log::warning("edition.not_made", {{"contract", profile.id.text}, {"error", made.error().code}});
    }
    static_cast<void>(keep_clocks(database, profile, cause.now()));
}

void make_awaited_editions(db::Database& database, contract::ProfileCache& profiles, const Clock& clock)
{
    Actor program;
    program.origin = Origin::job;
    const audit::Cause cause{program, clock.now()};
    for (const ContractId& each : database.read([](db::Reader& reader) { return contracts_awaiting(reader); })) {
        if (const auto profile = contract::profile(database, profiles, each))
            renew_editions(database, **profile, cause, [&clock] { return new_uuid(clock); });
    }
}

void watch_editions(db::Database& database, contract::ProfileCache& profiles, Instant now)
{
    const auto contracts = database.read([](db::Reader& reader) { return contract::list_contracts(reader); });
    for (const contract::ContractRow& each : contracts) {
        // A contract whose profile cannot be read is told of where it is loaded.
        if (const auto profile = contract::profile(database, profiles, each.id))
            static_cast<void>(keep_clocks(database, **profile, now));
    }
}

}
