#include "core/calendar_fixtures_test.hpp"
#include "features/approval/approval_store.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/procedure/step_record_store.hpp"
#include "features/procedure/work_record_doc.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "formats/xlsx_reader.hpp"
#include "platform/crypto.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::procedure {
namespace {

using test::at;
using test::day;
using Texts = std::vector<std::string>;

const ContractId contract_id{"sapporo-r7-juki-cs"};

Actor person(const char* id, const char* name, Role role)
{
    const Membership held{contract_id, role, day("2025-04-01"), std::nullopt};
    return {.person = {id}, .name = name, .memberships = {held}};
}

template <class T>
std::string code_of(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

class ProcedureStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        database().write([&](db::Tx& tx) {
            contract::load(tx, profile, test::profile_files(contract_id.text),
                audit::entry(cause(city), contract_id, "contract.loaded", {"contract", contract_id.text}));
        });
        open("w1");
        open("w2");
        add_procedure("p1", Kind::own);
        add_version("p1", "v1", 1);
    }

    audit::Cause cause(const Actor& actor) { return {actor, now}; }

    void open(const char* id)
    {
        const work_request::Opening opening{.title = "設定の変更",
            .body = "",
            .entered_on = day("2025-10-01"),
            .wish_on = day("2025-11-01"),
            .city_person = "",
            .division = "",
            .division_person = "",
            .contractor = "",
            .contractor_person = "",
            .work_types = {"settings_change_city"},
            .site = {},
            .device = {},
            .agreement = ""};
        ASSERT_TRUE(
            database().write([&](db::Tx& tx) { return work_request::open_request(tx, profile, opening, {id}, now); }));
    }
    work_request::WorkRequest request(const char* id)
    {
        return *database().read(
            [&](db::Reader& reader) { return work_request::find(reader, work_request::whole(contract_id), {id}); });
    }
    void set_status(const char* id, work_request::Status status)
    {
        auto changed = request(id);
        changed.status = status;
        ASSERT_TRUE(database().write([&](db::Tx& tx) { return work_request::update(tx, changed, now); }));
    }

    void add_procedure(const char* id, Kind kind)
    {
        const Procedure procedure{.id = {id},
            .contract_id = contract_id,
            .number = fmt::format("T25-{}", id),
            .kind = kind,
            .title = "設定変更手順書",
            .device_classes = {profile.device_classes.front().id}};
        database().write([&](db::Tx& tx) { insert(tx, procedure, now); });
    }
    void add_version(const char* procedure, const char* id, int sequence)
    {
        database().write([&](db::Tx& tx) {
            auto row = *get(tx, contract_id, ProcedureId{procedure});
            if (sequence > 1) {
                row.newest = sequence;
                EXPECT_TRUE(update(tx, row, now));
            }
            insert(tx,
                Version{.id = {id},
                    .contract_id = contract_id,
                    .procedure_id = {procedure},
                    .sequence = sequence,
                    .created_by = "架空 一郎",
                    .created_at = now});
        });
        write_steps(id,
            {{1, "控えを取る", false, false, false}, {2, "変更する", true, false, false},
                {3, "動作を確かめる", true, true, false}});
    }
    void write_steps(const char* version, const std::vector<Step>& steps)
    {
        database().write([&](db::Tx& tx) { replace_steps(tx, contract_id, {version}, steps); });
    }

    Result<JobProcedure> hand_in(const char* job, const char* version, const char* approval)
    {
        return database().write([&](db::Tx& tx) {
            return submit(tx, profile, test::office(), cause(contractor), request(tx, job), {version},
                {.acts = {profile.acts.front().id}, .devices = {device}}, {approval}, "");
        });
    }
    static work_request::WorkRequest request(db::Reader& reader, const char* id)
    {
        return *work_request::find(reader, work_request::whole(contract_id), {id});
    }
    // The city decides on what it saw, as the inbox does: the decision and this room's answer in one transaction.
    std::string decide(const char* approval, approval::Verdict verdict, const char* opinion = "")
    {
        return code_of(database().write([&](db::Tx& tx) -> Result<void> {
            const auto asked = *approval::find(tx, contract_id, {approval});
            TRY_ASSIGN(const auto settled,
                approval::decide(tx, profile, test::office(), cause(city), asked,
                    {verdict, asked.asked.content_sha256, opinion, ""}));
            return take_decision(tx, cause(city), settled);
        }));
    }
    int void_version(const char* version)
    {
        return database().write([&](db::Tx& tx) {
            return void_approvals(tx, cause(contractor), contract_id, {version}, "内容を変えたため", now);
        });
    }
    std::string missing(const char* job)
    {
        return database().read([&](db::Reader& reader) {
            return std::string{name_of(readiness(reader, profile, contract_id, {job}).missing)};
        });
    }
    std::string state(const char* approval)
    {
        return database().read([&](db::Reader& reader) {
            return std::string{name_of(approval::find(reader, contract_id, {approval})->state)};
        });
    }
    std::string record(int step, const std::optional<DeviceId>& on, StepResult result, const char* id,
        const char* replaces = "", const char* reason = "")
    {
        return code_of(database().write([&](db::Tx& tx) -> Result<void> {
            const auto row = request(tx, "w1");
            const auto records = records_of(tx, contract_id, row.id);
            const Job job = job_of(tx, profile, row, records);
            StepRecord made{.id = {id}, .request = row.id, .version = {"v1"}, .step = step, .device = on};
            made.result = result;
            made.note = result == StepResult::done ? "" : "様子";
            made.done_by = made.recorded_by_name = contractor.name;
            made.done_at = made.recorded_at = now;
            made.recorded_by = contractor.person;
            if (*replaces)
                made.replaces = StepRecordId{replaces};
            made.reason = reason;
            TRY(check_record(job, made, records));
            insert(tx, cause(contractor), job, made);
            return {};
        }));
    }
    Texts events(const audit::Subject& subject)
    {
        Texts kinds;
        database().read([&](db::Reader& reader) {
            for (const auto& event : audit::events_of(reader, contract_id, subject, 20))
                kinds.insert(kinds.begin(), event.entry.kind);
        });
        return kinds;
    }

