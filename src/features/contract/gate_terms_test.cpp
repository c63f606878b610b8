#include "features/contract/profile_fixtures_test.hpp"

#include <algorithm>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

using namespace test::ids;

std::string ids(const Profile& profile)
{
    std::vector<std::string> found;
    for (const ApprovalKind& each : profile.approvals)
        found.push_back(each.id);
    return fmt::format("{}", fmt::join(found, " "));
}

std::string days(const DueRule& rule)
{
    return fmt::format("{} {}", name_of(rule.kind), rule.amount);
}

TEST(GateTerms, EveryContractHasItsKindsOfApproval)
{
    const std::string juki = "procedure check_procedure bundling overtime_contractor overtime_city entry_annex "
                             "entry_after_hours entry_room prohibited_act take_out copy spec_change document_waiver "
                             "file_format operation_support check_correction fleet_wide handover_method schedule "
                             "vendor_contact roster_change emergency";
    EXPECT_EQ(ids(test::profile(r6)), juki);
    EXPECT_EQ(ids(test::profile(r7)), juki);
    EXPECT_EQ(ids(test::profile(r5)),
        "overtime_city overtime_site entry_workplace entry_room own_equipment prohibited_act take_out copy "
        "document_waiver site_request vendor_contact roster_change emergency");
    EXPECT_EQ(ids(test::profile(r3)),
        "procedure bundling overtime_contractor overtime_city entry_annex entry_centre entry_room prohibited_act "
        "take_out copy spec_change document_waiver file_format handover_method schedule vendor_contact roster_change "
        "emergency");
    EXPECT_EQ(ids(test::profile(other)), "bundling responsible_change oral_confirmation roster_change emergency");
}

TEST(GateTerms, HoldWhatTheContractsState)
{
    struct Case {
        const char* id;
        ScheduleMode schedule;
        bool operation_check;
        bool vendors_told_before;
        bool answer_approved;
        int notice_days;
        std::size_t duties;
        bool training;
        std::size_t acts;
    };
    const Case cases[] = {
        {r6, ScheduleMode::agreed_each_time, true, true, true, 1, 2, false, 7},
        {r5, ScheduleMode::not_required, false, true, false, 0, 2, true, 7},
        {r3, ScheduleMode::agreed_each_time, true, true, false, 1, 3, false, 7},
        {other, ScheduleMode::not_required, false, false, false, 0, 1, false, 0},
        {r7, ScheduleMode::agreed_each_time, true, true, true, 1, 2, false, 7},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.id);
        const Profile& profile = test::profile(c.id);
        EXPECT_EQ(profile.work.schedule, c.schedule);
        EXPECT_EQ(profile.work.operation_check, c.operation_check);
        EXPECT_EQ(profile.work.vendors_told_before, c.vendors_told_before);
        EXPECT_EQ(profile.questions.answer_approved, c.answer_approved);
        EXPECT_EQ(days(*profile.questions.answer_within), "open_days 3");
        EXPECT_EQ(profile.questions.answer_basis, Basis::assumption);
        EXPECT_EQ(profile.staff.notice_days, c.notice_days);
        EXPECT_EQ(profile.staff.duties.size(), c.duties);
        EXPECT_EQ(profile.staff.training, c.training);
        EXPECT_EQ(profile.acts.size(), c.acts);
        EXPECT_EQ(days(profile.emergency->instruction_confirmed_within), "open_days 1");
        EXPECT_EQ(days(profile.emergency->papers_within), "open_days 5");
        for (const auto& terms : {profile.security_incidents, profile.accidents, profile.damages})
            EXPECT_EQ(days(terms->first_report_within), "calendar_days 0");
        EXPECT_EQ(profile.accidents->basis, c.id == std::string{other} ? Basis::assumption : Basis::template_);
        EXPECT_EQ(profile.damages->clause, c.id == std::string{other} ? "003 §9" : "（仕様書に定めなし。003 §9から）");
        for (const char* series : {"question", "approval", "procedure"})
            EXPECT_NE(find_numbers(profile, series), nullptr) << series;
    }
}

