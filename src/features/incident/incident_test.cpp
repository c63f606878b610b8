#include "features/incident/incident.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

const Instant noon = *parse_instant("2023-06-01T12:00");

Intake whole_intake()
{
    return {.phenomenon = "電源が入らない",
        .site = SiteId{"S-003"},
        .place = "1階 3番窓口",
        .contact_person = "窓口 花子",
        .contact_phone = "内線 123",
        .occurred_at = noon - std::chrono::hours{1}};
}

TEST(Intake, NamesEachFieldThatIsMissing)
{
    struct Case {
        const char* name;
        void (*spoil)(Intake&);
        const char* path;
        const char* code;
    };
    const Case cases[] = {
        {"whole", [](Intake&) {}, "", ""},
        {"nobody knows when", [](Intake& i) { i.occurred_at = std::nullopt; }, "", ""},
        {"only a place", [](Intake& i) { i.site = std::nullopt; }, "", ""},
        {"no phenomenon", [](Intake& i) { i.phenomenon = " "; }, "phenomenon", "required"},
        {"nobody to call", [](Intake& i) { i.contact_person = ""; }, "contact_person", "required"},
        {"nowhere",
            [](Intake& i) {
                i.site = std::nullopt;
                i.place = "";
            },
            "site_id", "incident/no_place"},
        {"tomorrow", [](Intake& i) { i.occurred_at = noon + std::chrono::hours{24}; }, "occurred_at",
            "incident/in_future"},
    };
    for (const Case& c : cases) {
        Intake intake = whole_intake();
        c.spoil(intake);
        const auto taken = take(intake, noon);
        EXPECT_EQ(taken ? "" : taken.error().fields.at(0).path, c.path) << c.name;
        EXPECT_EQ(taken ? "" : taken.error().fields.at(0).code, c.code) << c.name;
    }
}

LevelClock clock_of(const char* id, Standing standing, bool needs_reason)
{
    return {.level = id, .label = {id, id}, .miss_needs_reason = needs_reason, .clock = {.standing = standing}};
}

// 001 §5.1.2, §7
TEST(Incident, IsClosedWithEverythingThatTheCityIsTold)
{
    const std::vector<LevelClock> clocks{clock_of("contact", Standing::missed, true),
        clock_of("on_site", Standing::missed, false), clock_of("restore", Standing::agreed, true)};
    Incident incident;
    EXPECT_EQ(missing_for_closing(incident, {1, 2}, clocks, {}),
        (std::vector<Text>{{"市の案件管理番号がありません。", "the city's case number is missing"},
            {"対応の内容と結果が書かれていません。", "what was done and what came of it is not written"},
            {"終わっていない訪問が1件あります。", "visits that are not over: 1"},
            {"実作業時間が記録されていない訪問が2件あります。", "visits without their working minutes: 2"},
            {"「contact」を守れなかった理由が書かれていません。",
                "the reason why \"contact\" was missed is not written"}}));
    incident.case_number = "K05-001";
    incident.outcome.action = "電源部を交換した";
    incident.outcome.miss_reasons = {{"contact", "回線が混んでいた"}};
    EXPECT_EQ(missing_for_closing(incident, {}, clocks, {}), std::vector<Text>{});
}

TEST(Outcome, DropsReasonsThatSayNothing)
{
    Outcome outcome{.action = " 直した ", .miss_reasons = {{"contact", "  "}, {"on_site", "渋滞"}}};
    ASSERT_TRUE(take(outcome));
    EXPECT_EQ(outcome.action, "直した");
    EXPECT_EQ(outcome.miss_reasons, (std::map<std::string, std::string>{{"on_site", "渋滞"}}));
}

}
}
