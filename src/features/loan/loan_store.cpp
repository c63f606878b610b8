#include "features/loan/loan_store.hpp"

#include "core/changed.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/due/due_store.hpp"
#include "features/loan/link_store.hpp"
#include "features/loan/loan_facts.hpp"
#include "features/loan/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::loan {
namespace {

constexpr std::string_view return_clock = "loan.return";
constexpr std::string_view check_clock = "loan.check";

audit::Subject subject_of(const Loan& loan)
{
    return {"loan", loan.id.text};
}

Loan loan_from(const db::Row& row)
{
    return {.id = row.get<LoanId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<std::string>("number"),
        .kind = row.get<Kind>("kind"),
        .title = row.get<std::string>("title"),
        .lent_by = row.get<std::string>("lent_by"),
        .lent_to = row.get<std::string>("lent_to"),
        .holder = row.get<std::string>("holder"),
        .storage_place = row.get<std::string>("storage_place"),
        .lent_on = row.get<LocalDay>("lent_on"),
        .due_back = row.get<std::optional<LocalDay>>("due_back"),
        .returned_on = row.get<std::optional<LocalDay>>("returned_on"),
        .returned_to = row.get<std::string>("returned_to"),
        .state = row.get<State>("state"),
        .checked_on = row.get<std::optional<LocalDay>>("checked_on"),
        .next_check_on = row.get<std::optional<LocalDay>>("next_check_on"),
        .note = row.get<std::string>("note"),
        .device = row.get<std::optional<DeviceId>>("device_id"),
        .medium = row.get<std::optional<MediumId>>("medium_id"),
        .job_id = row.get<std::optional<std::string>>("job_id").value_or(""),
        .job_number = row.get<std::optional<std::string>>("job_number").value_or(""),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
}

std::string search_key(const Loan& loan)
{
    return fold(fmt::format(
        "{} {} {} {} {} {}", loan.number, loan.title, loan.lent_by, loan.lent_to, loan.holder, loan.storage_place));
}

struct ClockTerms {
    std::string_view kind;
    LocalDay from;
    std::optional<LocalDay> until; ///< the last day in time; none: nothing is due
    bool guide;
};

// The ids of the clocks follow from the loan and its version, which no clock before had.
void set_clock(
    db::Tx& tx, const WorkingCalendar& calendar, const audit::Cause& cause, const Loan& loan, const ClockTerms& terms)
{
    if (!terms.until) {
        due::stop(tx, loan.contract_id, terms.kind, subject_of(loan), cause.now());
        return;
    }
    due::start(tx, loan.contract_id, DueId{fmt::format("{}.{}.{}", loan.id.text, terms.kind, loan.version)},
        {.kind = std::string{terms.kind},
            .subject = subject_of(loan),
            .number = loan.number,
            .title = loan.title,
            .side = Side::contractor,
            .starts_at = instant(LocalTime{terms.from}),
            .due_at = instant(LocalTime{*terms.until + std::chrono::days{1}}) - std::chrono::seconds{1},
            .guide = terms.guide},
        calendar);
}

void set_clocks(db::Tx& tx, const WorkingCalendar& calendar, const audit::Cause& cause, const Loan& loan)
{
    const bool here = loan.state == State::lent || loan.state == State::out;
    const bool own = loan.job_id.empty(); // of a job that has it lent, the job's clock runs
    set_clock(
        tx, calendar, cause, loan, {return_clock, loan.lent_on, here && own ? loan.due_back : std::nullopt, false});
    // How often is a reading of the contracts, not a figure in them.
    set_clock(tx, calendar, cause, loan,
        {check_clock, loan.checked_on.value_or(loan.lent_on), here ? loan.next_check_on : std::nullopt, true});
}

// The history names units and media as people know them.
audit::Facts told_facts(db::Reader& reader, const Loan& loan, LocalDay today)
{
    audit::Facts facts = facts_of(loan);
    if (!loan.device && !loan.medium)
        return facts;
    const auto linked = linked_of(reader, loan.contract_id, {&loan, 1}, today);
    const auto found = linked.find(loan.id);
    if (found == linked.end())
        return facts;
    if (loan.device && !found->second.device_number.empty())
        facts["device"] = found->second.device_number;
    if (loan.medium && !found->second.medium_label.empty())
        facts["medium"] = found->second.medium_label;
    return facts;
}

}

Result<void> insert(db::Tx& tx, const WorkingCalendar& calendar, const audit::Cause& cause, const Loan& loan)
{
    const auto inserted = tx.execute(sql::insert_loan, loan.contract_id, loan.id, loan.number, loan.kind, loan.title,
        loan.lent_by, loan.lent_to, loan.holder, loan.storage_place, loan.lent_on, loan.due_back, loan.returned_on,
        loan.returned_to, loan.state, loan.checked_on, loan.next_check_on, loan.note, search_key(loan), loan.entered_by,
        loan.entered_at);
    if (inserted == 0) {
        const Text text{fmt::format("「{}」は貸与中です。返却を記録してから、新しく貸与してください。", loan.number),
            fmt::format("\"{}\" is on loan: record its return before it is lent again", loan.number)};
        return fail(ErrorKind::conflict, "loan/already_lent", text, {{"number", "loan/already_lent", text}});
    }
    TRY(put_link(tx, loan, cause.now()));
    insert_entry(tx, loan.contract_id, loan.id,
        {.id = EntryId{loan.id.text},
            .act = Act::lent,
            .on = loan.lent_on,
            .person = loan.holder,
            .place = loan.storage_place,
            .entered_by = loan.entered_by,
            .entered_at = loan.entered_at});
    set_clocks(tx, calendar, cause, loan);
    audit::Entry entry = audit::entry(
        cause, loan.contract_id, loan.job_id.empty() ? "loan.lent" : "loan.lent_for_job", subject_of(loan));
    audit::put_change(entry, {}, told_facts(tx, loan, day_of(cause.now())));
    audit::record(tx, entry);
    return {};
}

Result<Loan> get(db::Reader& reader, const ContractId& contract, const LoanId& id)
{
    auto found = reader.query(sql::find_loan, contract, id).one_or_none(loan_from);
    if (!found)
        return fail(ErrorKind::not_found, "loan/not_found", {"貸与品が見つかりません。", "no such loan"});
    return *std::move(found);
}

Result<Loan> get_version(db::Reader& reader, const ContractId& contract, const LoanId& id, int version)
{
    TRY_ASSIGN(auto loan, get(reader, contract, id));
    if (loan.version != version)
        return changed_meanwhile("loan/changed", loan.version);
    return loan;
}

Result<Loan> update(db::Tx& tx, const WorkingCalendar& calendar, const audit::Cause& cause, const Happening& happening,
    const Loan& before, Loan after)
{
    tx.execute(sql::update_loan, after.contract_id, after.id, after.version, after.title, after.lent_by, after.lent_to,
        after.holder, after.storage_place, after.due_back, after.returned_on, after.returned_to, after.state,
        after.checked_on, after.next_check_on, after.note, search_key(after));
    ++after.version;
    const LocalDay today = day_of(cause.now());
    const auto was = told_facts(tx, before, today);
    TRY(put_link(tx, after, cause.now()));
    set_clocks(tx, calendar, cause, after);
    audit::Entry entry = audit::entry(cause, after.contract_id, happening.kind, subject_of(after));
    auto facts = told_facts(tx, after, today);
    facts.insert(happening.facts.begin(), happening.facts.end());
    audit::put_change(entry, was, facts);
    audit::record(tx, entry);
    return after;
}

void insert_entry(db::Tx& tx, const ContractId& contract, const LoanId& loan, const Entry& entry)
{
    tx.execute(sql::insert_entry, contract, loan, entry.id, entry.act, entry.on, entry.person, entry.place,
        entry.in_order, entry.permission, entry.note, entry.entered_by, entry.entered_at);
}

std::vector<Loan> loans_of_job(db::Reader& reader, const ContractId& contract, const std::string& job_id)
{
    return reader.query(sql::list_of_job, contract, job_id).map(loan_from);
}

std::vector<Entry> entries_of(db::Reader& reader, const ContractId& contract, const LoanId& loan)
{
    return reader.query(sql::list_entries, contract, loan).map([](const db::Row& row) {
        return Entry{.id = row.get<EntryId>("id"),
            .act = row.get<Act>("act"),
            .on = row.get<LocalDay>("on_day"),
            .person = row.get<std::string>("person"),
            .place = row.get<std::string>("place"),
            .in_order = row.get<std::optional<bool>>("in_order"),
            .permission = row.get<std::string>("permission"),
            .note = row.get<std::string>("note"),
            .entered_by = row.get<std::string>("entered_by"),
            .entered_at = row.get<Instant>("entered_at")};
    });
}

ListPage list(
    db::Reader& reader, const ContractId& contract, const ListFilter& filter, const std::string& cursor, int limit)
{
    ListPage page{reader
                      .query(sql::list_loans, contract, filter.kind ? name_of(*filter.kind) : std::string_view{},
                          filter.state, containing(filter.words), cursor, limit + 1, filter.device, filter.medium)
                      .map(loan_from),
        {}};
    if (static_cast<int>(page.loans.size()) > limit) {
        page.loans.pop_back();
        page.next = page.loans.back().id.text;
    }
    return page;
}

}
