#include "features/procedure/job_fixture_test.hpp"
#include "platform/crypto.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::procedure {
namespace {

using namespace test_jobs;

class ProcedureStore : public Jobs { };
HOSHUBAN_ON_BOTH_DATABASES(ProcedureStore);

TEST_P(ProcedureStore, OpensAJobOnceTheCityApprovedExactlyWhatWasHandedIn)
{
    EXPECT_EQ(missing("w1"), "none_followed");
    const auto handed = hand_in("w1", "v1", "a1");
    ASSERT_TRUE(handed) << handed.error().text.en;
    EXPECT_EQ(handed->state, JobState::asked);
    EXPECT_EQ(missing("w1"), "undecided");
    EXPECT_EQ(code_of(hand_in("w1", "v1", "a2")), "procedure/waits_already");

    const auto asked =
        database().read([&](db::Reader& reader) { return *approval::find(reader, contract_id, {"a1"}); });
    EXPECT_EQ(asked.asked.kind, "procedure");
    EXPECT_EQ(asked.asked.subject.kind, "procedure_version");
    EXPECT_EQ(asked.asked.acts, Texts{profile.acts.front().id});
    const Content exact = database().read([&](db::Reader& reader) {
        Content content = content_of(reader, contract_id, {"v1"});
        content.acts = asked.asked.acts;
        content.devices = asked.asked.devices;
        return content;
    });
    EXPECT_EQ(asked.asked.content_sha256, crypto::sha256_hex(canonical(exact)));

    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    EXPECT_EQ(missing("w1"), "nothing");
    EXPECT_EQ(missing("w2"), "none_followed") << "an approval is for one job";
    const auto granted =
        database().read([&](db::Reader& reader) { return granted_contents(reader, contract_id, {"p1"}); });
    ASSERT_TRUE(granted);
    ASSERT_EQ(granted->size(), 1U);
    EXPECT_EQ(canonical(granted->front().content), canonical(exact));
    EXPECT_EQ(events({"procedure", "p1"}), Texts{"procedure.submitted"});
}

TEST_P(ProcedureStore, IsReturnedWithAReasonAndHandedInAgain)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    EXPECT_EQ(decide("a1", approval::Verdict::refuse, "手順3を直してください。"), "");
    EXPECT_EQ(missing("w1"), "returned");
    const auto followed = database().read([&](db::Reader& reader) { return followed_by(reader, contract_id, {"w1"}); });
    ASSERT_EQ(followed.size(), 1U);
    EXPECT_EQ(followed[0].job.reason, "手順3を直してください。");
    EXPECT_EQ(followed[0].steps.size(), 3U);
    ASSERT_TRUE(hand_in("w1", "v1", "a2"));
    EXPECT_EQ(missing("w1"), "undecided");
}

TEST_P(ProcedureStore, LosesItsApprovalsWhenItChanges)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    ASSERT_TRUE(hand_in("w2", "v1", "a2"));
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    write_steps("v1", {{1, "変えた手順", true, true, false}});
    EXPECT_EQ(void_version("v1"), 2);
    EXPECT_EQ(missing("w1"), "voided");
    EXPECT_EQ(missing("w2"), "voided");
    EXPECT_EQ(state("a1"), "voided");
    EXPECT_EQ(void_version("v1"), 0);
    // What was approved can still be told, although the version says something else now.
    const auto granted =
        database().read([&](db::Reader& reader) { return granted_contents(reader, contract_id, {"p1"}); });
    EXPECT_EQ(granted->front().content.steps.at(0).text, "控えを取る");
}

TEST_P(ProcedureStore, KeepsTheApprovalOfAJobThatIsOver)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    set_status("w1", work_request::Status::done);
    EXPECT_EQ(void_version("v1"), 0);
    EXPECT_EQ(state("a1"), "granted");
    const VersionUse use = database().read([&](db::Reader& reader) {
        return use_of(
            reader, *get(reader, contract_id, ProcedureId{"p1"}), *get(reader, contract_id, ProcedureVersionId{"v1"}));
    });
    EXPECT_TRUE(use.worked_by);
}

