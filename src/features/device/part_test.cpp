#include "features/device/part.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/device/unit_detail.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

contract::Device server(const char* number, const char* generation)
{
    const auto& devices = test::profile("sapporo-r7-juki-cs").devices;
    contract::Device found = *std::ranges::find(devices, number, &contract::Device::number);
    found.generation = generation;
    return found;
}

TEST(Parts, BelongToTheMemberOfThePairThatTheContractNames)
{
    const struct {
        const char* unit; ///< D-0117 CS operating, D-0118 CS standby, D-0119 AD operating, D-0120 AD standby
        const char* generation;
        const char* model;
        const char* refusal;
    } cases[] = {
        {"D-0117", "current", "ETERNUS LT20 S2", ""},
        {"D-0118", "current", "ETERNUS LT20 S2", "device/other_member"},
        {"D-0118", "current", "ＥＴＥＲＮＵＳ ＬＴ２０ Ｓ２（富士通）", "device/other_member"},
        {"D-0118", "current", "LT20SSM1", "device/other_member"},
        {"D-0118", "current", "LTOオートローダ", "device/other_member"},
        {"D-0118", "current", "PRIMERGY SX05 S2", ""},
        {"D-0117", "current", "PRIMERGY SX05 S2", "device/other_member"},
        {"D-0117", "current", "LTOユニット", "device/other_member"},
        {"D-0119", "current", "PRIMERGY SX05 S2", ""},
        {"D-0120", "current", "PRIMERGY SX05 S2", "device/other_member"},
        {"D-0118", "renewed", "ETERNUS LT20 S2", ""},
        {"D-0118", "current", "ETERNUS LT21", ""},
        {"D-0118", "current", "マウス", ""},
        {"D-0001", "current", "ETERNUS LT20 S2", ""},
    };
    for (const auto& each : cases) {
        const auto checked = check_member(test::profile("sapporo-r7-juki-cs"), server(each.unit, each.generation),
            {.kind = PartKind::storage, .model = each.model, .from = test::day("2025-04-01")});
        EXPECT_EQ(checked ? "" : checked.error().code, each.refusal) << each.unit << " " << each.model;
    }
}

TEST(Parts, ComeAndGoWithinTheContract)
{
    const struct {
        const char* from;
        const char* to;
        const char* refusal;
    } cases[] = {
        {"2025-04-01", "9999-12-31", ""},
        {"2025-04-01", "2026-04-01", ""}, // there on 31 March 2026, the last day
        {"2025-03-31", "9999-12-31", "from device/outside_period"},
        {"2026-04-01", "9999-12-31", "from device/outside_period"},
        {"2025-04-01", "2026-04-02", "to device/outside_period"},
    };
    for (const auto& each : cases) {
        const Part part{.model = "マウス",
            .from = test::day(each.from),
            .to = std::string_view{each.to} == "9999-12-31" ? no_end : test::day(each.to)};
        const auto checked = check_days(test::profile("sapporo-r7-juki-cs"), part);
        EXPECT_EQ(checked ? "" : checked.error().fields.at(0).path + " " + checked.error().code, each.refusal)
            << each.from << " " << each.to;
    }
}

TEST(UnitDetail, WasNotBoughtOnADayToCome)
{
    const auto refused = [](const char* bought_on) {
        UnitDetail detail{.bought_on = test::day(bought_on)};
        const auto taken = take(detail, test::day("2025-12-01"));
        return taken ? "" : taken.error().fields.at(0).path + " " + taken.error().code;
    };
    EXPECT_EQ(refused("2019-01-15"), "") << "units are older than the contract";
    EXPECT_EQ(refused("2025-12-01"), "");
    EXPECT_EQ(refused("2025-12-02"), "bought_on device/in_future");
}

TEST(Parts, OnTheWrongMemberAreToldTheRule)
{
    const auto refused = check_member(test::profile("sapporo-r7-juki-cs"), server("D-0118", "current"),
        {.kind = PartKind::storage, .model = "ETERNUS LT20 S2", .from = test::day("2025-04-01")});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text.ja,
        "「LTOオートローダ」は運用系だけに付く機器です（004 別紙1 §1(2)ア）。この機器は待機系なので、"
        "運用系のサーバに記録してください。");
    EXPECT_EQ(refused.error().text.en,
        "\"LTO autoloader\" belongs to the operating unit only (004 別紙1 §1(2)ア); this is the standby one: record it "
        "on "
        "the operating server");
}

}
}
