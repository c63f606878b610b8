#include "features/device/ledger_api.hpp"

#include "core/changed.hpp"
#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/edition_clock_store.hpp"
#include "features/device/edition_job.hpp"
#include "features/device/edition_store.hpp"
#include "features/device/ledger_doc.hpp"
#include "features/device/ledger_view_api.hpp"
#include "features/device/listed_facts_store.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/reference_day.hpp"
#include "features/device/register_store.hpp"
#include "platform/db/blob.hpp"

namespace hoshuban::device {
namespace {

constexpr int most_exported = 200'000;
constexpr std::size_t most_edition_bytes = std::size_t{100} << 20;
constexpr int most_renewed_at_once = 200; ///< units; more than these would make their list wait for its editions

auto new_ids(const http::Context& context)
{
    return [&context] { return context.new_id<EditionId>().text; };
}

// What the city keeps is in no ledger of the contractor; retired units stay in the extract, which says so of them.
int leave_out(const contract::Profile& profile, std::vector<Unit>& units)
{
    return static_cast<int>(std::erase_if(units, [&](const Unit& unit) {
        const Spot& spot = unit.placement.spot;
        return spot.use != Use::retired && !ledger_of(profile, unit.device.division).lists(spot, unit.site_number);
    }));
}

LedgerHeading extract_heading(const contract::Profile& profile, const UnitFilter& filter, int kept_by_city)
{
    const ContractLedger ledger = ledger_of(profile, filter.division);
    const bool whole = ledger.stated && ledger.divisions == std::vector{filter.division};
    return {.contract = profile.title,
        .division = filter.division,
        .on = filter.day,
        .stated_title = whole ? ledger.title : "",
        .kept_by_city = kept_by_city};
}

Result<http::File> export_register(http::Context& context, const UnitQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const UnitFilter filter = filter_of(context, query);
    FactsOfUnits facts;
    TRY_ASSIGN(auto page, context.database().read([&](db::Reader& reader) {
        facts = facts_on(known_facts(reader, contract), filter.day);
        return list_units(reader, contract, filter, "", most_exported);
    }));
    std::vector<Unit> units = std::move(page.units);
    const LedgerHeading heading = extract_heading(*profile, filter, leave_out(*profile, units));
    const LedgerWords words{contract, profile->device_classes};
    TRY_ASSIGN(auto bytes, ledger_workbook(heading, units, words, context.now(), &facts));
    audit::Entry entry = audit::entry(context, contract, "device.ledger_exported", {"device", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = ledger_file_name(heading);
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<http::Created<EditionView>> make_edition(
    http::Context& context, const MakeEdition& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const LocalDay today = day_of(context.now());
    const LocalDay day = body.on.value_or(today);
    TRY(check_reference_day(*profile, day, today));
    TRY_ASSIGN(const auto edition,
        edition_at_last(context.database(), *profile, audit::cause_of(context), new_ids(context), body.division, day));
    return http::Created<EditionView>{view_of(*profile, edition), context.request().path + "/" + edition.id.text};
}

Result<EditionListView> show_editions(http::Context& context, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<EditionListView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        const auto editions = list_editions(reader, contract);
        EditionListView view{{}, {}, context.actor().may(Permission::move_device, contract)};
        for (const LedgerState& state : list_ledgers(reader, *profile, day_of(context.now()))) {
            view.ledgers.push_back(
                {state.ledger.division, state.ledger.title, state.units, state.kept_by_city, state.pending()});
        }
        for (const Edition& edition : editions)
            view.items.push_back(view_of(*profile, edition));
        return view;
    });
}

Result<http::File> download_edition(http::Context& context)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    http::File file;
    TRY(context.database().read([&](db::Reader& reader) -> Result<void> {
        TRY_ASSIGN(const auto edition, get_edition(reader, contract, context.path<EditionId>("edition")));
        TRY_ASSIGN(file.bytes, db::find_blob(reader, edition.sha256, most_edition_bytes));
        file.filename = edition.name;
        return {};
    }));
    file.content_type = attachment::content_type_of(file.filename);
    audit::Entry entry =
        audit::entry(context, contract, "device.edition_read", {"ledger_edition", context.path_text("edition")});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    return file;
}

Result<http::Versioned<EditionView>> submit_edition(
    http::Context& context, const SubmitEdition& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int seen, context.if_match());
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<EditionView>> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, contract));
        TRY_ASSIGN(auto edition, get_edition(tx, contract, context.path<EditionId>("edition")));
        const int version = edition.version;
        TRY(submit(edition, body.on, day_of(context.now()), context.actor().name));
        if (version != seen)
            return changed_meanwhile("device/edition_changed", version);
        TRY(put_submitted(tx, contract, audit::cause_of(context), edition));
        return http::Versioned<EditionView>{view_of(*profile, edition), edition.version};
    });
}

}

void renew_editions(const http::Context& context, contract::ProfileCache& profiles)
{
    const auto profile = contract::profile(context.database(), profiles, context.path<ContractId>("contract"));
    if (profile)
        renew_editions(context.database(), **profile, audit::cause_of(context), new_ids(context));
}

void renew_editions(const http::Context& context, contract::ProfileCache& profiles, int units)
{
    if (units <= most_renewed_at_once)
        renew_editions(context, profiles);
}

void await_editions(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar, int units,
    const std::set<std::string>& divisions, Instant now)
{
    if (units > most_renewed_at_once)
        start_clocks(tx, profile, calendar, divisions, now);
}

void add_ledger_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/register";
    router
        .get(all + "/export",
            [&profiles](
                http::Context& context, const UnitQuery& query) { return export_register(context, query, profiles); })
        .permission(Permission::view_device)
        .takes_long()
        .summary({"所在等管理一覧（基準日現在）をExcelに書き出す", "Export the register of a day"});
    router.get(all + "/editions", [&profiles](http::Context& context) { return show_editions(context, profiles); })
        .permission(Permission::view_device)
        .summary({"所在等管理一覧の版", "Editions of the ledgers"});
    router
        .post(all + "/editions",
            [&profiles](
                http::Context& context, const MakeEdition& body) { return make_edition(context, body, profiles); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"所在等管理一覧の版を作る", "Make an edition of a ledger"});
    router.get(all + "/editions/{edition}/file", download_edition)
        .permission(Permission::view_device)
        .summary({"所在等管理一覧の版のファイル", "The file of an edition"});
    router
        .post(all + "/editions/{edition}/submission",
            [&profiles](
                http::Context& context, const SubmitEdition& body) { return submit_edition(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"所在等管理一覧の版を提出済みにする", "Mark an edition as submitted"});
}

}
