#include "features/notice/post_office_test.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace hoshuban::notice {
namespace {

using Lines = std::vector<std::string>;

/// Stands for the death of the process: nothing after it is stored.
struct Killed { };

/// The far end: what arrived there, and what it answers.
struct MailServer {
    HandOver hand_over()
    {
        return [this](const Letter& letter, const std::stop_token&) -> Handed {
            const std::lock_guard lock{mutex};
            if (dies == 1)
                throw Killed{};
            if (answer.attempt == Attempt::arrived || answer.attempt == Attempt::unsure)
                arrived.push_back(letter);
            if (dies == 2)
                throw Killed{};
            return answer;
        };
    }

    std::mutex mutex;
    Handed answer{Attempt::arrived};
    int dies = 0; ///< 1: before the letter has left, 2: after
    std::vector<Letter> arrived;
};

class Letters : public PostOffice {
protected:
    void SetUp() override
    {
        PostOffice::SetUp();
        if (IsSkipped())
            return;
        happens("work_request.created", "section");
        tell_all();
    }
    int deliver() { return deliver_letters(postman(far.hand_over()), {}); }
    Mail newest()
    {
        return database().read([](db::Reader& reader) { return latest_letters(reader, false, 1).front().mail; });
    }
    Result<Mail> send_again()
    {
        const MailId id = newest().id;
        return database().write([&](db::Tx& tx) { return send_letter_again(tx, contract, id, clock.now()); });
    }
    void change(std::string_view text)
    {
        const db::Query query{"test.change", text, text};
        database().write([&](db::Tx& tx) { tx.execute(query); });
    }

