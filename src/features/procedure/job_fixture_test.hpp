#pragma once
#include "core/calendar_fixtures_test.hpp"
#include "features/approval/approval_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/procedure/step_record_store.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::procedure::test_jobs {

using test::at;
using test::day;
using Texts = std::vector<std::string>;

inline const ContractId contract_id{"sapporo-r7-juki-cs"};

inline Actor person(const char* id, const char* name, Role role)
{
    const Membership held{contract_id, role, day("2025-04-01"), std::nullopt};
    return {.person = {id}, .name = name, .memberships = {held}};
}

template <class T>
std::string code_of(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

/// Two open requests and a procedure `p1` with its version `v1` of three steps, handed in and decided on as the rooms
/// do.
class Jobs : public test::OnBothDatabases {
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

}
