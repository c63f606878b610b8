#include "features/notice/post_office_test.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace hoshuban::notice {
namespace {

using Lines = std::vector<std::string>;

class Telling : public PostOffice { };
HOSHUBAN_ON_BOTH_DATABASES(Telling);

TEST_P(Telling, GivesEachPersonEachEventOnce)
{
    happens("work_request.created", "section");
    happens("work_request.accepted", "responsible");
    EXPECT_EQ(tell_all(), 2);
    EXPECT_EQ(tell_all(), 0);
    EXPECT_EQ(screen("responsible"), Lines{"work_request.created A1 端末"});
    EXPECT_EQ(screen("section"), Lines{"work_request.accepted A1 端末"});
}

TEST_P(Telling, SaysNothingOfWhatWasUndone)
{
    database().write([&](db::Tx& tx) -> Result<void> {
        audit::record(tx, entry("work_request.created", "section", "r1"));
        return fail(ErrorKind::conflict, "test/undone", {"", ""});
    });
    EXPECT_EQ(tell_all(), 0);
    EXPECT_EQ(screen("responsible"), Lines{});
}

TEST_P(Telling, LooksAtReadingsAndSilentKindsWithoutAWord)
{
    audit::Entry viewed = entry("work_request.created", "section", "r1");
    viewed.act = audit::Act::reading;
    database().write([&](db::Tx& tx) { audit::record(tx, viewed); });
    happens("work_request.imported", "section");
    happens("something.new", "section");
    EXPECT_EQ(tell_all(), 3);
    EXPECT_EQ(screen("responsible"), Lines{});
}

TEST_P(Telling, IsDoneOnceByManyAtOnce)
{
    for (int i = 0; i < 250; ++i)
        happens("work_request.created", "section", i % 2 == 0 ? "r1" : "r2");
    {
        std::vector<std::jthread> processes;
        for (int i = 0; i < 4; ++i)
            processes.emplace_back([&] { tell_all(); });
    }
    tell_all();
    EXPECT_EQ(unread("responsible"), 250);
    EXPECT_EQ(letters(), Lines{"responsible ready 2026-01-13 10:00 250"});
}

TEST_P(Telling, ADeathInTheMiddleLeavesNothingHalfTold)
{
    happens("work_request.created", "section", "r1");
    happens("work_request.created", "section", "r2");
    bool dies = true;
    const Describe alive = subjects.find("work_request")->second;
    subjects["work_request"] = [&](db::Reader& reader, const ContractId& of, const std::string& id) {
        if (dies && id == "r2")
            throw std::runtime_error{"killed"};
        return alive(reader, of, id);
    };
    EXPECT_THROW(tell_all(), std::runtime_error);
    EXPECT_EQ(unread("responsible"), 0);
    EXPECT_EQ(letters(), Lines{});
    dies = false;
    EXPECT_EQ(tell_all(), 2);
    EXPECT_EQ(unread("responsible"), 2);
    EXPECT_EQ(letters(), Lines{"responsible ready 2026-01-13 10:00 2"});
}

TEST_P(Telling, ShowsOnlyWhatSomebodyMayStillSee)
{
    add("division", Role::city_division, "窓口課");
    About& request = requests["r1"];
    request.asked_by = {{"division"}};
    happens("work_request.accepted", "responsible");
    tell_all();
    EXPECT_EQ(screen("division"), Lines{"work_request.accepted A1 端末"});
    EXPECT_EQ(unread("division"), 1);
    request.division = "税務課";
    request.title = "端末（移管）";
    happens("work_request.changed", "section");
    tell_all();
    EXPECT_EQ(screen("division"), Lines{}) << "the request went to another division";
    EXPECT_EQ(unread("division"), 0);
    EXPECT_EQ(screen("section"), Lines{"work_request.accepted A1 端末（移管）"}) << "the title follows its row";
    clock.set(at("2027-01-13 10:00"));
    Actor former = actor_of("section");
    former.memberships.clear();
    EXPECT_EQ(
        database().read([&](db::Reader& reader) { return list(reader, sight_of(former, contract), {}).size(); }), 0u);
}

TEST_P(Telling, ListsInPagesAndMarksOnlyOnesOwn)
{
    for (int i = 0; i < 5; ++i)
        happens("work_request.created", "section");
    tell_all();
    const Sight sight = sight_of(actor_of("responsible"), contract);
    const auto page = [&](std::optional<std::int64_t> before) {
        return database().read([&](db::Reader& reader) {
            const auto found = list(reader, sight, {.before = before, .limit = 2});
            EXPECT_EQ(reader.statements(), 1);
            return found;
        });
    };
    const auto first = page({});
    ASSERT_EQ(first.size(), 2u);
    const auto second = page(first.back().sequence);
    ASSERT_EQ(second.size(), 2u);
    EXPECT_LT(second.front().sequence, first.back().sequence);
    const std::vector<std::int64_t> two{first.front().sequence, second.front().sequence};
    const auto mark = [&](const char* who) {
        return database().write([&](db::Tx& tx) { return mark_read(tx, contract, {who}, two, clock.now()); });
    };
    EXPECT_EQ(mark("section"), 0) << "somebody else's";
    EXPECT_EQ(mark("responsible"), 2);
    EXPECT_EQ(mark("responsible"), 0);
    EXPECT_EQ(unread("responsible"), 3);
    EXPECT_EQ(screen("responsible", true).size(), 3u);
    database().write([&](db::Tx& tx) {
        EXPECT_EQ(mark_all_read(tx, contract, {"responsible"}, first.front().sequence, clock.now()), 3);
    });
    EXPECT_EQ(unread("responsible"), 0);
}

TEST_P(Telling, PutsLettersWhereTheyWaitForTheirMoment)
{
    clock.set(at("2026-01-16 18:00")); // Friday evening
    happens("work_request.created", "section");
    tell_all();
    clock.set(at("2026-01-17 12:00"));
    happens("work_request.created", "section", "r2");
    happens("work_request.accepted", "responsible");
    tell_all();
    EXPECT_EQ(letters(), (Lines{"responsible ready 2026-01-19 08:45 2", "section ready 2026-01-19 08:30 1"}));
}

TEST_P(Telling, WritesNoLetterWithoutAnAddressOrAServerOrAboutHistory)
{
    database().write([&](db::Tx& tx) {
        account::Person person = *account::get_person(tx, {"section"});
        person.mail.clear();
        EXPECT_TRUE(account::update(tx, person));
    });
    happens("work_request.accepted", "responsible");
    tell_all();
    happens("work_request.created", "section");
    Teller without = teller();
    without.mailing = false;
    tell(without);
    audit::Entry old = entry("work_request.created", "section", "r2");
    old.at = clock.now() - std::chrono::days{4};
    database().write([&](db::Tx& tx) { audit::record(tx, old); });
    tell_all();
    EXPECT_EQ(letters(), Lines{});
    EXPECT_EQ(screen("responsible").size(), 2u);
    EXPECT_EQ(screen("section").size(), 1u);
}

TEST_P(Telling, FollowsWhatSomebodyChose)
{
    const auto choose = [&](Choice choice) {
        return database().write([&](db::Tx& tx) { return save(tx, contract, {"responsible"}, std::move(choice)); });
    };
    Choice choice{.ways = {{Group::request, Way::digest}}, .digest_at = std::chrono::minutes{16 * 60}};
    const auto saved = choose(choice);
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->version, 2);
    EXPECT_EQ(choose(choice).error().code, "notice/choices_changed") << "another window was faster";
    happens("work_request.created", "section");
    tell_all();
    EXPECT_EQ(letters(), Lines{"responsible ready 2026-01-13 16:00 1"});
    choice.ways[Group::request] = Way::screen;
    choice.version = 2;
    ASSERT_TRUE(choose(choice));
    happens("work_request.created", "section");
    tell_all();
    EXPECT_EQ(letters(), Lines{"responsible ready 2026-01-13 16:00 1"});
    const Choice read = database().read(
        [&](db::Reader& reader) { return choice_of(reader, contract, {"responsible"}, {Role::responsible}); });
    EXPECT_EQ(read.way(Group::request), Way::screen);
    EXPECT_EQ(read.way(Group::due), Way::mail) << "not chosen: as the role begins";
    EXPECT_EQ(read.version, 3);
}

}
}
