#include "features/device/register_import.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/device/bulk.hpp"
#include "features/device/ledger_import_doc.hpp"
#include "features/device/register_import_totals.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace hoshuban::device {
namespace {

/// The register of the Juki contract of R7 as its specification counts it, on 3 October 2025.
class RegisterImportRules : public ::testing::Test {
protected:
    RegisterImportRules()
    {
        for (const contract::Device& device : profile.devices) {
            const auto site = std::ranges::find(
                profile.sites, device.site, [](const contract::Site& each) { return std::optional{each.id}; });
            const bool placed = site != profile.sites.end();
            const Placement stands{profile.period.first, no_end,
                {device.site, "", device.status == contract::DeviceStatus::planned ? Use::planned : Use::in_service,
                    {}}};
            state.units.push_back({device, stands, placed ? std::optional{site->number} : std::nullopt,
                placed ? site->name : std::string{}});
            state.courses[device.id] = {stands};
        }
    }

    Unit& unit(const std::string& number)
    {
        return *std::ranges::find(state.units, number, [](const Unit& each) { return each.device.number; });
    }

    void stand(const std::string& number, const char* day, const std::string& place)
    {
        Unit& moved_unit = unit(number);
        Spot spot = moved_unit.placement.spot;
        spot.place = place;
        auto& course = state.courses[moved_unit.device.id];
        course = moved(course, test::day(day), spot).value();
        moved_unit.placement = course.back();
    }

    RegisterPlan plan(const std::string& csv)
    {
        return plan_import(terms, state, read_ledger(csv, terms.today).value());
    }