    MailServer far;
};
HOSHUBAN_ON_BOTH_DATABASES(Letters);

TEST_P(Letters, GoOutOnceWithWhatTheyAreAbout)
{
    EXPECT_EQ(deliver(), 1);
    EXPECT_EQ(deliver(), 0);
    ASSERT_EQ(far.arrived.size(), 1u);
    EXPECT_EQ(far.arrived[0].to, "responsible@example.jp");
    EXPECT_EQ(far.arrived[0].subject, "【保守番】A1 端末: 依頼");
    EXPECT_EQ(letters(), Lines{"responsible sent 2026-01-13 10:00 1"});
}

TEST_P(Letters, WaitForTheirMoment)
{
    deliver();
    far.arrived.clear();
    clock.set(at("2026-01-16 18:00"));
    happens("work_request.created", "section");
    tell_all();
    EXPECT_EQ(deliver(), 0);
    clock.set(at("2026-01-19 08:44"));
    EXPECT_EQ(deliver(), 0);
    clock.set(at("2026-01-19 08:45"));
    EXPECT_EQ(deliver(), 1);
    EXPECT_EQ(far.arrived.size(), 1u);
}

TEST_P(Letters, AreDroppedWhenNothingIsLeftToSay)
{
    struct Case {
        const char *story, *change, *undo;
    };
    const Case cases[] = {
        {"read on the screen", "UPDATE notice SET read_at = '2026-01-13T01:00:00Z'",
            "UPDATE notice SET read_at = NULL"},
        {"may not be seen any more", "UPDATE membership SET to_day = '2026-01-01'",
            "UPDATE membership SET to_day = NULL"},
        {"without an address", "UPDATE person SET mail = ''", "UPDATE person SET mail = 'a@example.jp'"},
        {"disabled", "UPDATE person SET disabled_at = '2026-01-13T01:00:00Z'", "UPDATE person SET disabled_at = NULL"},
    };
    for (const Case& c : cases) {
        change(c.change);
        EXPECT_EQ(deliver(), 0) << c.story;
        EXPECT_EQ(newest().state, DeliveryState::dropped) << c.story;
        change(c.undo);
        clock.advance(std::chrono::seconds{1});
        happens("work_request.created", "section");
        tell_all();
    }
    EXPECT_EQ(far.arrived.size(), 0u);
    EXPECT_EQ(deliver(), 1) << "the last one";
}

// Not twice, wherever the process dies.
TEST_P(Letters, AreNeverSentTwiceAfterADeath)
{
    for (const int dies : {1, 2}) {
        far.dies = dies;
        EXPECT_THROW(deliver(), Killed) << dies;
        far.dies = 0;
        const std::size_t left = far.arrived.size();
        EXPECT_EQ(left, dies == 2 ? 1u : 0u);
        EXPECT_EQ(deliver(), 0) << "it may have left";
        clock.advance(std::chrono::minutes{11});
        EXPECT_EQ(deliver(), 0);
        EXPECT_EQ(newest().state, DeliveryState::unsure);
        EXPECT_EQ(far.arrived.size(), left);
        clock.set(at("2026-01-14 10:00"));
        EXPECT_EQ(deliver(), 0) << "only somebody's decision sends it again";
        EXPECT_TRUE(send_again());
        EXPECT_EQ(deliver(), 1);
        EXPECT_EQ(far.arrived.size(), left + 1);
        EXPECT_EQ(send_again().error().code, "notice/mail_settled") << "a letter that arrived is not sent again";
        // A new one for the next death.
        far.arrived.clear();
        clock.advance(std::chrono::seconds{1});
        happens("work_request.created", "section");
        tell_all();
    }
}

TEST_P(Letters, AreHandedOverOnceByManyAtOnce)
{
    for (int i = 0; i < 20; ++i) {
        clock.advance(std::chrono::seconds{1});
        happens("work_request.created", "section");
        tell_all();
    }
    {
        std::vector<std::jthread> processes;
        for (int i = 0; i < 4; ++i)
            processes.emplace_back([&] { deliver(); });
    }
    std::set<std::string> references;
    for (const Letter& letter : far.arrived)
        references.insert(letter.reference);
    EXPECT_EQ(far.arrived.size(), 21u);
    EXPECT_EQ(references.size(), 21u);
}

TEST_P(Letters, AreTriedAgainAfterGrowingPausesAndThenGivenUp)
{
    far.answer = {Attempt::failed, true, "no connection"};
    const int minutes[] = {1, 5, 15, 60, 240};
    EXPECT_EQ(deliver(), 1);
    for (const int pause : minutes) {
        clock.advance(std::chrono::seconds{pause * 60 - 1});
        EXPECT_EQ(deliver(), 0) << pause;
        clock.advance(std::chrono::seconds{1});
        EXPECT_EQ(deliver(), 1) << pause;
    }
    clock.advance(std::chrono::days{2});
    EXPECT_EQ(deliver(), 0);
    EXPECT_TRUE(letters().front().starts_with("responsible failed "));
    const auto rows = database().read([](db::Reader& reader) { return latest_letters(reader, true, 10); });
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].mail.problem, "no connection");
    EXPECT_EQ(rows[0].mail.attempts, 6);
}

TEST_P(Letters, WaitWhenTheServerIsDown)
{
    clock.advance(std::chrono::seconds{1});
    happens("work_request.created", "section");
    tell_all();
    far.answer = {Attempt::failed, true, "down"};
    EXPECT_EQ(deliver(), 1) << "the second would fare no better";
    far.answer = {Attempt::failed, false, "mailbox full"};
    clock.advance(std::chrono::minutes{1});
    EXPECT_EQ(deliver(), 2) << "a full mailbox is one person's";
}

TEST_P(Letters, ThatAreRefusedOrUnsureAreNotTriedAgain)
{
    for (const Attempt attempt : {Attempt::refused, Attempt::unsure}) {
        far.answer = {attempt, false, "x"};
        EXPECT_EQ(deliver(), 1);
        clock.advance(std::chrono::days{1});
        EXPECT_EQ(deliver(), 0);
        happens("work_request.created", "section");
        tell_all();
    }
    const auto rows = database().read([](db::Reader& reader) { return latest_letters(reader, true, 10); });
    EXPECT_EQ(rows.size(), 2u) << "what an administrator has to look at";
}

TEST_P(Letters, StopWhenTheProgramStops)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(deliver_letters(postman(far.hand_over()), stop.get_token()), 0);
    EXPECT_EQ(letters(), Lines{"responsible ready 2026-01-13 10:00 1"});
}

}
}
