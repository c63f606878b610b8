#include "features/schedule/schedule_store.hpp"

#include "features/schedule/sql.hpp"

#include <algorithm>

namespace hoshuban::schedule {
namespace {

WorkWindow window_from(const db::Row& row)
{
    return {.id = row.get<WorkWindowId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .request = row.get<WorkRequestId>("request_id"),
        .terms = {.from = row.get<Instant>("starts_at"),
            .until = row.get<Instant>("ends_at"),
            .site = row.get<std::optional<SiteId>>("site_id"),
            .room = row.get<std::string>("room"),
            .people = row.get<std::string>("people"),
            .purpose = row.get<std::string>("purpose"),
            .overtime = row.get<std::string>("overtime"),
            .after_the_fact = row.get<bool>("after_the_fact")},
        .proposed_side = row.get<Side>("proposed_side"),
        .proposed_by = row.get<PersonId>("proposed_by"),
        .proposed_name = row.get<std::string>("proposed_name"),
        .proposed_at = row.get<Instant>("proposed_at"),
        .state = row.get<State>("state"),
        .answer = row.get<std::string>("answer"),
        .answered_by = row.get<std::optional<PersonId>>("answered_by"),
        .answered_name = row.get<std::string>("answered_name"),
        .answered_at = row.get<std::optional<Instant>>("answered_at"),
        .approval = row.get<std::optional<ApprovalId>>("approval_id"),
        .version = row.get<int>("version")};
}

VendorNotice notice_from(const db::Row& row)
{
    return {.id = row.get<VendorNoticeId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .word = row.get<VendorWord>("word"),
        .request = row.get<std::optional<WorkRequestId>>("request_id"),
        .standing = row.get<std::optional<VendorNoticeId>>("standing_id"),
        .vendor = row.get<std::string>("vendor"),
        .content = row.get<std::string>("content"),
        .frequency = row.get<std::string>("frequency"),
        .said_by = row.get<PersonId>("said_by"),
        .said_name = row.get<std::string>("said_name"),
        .said_side = row.get<Side>("said_side"),
        .said_at = row.get<Instant>("said_at"),
        .approval = row.get<std::optional<ApprovalId>>("approval_id"),
        .ended_at = row.get<std::optional<Instant>>("ended_at")};
}

// Whose request the window belongs to decides who sees it; a window at one's own site is seen too.
bool reached(const work_request::Reach& reach, const db::Row& row, const WorkWindow& window)
{
    work_request::WorkRequest request;
    request.contract_id = window.contract_id;
    request.division = row.get<std::string>("request_division");
    request.site = row.get<std::optional<SiteId>>("request_site");
    return work_request::reaches(reach, request);
}

// What work at this very moment would be.
Proposal at_once(const std::optional<SiteId>& place, Instant at)
{
    return {.from = at, .until = at + a_moment, .site = place};
}

}

void insert(db::Tx& tx, const WorkWindow& window)
{
    const Proposal& terms = window.terms;
    tx.execute(sql::insert_window, window.contract_id, window.id, window.request, terms.from, terms.until, terms.site,
        terms.room, terms.people, terms.purpose, terms.overtime, terms.after_the_fact, window.proposed_side,
        window.proposed_by, window.proposed_name, window.proposed_at, window.state, window.approval);
}

Result<WorkWindow> answer(db::Tx& tx, WorkWindow window)
{
    const auto updated = tx.execute(sql::answer_window, window.contract_id, window.id, window.version, window.state,
        window.answer, window.answered_by, window.answered_name, window.answered_at);
    if (updated == 0)
        return fail(ErrorKind::precondition, "schedule/changed",
            {"ほかの人が先に変更しました。最新の内容を確かめてください。",
                "somebody else changed this first: look at the present content"});
    ++window.version;
    return window;
}

std::optional<WorkWindow> find_window(db::Reader& reader, const ContractId& contract, const WorkWindowId& id)
{
    return reader.query(sql::find_window, contract, id).one_or_none(window_from);
}

std::vector<WorkWindow> windows_of(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::windows_of_request, contract, request).map(window_from);
}

std::vector<PlannedWindow> windows_between(
    db::Reader& reader, const work_request::Reach& reach, Instant from, Instant until, int limit)
{
    std::vector<PlannedWindow> found;
    reader.query(sql::windows_between, reach.contract, from, until, from - longest_window, limit)
        .for_each([&](const db::Row& row) {
            WorkWindow window = window_from(row);
            if (reached(reach, row, window))
                found.push_back(
                    {std::move(window), row.get<std::string>("request_number"), row.get<std::string>("request_title"),
                        row.get<std::optional<std::string>>("site_name").value_or("")});
        });
    return found;
}

void insert(db::Tx& tx, const VendorNotice& notice)
{
    tx.execute(sql::insert_vendor_notice, notice.contract_id, notice.id, notice.word, notice.request, notice.standing,
        notice.vendor, notice.content, notice.frequency, notice.said_by, notice.said_name, notice.said_side,
        notice.said_at, notice.approval);
}

void end_words_of(db::Tx& tx, const ContractId& contract, const WorkRequestId& request, Instant now)
{
    tx.execute(sql::end_words_of_request, contract, request, now);
}

void end(db::Tx& tx, const ContractId& contract, const VendorNoticeId& notice, Instant now)
{
    tx.execute(sql::end_vendor_notice, contract, notice, now);
}

std::optional<VendorNotice> find_notice(db::Reader& reader, const ContractId& contract, const VendorNoticeId& id)
{
    return reader.query(sql::find_vendor_notice, contract, id).one_or_none(notice_from);
}

std::optional<VendorNotice> word_of(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::word_of_request, contract, request).one_or_none(notice_from);
}

std::vector<VendorNotice> standing_notices(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::standing_notices, contract).map(notice_from);
}

Readiness readiness(db::Reader& reader, const contract::Profile& profile, const WorkingCalendar& calendar,
    const WorkRequestId& request, const std::optional<SiteId>& place, Instant at, Course course)
{
    Readiness ready;
    ready.agreed_each_time = profile.work.schedule == contract::ScheduleMode::agreed_each_time;
    const auto windows = windows_of(reader, profile.id, request);
    if (const WorkWindow* window = target(windows, at))
        ready.window = *window;
    const auto proposed = std::ranges::find(windows, State::proposed, &WorkWindow::state);
    if (proposed != windows.end())
        ready.proposed = *proposed;
    Proposal terms = ready.window ? ready.window->terms : at_once(place, at);
    if (!terms.site)
        terms.site = place;
    if (ready.window || !ready.agreed_each_time || course == Course::begun)
        ready.needs = needs(profile, calendar, terms);
    ready.vendors_told_before = profile.work.vendors_told_before;
    ready.vendor = word_of(reader, profile.id, request);
    return ready;
}

}