// No contract states who decides inside the city, nor by when: our reading, so every term is a guide.
TEST(GateTerms, SayWhichDecisionsTakeTwoSteps)
{
    const std::pair<const char*, const char*> cases[] = {
        {r6, "check_procedure document_waiver"},
        {r5, "own_equipment document_waiver"},
        {r3, "document_waiver"},
        {other, "responsible_change"},
        {r7, "check_procedure document_waiver"},
    };
    for (const auto& [id, kinds] : cases) {
        SCOPED_TRACE(id);
        std::vector<std::string> two;
        for (const ApprovalKind& kind : test::profile(id).approvals) {
            if (kind.steps.size() == 2)
                two.push_back(kind.id);
            else
                EXPECT_TRUE(kind.steps.empty()) << kind.id;
            const bool in_time = kind.nature == ApprovalNature::approve && kind.effect != ApprovalEffect::oral;
            EXPECT_EQ(kind.answer_within ? days(*kind.answer_within) : "", in_time ? "open_days 3" : "") << kind.id;
            EXPECT_EQ(kind.answer_basis, in_time ? Basis::assumption : Basis::contract) << kind.id;
        }
        EXPECT_EQ(fmt::format("{}", fmt::join(two, " ")), kinds);
    }
}

TEST(GateTerms, AreFoundByIdAndByWhatTheyOpen)
{
    const Profile& profile = test::profile(r7);
    EXPECT_EQ(find_approval_kind(profile, "nothing"), nullptr);
    EXPECT_EQ(find_act(profile, "nothing"), nullptr);
    EXPECT_EQ(find_act(profile, "move_terminal")->article, "3(1)ク");
    EXPECT_EQ(find_work_type(profile, "os_security_update")->acts,
        (std::vector<std::string>{"install_software", "connect_device"}));
    const ApprovalKind& schedule = *find_approval_kind(profile, "schedule");
    EXPECT_EQ(schedule.nature, ApprovalNature::agree);
    EXPECT_EQ(schedule.decider, ApprovalDecider::other_side);
    EXPECT_EQ(schedule.clause, "004 §5(8)イ");
    std::vector<std::string> entry;
    for (const ApprovalKind* each : approval_kinds(profile, ApprovalEffect::entry))
        entry.push_back(each->id);
    EXPECT_EQ(entry, (std::vector<std::string>{"entry_annex", "entry_after_hours"}));
    EXPECT_TRUE(approval_kinds(test::profile(other), ApprovalEffect::entry).empty());
}

