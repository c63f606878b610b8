#include "features/installation/lent_store.hpp"

#include "features/loan/loan_facts.hpp"
#include "features/loan/loan_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::installation {
namespace {

// Where the units are while they are set up: the contract's base, the only place that it names.
std::string workplace(const contract::Profile& profile)
{
    const std::optional<int>& base = profile.installation->site;
    const auto site = base ? std::ranges::find(profile.sites, *base, &contract::Site::number) : profile.sites.end();
    return site == profile.sites.end() ? "作業場所" : site->name;
}

loan::Loan loan_of(const Lending& lending, const ListedJob& listed, std::size_t place)
{
    const Job& job = listed.job;
    const UnitNames& unit = listed.units.at(place);
    return {.id = LoanId{lending.new_id()},
        .contract_id = job.contract_id,
        .number = unit.number,
        .kind = loan::Kind::device,
        .title = fmt::format("{} {}", unit.kind, unit.model),
        .lent_by = contract::word(lending.profile, "city_section").ja,
        .lent_to = contract::word(lending.profile, "contractor").ja,
        .holder = lending.cause.actor().name,
        .storage_place = workplace(lending.profile),
        .lent_on = *job.lent_on,
        .due_back = job.due_back,
        .note = fmt::format("{} {}", label(job.kind).ja, job.number),
        .device = job.units.at(place).device,
        .job_id = job.id.text,
        .job_number = job.number,
        .entered_by = lending.cause.actor().name,
        .entered_at = lending.cause.now()};
}

bool is_lent(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    const loan::ListFilter filter{.kind = loan::Kind::device, .state = "open", .device = device.text};
    return !loan::list(reader, contract, filter, "", 1).loans.empty();
}

bool is_here(const loan::Loan& each)
{
    return each.state == loan::State::lent || each.state == loan::State::out;
}

}

Result<void> lend_units(db::Tx& tx, const Lending& lending, const ListedJob& listed)
{
    const Job& job = listed.job;
    if (!job.lent_on)
        return {};
    for (std::size_t i = 0; i < job.units.size(); ++i) {
        if (is_lent(tx, job.contract_id, job.units[i].device))
            continue;
        TRY_ASSIGN(const auto lent,
            loan::lend(
                loan_of(lending, listed, i), lending.profile.staff.document_check_months, day_of(lending.cause.now())));
        const auto entered = loan::insert(tx, lending.calendar, lending.cause, lent);
        // Lent under its number before it led to the unit: it stands in the ledger.
        if (!entered && entered.error().code != "loan/already_lent")
            return std::unexpected{entered.error()};
    }
    return {};
}

Result<void> give_units_back(db::Tx& tx, const Lending& lending, const Job& job, const Step& step)
{
    for (const loan::Loan& before : loan::loans_of_job(tx, job.contract_id, job.id.text)) {
        if (!is_here(before))
            continue;
        loan::Entry entry{.id = loan::EntryId{lending.new_id()},
            .act = loan::Act::returned,
            .on = step.on,
            .person = step.person,
            .note = step.note,
            .entered_by = step.entered_by,
            .entered_at = step.entered_at};
        TRY_ASSIGN(auto after,
            loan::carry_out(before, entry, lending.profile.staff.document_check_months, day_of(lending.cause.now())));
        loan::insert_entry(tx, job.contract_id, before.id, entry);
        TRY(loan::update(tx, lending.calendar, lending.cause, {"loan.returned_with_job", loan::facts_of(entry)}, before,
            std::move(after)));
    }
    return {};
}

Result<void> leave_loans(db::Tx& tx, const Lending& lending, const Job& job)
{
    for (const loan::Loan& before : loan::loans_of_job(tx, job.contract_id, job.id.text)) {
        loan::Loan after = before;
        after.job_id.clear();
        after.job_number.clear();
        TRY(loan::update(tx, lending.calendar, lending.cause, {"loan.left_by_job"}, before, std::move(after)));
    }
    return {};
}

}
