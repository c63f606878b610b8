#include "features/stocktake/stocktake.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::stocktake {
namespace {

const SiteId north{"north"};
const SiteId south{"south"};

device::Unit unit_at(const char* number, const std::optional<SiteId>& site, device::Use use = device::Use::in_service,
    device::Keeper keeper = device::Keeper::contractor)
{
    device::Unit unit;
    unit.device.id = {fmt::format("id-{}", number)};
    unit.device.number = number;
    unit.placement.spot = {.site = site, .use = use, .keeper = keeper};
    return unit;
}

Finding found_at(const char* code, const SiteId& site, std::optional<DeviceId> device = {})
{
    return {.code = code, .device = std::move(device), .site = site};
}

std::string told(std::span<const Line> lines)
{
    std::string text;
    for (const Line& line : lines) {
        text += fmt::format("{} {} {}\n", line.unit ? line.unit->device.number : line.finding->code,
            line.site ? line.site->text : "-", name_of(line.verdict));
    }
    return text;
}

TEST(Stocktake, ComparesWhatWasFoundWithTheRegister)
{
    const std::vector units{unit_at("A", north), unit_at("B", north), unit_at("C", south), unit_at("D", south),
        unit_at("E", std::nullopt), unit_at("F", south, device::Use::retired),
        unit_at("G", south, device::Use::in_service, device::Keeper::city), unit_at("H", south, device::Use::planned)};
    const std::vector findings{found_at("A", north, DeviceId{"id-A"}), found_at("C", north, DeviceId{"id-C"}),
        found_at("F", south, DeviceId{"id-F"}), found_at("X-99", south)};
    EXPECT_EQ(told(lines_of(units, findings, {})),
        "A north found\nB north expected\nC north elsewhere\nD south expected\nE - expected\nF south elsewhere\n"
        "X-99 south unknown\n");
    const std::vector finished{FinishedSite{.site = north}};
    const auto lines = lines_of(units, findings, finished);
    EXPECT_EQ(told(lines),
        "A north found\nB north missing\nC north elsewhere\nD south expected\nE - expected\nF south elsewhere\n"
        "X-99 south unknown\n");
    Tally tally;
    for (const Line& line : lines)
        tally.add(line, north);
    EXPECT_EQ(tally.expected, 2);
    EXPECT_EQ(tally.found, 1);
    EXPECT_EQ(tally.missing, 1);
    EXPECT_EQ(tally.elsewhere, 1);
    EXPECT_EQ(tally.unknown, 0);
    EXPECT_EQ(tally.open(), 0);
}

TEST(Stocktake, MissesAUnitWithoutASiteWhenEverySiteIsFinished)
{
    const std::vector units{unit_at("A", north), unit_at("B", south), unit_at("E", std::nullopt)};
    const FinishedSite at_north{.site = north};
    const FinishedSite at_south{.site = south};
    EXPECT_EQ(told(lines_of(units, {}, std::vector{at_north})), "A north missing\nB south expected\nE - expected\n");
    EXPECT_EQ(
        told(lines_of(units, {}, std::vector{at_north, at_south})), "A north missing\nB south missing\nE - missing\n");
    const std::vector findings{found_at("E", south, DeviceId{"id-E"})};
    EXPECT_EQ(told(lines_of(units, findings, std::vector{at_north, at_south})),
        "A north missing\nB south missing\nE south elsewhere\n");
}

TEST(Stocktake, KnowsAUnitByItsLabelAndByItsNumber)
{
    const std::vector units{unit_at("D-0014", north)};
    const std::vector<ContractId> contracts{{"r7"}, {"r8"}};
    const CodeBook book{{"r7"}, units, contracts};
    for (const char* code :
        {"D-0014", "d-0014", "Ｄ－００１４", "id-D-0014", "ID-D-0014", "r7/id-D-0014", "R7/ID-D-0014"})
        EXPECT_EQ(book.find(code), &units[0]) << code;
    for (const char* code : {"D-001", "D-00145", "", "r7/D-0014", "r8/id-D-0014"})
        EXPECT_EQ(book.find(code), nullptr) << code;
    for (const char* code : {"D-0014", "r7/id-D-0014", "r7/id-D-9999", "https://example.jp/7", "r80/id-D-0014"})
        EXPECT_TRUE(book.check_ours(code)) << code;
    for (const char* code : {"r8/id-D-0014", "Ｒ８／ＩＤ－Ｄ－００１４"})
        EXPECT_EQ(book.check_ours(code).error().code, "stocktake/other_contract") << code;
    EXPECT_EQ(code_in(" D-0014\n").value(), "D-0014");
    EXPECT_EQ(code_in("　").error().code, "stocktake/no_code");
}

TEST(Stocktake, EndsWhenEverythingWasLookedAt)
{
    const LocalDay today = test::day("2025-12-01");
    const Stocktake open{.id = {"s1"}, .title = "棚卸", .on = test::day("2025-12-01")};
    const std::vector units{unit_at("A", north), unit_at("B", north)};
    const std::vector findings{found_at("A", north, DeviceId{"id-A"})};
    const auto refused = closed(open, lines_of(units, findings, {}), today, "試作 次郎");
    EXPECT_EQ(refused.error().code, "stocktake/incomplete");
    EXPECT_EQ(refused.error().text.en, "1 units were not looked at: find them, or finish their sites");
    const std::vector finished{FinishedSite{.site = north}};
    const Stocktake done = closed(open, lines_of(units, findings, finished), today, "試作 次郎").value();
    EXPECT_EQ(done.closed_on, today);
    EXPECT_EQ(check_open(done).error().code, "stocktake/closed");
    EXPECT_EQ(closed(done, {}, today, "試作 次郎").error().code, "stocktake/closed");
    EXPECT_EQ(reopened(done, "").error().code, "stocktake/reason_missing");
    EXPECT_EQ(reopened(done, "倉庫を見落とした").value().closed_on, std::nullopt);
    EXPECT_EQ(reopened(open, "倉庫を見落とした").error().code, "stocktake/not_closed");
}

TEST(Stocktake, IsTakenWithinTheContractAndNotBeforeItsDay)
{
    const contract::Profile& r7 = test::profile("sapporo-r7-juki-cs");
    const auto refused = [&](const char* title, const char* on) {
        Stocktake stocktake{.title = title, .on = test::day(on)};
        const auto taken = take(r7, stocktake, test::day("2025-12-01"));
        return taken ? std::string{} : taken.error().fields.at(0).path + " " + taken.error().code;
    };
    EXPECT_EQ(refused("棚卸", "2025-12-01"), "");
    EXPECT_EQ(refused(" ", "2025-12-01"), "title stocktake/title_missing");
    EXPECT_EQ(refused("棚卸", "2025-12-02"), "on stocktake/in_future");
    EXPECT_EQ(refused("棚卸", "2025-03-31"), "on stocktake/outside_period");
}

}
}