    const contract::Profile& profile = test::profile(contract_id.text);
    const DeviceId device = profile.devices.front().id;
    const Actor city = person("c", "見本 太郎", Role::city_section);
    const Actor contractor = person("k", "架空 一郎", Role::responsible);
    const Instant now = at("2025-10-06 10:00");
};
HOSHUBAN_ON_BOTH_DATABASES(ProcedureStore);

TEST_P(ProcedureStore, OpensAJobOnceTheCityApprovedExactlyWhatWasHandedIn)
{
    EXPECT_EQ(missing("w1"), "none_followed");
    const auto handed = hand_in("w1", "v1", "a1");
    ASSERT_TRUE(handed) << handed.error().text.en;
    EXPECT_EQ(handed->state, JobState::asked);
    EXPECT_EQ(missing("w1"), "undecided");
    EXPECT_EQ(code_of(hand_in("w1", "v1", "a2")), "procedure/waits_already");

    const auto asked =
        database().read([&](db::Reader& reader) { return *approval::find(reader, contract_id, {"a1"}); });
    EXPECT_EQ(asked.asked.kind, "procedure");
    EXPECT_EQ(asked.asked.subject.kind, "procedure_version");
    EXPECT_EQ(asked.asked.acts, Texts{profile.acts.front().id});
    const Content exact = database().read([&](db::Reader& reader) {
        Content content = content_of(reader, contract_id, {"v1"});
        content.acts = asked.asked.acts;
        content.devices = asked.asked.devices;
        return content;
    });
    EXPECT_EQ(asked.asked.content_sha256, crypto::sha256_hex(canonical(exact)));

    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    EXPECT_EQ(missing("w1"), "nothing");
    EXPECT_EQ(missing("w2"), "none_followed") << "an approval is for one job";
    const auto granted =
        database().read([&](db::Reader& reader) { return granted_contents(reader, contract_id, {"p1"}); });
    ASSERT_TRUE(granted);
    ASSERT_EQ(granted->size(), 1U);
    EXPECT_EQ(canonical(granted->front().content), canonical(exact));
    EXPECT_EQ(events({"procedure", "p1"}), Texts{"procedure.submitted"});
}

TEST_P(ProcedureStore, IsReturnedWithAReasonAndHandedInAgain)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    EXPECT_EQ(decide("a1", approval::Verdict::refuse, "手順3を直してください。"), "");
    EXPECT_EQ(missing("w1"), "returned");
    const auto followed = database().read([&](db::Reader& reader) { return followed_by(reader, contract_id, {"w1"}); });
    ASSERT_EQ(followed.size(), 1U);
    EXPECT_EQ(followed[0].job.reason, "手順3を直してください。");
    EXPECT_EQ(followed[0].steps.size(), 3U);
    ASSERT_TRUE(hand_in("w1", "v1", "a2"));
    EXPECT_EQ(missing("w1"), "undecided");
}

TEST_P(ProcedureStore, LosesItsApprovalsWhenItChanges)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    ASSERT_TRUE(hand_in("w2", "v1", "a2"));
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    write_steps("v1", {{1, "変えた手順", true, true, false}});
    EXPECT_EQ(void_version("v1"), 2);
    EXPECT_EQ(missing("w1"), "voided");
    EXPECT_EQ(missing("w2"), "voided");
    EXPECT_EQ(state("a1"), "voided");
    EXPECT_EQ(void_version("v1"), 0);
    // What was approved can still be told, although the version says something else now.
    const auto granted =
        database().read([&](db::Reader& reader) { return granted_contents(reader, contract_id, {"p1"}); });
    EXPECT_EQ(granted->front().content.steps.at(0).text, "控えを取る");
}

TEST_P(ProcedureStore, KeepsTheApprovalOfAJobThatIsOver)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "");
    set_status("w1", work_request::Status::done);
    EXPECT_EQ(void_version("v1"), 0);
    EXPECT_EQ(state("a1"), "granted");
    const VersionUse use = database().read([&](db::Reader& reader) {
        return use_of(
            reader, *get(reader, contract_id, ProcedureId{"p1"}), *get(reader, contract_id, ProcedureVersionId{"v1"}));
    });
    EXPECT_TRUE(use.worked_by);
}

