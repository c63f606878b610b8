#include "features/incident/achievement_doc.hpp"

#include "formats/xlsx_reader.hpp"

#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

const Instant instructed_at = instant(LocalTime{make_day(2025, 12, 1)} + 9h);

struct CountedCase {
    const char* id;
    const char* site;
    const char* cause;
    Standing contact;
    minutes used;
    std::optional<minutes> elapsed;
    int worked;
    const char* reason;
};

Counted counted(const CountedCase& told)
{
    Counted each{.instructed = instructed_at, .work_minutes = told.worked};
    each.listed.site_name = told.site;
    each.listed.incident.id = {told.id};
    each.listed.incident.outcome.cause = told.cause;
    if (*told.reason != '\0')
        each.listed.incident.outcome.miss_reasons = {{"contact", told.reason}};
    if (told.elapsed)
        each.restored = instructed_at + *told.elapsed;
    const bool reached = told.contact != Standing::running && told.contact != Standing::not_needed &&
        told.contact != Standing::not_applied;
    each.clocks.push_back({.standing = told.contact,
        .from = instructed_at,
        .reached = reached ? std::optional{instructed_at + told.used} : std::nullopt,
        .used = told.used,
        .allowed = 60min});
    return each;
}

std::vector<Counted> month()
{
    return {
        counted({"a", "北区役所", "電源", Standing::met, 20min, 100min, 30, ""}),
        counted({"b", "北区役所", "電源", Standing::missed, 90min, 200min, 60, "電話がつながらなかった"}),
        counted({"c", "南区役所", "", Standing::missed, 61min, std::nullopt, 0, ""}),
        counted({"d", "南区役所", "紙づまり", Standing::agreed, 80min, 40min, 15, ""}),
        counted({"e", "北区役所", "電源", Standing::running, 10min, std::nullopt, 0, ""}),
        counted({"f", "北区役所", "設定", Standing::not_needed, 0min, 10min, 5, ""}),
    };
}

TEST(Achievement, CountsEachLevelOfTheMonth)
{
    EXPECT_EQ(tally(month(), {0}, "contact"),
        (LevelTally{.met = 1, .missed = 2, .agreed = 1, .not_needed = 1, .open = 1, .unexplained = 1, .used = 251min}));
}

//
TEST(Achievement, CountsThoseThatAMakerIsSentToApartWhereTheContractSaysSo)
{
    auto cases = month();
    cases[1].by_maker = true;
    cases[5].by_maker = true;
    cases.push_back(counted({"g", "北区役所", "", Standing::measured, 25min, 30min, 0, ""}));
    cases.push_back(counted({"h", "北区役所", "", Standing::not_applied, 0min, 30min, 0, ""}));
    EXPECT_EQ(tally(cases, {0, Dispatch::own}, "contact"),
        (LevelTally{.met = 1, .missed = 1, .agreed = 1, .measured = 1, .open = 1, .unexplained = 1, .used = 186min}));
    EXPECT_EQ(tally(cases, {0, Dispatch::maker}, "contact"), (LevelTally{.missed = 1, .not_needed = 1, .used = 90min}));
    EXPECT_EQ(tally(cases, {0}, "contact").applied(), 7);
    EXPECT_EQ(kept_clocks(cases, std::vector<std::string>{"contact"}).size(), 7U);

    contract::ServiceLevel contact{
        .id = "contact", .label = {"連絡", "Contact"}, .work_class = {}, .exception = {}, .clause = {}};
    contract::ServiceLevel on_site{
        .id = "on_site", .label = {"着手", "Start"}, .work_class = {}, .exception = {}, .clause = {}};
    on_site.maker_apart = true;
    const std::vector levels{contact, on_site};
    EXPECT_EQ(month_rows(levels), (std::vector<LevelRow>{{0, Dispatch::any}, {1, Dispatch::own}}));
    EXPECT_EQ(month_rows_apart(levels), (std::vector<LevelRow>{{1, Dispatch::maker}}));
    EXPECT_EQ(label({1, Dispatch::own}, on_site).ja, "着手");
    EXPECT_EQ(label({1, Dispatch::maker}, on_site).ja, "着手（メーカー手配）");
}

