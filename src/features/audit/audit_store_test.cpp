#include "features/audit/audit_store.hpp"

#include "features/audit/view_log_job.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace hoshuban::audit {
namespace {

const ContractId chain{"example"};
const Instant start = *parse_instant("2026-05-01T00:00:00Z");

Entry numbered(int number)
{
    return {.chain = chain,
        .at = start + std::chrono::minutes{number},
        .actor = {"p1"},
        .actor_name = "見本 太郎",
        .side = Side::city,
        .roles = "city_section",
        .kind = number % 2 == 0 ? "work_request.changed" : "work_request.created",
        .subject = {"work_request", "w" + std::to_string(number % 3)},
        .after = R"({"n":")" + std::to_string(number) + "\"}"};
}

class AuditStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        for (int number = 1; number <= 6; ++number)
            database().write([&](db::Tx& tx) { record(tx, numbered(number)); });
    }
    void tamper(std::string_view sql)
    {
        database().write([&](db::Tx& tx) { tx.script(sql); });
    }
    Verification verified()
    {
        return database().read([&](db::Reader& reader) { return verify(reader, chain); });
    }
};

std::vector<std::int64_t> numbers(const std::vector<Event>& events)
{
    std::vector<std::int64_t> result;
    for (const Event& event : events)
        result.push_back(event.sequence);
    return result;
}

using Numbers = std::vector<std::int64_t>;

TEST_P(AuditStore, NumbersWithoutGapsAndVerifies)
{
    const auto result = verified();
    EXPECT_EQ(result.events, 6);
    EXPECT_EQ(result.verified_until, 6);
    EXPECT_EQ(result.head_hash.size(), 64U);
    EXPECT_EQ(result.broken, std::nullopt);
}

TEST_P(AuditStore, AnUndoneChangeLeavesNoEventAndNoGap)
{
    const auto undone = database().write([&](db::Tx& tx) -> Result<void> {
        record(tx, numbered(7));
        return fail(ErrorKind::conflict, "test/undone", {"取消", "undone"});
    });
    EXPECT_FALSE(undone);
    database().write([&](db::Tx& tx) { record(tx, numbered(8)); });
    EXPECT_EQ(verified().verified_until, 7);
    EXPECT_EQ(verified().broken, std::nullopt);
}

TEST_P(AuditStore, KeepsEveryFieldOfAnEvent)
{
    Entry full = numbered(7);
    full.origin = Origin::command;
    full.remote_address = "192.0.2.1";
    full.request_id = "r";
    full.act = Act::reading;
    full.before = R"({"a":"\u0000"})";
    full.reason = "理由\n二行目";
    database().write([&](db::Tx& tx) { record(tx, full); });
    const auto events = database().read([&](db::Reader& reader) { return list_events(reader, chain, {.limit = 1}); });
    ASSERT_EQ(events.size(), 1U);
    Event expected{full, 7, events[0].previous_hash, events[0].hash};
    EXPECT_EQ(canonical(events[0]), canonical(expected));
}