TEST_P(ProcedureStore, IsNotApprovedOnceThereIsANewerVersion)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    add_version("p1", "v2", 2);
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "procedure/old_version");
    EXPECT_EQ(state("a1"), "asked") << "a refused decision changes nothing";
    EXPECT_EQ(code_of(hand_in("w2", "v1", "a2")), "procedure/old_version");
    EXPECT_EQ(decide("a1", approval::Verdict::refuse, "新しい版を出してください。"), "");
}

TEST_P(ProcedureStore, IsNotApprovedWhenItSaysSomethingElseThanWhatWasHandedIn)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    write_steps("v1", {{1, "ひそかに変えた手順", true, true, false}});
    EXPECT_EQ(decide("a1", approval::Verdict::grant), "procedure/old_version");
    EXPECT_EQ(missing("w1"), "undecided");
}

TEST_P(ProcedureStore, OfSomebodyElseIsCitedWithoutApproval)
{
    add_procedure("m1", Kind::operator_manual);
    add_version("m1", "mv1", 1);
    const auto cited = hand_in("w1", "mv1", "a1");
    ASSERT_TRUE(cited) << cited.error().text.en;
    EXPECT_EQ(cited->state, JobState::cited);
    EXPECT_FALSE(cited->approval);
    EXPECT_EQ(events({"procedure", "m1"}), Texts{"procedure.cited"});
    const auto drop_it = [&] {
        return code_of(
            database().write([&](db::Tx& tx) { return drop(tx, cause(contractor), contract_id, {"w1"}, {"mv1"}); }));
    };
    EXPECT_EQ(drop_it(), "");
    EXPECT_EQ(drop_it(), "procedure/not_followed");
}

TEST_P(ProcedureStore, StaysWithAJobOnceItsApprovalWasAskedFor)
{
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    const auto dropped =
        database().write([&](db::Tx& tx) { return drop(tx, cause(contractor), contract_id, {"w1"}, {"v1"}); });
    EXPECT_EQ(code_of(dropped), "procedure/application_stands");
}

TEST_P(ProcedureStore, IsRecordedStepByStepAndCorrectedWithAReason)
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

TEST_P(ProcedureStore, CountsThePhotosOfItsRecords)
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

TEST_P(ProcedureStore, ListsTheLibraryInOneQuery)
{
    add_procedure("m1", Kind::city_manual);
    add_version("m1", "mv1", 1);
    ASSERT_TRUE(hand_in("w1", "v1", "a1"));
    const auto listed = [&](const ListFilter& filter) {
        return database().read([&](db::Reader& reader) {
            Texts numbers;
            for (const Listed& each : list(reader, contract_id, filter))
                numbers.push_back(fmt::format("{} {}/{}", each.procedure.number, each.granted, each.asked));
            EXPECT_EQ(reader.statements(), 1);
            return numbers;
        });
    };
    EXPECT_EQ(listed({}), (Texts{"T25-m1 0/0", "T25-p1 0/1"}));
    EXPECT_EQ(listed({.kind = Kind::own}), Texts{"T25-p1 0/1"});
    EXPECT_EQ(listed({.words = "ｔ２５－ｐ１"}), Texts{"T25-p1 0/1"});
    EXPECT_EQ(listed({.words = "ない語"}), Texts{});
    EXPECT_EQ(listed({.device_class = "nothing"}), Texts{});
    EXPECT_EQ(listed({.device_class = profile.device_classes.front().id}).size(), 2U);
    EXPECT_EQ(listed({.retired = true}), Texts{});
    EXPECT_EQ(listed({.after = "T25-m1", .limit = 1}), Texts{"T25-p1 0/1"});
    database().read([&](db::Reader& reader) {
        EXPECT_TRUE(has_manual(reader, contract_id, profile.device_classes.front().id));
        EXPECT_FALSE(has_manual(reader, contract_id, "nothing"));
    });
}

TEST_P(ProcedureStore, RefusesWhoWasNotFirst)
{
    database().write([&](db::Tx& tx) {
        auto version = *get(tx, contract_id, ProcedureVersionId{"v1"});
        auto seen_too = version;
        EXPECT_TRUE(touch(tx, version, now));
        EXPECT_EQ(version.version, 2);
        EXPECT_EQ(code_of(touch(tx, seen_too, now)), "procedure/changed");
        EXPECT_EQ(code_of(get_version(tx, contract_id, {"p1"}, 9)), "procedure/changed");
        EXPECT_EQ(code_of(get(tx, contract_id, ProcedureId{"p9"})), "procedure/not_found");
        EXPECT_EQ(code_of(get(tx, contract_id, {"p9"}, {"v1"})), "procedure/no_version") << "of another procedure";
    });
}

// PRC-08: the papers of a job as one file.
TEST_P(ProcedureStore, LeavesAsAWorkRecord)
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
