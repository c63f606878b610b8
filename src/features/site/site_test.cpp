#include "features/site/site.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::site {
namespace {

using test::day;

// The core contract: 1 April 2023 to 31 March 2024, thirty-two sites.
class SiteRules : public ::testing::Test {
protected:
    SiteRules()
        : north{*std::ranges::find(profile.sites, 4, &contract::Site::number)}
    {
    }

    SiteEntry entry(const char* from, const char* name, const char* address = "")
    {
        SiteEntry written;
        written.from = day(from);
        written.name = name;
        written.address = address;
        return written;
    }
    SiteEntry moved(const char* from)
    {
        SiteEntry written = entry_of(north, day(from));
        written.address = "北区北30条西1丁目";
        return written;
    }
    void store(const SiteFacts& facts)
    {
        auto& known = state.entered[facts.front().site.id];
        known.insert(known.end(), facts.begin(), facts.end());
    }

    contract::Profile profile = test::profile(test::ids::r5);
    contract::Site north;
    SiteState state{.profile = profile, .entered = {}, .remembered = {}, .units = {}};
};

// What was decided: each fact, or the refusal with its field.
std::string told(const Result<SiteFacts>& facts)
{
    if (!facts)
        return facts.error().code + (facts.error().fields.empty() ? "" : " " + facts.error().fields.front().path);
    std::string text;
    for (const SiteFact& fact : *facts)
        text += fmt::format("{} {} {}; ", to_text(fact.from), fact.open ? "open" : "closed", fact.site.address);
    return text;
}

TEST_F(SiteRules, KeepWhatASiteWasBeforeItsFirstChange)
{
    EXPECT_EQ(told(changed(state, north, moved("2023-10-01"))),
        "2023-04-01 open 札幌市北区北24条西6丁目1-1; 2023-10-01 open 北区北30条西1丁目; ");
    store(*changed(state, north, moved("2023-10-01")));
    SiteEntry again = moved("2024-01-01");
    again.address = "北区北31条西2丁目";
    EXPECT_EQ(told(changed(state, north, again)), "2024-01-01 open 北区北31条西2丁目; ");
    again.from = day("2023-09-30");
    EXPECT_EQ(told(changed(state, north, again)), "site/later_fact from");
    again.from = day("2023-10-01");
    EXPECT_EQ(told(changed(state, north, again)), "2023-10-01 open 北区北31条西2丁目; ") << "the same day said anew";
    EXPECT_EQ(told(changed(state, north, moved("2023-04-01"))).substr(0, 15), "site/later_fact");
}

TEST_F(SiteRules, ReplaceTheContractsOwnWordsFromItsFirstDay)
{
    EXPECT_EQ(told(changed(state, north, moved("2023-04-01"))), "2023-04-01 open 北区北30条西1丁目; ");
}

TEST_F(SiteRules, RefuseWhatCannotBe)
{
    struct Case {
        const char* what;
        int number;
        SiteEntry entry;
        const char* refusal;
    };
    const Case cases[] = {
        {"a number that is taken", 4, entry("2023-10-01", "新しい拠点"), "site/number_taken number"},
        {"no number", 0, entry("2023-10-01", "新しい拠点"), "site/number number"},
        {"a number too high", 100'000, entry("2023-10-01", "新しい拠点"), "site/number number"},
        {"no name", 40, entry("2023-10-01", "　"), "required name"},
        {"the name of another, in other letters", 40, entry("2023-10-01", " 北区役所"), "site/name_taken name"},
        {"another name of another", 40, entry("2023-10-01", "市役所２階住民情報課"), "site/name_taken name"},
        {"before the contract", 40, entry("2023-03-31", "新しい拠点"), "site/outside_period from"},
        {"after the contract", 40, entry("2024-04-01", "新しい拠点"), "site/outside_period from"},
        {"as it should be", 40, entry("2023-10-01", "新しい拠点", "東区"), "2023-10-01 open 東区; "},
    };
    for (const Case& each : cases)
        EXPECT_EQ(told(opened(state, SiteId{"new"}, each.number, each.entry)), each.refusal) << each.what;
    EXPECT_EQ(told(changed(state, north, entry_of(north, day("2023-10-01")))), "site/nothing_changed");
}

// What somebody explained of a list once means one site ever after.
TEST_F(SiteRules, TakeNoNameThatAListHasForAnotherSite)
{
    state.remembered.emplace("旧北区役所", north.id);
    EXPECT_EQ(told(opened(state, SiteId{"new"}, 40, entry("2023-10-01", "旧北区役所"))), "site/name_taken name");
    SiteEntry other = entry("2023-10-01", "新しい拠点");
    other.aliases = {"旧 北区役所"};
    EXPECT_EQ(told(opened(state, SiteId{"new"}, 40, other)), "site/name_taken aliases");
    SiteEntry own = entry_of(north, day("2023-10-01"));
    own.aliases.emplace_back("旧北区役所");
    EXPECT_TRUE(changed(state, north, own)) << "its own";
}

TEST_F(SiteRules, CloseASiteOnlyWhenItIsEmpty)
{
    state.units[north.id] = 13;
    const auto refused = closed(state, north, day("2024-01-01"));
    EXPECT_EQ(told(refused), "site/units_there from");
    EXPECT_NE(refused.error().text.ja.find("13台"), std::string::npos) << refused.error().text.ja;
    state.units.clear();
    const auto facts = closed(state, north, day("2024-01-01"));
    EXPECT_EQ(
        told(facts), "2023-04-01 open 札幌市北区北24条西6丁目1-1; 2024-01-01 closed 札幌市北区北24条西6丁目1-1; ");
    store(*facts);
    EXPECT_EQ(told(closed(state, north, day("2024-01-15"))), "site/already_closed from");
    EXPECT_EQ(told(reopened(state, north, day("2023-12-31"))), "site/later_fact from");
    store(*reopened(state, north, day("2024-02-01")));
    EXPECT_EQ(told(reopened(state, north, day("2024-03-01"))), "site/already_open from");

    contract::Site known = north;
    known.closed = contract::closed_days(state.entered[north.id]);
    for (const auto& [on, open] : {std::pair{"2023-03-31", false}, {"2023-04-01", true}, {"2023-12-31", true},
             {"2024-01-01", false}, {"2024-01-31", false}, {"2024-02-01", true}})
        EXPECT_EQ(contract::is_open(known, day(on)), open) << on;
}

// LOC-08: who keeps a unit is said by its moves; a site cannot change hands under it.
TEST_F(SiteRules, LetNobodyElseKeepASiteWhileUnitsStandThere)
{
    SiteEntry entry = entry_of(north, day("2023-10-01"));
    entry.excluded = true;
    state.units[north.id] = 1;
    EXPECT_EQ(told(changed(state, north, entry)), "site/units_there excluded");
    state.units.clear();
    EXPECT_TRUE(changed(state, north, entry)->back().site.excluded);
}

TEST(SiteNamesIn, AreParted)
{
    EXPECT_EQ(names_in(" 白石区役所、白石区複合庁舎\n白石区役所 ; "),
        (std::vector<std::string>{"白石区役所", "白石区複合庁舎"}));
    EXPECT_TRUE(names_in("").empty());
}

}
}
