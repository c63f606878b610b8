#include "features/desk/call.hpp"

#include "core/calendar_day.hpp"
#include "core/typed_fields.hpp"

#include <fmt/format.h>

namespace hoshuban::desk {
namespace {

std::unexpected<Error> refused_call(const char* field, const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{field, code, text}});
}

Result<void> check_past(const char* field, const std::optional<Instant>& at, Instant now)
{
    if (!at || *at <= now)
        return {};
    return refused_call(field, "desk/moment_to_come",
        {"まだ来ていない日時です。済んだことの日時を書いてください。",
            "this moment has not come: write when it happened"});
}

Result<void> check_moments(const CallFacts& facts, Instant now)
{
    TRY(check_past("reached_at", facts.reached_at, now));
    TRY(check_past("site_told_at", facts.site_told_at, now));
    TRY(check_past("visited_at", facts.visited_at, now));
    if (facts.visited_at && *facts.visited_at < facts.reached_at)
        return refused_call("visited_at", "desk/visited_before_call",
            {"受付より前の訪問です。日時を確かめてください。", "the visit comes before the call: check the times"});
    if (facts.visit_at && *facts.visit_at < facts.reached_at)
        return refused_call("visit_at", "desk/visit_before_call",
            {"受付より前の訪問予定です。日時を確かめてください。",
                "the promised visit comes before the call: check the times"});
    return {};
}

}

Result<CallFacts> settled(const contract::MakerDesk& desk, CallFacts facts, Instant now)
{
    TRY(take_fields({{"incident", facts.incident, 100}, {"request", facts.request, 100},
        {"asked", facts.asked, 2000, true}, {"reference", facts.reference, 100}, {"said", facts.said, 2000},
        {"site_told", facts.site_told, 200, facts.site_told_at.has_value()}, {"outcome", facts.outcome, 2000}}));
    TRY(check_moments(facts, now));
    if (!facts.site_told.empty() && !facts.site_told_at)
        return refused_call(
            "site_told_at", "required", {"いつ拠点に伝えたかを入力してください。", "fill in when the site was told"});
    if (facts.channel == Channel::mail && !desk.mail_form.ja.empty() && !facts.form_attached)
        return refused_call("form_attached", "desk/form_missing",
            {fmt::format(
                 "この窓口へのメールには「{}」が要ります。付けて送ったら印を付けてください。", desk.mail_form.ja),
                fmt::format(
                    "a mail to this desk needs its form \"{}\": attach it, then tick this", desk.mail_form.en)});
    if (facts.visited_at || facts.visit_at)
        facts.visit_expected = true;
    return facts;
}

Result<std::optional<Due>> visit_due(
    const contract::MakerDesk& desk, const WorkingCalendar& calendar, const CallFacts& facts)
{
    if (!facts.visit_expected || !desk.visit_within_open_days)
        return std::nullopt;
    const DueRule rule{.kind = DueKind::open_days, .amount = *desk.visit_within_open_days};
    TRY_ASSIGN(auto due, due_moment(rule, facts.reached_at, calendar));
    return std::optional{std::move(due)};
}

std::vector<Text> missing_for_closing(const contract::MakerDesk& desk, const CallFacts& facts, int files)
{
    std::vector<Text> missing;
    if (facts.visit_expected && !facts.visited_at) {
        if (!facts.visit_at)
            missing.push_back({"訪問の日時が決まっていません。", "The time of the visit is not agreed."});
        else if (!facts.site_told_at)
            missing.push_back({"訪問の日時を拠点に伝えていません。", "The site was not told of the visit."});
        missing.push_back({"訪問がまだです。", "The visit has not been yet."});
    }
    if (facts.visited_at && desk.leaves_report && files == 0)
        missing.push_back({"作業報告書が添付されていません。", "The report of the visit is not attached."});
    if (facts.outcome.empty())
        missing.push_back({"結果が書かれていません。", "The outcome is not written."});
    return missing;
}

}
