#include "features/schedule/window.hpp"

#include "core/era.hpp"

#include <fmt/format.h>

namespace hoshuban::schedule {
namespace {

std::unexpected<Error> wrong_state(Text text)
{
    return fail(ErrorKind::conflict, "schedule/wrong_state", std::move(text));
}

Result<void> check_answer(const WorkWindow& window, const Answerer& who)
{
    if (window.state != State::proposed)
        return wrong_state({"この日程には、すでに回答があります。", "this window has been answered already"});
    if (who.side == Side::neutral)
        return fail(ErrorKind::forbidden, "schedule/no_side",
            {"日程の回答は市又は委託先の担当者が行います。", "only the city or the contractor answers"});
    if (who.side == window.proposed_side)
        return fail(ErrorKind::forbidden, "schedule/own_proposal",
            {"自分の側の提案には回答できません。相手側の回答を待つか、取り下げてください。",
                "this is your own side's proposal: wait for the other side, or withdraw it"});
    return {};
}

Result<void> check_reason(std::string_view reason)
{
    if (!reason.empty())
        return {};
    return fail(ErrorKind::invalid, "schedule/reason", {"理由を入力してください。", "say why"},
        {{"reason", "required", {"理由を入力してください。", "enter a reason"}}});
}

WorkWindow answered(WorkWindow window, State state, const Answerer& who, std::string_view text)
{
    window.state = state;
    window.answer = text;
    window.answered_by = who.person;
    window.answered_name = who.name;
    window.answered_at = who.at;
    return window;
}

std::string clock_text(LocalTime time, LocalDay on)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(time - LocalTime{on}).count();
    return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

}

Result<void> check(const Proposal& terms, const DayRange& period, Instant now)
{
    std::vector<FieldError> problems;
    if (terms.until <= terms.from)
        problems.push_back({"until", "order", {"終了は開始より後にしてください。", "the end must follow the start"}});
    else if (terms.until - terms.from > longest_window)
        problems.push_back({"until", "too_long",
            {"1つの日程は7日以内です。長い作業は日ごとに分けてください。",
                "a window lasts at most seven days: split longer work by day"}});
    if (terms.until <= now && !terms.after_the_fact)
        problems.push_back({"until", "past",
            {"過ぎた日時です。実施済みの作業を後から出すときは「実施後の届出」を選んでください。",
                "this is past: mark it as handed in after the fact if the work was done"}});
    if (day_of(terms.from) < period.first || day_of(terms.until - std::chrono::seconds{1}) > period.last)
        problems.push_back({"from", "period", {"契約期間の外の日時です。", "this lies outside the contract period"}});
    if (!terms.room.empty() && !terms.site)
        problems.push_back(
            {"site_id", "required", {"部屋のある拠点を選んでください。", "choose the site of the room"}});
    if (problems.empty())
        return {};
    return fail(ErrorKind::invalid, "schedule/window", {"日程に誤りがあります。", "the window has errors"}, problems);
}

Result<WorkWindow> agree(WorkWindow window, const Answerer& who, std::string_view remark)
{
    TRY(check_answer(window, who));
    return answered(std::move(window), State::agreed, who, remark);
}

Result<WorkWindow> refuse(WorkWindow window, const Answerer& who, std::string_view reason)
{
    TRY(check_answer(window, who));
    TRY(check_reason(reason));
    return answered(std::move(window), State::refused, who, reason);
}

Result<WorkWindow> withdraw(WorkWindow window, const Answerer& who, std::string_view reason)
{
    if (window.state != State::proposed && window.state != State::agreed)
        return wrong_state({"取り下げられるのは、提案中又は合意済みの日程だけです。",
            "only a proposed or agreed window can be withdrawn"});
    if (window.state == State::proposed && who.side != window.proposed_side)
        return fail(ErrorKind::forbidden, "schedule/other_side",
            {"相手側の提案は取り下げられません。断るか、別の日時を提案してください。",
                "this is the other side's proposal: refuse it, or propose another time"});
    if (window.state == State::agreed)
        TRY(check_reason(reason));
    return answered(std::move(window), State::withdrawn, who, reason);
}

Result<WorkWindow> replace(WorkWindow window, const Answerer& who)
{
    TRY(check_answer(window, who));
    return answered(std::move(window), State::withdrawn, who, "別の日時を提案 / another time was proposed");
}

std::vector<Action> actions(const WorkWindow& window, Side side)
{
    if (side == Side::neutral)
        return {};
    if (window.state == State::agreed)
        return {Action::withdraw};
    if (window.state != State::proposed)
        return {};
    if (side == window.proposed_side)
        return {Action::withdraw};
    return {Action::agree, Action::refuse, Action::counter};
}

const WorkWindow* target(std::span<const WorkWindow> windows, Instant at)
{
    const WorkWindow* next = nullptr;
    const WorkWindow* last = nullptr;
    for (const WorkWindow& each : windows) {
        if (each.state != State::agreed)
            continue;
        if (each.terms.from <= at && at < each.terms.until)
            return &each;
        if (each.terms.from > at && (!next || each.terms.from < next->terms.from))
            next = &each;
        if (each.terms.until <= at && (!last || each.terms.until > last->terms.until))
            last = &each;
    }
    return next ? next : last;
}

Text span_text(Instant from, Instant until)
{
    const LocalTime first = local_time(from);
    const LocalTime last = local_time(until);
    const LocalDay day = day_of(first);
    // Up to the midnight of its own day a window ends at 24:00; afterwards it names the other day.
    const bool one_day = last <= LocalTime{day} + std::chrono::days{1};
    const LocalDay last_day = one_day ? day : day_of(last);
    const std::string ja = one_day ? "" : print_day(last_day, DayStyle::wareki_weekday);
    const std::string en = one_day ? "" : hoshuban::to_text(last_day) + " ";
    return {fmt::format("{}{}～{}{}", print_day(day, DayStyle::wareki_weekday), clock_text(first, day), ja,
                clock_text(last, last_day)),
        fmt::format("{} {} to {}{}", hoshuban::to_text(day), clock_text(first, day), en, clock_text(last, last_day))};
}

}
