#include "features/audit/audit_store.hpp"
#include "features/live/feed_job.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::live {
namespace {

const ContractId contract{"c1"};
const Instant morning = *parse_instant("2026-04-01T00:00:00Z");

Actor person(Role role, std::string division = {}, const ContractId& of = contract)
{
    return {.person = {"p"},
        .name = "見本 太郎",
        .memberships = {{of, role, make_day(2026, 4, 1), {}, std::move(division), {}}}};
}

TEST(Positions, come_back_from_the_id_of_a_message)
{
    const Positions positions{{{"c1"}, 12}, {{"c2"}, 0}};
    EXPECT_EQ(to_text(positions), "c1:12,c2:0");
    EXPECT_EQ(positions_from("c1:12,c2:0"), positions);
    EXPECT_EQ(to_text({}), "");
    for (const char* broken : {"", "c1", "c1:", "c1:x", "c1:-1", "c1:1x", ",,", "c1:99999999999999999999"})
        EXPECT_TRUE(positions_from(broken).empty()) << broken;
    EXPECT_EQ(positions_from("x,c2:7"), (Positions{{{"c2"}, 7}}));
}

TEST(Message, names_what_changed_and_nothing_of_it)
{
    EXPECT_EQ(message("c1:2", contract, {{"work_request", "r1"}, {"due", "d\"\n1"}}),
        "id: c1:2\nevent: change\n"
        "data: {\"contract\":\"c1\",\"changes\":[{\"kind\":\"work_request\",\"id\":\"r1\"},{\"kind\":\"due\",\"id\":"
        "\"d1\"}]}\n\n");
    EXPECT_EQ(message("", contract, {{"*", ""}}),
        "event: change\ndata: {\"contract\":\"c1\",\"changes\":[{\"kind\":\"*\",\"id\":\"\"}]}\n\n");
}

/// Requests of the division 総務課 have an id that begins with s; others are nobody's but the whole contract's.
std::optional<search::Document> document(db::Reader&, const ContractId&, const std::string& id)
{
    if (id.starts_with("gone"))
        return std::nullopt;
    std::vector<std::string> reaches;
    if (id.starts_with("s"))
        reaches.push_back(search::division("総務課"));
    return search::Document{.subject_id = id, .number = {}, .title = {}, .reaches = reaches};
}

class LiveFeed : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        if (!IsSkipped())
            feed = std::make_unique<Feed>(database(), sources, WholeKinds{{"loan", Permission::view_loan}},
                [this](const std::string& session, Instant) -> std::optional<Actor> {
                    const auto held = sessions.find(session);
                    return held == sessions.end() ? std::nullopt : std::optional{held->second};
                });
    }

    std::shared_ptr<http::EventStream> open(
        const std::string& session, const Actor& actor, const std::optional<std::string>& last = {})
    {
        auto stream = std::make_shared<http::EventStream>(std::size_t{64} << 10);
        sessions[session] = actor;
        feed->subscribe(stream, session, actor, last, morning);
        return stream;
    }
    void change(const std::string& kind, const std::string& id, const ContractId& of = contract)
    {
        const audit::Cause cause{writer, morning};
        database().write([&](db::Tx& tx) {
            audit::record(tx, audit::entry(cause, of, kind + ".changed", {kind, id}));
        });
    }

    const Actor writer{{"w"}, "記入 一郎"};
    const std::vector<search::Source> sources{{"work_request", {"作業依頼", "Requests"}, Permission::view_work_request,
        search::same_subject("work_request"), document}};
    std::map<std::string, Actor> sessions;
    std::unique_ptr<Feed> feed;
};

HOSHUBAN_ON_BOTH_DATABASES(LiveFeed);

