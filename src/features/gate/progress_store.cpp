#include "features/gate/progress_store.hpp"

#include "core/era.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/gate/duty_store.hpp"
#include "features/gate/facts_store.hpp"
#include "features/gate/start_store.hpp"

#include <fmt/format.h>

namespace hoshuban::gate {

Result<void> check_begun(
    db::Reader& reader, const contract::Profile& profile, const work_request::WorkRequest& request, Instant now)
{
    // Before acceptance and after the signature the flow itself says what is wrong.
    if (request.start != work_request::Start::none || request.status != work_request::Status::in_progress)
        return {};
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(reader, profile));
    const auto waiting = shut(gates(know(reader, profile, *calendar, request, now).facts));
    return refusal("gate/not_started",
        {fmt::format("着手の記録がありません。{}",
             waiting.empty() ? "着手条件はそろっています。「作業を始める」で着手を記録してください。"
                             : fmt::format("先に着手条件（残り{}件）をそろえ、作業を始めてください。", waiting.size())),
            fmt::format("the start is not recorded. {}",
                waiting.empty() ? "Everything is ready: record the start first."
                                : fmt::format("{} condition(s) are still not met.", waiting.size()))},
        waiting);
}

Result<std::optional<Instant>> begun_at(
    db::Reader& reader, const contract::Profile& profile, const work_request::WorkRequest& request, Instant now)
{
    TRY(check_begun(reader, profile, request, now));
    // What was taken over began before anybody recorded it.
    if (request.start == work_request::Start::imported)
        return std::nullopt;
    const auto start = start_of(reader, profile.id, request.id);
    return start ? std::optional{start->started_at} : std::nullopt;
}

Result<void> check_duties(
    db::Reader& reader, const contract::Profile& profile, const work_request::WorkRequest& request, Instant)
{
    if (request.start != work_request::Start::emergency)
        return {};
    const auto start = start_of(reader, profile.id, request.id);
    if (!start)
        return {};
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(reader, profile));
    const auto left = unmet(reader, profile, *calendar, *start, duties(reader, profile.id, start->id));
    if (left.empty())
        return {};
    std::vector<FieldError> fields;
    for (const Duty& each : left) {
        const bool disputed = each.gate == instruction_duty && is_disputed(*start);
        const Text name = disputed ? Text{"緊急着手の指示の入力し直し（市が認めなかったため、委託先が行います）",
                                         "The instruction told again: the city refused it, the contractor enters it"}
                                   : duty_label(each.gate);
        const LocalDay due = day_of(each.due_at);
        fields.push_back({each.gate, "gate/duty",
            {fmt::format("{}（期限 {}）", name.ja, print_day(due, DayStyle::wareki)),
                fmt::format("{} (due {})", name.en, to_text(due))}});
    }
    return fail(ErrorKind::precondition, "gate/duties",
        {fmt::format("緊急着手の書類が{}件そろっていません。そろうまで確認できません。", left.size()),
            fmt::format("{} paper(s) of the emergency start are missing: confirm when they stand", left.size())},
        std::move(fields));
}

}
