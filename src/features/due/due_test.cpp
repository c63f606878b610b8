#include "core/calendar_fixtures_test.hpp"
#include "features/audit/audit_store.hpp"
#include "features/due/due_job.hpp"
#include "features/due/due_store.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::due {
namespace {

using test::at;

TEST(Escalations, ComeAfterHalfAndFourFifthsOfTheServiceTime)
{
    struct Case {
        const char *story, *starts, *due, *half, *near;
    };
    const Case cases[] = {
        {"one office day", "2026-04-20 08:45", "2026-04-20 17:15", "2026-04-20 13:00", "2026-04-20 15:33"},
        {"over a night", "2026-04-20 16:15", "2026-04-21 09:45", "2026-04-20 17:15", "2026-04-21 09:21"},
        {"over a weekend", "2026-04-24 16:15", "2026-04-27 09:45", "2026-04-24 17:15", "2026-04-27 09:21"},
        {"over Golden Week", "2026-05-01 16:15", "2026-05-07 09:45", "2026-05-01 17:15", "2026-05-07 09:21"},
        {"starts at night", "2026-04-20 23:00", "2026-04-21 17:15", "2026-04-21 13:00", "2026-04-21 15:33"},
        {"due at the end of a day", "2026-04-20 08:45", "2026-04-20 23:59", "2026-04-20 13:00", "2026-04-20 15:33"},
        {"no service in between", "2026-04-25 10:00", "2026-04-25 20:00", "2026-04-25 15:00", "2026-04-25 18:00"},
        {"no time at all", "2026-04-20 10:00", "2026-04-20 10:00", "2026-04-20 10:00", "2026-04-20 10:00"},
    };
    for (const Case& c : cases) {
        const auto found = escalations(at(c.starts), at(c.due), test::office());
        EXPECT_EQ(test::print(found.half), c.half) << c.story;
        EXPECT_EQ(test::print(found.near), c.near) << c.story;
    }
}

NewDue answer_by(const char* due_at, const char* subject = "q1")
{
    return {.kind = "question.answer",
        .subject = {"question", subject},
        .number = "Q26-001",
        .title = "端末の設定値",
        .side = Side::city,
        .starts_at = at("2026-04-20 08:45"),
        .due_at = at(due_at)};
}

TEST(Stage, ChangesAtItsMoment)
{
    Due due{.contract = {"c"}, .id = {"d"}, .terms = answer_by("2026-04-20 17:15"), .tells = {}};
    due.tells = escalations(due.terms.starts_at, due.terms.due_at, test::office());
    struct Case {
        const char* now;
        Stage stage;
        const char* next;
    };
    const Case cases[] = {
        {"2026-04-20 08:45", Stage::running, "2026-04-20 13:00"},
        {"2026-04-20 12:59", Stage::running, "2026-04-20 13:00"},
        {"2026-04-20 13:00", Stage::half, "2026-04-20 15:33"},
        {"2026-04-20 15:33", Stage::near, "2026-04-20 17:15"},
        {"2026-04-20 17:15", Stage::near, "2026-04-20 17:15"},
        {"2026-04-20 17:16", Stage::passed, ""},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(stage(due, at(c.now)), c.stage) << c.now;
        const auto next = next_after(due, c.stage);
        EXPECT_EQ(next ? test::print(*next) : "", c.next) << c.now;
    }
}

class DueStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        static constexpr std::string_view text =
            "INSERT INTO contract (id, title, municipality, starts_on, ends_on, sha256, version, loaded_at) "
            "VALUES ('c', '業務', '例市', '2026-04-01', "
            "'2027-03-31', '', 1, '2026-04-01T00:00:00Z')";
        static constexpr db::Query add_contract{"test.add_contract", text, text};
        database().write([](db::Tx& tx) { tx.execute(add_contract); });
    }
    void begin(const char* id, const NewDue& due)
    {
        database().write([&](db::Tx& tx) { start(tx, contract, {id}, due, test::office()); });
    }
    // The open clocks as "id due kind-of-events so far".
    std::vector<std::string> open()
    {
        std::vector<std::string> found;
        database().read([&](db::Reader& reader) {
            for (const Due& due : open_of(reader, contract, {}))
                found.push_back(due.id.text + " " + test::print(due.terms.due_at));
        });
        return found;
    }
    std::vector<std::string> told(const char* subject)
    {
        std::vector<std::string> kinds;
        database().read([&](db::Reader& reader) {
            for (const auto& event : audit::events_of(reader, contract, {"question", subject}, 10))
                kinds.insert(kinds.begin(), event.entry.kind);
        });
        return kinds;
    }

    const ContractId contract{"c"};
};
HOSHUBAN_ON_BOTH_DATABASES(DueStore);

using Texts = std::vector<std::string>;

TEST_P(DueStore, RunsOneClockForOneKindAndSubject)
{
    begin("d1", answer_by("2026-04-22 17:15"));
    begin("d2", answer_by("2026-04-21 17:15", "q2"));
    EXPECT_EQ(open(), (Texts{"d2 2026-04-21 17:15", "d1 2026-04-22 17:15"}));
    begin("d3", answer_by("2026-04-20 17:15"));
    EXPECT_EQ(open(), (Texts{"d1 2026-04-20 17:15", "d2 2026-04-21 17:15"})) << "set anew";
    database().write([&](db::Tx& tx) {
        stop(tx, contract, "question.answer", {"question", "q1"}, at("2026-04-20 17:15"));
        cancel(tx, contract, "question.answer", {"question", "q2"}, at("2026-04-20 17:15"));
        stop(tx, contract, "question.answer", {"question", "none"}, at("2026-04-20 17:15"));
    });
    EXPECT_EQ(open(), Texts{});
    begin("d4", answer_by("2026-04-28 17:15"));
    EXPECT_EQ(open(), Texts{"d4 2026-04-28 17:15"}) << "a stopped clock does not stand in the way";
}

