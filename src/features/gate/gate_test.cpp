// What a start waits for, told so that a customer can read it.
#include "features/gate/gate.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <functional>
#include <gtest/gtest.h>

namespace hoshuban::gate {
namespace {

using test::at;

const Instant now = at("2025-12-03 10:00");

/// Everything in order: accepted, procedure approved, window agreed for this morning.
Facts ready()
{
    Facts facts{.at = now,
        .words = {{"システム課担当者", "System section officer"}, {"業務責任者", "Responsible person"},
            {"作業従事者", "Worker"}}};
    facts.accepted = true;
    facts.questions_block = true;
    facts.procedure = {.needed = true, .ready = true, .text = {"T25-001 第2版", "T25-001 version 2"}};
    facts.schedule = {.needed = true,
        .from = at("2025-12-03 09:00"),
        .until = at("2025-12-03 12:00"),
        .agreed = {"12月3日 9:00～12:00", "3 December 9:00 to 12:00"}};
    facts.vendor = VendorFact::none;
    facts.people = {.needed = true, .assigned = {"試作 次郎"}};
    return facts;
}

std::string states(const std::vector<Gate>& all)
{
    std::string text;
    for (const Gate& each : all) {
        if (each.state == GateState::not_needed)
            continue;
        text += (text.empty() ? "" : " ") + std::string{name_of(each.kind)} + ":" + std::string{name_of(each.state)};
    }
    return text;
}

Gate gate_of(const Facts& facts, GateKind kind)
{
    return gates(facts).at(static_cast<std::size_t>(kind));
}

Permit permit(GateKind gate, std::string granted = {}, std::string asked = {})
{
    return {.gate = gate,
        .why = {"時間外の作業が45分あります。", "45 minutes lie outside hours"},
        .label = {"時間外の作業（受託者の事情）", "Work outside hours, contractor's reasons"},
        .granted = std::move(granted),
        .asked = std::move(asked),
        .approval = "a1"};
}

TEST(Gates, AreAllOpenWhenNothingIsMissing)
{
    EXPECT_EQ(
        states(gates(ready())), "accepted:open questions:open procedure:open schedule:open vendor:open people:open");
    EXPECT_TRUE(may_start(ready()));
    EXPECT_TRUE(shut(gates(ready())).empty());
}

TEST(Gates, StandInTheOrderOfTheirKinds)
{
    const auto all = gates(ready());
    ASSERT_EQ(all.size(), names_of(static_cast<const GateKind*>(nullptr)).size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(all[i].kind), i);
        EXPECT_FALSE(all[i].text.ja.empty()) << i;
        EXPECT_FALSE(label(all[i].kind).en.empty()) << i;
    }
}

struct Case {
    const char* story;
    std::function<void(Facts&)> change;
    GateKind gate;
    const char* missing;
    Side opens;
    const char* link;
};

const Case cases[] = {
    {"not accepted", [](Facts& f) { f.accepted = false; }, GateKind::accepted, "依頼がまだ受け付けられていません。",
        Side::contractor, "request:"},
    {"declined",
        [](Facts& f) {
            f.accepted = false;
            f.declined = "部品がありません";
        },
        GateKind::accepted,
        "委託先が受け付けていません（理由: 部品がありません）。内容を直して、もう一度依頼してください。", Side::city,
        "request:"},
    {"two questions, one waits for the city",
        [](Facts& f) {
            f.questions = {{"q1", "Q25-001", Side::contractor}, {"q2", "Q25-004", Side::city}};
        },
        GateKind::questions, "解決していない疑義が2件あります（Q25-001、Q25-004）。", Side::city, "question:q2"},
    {"a question that waits for the contractor",
        [](Facts& f) {
            f.questions = {{"q1", "Q25-001", Side::contractor}};
        },
        GateKind::questions, "解決していない疑義が1件あります（Q25-001）。", Side::contractor, "question:q1"},
    {"no approved procedure",
        [](Facts& f) {
            f.procedure = {true, false, {"手順書が承認されていません。", "no approved procedure"}, Side::city};
        },
        GateKind::procedure, "手順書が承認されていません。", Side::city, "procedure:"},
    {"no window", [](Facts& f) { f.schedule = {.needed = true}; }, GateKind::schedule, "合意した作業日程がありません。",
        Side::contractor, "schedule:"},
    {"a window that the city has not answered",
        [](Facts& f) {
            f.schedule = {.needed = true, .proposed = {"12月4日 9:00～12:00", "4 December"}, .turn = Side::city};
        },
        GateKind::schedule, "提案された日程（12月4日 9:00～12:00）への回答がまだです。", Side::city, "schedule:"},
    {"the window is over", [](Facts& f) { f.at = at("2025-12-03 12:00"); }, GateKind::schedule,
        "合意した日程（12月3日 9:00～12:00）は過ぎました。改めて日程を決めてください。", Side::contractor, "schedule:"},
    {"overtime not asked for", [](Facts& f) { f.permits = {permit(GateKind::overtime)}; }, GateKind::overtime,
        "時間外の作業が45分あります。「時間外の作業（受託者の事情）」がありません。", Side::contractor, "approval:"},
    {"overtime asked for", [](Facts& f) { f.permits = {permit(GateKind::overtime, "", "P25-007")}; },
        GateKind::overtime,
        "時間外の作業が45分あります。「時間外の作業（受託者の事情）」の申請（P25-007）が判断を待っています。",
        Side::city, "approval:a1"},
    {"one of two entries is missing",
        [](Facts& f) {
            f.permits = {permit(GateKind::entry, "P25-001"), permit(GateKind::entry)};
        },
        GateKind::entry, "時間外の作業が45分あります。「時間外の作業（受託者の事情）」がありません。", Side::contractor,
        "approval:"},
    {"several jobs at once", [](Facts& f) { f.permits = {permit(GateKind::bundling)}; }, GateKind::bundling,
        "時間外の作業が45分あります。「時間外の作業（受託者の事情）」がありません。", Side::contractor, "approval:"},
    {"nothing said about other vendors", [](Facts& f) { f.vendor = VendorFact::unsaid; }, GateKind::vendor,
        "他業者との調整の有無を、まだ市に示していません。", Side::contractor, "vendor:"},
    {"nobody assigned", [](Facts& f) { f.people = {.needed = true}; }, GateKind::people,
        "作業する人が割り当てられていません。", Side::contractor, "people:"},
    {"somebody who is not in force",
        [](Facts& f) {
            f.people.problems = {{"試作 次郎は12月4日から従事できます。", "from 4 December"}};
        },
        GateKind::people, "試作 次郎は12月4日から従事できます。", Side::contractor, "people:"},
    {"a medium without a scan",
        [](Facts& f) {
            f.media = {{"USB-01"}, {{"USB-01の検査がありません。", "USB-01 is not scanned"}}};
        },
        GateKind::media, "USB-01の検査がありません。", Side::contractor, "media:"},
};

TEST(Gates, SayWhatIsMissingAndWhoOpensThem)
{
    for (const Case& each : cases) {
        Facts facts = ready();
        each.change(facts);
        const Gate found = gate_of(facts, each.gate);
        EXPECT_EQ(found.state, GateState::shut) << each.story;
        EXPECT_EQ(found.text.ja, each.missing) << each.story;
        EXPECT_FALSE(found.text.en.empty()) << each.story;
        EXPECT_EQ(found.opens, each.opens) << each.story;
        EXPECT_EQ(found.who.ja, each.opens == Side::city ? "システム課担当者" : "業務責任者") << each.story;
        EXPECT_EQ(found.link.kind + ":" + found.link.id, each.link) << each.story;
        EXPECT_EQ(shut(gates(facts)).size(), 1U) << each.story << ": only this one";
        const auto start = may_start(facts);
        ASSERT_FALSE(start) << each.story;
        EXPECT_EQ(start.error().code, "gate/shut") << each.story;
        EXPECT_EQ(start.error().fields.at(0).path, name_of(each.gate)) << each.story;
    }
}

TEST(Gates, AreNotNeededWhereTheContractAsksForNothing)
{
    Facts facts{.at = now, .words = ready().words};
    facts.accepted = true;
    EXPECT_EQ(states(gates(facts)), "accepted:open");
    EXPECT_TRUE(may_start(facts));
    facts.questions = {{"q1", "Q25-001", Side::city}};
    EXPECT_TRUE(may_start(facts)) << "the contract lets work start with open questions";
}

TEST(Gates, NameThePermissionsTheyRestOn)
{
    Facts facts = ready();
    facts.permits = {
        permit(GateKind::acts, "P25-003"), permit(GateKind::acts, "P25-002"), permit(GateKind::acts, "P25-003")};
    EXPECT_EQ(gate_of(facts, GateKind::acts).text.ja, "P25-002、P25-003で許可されています。");
    facts.vendor = VendorFact::told;
    facts.vendor_text = "架空ネット";
    EXPECT_EQ(gate_of(facts, GateKind::vendor).text.ja, "市に示しています（架空ネット）。");
}

TEST(Start, WaitsForTheAgreedBeginning)
{
    Facts facts = ready();
    facts.at = at("2025-12-03 08:59");
    EXPECT_TRUE(shut(gates(facts)).empty());
    const auto early = may_start(facts);
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, "gate/too_early");
    EXPECT_NE(early.error().text.ja.find("12月3日 9:00～12:00"), std::string::npos);
    facts.at = at("2025-12-03 09:00");
    EXPECT_TRUE(may_start(facts));
    facts.at = at("2025-12-03 11:59");
    EXPECT_TRUE(may_start(facts));
}

TEST(Start, ListsEveryShutGateInOrder)
{
    Facts facts = ready();
    facts.questions = {{"q1", "Q25-001", Side::city}};
    facts.schedule = {.needed = true};
    facts.permits = {permit(GateKind::entry)};
    const auto refused = may_start(facts);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text.ja, "着手条件が3件そろっていません。");
    std::string paths;
    for (const FieldError& each : refused.error().fields)
        paths += each.path + " ";
    EXPECT_EQ(paths, "questions schedule entry ");
    EXPECT_EQ(refused.error().fields[1].text.ja, "合意した作業日程がありません。（業務責任者）");
}

TEST(Gates, WhatWasTakenOverFromAListIsWaived)
{
    Facts facts = ready();
    facts.schedule = {.needed = true};
    facts.taken_over = true;
    EXPECT_EQ(gate_of(facts, GateKind::schedule).state, GateState::waived);
    EXPECT_TRUE(shut(gates(facts)).empty());
}

}
}
