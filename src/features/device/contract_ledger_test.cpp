#include "features/device/contract_ledger.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/attachment/attachment.hpp"
#include "features/device/edition_job.hpp"
#include "features/device/edition_store.hpp"
#include "features/device/holding_store.hpp"
#include "features/device/loaded_register_test.hpp"
#include "features/device/movement.hpp"
#include "features/device/movement_store.hpp"
#include "formats/xlsx_reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

TEST(ContractLedger, ListsWhatTheContractorAnswersFor)
{
    const ContractLedger ledger{.division = "住記・税", .excluded_sites = {32}};
    struct Case {
        Use use;
        Keeper keeper;
        std::optional<int> site;
        bool listed;
    };
    for (const Case& c : {Case{Use::in_service, Keeper::contractor, 1, true},
             {Use::in_service, Keeper::contractor, std::nullopt, true}, {Use::stored, Keeper::contractor, 1, true},
             {Use::retired, Keeper::contractor, 1, false}, {Use::in_service, Keeper::city, 1, false},
             {Use::in_service, Keeper::city, 32, false}, {Use::in_service, Keeper::contractor, 32, false},
             {Use::stored, Keeper::contractor, 32, false}, {Use::spare, Keeper::contractor, 32, true}}) {
        EXPECT_EQ(ledger.lists({.use = c.use, .keeper = c.keeper}, c.site), c.listed)
            << name_of(c.use) << ' ' << name_of(c.keeper) << ' ' << c.site.value_or(0);
    }
}

TEST(ContractLedger, IsTheOneThatTheContractStatesForADivision)
{
    contract::Profile profile;
    profile.ledgers = {{.id = "core",
        .label = {"基幹系の台帳", ""},
        .divisions = {"住記・税", "国保福祉"},
        .excluded_sites = {32},
        .clause = "§10"}};
    const ContractLedger both = ledger_of(profile, "国保福祉");
    EXPECT_EQ(both.title, "基幹系の台帳");
    EXPECT_EQ(both.division, "住記・税") << "one ledger is filed once";
    EXPECT_EQ(both.excluded_sites, std::vector{32});
    const ContractLedger own = ledger_of(profile, "別の区分");
    EXPECT_EQ(own.title, "所在等管理一覧（別の区分）");
    EXPECT_FALSE(own.stated);
    EXPECT_FALSE(own.covers("住記・税"));
    profile.ledgers.front().divisions.clear();
    EXPECT_EQ(ledger_of(profile, "国保福祉").division, "") << "of every division";
    EXPECT_TRUE(ledger_of(profile, "国保福祉").covers("別の区分"));
}

class CityKeeps : public LoadedRegister {
protected:
    void move_to(const contract::Profile& profile, const char* id, const Unit& unit, int site, const char* day)
    {
        const auto found = std::ranges::find(profile.sites, site, &contract::Site::number);
        ASSERT_NE(found, profile.sites.end());
        Move to{.on = test::day(day), .to = {found->id, "5階", Use::in_service, {}}};
        ASSERT_TRUE(take(profile, to, test::day("2025-10-03")));
        ASSERT_TRUE(database().write([&](db::Tx& tx) {
            return move(tx, profile.id, cause(), {.id = {id}, .device = unit.device.id, .move = to});
        }));
    }

    /// The edition of the ledger of a division: its name, what stands above its columns, how many rows it has, and
    /// whether the unit is one of them.
    std::string edition(
        const contract::Profile& profile, const std::string& division, const Unit& unit, const char* day)
    {
        const auto made = edition_at_last(
            database(), profile, cause(), [&] { return fmt::format("e-{}", division); }, division, test::day(day));
        if (!made)
            return made.error().code;
        const auto bytes =
            database().read([&](db::Reader& reader) { return db::find_blob(reader, made->sha256, 10'000'000); });
        auto workbook = xlsx::Workbook::open(*bytes).value();
        const auto sheet = workbook.read(workbook.sheets().front()).value();
        const auto has = [&](const xlsx::Row& row) {
            return std::ranges::any_of(
                row.cells, [&](const xlsx::Cell& cell) { return cell.text == unit.device.number; });
        };
        return fmt::format("{} | {} | {} of {}, {}", made->name, sheet.rows.at(1).cells.at(0).text,
            sheet.rows.size() - 3, made->units, std::ranges::any_of(sheet.rows, has) ? "with it" : "without it");
    }

