#include "features/attachment/attachment_store.hpp"
#include "features/procedure/job_fixture_test.hpp"
#include "features/procedure/work_record_doc.hpp"
#include "formats/xlsx_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::procedure {
namespace {

using namespace test_jobs;

class StepRecordStore : public Jobs { };
HOSHUBAN_ON_BOTH_DATABASES(StepRecordStore);

TEST_P(StepRecordStore, IsRecordedStepByStepAndCorrectedWithAReason)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    set_status("w1", work_request::Status::in_progress);
    EXPECT_EQ(record(1, std::nullopt, StepResult::done, "s1"), "procedure/not_followed") << "not approved yet";
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    EXPECT_EQ(record(1, std::nullopt, StepResult::done, "s1"), "");
    EXPECT_EQ(record(2, device, StepResult::failed, "s2"), "");
    EXPECT_EQ(record(2, device, StepResult::done, "s3"), "procedure/recorded_already");
    EXPECT_EQ(record(2, device, StepResult::done, "s3", "s2", "取り違えた"), "");
    const auto open = [&] {
        return database().read(
            [&](db::Reader& reader) { return completeness(reader, profile, request(reader, "w1")); });
    };
    EXPECT_EQ(open().open, (std::vector<OpenStep>{{{"v1"}, 3, device, Open::unchecked}}));
    EXPECT_EQ(record(3, device, StepResult::done, "s4"), "");
    EXPECT_TRUE(open().complete());
    EXPECT_EQ(events({"step_record", "s3"}), Texts{"step_record.corrected"});

    const VersionUse use = database().read([&](db::Reader& reader) {
        return use_of(
            reader, *get(reader, contract_id, ProcedureId{"p1"}), *get(reader, contract_id, ProcedureVersionId{"v1"}));
    });
    EXPECT_TRUE(use.worked_by);
}

TEST_P(StepRecordStore, CountsThePhotosOfItsRecords)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    set_status("w1", work_request::Status::in_progress);
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    EXPECT_EQ(record(1, std::nullopt, StepResult::done, "s1"), "");
    const auto bytes = db::pack_blob("\xff\xd8\xff");
    const attachment::Attachment photo{{"f1"}, "画面.jpg", "image/jpeg", 3, bytes.sha256, now, contractor.name};
    database().write([&](db::Tx& tx) { attachment::add(tx, contract_id, {"step_record", "s1"}, photo, bytes); });
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(records_of(reader, contract_id, {"w1"}).at(0).photos, 1);
        const auto photos = photos_of(reader, contract_id, {"w1"});
        ASSERT_EQ(photos.size(), 1U);
        EXPECT_EQ(photos[0].record, StepRecordId{"s1"});
    });
}

// PRC-08: the papers of a job as one file.
TEST_P(StepRecordStore, LeavesAsAWorkRecord)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    set_status("w1", work_request::Status::in_progress);
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    EXPECT_EQ(record(2, device, StepResult::failed, "s1"), "");
    EXPECT_EQ(record(2, device, StepResult::done, "s2", "s1", "取り違えた"), "");
    const auto made = database().read([&](db::Reader& reader) {
        WorkRecord record;
        const auto row = request(reader, "w1");
        record.records = records_of(reader, contract_id, row.id);
        record.job = job_of(reader, profile, row, record.records);
        record.procedures = followed_by(reader, contract_id, row.id);
        record.approvals = approval::of_request(reader, contract_id, row.id);
        EXPECT_EQ(work_record_name(record, day("2025-10-06")), "作業記録_" + row.number + "_2025-10-06.xlsx");
        return work_record_xlsx(profile, record, now);
    });
    ASSERT_TRUE(made) << made.error().text.en;
    auto book = xlsx::Workbook::open(*made);
    ASSERT_TRUE(book);
    const auto sheet = book->read(book->sheets().front());
    ASSERT_TRUE(sheet);
    Texts rows;
    for (const xlsx::Row& row : sheet->rows) {
        std::string text;
        for (const xlsx::Cell& cell : row.cells)
            text += (text.empty() ? "" : "|") + cell.text;
        rows.push_back(text);
    }
    ASSERT_EQ(rows.size(), 7U);
    const std::string number = contract::find_device(profile, device)->number;
    EXPECT_TRUE(rows[3].starts_with(
        "手順書|T25-p1|T25-p1 設定変更手順書 第1版|" + number + "|承認|架空 一郎|2025-10-06 10:00|"))
        << rows[3];
    EXPECT_TRUE(rows[4].starts_with("承認|")) << rows[4];
    EXPECT_EQ(rows[5], "訂正前|手順2|変更する|" + number + "|×|架空 一郎|2025-10-06 10:00|様子");
    EXPECT_EQ(rows[6], "実施|手順2|変更する|" + number + "|○|架空 一郎|2025-10-06 10:00|訂正の理由：取り違えた");
}

}
}
