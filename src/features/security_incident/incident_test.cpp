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

TEST(Intake, tells_what_its_category_asks_for)
{
    struct Case {
        const char* story;
        Category category;
        Kind kind;
        Harm harm;
        const char* code;
        const char* field;
    };
    const char* other_category = "security_incident/not_of_category";
    const Harm yen{.affected = "床", .party = Party::city, .amount_yen = 0};
    const Harm nobody{.affected = "床", .party = Party::third_party};
    const Harm neighbour{.affected = "車", .party = Party::third_party, .party_name = "架空運送"};
    const Harm named_city{.affected = "床", .party = Party::city, .party_name = "架空運送"};
    const Case cases[] = {
        {"a leak is security", Category::security, Kind::leak, {}, "", ""},
        {"an injury is not", Category::security, Kind::injury, {}, other_category, "kind"},
        {"security has no cause", Category::security, Kind::leak, {.cause = "不注意"}, other_category, "cause"},
        {"an accident, all unknown yet", Category::accident, Kind::traffic, {}, "", ""},
        {"an accident is nobody's damage", Category::accident, Kind::other, {.party = Party::city}, other_category,
            "party"},
        {"an accident costs nothing", Category::accident, Kind::other, {.amount_yen = 1}, other_category, "amount_yen"},
        {"a building is no accident", Category::accident, Kind::building, {}, other_category, "kind"},
        {"damage to the city", Category::damage, Kind::building, yen, "", ""},
        {"damage to a neighbour", Category::damage, Kind::belongings, neighbour, "", ""},
        {"a third party has a name", Category::damage, Kind::belongings, nobody, "required", "party_name"},
        {"only a third party has one", Category::damage, Kind::building, named_city, other_category, "party_name"},
        {"somebody's damage", Category::damage, Kind::building, {.affected = "床"}, "required", "party"},
        {"damage of something", Category::damage, Kind::building, {.party = Party::city}, "required", "affected"},
        {"a My Number in the cause", Category::accident, Kind::other, {.cause = "番号 1234 5678 9018"},
            "text/my_number", "cause"},
    };
    for (const Case& c : cases) {
        Intake told = intake();
        told.kind = c.kind;
        told.category = c.category;
        told.harm = c.harm;
        const auto taken = take_intake(told, now);
        EXPECT_EQ(code_of(taken), c.code) << c.story;
        if (!taken) {
            EXPECT_EQ(taken.error().fields.at(0).path, c.field) << c.story;
        }
    }
}

TEST(Report, is_late_after_its_term)
{
    Incident row = incident(State::noticed);
    EXPECT_FALSE(is_late(row, at("2030-01-01 00:00"))) << "no clock runs";
    row.term = ReportTerm{at("2025-12-01 23:59"), true, "003 §13(3)"};
    EXPECT_FALSE(is_late(row, at("2025-12-01 23:59"))) << "the last moment is in time";
    EXPECT_TRUE(is_late(row, at("2025-12-02 00:00"))) << "nobody was told";
    row.first_report = FirstReport{at("2025-12-01 10:00"), "見本", "電話", "架空"};
    EXPECT_FALSE(is_late(row, at("2025-12-03 00:00"))) << "told in time";
    row.intake.category = Category::damage;
    EXPECT_TRUE(is_late(row, at("2025-12-03 00:00"))) << "told, but not in writing";
    row.written = WrittenReport{at("2025-12-02 10:00"), "見本", "持参", {"f1"}, "架空"};
    EXPECT_TRUE(is_late(row, at("2025-12-03 00:00"))) << "written too late";
}

TEST(Correction, keeps_the_category_and_the_order_of_things)
{
    Incident row = incident(State::reported);
    row.intake.subject = {"medium", "m1"};
    Intake told = intake();
    told.title = " 入館カードの紛失 ";
    told.category = Category::damage;
    const auto settled = corrected(row, told, now);
    ASSERT_TRUE(settled) << settled.error().code;
    EXPECT_EQ(settled->title, "入館カードの紛失");
    EXPECT_EQ(settled->category, Category::security);
    EXPECT_EQ(settled->subject.id, "m1");
    row.first_report->at = at("2025-12-01 09:30");
    told.noticed_at = at("2025-12-01 09:31");
    EXPECT_EQ(code_of(corrected(row, told, now)), "security_incident/after_report");
    EXPECT_EQ(code_of(corrected(incident(State::closed), intake(), now)), "security_incident/wrong_state");
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
    Incident whole = incident(State::reported);
    whole.written = WrittenReport{};
    whole.restoration = Restoration{};
    whole.ruling = Ruling{};
    for (const auto& [field, value] : facts_of(whole))
        EXPECT_NE(words.field("security_incident", field).ja, field) << "event_words.cpp lacks " << field;
}

}
}
