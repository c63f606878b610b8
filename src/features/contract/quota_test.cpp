#include "features/contract/profile_fixtures_test.hpp"
#include "features/contract/quota.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

// Run would be the test's own member function.
using Job = contract::Run;

const QuotaUse& use_of(const QuotaReport& report, std::string_view id)
{
    return *std::ranges::find(report.items, id, &QuotaUse::id);
}

Job run_of(std::vector<std::string> types, int devices = 1, RunState state = RunState::actual)
{
    return {std::move(types), devices, state};
}

// 004 §4※: three categories carried out once in October are one run and one unit in each category.
TEST(Quota, ABundledRunCountsOnceInEachCategory)
{
    const auto terms = quota_terms(test::profile("sapporo-r7-juki-cs"));
    const Job october[] = {run_of({"os_security_update", "settings_change_jlis", "password_change"}, 132)};
    const auto report = quota_use(terms, october);
    EXPECT_EQ(use_of(report, "os_security_update"), (QuotaUse{"os_security_update", 1, 0, QuotaState::under}));
    EXPECT_EQ(use_of(report, "settings_change"), (QuotaUse{"settings_change", 1, 0, QuotaState::reached}));
    EXPECT_EQ(use_of(report, "password_change"), (QuotaUse{"password_change", 1, 0, QuotaState::under}));
    EXPECT_EQ(use_of(report, "jlis_software_update"), (QuotaUse{"jlis_software_update", 0, 0, QuotaState::under}));
    EXPECT_EQ(report.benchmark_runs, 1);
}

TEST(Quota, BothKindsOfSettingsChangeShareOneCounter)
{
    const auto terms = quota_terms(test::profile("sapporo-r7-juki-cs"));
    const Job together[] = {run_of({"settings_change_jlis", "settings_change_city"})};
    EXPECT_EQ(use_of(quota_use(terms, together), "settings_change").actual, 1);
    const Job apart[] = {run_of({"settings_change_jlis"}), run_of({"settings_change_city"}, 1, RunState::planned)};
    EXPECT_EQ(
        use_of(quota_use(terms, apart), "settings_change"), (QuotaUse{"settings_change", 1, 1, QuotaState::over}));
}

TEST(Quota, TouchPanelFaultsAreCountedApart)
{
    const auto terms = quota_terms(test::profile("sapporo-r6-juki-cs"));
    const std::vector<Job> runs(12, run_of({"touch_panel_recovery"}));
    const auto report = quota_use(terms, runs);
    EXPECT_EQ(use_of(report, "touch_panel_recovery"), (QuotaUse{"touch_panel_recovery", 12, 0, QuotaState::reached}));
    EXPECT_EQ(use_of(report, "incident_recovery").actual, 0);
    EXPECT_EQ(report.benchmark_runs, 0);
}

TEST(Quota, SaysHowFar)
{
    const auto terms = quota_terms(test::profile("sapporo-r6-juki-cs"));
    struct Case {
        int runs;
        QuotaState state;
    };
    for (const Case& c : {Case{0, QuotaState::under}, {19, QuotaState::under}, {20, QuotaState::near},
             {23, QuotaState::near}, {24, QuotaState::reached}, {25, QuotaState::over}}) {
        const std::vector<Job> runs(static_cast<std::size_t>(c.runs), run_of({"incident_recovery"}));
        EXPECT_EQ(use_of(quota_use(terms, runs), "incident_recovery").state, c.state) << c.runs;
    }
}

TEST(Quota, AnEstimateWarnsAndNeverStops)
{
    const auto terms = quota_terms(test::profile("sapporo-r7-juki-cs"));
    const std::vector<Job> done(24, run_of({"incident_recovery"}));
    const auto found = objections(terms, done, run_of({"incident_recovery"}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].effect, AtLimit::warn);
    EXPECT_EQ(
        found[0].text.ja, "CS・統合端末の障害復旧は見込み24回に対して25回になります。見込みなので作業は止めません。");
    EXPECT_TRUE(objections(terms, std::span(done).first(23), run_of({"incident_recovery"})).empty());
}

TEST(Quota, ACapNeedsARecordedAgreement)
{
    const auto terms = quota_terms(test::profile("sapporo-r5-core-terminals"));
    const std::vector<Job> five(5, run_of({"install_remove"}, 5));
    struct Case {
        const char* story;
        std::span<const Job> so_far;
        Job next;
        std::size_t objections;
    };
    const Job thirty[] = {run_of({"resetup"}, 29)};
    const Case cases[] = {
        {"the fifth event of five devices", std::span(five).first(4), run_of({"install_remove"}, 5), 0},
        {"the sixth event", five, run_of({"install_remove"}, 1), 1},
        {"six devices in one event", {}, run_of({"install_remove"}, 6), 1},
        {"the sixth event, with six devices", five, run_of({"install_remove"}, 6), 2},
        {"the 30th re-setup", thirty, run_of({"resetup"}, 1), 0},
        {"the 31st re-setup", thirty, run_of({"resetup"}, 2), 1},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const auto found = objections(terms, c.so_far, c.next);
        EXPECT_EQ(found.size(), c.objections);
        for (const QuotaObjection& each : found)
            EXPECT_EQ(each.effect, AtLimit::recorded_agreement);
    }
}

TEST(Quota, ABlockingCapStops)
{
    const Quota quota{.id = "q",
        .label = {"設置", "Installation"},
        .kind = QuotaKind::cap,
        .at_limit = AtLimit::block,
        .limit = 1,
        .devices_per_run = {},
        .unit = {"回", "runs"},
        .rule = {},
        .clause = ""};
    const WorkType type{
        .id = "t", .label = {}, .family = "", .quotas = {"q"}, .acts = {}, .approval = "", .clause = ""};
    const Job done[] = {run_of({"t"})};
    const auto found = objections({std::span(&quota, 1), std::span(&type, 1)}, done, run_of({"t"}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0],
        (QuotaObjection{"q", AtLimit::block,
            {"設置は上限1回に達しているため、これ以上は受け付けられません。",
                "Installation has a cap of 1; no more can be taken on"}}));
}

}
}
