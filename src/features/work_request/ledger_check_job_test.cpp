#include "features/work_request/ledger_check_job.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

using audit::LedgerBreakKind;

const ContractId contract_id{"sapporo-r7-juki-cs"};
const ContractId other_contract{"sapporo-r5-core-terminals"};
const Instant morning = *parse_instant("2025-10-01T00:00:00Z");
const Actor city{{"p-city"}, "見本 太郎", false, {}, Origin::screen};
const Actor contractor{{"p-contractor"}, "架空 一郎", false, {}, Origin::screen};

class LedgerCheck : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        for (const ContractId& id : {contract_id, other_contract})
            database().write([&](db::Tx& tx) {
                const auto event =
                    audit::entry(audit::Cause{city, morning}, id, "contract.loaded", {"contract", id.text});
                contract::load(tx, test::profile(id.text), test::profile_files(id.text), event);
            });
        tamper(
            R"(INSERT INTO person (id, login, login_key, name, language, administrator, password_hash, failures, version, created_at)
            SELECT v.id, v.id, v.id, v.id, 'ja', 0, '', 0, 1, '2025-10-01T00:00:00.000Z'
              FROM (SELECT 'p-city' AS id UNION SELECT 'p-contractor') v)");
        for (const char* id : {"w1", "w2", "w3"})
            tell(id);
    }

    // Written, taken on, done, signed, with a comment and a file: everything that leaves a trace.
    void tell(const char* id)
    {
        const auto told = database().write([&](db::Tx& tx) -> Result<void> {
            const contract::Profile& profile = test::profile(contract_id.text);
            const Opening opening{.title = "窓口の設定",
                .body = "手順書のとおり",
                .entered_on = make_day(2025, 10, 1),
                .wish_on = make_day(2025, 11, 1),
                .city_person = "見本 太郎",
                .division = "市民課",
                .division_person = "",
                .contractor = "架空株式会社",
                .contractor_person = "",
                .work_types = {"settings_change_city"},
                .site = {},
                .device = {},
                .agreement = ""};
            TRY_ASSIGN(WorkRequest request, open_request(tx, profile, opening, WorkRequestId{id}, morning));
            audit::record(
                tx, creation_entry(entry_of(audit::Cause{city, morning}, {"work_request.created"}, request), request));
            TRY(step(tx, request, contractor, 1, accept(request, {Hours{30}, "架空 一郎", make_day(2025, 10, 1)})));
            TRY(step(tx, request, contractor, 2, begin(request, Start::regular)));
            const Report report{"済み", "手順書 1版", make_day(2025, 10, 1), {}, "架空 一郎", Hours{25}};
            TRY(step(tx, request, contractor, 2, record_result(request, report, make_day(2025, 10, 1))));
            TRY(step(tx, request, contractor, 3,
                sign(request, Side::contractor, {contractor.person, contractor.name, make_day(2025, 10, 1)})));
            audit::record(tx, entry_of(audit::Cause{city, morning}, {"work_request.commented", "どうぞ"}, request));
            return {};
        });
        ASSERT_TRUE(told) << told.error().text.en;
    }

    static Result<void> step(
        db::Tx& tx, WorkRequest& request, const Actor& actor, int hours, Result<WorkRequest> decided)
    {
        TRY(decided);
        const WorkRequest before = request;
        const Instant at = morning + std::chrono::hours{hours};
        TRY_ASSIGN(request, update(tx, *std::move(decided), at));
        audit::record(
            tx, change_entry(entry_of(audit::Cause{actor, at}, {"work_request.changed"}, request), before, request));
        return {};
    }

    void tamper(std::string_view sql)
    {
        database().write([&](db::Tx& tx) { tx.script(sql); });
    }
    audit::LedgerVerification verified()
    {
        return database().read([](db::Reader& reader) { return verify_ledger(reader, contract_id); });
    }
    // What the check would find after the change, which is then undone.
    std::optional<audit::LedgerBreak> broken_after(std::string_view sql)
    {
        std::optional<audit::LedgerBreak> found;
        EXPECT_FALSE(database().write([&](db::Tx& tx) -> Result<void> {
            tx.script(sql);
            found = verify_ledger(tx, contract_id).broken;
            return fail(ErrorKind::conflict, "test/undone", {"取消", "undone"});
        }));
        return found;
    }
};

