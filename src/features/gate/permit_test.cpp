// Which permissions a job needs, told by real contracts.
#include "features/gate/permit.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::gate {
namespace {

using approval::Approval;
using test::at;

const Span morning{at("2025-12-03 09:00"), at("2025-12-03 12:00")};

Approval granted(std::string kind, std::vector<std::string> acts = {}, std::vector<DeviceId> devices = {})
{
    Approval approval;
    approval.id = {"a-" + kind};
    approval.number = "P-" + kind;
    approval.asked.kind = std::move(kind);
    approval.asked.request = WorkRequestId{"r1"};
    approval.asked.acts = std::move(acts);
    approval.asked.devices = std::move(devices);
    approval.state = approval::State::granted;
    approval.settled_at = approval.begins_at = at("2025-12-02 10:00");
    return approval;
}

Approval asked(std::string kind, std::vector<std::string> acts = {})
{
    Approval approval = granted(std::move(kind), std::move(acts));
    approval.state = approval::State::asked;
    approval.settled_at = approval.begins_at = std::nullopt;
    return approval;
}

std::string told(const std::vector<Permit>& all)
{
    std::string text;
    for (const Permit& each : all) {
        text += (text.empty() ? "" : " ") + std::string{name_of(each.gate)} + "=" +
            (!each.granted.empty()        ? each.granted
                    : !each.asked.empty() ? "(" + each.asked + ")"
                                          : "missing");
    }
    return text;
}

struct PermitCase {
    const char* story;
    const char* contract;
    std::vector<std::string> work_types;
    std::vector<Approval> approvals;
    const char* permits;
};

const PermitCase permit_cases[] = {
    {"a change of settings needs nothing", "sapporo-r7-juki-cs", {"settings_change_city"}, {}, ""},
    {"two kinds of work in one run", "sapporo-r7-juki-cs", {"settings_change_city", "password_change"}, {},
        "bundling=missing"},
    {"two kinds, asked", "sapporo-r7-juki-cs", {"settings_change_city", "password_change"}, {asked("bundling")},
        "bundling=(P-bundling)"},
    {"two kinds, granted", "sapporo-r7-juki-cs", {"settings_change_city", "password_change"}, {granted("bundling")},
        "bundling=P-bundling"},
    {"003 consults about two kinds", "other-city-r6-terminals", {"os_version_up", "software_update"}, {},
        "bundling=missing"},
    {"work that is consulted about beforehand", "sapporo-r7-juki-cs", {"fault_analysis"}, {}, "work_approval=missing"},
    {"work off the equipment is no run of its own", "sapporo-r7-juki-cs", {"fault_analysis", "password_change"},
        {granted("operation_support")}, "work_approval=P-operation_support"},
    {"updates install software and connect media", "sapporo-r7-juki-cs", {"os_security_update"}, {},
        "acts=missing acts=missing"},
    {"an exception for one of two acts", "sapporo-r7-juki-cs", {"os_security_update"},
        {granted("prohibited_act", {"install_software"})}, "acts=P-prohibited_act acts=missing"},
    {"an approved procedure counts for the acts it lists (A-32)", "sapporo-r7-juki-cs", {"os_security_update"},
        {granted("procedure", {"install_software", "connect_device"})}, "acts=P-procedure acts=P-procedure"},
    {"an approved procedure that lists nothing", "sapporo-r7-juki-cs", {"os_security_update"}, {granted("procedure")},
        "acts=missing acts=missing"},
    {"an overtime permit permits no act", "sapporo-r7-juki-cs", {"os_security_update"},
        {granted("overtime_contractor", {"install_software", "connect_device"})}, "acts=missing acts=missing"},
    {"003 knows no prohibited acts", "other-city-r6-terminals", {"os_version_up"}, {}, ""},
};

TEST(Permits, FollowFromTheKindsOfWork)
{
    for (const PermitCase& each : permit_cases) {
        const contract::Profile& profile = test::profile(each.contract);
        work_request::WorkRequest request;
        request.id = {"r1"};
        request.work_types = each.work_types;
        const Job job{profile, request, {}, each.approvals, morning};
        EXPECT_EQ(told(permits_of(job)), each.permits) << each.story;
    }
}

TEST(Permits, OfOtherJobsAndAfterTheWorkDoNotCount)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    work_request::WorkRequest request;
    request.id = {"r2"};
    request.work_types = {"settings_change_city", "password_change"};
    std::vector<Approval> approvals{granted("bundling")};
    EXPECT_EQ(told(permits_of({profile, request, {}, approvals, morning})), "bundling=missing") << "of another job";
    request.id = {"r1"};
    approvals.front().begins_at = approvals.front().settled_at = at("2025-12-03 11:00");
    EXPECT_EQ(told(permits_of({profile, request, {}, approvals, morning})), "bundling=missing") << "too late";
    EXPECT_EQ(told(permits_of({profile, request, {}, approvals, morning, true})), "bundling=P-bundling")
        << "a paper handed in after an emergency start";
}

TEST(Permits, ForADeviceCountOnThatDevice)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    work_request::WorkRequest request;
    request.id = {"r1"};
    request.work_types = {"installation"};
    request.device = DeviceId{"d1"};
    std::vector<Approval> approvals{granted("prohibited_act", {"move_terminal"}, {DeviceId{"d2"}})};
    EXPECT_EQ(told(permits_of({profile, request, {}, approvals, morning})), "acts=missing");
    approvals.front().asked.devices.push_back(DeviceId{"d1"});
    EXPECT_EQ(told(permits_of({profile, request, {}, approvals, morning})), "acts=P-prohibited_act");
}

TEST(Permits, SayWhatIsMissingInTheWordsOfTheContract)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    work_request::WorkRequest request;
    request.id = {"r1"};
    request.work_types = {"settings_change_city", "password_change"};
    const auto permits = permits_of({profile, request, {}, {}, morning});
    ASSERT_EQ(permits.size(), 1U);
    EXPECT_EQ(
        permits[0].why.ja, "2種類の作業（設定変更・修正（市の指示）、管理者権限パスワードの変更）を一度に行います。");
    EXPECT_EQ(permits[0].label.ja, "複数の作業の同時実施");
}

}
}
