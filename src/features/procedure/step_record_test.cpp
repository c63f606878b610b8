#include "features/procedure/step_record.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::procedure {
namespace {

using test::at;

class Steps : public ::testing::Test {
protected:
    Steps()
    {
        job.request.status = work_request::Status::in_progress;
        job.devices = {{"d1"}, {"d2"}};
        job.operation_check = true;
        job.followed.push_back(
            {.procedure = {.id = {"p"}, .contract_id = {"c"}, .number = "T26-001", .title = "更新手順書"},
                .version = {.id = {"v"}, .contract_id = {"c"}, .procedure_id = {"p"}, .sequence = 2},
                .job = {.request = {"r"}, .version = {"v"}, .state = JobState::granted},
                .steps = {{1, "控えを取る", false, false, false}, {2, "適用する", true, false, false},
                    {3, "動作を確かめる", true, true, true}}});
    }

    StepRecord record(int step, const char* device, StepResult result = StepResult::done, std::string note = {})
    {
        StepRecord made{.id = {"s" + std::to_string(records.size())},
            .request = {"r"},
            .version = {"v"},
            .step = step,
            .result = result,
            .note = std::move(note),
            .done_by = "試作 次郎",
            .done_at = at("2026-05-11 10:00"),
            .recorded_by = {"w"},
            .recorded_by_name = "試作 次郎",
            .recorded_at = at("2026-05-11 10:01")};
        if (*device)
            made.device = DeviceId{device};
        return made;
    }
    std::string code(const StepRecord& made)
    {
        const auto checked = check_record(job, made, records);
        return checked ? "" : checked.error().code;
    }
    // "step device why" of what is open.
    std::vector<std::string> open()
    {
        std::vector<std::string> found;
        for (const OpenStep& each : completeness(job, records).open)
            found.push_back(std::to_string(each.step) + " " + (each.device ? each.device->text : "-") + " " +
                std::string{name_of(each.why)});
        return found;
    }

