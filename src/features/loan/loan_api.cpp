#include "features/loan/loan_api.hpp"

#include "features/approval/approval_store.hpp"
#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/register_store.hpp"
#include "features/loan/body_api.hpp"
#include "features/loan/link_store.hpp"
#include "features/loan/loan_facts.hpp"
#include "features/loan/loan_list_doc.hpp"
#include "features/loan/view_api.hpp"
#include "features/media/media_store.hpp"
#include "features/security_incident/incident_store.hpp"

#include <fmt/format.h>
#include <memory>

namespace hoshuban::loan {
namespace {

using One = http::Versioned<LoanView>;

// More than any contract has.
constexpr int most_loans = 10'000;

struct Terms {
    ContractId contract;
    std::shared_ptr<const contract::Profile> profile;
    std::shared_ptr<const WorkingCalendar> calendar;
};

Result<Terms> terms_of(const http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(auto calendar, calendar::working_calendar(context.database(), *profile));
    return Terms{contract, std::move(profile), std::move(calendar)};
}

One answer(db::Reader& reader, const Loan& loan, const http::Context& context)
{
    return {whole_view(reader, loan, context.actor(), day_of(context.now())), loan.version};
}

ListFilter filter_of(const LoanQuery& query)
{
    return {query.kind, query.state == Shown::all ? std::string{} : std::string{name_of(query.state)},
        query.q.value_or(""), query.device ? query.device->text : "", query.medium ? query.medium->text : ""};
}

Result<LoanPage> list_loans(http::Context& context, const LoanQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) {
        const ListPage page = list(reader, contract, filter_of(query), query.cursor.value_or(""), query.limit);
        LoanPage view;
        const LocalDay today = day_of(context.now());
        auto linked = linked_of(reader, contract, page.loans, today);
        for (const Loan& loan : page.loans)
            view.items.push_back(view_of(loan, linked[loan.id], context.actor(), today));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_loans(http::Context& context, const LoanQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    std::map<LoanId, Linked> linked;
    const auto loans = context.database().read([&](db::Reader& reader) {
        auto all = list(reader, contract, filter_of(query), "", most_loans).loans;
        linked = linked_of(reader, contract, all, day_of(context.now()));
        return all;
    });
    TRY_ASSIGN(auto bytes, loan_workbook(loans, linked, context.language(), context.now()));
    audit::Entry entry = audit::entry(context, contract, "loan.exported", {"loan", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "貸与品台帳_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

// What a loan leads to is there, and of its kind.
Result<void> check_linked(db::Reader& reader, const Loan& loan)
{
    TRY(check_link(loan));
    if (loan.device)
        TRY(device::get_device(reader, loan.contract_id, *loan.device));
    if (loan.medium)
        TRY(media::get(reader, loan.contract_id, *loan.medium));
    return {};
}

Result<http::Created<LoanView>> lend_thing(
    http::Context& context, const LendThing& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto terms, terms_of(context, profiles));
    TRY_ASSIGN(const auto loan,
        lend({.id = context.new_id<LoanId>(),
                 .contract_id = terms.contract,
                 .number = body.number,
                 .kind = body.kind,
                 .title = body.title,
                 .lent_by = body.lent_by,
                 .lent_to = body.lent_to,
                 .holder = body.holder,
                 .storage_place = body.storage_place,
                 .lent_on = body.lent_on,
                 .due_back = body.due_back,
                 .note = body.note,
                 .device = body.device_id,
                 .medium = body.medium_id,
                 .entered_by = context.actor().name,
                 .entered_at = context.now()},
            terms.profile->staff.document_check_months, day_of(context.now())));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<LoanView>> {
        TRY(check_linked(tx, loan));
        TRY(insert(tx, *terms.calendar, audit::cause_of(context), loan));
        return http::Created<LoanView>{
            whole_view(tx, loan, context.actor(), day_of(context.now())), context.request().path + "/" + loan.id.text};
    });
}

Result<One> show_loan(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto loan, get(reader, contract, context.path<LoanId>("id")));
        return answer(reader, loan, context);
    });
}

Result<One> correct_loan(http::Context& context, const CorrectLoan& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto terms, terms_of(context, profiles));
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, terms.contract, context.path<LoanId>("id"), version));
        Loan wanted = before;
        wanted.title = body.title;
        wanted.lent_by = body.lent_by;
        wanted.lent_to = body.lent_to;
        wanted.storage_place = body.storage_place;
        wanted.due_back = body.due_back;
        wanted.note = body.note;
        wanted.device = body.device_id;
        wanted.medium = body.medium_id;
        TRY(check_linked(tx, wanted));
        TRY_ASSIGN(
            auto taken, lend(std::move(wanted), terms.profile->staff.document_check_months, day_of(context.now())));
        taken.next_check_on = before.next_check_on;
        TRY_ASSIGN(const auto after,
            update(tx, *terms.calendar, audit::cause_of(context), {"loan.changed"}, before, std::move(taken)));
        return answer(tx, after, context);
    });
}

