#include "features/security_incident/incident.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/security_incident/event_words.hpp"
#include "features/security_incident/incident_facts.hpp"

#include <gtest/gtest.h>

namespace hoshuban::security_incident {
namespace {

using test::at;

const Instant now = at("2025-12-01 10:00");

Intake intake()
{
    return {Kind::loss, "IDカードの紛失", "鞄ごと置き忘れた", at("2025-12-01 09:00"), "区役所", "入館カード"};
}

Incident incident(State state)
{
    Incident row{.id = {"i1"}, .contract_id = {"c"}, .number = "J25-001", .intake = intake(), .state = state};
    if (state != State::noticed)
        row.first_report = FirstReport{now, "見本", "電話", "架空"};
    return row;
}

template <class T>
std::string code_of(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

TEST(Intake, says_what_happened_where_and_when)
{
    struct Case {
        const char* story;
        void (*change)(Intake&);
        const char* code;
    };
    const Case cases[] = {
        {"everything", [](Intake&) {}, ""},
        {"noticed this very moment", [](Intake& told) { told.noticed_at = now; }, ""},
        {"noticed a second from now", [](Intake& told) { told.noticed_at = now + std::chrono::seconds{1}; },
            "security_incident/in_future"},
        {"no subject", [](Intake& told) { told.title = "　"; }, "required"},
        {"nothing happened", [](Intake& told) { told.what = ""; }, "required"},
        {"nowhere", [](Intake& told) { told.place = ""; }, "required"},
        {"no assets yet known", [](Intake& told) { told.assets = ""; }, ""},
        {"a My Number in the story", [](Intake& told) { told.what = "番号 1234 5678 9018 の人"; }, "text/my_number"},
    };
    for (const Case& c : cases) {
        Intake told = intake();
        c.change(told);
        EXPECT_EQ(code_of(take_intake(told, now)), c.code) << c.story;
    }
}

TEST(FirstReport, is_made_once_and_after_the_incident_was_noticed)
{
    const FirstReport report{at("2025-12-01 09:10"), "見本", "電話", "架空"};
    const auto reported = report_first(incident(State::noticed), report, now);
    ASSERT_TRUE(reported);
    EXPECT_EQ(reported->state, State::reported);
    EXPECT_EQ(reported->first_report, report);
    EXPECT_EQ(code_of(report_first(*reported, report, now)), "security_incident/wrong_state");
    EXPECT_EQ(code_of(report_first(incident(State::closed), report, now)), "security_incident/wrong_state");
    const auto later = [&](const char* when) {
        return code_of(report_first(incident(State::noticed), {at(when), "見本", "電話", "架空"}, now));
    };
    EXPECT_EQ(later("2025-12-01 08:59"), "security_incident/before_noticed");
    EXPECT_EQ(later("2025-12-01 10:01"), "security_incident/in_future");
    EXPECT_EQ(code_of(report_first(incident(State::noticed), {now, " ", "電話", "架空"}, now)), "required");
}

TEST(Closing, is_the_citys_after_report_and_measure)
{
    struct Case {
        const char* story;
        State state;
        Side side;
        int measures;
        const char* code;
    };
    const Case cases[] = {
        {"the city, with everything", State::reported, Side::city, 1, ""},
        {"the contractor", State::reported, Side::contractor, 1, "security_incident/city_only"},
        {"an auditor", State::reported, Side::neutral, 1, "security_incident/city_only"},
        {"nobody was told", State::noticed, Side::city, 1, "security_incident/not_ready"},
        {"nothing was done", State::reported, Side::city, 0, "security_incident/not_ready"},
        {"twice", State::closed, Side::city, 1, "security_incident/wrong_state"},
    };
    for (const Case& c : cases) {
        const auto closed = close(incident(c.state), {c.side, "見本", "再発防止を確かめた", now}, c.measures);
        EXPECT_EQ(code_of(closed), c.code) << c.story;
        if (closed) {
            EXPECT_EQ(closed->closing, "再発防止を確かめた");
        }
    }
    EXPECT_EQ(code_of(close(incident(State::reported), {Side::city, "見本", " ", now}, 1)), "required");
    EXPECT_EQ(missing_for_closing(incident(State::noticed), 0).size(), 2U);

    Incident closed = *close(incident(State::reported), {Side::city, "見本", "済", now}, 1);
    EXPECT_EQ(code_of(reopen(closed, Side::contractor, "理由")), "security_incident/city_only");
    EXPECT_EQ(code_of(reopen(closed, Side::city, " ")), "required");
    EXPECT_EQ(code_of(reopen(incident(State::reported), Side::city, "理由")), "security_incident/wrong_state");
    const auto open = reopen(closed, Side::city, "新しい事実");
    ASSERT_TRUE(open);
    EXPECT_EQ(open->state, State::reported);
    EXPECT_FALSE(open->closed_at);
}

TEST(Course, is_written_until_the_incident_is_closed)
{
    CourseEntry entry{{"e1"}, EntryKind::measure, now, " カードを失効させた ", "架空", now};
    EXPECT_TRUE(check_entry(incident(State::noticed), entry, now));
    EXPECT_EQ(entry.text, "カードを失効させた");
    EXPECT_EQ(code_of(check_entry(incident(State::closed), entry, now)), "security_incident/wrong_state");
    entry.at = now + std::chrono::seconds{1};
    EXPECT_EQ(code_of(check_entry(incident(State::noticed), entry, now)), "security_incident/in_future");
}

TEST(EventWords, every_fact_has_a_label)
{
    const audit::Words words = event_words();
    for (const auto& [field, value] : facts_of(incident(State::reported)))
        EXPECT_NE(words.field("security_incident", field).ja, field) << "event_words.cpp lacks " << field;
}

}
}