TEST(GateTerms, PermitsDependOnSiteAndTimeOfDay)
{
    struct Case {
        const char* profile;
        const char* site;
        int from; // minutes of the day
        int to;
        const char* approval; // empty: no permit
    };
    const Case cases[] = {
        {r7, "S-015", 9 * 60, 10 * 60, "entry_annex"},
        {r7, "S-001", 9 * 60, 10 * 60, ""},
        {r7, "S-001", 16 * 60, 17 * 60 + 15, ""},
        {r7, "S-001", 16 * 60, 17 * 60 + 16, "entry_after_hours"},
        {r7, "S-001", 23 * 60, 25 * 60, "entry_after_hours"},
        {r7, "S-001", 7 * 60, 8 * 60, "entry_after_hours"},
        {r7, "S-001", 8 * 60 + 45, 9 * 60, ""},
        {r7, "S-099", 23 * 60, 25 * 60, ""},
        {r5, "S-001", 9 * 60, 10 * 60, "entry_workplace"},
        {r3, "S-001", 9 * 60, 10 * 60, "entry_centre"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(std::string(c.profile) + " " + c.site + " " + std::to_string(c.to));
        const EntryPermit* permit =
            entry_rule(test::profile(c.profile), SiteId{c.site}, MinuteOfDay{c.from}, MinuteOfDay{c.to});
        EXPECT_EQ(permit == nullptr ? "" : permit->approval, c.approval);
    }
}

TEST(GateTerms, ADeciderFitsTheNature)
{
    using enum ApprovalNature;
    using enum ApprovalDecider;
    struct Case {
        ApprovalNature nature;
        ApprovalDecider decider;
        bool fits;
    };
    const Case cases[] = {{approve, city, true}, {approve, site, true}, {approve, contractor, true},
        {approve, other_side, false}, {instruct, city, true}, {instruct, site, true}, {instruct, contractor, false},
        {instruct, other_side, false}, {agree, other_side, true}, {agree, site, true}, {acknowledge, city, true},
        {acknowledge, other_side, true}};
    for (const Case& c : cases)
        EXPECT_EQ(fits(c.nature, c.decider), c.fits) << name_of(c.nature) << " " << name_of(c.decider);
}

TEST(GateTerms, AnApplicantIsOfASide)
{
    const auto sides = [](Applicant applicant) {
        std::string all;
        for (const Side side : {Side::city, Side::contractor, Side::neutral})
            all += applies(applicant, side) ? "1" : "0";
        return all;
    };
    EXPECT_EQ(sides(Applicant::either), "110");
    EXPECT_EQ(sides(Applicant::city), "100");
    EXPECT_EQ(sides(Applicant::contractor), "010");
}

TEST(GateTerms, EveryContradictionIsNamedAtItsPlace)
{
    struct Case {
        const char* from;
        const char* to;
        const char* message; // after the file and line
    };
    const Case cases[] = {
        {"  - id: check_procedure\n", "  - id: procedure\n", "approvals[1].id: the id \"procedure\" stands twice"},
        {"  - id: save_data\n", "  - id: install_software\n", "acts[1].id: the id \"install_software\" stands twice"},
        {"acts: [move_terminal]", "acts: [move_desk]",
            "work_types[8].acts[0]: there is no act \"move_desk\" in this profile"},
        {"approval: operation_support", "approval: operation_suport",
            "work_types[9].approval: there is no approval \"operation_suport\" in this profile"},
        {"approval: entry_annex", "approval: copy",
            "entry_permits[0].approval: the approval \"copy\" has another effect than entry"},
        {"approval: overtime_city", "approval: overtime",
            "overtime[0].approval: there is no approval \"overtime\" in this profile"},
        {"effect: schedule\n", "effect: method\n", "work.schedule: approvals has no kind with the effect schedule"},
        {"effect: vendor\n", "effect: method\n",
            "work.vendors_told_before: approvals has no kind with the effect vendor"},
        {"effect: answer\n", "effect: method\n",
            "questions.answer_approved: approvals has no kind with the effect answer"},
        {"nature: instruct\n    decider: city", "nature: instruct\n    decider: contractor",
            "approvals[4].decider: instruct cannot be decided by contractor"},
        {"nature: approve\n    decider: city\n    applicant: contractor",
            "nature: approve\n    decider: city\n    applicant: city",
            "approvals[0].applicant: the side that applies is the one that approves"},
        {"applicant: contractor\n    label: {ja: 複数", "applicant: contractors\n    label: {ja: 複数",
            "approvals[2].applicant: expected one of either, city, contractor, found \"contractors\""},
        {"duty: responsible, name:", "duty: data_protection_officer, name:",
            "staff.notices[0].duty: staff.duties has no data_protection_officer"},
        {"kind: appointment, duty: responsible,", "kind: appointment,",
            "staff.notices[0].duty: say in duty whose it is"},
        {"kind: appointment, duty: responsible,", "kind: roster_change, duty: responsible,",
            "staff.notices[0].duty: roster_change has no duty"},
        {"effect: vendor\n", "effect: vendors\n",
            "approvals[19].effect: expected one of procedure, schedule, overtime, entry, entry_room, act, bundling, "
            "vendor, "
            "change, document, person, oral, work, method, equipment, answer, found \"vendors\""},
        {"answer_within: {open_days: 3}", "answer_within: {open_days: 0}",
            "questions.answer_within: write one or more open_days or calendar_days"},
        {"papers_within: {open_days: 5}", "papers_within: {nth_open_day: 5}",
            "emergency.papers_within: write one or more open_days or calendar_days"},
        {"first_report_within: {calendar_days: 0}", "first_report_within: {calendar_days: -1}",
            "security_incidents.first_report_within: write service_minutes, open_days or calendar_days, none below 0"},
        {"notice_days: 1\n  notice_kind: calendar_days", "notice_days: 1\n  notice_kind: end_of_month",
            "staff.notice_kind: write open_days or calendar_days"},
        {"notice_days: 1", "notice_days: 32", "staff.notice_days: expected 0 to 31, found \"32\""},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.to);
        ProfileFiles files = test::profile_files(r7);
        std::string& yaml = files.at("contract.yaml");
        ASSERT_NE(yaml.find(c.from), std::string::npos);
        yaml.replace(yaml.find(c.from), std::string(c.from).size(), c.to);
        const auto profile = read_profile(files);
        ASSERT_FALSE(profile);
        const auto named = std::ranges::find_if(profile.error().fields,
            [&](const FieldError& each) { return each.text.en.ends_with(std::string(": ") + c.message); });
        EXPECT_NE(named, profile.error().fields.end()) << profile.error().fields.at(0).text.en;
    }
}

}
}