TEST(Achievement, ARateNeverRoundsAMissAway)
{
    EXPECT_EQ((LevelTally{.met = 1, .missed = 2}.permille()), 333);
    EXPECT_EQ((LevelTally{.met = 9'999, .missed = 1}.permille()), 999);
    EXPECT_EQ((LevelTally{.met = 3}.permille()), 1'000);
    EXPECT_EQ((LevelTally{.agreed = 2, .open = 1}.permille()), std::nullopt);
}

TEST(Achievement, TellsTheMonthApartBySiteAndCause)
{
    EXPECT_EQ(group_by(month(), Grouping::site, 1),
        (std::vector<GroupTally>{
            {.name = "北区役所", .incidents = 4, .restored = 3, .missed = {1}, .elapsed = 310min, .work_minutes = 95},
            {.name = "南区役所", .incidents = 2, .restored = 1, .missed = {1}, .elapsed = 40min, .work_minutes = 15}}));
    const auto causes = group_by(month(), Grouping::cause, 1);
    ASSERT_EQ(causes.size(), 4U);
    EXPECT_EQ(causes.front().name, "電源");
    EXPECT_EQ(causes.at(1).name, "");
}

TEST(Achievement, ShowsWhatCountsOtherwiseThanItWasReported)
{
    const KeptClock a{{"a"}, "contact", Standing::met, 20min};
    const KeptClock late{{"a"}, "contact", Standing::met, 25min};
    const KeptClock b{{"b"}, "contact", Standing::missed, 90min};
    const KeptClock c{{"c"}, "contact", Standing::met, 5min};
    const KeptClock was[] = {b, a};
    const KeptClock same[] = {a, b};
    const KeptClock is[] = {c, late};
    EXPECT_EQ(differences(was, same), std::vector<Difference>{});
    EXPECT_EQ(differences(was, is),
        (std::vector<Difference>{
            {{"a"}, "contact", a, late}, {{"b"}, "contact", b, std::nullopt}, {{"c"}, "contact", std::nullopt, c}}));
}

TEST(Achievement, ReadsAMonth)
{
    EXPECT_EQ(parse_month("2025-12"), year_month(2025y, December));
    EXPECT_EQ(month_text(2026y / January), "2026-01");
    for (const char* wrong : {"", "2025-13", "2025-1", "2025-12-01", "25-12", "２０２５-12"})
        EXPECT_EQ(parse_month(wrong).error().code, "incident/no_month") << wrong;
}

TEST(Achievement, TheWorkbookHasTheLevelsTheGroupsAndEveryIncident)
{
    contract::Profile profile;
    profile.service_levels.push_back({.id = "contact",
        .label = {"連絡", "Contact"},
        .minutes = 60,
        .work_class = {},
        .exception = {},
        .clause = {}});
    const auto cases = month();
    const auto bytes = achievement_workbook({profile, 2025y / December, cases}, Language::ja, instructed_at);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(achievement_name(2025y / December), "サービスレベル_2025-12.xlsx");
    auto book = xlsx::Workbook::open(*bytes);
    ASSERT_TRUE(book);
    std::vector<std::string> names;
    std::vector<std::size_t> rows;
    for (const xlsx::SheetInfo& info : book->sheets()) {
        names.push_back(info.name);
        rows.push_back(book->read(info)->rows.size());
    }
    EXPECT_EQ(names, (std::vector<std::string>{"達成状況", "内訳", "障害ごと"}));
    EXPECT_EQ(rows, (std::vector<std::size_t>{2, 9, 7}));
    const auto levels = book->read(book->sheets()[0]);
    std::vector<std::string> cells;
    for (const xlsx::Cell& cell : levels->rows[1].cells)
        cells.push_back(cell.text);
    EXPECT_EQ(
        cells, (std::vector<std::string>{"連絡", "60", "努力目標", "6", "1", "2", "1", "1", "1", "33.3", "62.75"}));
}

}
}
