#include "features/recovery/edition.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::recovery {
namespace {

using test::at;
using test::day;

const LocalDay now_day = day("2023-12-01");

const contract::Profile& r5_profile()
{
    return test::profile(test::ids::r5);
}

const contract::RecoveryTerms& r5_terms()
{
    return *r5_profile().recovery;
}

Edition edition_of(Origin origin, const char* number, const char* model = "PC-1")
{
    return {.id = {number},
        .contract_id = r5_profile().id,
        .family = "juki_tax_window",
        .model = model,
        .number = number,
        .origin = origin,
        .changes = "OSの更新",
        .instruction = "11月20日 見本 太郎 口頭",
        .planned_on = day("2023-11-25"),
        .entered_by = "見本",
        .entered_at = at("2023-11-25 09:00")};
}

Edition entered(Edition edition, std::span<const Edition> others = {})
{
    return *plan(std::move(edition), r5_terms(), others, now_day);
}

template <class T>
std::string code_of(const Result<T>& result)
{
    if (result)
        return "";
    return result.error().code + (result.error().fields.empty() ? "" : " " + result.error().fields.front().path);
}

TEST(MediaFamilies, AreTheFiveOfTheContractWithElevenDeliverables)
{
    const contract::RecoveryTerms& terms = r5_terms();
    std::vector<std::string> families;
    for (const contract::RecoveryFamily& each : terms.families)
        families.push_back(each.label.ja);
    EXPECT_EQ(
        families, (std::vector<std::string>{"住記・税 窓口", "住記・税 運用", "国保 窓口", "国保 運用", "中間サーバ"}));
    EXPECT_EQ(terms.papers.size(), 11U);
    EXPECT_EQ(std::ranges::count(terms.papers, true, &contract::RecoveryPaper::always), 2);
    EXPECT_EQ(contract::find_quota(r5_profile(), "media_update")->limit, 6);
}

TEST(PlannedEdition, IsRefusedWithWhatIsWrong)
{
    const std::vector<Edition> one{entered(edition_of(Origin::first, "第1版"))};
    std::vector<Edition> two = one;
    two.push_back(entered(edition_of(Origin::update, "第2版"), one));
    struct Case {
        const char* code;
        Origin origin;
        std::span<const Edition> others;
        void (*change)(Edition&);
    };
    const auto as_is = [](Edition&) {};
    const Case cases[] = {
        {"", Origin::first, {}, as_is},
        {"", Origin::update, one, as_is},
        {"recovery/unknown_family family", Origin::update, one, [](Edition& e) { e.family = "tax"; }},
        {"recovery/name_taken number", Origin::update, one, [](Edition& e) { e.number = "第1版"; }},
        {"recovery/first_missing", Origin::update, {}, as_is},
        {"recovery/first_missing", Origin::update, one, [](Edition& e) { e.model = "PC-2"; }},
        {"recovery/first_missing", Origin::update, one, [](Edition& e) { e.family = "juki_tax_operation"; }},
        {"recovery/update_open", Origin::update, two, as_is},
        {"recovery/first_twice", Origin::first, one, as_is},
        {"", Origin::first, one, [](Edition& e) { e.model = "PC-2"; }},
        {"recovery/in_future planned_on", Origin::first, {}, [](Edition& e) { e.planned_on = day("2023-12-02"); }},
        {"", Origin::update, one, [](Edition& e) { e.planned_on = day("2023-12-24"); }},
        {"recovery/instruction_needed instruction", Origin::update, one, [](Edition& e) { e.instruction.clear(); }},
        {"", Origin::first, {}, [](Edition& e) { e.instruction.clear(); }},
    };
    for (const Case& c : cases) {
        Edition edition = edition_of(c.origin, "第9版");
        c.change(edition);
        EXPECT_EQ(code_of(plan(edition, r5_terms(), c.others, now_day)), c.code) << (&c - cases);
    }
}

TEST(FirstEdition, IsReleasedAtOnceAndCountsOnNoQuota)
{
    const Edition first = entered(edition_of(Origin::first, "第1版"));
    EXPECT_EQ(first.state, State::released);
    EXPECT_EQ(first.released_on, day("2023-11-25"));
    EXPECT_EQ(first.name, "住記・税 窓口 第1版");
    EXPECT_FALSE(run_of(first, r5_terms()));
}

TEST(SeventhUpdate, NeedsTheAgreementOfTheCity)
{
    Edition update = edition_of(Origin::update, "第2版");
    std::vector<contract::KeptRun> kept(5, *run_of(update, r5_terms()));
    const auto met = [&](const std::string& agreement) {
        const auto runs = contract::all_runs({}, kept);
        return code_of(contract::check_caps(
            contract::objections(contract::quota_terms(r5_profile()), runs, run_of(update, r5_terms())->run), agreement,
            "recovery"));
    };
    EXPECT_EQ(met(""), "") << "the sixth";
    kept.push_back(kept.front());
    EXPECT_EQ(met(""), "recovery/agreement_needed agreement");
    EXPECT_EQ(met("11月30日 見本 太郎"), "");
    update.state = State::cancelled;
    EXPECT_FALSE(run_of(update, r5_terms()));
}

TEST(Updates, ThatARequestTellsOfTooCountOnce)
{
    Edition update = edition_of(Origin::update, "第2版");
    update.request = WorkRequestId{"w1"};
    std::vector<contract::KeptRun> kept{*run_of(update, r5_terms())};
    kept.front().request_types = {"media_update"};
    const std::vector<contract::Run> requests{{{"media_update"}, 1}, {{"media_update"}, 1}};
    const auto report = contract::quota_use(contract::quota_terms(r5_profile()), contract::all_runs(requests, kept));
    const auto use = std::ranges::find(report.items, "media_update", &contract::QuotaUse::id);
    EXPECT_EQ(use->actual + use->planned, 2);
}

TEST(EditionStep, FollowsOnlyWhatItCan)
{
    struct Case {
        const char* code;
        State state;
        Act act;
        void (*change)(Step&, Obstacles&);
    };
    const auto as_is = [](Step&, Obstacles&) {};
    const Case cases[] = {
        {"", State::planned, Act::begun, as_is},
        {"recovery/does_not_follow", State::planned, Act::submitted, as_is},
        {"recovery/does_not_follow", State::building, Act::accepted, as_is},
        {"", State::building, Act::submitted, as_is},
        {"recovery/papers_missing", State::building, Act::submitted,
            [](Step&, Obstacles& o) {
                o.papers = {{"環境構築手順書", "Building the environment"}};
            }},
        {"", State::submitted, Act::accepted, as_is},
        {"", State::submitted, Act::sent_back, as_is},
        {"recovery/note_needed note", State::submitted, Act::sent_back, [](Step& s, Obstacles&) { s.note.clear(); }},
        {"", State::accepted, Act::released, as_is},
        {"recovery/spares_behind", State::accepted, Act::released, [](Step&, Obstacles& o) { o.spares = {"D-0004"}; }},
        {"", State::accepted, Act::released,
            [](Step&, Obstacles& o) {
                o.papers = {{"環境構築手順書", "Building the environment"}};
            }},
        {"recovery/does_not_follow", State::accepted, Act::cancelled, as_is},
        {"recovery/note_needed note", State::building, Act::cancelled, [](Step& s, Obstacles&) { s.note.clear(); }},
        {"recovery/does_not_follow", State::released, Act::begun, as_is},
        {"recovery/in_future on", State::planned, Act::begun, [](Step& s, Obstacles&) { s.on = day("2023-12-02"); }},
        {"recovery/before_step on", State::planned, Act::begun, [](Step& s, Obstacles&) { s.on = day("2023-11-26"); }},
    };
    for (const Case& c : cases) {
        Edition edition = edition_of(Origin::update, "第2版");
        edition.state = c.state;
        edition.last_on = day("2023-11-27");
        Step step{.id = {"s"}, .act = c.act, .on = now_day, .person = "保全 三枝", .note = "理由", .entered_at = {}};
        Obstacles obstacles;
        c.change(step, obstacles);
        EXPECT_EQ(code_of(carry_out(edition, step, obstacles, now_day)), c.code) << (&c - cases);
    }
}

TEST(EditionStep, NamesTheSparesThatAreLeft)
{
    Edition edition = edition_of(Origin::update, "第2版");
    edition.state = State::accepted;
    Step step{.id = {"s"}, .act = Act::released, .on = now_day, .person = "保全 三枝", .entered_at = {}};
    const auto refused = carry_out(edition, step, {{}, {"D-0004", "D-0009"}}, now_day);
    EXPECT_EQ(refused.error().text.ja,
        "貸与された予備機のうち2台にまだ適用されていません：D-0004、D-0009。適用して記録してください。");
    const auto released = carry_out(edition, step, {}, now_day);
    EXPECT_EQ(released->released_on, now_day);
    EXPECT_EQ(released->state, State::released);
}

}
}
