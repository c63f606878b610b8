#include "features/approval/decision.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::approval {
namespace {

using contract::ApprovalDecider;
using contract::ApprovalNature;
using test::at;
using test::day;

const ContractId any_contract{"c"};
const std::string seen(64, 'a');

Actor somebody(const char* id, Role role, const char* site = nullptr)
{
    Membership held{any_contract, role, day("2025-04-01"), std::nullopt};
    if (site)
        held.site = SiteId{site};
    return {.person = {id}, .name = id, .memberships = {held}};
}

const Actor kakari = somebody("kakari", Role::city_section);
const Actor kacho = somebody("kacho", Role::city_section);
const Actor dairi = somebody("dairi", Role::city_section);
const Actor madoguchi = somebody("madoguchi", Role::site_contact, "north");
const Actor division = somebody("division", Role::city_division);
const Actor sekinin = somebody("sekinin", Role::responsible);
const Actor worker = somebody("worker", Role::worker);
const Actor auditor = somebody("auditor", Role::auditor);

contract::ApprovalKind kind(ApprovalNature nature, ApprovalDecider decider = ApprovalDecider::city, int steps = 0)
{
    contract::ApprovalKind kind;
    kind.id = "k";
    kind.nature = nature;
    kind.decider = decider;
    kind.steps.resize(static_cast<std::size_t>(steps), {"段", "step"});
    return kind;
}

Approval asked(Turn turn = Turn::city, int step = 0)
{
    return {.id = {"a"},
        .contract_id = any_contract,
        .number = "P25-001",
        .asked = {.kind = "k", .title = "題", .reason = "理由", .content_sha256 = seen},
        .asked_by = {"worker"},
        .asked_by_name = "worker",
        .asked_side = Side::contractor,
        .asked_at = at("2025-10-01 09:00"),
        .turn = turn,
        .step = step};
}

const Panel nobody_named;
// The second step belongs to kacho, who is away from the 6th to the 8th.
const Panel kacho_named{
    .approvers = {{{"v"}, "k", 1, Side::city, {"kacho"}, "課長"}},
    .deputies = {{{"y"}, Side::city, {"kacho"}, "課長", {"dairi"}, "代理", day("2025-10-06"), day("2025-10-09")}},
};
const std::vector<Decision> undecided;
const std::vector<Decision> first_by_kakari{{.by = {"kakari"}, .by_name = "係長", .at = at("2025-10-02 09:00")}};
const std::vector<Decision> first_by_kacho{{.by = {"kacho"}, .by_name = "課長", .at = at("2025-10-02 09:00")}};

std::string code_of(const Result<Seat>& seat)
{
    return seat ? seat->person.text : seat.error().code;
}

TEST(CheckDecider, OnlyWhoMayDecidesAndOnlyOnce)
{
    Actor administrator = kacho;
    administrator.administrator = true;
    Actor own = kakari;
    own.person = {"worker"};
    Approval settled = asked(Turn::nobody);
    settled.state = State::granted;
    Approval voided = asked(Turn::nobody);
    voided.state = State::voided;
    const Approval second = asked(Turn::city, 1);
    struct Given {
        const char* story;
        const Actor& actor;
        const Approval& approval;
        const Panel& panel;
        const std::vector<Decision>& decisions;
        const char* today;
        const char* answer; ///< whose seat, or the code
    };
    const Approval first = asked();
    const Approval of_site = asked(Turn::site);
    const Approval of_contractor = asked(Turn::contractor);
    const Given cases[] = {
        {"the city decides", kakari, first, nobody_named, undecided, "2025-10-02", "kakari"},
        {"an administrator", administrator, first, nobody_named, undecided, "2025-10-02",
            "approval/administrator_decides"},
        {"one's own", worker, first, nobody_named, undecided, "2025-10-02", "approval/own_application"},
        {"one's own, in another role", own, first, nobody_named, undecided, "2025-10-02", "approval/own_application"},
        {"the other side", sekinin, first, nobody_named, undecided, "2025-10-02", "approval/other_side"},
        {"somebody on no side", auditor, first, nobody_named, undecided, "2025-10-02", "approval/other_side"},
        {"a role that decides nothing", division, first, nobody_named, undecided, "2025-10-02", "approval/not_allowed"},
        {"a site, where the city decides", madoguchi, first, nobody_named, undecided, "2025-10-02",
            "approval/other_site"},
        {"a site's own agreement", madoguchi, of_site, nobody_named, undecided, "2025-10-02", "madoguchi"},
        {"the city for its site", kakari, of_site, nobody_named, undecided, "2025-10-02", "kakari"},
        {"the contractor where it is his", sekinin, of_contractor, nobody_named, undecided, "2025-10-02", "sekinin"},
        {"the city where it is the contractor's", kakari, of_contractor, nobody_named, undecided, "2025-10-02",
            "approval/other_side"},
        {"settled", kakari, settled, nobody_named, undecided, "2025-10-02", "approval/settled"},
        {"voided", kakari, voided, nobody_named, undecided, "2025-10-02", "approval/settled"},
        {"signing twice", kakari, second, nobody_named, first_by_kakari, "2025-10-02", "approval/signed_twice"},
        {"the second by another", dairi, second, nobody_named, first_by_kakari, "2025-10-02", "dairi"},
        {"the first step names nobody", dairi, first, kacho_named, undecided, "2025-10-02", "dairi"},
        {"the second does", kacho, second, kacho_named, first_by_kakari, "2025-10-02", "kacho"},
        {"not named", madoguchi, second, kacho_named, first_by_kakari, "2025-10-02", "approval/other_site"},
        {"a deputy too early", dairi, second, kacho_named, first_by_kakari, "2025-10-05",
            "approval/deputy_outside_period"},
        {"a deputy on his first day", dairi, second, kacho_named, first_by_kakari, "2025-10-06", "kacho"},
        {"a deputy on his last day", dairi, second, kacho_named, first_by_kakari, "2025-10-08", "kacho"},
        {"a deputy too late", dairi, second, kacho_named, first_by_kakari, "2025-10-09",
            "approval/deputy_outside_period"},
        {"a deputy of who signed", dairi, second, kacho_named, first_by_kacho, "2025-10-06", "approval/signed_twice"},
    };
    const auto rule = kind(ApprovalNature::approve, ApprovalDecider::city, 2);
    for (const Given& c : cases) {
        const Case about{c.approval, rule, c.panel, c.decisions, SiteId{"north"}};
        EXPECT_EQ(code_of(check_decider(about, c.actor, day(c.today))), c.answer) << c.story;
    }
    const Case elsewhere{of_site, rule, nobody_named, undecided, SiteId{"south"}};
    EXPECT_EQ(code_of(check_decider(elsewhere, madoguchi, day("2025-10-02"))), "approval/other_site");
    const Panel other{.approvers = {{{"v"}, "k", 0, Side::city, {"kacho"}, "課長"}}};
    const Case named{first, rule, other, undecided, {}};
    EXPECT_EQ(code_of(check_decider(named, kakari, day("2025-10-02"))), "approval/not_named");
    const Panel asker_named{.approvers = {{{"v"}, "k", 0, Side::city, {"worker"}, "申請者"}},
        .deputies = {
            {{"y"}, Side::city, {"worker"}, "申請者", {"dairi"}, "代理", day("2025-10-01"), day("2025-11-01")}}};
    const Case own_by_deputy{first, rule, asker_named, undecided, {}};
    EXPECT_EQ(code_of(check_decider(own_by_deputy, dairi, day("2025-10-02"))), "approval/own_application");
}

TEST(Judge, RefusesWhatWasNotReadAndWhatIsNotSaid)
{
    Approval late = asked();
    late.asked.until = at("2025-10-02 10:00");
    struct Given {
        const char* story;
        Judgement judgement;
        ApprovalNature nature;
        const Approval& approval;
        const char* answer; ///< the code, empty when decided
    };
    const Approval fresh = asked();
    const std::string old(64, 'b');
    const Given cases[] = {
        {"granted", {Verdict::grant, seen}, ApprovalNature::approve, fresh, ""},
        {"an old version", {Verdict::grant, old}, ApprovalNature::approve, fresh, "approval/old_content"},
        {"nothing seen", {Verdict::grant, ""}, ApprovalNature::approve, fresh, "approval/old_content"},
        {"refused", {Verdict::refuse, seen, "手順3が足りません。"}, ApprovalNature::approve, fresh, ""},
        {"refused without a reason", {Verdict::refuse, seen}, ApprovalNature::approve, fresh,
            "approval/reason_missing"},
        {"a notice is taken note of", {Verdict::acknowledge, seen}, ApprovalNature::acknowledge, fresh, ""},
        {"a notice is not refused", {Verdict::refuse, seen, "だめ"}, ApprovalNature::acknowledge, fresh,
            "approval/wrong_verdict"},
        {"a procedure is not just taken note of", {Verdict::acknowledge, seen}, ApprovalNature::approve, fresh,
            "approval/wrong_verdict"},
        {"its time has passed", {Verdict::grant, seen}, ApprovalNature::approve, late, "approval/period_over"},
        {"sent back after its time", {Verdict::refuse, seen, "期限切れ"}, ApprovalNature::approve, late, ""},
        {"an instruction is confirmed afterwards", {Verdict::grant, seen}, ApprovalNature::instruct, late, ""},
        {"a My Number", {Verdict::grant, seen, "", "123456789018"}, ApprovalNature::approve, fresh, "text/my_number"},
    };
    for (const Given& c : cases) {
        const auto rule = kind(c.nature);
        const Case about{c.approval, rule, nobody_named, undecided, {}};
        const auto decision = judge(about, kakari, c.judgement, at("2025-10-02 10:00"));
        EXPECT_EQ(decision ? "" : decision.error().code, c.answer) << c.story;
    }
}

TEST(Judge, NamesTheDeputyAndTheOneHeStandsInFor)
{
    const auto rule = kind(ApprovalNature::approve, ApprovalDecider::city, 2);
    const Approval second = asked(Turn::city, 1);
    const Case about{second, rule, kacho_named, first_by_kakari, {}};
    const auto decision = judge(about, dairi, {Verdict::grant, seen}, at("2025-10-06 09:00"));
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->by.text, "dairi");
    EXPECT_EQ(decision->for_name, "課長");
    EXPECT_EQ(decision->step, 1);
}

