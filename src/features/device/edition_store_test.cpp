#include "features/device/edition_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/device/loaded_register_test.hpp"
#include "features/device/movement_store.hpp"

#include <fmt/format.h>

namespace hoshuban::device {
namespace {

class LedgerEditions : public LoadedRegister {
protected:
    std::string ledgers(const contract::Profile& profile)
    {
        std::string text;
        const auto found =
            database().read([&](db::Reader& reader) { return list_ledgers(reader, profile, test::day("2025-10-03")); });
        for (const LedgerState& state : found)
            text += fmt::format("{} {} {}\n", state.ledger.division, state.units, state.movements);
        return text;
    }

    Result<void> put(const contract::Profile& profile, const Edition& edition, const std::string& bytes)
    {
        const auto file = db::pack_blob(bytes);
        Edition stored = edition;
        stored.sha256 = file.sha256;
        return database().write([&](db::Tx& tx) { return put_edition(tx, profile.id, cause(), stored, file); });
    }

    Result<void> put(const contract::Profile& profile, const Edition& submitted)
    {
        return database().write([&](db::Tx& tx) { return put_submitted(tx, profile.id, cause(), submitted); });
    }

    std::optional<Edition> newest(const contract::Profile& profile)
    {
        return database().read([&](db::Reader& reader) { return newest_edition(reader, profile.id, "国保福祉"); });
    }
};
HOSHUBAN_ON_BOTH_DATABASES(LedgerEditions);

Edition first_of(const char* division)
{
    return {.id = {"e1"},
        .division = division,
        .on = test::day("2025-10-03"),
        .units = 725,
        .name = "所在等管理一覧.xlsx",
        .made_by = "試作 次郎",
        .made_at = test::at("2025-10-03 09:00")};
}

// Which ledgers a contract hands in is what it states, else what its devices say.
TEST_P(LedgerEditions, AreOneLedgerForEachDivisionAndCountItsMoves)
{
    const auto& r5 = load("sapporo-r5-core-terminals");
    EXPECT_EQ(ledgers(r5), "住記・税 1077 0\n国保福祉 725 0\n中間サーバ接続端末 260 0\n");
    const auto& r7 = load("sapporo-r7-juki-cs");
    EXPECT_EQ(ledgers(r7), " 134 0\n");

    const DeviceId unit = units_on(r5, "2025-10-03").front().device.id;
    const Move to{.on = test::day("2025-10-03"), .to = {r5.sites.front().id, "2階", Use::in_service, {}}};
    ASSERT_TRUE(database().write(
        [&](db::Tx& tx) { return move(tx, r5.id, cause(), {.id = {"m1"}, .device = unit, .move = to}); }));
    EXPECT_EQ(ledgers(r5), "住記・税 1077 1\n国保福祉 725 0\n中間サーバ接続端末 260 0\n");
    EXPECT_EQ(ledgers(r7), " 134 0\n") << "moves of another contract are none of its own";
}

TEST_P(LedgerEditions, FollowTheMovesUntilOneIsSubmittedAndThenStay)
{
    const auto& r5 = load("sapporo-r5-core-terminals");
    EXPECT_FALSE(newest(r5));
    ASSERT_TRUE(put(r5, first_of("国保福祉"), "first"));
    EXPECT_EQ(put(r5, first_of("国保福祉"), "another first").error().code, "device/edition_changed");

    Edition renewed = next_edition(newest(r5));
    renewed.movements = 3;
    ASSERT_TRUE(put(r5, renewed, "renewed"));
    EXPECT_EQ(put(r5, renewed, "made from the one before").error().code, "device/edition_changed");
    EXPECT_EQ(newest(r5)->number, 1);
    EXPECT_EQ(newest(r5)->movements, 3);
    EXPECT_EQ(newest(r5)->sha256, db::pack_blob("renewed").sha256);

    Edition handed_in = *newest(r5);
    ASSERT_TRUE(submit(handed_in, test::day("2025-10-04"), test::day("2025-10-05"), "保全 三枝"));
    ASSERT_TRUE(put(r5, handed_in));
    EXPECT_EQ(put(r5, handed_in).error().code, "device/edition_changed");
    Edition over = handed_in;
    ++over.version;
    EXPECT_EQ(put(r5, over, "over what was submitted").error().code, "device/edition_changed");
    EXPECT_EQ(newest(r5)->submitted_on, test::day("2025-10-04"));

    Edition second = next_edition(newest(r5));
    second.id = {"e2"};
    second.name = "所在等管理一覧.xlsx";
    second.on = test::day("2025-10-05");
    ASSERT_TRUE(put(r5, second, "second"));
    EXPECT_EQ(newest(r5)->number, 2);
    const auto all = database().read([&](db::Reader& reader) { return list_editions(reader, r5.id); });
    EXPECT_EQ(all.size(), 2U);
    const auto bytes = database().read(
        [&](db::Reader& reader) { return db::find_blob(reader, get_edition(reader, r5.id, {"e1"})->sha256, 100); });
    EXPECT_EQ(bytes.value(), "renewed");
    const auto events = database().read([&](db::Reader& reader) {
        return audit::events_of(reader, r5.id, {"ledger_edition", "e1"}, 10);
    });
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events.front().entry.after, R"({"submitted_on":"2025-10-04"})");
    EXPECT_EQ(database()
                  .read([&](db::Reader& reader) { return get_edition(reader, {"sapporo-r7-juki-cs"}, {"e1"}); })
                  .error()
                  .code,
        "device/edition_not_found");
}

}
}
