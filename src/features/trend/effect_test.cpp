#include "features/trend/effect.hpp"

#include <gtest/gtest.h>

namespace hoshuban::trend {
namespace {

constexpr LocalDay opening = make_day(2025, 4, 1);

UnitStay placed(const char* device, const char* device_class, const char* model, const char* site, int from, int to)
{
    return {.device = DeviceId{device},
        .device_class = device_class,
        .model = model,
        .site = SiteId{site},
        .from = opening + std::chrono::days{from},
        .to = opening + std::chrono::days{to}};
}

Fault broken(const char* device, int day)
{
    return {.device = DeviceId{device}, .on = opening + std::chrono::days{day}};
}

TEST(Exposure, IsThatOfTheSubjectWhereItStood)
{
    const std::vector<UnitStay> stays{placed("D-1", "pc", "甲", "S-1", 0, 50), placed("D-1", "pc", "乙", "S-2", 50, 90),
        placed("D-2", "pc", "甲", "S-1", 0, 90), placed("D-3", "printer", "甲", "S-2", 0, 90)};
    std::vector<Fault> faults{broken("D-1", 10), broken("D-1", 60), broken("D-1", 95), broken("D-2", 20),
        broken("D-3", 30), broken("D-9", 5)};
    faults.push_back({.site = SiteId{"S-1"}, .device_class = "pc", .on = opening});
    faults.push_back({.site = SiteId{"S-1"}, .device_class = "printer", .on = opening});
    struct Case {
        const char* name;
        SubjectKey key;
        Exposure exposure;
    };
    const Case cases[] = {
        {"a unit", {Subject::unit, "D-1", ""}, {2, 90}},
        {"a model of its class", {Subject::model, "甲", "pc"}, {2, 140}},
        {"the same name in another class", {Subject::model, "甲", "printer"}, {1, 90}},
        {"a site, with what has no unit", {Subject::site, "S-1", ""}, {3, 140}},
        {"another site", {Subject::site, "S-2", ""}, {2, 130}},
        {"nothing", {Subject::unit, "D-7", ""}, {0, 0}},
    };
    for (const Case& c : cases)
        EXPECT_EQ(exposure_of(stays, faults, c.key), c.exposure) << c.name;
}

TEST(Effect, SaysHowLikelyItIsByChance)
{
    struct Case {
        Effect effect;
        std::optional<double> chance;
        Text text;
    };
    const Case cases[] = {
        {{{4, 120}, {0, 120}}, 0.0625,
            {"前は延べ120日で4件、後は延べ120日で0件。効果がなくても偶然これ以下になる確率は6.2 %。",
                "4 in 120 days before, 0 in 120 days after. As few or fewer by chance alone: 6.2 %."}},
        {{{3, 300}, {1, 100}}, 1.0 - 0.26171875,
            {"前は延べ300日で3件、後は延べ100日で1件。効果がなくても偶然これ以下になる確率は74 %。",
                "3 in 300 days before, 1 in 100 days after. As few or fewer by chance alone: 74 %."}},
        {{{0, 120}, {0, 120}}, std::nullopt,
            {"前は延べ120日で0件、後は延べ120日で0件。比べるだけの件数がありません。",
                "0 in 120 days before, 0 in 120 days after. Too little to compare."}},
        {{{2, 0}, {1, 30}}, std::nullopt,
            {"前は延べ0日で2件、後は延べ30日で1件。比べるだけの件数がありません。",
                "2 in 0 days before, 1 in 30 days after. Too little to compare."}},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(c.effect.chance().has_value(), c.chance.has_value()) << c.text.en;
        if (c.chance)
            EXPECT_NEAR(c.effect.chance().value_or(-1), *c.chance, 1e-12) << c.text.en;
        EXPECT_EQ(sentence(c.effect), c.text);
    }
}

}
}