// The number of the permission to take a thing out, where the contract asks for one (AUT-13, LND-06).
Result<std::string> permission_to_take_out(
    db::Reader& reader, const contract::Profile& profile, const RecordAct& body, Instant at)
{
    if (body.act != Act::taken_out || !contract::find_act(profile, taking_out))
        return std::string{};
    TRY_ASSIGN(const auto permitted,
        approval::permission_for(reader, profile, body.request_id.value_or(WorkRequestId{}),
            {std::string{taking_out}, std::nullopt, at, at + std::chrono::seconds{1}}));
    return permitted.number;
}

Result<One> record_act(http::Context& context, const RecordAct& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto terms, terms_of(context, profiles));
    const LocalDay today = day_of(context.now());
    const Entry wanted{.id = context.new_id<EntryId>(),
        .act = body.act,
        .on = body.on.value_or(today),
        .person = body.person,
        .place = body.place,
        .in_order = body.act == Act::checked ? body.in_order : std::nullopt,
        .note = body.note,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    const auto incident = context.new_id<SecurityIncidentId>();
    const auto cause = audit::cause_of(context);
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, terms.contract, context.path<LoanId>("id"), version));
        Entry entry = wanted;
        TRY_ASSIGN(auto done, carry_out(before, entry, terms.profile->staff.document_check_months, today));
        TRY_ASSIGN(entry.permission, permission_to_take_out(tx, *terms.profile, body, context.now()));
        insert_entry(tx, terms.contract, before.id, entry);
        const std::string kind = fmt::format("loan.{}", name_of(entry.act));
        TRY_ASSIGN(
            const auto after, update(tx, *terms.calendar, cause, {kind, facts_of(entry)}, before, std::move(done)));
        if (opens_incident(entry.act))
            TRY(security_incident::open_once(
                tx, *terms.profile, *terms.calendar, cause, incident, incident_of(after, entry)));
        return answer(tx, after, context);
    });
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get(reader, context.path<ContractId>("contract"), context.path<LoanId>("id")));
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/loans";
    router.get(all, list_loans).permission(Permission::view_loan).summary({"貸与品の台帳", "List what is on loan"});
    router
        .post(all,
            [&profiles](http::Context& context, const LendThing& body) { return lend_thing(context, body, profiles); })
        .permission(Permission::keep_loan)
        .summary({"貸与を記録する", "Enter a loan"});
    router.get(all + "/export", export_loans)
        .permission(Permission::view_loan)
        .takes_long()
        .summary({"貸与品の台帳をファイルに書き出す", "Export the ledger of loans"});
    router.get(all + "/{id}", show_loan).permission(Permission::view_loan).summary({"貸与品を見る", "Show a loan"});
    router
        .patch(all + "/{id}",
            [&profiles](
                http::Context& context, const CorrectLoan& body) { return correct_loan(context, body, profiles); })
        .permission(Permission::keep_loan)
        .summary({"貸与品の記入を直す", "Correct a loan"});
    router
        .post(all + "/{id}/acts",
            [&profiles](http::Context& context, const RecordAct& body) { return record_act(context, body, profiles); })
        .permission(Permission::keep_loan)
        .summary({"持出し・保管確認・返却・紛失などを記録する", "Record what happened to a loan"});
}

}
