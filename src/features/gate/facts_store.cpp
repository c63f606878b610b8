#include "features/gate/facts_store.hpp"

#include "core/era.hpp"
#include "features/approval/approval_store.hpp"
#include "features/gate/permit.hpp"
#include "features/gate/sql.hpp"
#include "features/media/media_store.hpp"
#include "features/people/assignment_store.hpp"
#include "features/people/chart.hpp"
#include "features/procedure/job_store.hpp"
#include "features/question/question_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::gate {
namespace {

using approval::Approval;
using work_request::WorkRequest;

Span span_of(const schedule::Readiness& ready, Instant at)
{
    if (ready.window)
        return {ready.window->terms.from, ready.window->terms.until};
    return {at, at + std::chrono::minutes{1}};
}

// Granted ones whatever job they were asked for, as far as this job may use them; all of this job.
std::vector<Approval> approvals_for(db::Reader& reader, const WorkRequest& request, const Span& span)
{
    auto all = approval::of_request(reader, request.contract_id, request.id);
    for (Approval& each : approval::granted_for(reader, request.contract_id, request.id, span.from, span.until)) {
        if (std::ranges::find(all, each.id, &Approval::id) == all.end())
            all.push_back(std::move(each));
    }
    return all;
}

ScheduleFact schedule_fact(const schedule::Readiness& ready)
{
    ScheduleFact fact{.needed = ready.agreed_each_time};
    if (ready.window) {
        fact.from = ready.window->terms.from;
        fact.until = ready.window->terms.until;
        fact.agreed = schedule::span_text(*fact.from, *fact.until);
    }
    if (ready.proposed) {
        fact.proposed = schedule::span_text(ready.proposed->terms.from, ready.proposed->terms.until);
        fact.turn = ready.proposed->proposed_side == Side::city ? Side::contractor : Side::city;
    }
    return fact;
}

void take_questions(Facts& facts, db::Reader& reader, const contract::Profile& profile, const WorkRequest& request)
{
    const auto ready = question::readiness(reader, profile, profile.id, request.id);
    facts.questions_block = ready.blocks;
    for (const question::OpenQuestion& each : ready.open)
        facts.questions.push_back({each.id.text, each.number, question::turn(each.state)});
}

Text cited(const std::vector<std::string>& procedures)
{
    Text text;
    for (const std::string& each : procedures) {
        text.ja += (text.ja.empty() ? "" : "、") + each;
        text.en += (text.en.empty() ? "" : ", ") + each;
    }
    return {text.ja + "に従います。", "follows " + text.en};
}

void take_procedure(Known& known, db::Reader& reader, const contract::Profile& profile, const WorkRequest& request)
{
    const auto followed = procedure::followed_by(reader, profile.id, request.id);
    auto ready = procedure::readiness(reader, profile, request, followed);
    const bool stands = ready.ready();
    ProcedureFact& fact = known.facts.procedure;
    fact = {.needed = ready.needed,
        .ready = stands,
        .text = stands ? cited(ready.followed) : std::move(ready.text),
        .opener = ready.opener};
    if (ready.missing == procedure::Missing::undecided) {
        const auto waits = std::ranges::find_if(
            followed, [](const procedure::Followed& each) { return each.job.state == procedure::JobState::asked; });
        if (waits != followed.end() && waits->job.approval)
            fact.approval = waits->job.approval->text;
    }
    const auto first = std::ranges::find_if(followed, [&](const procedure::Followed& each) {
        return !ready.followed.empty() && procedure::citation(each.procedure, each.version) == ready.followed.front();
    });
    if (first != followed.end())
        known.procedure = first->version.id;
    known.procedures = std::move(ready.followed);
}

// The Japanese days of the agreed window, which may end at midnight; without one, the day itself.
DayRange days_of(const schedule::Readiness& ready, Instant at)
{
    if (!ready.window)
        return {day_of(at), day_of(at)};
    return {day_of(ready.window->terms.from), day_of(ready.window->terms.until - std::chrono::seconds{1})};
}

Text uncovered_text(const std::vector<LocalDay>& days)
{
    const LocalDay first = days.front();
    const std::size_t more = days.size() - 1;
    return {fmt::format("{}{}に作業する人が割り当てられていません。", print_day(first, DayStyle::wareki_weekday),
                more == 0 ? "" : fmt::format("（ほか{}日）", more)),
        fmt::format(
            "nobody is assigned on {}{}", to_text(first), more == 0 ? "" : fmt::format(" and {} more day(s)", more))};
}

PeopleFact people_fact(
    db::Reader& reader, const contract::Profile& profile, const WorkRequest& request, const DayRange& days)
{
    auto ready = people::readiness(reader, profile, profile.id, request.id, std::span{&days, 1});
    PeopleFact fact{.needed = !profile.staff.roster.ja.empty(), .assigned = std::move(ready.assigned)};
    for (people::NotInForce& each : ready.not_in_force)
        fact.problems.push_back(std::move(each.why));
    if (!fact.assigned.empty() && !ready.uncovered.empty())
        fact.problems.push_back(uncovered_text(ready.uncovered));
    for (const contract::StaffDuty each : ready.missing_duties) {
        const Text duty = people::duty_label(profile, each);
        fact.problems.push_back(
            {fmt::format("{}に{}が名簿にいません。", print_day(days.first, DayStyle::wareki_weekday), duty.ja),
                fmt::format("nobody on the roster is {} on {}", duty.en, to_text(days.first))});
    }
    return fact;
}

MediaFact media_fact(db::Reader& reader, const contract::Profile& profile, const WorkRequest& request, Instant at)
{
    MediaFact fact;
    for (const media::PlannedMedium& each :
        media::readiness(reader, profile, request.contract_id, request.id, at).planned) {
        if (each.check != media::CheckState::not_required)
            fact.planned.push_back(each.label);
        if (auto problem = media::problem(each))
            fact.problems.push_back(*std::move(problem));
    }
    return fact;
}

VendorFact vendor_fact(db::Reader& reader, const schedule::Readiness& ready, const ContractId& contract)
{
    if (!ready.vendors_told_before)
        return VendorFact::not_needed;
    if (!ready.vendor)
        return VendorFact::unsaid;
    if (ready.vendor->word == schedule::VendorWord::none)
        return VendorFact::none;
    if (!ready.vendor->approval)
        return VendorFact::told;
    const auto told = approval::find(reader, contract, *ready.vendor->approval);
    const bool stands = told && (told->state == approval::State::granted || told->state == approval::State::asked);
    return stands ? VendorFact::told : VendorFact::unsaid;
}

std::string vendor_text(db::Reader& reader, const schedule::Readiness& ready, const ContractId& contract)
{
    if (!ready.vendor)
        return {};
    if (!ready.vendor->standing)
        return ready.vendor->vendor;
    const auto standing = schedule::find_notice(reader, contract, *ready.vendor->standing);
    return standing ? standing->vendor : "";
}

}

