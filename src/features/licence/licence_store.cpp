#include "features/licence/licence_store.hpp"

#include "core/changed.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/due/due_store.hpp"
#include "features/licence/licence_facts.hpp"
#include "features/licence/sql.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::licence {
namespace {

constexpr std::string_view end_clock = "licence.end";

audit::Subject subject_of(const Licence& licence)
{
    return {"licence", licence.id.text};
}

Terms terms_from(const db::Row& row)
{
    return {.software = row.get<std::string>("software"),
        .edition = row.get<std::string>("edition"),
        .publisher = row.get<std::string>("publisher"),
        .licensee = row.get<std::string>("licensee"),
        .kind = row.get<Kind>("kind"),
        .quantity = row.get<int>("quantity"),
        .obtained_on = row.get<LocalDay>("obtained_on"),
        .valid_until = row.get<std::optional<LocalDay>>("valid_until"),
        .cost = {row.get<Payer>("payer"), row.get<std::string>("payer_name"), row.get<std::string>("payer_reason")},
        .purpose = row.get<std::string>("purpose"),
        .request = row.get<std::optional<WorkRequestId>>("request_id"),
        .certificate_place = row.get<std::string>("certificate_place"),
        .note = row.get<std::string>("note")};
}

Licence licence_from(const db::Row& row)
{
    Licence read{.id = row.get<LicenceId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<int>("number"),
        .terms = terms_from(row),
        .request_number = row.get<std::optional<std::string>>("request_number").value_or(""),
        .ending = {},
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
    if (const auto on = row.get<std::optional<LocalDay>>("ended_on"))
        read.ending = Ending{*on, row.get<std::string>("ended_because"), row.get<std::string>("ended_by")};
    return read;
}

std::string search_key(const Licence& licence)
{
    const Terms& terms = licence.terms;
    return fold(fmt::format("{} {} {} {} {} {} {} {}", licence.number, terms.software, terms.edition, terms.publisher,
        terms.licensee, terms.purpose, terms.certificate_place, terms.note));
}

std::string name_of_software(const Terms& terms)
{
    return terms.edition.empty() ? terms.software : terms.software + " " + terms.edition;
}

// The id of a clock follows from the licence and its version, which no clock before had.
void set_clock(db::Tx& tx, const WorkingCalendar& calendar, const audit::Cause& cause, const Licence& licence)
{
    const Terms& terms = licence.terms;
    if (licence.ending) {
        due::stop(tx, licence.contract_id, end_clock, subject_of(licence), cause.now());
        return;
    }
    if (!terms.valid_until) {
        due::cancel(tx, licence.contract_id, end_clock, subject_of(licence), cause.now());
        return;
    }
    const LocalDay from = std::max(terms.obtained_on, *terms.valid_until - looked_at_before);
    due::start(tx, licence.contract_id, DueId{fmt::format("{}.{}.{}", licence.id.text, end_clock, licence.version)},
        {.kind = std::string{end_clock},
            .subject = subject_of(licence),
            .number = std::to_string(licence.number),
            .title = name_of_software(terms),
            .side = Side::contractor,
            .starts_at = instant(LocalTime{from}),
            .due_at = instant(LocalTime{*terms.valid_until + std::chrono::days{1}}) - std::chrono::seconds{1},
            .guide = true}, // no contract says when a licence is renewed
        calendar);
}

// The number of the request that a licence is for stands in its events.
Result<void> settle_request(db::Reader& reader, const work_request::Reach& reach, Licence& licence)
{
    licence.request_number.clear();
    if (!licence.terms.request)
        return {};
    TRY_ASSIGN(const auto request, work_request::get(reader, reach, *licence.terms.request));
    licence.request_number = request.number;
    return {};
}

void record_change(
    db::Tx& tx, const audit::Cause& cause, const Happening& told, const audit::Facts& before, const Licence& after)
{
    audit::Entry event = audit::entry(cause, after.contract_id, told.kind, subject_of(after));
    event.reason = told.reason;
    audit::Facts facts = facts_of(after);
    for (const auto& fact : before)
        facts.emplace(fact.first, ""); // what stands there no more
    audit::put_change(event, before, facts);
    audit::record(tx, event);
}

}

Result<Licence> get(db::Reader& reader, const ContractId& contract, const LicenceId& id)
{
    auto found = reader.query(sql::find_licence, contract, id).one_or_none(licence_from);
    if (!found)
        return fail(ErrorKind::not_found, "licence/not_found", {"ライセンスが見つかりません。", "no such licence"});
    return *std::move(found);
}

Result<Licence> get_version(db::Reader& reader, const ContractId& contract, const LicenceId& id, int version)
{
    TRY_ASSIGN(auto licence, get(reader, contract, id));
    if (licence.version != version)
        return changed_meanwhile("licence/changed", licence.version);
    return licence;
}

Result<Licence> insert(db::Tx& tx, const Keeping& keeping, const audit::Cause& cause, Licence licence)
{
    TRY(settle_request(tx, keeping.reach, licence));
    licence.number =
        tx.query(sql::next_licence, licence.contract_id).one([](const db::Row& row) { return row.get<int>("number"); });
    const Terms& terms = licence.terms;
    tx.execute(sql::insert_licence, licence.contract_id, licence.id, licence.number, terms.software, terms.edition,
        terms.publisher, terms.licensee, terms.kind, terms.quantity, terms.obtained_on, terms.valid_until,
        terms.cost.payer, terms.cost.name, terms.cost.reason, terms.purpose, terms.request, terms.certificate_place,
        terms.note, search_key(licence), licence.entered_by, licence.entered_at);
    set_clock(tx, keeping.calendar, cause, licence);
    record_change(tx, cause, {"licence.entered"}, {}, licence);
    return licence;
}

Result<Licence> update(db::Tx& tx, const Keeping& keeping, const audit::Cause& cause, const Happening& told,
    const Licence& before, Licence after)
{
    TRY(settle_request(tx, keeping.reach, after));
    const Terms& terms = after.terms;
    const Ending ending = after.ending.value_or(Ending{});
    tx.execute(sql::update_licence, after.contract_id, after.id, after.version, terms.software, terms.edition,
        terms.publisher, terms.licensee, terms.kind, terms.quantity, terms.obtained_on, terms.valid_until,
        terms.cost.payer, terms.cost.name, terms.cost.reason, terms.purpose, terms.request, terms.certificate_place,
        terms.note, after.ending ? std::optional{ending.on} : std::nullopt, ending.reason, ending.entered_by,
        search_key(after));
    ++after.version;
    set_clock(tx, keeping.calendar, cause, after);
    record_change(tx, cause, told, facts_of(before), after);
    return after;
}

ListPage list(
    db::Reader& reader, const ContractId& contract, const ListFilter& filter, const std::string& cursor, int limit)
{
    ListPage page;
    page.licences = reader
                        .query(sql::list_licences, contract, filter.shown, containing(filter.words), filter.today,
                            filter.today + looked_at_before, cursor, limit + 1)
                        .map(licence_from);
    if (static_cast<int>(page.licences.size()) > limit) {
        page.licences.pop_back();
        page.next = page.licences.back().id.text;
    }
    return page;
}

}
