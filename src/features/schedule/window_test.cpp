#include "features/schedule/window.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::schedule {
namespace {

using test::at;
using test::day;

const DayRange year{day("2025-04-01"), day("2026-03-31")};
const Instant now = at("2025-12-01 09:00");

Proposal proposal(std::string_view from, std::string_view until)
{
    return {.from = at(from), .until = at(until)};
}

std::string problems(const Proposal& terms)
{
    const auto checked = check(terms, year, now);
    std::string all;
    if (!checked) {
        for (const FieldError& each : checked.error().fields)
            all += (all.empty() ? "" : " ") + each.path + ":" + each.code;
    }
    return all;
}

TEST(Window, IsRefusedWithThePlaceOfEveryMistake)
{
    struct Case {
        const char* from;
        const char* until;
        const char* found;
    };
    const Case cases[] = {
        {"2025-12-03 09:00", "2025-12-03 12:00", ""},
        {"2025-12-03 22:00", "2025-12-04 05:00", ""},
        {"2025-12-03 09:00", "2025-12-03 09:00", "until:order"},
        {"2025-12-03 12:00", "2025-12-03 09:00", "until:order"},
        {"2025-12-03 09:00", "2025-12-10 09:00", ""},
        {"2025-12-03 09:00", "2025-12-10 09:01", "until:too_long"},
        {"2025-11-28 09:00", "2025-11-28 12:00", "until:past"},
        {"2025-12-01 08:00", "2025-12-01 09:00", "until:past"},
        {"2025-12-01 08:00", "2025-12-01 09:01", ""},
        {"2026-03-31 22:00", "2026-04-01 00:00", ""},
        {"2026-03-31 22:00", "2026-04-01 00:01", "from:period"},
        {"2025-03-31 22:00", "2025-03-30 05:00", "until:order until:past from:period"},
    };
    for (const Case& each : cases)
        EXPECT_EQ(problems(proposal(each.from, each.until)), each.found) << each.from << " " << each.until;

    Proposal late = proposal("2025-11-28 09:00", "2025-11-28 12:00");
    late.after_the_fact = true;
    EXPECT_EQ(problems(late), "");
    Proposal room = proposal("2025-12-03 09:00", "2025-12-03 12:00");
    room.room = "サーバ室";
    EXPECT_EQ(problems(room), "site_id:required");
    room.site = SiteId{"s1"};
    EXPECT_EQ(problems(room), "");
}

WorkWindow proposed_by(Side side)
{
    WorkWindow window;
    window.id = {"w1"};
    window.terms = proposal("2025-12-03 09:00", "2025-12-03 12:00");
    window.proposed_side = side;
    return window;
}

std::string outcome(const Result<WorkWindow>& answered)
{
    return answered ? std::string{name_of(answered->state)} : answered.error().code;
}

const Answerer city{Side::city, {"c"}, "見本 花子", now};
const Answerer contractor{Side::contractor, {"k"}, "架空 太郎", now};
const Answerer auditor{Side::neutral, {"a"}, "監査 三郎", now};

TEST(Window, IsAnsweredByTheOtherSideAndWithAReasonWhenRefused)
{
    const WorkWindow window = proposed_by(Side::contractor);
    EXPECT_EQ(outcome(agree(window, city, "")), "agreed");
    EXPECT_EQ(outcome(agree(window, contractor, "")), "schedule/own_proposal");
    EXPECT_EQ(outcome(agree(window, auditor, "")), "schedule/no_side");
    EXPECT_EQ(outcome(refuse(window, city, "")), "schedule/reason");
    EXPECT_EQ(outcome(refuse(window, city, "窓口が混む日です。")), "refused");
    EXPECT_EQ(outcome(refuse(window, contractor, "理由")), "schedule/own_proposal");
    EXPECT_EQ(outcome(replace(window, city)), "withdrawn");
    EXPECT_EQ(outcome(replace(window, contractor)), "schedule/own_proposal");

    const WorkWindow agreed = *agree(window, city, "鍵は守衛室");
    EXPECT_EQ(agreed.answer, "鍵は守衛室");
    EXPECT_EQ(agreed.answered_name, "見本 花子");
    EXPECT_EQ(agreed.answered_at, now);
    EXPECT_EQ(outcome(agree(agreed, city, "")), "schedule/wrong_state");
    EXPECT_EQ(outcome(refuse(agreed, city, "理由")), "schedule/wrong_state");
}

TEST(Window, IsWithdrawnByItsOwnSideAndCalledOffByEitherWithAReason)
{
    const WorkWindow window = proposed_by(Side::city);
    EXPECT_EQ(outcome(withdraw(window, city, "")), "withdrawn");
    EXPECT_EQ(outcome(withdraw(window, contractor, "理由")), "schedule/other_side");
    const WorkWindow agreed = *agree(window, contractor, "");
    EXPECT_EQ(outcome(withdraw(agreed, city, "")), "schedule/reason");
    EXPECT_EQ(outcome(withdraw(agreed, city, "システムが止められません。")), "withdrawn");
    EXPECT_EQ(outcome(withdraw(agreed, contractor, "部品が届きません。")), "withdrawn");
    const WorkWindow over = *withdraw(window, city, "");
    EXPECT_EQ(outcome(withdraw(over, city, "理由")), "schedule/wrong_state");
}

TEST(Window, OffersEachSideWhatItMayDo)
{
    const auto names = [](const std::vector<Action>& all) {
        std::string text;
        for (const Action each : all)
            text += (text.empty() ? "" : " ") + std::string{name_of(each)};
        return text;
    };
    const WorkWindow window = proposed_by(Side::contractor);
    EXPECT_EQ(names(actions(window, Side::city)), "agree refuse counter");
    EXPECT_EQ(names(actions(window, Side::contractor)), "withdraw");
    EXPECT_EQ(names(actions(window, Side::neutral)), "");
    const WorkWindow agreed = *agree(window, city, "");
    EXPECT_EQ(names(actions(agreed, Side::city)), "withdraw");
    EXPECT_EQ(names(actions(agreed, Side::contractor)), "withdraw");
    EXPECT_EQ(names(actions(*withdraw(window, contractor, ""), Side::city)), "");
}

TEST(Window, AStartFallsIntoTheOneOfTheMomentOrTheNextOrTheLast)
{
    const auto agreed = [](const char* id, const char* from, const char* until) {
        WorkWindow window = proposed_by(Side::contractor);
        window.id = {id};
        window.terms = proposal(from, until);
        window.state = State::agreed;
        return window;
    };
    std::vector<WorkWindow> windows{agreed("first", "2025-12-03 09:00", "2025-12-03 12:00"),
        agreed("second", "2025-12-05 09:00", "2025-12-05 12:00"),
        agreed("third", "2025-12-04 09:00", "2025-12-04 12:00")};
    const auto found = [&](std::string_view when) {
        const WorkWindow* window = target(windows, at(when));
        return window ? window->id.text : "none";
    };
    EXPECT_EQ(found("2025-12-01 09:00"), "first");
    EXPECT_EQ(found("2025-12-03 08:59"), "first");
    EXPECT_EQ(found("2025-12-03 09:00"), "first");
    EXPECT_EQ(found("2025-12-03 11:59"), "first");
    EXPECT_EQ(found("2025-12-03 12:00"), "third");
    EXPECT_EQ(found("2025-12-05 10:00"), "second");
    EXPECT_EQ(found("2025-12-05 12:00"), "second");
    for (WorkWindow& each : windows)
        each.state = State::proposed;
    EXPECT_EQ(found("2025-12-03 10:00"), "none");
}

TEST(Window, IsNamedAsPeopleSayIt)
{
    EXPECT_EQ(span_text(at("2025-12-03 09:00"), at("2025-12-03 12:30")).ja, "令和7年12月3日（水）9:00～12:30");
    EXPECT_EQ(span_text(at("2025-12-03 09:00"), at("2025-12-03 12:30")).en, "2025-12-03 9:00 to 12:30");
    EXPECT_EQ(span_text(at("2025-12-03 22:00"), at("2025-12-04 00:00")).ja, "令和7年12月3日（水）22:00～24:00");
    EXPECT_EQ(span_text(at("2025-12-03 22:00"), at("2025-12-04 05:00")).ja,
        "令和7年12月3日（水）22:00～令和7年12月4日（木）5:00");
}

}
}