    Job job;
    std::vector<StepRecord> records;
};

using Texts = std::vector<std::string>;

TEST_F(Steps, AreRecordedOnlyAsTheProcedureHasThem)
{
    EXPECT_EQ(code(record(1, "")), "");
    EXPECT_EQ(code(record(2, "d1")), "");
    EXPECT_EQ(code(record(4, "d1")), "procedure/unknown_step");
    EXPECT_EQ(code(record(1, "d1")), "procedure/no_device");
    EXPECT_EQ(code(record(2, "")), "procedure/device_of_job");
    EXPECT_EQ(code(record(2, "d9")), "procedure/device_of_job");
    EXPECT_EQ(code(record(2, "d1", StepResult::failed)), "procedure/note_missing");
    EXPECT_EQ(code(record(2, "d1", StepResult::failed, "起動しない")), "");
    EXPECT_EQ(code(record(2, "d1", StepResult::not_applicable, "対象の版がない")), "");
    EXPECT_EQ(code(record(3, "d1", StepResult::not_applicable, "省く")), "procedure/check_not_applicable");
    StepRecord early = record(2, "d1");
    early.done_at = at("2026-05-11 10:30");
    EXPECT_EQ(code(early), "procedure/in_the_future");
    job.begun = at("2026-05-11 09:30");
    early.done_at = at("2026-05-11 09:29");
    EXPECT_EQ(code(early), "procedure/before_the_start");
    early.done_at = *job.begun;
    EXPECT_EQ(code(early), "");
    StepRecord other = record(2, "d1");
    other.version = {"v0"};
    EXPECT_EQ(code(other), "procedure/not_followed");
}

TEST_F(Steps, AreRecordedOnlyInAJobInProgressByAnApprovedVersion)
{
    for (const auto state : {JobState::asked, JobState::returned, JobState::withdrawn, JobState::voided}) {
        job.followed[0].job.state = state;
        EXPECT_EQ(code(record(1, "")), "procedure/not_approved") << name_of(state);
    }
    job.followed[0].job.state = JobState::cited;
    EXPECT_EQ(code(record(1, "")), "");
    for (const auto status :
        {work_request::Status::requested, work_request::Status::confirming, work_request::Status::done}) {
        job.request.status = status;
        EXPECT_EQ(code(record(1, "")), "procedure/not_in_progress") << name_of(status);
    }
}

TEST_F(Steps, AreNeverChangedButCorrectedWithAReason)
{
    records.push_back(record(2, "d1", StepResult::failed, "起動しない"));
    EXPECT_EQ(code(record(2, "d1")), "procedure/recorded_already");
    StepRecord correction = record(2, "d1");
    correction.replaces = records[0].id;
    EXPECT_EQ(code(correction), "procedure/reason_missing");
    correction.reason = "別の機器と取り違えた";
    EXPECT_EQ(code(correction), "");
    records.push_back(correction);
    StepRecord late = record(2, "d1", StepResult::reservation, "遅い");
    late.replaces = records[0].id;
    late.reason = "見直した";
    EXPECT_EQ(code(late), "procedure/corrected_already") << "somebody else was first";
    late.replaces = correction.id;
    EXPECT_EQ(code(late), "");
    late.device = DeviceId{"d2"};
    EXPECT_EQ(code(late), "procedure/corrected_already") << "a record of another device";
    EXPECT_EQ(in_force(records).size(), 1U);
}

// PRC-06: a device is not done without its operation check.
TEST_F(Steps, LeaveADeviceOpenUntilItsCheckPassed)
{
    EXPECT_EQ(
        open(), (Texts{"1 - unrecorded", "2 d1 unrecorded", "2 d2 unrecorded", "3 d1 unchecked", "3 d2 unchecked"}));
    records = {record(1, "")};
    records.push_back(record(2, "d1"));
    EXPECT_EQ(open(), (Texts{"2 d2 unrecorded", "3 d1 unchecked", "3 d2 unchecked"}));
    records.push_back(record(3, "d1", StepResult::failed, "画面が出ない"));
    EXPECT_EQ(open(), (Texts{"2 d2 unrecorded", "3 d1 unchecked", "3 d2 unchecked"}));
    StepRecord again = record(3, "d1");
    again.replaces = records.back().id;
    again.reason = "再起動のあと確かめた";
    records.push_back(again);
    EXPECT_EQ(open(), (Texts{"2 d2 unrecorded", "3 d1 unphotographed", "3 d2 unchecked"}));
    records[2].photos = 1;
    EXPECT_EQ(open(), (Texts{"2 d2 unrecorded", "3 d2 unchecked"})) << "a photo of the first try counts";
    EXPECT_EQ(completeness(job, records).devices_done, 1);
    records.push_back(record(2, "d2", StepResult::reservation, "遅い"));
    records.push_back(record(3, "d2", StepResult::reservation, "印刷が遅い"));
    records.back().photos = 1;
    EXPECT_TRUE(completeness(job, records).complete());
    EXPECT_EQ(completeness(job, records).devices_done, 2);
}

TEST_F(Steps, IncludeTheCheckThatTheContractAsksFor)
{
    job.followed[0].steps.pop_back();
    EXPECT_EQ(steps_to_record(job, job.followed[0]).back().number, implied_check);
    EXPECT_EQ(code(record(implied_check, "d1")), "");
    EXPECT_EQ(open().back(), "0 d2 unchecked");
    job.operation_check = false;
    EXPECT_EQ(code(record(implied_check, "d1")), "procedure/unknown_step");
    EXPECT_EQ(open().back(), "2 d2 unrecorded");
}

TEST_F(Steps, OfAVersionThatIsReplacedAreNotWaitedFor)
{
    records.push_back(record(1, ""));
    Followed newer = job.followed[0];
    job.followed[0].job.state = JobState::voided;
    EXPECT_EQ(open().size(), 4U) << "nothing takes its place yet";
    newer.version.id = {"v3"};
    newer.job.version = {"v3"};
    newer.steps = {{1, "控えを取る", false, false, false}, {2, "動作を確かめる", false, true, false}};
    job.followed.push_back(newer);
    EXPECT_EQ(open(), (Texts{"1 - unrecorded", "2 - unchecked"}));
    job.followed.back().procedure.id = job.followed.back().version.procedure_id = {"other"};
    EXPECT_EQ(open().size(), 6U) << "another procedure replaces nothing";
}

TEST_F(Steps, KeepTheContractorFromSigning)
{
    const auto told = [&] {
        const auto checked = check_complete(job, records);
        Texts lines;
        if (checked)
            return lines;
        EXPECT_EQ(checked.error().code, "procedure/steps_open");
        lines.push_back(checked.error().text.ja);
        for (const FieldError& each : checked.error().fields)
            lines.push_back(each.path + " " + each.text.ja);
        return lines;
    };
    EXPECT_EQ(told(),
        (Texts{"終わっていない手順が5件あるため、確認できません。手順の記録で済ませるか、行わない手順は「－」と理由を"
               "備考に記録してください。",
            "step.1 T26-001 更新手順書 第2版 手順1「控えを取る」: 記録がありません。",
            "step.2 T26-001 更新手順書 第2版 手順2「適用する」（d1、d2）: 記録がありません。",
            "step.3 T26-001 更新手順書 第2版 手順3「動作を確かめる」（d1、d2）: 動作確認の合格の記録がありません。"}));
    records = {record(1, "", StepResult::not_applicable, "控えは前日に取得済み"),
        record(2, "d1", StepResult::failed, "起動しない"), record(2, "d2"), record(3, "d1"), record(3, "d2")};
    records[4].photos = 1;
    EXPECT_EQ(told(),
        (Texts{"終わっていない手順が2件あるため、確認できません。手順の記録で済ませるか、行わない手順は「－」と理由を"
               "備考に記録してください。",
            "step.2 T26-001 更新手順書 第2版 手順2「適用する」（d1）: ×のままです。やり直して訂正するか、残す理由を"
            "備考に書いて△に訂正してください。",
            "step.3 T26-001 更新手順書 第2版 手順3「動作を確かめる」（d1）: 写真がありません。"}));
    for (int i = 3; i <= 9; ++i)
        job.devices.push_back({"d" + std::to_string(i)});
    EXPECT_EQ(told().at(2),
        "step.2 T26-001 更新手順書 第2版 手順2「適用する」（d3、d4、d5、d6、d7ほか2台）: 記録がありません。");
    job.followed.clear();
    EXPECT_EQ(told(), Texts{}) << "a job without a procedure";
}

TEST_F(Steps, TellTheResultWhatWasDoneWhenAndByWhom)
{
    records = {record(1, ""), record(2, "d1")};
    records[0].done_at = at("2026-05-12 09:00");
    records[1].id = {"s1"};
    records[1].done_by = "例 四郎";
    const Execution done = execution(job.followed, records);
    EXPECT_EQ(done.procedures, "T26-001 更新手順書 第2版");
    EXPECT_EQ(to_text(*done.first), "2026-05-11");
    EXPECT_EQ(to_text(*done.last), "2026-05-12");
    EXPECT_EQ(done.people, (Texts{"例 四郎", "試作 次郎"}));
    EXPECT_FALSE(execution(job.followed, {}).first);
}

}
}
