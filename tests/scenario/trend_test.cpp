// What the faults of a contract show: where they repeat, and where its estimates go.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Trends : public Story {
protected:
    void begin() override
    {
        open("2025-12-01T09:00");
        stage->enter({"sapporo-r6-juki-cs"});
    }

    // A fault of a unit, or without one, that the city instructs and the contractor mends on the same day.
    void fault(const std::string& day, const std::string& on_what, bool mended = true)
    {
        const Answer opened = stage->post(city, "/incidents",
            fmt::format(R"({{"intake":{{"phenomenon":"動かない","contact_person":"窓口 花子","place":"1階",{}}},)"
                        R"("handed_over":true,"person":"見本 太郎","city_person":"見本 太郎",)"
                        R"("at":"{}T09:00:00+09:00"}})",
                on_what, day));
        ASSERT_EQ(opened.status, 201) << opened.body;
        const std::string incident = "/incidents/" + opened.text("id");
        record(incident, "contacted", day + "T09:30");
        if (mended)
            record(incident, "restored", day + "T11:00");
    }

    void record(const std::string& incident, const std::string& act, const std::string& at)
    {
        const int version = std::stoi(stage->get(city, incident).text("version"));
        const Answer answer = stage->post(worker, incident + "/entries",
            fmt::format(R"({{"act":"{}","at":"{}:00+09:00","person":"保全 三枝","city_person":"窓口 花子",)"
                        R"("text":"電源部を交換した"}})",
                act, at),
            version);
        ASSERT_EQ(answer.status, 200) << answer.body;
    }

    std::string unit(const std::string& number)
    {
        return fmt::format(R"("device_id":"{}")", stage->get(city, "/register?limit=1&q=" + number).text("id"));
    }
};

HOSHUBAN_ON_BOTH_DATABASES(Trends);

std::string part(const std::string& body, const std::string& from, const std::string& until)
{
    const auto begin = body.find(from);
    return begin == std::string::npos ? "" : body.substr(begin, body.find(until, begin) - begin);
}

// Requirements 19 and 21 of section 5: 9 of 24 by September, five of them on one unit.
TEST_P(Trends, show_what_repeats_and_where_the_estimates_go)
{
    const std::string often = unit("D-0010");
    for (const char* day : {"2024-04-10", "2024-05-10", "2024-06-20", "2024-07-01", "2024-09-30"})
        fault(day, often);
    for (const char* number : {"D-0001", "D-0030", "D-0050", "D-0070"})
        fault("2024-08-01", unit(number));
    fault("2024-08-20", R"("class":"touch_panel")");
    fault("2024-09-20", unit("D-0090"), false); // still open
    fault("2024-10-01", often); // after the reference day

    const Answer seen = stage->get(city, "/incident-trends?on=2024-09-30&months=6");
    ASSERT_EQ(seen.status, 200) << seen.body;
    EXPECT_EQ(seen.text("from"), "2024-04-01");
    EXPECT_EQ(seen.text("counted"), "10");
    EXPECT_EQ(seen.text("left_out"), "1") << "the touch panel is no unit of the register";
    EXPECT_EQ(part(seen.body, R"("quota":"incident_recovery")", R"("months")"),
        R"("quota":"incident_recovery","label":{"ja":"CS・統合端末の障害復旧","en":"CS and terminal recovery"},)"
        R"("unit":{"ja":"回","en":"runs"},"clause":"000 §4(3)ア","limit":24,"used":9,)");
    EXPECT_EQ(part(seen.body, R"("low":13)", R"(,"passes")"), R"("low":13,"middle":18,"high":24)");
    EXPECT_EQ(part(seen.body, R"("quota":"touch_panel_recovery")", R"("months")").find(R"("limit":12,"used":1,)") !=
            std::string::npos,
        true);
    const std::string units = part(seen.body, R"("units":[)", R"("units_in_all")");
    EXPECT_EQ(part(units, R"("name")", R"(,"class")"), R"("name":"D-0010")");
    EXPECT_EQ(part(units, R"("faults")", R"(,"expected")"), R"("faults":5,"unit_days":183)");
    EXPECT_EQ(part(units, R"("interval_days")", R"(,"sentence")"),
        R"("interval_days":35.5,"last_on":"2024-09-30","verdict":"striking")");
    EXPECT_EQ(seen.text("units_in_all"), "1");

    const std::string quotas = stage->get(city, "/quotas").body;
    EXPECT_EQ(part(part(quotas, R"("id":"incident_recovery")", R"("rule")"), R"("actual")", ","), R"("actual":10)");
    EXPECT_EQ(stage->get(worker, "/incident-trends/export?on=2024-09-30&months=6").status, 200);
}

TEST_P(Trends, are_for_who_sees_the_whole_fleet_and_of_days_that_were)
{
    EXPECT_EQ(stage->get(city, "/incident-trends?on=2024-09-30").status, 200);
    EXPECT_EQ(refusal(stage->get(site, "/incident-trends?on=2024-09-30")), "trend/not_found");
    EXPECT_EQ(refusal(stage->get(site, "/incident-trends/export")), "trend/not_found");
    EXPECT_EQ(refusal(stage->get(city, "/incident-trends?on=2024-03-31")), "device/reference_day on");
    EXPECT_EQ(stage->get(city, "/incident-trends?months=0").status, 422);
    EXPECT_EQ(stage->get(city, "/incident-trends").text("on"), "2025-03-31")
        << "the last day of a contract that is over";
}

}
}