TEST_P(AuditStore, EachTamperingIsFoundAtItsPlace)
{
    struct Case {
        const char* story;
        const char* sql;
        Break broken;
    };
    const Case cases[] = {
        {"a text altered", "UPDATE event SET after = '{}' WHERE sequence = 3", {3, BreakKind::altered}},
        {"a time altered", "UPDATE event SET at = 'yesterday' WHERE sequence = 4", {4, BreakKind::altered}},
        {"a side that does not exist", "UPDATE event SET side = 'both' WHERE sequence = 2", {2, BreakKind::altered}},
        {"only the hash altered", "UPDATE event SET hash = previous_hash WHERE sequence = 5", {5, BreakKind::altered}},
        {"the first removed", "DELETE FROM event WHERE sequence = 1", {1, BreakKind::missing}},
        {"one removed", "DELETE FROM event WHERE sequence = 4", {4, BreakKind::missing}},
        {"one removed and the rest renumbered",
            "DELETE FROM event WHERE sequence = 4; UPDATE event SET sequence = sequence - 1 WHERE sequence = 5;"
            "UPDATE event SET sequence = sequence - 1 WHERE sequence = 6",
            {4, BreakKind::altered}},
        {"one inserted",
            "UPDATE event SET sequence = 7 WHERE sequence = 6; UPDATE event SET sequence = 6 WHERE sequence = 5;"
            "INSERT INTO event SELECT contract_id, 5, at, actor_id, actor_name, side, roles, origin, remote_address,"
            "request_id, act, kind, subject_kind, subject_id, before, after, reason, previous_hash, hash FROM event"
            " WHERE sequence = 4",
            {5, BreakKind::altered}},
        {"two exchanged",
            "UPDATE event SET sequence = 99 WHERE sequence = 2; UPDATE event SET sequence = 2 WHERE sequence = 3;"
            "UPDATE event SET sequence = 3 WHERE sequence = 99",
            {2, BreakKind::altered}},
        {"the tail cut off", "DELETE FROM event WHERE sequence >= 5", {5, BreakKind::cut_off}},
        {"the last cut off", "DELETE FROM event WHERE sequence = 6", {6, BreakKind::cut_off}},
        {"everything removed", "DELETE FROM event", {1, BreakKind::cut_off}},
        {"tail cut off and the end set back",
            "DELETE FROM event WHERE sequence = 6; UPDATE event_chain SET sequence = 5", {5, BreakKind::end_differs}},
        {"the end set back", "UPDATE event_chain SET sequence = 5", {6, BreakKind::beyond_end}},
        {"the end removed", "DELETE FROM event_chain", {6, BreakKind::no_end}},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const test::TestDatabase copy{GetParam()};
        for (int number = 1; number <= 6; ++number)
            copy->write([&](db::Tx& tx) { record(tx, numbered(number)); });
        copy->write([&](db::Tx& tx) { tx.script(c.sql); });
        EXPECT_EQ(copy->read([&](db::Reader& reader) { return verify(reader, chain); }).broken, c.broken);
    }
}

TEST_P(AuditStore, ReadsOnOverWhatWasAlteredBehindItsBack)
{
    struct Case {
        const char* sql;
        std::map<std::string, std::string> unreadable;
    };
    const Case cases[] = {
        {"UPDATE event SET at = 'yesterday' WHERE sequence = 3", {{"at", "yesterday"}}},
        {"UPDATE event SET side = 'both', act = '' WHERE sequence = 3", {{"act", ""}, {"side", "both"}}},
        {"UPDATE event SET origin = 'moon' WHERE sequence = 3", {{"origin", "moon"}}},
        {"UPDATE event SET reason = 'x' WHERE sequence = 3", {}},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.sql);
        const test::TestDatabase copy{GetParam()};
        for (int number = 1; number <= 6; ++number)
            copy->write([&](db::Tx& tx) { record(tx, numbered(number)); });
        copy->write([&](db::Tx& tx) { tx.script(c.sql); });
        copy->read([&](db::Reader& reader) {
            const auto events = list_events(reader, chain, {});
            ASSERT_EQ(numbers(events), (Numbers{6, 5, 4, 3, 2, 1}));
            for (const Event& event : events) {
                EXPECT_EQ(event.altered, event.sequence == 3) << event.sequence;
                EXPECT_EQ(event.unreadable, event.sequence == 3 ? c.unreadable : decltype(c.unreadable){});
            }
            int visited = 0;
            for_each(reader, chain, [&](const Event&) { ++visited; });
            EXPECT_EQ(visited, 6);
            EXPECT_EQ(verify(reader, chain).broken, (Break{3, BreakKind::altered}));
        });
    }
}

TEST_P(AuditStore, ListsByDayInJapanAndByPerson)
{
    const auto told = [&](const char* at, const char* id, const char* name) {
        Entry entry = numbered(7);
        entry.at = *parse_instant(at);
        entry.actor = {id};
        entry.actor_name = name;
        database().write([&](db::Tx& tx) { record(tx, entry); });
    };
    told("2026-05-01T14:59:59Z", "p2", "架空 花子"); // 7: the last second of 1 May in Japan
    told("2026-05-01T15:00:00Z", "p3", "100%_太郎"); // 8: the first of 2 May
    told("2026-05-02T15:00:00Z", "p2", "架空 花子"); // 9: 3 May
    struct Case {
        const char* story;
        EventFilter filter;
        Numbers found;
    };
    const Case cases[] = {
        {"one day", {.first = make_day(2026, 5, 1), .last = make_day(2026, 5, 1)}, {7, 6, 5, 4, 3, 2, 1}},
        {"the next day", {.first = make_day(2026, 5, 2), .last = make_day(2026, 5, 2)}, {8}},
        {"from a day on", {.first = make_day(2026, 5, 2)}, {9, 8}},
        {"until a day", {.last = make_day(2026, 4, 30)}, {}},
        {"by id", {.actor = "p2"}, {9, 7}},
        {"by a part of the name", {.actor = "花子"}, {9, 7}},
        {"written without the blank", {.actor = "架空花子"}, {9, 7}},
        {"written with a wide blank", {.actor = "架空　花子"}, {9, 7}},
        {"signs that mean something to the database", {.actor = "%_"}, {8}},
        {"nobody of that name", {.actor = "次郎"}, {}},
        {"with a day", {.last = make_day(2026, 5, 2), .actor = "花子"}, {7}},
        {"with a page", {.before = 9, .actor = "花子"}, {7}},
        {"with a kind", {.kind = "work_request.changed", .first = make_day(2026, 5, 1)}, {6, 4, 2}},
        {"with a subject", {.subject = Subject{"work_request", "w0"}, .last = make_day(2026, 5, 1)}, {6, 3}},
    };
    for (const Case& c : cases)
        EXPECT_EQ(
            numbers(database().read([&](db::Reader& reader) { return list_events(reader, chain, c.filter); })), c.found)
            << c.story;
}

