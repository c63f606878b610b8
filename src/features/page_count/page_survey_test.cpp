#include "features/page_count/page_survey.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::page_count {
namespace {

const contract::PageSurveyTerms terms{.classes = {"color_printer"}, .asked_above = 200'000, .clause = "001 §5.5"};

Survey survey_of(const char* on)
{
    return {.id = {"s1"},
        .contract_id = {"sapporo-r5-core-terminals"},
        .title = "令和5年度 印刷枚数調査",
        .on = test::day(on)};
}

TEST(PageSurvey, ReadsNumbersAsPeopleWriteThem)
{
    struct Case {
        const char* written;
        std::optional<std::int64_t> pages;
    };
    const Case cases[] = {
        {"12345", 12'345},
        {"12,345", 12'345},
        {"１２，３４５枚", 12'345},
        {" 0 ", 0},
        {"999999999", 999'999'999},
        {"1000000000", std::nullopt},
        {"-5", std::nullopt},
        {"12.5", std::nullopt},
        {"一万", std::nullopt},
        {"", std::nullopt},
        {"12345 (合計)", std::nullopt},
    };
    for (const Case& c : cases) {
        const auto read = pages_in(c.written);
        EXPECT_EQ(read ? std::optional{*read} : std::nullopt, c.pages) << c.written;
        if (!read)
            EXPECT_EQ(read.error().code, "page_count/no_number") << c.written;
    }
}

// A counter that went backwards or jumped is asked about until somebody says why it is right.
TEST(PageSurvey, AsksAboutNumbersThatCannotBeRightAsTheyAre)
{
    struct Case {
        const char* story;
        std::optional<std::int64_t> previous;
        std::optional<std::int64_t> pages;
        const char* note;
        Doubt doubt;
        Standing standing;
        std::optional<std::int64_t> difference;
    };
    const Case cases[] = {
        {"the first reading", std::nullopt, 5'000, "", Doubt::none, Standing::read, std::nullopt},
        {"more than last time", 5'000, 9'000, "", Doubt::none, Standing::read, 4'000},
        {"nothing printed", 5'000, 5'000, "", Doubt::none, Standing::read, 0},
        {"backwards", 5'000, 4'999, "", Doubt::backwards, Standing::asked, -1},
        {"backwards, explained", 5'000, 12, "基板交換", Doubt::backwards, Standing::read, -4'988},
        {"at the limit", 5'000, 205'000, "", Doubt::none, Standing::read, 200'000},
        {"above it", 5'000, 205'001, "", Doubt::jumped, Standing::asked, 200'001},
        {"above it, explained", 5'000, 205'001, "臨時の大量印刷", Doubt::jumped, Standing::read, 200'001},
        {"could not be read", 5'000, std::nullopt, "故障中", Doubt::none, Standing::not_readable, std::nullopt},
    };
    for (const Case& c : cases) {
        SurveyedUnit unit;
        if (c.previous)
            unit.previous = Previous{*c.previous, test::day("2022-09-01")};
        unit.reading = Reading{.pages = c.pages, .read_on = test::day("2023-09-01"), .note = c.note};
        judge(terms, unit);
        EXPECT_EQ(name_of(unit.doubt), name_of(c.doubt)) << c.story;
        EXPECT_EQ(name_of(unit.standing), name_of(c.standing)) << c.story;
        EXPECT_EQ(unit.difference(), c.difference) << c.story;
    }
}

TEST(PageSurvey, TakesReadingsOfItsOwnDays)
{
    const contract::Profile& r5 = test::profile("sapporo-r5-core-terminals");
    struct Case {
        const char* read_on;
        std::optional<std::int64_t> pages;
        const char* note;
        const char* refused; ///< field and code; empty: taken
    };
    const Case cases[] = {
        {"2023-09-01", 100, "", ""},
        {"2023-09-20", 100, "", ""},
        {"2023-08-31", 100, "", "read_on page_count/before_survey"},
        {"2023-09-21", 100, "", "read_on page_count/in_future"},
        {"2023-09-01", std::nullopt, "電源が入らない", ""},
        {"2023-09-01", std::nullopt, " ", "note page_count/reason_missing"},
    };
    for (const Case& c : cases) {
        Reading reading{.pages = c.pages, .read_on = test::day(c.read_on), .note = c.note};
        const auto taken = take(r5, survey_of("2023-09-01"), reading, test::day("2023-09-20"));
        EXPECT_EQ(taken ? "" : taken.error().fields.at(0).path + " " + taken.error().code, c.refused) << c.read_on;
    }
    Survey earlier = survey_of("2023-04-01");
    earlier.earlier = true;
    Reading before{.pages = 1, .read_on = test::day("2022-09-10")};
    EXPECT_TRUE(take(r5, earlier, before, test::day("2023-09-20")));
    before.read_on = r5.period.first;
    EXPECT_EQ(take(r5, earlier, before, test::day("2023-09-20")).error().code, "page_count/not_earlier");
}

TEST(PageSurvey, LeavesWhenNothingIsOpen)
{
    const auto unit = [](std::optional<std::int64_t> pages, const char* note) {
        SurveyedUnit surveyed;
        surveyed.previous = Previous{1'000, test::day("2022-09-01")};
        surveyed.reading = Reading{.pages = pages, .read_on = test::day("2023-09-02"), .note = note};
        judge(terms, surveyed);
        return surveyed;
    };
    const LocalDay today = test::day("2023-09-20");
    const Survey survey = survey_of("2023-09-01");
    const auto refused = [&](std::vector<SurveyedUnit> units, LocalDay on) {
        const auto done = submitted(survey, units, on, "試作 次郎", today);
        return done ? std::string{} : done.error().code + ": " + done.error().text.en;
    };
    EXPECT_EQ(
        refused({}, today), "page_count/incomplete: not complete: of 0 units, 0 are not read and 0 are asked about");
    EXPECT_EQ(refused({unit(2'000, ""), SurveyedUnit{}}, today),
        "page_count/incomplete: not complete: of 2 units, 1 are not read and 0 are asked about");
    EXPECT_EQ(refused({unit(2'000, ""), unit(999, "")}, today),
        "page_count/incomplete: not complete: of 2 units, 0 are not read and 1 are asked about");
    EXPECT_EQ(refused({unit(2'000, ""), unit(std::nullopt, "故障中")}, today), "");
    EXPECT_EQ(refused({unit(2'000, "")}, test::day("2023-09-21")),
        "page_count/submitted_when: submitted between the reference day and today");

    const Survey left = submitted(survey, std::vector{unit(2'000, "")}, today, "試作 次郎", today).value();
    EXPECT_EQ(check_open(left).error().code, "page_count/submitted");
    EXPECT_EQ(
        submitted(left, std::vector{unit(2'000, "")}, today, "試作 次郎", today).error().code, "page_count/submitted");
    EXPECT_EQ(reopened(left, " ").error().code, "page_count/reason_missing");
    EXPECT_EQ(reopened(left, "1台の読み間違い").value().submitted_on, std::nullopt);
    EXPECT_EQ(reopened(survey, "1台の読み間違い").error().code, "page_count/not_submitted");
}

TEST(PageSurvey, IsPlannedWithinTheContractThatAsksForIt)
{
    const contract::Profile& r5 = test::profile("sapporo-r5-core-terminals");
    const auto refused = [&](const char* on, std::optional<LocalDay> first, std::optional<LocalDay> last) {
        Survey survey = survey_of(on);
        survey.first = first;
        survey.last = last;
        const auto taken = take(r5, survey);
        return taken ? "" : taken.error().fields.at(0).path + " " + taken.error().code;
    };
    EXPECT_EQ(refused("2023-09-01", test::day("2023-09-04"), test::day("2023-09-29")), "");
    EXPECT_EQ(refused("2023-03-31", {}, {}), "on page_count/outside_period");
    EXPECT_EQ(
        refused("2023-09-01", test::day("2023-09-04"), test::day("2024-04-01")), "last page_count/outside_period");
    EXPECT_EQ(refused("2023-09-01", test::day("2023-09-04"), test::day("2023-09-03")), "last page_count/ends_before");
    EXPECT_EQ(terms_of(r5).value().clause, "001 §5.5.1, §5.5.2");
    EXPECT_EQ(terms_of(test::profile("sapporo-r7-juki-cs")).error().code, "page_count/not_asked");
}

}
}
