#include "features/trend/recurrence.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::trend {
namespace {

constexpr LocalDay first = make_day(2024, 4, 1);
constexpr LocalDay end = make_day(2025, 4, 1);

UnitStay stay(int unit, const char* device_class, const char* model, int site)
{
    return {.device = DeviceId{fmt::format("D-{:03}", unit)},
        .number = fmt::format("T{:03}", unit),
        .device_class = device_class,
        .model = model,
        .site = SiteId{fmt::format("S-{}", site)},
        .site_name = fmt::format("拠点{}", site),
        .from = first,
        .to = end};
}

Fault fault(int unit, int day)
{
    return {.device = DeviceId{fmt::format("D-{:03}", unit)}, .on = first + std::chrono::days{day}};
}

// 130 terminals of two models at ten sites, and 12 touch panels at the first.
std::vector<UnitStay> fleet()
{
    std::vector<UnitStay> stays;
    for (int unit = 0; unit < 130; ++unit)
        stays.push_back(stay(unit, "terminal", unit < 65 ? "旧型" : "新型", unit / 13));
    for (int unit = 130; unit < 142; ++unit)
        stays.push_back(stay(unit, "touch_panel", "盤", 0));
    return stays;
}

// 40 faults of terminals: four of unit 7, one each of 36 others.
std::vector<Fault> year()
{
    std::vector<Fault> faults{fault(7, 20), fault(7, 50), fault(7, 60), fault(7, 200)};
    for (int unit = 20; unit < 56; ++unit)
        faults.push_back(fault(unit, unit));
    return faults;
}

std::string table(std::span<const Recurrence> found)
{
    std::string all;
    for (const Recurrence& each : found)
        all += fmt::format("{} {} of {:.2f} in {}: {:.4g} {:.4g} every {} {}\n", each.name, each.faults, each.expected,
            each.unit_days, each.chance.value_or(-1), each.corrected.value_or(-1), each.interval_days.value_or(-1),
            name_of(each.verdict));
    return all;
}

TEST(Recurrences, FindTheUnitThatFailsAgainAndAgain)
{
    const auto found = recurrences(fleet(), year());
    EXPECT_EQ(table(found.units), "T007 4 of 0.31 in 365: 0.0002565 0.03642 every 30 striking\n");
    EXPECT_EQ(found.counted, 40);
    EXPECT_EQ(found.left_out, 0);
    EXPECT_EQ(found.unit_days, 142 * 365);
    const Recurrence& unit = found.units.at(0);
    EXPECT_EQ(unit.model, "旧型");
    EXPECT_EQ(unit.site_name, "拠点0");
    EXPECT_EQ(unit.last_on, make_day(2024, 10, 18));
    EXPECT_EQ(sentence(unit),
        (Text{"全体の割合なら0.3件のところ4件。偶然これ以上になる確率は0.1 % "
              "未満。142台を見比べていること（ホルム法）を考えても、偶然とは言いにくい数です。",
            "4 faults, where the rate of all would give 0.3. As many or more by chance: less than 0.1 %. Also with 142 "
            "units compared (Holm), chance hardly explains it."}));
}

TEST(Recurrences, MeasureAModelWithinItsClassAndASiteOverItsClasses)
{
    auto faults = year();
    faults.push_back(fault(130, 10)); // the only fault of touch panels
    const auto found = recurrences(fleet(), faults);
    EXPECT_EQ(table(found.models),
        "旧型 40 of 20.00 in 23725: 9.095e-13 2.728e-12 every 1 striking\n"
        "盤 1 of 1.00 in 4380: -1 -1 every -1 too_few\n");
    EXPECT_EQ(found.sites.at(0).name, "拠点2");
    // of 13 of 130 terminals and of all touch panels: 40 / 10 + 1
    const auto site = std::ranges::find(found.sites, "S-0", &Recurrence::id);
    EXPECT_NEAR(site->expected, 5.0, 1e-12);
    EXPECT_EQ(site->faults, 5);
}

TEST(Recurrences, CountAFaultWhereTheUnitStoodThatDay)
{
    std::vector<UnitStay> stays{stay(1, "pc", "甲", 1), stay(1, "pc", "乙", 2), stay(2, "pc", "甲", 1)};
    stays[0].to = stays[1].from = make_day(2024, 10, 1);
    const SiteId elsewhere{"S-9"};
    std::vector<Fault> faults{fault(1, 0), fault(1, 182), fault(1, 183), fault(1, 365), fault(3, 5)};
    faults[1].site = elsewhere; // told wrongly
    faults.push_back({.site = SiteId{"S-1"}, .device_class = "pc", .on = first}); // a unit that nobody knows
    faults.push_back({.site = SiteId{"S-1"}, .device_class = "printer", .on = first}); // none of its class is there
    faults.push_back({.site = elsewhere, .device_class = "pc", .on = first});
    const auto found = recurrences(stays, faults);
    EXPECT_EQ(found.counted, 4);
    EXPECT_EQ(found.left_out, 4); // after its days, of no register, no class, no site
    EXPECT_EQ(table(found.units), "T001 3 of 1.50 in 365: 0.125 0.25 every 91.5 usual\n");
    EXPECT_EQ(found.units[0].model, "乙");
    std::string where;
    for (const Recurrence& each : found.sites)
        where += fmt::format("{} {} ", each.id, each.faults);
    EXPECT_EQ(where, "S-1 3 S-2 1 ");
}

TEST(Recurrences, SayWhenNothingCanBeSaid)
{
    struct Case {
        const char* name;
        Recurrence found;
        Text text;
    };
    const Case cases[] = {
        {"one", {.faults = 1}, {"1件では、繰り返しとはまだ言えません。", "1 fault: too few to speak of a repetition."}},
        {"alone", {.faults = 3, .verdict = Verdict::alone},
            {"3件。同じ区分にほかの機器がないので、比べられません。",
                "3 faults; nothing else of its class is there to compare with."}},
        {"usual", {.faults = 2, .expected = 1.24, .chance = 0.349, .compared = 20, .verdict = Verdict::usual},
            {"全体の割合なら1.2件のところ2件。偶然これ以上になる確率は35 %。全体と違うとは言えません。",
                "2 faults, where the rate of all would give 1.2. As many or more by chance: 35 %. It is not told apart "
                "from the rest."}},
        {"one of many",
            {.subject = Subject::site,
                .faults = 4,
                .expected = 0.8,
                .chance = 0.009,
                .compared = 22,
                .verdict = Verdict::noticeable},
            {"全体の割合なら0.8件のところ4件。偶然これ以上になる確率は0.9 "
             "%。ただし22拠点を見比べているので、これだけでは偶然と区別できません。",
                "4 faults, where the rate of all would give 0.8. As many or more by chance: 0.9 %. With 22 sites "
                "compared, that alone is not told apart from chance."}},
    };
    for (const Case& c : cases)
        EXPECT_EQ(sentence(c.found), c.text) << c.name;
    const auto lonely = recurrences(std::vector{stay(1, "ad", "甲", 1)}, std::vector{fault(1, 3), fault(1, 5)});
    EXPECT_EQ(table(lonely.units), "T001 2 of 2.00 in 365: -1 -1 every 2 alone\n");
    EXPECT_TRUE(recurrences({}, {}).units.empty());
}

}
}
