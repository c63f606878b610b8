#include "features/recovery/family_unit.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::recovery {
namespace {

using device::Use;

const contract::RecoveryFamily window{"window", {"窓口", "Window"}, "pc", "税", {}, ""};
const contract::RecoveryFamily office{"office", {"事務", "Office"}, "pc", "税", {}, ""};
const contract::RecoveryFamily notebooks{"notebook", {"ノート", "Notebooks"}, "pc", "", {"NB"}, ""};
const contract::RecoveryTerms three{"media_update", {window, office, notebooks}, {}, ""};

FamilyUnit unit(const char* number, const char* model, Use use, const char* edition, const char* division = "税")
{
    return {.id = {number},
        .number = number,
        .device_class = "pc",
        .division = division,
        .model = model,
        .use = use,
        .edition = edition};
}

Edition released(const char* family, const char* model, const char* name, const char* on)
{
    return {.id = {name},
        .family = family,
        .model = model,
        .name = name,
        .state = State::released,
        .released_on = test::day(on),
        .entered_at = {}};
}

std::vector<Edition> all_editions()
{
    std::vector<Edition> editions{released("window", "T2", "窓口 1", "2025-04-01"),
        released("window", "T2", "窓口 2", "2025-06-01"), released("office", "T2", "事務 1", "2025-04-01"),
        released("window", "T9", "窓口 3", "2025-09-01")};
    editions.push_back(released("window", "T2", "窓口 4", "2025-10-01"));
    editions.back().state = State::accepted;
    editions.back().released_on.reset();
    return editions;
}

TEST(SparesOfAnEdition, AreThoseOfItsFamilyAndModel)
{
    const std::vector<FamilyUnit> units{
        unit("D-1", "T2", Use::spare, "窓口 2"),
        unit("D-2", "T2", Use::spare, "窓口 1"),
        unit("D-3", "T2", Use::spare, ""),
        unit("D-4", "T2", Use::spare, "第3版（旧台帳）"),
        unit("D-5", "T2", Use::spare, "事務 1"),
        unit("D-6", "T2", Use::in_service, "窓口 1"),
        unit("D-7", "T9", Use::spare, "窓口 3"),
        unit("D-8", "T2", Use::spare, "窓口 1", "国保"),
    };
    const auto spares = standing_units(window, "T2", Use::spare, "窓口 2", units, all_editions());
    std::string text;
    for (const StandingUnit& each : spares)
        text += each.unit.number + " " + std::string{name_of(each.standing)} + ";";
    EXPECT_EQ(text, "D-1 applied;D-2 behind;D-3 unknown;D-4 unknown;");
    EXPECT_EQ(left_behind(spares), (std::vector<std::string>{"D-2", "D-3", "D-4"}));
    const auto of_office = standing_units(office, "T2", Use::spare, "事務 1", units, all_editions());
    EXPECT_EQ(left_behind(of_office), (std::vector<std::string>{"D-3", "D-4"})) << "what was set up for windows is not";
    EXPECT_EQ(left_behind(standing_units(window, "T9", Use::spare, "窓口 3", units, all_editions())),
        std::vector<std::string>{});
}

TEST(ModelsOfAFamily, AreThoseOfItsUnitsAndEditions)
{
    const std::vector<FamilyUnit> units{unit("D-1", "T2", Use::spare, ""), unit("D-2", "T0", Use::retired, ""),
        unit("D-3", "NB", Use::in_service, "", "国保")};
    EXPECT_EQ(models_of(window, units, all_editions()), (std::vector<std::string>{"T2", "T9"}));
    EXPECT_EQ(models_of(notebooks, units, {}), (std::vector<std::string>{"NB"}));
}

TEST(EditionOfAUnit, IsOneOfTheReleasedOnesOfItsModel)
{
    const auto editions = all_editions();
    const FamilyUnit terminal = unit("D-1", "T2", Use::in_service, "昔の版");
    EXPECT_EQ(choices_for(three, terminal, editions), (std::vector<std::string>{"窓口 2", "窓口 1", "事務 1"}));
    struct Case {
        const char* code;
        FamilyUnit unit;
        const char* name;
    };
    const Case cases[] = {
        {"", terminal, "窓口 1"}, {"", terminal, ""}, {"", terminal, "昔の版"}, // stays
        {"recovery/unknown_edition", terminal, "窓口 4"}, // not released yet
        {"recovery/unknown_edition", terminal, "窓口 3"}, // of another model
        {"recovery/unknown_edition", terminal, "手書き"},
        {"", unit("D-2", "NB", Use::in_service, "", "国保"), "手書き"}, // nothing is released for it
    };
    for (const Case& c : cases) {
        const auto checked = check_choice(three, c.unit, editions, c.name, "medium");
        EXPECT_EQ(checked ? "" : checked.error().code, c.code) << c.name;
        EXPECT_TRUE(checked || checked.error().fields.front().path == "medium") << c.name;
    }
}

TEST(CurrentEdition, IsTheOneReleasedLast)
{
    const auto editions = all_editions();
    EXPECT_EQ(current(editions, "window", "T2")->name, "窓口 2");
    EXPECT_EQ(under_way(editions, "window", "T2")->name, "窓口 4");
    EXPECT_EQ(current(editions, "window", "T9")->name, "窓口 3");
    EXPECT_EQ(current(editions, "office", "T9"), nullptr);
    EXPECT_EQ(under_way(editions, "office", "T2"), nullptr);
}

}
}