TEST_P(LedgerCheck, WhatTheProgramWroteIsWhole)
{
    const auto found = verified();
    EXPECT_EQ(found.ledger, "work_requests");
    EXPECT_EQ(found.rows, 3);
    EXPECT_EQ(found.broken, std::nullopt);
}

TEST_P(LedgerCheck, NamesTheColumnThatWasAltered)
{
    struct Case {
        const char* set;
        const char* field;
        const char* stored;
        const char* recorded;
    };
    const Case cases[] = {
        {"number = 'A25A-99'", "number", "A25A-99", "A25A-02"},
        {"number_year = 2024", "number_year", "2024", "2025"},
        {"number_seq = 9", "number_seq", "9", "2"},
        {"entered_on = '2025-09-31'", "entered_on", "2025-09-31", "2025-10-01"},
        {"city_person = 'だれか'", "city_person", "だれか", "見本 太郎"},
        {"division = '税務課'", "division", "税務課", "市民課"},
        {"division_person = 'だれか'", "division_person", "だれか", ""},
        {"contractor = '別の会社'", "contractor", "別の会社", "架空株式会社"},
        {"contractor_person = 'だれか'", "contractor_person", "だれか", "架空 一郎"},
        {"status = 'nonsense'", "status", "nonsense", "confirming"},
        {"title = '別の作業'", "title", "別の作業", "窓口の設定"},
        {"body = ''", "body", "", "手順書のとおり"},
        {"wish_on = '2025-12-01'", "wish_on", "2025-12-01", "2025-11-01"},
        {"received_on = NULL", "received_on", "", "2025-10-01"},
        {"result = '別の結果'", "result", "別の結果", "済み"},
        {"procedure_followed = '2版'", "procedure_followed", "2版", "手順書 1版"},
        {"performed_on = '2025-09-30'", "performed_on", "2025-09-30", "2025-10-01"},
        {"performed_until = '2025-10-02'", "performed_until", "2025-10-02", ""},
        {"performed_by = 'だれか'", "performed_by", "だれか", "架空 一郎"},
        {"contractor_confirmation = 'imported'", "contractor_confirmation", "imported", "signed"},
        {"contractor_confirmed_on = '2025-09-30'", "contractor_confirmed_on", "2025-09-30", "2025-10-01"},
        {"contractor_confirmed_by = 'だれか'", "contractor_confirmed_by", "だれか", "架空 一郎"},
        {"contractor_confirmed_person = 'p-city'", "contractor_confirmed_person", "p-city", "p-contractor"},
        {"city_confirmation = 'signed'", "city_confirmation", "signed", "none"},
        {"city_confirmed_on = '2025-10-02'", "city_confirmed_on", "2025-10-02", ""},
        {"city_confirmed_by = '見本 太郎'", "city_confirmed_by", "見本 太郎", ""},
        {"city_confirmed_person = 'p-city'", "city_confirmed_person", "p-city", ""},
        {"planned_tenths = 31", "planned_hours", "3.1", "3.0"},
        {"actual_tenths = NULL", "actual_hours", "", "2.5"},
        {"start_kind = 'none'", "start_kind", "", "regular"},
        {"declined = '理由'", "declined", "理由", ""},
        {"work_types = ''", "work_types", "", "settings_change_city"},
        {"site_id = (SELECT MIN(id) FROM site WHERE contract_id = work_request.contract_id)", "site_id", nullptr, ""},
        {"division_key = 'x'", "division_key", "x", "市民課"},
        {"search_key = 'x'", "search_key", "x", nullptr},
        {"version = 9", "version", "9", "5"},
        {"created_at = '2025-10-02T00:00:00.000Z'", "created_at", "2025-10-02T00:00:00.000Z", nullptr},
        {"updated_at = '2025-10-02T00:00:00.000Z'", "updated_at", "2025-10-02T00:00:00.000Z", nullptr},
    };
    for (const Case& c : cases) {
        const auto found = broken_after(fmt::format("UPDATE work_request SET {} WHERE id = 'w2'", c.set));
        ASSERT_TRUE(found) << c.set;
        EXPECT_EQ(found->kind, LedgerBreakKind::differs) << c.set;
        EXPECT_EQ(found->id, "w2") << c.set;
        EXPECT_EQ(found->number, "A25A-02") << c.set;
        EXPECT_EQ(found->field, c.field) << c.set;
        EXPECT_TRUE(!c.stored || found->stored == c.stored) << c.set << ": " << found->stored;
        EXPECT_TRUE(!c.recorded || found->recorded == c.recorded) << c.set << ": " << found->recorded;
        EXPECT_NE(found->label.ja, found->field) << "event_words.cpp lacks " << found->field;
    }
    EXPECT_EQ(verified().broken, std::nullopt);
}

