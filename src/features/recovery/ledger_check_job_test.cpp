#include "features/recovery/ledger_check_job.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/recovery/edition_store.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>

namespace hoshuban::recovery {
namespace {

class EditionLedger : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        const auto& profile = test::profile(contract_.text);
        database().write([&](db::Tx& tx) {
            contract::load(tx, profile, test::profile_files(contract_.text),
                audit::entry(cause(), contract_, "contract.loaded", {"contract", contract_.text}));
            Edition edition{.id = {"e1"},
                .contract_id = contract_,
                .family = "window",
                .model = "見本端末",
                .number = "第2版",
                .name = "窓口端末 第2版",
                .origin = Origin::update,
                .changes = "OSの更新",
                .instruction = "9月20日 見本 太郎",
                .planned_on = test::day("2025-10-20"),
                .entered_by = "試作 次郎",
                .entered_at = test::at("2025-10-03 09:00")};
            insert(tx, cause(), edition);
            Edition begun = edition;
            begun.state = State::building;
            begun.last_on = test::day("2025-10-03");
            update(tx, cause(), edition, begun,
                {.id = {"s1"},
                    .act = Act::begun,
                    .on = test::day("2025-10-03"),
                    .person = "試作 次郎",
                    .entered_by = "試作 次郎",
                    .entered_at = test::at("2025-10-03 09:00")});
        });
    }

    audit::Cause cause() const { return {actor_, test::at("2025-10-03 09:00")}; }

    /// What the check says after a change past the program: the field, what is stored and what was recorded.
    std::string broken_after(std::string_view sql)
    {
        std::string said;
        EXPECT_FALSE(database().write([&](db::Tx& tx) -> Result<void> {
            tx.script(sql);
            if (const auto broken = verify_ledger(tx, contract_).broken)
                said = fmt::format(
                    "{} {}: {} / {}", name_of(broken->kind), broken->field, broken->stored, broken->recorded);
            return fail(ErrorKind::conflict, "test/undone", {"取消", "undone"});
        }));
        return said;
    }

    const ContractId contract_{"sapporo-r5-core-terminals"};

private:
    Actor actor_{{"p1"}, "試作 次郎", false, {}, hoshuban::Origin::screen};
};
HOSHUBAN_ON_BOTH_DATABASES(EditionLedger);

TEST_P(EditionLedger, IsWhatItsEventsTell)
{
    const auto found = database().read([&](db::Reader& reader) { return verify_ledger(reader, contract_); });
    EXPECT_EQ(found.ledger, "recovery_editions");
    EXPECT_EQ(found.rows, 1);
    EXPECT_EQ(found.broken, std::nullopt);
}

TEST_P(EditionLedger, NamesWhatWasAlteredPastTheProgram)
{
    const struct {
        const char* sql;
        const char* said;
    } cases[] = {
        {"UPDATE recovery_edition SET state = 'released'", "differs state: released / building"},
        {"UPDATE recovery_edition SET instruction = ''", "differs instruction:  / 9月20日 見本 太郎"},
        {"UPDATE recovery_edition SET planned_on = '2025-10-19'", "differs planned_on: 2025-10-19 / 2025-10-20"},
        {"DELETE FROM recovery_step; DELETE FROM recovery_edition", "missing :  / "},
    };
    for (const auto& each : cases)
        EXPECT_EQ(broken_after(each.sql), each.said) << each.sql;
}

}
}