TEST_P(LiveFeed, tells_everyone_only_of_what_he_sees)
{
    change("work_request", "before");
    const auto city = open("city", person(Role::city_section));
    const auto general = open("general", person(Role::city_division, "総務課"));
    const auto tax = open("tax", person(Role::city_division, "税務課"));
    const auto stranger = open("stranger", person(Role::city_section, "", {"c2"}));
    EXPECT_EQ(city->take(), greeting());
    for (const auto& each : {general, tax, stranger})
        each->take();

    change("work_request", "s1");
    change("work_request", "r2");
    change("loan", "l1");
    change("person", "secret");
    change("work_request", "gone1");
    feed->step(morning);
    EXPECT_EQ(city->take(),
        message("c1:6", contract,
            {{"loan", "l1"}, {"work_request", "gone1"}, {"work_request", "r2"}, {"work_request", "s1"}}));
    EXPECT_EQ(general->take(), message("", contract, {{"work_request", "s1"}}));
    EXPECT_EQ(tax->take(), "") << "not even that something happened";
    EXPECT_EQ(stranger->take(), "");
    feed->step(morning);
    EXPECT_EQ(city->take(), "") << "once";
}

TEST_P(LiveFeed, tells_nothing_of_what_was_undone)
{
    const auto city = open("city", person(Role::city_section));
    city->take();
    const audit::Cause cause{writer, morning};
    const auto undone = database().write([&](db::Tx& tx) -> Result<void> {
        audit::record(tx, audit::entry(cause, contract, "work_request.changed", {"work_request", "r1"}));
        return fail(ErrorKind::conflict, "test/undone", {"取り消し", "undone"});
    });
    EXPECT_FALSE(undone);
    feed->step(morning);
    EXPECT_EQ(city->take(), "");
}

TEST_P(LiveFeed, goes_on_where_a_connection_broke)
{
    change("work_request", "r1");
    change("work_request", "r2");
    change("work_request", "r3");
    const auto known = open("city", person(Role::city_section), "c1:1");
    EXPECT_EQ(known->take(), greeting());
    feed->step(morning);
    EXPECT_EQ(known->take(), message("c1:3", contract, {{"work_request", "r2"}, {"work_request", "r3"}}));

    for (const char* last : {"c1:99", "nonsense", "", "c2:1"}) {
        const auto lost = open("city", person(Role::city_section), last);
        EXPECT_EQ(lost->take(), greeting() + start_over()) << last;
    }
    const auto division = open("d", person(Role::city_division, "総務課"), "c1:1");
    EXPECT_EQ(division->take(), greeting() + start_over()) << "numbers are not told to him";
}

TEST_P(LiveFeed, says_everything_when_too_much_changed)
{
    const auto city = open("city", person(Role::city_section));
    city->take();
    const audit::Cause cause{writer, morning};
    std::vector<audit::Entry> entries(
        600, audit::entry(cause, contract, "work_request.changed", {"work_request", "r1"}));
    database().write([&](db::Tx& tx) { audit::record_all(tx, entries); });
    feed->step(morning);
    EXPECT_EQ(city->take(), message("c1:600", contract, {{"*", ""}}));
}

TEST_P(LiveFeed, ends_with_the_session_and_follows_its_rights)
{
    using std::chrono::seconds;
    const auto city = open("city", person(Role::city_section));
    const auto other = open("other", person(Role::city_section));
    const auto gone = open("gone", person(Role::city_section));
    gone->end();
    feed->step(morning);
    EXPECT_EQ(feed->subscribers(), 2U);
    sessions.erase("city");
    sessions["other"] = person(Role::city_division, "総務課");
    feed->step(morning + seconds{4});
    EXPECT_FALSE(city->over());
    feed->step(morning + seconds{5});
    EXPECT_TRUE(city->over());
    EXPECT_EQ(feed->subscribers(), 1U);
    other->take();
    change("work_request", "r1");
    change("work_request", "s1");
    feed->step(morning + seconds{6});
    EXPECT_EQ(other->take(), message("", contract, {{"work_request", "s1"}}));
}

}
}