TEST_P(LedgerCheck, NoticesRowsThatWereRemovedInsertedOrMoved)
{
    struct Case {
        const char* sql;
        LedgerBreakKind kind;
        const char* id;
        const char* number;
        const char* reason;
    };
    const Case cases[] = {
        {"DELETE FROM work_request WHERE id = 'w1'", LedgerBreakKind::missing, "w1", "A25A-01",
            "the events tell of A25A-01, but the ledger does not hold it: deleted or moved elsewhere"},
        {"UPDATE work_request SET contract_id = 'sapporo-r5-core-terminals' WHERE id = 'w3'", LedgerBreakKind::missing,
            "w3", "A25A-03", "the events tell of A25A-03, but the ledger does not hold it: deleted or moved elsewhere"},
        {"UPDATE work_request SET id = 'w0' WHERE id = 'w1'", LedgerBreakKind::unrecorded, "w0", "A25A-01",
            "the ledger holds A25A-01, but no event tells of it: inserted without a record"},
        {"UPDATE work_request SET id = 'w9' WHERE id = 'w3'", LedgerBreakKind::missing, "w3", "A25A-03",
            "the events tell of A25A-03, but the ledger does not hold it: deleted or moved elsewhere"},
    };
    for (const Case& c : cases) {
        const auto found = broken_after(c.sql);
        ASSERT_TRUE(found) << c.sql;
        EXPECT_EQ(found->kind, c.kind) << c.sql;
        EXPECT_EQ(found->id, c.id) << c.sql;
        EXPECT_EQ(found->number, c.number) << c.sql;
        EXPECT_EQ(audit::reason_of(*found).en, c.reason);
    }
    EXPECT_EQ(broken_after("DELETE FROM event WHERE subject_id = 'w3'")->kind, LedgerBreakKind::unrecorded);
    EXPECT_EQ(broken_after("UPDATE event SET after = 'x' WHERE subject_id = 'w1'")->kind, LedgerBreakKind::unreadable);
}

TEST_P(LedgerCheck, KeysThatAMigrationTookAwayAreMadeAgain)
{
    tamper("UPDATE work_request SET division_key = NULL, search_key = 'old' WHERE id <> 'w3'");
    EXPECT_EQ(verified().broken->field, "division_key");
    EXPECT_EQ(database().write([](db::Tx& tx) { return settle_keys(tx); }), 2);
    EXPECT_EQ(verified().broken, std::nullopt);
    EXPECT_EQ(database().write([](db::Tx& tx) { return settle_keys(tx); }), 0);
}

TEST_P(LedgerCheck, NoticesAFileThatWasExchanged)
{
    tamper("INSERT INTO attachment (contract_id, id, subject_kind, subject_id, name, content_type, size, sha256, "
           "added_at, added_by) VALUES ('sapporo-r7-juki-cs', 'f', 'work_request', 'w2', '写真.png', 'image/png', 1, "
           "'abc', "
           "'2025-10-01T00:00:00.000Z', '架空 一郎')");
    const auto found = verified().broken;
    ASSERT_TRUE(found);
    EXPECT_EQ(found->field, "files");
    EXPECT_EQ(found->stored, "写真.png abc 2025-10-01T00:00:00.000Z 架空 一郎");
    EXPECT_EQ(found->recorded, "");
}

HOSHUBAN_ON_BOTH_DATABASES(LedgerCheck);

}
}
