#include "features/contract/contract_api.hpp"

#include "features/contract/contract_dto_api.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "platform/clock.hpp"
#include "platform/db/test_database.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/metrics.hpp"

namespace hoshuban::contract {
namespace {

using namespace test::ids;

// Everybody is a worker of one contract.
class OneWorker : public http::Authenticator {
public:
    Result<std::optional<http::Identity>> identify(const http::Request&, Instant) override
    {
        Actor actor;
        actor.person = PersonId{"p1"};
        actor.name = "作業 一郎";
        actor.memberships = {{ContractId{r7}, Role::worker, make_day(2025, 4, 1), std::nullopt}};
        return http::Identity{.actor = actor};
    }
};

class ContractApi : public testing::Test {
protected:
    ContractApi()
    {
        for (const char* id : {r5, r7}) {
            const ProfileFiles files = test::profile_files(id);
            const Profile& profile = test::profile(id);
            Actor actor;
            actor.person = PersonId{"command"};
            const auto event =
                audit::entry(audit::Cause{actor, clock_.now()}, profile.id, "contract.loaded", {"contract", id});
            database_->write([&](db::Tx& tx) { return load(tx, profile, files, event); });
        }
        add_routes(router_, profiles_);
        dispatcher_.emplace(router_, http::Services{*database_, clock_, worker_}, metrics_);
    }

    http::Response get(const std::string& path, http::Parameters query = {})
    {
        http::Request request;
        request.method = http::Method::get;
        request.path = path;
        request.query = std::move(query);
        return dispatcher_->dispatch(request);
    }

private:
    test::TestDatabase database_{db::Dialect::sqlite};
    MovableClock clock_{*parse_instant("2025-06-01T00:00:00Z")};
    OneWorker worker_;
    ProfileCache profiles_;
    metrics::Registry metrics_;
    http::Router router_;
    std::optional<http::Dispatcher> dispatcher_;
};

TEST_F(ContractApi, ListsTheContractsOneHasARoleIn)
{
    const auto answer = get("/api/v1/contracts");
    ASSERT_EQ(answer.status, 200);
    const auto list = json::parse<ContractList>(answer.body).value();
    ASSERT_EQ(list.items.size(), 1U);
    EXPECT_EQ(list.items[0].id.text, r7);
    EXPECT_EQ(list.items[0].state, ContractState::running);
    EXPECT_EQ(list.items[0].roles, std::vector{Role::worker});
    EXPECT_EQ(list.items[0].side, Side::contractor);
}

TEST_F(ContractApi, ShowsAContract)
{
    const auto answer = get(std::string("/api/v1/contracts/") + r7);
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto view = json::parse<ContractView>(answer.body).value();
    EXPECT_EQ(view.title, "令和7年度住基ネットCS・統合端末等運用サポート業務");
    EXPECT_EQ(view.period.months, 12);
    EXPECT_EQ(view.period.calendar_days, 365);
    EXPECT_EQ(view.period.open_days, 242);
    EXPECT_EQ(to_text(*view.period.last_open_day), "2026-03-31");
    EXPECT_EQ(view.status_labels.at("confirming").ja, "札幌市確認中");
    EXPECT_EQ(view.column_labels.size(), 20U);
    EXPECT_EQ(view.work_types.size(), 12U);
    EXPECT_EQ(view.number_pattern, "{prefix}{yy}{suffix}-{seq:2}");
    EXPECT_EQ(view.hours.at(0).windows.at(0).days, (std::vector<std::string>{"mon", "tue", "wed", "thu", "fri"}));
    EXPECT_TRUE(view.hours.at(1).always);
    EXPECT_EQ(view.closures.at(2).ja, "12月29日～1月3日（年末年始の休日）");
    EXPECT_EQ(view.check_items.at(0).count, 15);
    EXPECT_EQ(view.counts.devices, 134);
    EXPECT_EQ(view.version, 1);
}

TEST_F(ContractApi, ListsSitesAndDevices)
{
    const std::string base = std::string("/api/v1/contracts/") + r7;
    const auto sites = json::parse<SiteList>(get(base + "/sites").body).value();
    ASSERT_EQ(sites.items.size(), 22U);
    EXPECT_EQ(sites.items[12].name, "マイナンバーカードセンター");
    EXPECT_EQ(sites.items[12].device_count, 9);
    EXPECT_EQ(json::parse<DeviceList>(get(base + "/devices").body).value().items.size(), 134U);
    const auto devices = json::parse<DeviceList>(get(base + "/devices", {{"site", "S-022"}}).body).value();
    ASSERT_EQ(devices.items.size(), 3U);
    EXPECT_EQ(devices.items[0].status, DeviceStatus::planned);
    EXPECT_EQ(devices.items[0].site_name, "篠路出張所");
}

TEST_F(ContractApi, OtherContractsDoNotExist)
{
    for (const char* rest : {"", "/sites", "/devices"}) {
        EXPECT_EQ(get(std::string("/api/v1/contracts/") + r5 + rest).status, 404) << rest;
        EXPECT_EQ(get(std::string("/api/v1/contracts/none") + rest).status, 404) << rest;
    }
}

}
}