    std::string told(const std::string& csv)
    {
        std::string text;
        for (const PlannedUnit& row : plan(csv).rows) {
            text += fmt::format("{} {} {}", row.row, row.number, name_of(row.outcome));
            for (const auto& change : row.changes)
                text += fmt::format(" {}:{}→{}", name_of(change.column), change.before, change.after);
            for (const auto& problem : row.problems)
                text += fmt::format(" {}!{}", problem.cell, problem.code);
            for (const auto& notice : row.notices)
                text += fmt::format(" {}?{}", notice.cell, notice.code);
            text += "\n";
        }
        return text;
    }

    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    ImportTerms terms{profile, test::day("2025-10-03"), Cause::correction, test::day("2025-10-03")};
    RegisterState state;
};

const std::string mark = "sapporo-r7-juki-cs/";

TEST_F(RegisterImportRules, TakeWhatTheListStatesAndNothingElse)
{
    struct Case {
        const char* story;
        std::string csv;
        std::string told;
    };
    const Case cases[] = {
        {"as it is", "行ID,機器ID,機種名,拠点\n" + mark + "D-0014,D-0014,ESPRIMO D588/T,北区役所戸籍住民課\n",
            "2 D-0014 unchanged\n"},
        {"another place, cell by cell", "行ID,機器ID,拠点,場所\n" + mark + "D-0014,D-0014,東区役所戸籍住民課,2階\n",
            "2 D-0014 changed site:北区役所戸籍住民課→東区役所戸籍住民課 place:→2階 since:2025/04/01→2025/10/03\n"},
        {"of number and name, the one that was changed is meant",
            "機器ID,拠点番号,拠点\nD-0014,4,北区役所戸籍住民課\nD-0015,3,東区役所戸籍住民課\n",
            "2 D-0014 changed site:北区役所戸籍住民課→東区役所戸籍住民課 since:2025/04/01→2025/10/03\n"
            "3 D-0015 changed site:北区役所戸籍住民課→東区役所戸籍住民課 since:2025/04/01→2025/10/03\n"},
        {"an alias of the profile", "機器ID,機種名,拠点\nD-0001,,札幌市役所本庁舎\n", "2 D-0001 unchanged\n"},
        {"the real number of a unit that was only counted", "行ID,機器ID,機種名\n" + mark + "D-0014,NB-77,\n",
            "2 NB-77 changed number:D-0014→NB-77\n"},
        {"a row without id takes one that is counted at its site", "機器ID,機種名,拠点番号\nNB-1,ESPRIMO D588/T,3\n",
            "2 NB-1 changed number:D-0014→NB-1\n"},
        {"what nobody counts is new", "機器ID,機器の種類,機器の区分,機種名,拠点番号\nNB-1,端末,統合端末,LIFEBOOK,3\n",
            "2 NB-1 new number:→NB-1 kind:→端末 class:→統合端末 model:→LIFEBOOK site:→北区役所戸籍住民課 use:→稼働中 "
            "keeper:→受託者 since:→2025/10/03 D2?import/model_not_counted\n"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(c.csv), c.told) << c.story;
}

TEST_F(RegisterImportRules, LeaveWhatTheCityKeepsToItsPeople)
{
    unit("D-0014").placement.spot.keeper = Keeper::city;
    const std::string same = "行ID,機器ID,機種名,拠点\n" + mark + "D-0014,D-0014,ESPRIMO D588/T,北区役所戸籍住民課\n";
    const std::string moved = "行ID,機器ID,機種名,場所\n" + mark + "D-0014,D-0014,ESPRIMO D588/T,2階\n";
    const std::string described = "行ID,機器ID,機種名,備考\n" + mark + "D-0014,D-0014,ESPRIMO D588/T,窓口用\n";
    terms.side = Side::contractor;
    EXPECT_EQ(told(same), "2 D-0014 unchanged\n");
    EXPECT_EQ(told(moved), "2 D-0014 refused B2!device/kept_by_city\n");
    EXPECT_EQ(told(described), "2 D-0014 refused B2!device/kept_by_city\n");
    terms.side = Side::city;
    EXPECT_EQ(told(described), "2 D-0014 changed remarks:→窓口用\n");
}

TEST_F(RegisterImportRules, RefuseWhatIsUnclearInItsRow)
{
    stand("D-0016", "2025-09-01", "3階");
    struct Case {
        const char* story;
        std::string csv;
        std::string told;
    };
    const Case cases[] = {
        {"two rows of one unit", "機器ID,機種名,場所\nD-0014,,1階\nＤ－００１４,,2階\n",
            "2 D-0014 changed place:→1階 since:2025/04/01→2025/10/03\n3 D-0014 refused A3!import/duplicate_unit\n"},
        {"ids that were sorted apart", "行ID,機器ID,機種名\n" + mark + "D-0015,D-0014,\n",
            "2 D-0014 refused A2!import/torn_row\n"},
        {"another number and another model", "行ID,機器ID,機種名\n" + mark + "D-0014,NB-9,ESPRIMO D588/C\n",
            "2 NB-9 refused A2!import/torn_row\n"},
        {"pasted from another contract", "行ID,機器ID,機種名\nsapporo-r6-juki-cs/D-0014,D-0014,\n",
            "2 D-0014 refused A2!import/foreign_row\n"},
        {"an id of nothing", "行ID,機器ID,機種名\n" + mark + "X,D-0014,\n", "2 D-0014 refused A2!import/foreign_row\n"},
        {"neither id", "行ID,機器ID,機種名\n,,ESPRIMO D588/T\n", "2  refused B2!required\n"},
        {"a name that only resembles one", "機器ID,機種名,拠点\nD-0014,,北区役所 戸籍住民係\n",
            "2 D-0014 refused C2!import/unknown_site\n"},
        {"number and name of two other sites", "機器ID,拠点番号,拠点\nD-0014,5,東区役所戸籍住民課\n",
            "2 D-0014 refused C2!import/two_sites\n"},
        {"no such number", "機器ID,機種名,拠点番号\nD-0014,,99\n", "2 D-0014 refused C2!import/unknown_site_number\n"},
        {"before the contract", "機器ID,場所,この場所に来た日\nD-0014,1階,2024/3/1\n",
            "2 D-0014 refused C2!device/outside_period\n"},
        {"after the reference day", "機器ID,場所,この場所に来た日\nD-0014,1階,2025/10/4\n",
            "2 D-0014 refused C2!import/after_reference_day\n"},
        {"only the day", "機器ID,場所,この場所に来た日\nD-0014,,2025/10/1\n",
            "2 D-0014 refused C2!import/only_the_day\n"},
        {"moved since the list left", "行ID,場所,この場所に来た日\n" + mark + "D-0016,1階,2025/4/1\n",
            "2 D-0016 refused C2!import/moved_meanwhile\n"},
        {"no site for what is in service", "機器ID,機種名,拠点\nD-0014,,\n",
            "2 D-0014 refused C2!device/site_needed\n"},
        {"words that the contract does not have", "機器ID,機器の区分,システムの区分,使い方\nD-0014,机,住記,使用\n",
            "2 D-0014 refused B2!import/unknown_class C2!import/no_divisions D2!import/unknown_use\n"},
        {"new, but what?", "機器ID,機種名,拠点番号\nNB-1,LIFEBOOK,3\n", "2 NB-1 refused !required !required\n"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(c.csv), c.told) << c.story;
}

TEST_F(RegisterImportRules, KeepTheTotalWhenRealUnitsComeForThoseThatWereCounted)
{
    // Six of the kind are counted at site 3: the seventh takes one from elsewhere, because its row says where it is.
    std::string csv = "機器ID,機種名,拠点番号\n";
    for (int i = 1; i <= 7; ++i)
        csv += fmt::format("NB-{},ESPRIMO D588/T,3\n", i);
    std::set<std::string> taken;
    std::string sites;
    for (const PlannedUnit& row : plan(csv).rows) {
        ASSERT_TRUE(row.saved && row.saved->takes_placeholder()) << row.row;
        EXPECT_EQ(row.saved->device.known, contract::DeviceKnown::unit);
        taken.insert(row.saved->before->device.id.text);
        sites += row.saved->before->site_number ? fmt::format("{} ", *row.saved->before->site_number) : "- ";
    }
    EXPECT_EQ(taken.size(), 7U);
    EXPECT_EQ(sites.substr(0, 12), "3 3 3 3 3 3 ");
    EXPECT_NE(sites.substr(12), "3 ");
    EXPECT_EQ(told("機器ID,機種名\nNB-1,ESPRIMO D588/T\n"), "2 NB-1 refused !device/site_needed\n")
        << "a row that states no site takes no unit from where it is known to be";
}

TEST_F(RegisterImportRules, AskForAnUnknownNameOnceAndThenKnowIt)
{
    const std::string csv = "機器ID,機種名,拠点\nD-0014,,北区分庁舎\nD-0015,,北区 分庁舎\n";
    const auto rows = read_ledger(csv, terms.today).value();
    const auto unknown = unknown_sites(terms, state, rows);
    ASSERT_EQ(unknown.size(), 1U);
    EXPECT_EQ(unknown[0].name, "北区分庁舎");
    EXPECT_EQ(unknown[0].rows, 2);
    ASSERT_FALSE(unknown[0].nearest.empty());
    EXPECT_LE(unknown[0].nearest.size(), 3U);

    const auto north = std::ranges::find(profile.sites, 3, &contract::Site::number);
    state.aliases.push_back({"北区分庁舎", north->id});
    EXPECT_EQ(told(csv), "2 D-0014 unchanged\n3 D-0015 unchanged\n");
    EXPECT_TRUE(unknown_sites(terms, state, rows).empty());
}

TEST_F(RegisterImportRules, OverwriteAMoveOfTheMeantimeOnlyWhenSomebodyChoosesTo)
{
    stand("D-0016", "2025-10-02", "2階");
    const std::string csv = "行ID,場所,備考,この場所に来た日\n" + mark + "D-0016,5階,済,2025/4/1\n";
    const auto open = plan(csv);
    ASSERT_EQ(open.conflicts.size(), 1U);
    EXPECT_NE(open.conflicts[0].listed.find("5階"), std::string::npos) << open.conflicts[0].listed;
    EXPECT_NE(open.conflicts[0].present.find("2階"), std::string::npos) << open.conflicts[0].present;
    EXPECT_EQ(open.conflicts[0].since, test::day("2025-10-02"));
    EXPECT_FALSE(open.conflicts[0].chosen);
    EXPECT_NE(open.rows[0].problems[0].text.ja.find("台帳は「"), std::string::npos) << "the cell says both values";
    EXPECT_FALSE(open.rows[0].saved);

    terms.conflicts[unit("D-0016").device.id] = Holds::the_register;
    EXPECT_EQ(told(csv), "2 D-0016 changed remarks:→済\n") << "the rest of the row holds";
    terms.conflicts[unit("D-0016").device.id] = Holds::the_list;
    EXPECT_EQ(told(csv), "2 D-0016 changed place:2階→5階 since:2025/10/02→2025/10/03 remarks:→済\n");
    EXPECT_EQ(plan(csv).conflicts[0].chosen, Holds::the_list) << "what was chosen can still be seen";
}

TEST_F(RegisterImportRules, LeaveUnitsAloneThatTheListLeavesOutUnlessSomebodyChooses)
{
    const std::string csv = "機器ID,場所\nD-0014,1階\n";
    const auto first = plan(csv);
    EXPECT_EQ(first.left_out.size(), state.units.size() - 1);
    EXPECT_EQ(first.rows.size(), 1U);
    EXPECT_TRUE(std::ranges::none_of(
        first.left_out, [](const LeftOut& each) { return each.unit->device.number == "D-0014" || each.chosen; }));

    const auto total = [&](const RegisterPlan& plan) {
        for (const Reconciled& each : reconcile(profile.stated_totals, state, plan)) {
            if (each.before != each.after)
                return fmt::format("{}→{}", each.before, each.after);
        }
        return std::string{"same"};
    };
    EXPECT_EQ(total(first), "same");
    terms.left_out[unit("D-0016").device.id] = Use::retired;
    terms.left_out[unit("D-0014").device.id] = Use::retired;
    EXPECT_EQ(told(csv),
        "2 D-0014 changed place:→1階 since:2025/04/01→2025/10/03\n"
        "3 D-0016 changed use:稼働中→廃止 since:2025/04/01→2025/10/03 ?import/left_out\n")
        << "what was chosen for a unit that is in the list after all does not count";
    const auto chosen = plan(csv);
    EXPECT_EQ(std::ranges::count_if(chosen.left_out, [](const LeftOut& each) { return each.chosen.has_value(); }), 1);
    const auto before_and_after = total(chosen);
    EXPECT_NE(before_and_after, "same");
}

TEST_F(RegisterImportRules, TakeAChangeOfManyUnitsForAListOfThem)
{
    const std::vector<Unit> units{unit("D-0014"), unit("D-0016")};
    const auto told_of = [&](const std::vector<Unit>& chosen, const BulkEdit& edit) {
        const auto rows = rows_of(profile, chosen, edit);
        if (!rows)
            return rows.error().code;
        std::string text;
        for (const PlannedUnit& row : plan_import(terms, state, *rows).rows) {
            text += fmt::format("{} {}", row.number, name_of(row.outcome));
            for (const auto& change : row.changes)
                text += fmt::format(" {}:{}→{}", name_of(change.column), change.before, change.after);
            for (const auto& problem : row.problems)
                text += fmt::format(" !{}", problem.code);
            text += "\n";
        }
        return text;
    };
    EXPECT_EQ(told_of(units, {.remarks = " 入替待ち "}),
        "D-0014 changed remarks:→入替待ち\nD-0016 changed remarks:→入替待ち\n");
    EXPECT_EQ(told_of(units, {.use = Use::in_service}), "D-0014 unchanged\nD-0016 unchanged\n");
    EXPECT_EQ(told_of(units, {.division = "住記"}),
        "D-0014 refused !import/no_divisions\nD-0016 refused !import/no_divisions\n");
    EXPECT_EQ(told_of(units, {}), "device/nothing_to_change");
    EXPECT_EQ(told_of({}, {.place = ""}), "device/no_units");
    EXPECT_EQ(told_of(units, {.site = SiteId{"nowhere"}}), "device/unknown_site");
    EXPECT_EQ(told_of(std::vector<Unit>(most_bulk_units + 1, units[0]), {.place = ""}), "device/too_many_units");
}

// what the specifications call one place is one place.
TEST(SitesOfTheSpecifications, AreFoundUnderEachOfTheirNames)
{
    const auto& r5 = test::profile("sapporo-r5-core-terminals");
    const auto& r6 = test::profile("sapporo-r6-juki-cs");
    const auto& r7 = test::profile("sapporo-r7-juki-cs");
    const std::pair<const contract::Profile*, const char*> cases[] = {{&r5, "白石区役所"}, {&r5, "白石区複合庁舎"},
        {&r5, "郵送証明センター"}, {&r5, "証明郵送センター"}, {&r7, "札幌市証明郵送センター"},
        {&r7, "郵送証明センター"}, {&r5, "定山渓出張所"}, {&r5, "定山溪出張所"}, {&r7, "定山渓出張所"},
        {&r7, "定山溪出張所"}, {&r6, "篠路主張所"}, {&r6, "定山溪主張所"}, {&r5, "菊水分庁舎"}, {&r5, "DEOS"},
        {&r7, "札幌市菊水分庁舎"}};
    for (const auto& [profile, name] : cases) {
        const auto found = SiteNames{profile->sites, {}}.named(name);
        EXPECT_TRUE(found) << profile->id.text << " " << name << " " << (found ? "" : found.error().text.ja);
    }
}

// Two addresses of one office.
TEST(SitesOfTheSpecifications, KeepTheAddressThatEachContractPrints)
{
    const std::pair<const char*, const char*> cases[] = {
        {"sapporo-r5-core-terminals", "札幌市南区定山渓温泉東4丁目315-4"},
        {"sapporo-r6-juki-cs", "南区定山渓温泉西1丁目"}, {"sapporo-r7-juki-cs", "南区定山渓温泉西1丁目"}};
    for (const auto& [contract, address] : cases) {
        const auto& sites = test::profile(contract).sites;
        const auto office = std::ranges::find(sites, "定山渓出張所", &contract::Site::name);
        ASSERT_NE(office, sites.end()) << contract;
        EXPECT_EQ(office->address, address) << contract;
    }
}

// Kikusui and DEOS are one row, which the city keeps.
TEST(SitesOfTheSpecifications, OfTheCoreTerminalsAreThirtyOneBesideTheCitysOwn)
{
    std::vector<int> kept;
    const auto& sites = test::profile("sapporo-r5-core-terminals").sites;
    for (const contract::Site& site : sites) {
        if (site.excluded)
            kept.push_back(site.number);
    }
    EXPECT_EQ(sites.size(), 32U);
    EXPECT_EQ(kept, std::vector{32});
}

// 63 + 55 + 9 readers, and no more for the three terminals that are only planned.
TEST(SitesOfTheSpecifications, HaveAsManyReadersAsTerminalsThatAreThere)
{
    for (const char* contract : {"sapporo-r6-juki-cs", "sapporo-r7-juki-cs"}) {
        const contract::Profile& profile = test::profile(contract);
        int readers = 0;
        for (const contract::Equipment& each : profile.equipment) {
            if (each.part.ja == "ICカードR/W" && each.generation == "current")
                readers += each.quantity.value_or(0);
        }
        std::map<contract::DeviceStatus, int> terminals;
        for (const contract::Device& device : profile.devices) {
            if (device.device_class == "terminal")
                ++terminals[device.status];
        }
        EXPECT_EQ(readers, 127) << contract;
        EXPECT_EQ(terminals[contract::DeviceStatus::in_service], 127) << contract;
        EXPECT_EQ(terminals[contract::DeviceStatus::planned], 3) << contract;
    }
}

}
}
