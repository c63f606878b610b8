#include "features/contract/contract_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/device_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

using namespace test::ids;

class ContractStore : public test::OnBothDatabases {
protected:
    Loaded load_files(const ProfileFiles& files)
    {
        const Profile profile = read_profile(files).value();
        Actor actor;
        actor.person = PersonId{"p1"};
        actor.name = "読込";
        const auto event = audit::entry(audit::Cause{actor, *parse_instant("2025-04-01T00:00:00Z")}, profile.id,
            "contract.loaded", {"contract", profile.id.text});
        return database().write([&](db::Tx& tx) { return load(tx, profile, files, event); });
    }

    std::vector<audit::Event> events(const char* id)
    {
        return database().read([&](db::Reader& reader) {
            return audit::events_of(reader, ContractId{id}, {"contract", id}, 10);
        });
    }

    std::vector<SiteRegister> sites(const char* id)
    {
        return database().read([&](db::Reader& reader) { return list_sites(reader, ContractId{id}); });
    }

    std::vector<DeviceRegister> devices(const char* id, std::optional<SiteId> site = {})
    {
        return database().read([&](db::Reader& reader) { return list_devices(reader, ContractId{id}, site); });
    }
};
HOSHUBAN_ON_BOTH_DATABASES(ContractStore);

ProfileFiles with_title(ProfileFiles files, const std::string& title)
{
    std::string& text = files["contract.yaml"];
    const auto start = text.find("\ntitle: ") + 8;
    text.replace(start, text.find('\n', start) - start, title);
    return files;
}

TEST_P(ContractStore, KeepsTheProfileWithSitesAndDevices)
{
    EXPECT_EQ(load_files(test::profile_files(r7)).outcome, LoadOutcome::created);
    EXPECT_EQ(load_files(test::profile_files(r5)).version, 1);

    const auto all = database().read([](db::Reader& reader) { return list_contracts(reader); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id.text, r7);
    EXPECT_EQ(all[1].id.text, r5);
    EXPECT_EQ(to_text(all[1].ends_on), "2024-03-31");

    const auto places = sites(r7);
    ASSERT_EQ(places.size(), 22U);
    EXPECT_EQ(places[2].site.name, "北区役所戸籍住民課");
    EXPECT_EQ(places[2].device_count, 13);
    EXPECT_EQ(places[4].site.aliases, std::vector<std::string>{"白石区複合庁舎"});
    EXPECT_EQ(places[20].device_count, 0);
    EXPECT_TRUE(places[21].site.planned);

    EXPECT_EQ(devices(r7).size(), 134U);
    EXPECT_EQ(devices(r5).size(), 2062U);
    const auto kikusui = devices(r7, places[14].site.id);
    ASSERT_EQ(kikusui.size(), 5U);
    EXPECT_EQ(kikusui[0].device.device_class, "cs");
    EXPECT_EQ(kikusui[0].device.pair_unit, PairUnit::operating);
    EXPECT_EQ(kikusui[2].device.known, DeviceKnown::assumption);
    EXPECT_EQ(kikusui[0].site_name, "菊水分庁舎システム管理課");
}

TEST_P(ContractStore, LoadingTheSameFilesChangesNothing)
{
    const ProfileFiles files = test::profile_files(r7);
    load_files(files);
    const Loaded again = load_files(files);
    EXPECT_EQ(again.outcome, LoadOutcome::unchanged);
    EXPECT_EQ(again.version, 1);
    EXPECT_EQ(events(r7).size(), 1U);
}

TEST_P(ContractStore, AChangeIsANewVersionAndAnEvent)
{
    const ProfileFiles files = test::profile_files(r7);
    load_files(files);
    const Loaded changed = load_files(with_title(files, "新しい件名"));
    EXPECT_EQ(changed.outcome, LoadOutcome::changed);
    EXPECT_EQ(changed.version, 2);
    const auto recorded = events(r7);
    ASSERT_EQ(recorded.size(), 2U);
    EXPECT_EQ(recorded[0].entry.kind, "contract.loaded");
    EXPECT_TRUE(recorded[0].entry.before.starts_with(R"({"version":1,)"));
    EXPECT_TRUE(recorded[0].entry.after.starts_with(R"({"version":2,)"));
    EXPECT_EQ(database().read([](db::Reader& reader) { return files_of(reader, ContractId{r7}); }),
        with_title(files, "新しい件名"));
}

TEST_P(ContractStore, WhatLeavesTheProfileIsNoLongerListed)
{
    ProfileFiles files = test::profile_files("other-city-r6-terminals");
    load_files(files);
    files["devices.csv"].replace(files["devices.csv"].find("D-0001,65"), 9, "D-0001,64");
    files["contract.yaml"].replace(files["contract.yaml"].find("count: 65"), 9, "count: 64");
    load_files(files);
    EXPECT_EQ(devices("other-city-r6-terminals").size(), 64U);
}

TEST_P(ContractStore, ProfilesAreParsedOncePerVersion)
{
    const ProfileFiles files = test::profile_files(r7);
    load_files(files);
    ProfileCache cache{std::chrono::hours{1}};
    const auto first = profile(database(), cache, ContractId{r7}).value();
    EXPECT_EQ(profile(database(), cache, ContractId{r7}).value(), first);

    load_files(with_title(files, "新しい件名"));
    EXPECT_EQ(profile(database(), cache, ContractId{r7}).value(), first);
    cache.forget(ContractId{r7});
    EXPECT_EQ(profile(database(), cache, ContractId{r7}).value()->title, "新しい件名");
    EXPECT_EQ(first->title, "令和7年度住基ネットCS・統合端末等運用サポート業務");
    EXPECT_EQ(profile(database(), cache, ContractId{"none"}).error().code, "contract/not_found");
}

TEST_P(ContractStore, AnotherProcessesLoadIsNoticed)
{
    const ProfileFiles files = test::profile_files(r7);
    load_files(files);
    ProfileCache cache{std::chrono::milliseconds{0}};
    const auto first = profile(database(), cache, ContractId{r7}).value();
    EXPECT_EQ(profile(database(), cache, ContractId{r7}).value(), first);
    load_files(with_title(files, "新しい件名"));
    EXPECT_EQ(profile(database(), cache, ContractId{r7}).value()->title, "新しい件名");
}

TEST_P(ContractStore, UnitsThatWereEnteredBelongToTheProfile)
{
    load_files(test::profile_files(r7));
    ProfileCache cache{std::chrono::milliseconds{0}};
    const auto known = [&] {
        const auto read = profile(database(), cache, ContractId{r7}).value();
        const Device* unit = find_device(*read, DeviceId{"entered"});
        return fmt::format("{} {}", read->devices.size(), unit == nullptr ? "-" : unit->number);
    };
    const auto listed = test::profile(r7).devices.size();
    EXPECT_EQ(known(), fmt::format("{} -", listed));
    Device unit = test::profile(r7).devices.front();
    unit.id = DeviceId{"entered"};
    unit.number = "実機-001";
    database().write([&](db::Tx& tx) { put_units(tx, ContractId{r7}, std::vector{unit}); });
    EXPECT_EQ(known(), fmt::format("{} 実機-001", listed + 1));
}

}
}