TEST_P(AuditStore, OtherChainsStayWhole)
{
    database().write([&](db::Tx& tx) {
        Entry other = numbered(1);
        other.chain = system_chain;
        record(tx, other);
    });
    tamper("UPDATE event SET reason = 'x' WHERE contract_id = 'example' AND sequence = 1");
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(list_chains(reader), (std::vector{chain, system_chain}));
        EXPECT_EQ(verify(reader, system_chain).broken, std::nullopt);
        EXPECT_EQ(verify(reader, chain).broken, (Break{1, BreakKind::altered}));
    });
}

TEST_P(AuditStore, ListsNewestFirst)
{
    struct Case {
        const char* story;
        EventFilter filter;
        Numbers expected;
    };
    const Case cases[] = {
        {"all", {}, {6, 5, 4, 3, 2, 1}},
        {"a page", {.before = 5, .limit = 2}, {4, 3}},
        {"of a subject", {.subject = Subject{"work_request", "w1"}}, {4, 1}},
        {"of a kind", {.kind = "work_request.changed"}, {6, 4, 2}},
        {"of a subject and a kind", {.subject = Subject{"work_request", "w1"}, .kind = "work_request.created"}, {1}},
        {"of an unknown subject", {.subject = Subject{"person", "w1"}}, {}},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(numbers(database().read([&](db::Reader& reader) { return list_events(reader, chain, c.filter); })),
            c.expected)
            << c.story;
    }
}

TEST_P(AuditStore, RecordsManyChainsAtOnceInOrder)
{
    std::vector<Entry> entries;
    for (int number = 1; number <= 5; ++number) {
        entries.push_back(numbered(number));
        entries.back().chain = {number % 2 == 0 ? "even" : "odd"};
    }
    database().write([&](db::Tx& tx) { record_all(tx, entries); });
    database().read([&](db::Reader& reader) {
        std::vector<std::string> kept;
        for_each(reader, {"odd"}, [&](const Event& event) { kept.push_back(event.entry.after); });
        EXPECT_EQ(kept, (std::vector<std::string>{R"({"n":"1"})", R"({"n":"3"})", R"({"n":"5"})"}));
        EXPECT_EQ(verify(reader, {"odd"}).verified_until, 3);
        EXPECT_EQ(verify(reader, {"even"}).verified_until, 2);
    });
}

TEST_P(AuditStore, ReadingsComeInBatchesAndStayOutOfTheTimeline)
{
    const int threads = 4;
    const int each = 250;
    {
        ViewLog views{database()};
        std::vector<std::jthread> readers;
        for (int thread = 0; thread < threads; ++thread) {
            readers.emplace_back([&] {
                for (int n = 0; n < each; ++n) {
                    Entry view = numbered(1);
                    view.kind = "work_request.viewed";
                    views.record(std::move(view));
                }
            });
        }
    }
    EXPECT_EQ(verified().verified_until, 6 + threads * each);
    EXPECT_EQ(verified().broken, std::nullopt);
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(numbers(events_of(reader, chain, {"work_request", "w1"}, 100)), (Numbers{4, 1}));
        EXPECT_EQ(list_events(reader, chain, {.kind = "work_request.viewed", .limit = 2000}).size(),
            static_cast<std::size_t>(threads * each));
    });
    EXPECT_LT(database().write_statistics().writes, 30U);
}

HOSHUBAN_ON_BOTH_DATABASES(AuditStore);

}
}
