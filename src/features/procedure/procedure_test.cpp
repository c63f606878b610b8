#include "features/procedure/procedure.hpp"

#include "features/contract/profile_fixtures_test.hpp"
#include "features/procedure/job.hpp"
#include "features/procedure/photo.hpp"

#include <gtest/gtest.h>

namespace hoshuban::procedure {
namespace {

constexpr const char* approved_contract = "sapporo-r7-juki-cs";
constexpr const char* city_manuals = "sapporo-r5-core-terminals";
constexpr const char* operator_contract = "other-city-r6-terminals";

std::string code_of(const Result<void>& result)
{
    return result ? "" : result.error().code;
}

TEST(Procedure, VersionsChangeOnlyWhileNothingHangsOnThem)
{
    struct Case {
        const char* story;
        Kind kind;
        VersionUse use;
        const char* code;
    };
    const Case cases[] = {
        {"a new one", Kind::own, {}, ""},
        {"handed in or approved: changing it voids that", Kind::own, {.cited = true}, ""},
        {"an old one", Kind::own, {.newest = false}, "procedure/old_version"},
        {"of a retired procedure", Kind::own, {.retired = true}, "procedure/retired"},
        {"work was recorded by it", Kind::own, {.worked_by = true, .cited = true}, "procedure/worked_by"},
        {"a manual nobody cites", Kind::city_manual, {}, ""},
        {"a manual that a job cites", Kind::operator_manual, {.cited = true}, "procedure/cited"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(code_of(check_changeable(c.kind, c.use)), c.code) << c.story;
}

TEST(Procedure, IsCitedWithNumberTitleAndEdition)
{
    const Procedure procedure{.id = {"p"}, .contract_id = {"c"}, .number = "T26-001", .title = "設定変更手順書"};
    Version version{.id = {"v"}, .contract_id = {"c"}, .procedure_id = {"p"}, .sequence = 2};
    EXPECT_EQ(citation(procedure, version), "T26-001 設定変更手順書 第2版");
    version.edition = "Ver. 3.1";
    EXPECT_EQ(citation(procedure, version), "T26-001 設定変更手順書 Ver. 3.1");
}

TEST(Procedure, NumbersItsStepsAndRefusesEmptyOnes)
{
    const auto steps = numbered_steps({{9, "一"}, {9, "二"}});
    ASSERT_TRUE(steps);
    EXPECT_EQ((*steps)[1].number, 2);
    EXPECT_EQ(numbered_steps({{1, "一"}, {2, " \n"}}).error().fields.at(0).path, "steps[1].text");
    EXPECT_EQ(numbered_steps({{1, std::string(1001, 'x')}}).error().code, "procedure/long_step");
    EXPECT_EQ(numbered_steps(std::vector<Step>(301, Step{1, "x"})).error().code, "procedure/too_many_steps");
}

TEST(Procedure, KnowsOnlyTheClassesOfItsContract)
{
    EXPECT_EQ(code_of(check_device_classes({"cs"}, {"cs", "pc"})), "");
    EXPECT_EQ(code_of(check_device_classes({"cs", "cs"}, {"cs", "pc"})), "procedure/device_class");
    EXPECT_EQ(code_of(check_device_classes({"tv"}, {"cs", "pc"})), "procedure/device_class");
}

TEST(Photo, IsKnownByItsContentNotByItsName)
{
    const std::string jpeg = "\xff\xd8\xff\xe0 rest";
    const std::string png = "\x89PNG\r\n\x1a\n rest";
    const std::string webp = "RIFF\x10\x20\x30\x40WEBPVP8 ";
    EXPECT_EQ(code_of(check_photo(jpeg, "image/jpeg")), "");
    EXPECT_EQ(code_of(check_photo(png, "image/png")), "");
    EXPECT_EQ(code_of(check_photo(webp, "image/webp")), "");
    EXPECT_EQ(code_of(check_photo(jpeg, "image/png")), "procedure/image_name");
    EXPECT_EQ(code_of(check_photo("MZ\x90 program", "image/png")), "procedure/not_an_image");
    EXPECT_EQ(code_of(check_photo("<svg onload='x'/>", "image/png")), "procedure/not_an_image");
    EXPECT_EQ(code_of(check_photo("", "image/png")), "procedure/not_an_image");
}

TEST(Approval, IsNeededAsTheContractSays)
{
    struct Case {
        const char *contract, *work_type;
        Kind kind;
        const char* approval;
    };
    const Case cases[] = {
        {approved_contract, "settings_change_city", Kind::own, "procedure"},
        {approved_contract, "annual_check", Kind::own, "check_procedure"},
        {approved_contract, "annual_check", Kind::operator_manual, ""},
        {approved_contract, "settings_change_city", Kind::city_manual, ""},
        {"sapporo-r3-mynumber-centre", "", Kind::own, "procedure"},
        {city_manuals, "", Kind::city_manual, ""},
        {operator_contract, "", Kind::operator_manual, ""},
        {operator_contract, "", Kind::own, ""},
    };
    for (const Case& c : cases) {
        const auto* kind = approval_needed(test::profile(c.contract), c.kind, {c.work_type});
        EXPECT_EQ(kind ? kind->id : "", c.approval) << c.contract << " " << c.work_type << " " << name_of(c.kind);
    }
}

TEST(Submission, NamesTheActsThatTheWorkPerforms)
{
    const auto& profile = test::profile(approved_contract);
    EXPECT_EQ(usual_acts(profile, {"settings_change_city"}), std::vector<std::string>{});
    const auto acts = usual_acts(profile, {"installation", "os_security_update"});
    EXPECT_EQ(acts.size(), 3U);
    for (const std::string& act : acts)
        EXPECT_TRUE(contract::find_act(profile, act)) << act;
}

class Handing : public ::testing::Test {
protected:
    Handing()
    {
        request.id = {"r"};
        request.contract_id = profile.id;
    }

    const contract::Profile& profile = test::profile(approved_contract);
    work_request::WorkRequest request;
    Procedure procedure{.id = {"p"}, .contract_id = profile.id, .number = "T26-001", .title = "手順書", .newest = 2};
    Version version{.id = {"v"}, .contract_id = profile.id, .procedure_id = {"p"}, .sequence = 2};
    Content content{.files = {{"a.docx", "1"}}, .steps = {}, .acts = {}, .devices = {}};

    std::string code() { return code_of(check_submission(profile, request, procedure, version, content)); }
    Followed followed(JobState state)
    {
        return {.procedure = procedure,
            .version = version,
            .job = {.request = request.id, .version = version.id, .state = state}};
    }
    std::string missing(const contract::Profile& of, const std::vector<Followed>& all, bool manual = false)
    {
        return std::string{name_of(judge(of, request, all, manual).missing)};
    }
};

TEST_F(Handing, IsRefusedWithWhatToDo)
{
    EXPECT_EQ(code(), "");
    version.sequence = 1;
    EXPECT_EQ(code(), "procedure/old_version");
    version.sequence = 2;
    procedure.retired_at = Instant{};
    EXPECT_EQ(code(), "procedure/retired");
    procedure.retired_at = std::nullopt;
    content.files.clear();
    EXPECT_EQ(code(), "procedure/empty");
    content.steps = {{1, "確認する", true, true, false}};
    EXPECT_EQ(code(), "procedure/devices_missing");
    content.devices = {profile.devices.at(0).id};
    EXPECT_EQ(code(), "");
    content.devices.push_back({"nowhere"});
    EXPECT_EQ(code(), "procedure/unknown_device");
    content.devices = {profile.devices.at(0).id, profile.devices.at(0).id};
    EXPECT_EQ(code(), "procedure/named_twice");
    content.devices.pop_back();
    content.acts = {"dance"};
    EXPECT_EQ(code(), "procedure/unknown_act");
    content.acts = {profile.acts.at(0).id};
    EXPECT_EQ(code(), "");
    request.status = work_request::Status::confirming;
    EXPECT_EQ(code(), "procedure/job_over");
}

TEST_F(Handing, OpensTheGateOnceApproved)
{
    struct Case {
        JobState state;
        const char* missing;
        Side opener;
    };
    const Case cases[] = {
        {JobState::granted, "nothing", Side::contractor},
        {JobState::asked, "undecided", Side::city},
        {JobState::returned, "returned", Side::contractor},
        {JobState::withdrawn, "returned", Side::contractor},
        {JobState::voided, "voided", Side::contractor},
    };
    for (const Case& c : cases) {
        const Readiness found = judge(profile, request, {followed(c.state)}, false);
        EXPECT_EQ(name_of(found.missing), c.missing);
        EXPECT_EQ(found.opener, c.opener) << c.missing;
        EXPECT_EQ(found.ready(), found.text.ja.empty()) << c.missing;
    }
    EXPECT_EQ(missing(profile, {}), "none_followed");
}

TEST_F(Handing, FollowsTheLaterVersionOfAProcedure)
{
    Followed old = followed(JobState::voided);
    old.version.sequence = 1;
    EXPECT_EQ(missing(profile, {old, followed(JobState::asked)}), "undecided");
    EXPECT_EQ(missing(profile, {old, followed(JobState::granted)}), "nothing");
    EXPECT_EQ(missing(profile, {old}), "voided");
}

TEST_F(Handing, OfAManualDoesNotReplaceAnApproval)
{
    procedure.kind = Kind::operator_manual;
    EXPECT_EQ(missing(profile, {followed(JobState::cited)}), "none_followed");
    EXPECT_EQ(missing(test::profile(operator_contract), {followed(JobState::cited)}), "nothing");
    version.sequence = 1;
    EXPECT_EQ(missing(test::profile(operator_contract), {followed(JobState::cited)}), "outdated");
}

TEST_F(Handing, IsAskedForWhereTheCitysManualsGovernTheDevice)
{
    const auto& manuals = test::profile(city_manuals);
    EXPECT_FALSE(judge(manuals, request, {}, false).needed);
    EXPECT_EQ(missing(manuals, {}, false), "nothing");
    EXPECT_EQ(missing(manuals, {}, true), "none_followed");
    procedure.kind = Kind::city_manual;
    EXPECT_EQ(missing(manuals, {followed(JobState::cited)}, true), "nothing");
}

TEST_F(Handing, IsNotAskedForWorkThatTouchesNoEquipment)
{
    request.work_types = {"fault_analysis"};
    EXPECT_FALSE(judge(profile, request, {}, false).needed);
    request.work_types = {"fault_analysis", "installation"};
    EXPECT_TRUE(judge(profile, request, {}, false).needed);
}

}
}