TEST(Decided, GoesStepByStepAndBeginsNotBeforeTheDecision)
{
    const auto two = kind(ApprovalNature::approve, ApprovalDecider::city, 2);
    Approval approval = asked();
    approval.asked.from = at("2025-10-01 12:00");
    approval = decided(approval, two, {.conditions = "立会いのもとで", .at = at("2025-10-02 09:00")});
    EXPECT_EQ(approval.state, State::asked);
    EXPECT_EQ(approval.turn, Turn::city);
    approval = decided(approval, two, {.step = 1, .conditions = "閉庁後に", .at = at("2025-10-03 09:00")});
    EXPECT_EQ(approval.state, State::granted);
    EXPECT_EQ(approval.turn, Turn::nobody);
    EXPECT_EQ(approval.conditions, "立会いのもとで\n閉庁後に");
    EXPECT_EQ(test::print(*approval.begins_at), "2025-10-03 09:00");

    Approval instructed = asked();
    instructed.asked.from = at("2025-09-30 22:00");
    instructed = decided(instructed, kind(ApprovalNature::instruct), {.at = at("2025-10-02 09:00")});
    EXPECT_EQ(test::print(*instructed.begins_at), "2025-09-30 22:00") << "it held when it was given by mouth";

    const Approval refused = decided(asked(), two, {.verdict = Verdict::refuse, .at = at("2025-10-02 09:00")});
    EXPECT_EQ(refused.state, State::refused);
    EXPECT_EQ(refused.step, 0);
    EXPECT_FALSE(refused.begins_at);
}

TEST(Deputy, StandsInForAnotherOnAtLeastOneDay)
{
    Deputy deputy{{"y"}, Side::city, {"a"}, "甲", {"b"}, "乙", day("2025-10-06"), day("2025-10-07")};
    EXPECT_TRUE(check(deputy));
    deputy.to = deputy.from;
    EXPECT_EQ(check(deputy).error().code, "approval/deputy_period");
    deputy.deputy = deputy.person;
    EXPECT_EQ(check(deputy).error().code, "approval/deputy_of_oneself");
}

}
}
