#include "features/contract/site_store.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

class SiteStore : public test::OnBothDatabases {
protected:
    void load(const ProfileFiles& told)
    {
        const Profile loaded = read_profile(told).value();
        database().write([&](db::Tx& tx) {
            const Actor actor{{"test"}, "test", true, {}, Origin::command};
            const audit::Cause cause{actor, test::at("2025-10-01 09:00")};
            hoshuban::contract::load(
                tx, loaded, told, audit::entry(cause, loaded.id, "contract.loaded", {"contract", loaded.id.text}));
        });
    }
    void enter(const std::vector<SiteFact>& facts, const char* today)
    {
        std::vector<EnteredFact> entered;
        for (const SiteFact& fact : facts)
            entered.push_back({fact, {"移転", "試作 次郎", test::at("2025-10-01 09:00")}});
        database().write([&](db::Tx& tx) { put_site_facts(tx, r7, entered, test::day(today)); });
    }
    Site site(int number)
    {
        const auto sites = database().read([&](db::Reader& reader) { return present_sites(reader, r7); });
        const auto found = std::ranges::find(sites, number, &Site::number);
        return found == sites.end() ? Site{} : *found;
    }

    const ContractId r7{test::ids::r7};
    ProfileFiles files = test::profile_files(test::ids::r7);
};

SiteFact fact_from(Site site, const char* day, const char* address, bool open = true)
{
    site.address = address;
    site.closed.clear();
    return {std::move(site), test::day(day), open};
}

TEST_P(SiteStore, ShowsWhatHoldsTodayAndStaysWhenTheProfileComesAgain)
{
    load(files);
    const Site north = site(3);
    EXPECT_TRUE(north.closed.empty());
    Site fresh = north;
    fresh.id = {"fresh"};
    fresh.number = 40;
    fresh.name = "北部分庁舎";
    enter({fact_from(north, "2025-04-01", "前の所"), fact_from(north, "2025-10-01", "今の所"),
              fact_from(north, "2025-12-01", "これからの所"), fact_from(fresh, "2025-11-01", "東区"),
              fact_from(fresh, "2026-01-01", "東区", false)},
        "2025-10-01");
    EXPECT_EQ(site(3).address, "今の所");
    EXPECT_TRUE(is_open(site(3), test::day("2025-04-01")));
    EXPECT_EQ(site(40).name, "北部分庁舎");
    for (const auto& [on, open] : {std::pair{"2025-10-31", false}, {"2025-11-01", true}, {"2025-12-31", true},
             {"2026-01-01", false}, {"2027-01-01", false}})
        EXPECT_EQ(is_open(site(40), test::day(on)), open) << on;

    files["contract.yaml"] += "\n# said anew\n";
    load(files);
    EXPECT_EQ(site(3).address, "今の所") << "what somebody entered stays";
    EXPECT_EQ(site(40).name, "北部分庁舎");
    EXPECT_EQ(site(4).name, "東区役所戸籍住民課");

    const auto bring = [&](const char* day) {
        return database().write([&](db::Tx& tx) { return bring_sites_to(tx, {}, test::day(day)); });
    };
    EXPECT_FALSE(bring("2025-11-30"));
    EXPECT_EQ(site(3).address, "今の所");
    EXPECT_TRUE(bring("2025-12-01"));
    EXPECT_FALSE(bring("2025-12-01")) << "once";
    EXPECT_EQ(site(3).address, "これからの所");
}

TEST_P(SiteStore, CountsVersionsAndReplacesAFactOfOneDay)
{
    load(files);
    const auto version = [&](const SiteId& id) {
        return database().read([&](db::Reader& reader) { return site_version(reader, r7, id); });
    };
    const Site north = site(3);
    EXPECT_EQ(version(north.id), 1);
    EXPECT_EQ(version({"nowhere"}), std::nullopt);
    enter({fact_from(north, "2025-04-01", "前の所"), fact_from(north, "2025-10-01", "今の所")}, "2025-10-01");
    EXPECT_EQ(version(north.id), 2);
    enter({fact_from(north, "2025-10-01", "直した所")}, "2025-10-01");
    EXPECT_EQ(version(north.id), 3);
    const auto facts = database().read([&](db::Reader& reader) { return entered_facts(reader, r7); });
    ASSERT_EQ(facts.size(), 1U);
    ASSERT_EQ(facts.at(north.id).size(), 2U);
    EXPECT_EQ(facts.at(north.id)[1].fact.site.address, "直した所");
    EXPECT_EQ(facts.at(north.id)[1].word.reason, "移転");
}

TEST_P(SiteStore, KeepsTheProfileOfEveryRoomUpToDate)
{
    load(files);
    ProfileCache cache;
    const auto address = [&] {
        const auto profile =
            database().read([&](db::Reader& reader) { return hoshuban::contract::profile(reader, cache, r7); });
        return std::ranges::find(profile.value()->sites, 3, &Site::number)->address;
    };
    const std::string before = address();
    enter({fact_from(site(3), "2025-04-01", "今の所")}, "2025-10-01");
    EXPECT_NE(address(), before);
    EXPECT_EQ(address(), "今の所");
}

HOSHUBAN_ON_BOTH_DATABASES(SiteStore);

}
}