std::optional<WorkRequestId> request_numbered(db::Reader& reader, const ContractId& contract, std::string_view number)
{
    return reader.query(sql::request_numbered, contract, number).one_or_none([](const db::Row& row) {
        return row.get<WorkRequestId>("id");
    });
}

Known know(db::Reader& reader, const contract::Profile& profile, const WorkingCalendar& calendar,
    const WorkRequest& request, Instant at, Sight sight)
{
    const auto ready = schedule::readiness(reader, profile, calendar, request.id, request.site, at,
        sight == Sight::before ? schedule::Course::ahead : schedule::Course::begun);
    const Span span = span_of(ready, at);
    const auto approvals = approvals_for(reader, request, span);
    Known known{.facts = {.at = at,
                    .words = {contract::word(profile, "city_section_person"), contract::word(profile, "responsible"),
                        contract::word(profile, "worker")}}};
    Facts& facts = known.facts;
    facts.accepted = request.status != work_request::Status::requested;
    facts.declined = request.declined;
    facts.taken_over = request.start == work_request::Start::imported;
    take_questions(facts, reader, profile, request);
    take_procedure(known, reader, profile, request);
    facts.schedule = schedule_fact(ready);
    facts.permits = permits_of({profile, request, ready.needs, approvals, span, sight == Sight::afterwards});
    facts.vendor = vendor_fact(reader, ready, profile.id);
    facts.people = people_fact(reader, profile, request, days_of(ready, at));
    facts.media = media_fact(reader, profile, request, at);
    facts.vendor_text = vendor_text(reader, ready, profile.id);
    if (ready.window)
        known.window = ready.window->id;
    return known;
}

}