TEST_P(ProcedureStore, IsNotApprovedOnceThereIsANewerVersion)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    add_version("p1", "v2", 2);
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "procedure/old_version");
    EXPECT_EQ(state("a1"), "asked") << "a refused decision changes nothing";
    EXPECT_EQ(code_of(hand_in("w2", "v1", "a2")), "procedure/old_version");
    EXPECT_EQ(decide("a1", approval::Verdict::refuse, "新しい版を出してください。"), "");
}

TEST_P(ProcedureStore, IsNotApprovedWhenItSaysSomethingElseThanWhatWasHandedIn)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    write_steps("v1", {{1, "ひそかに変えた手順", true, true, false}});
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "procedure/old_version");
    EXPECT_EQ(missing("w1"), "undecided");
}

TEST_P(ProcedureStore, OfSomebodyElseIsCitedWithoutApproval)
{
    add_procedure("m1", Kind::operator_manual);
    add_version("m1", "mv1", 1);
    const auto cited = hand_in("w1", "mv1", "a1");
    ASSERT_TRUE(cited) << cited.error().text.en;
    EXPECT_EQ(cited->state, JobState::cited);
    EXPECT_FALSE(cited->approval);
    EXPECT_EQ(events({"procedure", "m1"}), Texts{"procedure.cited"});
    const auto drop_it = [&] {
        return code_of(
            database().write([&](db::Tx& tx) { return drop(tx, cause(contractor), contract_id, {"w1"}, {"mv1"}); }));
    };
    EXPECT_EQ(drop_it(), "");
    EXPECT_EQ(drop_it(), "procedure/not_followed");
}

TEST_P(ProcedureStore, StaysWithAJobOnceItsApprovalWasAskedFor)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    const auto dropped =
        database().write([&](db::Tx& tx) { return drop(tx, cause(contractor), contract_id, {"w1"}, {"v1"}); });
    EXPECT_EQ(code_of(dropped), "procedure/application_stands");
}

TEST_P(ProcedureStore, ListsTheLibraryInOneQuery)
{
    add_procedure("m1", Kind::city_manual);
    add_version("m1", "mv1", 1);
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    const auto listed = [&](const ListFilter& filter) {
        return database().read([&](db::Reader& reader) {
            Texts numbers;
            for (const Listed& each : list(reader, contract_id, filter))
                numbers.push_back(fmt::format("{} {}/{}", each.procedure.number, each.granted, each.asked));
            EXPECT_EQ(reader.statements(), 1);
            return numbers;
        });
    };
    EXPECT_EQ(listed({}), (Texts{"T25-m1 0/0", "T25-p1 0/1"}));
    EXPECT_EQ(listed({.kind = Kind::own}), Texts{"T25-p1 0/1"});
    EXPECT_EQ(listed({.words = "ｔ２５－ｐ１"}), Texts{"T25-p1 0/1"});
    EXPECT_EQ(listed({.words = "ない語"}), Texts{});
    EXPECT_EQ(listed({.device_class = "nothing"}), Texts{});
    EXPECT_EQ(listed({.device_class = profile.device_classes.front().id}).size(), 2U);
    EXPECT_EQ(listed({.retired = true}), Texts{});
    EXPECT_EQ(listed({.after = "T25-m1", .limit = 1}), Texts{"T25-p1 0/1"});
    database().read([&](db::Reader& reader) {
        EXPECT_TRUE(has_manual(reader, contract_id, {"nothing", profile.device_classes.front().id}));
        EXPECT_FALSE(has_manual(reader, contract_id, {"nothing"}));
    });
}

TEST_P(ProcedureStore, RefusesWhoWasNotFirst)
{
    database().write([&](db::Tx& tx) {
        auto version = *get(tx, contract_id, ProcedureVersionId{"v1"});
        auto seen_too = version;
        EXPECT_TRUE(touch(tx, version, now));
        EXPECT_EQ(version.version, 2);
        EXPECT_EQ(code_of(touch(tx, seen_too, now)), "procedure/changed");
        EXPECT_EQ(code_of(get_version(tx, contract_id, {"p1"}, 9)), "procedure/changed");
        EXPECT_EQ(code_of(get(tx, contract_id, ProcedureId{"p9"})), "procedure/not_found");
        EXPECT_EQ(code_of(get(tx, contract_id, {"p9"}, {"v1"})), "procedure/no_version") << "of another procedure";
    });
}

}
}
