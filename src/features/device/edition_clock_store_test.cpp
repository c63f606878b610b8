#include "features/device/edition_clock_store.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/device/edition_job.hpp"
#include "features/device/loaded_register_test.hpp"
#include "features/device/movement_store.hpp"
#include "features/due/due_store.hpp"

#include <fmt/format.h>

namespace hoshuban::device {
namespace {

class LedgerClocks : public LoadedRegister {
protected:
    void move_one(const contract::Profile& profile, const char* id, const char* at, int site)
    {
        const auto unit = units_on(profile, "2025-10-03").front().device.id;
        const Move to{.on = test::day("2025-10-03"),
            .to = {profile.sites.at(static_cast<std::size_t>(site)).id, "2階", Use::in_service, {}}};
        const Actor actor{{"p1"}, "試作 次郎", false, {}, Origin::screen};
        const audit::Cause cause{actor, test::at(at)};
        ASSERT_TRUE(database().write(
            [&](db::Tx& tx) { return move(tx, profile.id, cause, {.id = {id}, .device = unit, .move = to}); }));
    }

    /// Makes an edition that shows this many moves.
    void make_edition(const contract::Profile& profile, const std::string& division, int movements)
    {
        const auto file = db::pack_blob("edition");
        database().write([&](db::Tx& tx) {
            Edition edition = next_edition(newest_edition(tx, profile.id, division));
            if (edition.version == 1)
                edition.id = {"e1"};
            edition.division = division;
            edition.movements = movements;
            edition.name = "所在等管理一覧.xlsx";
            edition.sha256 = file.sha256;
            ASSERT_TRUE(put_edition(tx, profile.id, cause(), edition, file));
        });
    }

    std::string clocks(const contract::Profile& profile, const char* at)
    {
        watch_editions(database(), profiles_, test::at(at));
        std::string text;
        const auto open = database().read([&](db::Reader& reader) { return due::open_of(reader, profile.id, {}); });
        for (const due::Due& each : open)
            text +=
                fmt::format("{} {} until {}\n", each.terms.kind, each.terms.number, to_text(day_of(each.terms.due_at)));
        return text;
    }

private:
    contract::ProfileCache profiles_;
};
HOSHUBAN_ON_BOTH_DATABASES(LedgerClocks);

TEST_P(LedgerClocks, RunWhileMovesAreInNoEdition)
{
    const auto& r5 = load("sapporo-r5-core-terminals");
    EXPECT_EQ(clocks(r5, "2025-10-03 09:00"), "");
    move_one(r5, "m1", "2025-10-03 16:00", 3);
    EXPECT_EQ(clocks(r5, "2025-10-03 16:05"), "device.edition 所在等管理用機器一覧（住記・税） until 2025-10-03\n");
    EXPECT_EQ(clocks(r5, "2025-10-06 09:00"), "device.edition 所在等管理用機器一覧（住記・税） until 2025-10-03\n")
        << "late, and not set anew";
    make_edition(r5, "住記・税", 1);
    EXPECT_EQ(clocks(r5, "2025-10-06 09:05"), "");
    move_one(r5, "m2", "2025-10-11 10:00", 4);
    EXPECT_EQ(clocks(r5, "2025-10-11 10:05"), "device.edition 所在等管理用機器一覧（住記・税） until 2025-10-14\n")
        << "a Saturday before a holiday";
    make_edition(r5, "住記・税", 2);
    EXPECT_EQ(clocks(r5, "2025-10-11 10:10"), "");
}

TEST_P(LedgerClocks, AreAboutTheOneLedgerOfAContractWithoutDivisions)
{
    const auto& r7 = load("sapporo-r7-juki-cs");
    move_one(r7, "m1", "2025-10-03 16:00", 3);
    EXPECT_EQ(clocks(r7, "2025-10-03 16:05"), "device.edition 所在等管理一覧 until 2025-10-03\n");
    EXPECT_EQ(division_of(ledger_subject("").id), "");
    EXPECT_EQ(division_of(ledger_subject("国保福祉").id), "国保福祉");
}

}
}
