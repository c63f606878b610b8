#include "features/visit/visit.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/visit/checklist.hpp"

#include <fmt/format.h>
#include <functional>
#include <gtest/gtest.h>

namespace hoshuban::visit {
namespace {

using test::at;

template <class T>
std::string refusal_of(const Result<T>& result)
{
    if (result)
        return {};
    std::string text = result.error().code;
    for (const FieldError& field : result.error().fields)
        text += fmt::format(" {}", field.path);
    return text;
}

// The core contract (1 April 2023 to 31 March 2024), of which one site closes on 1 November 2023.
const contract::Profile& contract_of_2023()
{
    static const contract::Profile profile = [] {
        contract::Profile made = test::profile(test::ids::r5);
        made.sites.at(1).closed = {{test::day("2023-11-01"), test::day("9999-12-31")}};
        return made;
    }();
    return profile;
}

Plan plan()
{
    return {.site = contract_of_2023().sites.at(0).id,
        .purpose = "電源の点検",
        .from = at("2023-12-01 10:00"),
        .until = at("2023-12-01 12:00"),
        .told = "窓口 花子",
        .workers = {{{}, "保全 三枝", {}}, {{}, "架空 二郎", {}}}};
}

Visit planned()
{
    return {.id = {"v"}, .contract_id = {"c"}, .plan = plan()};
}

const Instant evening = test::at("2023-12-01 18:00");

Visit made()
{
    Visit visit = planned();
    visit.times = {at("2023-12-01 10:05"), at("2023-12-01 10:10"), at("2023-12-01 11:05")};
    visit.result = "電源部を交換した";
    visit.plan.workers.at(0).minutes = 40;
    return visit;
}

Record record_of(const Visit& visit)
{
    return {visit.times, visit.plan.workers, visit.result};
}

TEST(Plan, NamesWhoGoesWhereAndWhen)
{
    struct Case {
        const char* story;
        std::function<void(Plan&)> change;
        const char* refusal;
    };
    const Case cases[] = {
        {"as it should be", [](Plan&) {}, ""},
        {"nobody of the site knows yet", [](Plan& p) { p.told = ""; }, ""},
        {"no purpose", [](Plan& p) { p.purpose = " "; }, "required purpose"},
        {"another contract's site", [](Plan& p) { p.site = {"elsewhere"}; }, "visit/unknown_site site_id"},
        {"the day on which the site closes", [](Plan& p) { p.site = contract_of_2023().sites.at(1).id; },
            "visit/site_closed planned_from"},
        {"after the contract",
            [](Plan& p) {
                p.from = at("2024-04-01 10:00");
                p.until = at("2024-04-01 12:00");
            },
            "visit/outside_period planned_from"},
        {"ends as it begins", [](Plan& p) { p.until = p.from; }, "visit/until_before_from planned_until"},
        {"lasts longer than a day", [](Plan& p) { p.until = at("2023-12-02 10:01"); },
            "visit/until_before_from planned_until"},
        {"overnight", [](Plan& p) { p.until = at("2023-12-02 02:00"); }, ""},
        {"two causes",
            [](Plan& p) {
                p.incident = incident::IncidentId{"i"};
                p.request = WorkRequestId{"r"};
            },
            "visit/two_causes request_id"},
        {"nobody", [](Plan& p) { p.workers.clear(); }, "visit/nobody workers"},
        {"somebody without a name", [](Plan& p) { p.workers.at(1).name = ""; }, "required workers[1].name"},
        {"somebody twice", [](Plan& p) { p.workers.at(1).name = "保全　三枝"; }, "visit/named_twice workers[1].name"},
    };
    for (const Case& c : cases) {
        Plan changed = plan();
        c.change(changed);
        EXPECT_EQ(refusal_of(settled(contract_of_2023(), changed)), c.refusal) << c.story;
    }
}

TEST(Visit, GoesFromThePlanToTheDeparture)
{
    const contract::Profile& profile = contract_of_2023();
    Visit visit = planned();
    EXPECT_EQ(state_of(visit), VisitState::planned);
    EXPECT_EQ(refusal_of(departed(profile, visit, at("2023-12-01 11:00"), evening)), "visit/does_not_follow");
    visit = arrived(profile, visit, at("2023-12-01 10:05") + std::chrono::seconds{30}, evening).value();
    EXPECT_EQ(visit.times.arrived, at("2023-12-01 10:05"));
    EXPECT_EQ(state_of(visit), VisitState::on_site);
    EXPECT_EQ(refusal_of(arrived(profile, visit, at("2023-12-01 10:06"), evening)), "visit/does_not_follow");
    EXPECT_EQ(refusal_of(announced(visit, plan())), "visit/not_planned");
    EXPECT_EQ(refusal_of(called_off(visit, "休み")), "visit/does_not_follow");
    visit = started(profile, visit, at("2023-12-01 10:10"), evening).value();
    EXPECT_EQ(refusal_of(started(profile, visit, at("2023-12-01 10:11"), evening)), "visit/does_not_follow");
    visit = departed(profile, visit, at("2023-12-01 11:05"), evening).value();
    EXPECT_EQ(state_of(visit), VisitState::done);
    EXPECT_EQ(stay_minutes(visit.times), 60);
}

TEST(Visit, RefusesTimesThatCannotBe)
{
    struct Case {
        const char* story;
        Times times;
        const char* refusal;
    };
    const Case cases[] = {
        {"arrival alone", {at("2023-12-01 10:00"), {}, {}}, ""},
        {"arrived and left within a minute", {at("2023-12-01 10:00"), {}, at("2023-12-01 10:00")}, ""},
        {"nothing", {}, ""},
        {"to come", {at("2023-12-01 18:01"), {}, {}}, "visit/in_future arrived_at"},
        {"work before the arrival", {at("2023-12-01 10:00"), at("2023-12-01 09:59"), {}},
            "visit/out_of_order started_at"},
        {"left before the arrival", {at("2023-12-01 10:00"), {}, at("2023-12-01 09:59")},
            "visit/out_of_order departed_at"},
        {"left before work began", {at("2023-12-01 10:00"), at("2023-12-01 10:30"), at("2023-12-01 10:29")},
            "visit/out_of_order departed_at"},
        {"left without having come", {{}, {}, at("2023-12-01 10:00")}, "visit/no_arrival arrived_at"},
        {"before the contract", {at("2023-03-31 10:00"), {}, {}}, "visit/outside_period arrived_at"},
    };
    for (const Case& c : cases) {
        Record record{.times = c.times, .workers = plan().workers};
        std::string reason = "訂正";
        EXPECT_EQ(refusal_of(recorded(contract_of_2023(), planned(), record, reason, evening)), c.refusal) << c.story;
    }
}

TEST(Visit, IsCorrectedWithAReasonAndFilledInWithoutOne)
{
    struct Case {
        const char* story;
        std::function<void(Record&)> change;
        const char* reason;
        const char* refusal;
    };
    const Case cases[] = {
        {"as it stands", [](Record&) {}, "", ""},
        {"the minutes that were missing", [](Record& r) { r.workers.at(1).minutes = 60; }, "", ""},
        {"other minutes", [](Record& r) { r.workers.at(0).minutes = 30; }, " ", "visit/no_reason reason"},
        {"other minutes, with a reason", [](Record& r) { r.workers.at(0).minutes = 30; }, "別作業を除く", ""},
        {"more minutes than the stay", [](Record& r) { r.workers.at(1).minutes = 61; }, "",
            "visit/beyond_stay workers[1].minutes"},
        {"another arrival", [](Record& r) { r.times.arrived = at("2023-12-01 10:00"); }, "", "visit/no_reason reason"},
        {"somebody else", [](Record& r) { r.workers.at(1).name = "別人"; }, "", "visit/no_reason reason"},
        {"still there, but with minutes", [](Record& r) { r.times.departed = {}; }, "誤り",
            "visit/not_over workers[0].minutes"},
        {"nobody was there",
            [](Record& r) {
                r.times = {};
                r.workers.at(0).minutes = {};
            },
            "別の訪問の記録", ""},
        {"a stay that is shorter than the minutes", [](Record& r) { r.times.departed = at("2023-12-01 10:30"); },
            "時刻の誤り", "visit/beyond_stay workers[0].minutes"},
    };
    for (const Case& c : cases) {
        Record record = record_of(made());
        c.change(record);
        std::string reason = c.reason;
        EXPECT_EQ(refusal_of(recorded(contract_of_2023(), made(), record, reason, evening)), c.refusal) << c.story;
    }
}

TEST(Visit, IsCalledOffBeforeItBegins)
{
    EXPECT_EQ(refusal_of(called_off(planned(), " ")), "required reason");
    const Visit visit = called_off(planned(), "現場が休み").value();
    EXPECT_EQ(state_of(visit), VisitState::called_off);
    std::string reason = "やはり行った";
    EXPECT_EQ(refusal_of(recorded(contract_of_2023(), visit, record_of(made()), reason, evening)), "visit/called_off");
}

TEST(Checklist, IsDoneBeforeTheArrivalOrAReasonGiven)
{
    const auto checks = checks_of(contract_of_2023().visits, true, "pc");
    const std::vector<Tick> badge{{.item = "badge"}};
    const std::vector<Tick> both{{.item = "badge"}, {.item = "spare", .spare = DeviceId{"d"}}};
    EXPECT_EQ(refusal_of(check_ticked(checks, {}, "")), "visit/unticked checks.badge checks.spare");
    EXPECT_EQ(refusal_of(check_ticked(checks, badge, "")), "visit/unticked checks.spare");
    EXPECT_EQ(refusal_of(check_ticked(checks, badge, "予備機が尽きている")), "");
    EXPECT_EQ(refusal_of(check_ticked(checks, both, "")), "");
    EXPECT_EQ(refusal_of(check_ticked(checks_of(contract_of_2023().visits, false, ""), badge, "")), "");
}

TEST(Checklist, TakesASpareThatStandsAsOne)
{
    struct Case {
        device::Use use;
        const char* refusal;
    };
    const Case cases[] = {{device::Use::spare, ""}, {device::Use::in_service, "visit/no_spare spare_id"},
        {device::Use::repair, "visit/no_spare spare_id"}, {device::Use::planned, "visit/no_spare spare_id"}};
    for (const Case& c : cases) {
        const device::Placement stands{.spot = {.use = c.use}};
        EXPECT_EQ(refusal_of(check_spare(&stands, "D-0001")), c.refusal);
    }
    EXPECT_EQ(refusal_of(check_spare(nullptr, "D-0001")), "visit/no_spare spare_id");
    const device::Placement stands{.spot = {.use = device::Use::repair}};
    EXPECT_EQ(check_spare(&stands, "D-0001").error().text.ja,
        "D-0001は予備機ではありません（修理中）。予備機を選んでください。");
}

}
}