TEST_P(DueStore, AsksByIndexForOneSideOrSubject)
{
    begin("d1", answer_by("2026-04-22 17:15"));
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(open_of(reader, contract, {.side = Side::city}).size(), 1U);
        EXPECT_EQ(open_of(reader, contract, {.side = Side::contractor}).size(), 0U);
        EXPECT_EQ(open_of(reader, contract, {.subject = audit::Subject{"question", "q1"}}).size(), 1U);
        EXPECT_EQ(open_of(reader, contract, {.subject = audit::Subject{"question", "q2"}}).size(), 0U);
        EXPECT_EQ(open_of(reader, {"other"}, {}).size(), 0U);
        EXPECT_EQ(reader.statements(), 5);
    });
}

TEST_P(DueStore, MovesManyOpenClocksByTheirIds)
{
    std::vector<Started> moved;
    for (int number = 100; number < 400; ++number) {
        const std::string id = "d" + std::to_string(number);
        begin(id.c_str(), answer_by("2026-04-20 17:15", id.c_str()));
        moved.push_back({{id}, answer_by("2026-04-22 17:15", id.c_str()), &test::office()});
    }
    EXPECT_EQ(escalate(database(), at("2026-04-20 14:00")), 300);
    database().write([&](db::Tx& tx) {
        stop(tx, contract, "question.answer", {"question", "d101"}, at("2026-04-20 15:00"));
        move_all(tx, contract, moved);
    });
    std::vector<std::string> expected;
    for (const Started& each : moved) {
        if (each.id.text != "d101")
            expected.push_back(each.id.text + " 2026-04-22 17:15");
    }
    database().read([&](db::Reader& reader) {
        std::vector<std::string> found;
        for (const Due& due : open_of(reader, contract, {.limit = 1'000}))
            found.push_back(due.id.text + " " + test::print(due.terms.due_at));
        EXPECT_EQ(found, expected);
    });
    EXPECT_EQ(escalate(database(), at("2026-04-22 17:14")), 299) << "told anew by the new terms";
    EXPECT_EQ(told("d101"), Texts{"due.half"});
    EXPECT_EQ(told("d102"), (Texts{"due.half", "due.near"}));
}

TEST_P(DueStore, KnowsWhenTheClocksOfARangeOfSubjectsAreDue)
{
    for (const char* id : {"q1", "q2", "q3", "q4"})
        begin(id, answer_by("2026-04-22 17:15", id));
    database().write([&](db::Tx& tx) {
        cancel(tx, contract, "question.answer", {"question", "q3"}, at("2026-04-20 17:15"));
    });
    database().read([&](db::Reader& reader) {
        std::vector<std::string> found;
        for (const auto& [key, moment] : open_moments(reader, contract, {"question", "q2", "q4"}))
            found.push_back(key.first + " " + key.second + " " + moment.id.text + " " + test::print(moment.due_at));
        EXPECT_EQ(found, (Texts{"question.answer q2 q2 2026-04-22 17:15", "question.answer q4 q4 2026-04-22 17:15"}));
        EXPECT_EQ(reader.statements(), 1);
        EXPECT_TRUE(open_moments(reader, contract, {"incident", "q1", "q4"}).empty());
    });
}

TEST_P(DueStore, TellsEachStageOnce)
{
    begin("d1", answer_by("2026-04-20 17:15"));
    struct Case {
        const char* now;
        int told;
    };
    const Case cases[] = {{"2026-04-20 12:59", 0}, {"2026-04-20 13:00", 1}, {"2026-04-20 13:01", 0},
        {"2026-04-20 15:33", 1}, {"2026-04-20 17:15", 0}, {"2026-04-20 17:16", 1}, {"2026-04-21 09:00", 0}};
    for (const Case& c : cases)
        EXPECT_EQ(escalate(database(), at(c.now)), c.told) << c.now;
    EXPECT_EQ(told("q1"), (Texts{"due.half", "due.near", "due.passed"}));
}

TEST_P(DueStore, TellsOnlyTheLastOfSeveralMissedAndNothingOnceStopped)
{
    begin("d1", answer_by("2026-04-20 17:15"));
    begin("d2", answer_by("2026-04-20 17:15", "q2"));
    database().write([&](db::Tx& tx) {
        stop(tx, contract, "question.answer", {"question", "q2"}, at("2026-04-20 09:00"));
    });
    EXPECT_EQ(escalate(database(), at("2026-04-21 09:00")), 1);
    EXPECT_EQ(told("q1"), Texts{"due.passed"});
    EXPECT_EQ(told("q2"), Texts{});
}

TEST_P(DueStore, TellsMoreThanOneGroup)
{
    for (int number = 0; number < 230; ++number) {
        const std::string id = "d" + std::to_string(number);
        begin(id.c_str(), answer_by("2026-04-20 17:15", id.c_str()));
    }
    std::stop_source ending;
    ending.request_stop();
    EXPECT_EQ(escalate(database(), at("2026-04-20 14:00"), ending.get_token()), 100) << "no more once it is to end";
    EXPECT_EQ(escalate(database(), at("2026-04-20 14:00")), 130);
}

}
}
