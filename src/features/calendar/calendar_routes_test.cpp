#include "features/calendar/calendar_api.hpp"
#include "features/calendar/holiday_api.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "platform/clock.hpp"
#include "platform/db/test_database.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/metrics.hpp"

#include <gtest/gtest.h>

namespace hoshuban::calendar {
namespace {

constexpr const char* seen = "sapporo-r7-juki-cs";
constexpr const char* unseen = "sapporo-r5-core-terminals";

class OnePerson : public http::Authenticator {
public:
    Result<std::optional<http::Identity>> identify(const http::Request& request, Instant) override
    {
        Actor actor;
        actor.person = PersonId{"p1"};
        actor.name = "作業 一郎";
        actor.administrator = request.header("X-Test-Administrator").has_value();
        actor.memberships = {{ContractId{seen}, Role::worker, make_day(2025, 4, 1), std::nullopt}};
        return http::Identity{.actor = actor};
    }
};

class CalendarRoutes : public testing::Test {
protected:
    CalendarRoutes()
    {
        for (const char* id : {seen, unseen}) {
            const auto files = test::profile_files(id);
            const contract::Profile& profile = test::profile(id);
            Actor actor;
            actor.person = PersonId{"command"};
            const auto event =
                audit::entry(audit::Cause{actor, clock_.now()}, profile.id, "contract.loaded", {"contract", id});
            database_->write([&](db::Tx& tx) { return contract::load(tx, profile, files, event); });
        }
        add_routes(router_, profiles_);
        add_holiday_routes(router_);
        dispatcher_.emplace(router_, http::Services{*database_, clock_, person_}, metrics_);
    }

    http::Response get(const std::string& contract, const std::string& what, http::Parameters query)
    {
        return dispatcher_->dispatch({.method = http::Method::get,
            .path = "/api/v1/contracts/" + contract + "/calendar/" + what,
            .query = std::move(query)});
    }
    http::Response holidays(
        http::Method method, http::Headers headers, std::string body = {}, http::Parameters query = {})
    {
        return dispatcher_->dispatch({.method = method,
            .path = "/api/v1/holidays",
            .query = std::move(query),
            .headers = std::move(headers),
            .body = std::move(body)});
    }

private:
    test::TestDatabase database_{db::Dialect::sqlite};
    MovableClock clock_{*parse_instant("2025-06-01T00:00:00Z")};
    OnePerson person_;
    contract::ProfileCache profiles_;
    metrics::Registry metrics_;
    http::Router router_;
    std::optional<http::Dispatcher> dispatcher_;
};

http::Parameters with(http::Parameters query, const std::string& name, const std::string& value)
{
    std::erase_if(query, [&](const auto& each) { return each.first == name; });
    if (!value.empty())
        query.emplace_back(name, value);
    return query;
}

const http::Parameters one_day = {{"from", "2025-05-05"}, {"to", "2025-05-05"}};
const http::Parameters next_open_day = {{"from", "2025-06-06T16:30"}, {"rule", "open_days"}, {"amount", "1"}};

TEST_F(CalendarRoutes, ListDays)
{
    const auto answer = get(seen, "days", one_day);
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.body,
        R"({"items":[{"day":"2025-05-05","weekday":1,"open":false,"windows":[],"reasons":[)"
        R"({"ja":"こどもの日","en":"Children's Day"}],"kind":"holiday","holiday_name":"こどもの日","forecast":false}]})");
}

TEST_F(CalendarRoutes, CountDueDates)
{
    struct Case {
        const char* story;
        http::Parameters query;
        const char* due_day;
    };
    const Case cases[] = {
        {"the next open day, over a weekend", next_open_day, "2025-06-09"},
        {"counted back", with(next_open_day, "amount", "-1"), "2025-06-05"},
        {"calendar days", with(next_open_day, "rule", "calendar_days"), "2025-06-07"},
        {"calendar days, moved to an open day", with(with(next_open_day, "rule", "calendar_days"), "roll", "next"),
            "2025-06-09"},
        {"the end of next month", with(with(next_open_day, "rule", "end_of_month"), "months_later", "1"), "2025-07-31"},
    };
    for (const Case& c : cases) {
        const auto answer = get(seen, "due", c.query);
        EXPECT_EQ(answer.status, 200) << c.story << answer.body;
        EXPECT_NE(answer.body.find(std::string{R"("due_day":")"} + c.due_day + '"'), std::string::npos)
            << c.story << answer.body;
    }
}

TEST_F(CalendarRoutes, RefuseEachWrongField)
{
    struct Case {
        const char* what;
        http::Parameters query;
    };
    const Case cases[] = {
        {"days", with(one_day, "from", "")},
        {"days", with(one_day, "from", "2025-02-30")},
        {"days", with(one_day, "to", "")},
        {"days", with(one_day, "to", "yesterday")},
        {"days", with(one_day, "to", "2025-05-04")},
        {"days", with(one_day, "to", "2026-06-10")},
        {"days", with(one_day, "month", "5")},
        {"due", with(next_open_day, "from", "")},
        {"due", with(next_open_day, "from", "2025-06-06 16:30")},
        {"due", with(next_open_day, "rule", "")},
        {"due", with(next_open_day, "rule", "weeks")},
        {"due", with(next_open_day, "amount", "1.5")},
        {"due", with(next_open_day, "amount", "99999999")},
        {"due", with(next_open_day, "months_later", "121")},
        {"due", with(next_open_day, "roll", "sideways")},
    };
    for (const Case& c : cases) {
        std::string query;
        for (const auto& [name, value] : c.query)
            query += '&' + name + '=' + value;
        EXPECT_EQ(get(seen, c.what, c.query).status, 422) << c.what << query;
    }
    for (const auto& [what, query] : {std::pair{"days", one_day}, std::pair{"due", next_open_day}})
        EXPECT_NE(get(seen, what, with(query, "work_class", "night")).status, 200) << what;
}

TEST_F(CalendarRoutes, OtherContractsDoNotExist)
{
    for (const char* contract : {unseen, "none"}) {
        EXPECT_EQ(get(contract, "days", one_day).status, 404) << contract;
        EXPECT_EQ(get(contract, "due", next_open_day).status, 404) << contract;
    }
}

TEST_F(CalendarRoutes, HolidaysAreForTheAdministrator)
{
    const http::Headers administrator = {{"X-Test-Administrator", "1"}, {"Content-Type", "text/csv"}};
    EXPECT_EQ(holidays(http::Method::get, {}).status, 404);
    EXPECT_EQ(holidays(http::Method::post, {{"Content-Type", "text/csv"}}, "x").status, 404);
    const auto shown = holidays(http::Method::get, administrator);
    ASSERT_EQ(shown.status, 200) << shown.body;
    EXPECT_NE(shown.body.find(R"("published_from":"1955-01-01","published_until":"2027-12-31","days":1067)"),
        std::string::npos)
        << shown.body;
    EXPECT_EQ(holidays(http::Method::post, administrator, "no list of holidays").status, 422);
    EXPECT_EQ(holidays(http::Method::post, administrator, "x", {{"save_over", "first"}}).status, 422);
}

}
}