    std::string state(const contract::Profile& profile, const char* day)
    {
        std::string text;
        for (const LedgerState& each :
            database().read([&](db::Reader& reader) { return list_ledgers(reader, profile, test::day(day)); }))
            text +=
                fmt::format("{} {}＋市管理{} {}\n", each.ledger.title, each.units, each.kept_by_city, each.pending());
        return text;
    }
};
HOSHUBAN_ON_BOTH_DATABASES(CityKeeps);

TEST_P(CityKeeps, LeavesTheLedgerOfThatDayOnAndComesBack)
{
    const auto& r5 = load("sapporo-r5-core-terminals");
    const Unit unit = units_on(r5, "2023-04-03").front();
    ASSERT_EQ(unit.device.division, "住記・税");
    move_to(r5, "m1", unit, 32, "2023-06-01");
    move_to(r5, "m2", unit, 1, "2023-07-03");
    const std::string welfare = "所在等管理用機器一覧（国保福祉） 725＋市管理0 0\n";
    const std::string server = "所在等管理用機器一覧（中間サーバ接続端末） 260＋市管理0 0\n";
    EXPECT_EQ(state(r5, "2023-05-31"), "所在等管理用機器一覧（住記・税） 1077＋市管理0 2\n" + welfare + server);
    EXPECT_EQ(state(r5, "2023-06-01"), "所在等管理用機器一覧（住記・税） 1076＋市管理1 2\n" + welfare + server);

    const std::string file = "所在等管理用機器一覧（住記・税）_第1版_";
    const std::string above = ".xlsx | " + r5.title + "　第1版　令和5年";
    EXPECT_EQ(edition(r5, "住記・税", unit, "2023-05-31"),
        file + "2023-05-31" + above + "5月31日現在 | 1077 of 1077, with it");
    EXPECT_EQ(edition(r5, "住記・税", unit, "2023-06-01"),
        file + "2023-06-01" + above + "6月1日現在　市管理1台を除く | 1076 of 1076, without it");
    EXPECT_EQ(edition(r5, "住記・税", unit, "2023-07-03"),
        file + "2023-07-03" + above + "7月3日現在 | 1077 of 1077, with it");
    EXPECT_EQ(state(r5, "2023-07-03"), "所在等管理用機器一覧（住記・税） 1077＋市管理0 0\n" + welfare + server);
    EXPECT_EQ(edition(r5, "ない区分", unit, "2023-06-01"), "device/ledger_not_found");
}

TEST_P(CityKeeps, CountsBesideTheUnitsAndNotAgainstTheContract)
{
    const auto& r5 = load("sapporo-r5-core-terminals");
    const Unit unit = units_on(r5, "2023-04-03").front();
    move_to(r5, "m1", unit, 32, "2023-06-01");
    move_to(r5, "m2", unit, 1, "2023-07-03");
    for (const auto& [day, kept] : std::vector<std::pair<const char*, int>>{
             {"2023-05-31", 0}, {"2023-06-01", 1}, {"2023-07-02", 1}, {"2023-07-03", 0}}) {
        const Holding holding =
            database().read([&](db::Reader& reader) { return holding_on(reader, r5, test::day(day)); });
        EXPECT_EQ(matrix_of(r5.sites, holding.units).total, (Sum{2062 - kept, 0, kept})) << day;
        for (const Comparison& each : compare_all(r5.stated_totals, holding))
            EXPECT_TRUE(each.agrees()) << day << ' ' << each.stated.label.ja;
    }
}

}
}
