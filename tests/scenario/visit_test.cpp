// Visits: announced, begun with the checklist done, over with the minutes of everybody; the incident follows.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

constexpr const char* noon = R"("planned_from":"2023-06-01T11:00","planned_until":"2023-06-01T12:00")";
constexpr const char* saegusa = R"([{"name":"保全 三枝"}])";

class Visits : public Story {
protected:
    void begin() override
    {
        open("2023-06-01T18:00");
        stage->enter({"sapporo-r5-core-terminals"});
        site_ = stage->get(city, "/site-register").text("id");
    }

    Answer plan(const std::string& times, const std::string& workers = saegusa, const std::string& more = {})
    {
        return stage->post(worker, "/visits",
            fmt::format(R"({{"site_id":"{}","purpose":"点検","told":"窓口 花子",{},"workers":{}{}}})", site_, times,
                workers, more));
    }

    std::string planned(
        const std::string& times = noon, const std::string& workers = saegusa, const std::string& more = {})
    {
        const Answer made = plan(times, workers, more);
        EXPECT_EQ(made.status, 201) << made.body;
        return "/visits/" + made.text("id");
    }

    Answer act(const std::string& visit, const std::string& name, const std::string& body)
    {
        return stage->post(worker, visit + "/" + name, body, std::stoi(stage->get(worker, visit).text("version")));
    }

    Answer record(
        const std::string& visit, const std::string& times, const std::string& workers, const std::string& reason = {})
    {
        return stage->send(worker, http::Method::put, visit + "/record",
            fmt::format(R"({{{}"workers":{},"reason":"{}"}})", times, workers, reason),
            std::stoi(stage->get(worker, visit).text("version")));
    }

    std::string incident(const std::string& device_class = "pc")
    {
        const Answer made = stage->post(city, "/incidents",
            fmt::format(
                R"({{"intake":{{"phenomenon":"電源が入らない","site_id":"{}","class":"{}","contact_person":"窓口 花子"}},)"
                R"("handed_over":true,"person":"見本 太郎","city_person":"見本 太郎","at":"2023-06-01T10:00"}})",
                site_, device_class));
        EXPECT_EQ(made.status, 201) << made.body;
        return made.text("id");
    }

    static std::string because_of(const std::string& incident)
    {
        return fmt::format(R"(,"incident_id":"{}")", incident);
    }

    std::string unit_in_use() { return stage->get(worker, "/register?use=in_service&class=pc").text("id"); }

    std::string spare_unit()
    {
        const std::string unit = unit_in_use();
        const Answer moved = stage->post(worker, "/register/" + unit + "/moves",
            fmt::format(
                R"({{"on":"2023-05-01","site_id":"{}","place":"予備機棚","use":"spare","cause":"change_of_use"}})",
                site_));
        EXPECT_EQ(moved.status, 200) << moved.body;
        return unit;
    }

    std::string other_site()
    {
        const std::string all = stage->get(city, "/site-register").body;
        const auto second = all.find(R"("id":")", all.find(R"("id":")") + 6) + 6;
        return all.substr(second, all.find('"', second) - second);
    }

    // The moments of a visit as the incident's course has them, the latest entries that hold.
    std::string clock(const std::string& incident, const char* field)
    {
        return stage->get(city, "/incidents/" + incident + "/evidence/on_site").text(field);
    }

    std::string site_;
};

HOSHUBAN_ON_BOTH_DATABASES(Visits);

TEST_P(Visits, begin_with_the_checklist_done_and_a_spare_along)
{
    const std::string visit = planned(noon, saegusa, because_of(incident()));
    EXPECT_EQ(refusal(act(visit, "arrival", R"({"arrived_at":"2023-06-01T11:00"})")),
        "visit/unticked checks.badge checks.spare");
    ASSERT_EQ(act(visit, "ticks", R"({"item":"badge"})").status, 200);
    EXPECT_EQ(refusal(act(visit, "ticks", R"({"item":"none"})")), "visit/no_item item");
    EXPECT_EQ(refusal(act(visit, "ticks", R"({"item":"spare"})")), "visit/which_spare spare_id");
    EXPECT_EQ(
        said(act(visit, "ticks", fmt::format(R"({{"item":"spare","spare_id":"{}"}})", unit_in_use())), "spare_id"),
        "D-0001は予備機ではありません（稼働中）。予備機を選んでください。");
    const std::string spare = fmt::format(R"({{"item":"spare","spare_id":"{}"}})", spare_unit());
    const Answer ticked = act(visit, "ticks", spare);
    ASSERT_EQ(ticked.status, 200) << ticked.body;
    const std::string later = planned(
        R"("planned_from":"2023-06-01T13:00","planned_until":"2023-06-01T14:00")", saegusa, because_of(incident()));
    EXPECT_EQ(refusal(act(later, "ticks", spare)), "visit/spare_taken spare_id");
    ASSERT_EQ(act(visit, "unticks", R"({"item":"spare"})").status, 200);
    ASSERT_EQ(act(later, "ticks", spare).status, 200);
    const Answer arrived =
        act(visit, "arrival", R"({"arrived_at":"2023-06-01T11:00","unticked_reason":"予備機が尽きている"})");
    ASSERT_EQ(arrived.status, 200) << arrived.body;
    EXPECT_EQ(arrived.text("unticked_reason"), "予備機が尽きている");
    EXPECT_EQ(refusal(act(visit, "unticks", R"({"item":"badge"})")), "visit/does_not_follow");
}

TEST_P(Visits, need_no_spare_for_other_units)
{
    const std::string visit = planned(noon, saegusa, because_of(incident("color_printer")));
    EXPECT_EQ(refusal(act(visit, "ticks", R"({"item":"spare"})")), "visit/no_item item");
    ASSERT_EQ(act(visit, "ticks", R"({"item":"badge"})").status, 200);
    EXPECT_EQ(act(visit, "arrival", R"({"arrived_at":"2023-06-01T11:00"})").status, 200);
}

TEST_P(Visits, are_one_at_a_time_for_a_person)
{
    planned();
    const Answer twice = plan(R"("planned_from":"2023-06-01T11:59","planned_until":"2023-06-01T13:00")",
        R"([{"name":"架空 二郎"},{"name":"保全　三枝"}])");
    EXPECT_EQ(twice.status, 409);
    EXPECT_EQ(refusal(twice), "visit/elsewhere workers");
    EXPECT_NE(
        said(twice, "workers").find("保全 三枝さんは2023-06-01 11:00から2023-06-01 12:00まで「"), std::string::npos)
        << said(twice, "workers");
    EXPECT_EQ(plan(R"("planned_from":"2023-06-01T12:00","planned_until":"2023-06-01T13:00")").status, 201);
    EXPECT_EQ(plan(noon, R"([{"name":"架空 二郎"}])").status, 201);
}

TEST_P(Visits, are_made_one_after_the_other_whatever_was_announced)
{
    const std::string first = planned();
    const std::string second = planned(R"("planned_from":"2023-06-01T13:00","planned_until":"2023-06-01T14:00")");
    ASSERT_EQ(act(first, "arrival", R"({"arrived_at":"2023-06-01T11:00","unticked_reason":"急ぎ"})").status, 200);
    const std::string half_past = R"({"arrived_at":"2023-06-01T12:30","unticked_reason":"急ぎ"})";
    EXPECT_EQ(refusal(act(second, "arrival", half_past)), "visit/elsewhere arrived_at");
    ASSERT_EQ(act(first, "departure", R"({"departed_at":"2023-06-01T12:30"})").status, 200);
    EXPECT_EQ(act(second, "arrival", half_past).status, 200);
    EXPECT_EQ(refusal(record(first, R"("arrived_at":"2023-06-01T11:00","departed_at":"2023-06-01T12:31",)", saegusa,
                  "時刻の誤り")),
        "visit/elsewhere arrived_at");
}

TEST_P(Visits, keep_the_minutes_of_everybody)
{
    const std::string both = R"([{"name":"保全 三枝"},{"name":"架空 二郎"}])";
    const std::string visit = planned(noon, both);
    ASSERT_EQ(act(visit, "arrival", R"({"arrived_at":"2023-06-01T11:00","unticked_reason":"急ぎ"})").status, 200);
    EXPECT_EQ(
        refusal(act(visit, "departure",
            R"({"departed_at":"2023-06-01T11:50","workers":[{"name":"保全 三枝","minutes":51},{"name":"架空 二郎"}]})")),
        "visit/beyond_stay workers[0].minutes");
    const Answer left = act(visit, "departure",
        R"({"departed_at":"2023-06-01T11:50","workers":[{"name":"保全 三枝","minutes":50},{"name":"架空 二郎"}],"result":"点検した"})");
    ASSERT_EQ(left.status, 200) << left.body;
    EXPECT_EQ(left.text("state"), "done");
    EXPECT_EQ(left.text("stay_minutes"), "50");
    const std::string times =
        R"("arrived_at":"2023-06-01T11:00","departed_at":"2023-06-01T11:50","result":"点検した",)";
    EXPECT_EQ(
        record(visit, times, R"([{"name":"保全 三枝","minutes":50},{"name":"架空 二郎","minutes":20}])").status, 200);
    const std::string less = R"([{"name":"保全 三枝","minutes":30},{"name":"架空 二郎","minutes":20}])";
    EXPECT_EQ(refusal(record(visit, times, less)), "visit/no_reason reason");
    ASSERT_EQ(record(visit, times, less, "別の作業を除く").status, 200);
    EXPECT_NE(stage->get(city, visit + "/events").body.find("別の作業を除く"), std::string::npos);
}

// A-09, INC-20
TEST_P(Visits, write_the_course_of_their_incident)
{
    const std::string fault = incident("color_printer");
    const std::string visit = planned(noon, saegusa, because_of(fault));
    ASSERT_EQ(act(visit, "ticks", R"({"item":"badge"})").status, 200);
    EXPECT_EQ(
        refusal(act(visit, "arrival", R"({"arrived_at":"2023-06-01T09:59"})")), "incident/out_of_order arrived_at");
    ASSERT_EQ(act(visit, "arrival", R"({"arrived_at":"2023-06-01T11:00"})").status, 200);
    EXPECT_EQ(stage->get(city, "/incidents/" + fault).text("state"), "on_site");
    EXPECT_EQ(clock(fault, "by_arrival"), "true");
    ASSERT_EQ(act(visit, "start", R"({"started_at":"2023-06-01T11:20"})").status, 200);
    EXPECT_EQ(clock(fault, "by_arrival"), "false");
    EXPECT_EQ(clock(fault, "reached"), "2023-06-01T02:20:00Z");
    EXPECT_EQ(refusal(record(visit, R"("arrived_at":"2023-06-01T11:00","started_at":"2023-06-01T11:10",)", saegusa)),
        "visit/no_reason reason");
    ASSERT_EQ(
        record(visit, R"("arrived_at":"2023-06-01T11:00","started_at":"2023-06-01T11:10",)", saegusa, "時刻の誤り")
            .status,
        200);
    EXPECT_EQ(clock(fault, "reached"), "2023-06-01T02:10:00Z");
    const std::string course = stage->get(city, "/incidents/" + fault).body;
    EXPECT_NE(course.find(R"("taken_back":"時刻の誤り")"), std::string::npos) << "what was wrong is kept";
    const auto started = course.find(R"("act":"started")");
    const auto id = course.rfind(R"("id":")", started) + 6;
    const std::string entry = course.substr(id, course.find('"', id) - id);
    EXPECT_EQ(refusal(stage->post(worker, "/incidents/" + fault + "/entries/" + entry + "/take-back",
                  R"({"reason":"誤り"})", std::stoi(stage->get(city, "/incidents/" + fault).text("version")))),
        "incident/by_visit act");
    ASSERT_EQ(record(visit, "", saegusa, "別の障害の訪問").status, 200);
    EXPECT_EQ(stage->get(city, "/incidents/" + fault).text("state"), "handed_over");
    EXPECT_EQ(stage->get(city, visit).text("state"), "planned");
}

TEST_P(Visits, are_of_the_incidents_site_and_of_one_that_goes_on)
{
    const std::string fault = incident();
    const std::string body = fmt::format(R"({{"site_id":"{}","incident_id":"{}","purpose":"点検",{},"workers":{}}})",
        other_site(), fault, noon, saegusa);
    EXPECT_EQ(refusal(stage->post(worker, "/visits", body)), "visit/other_site site_id");
    EXPECT_EQ(refusal(plan(noon, saegusa, R"(,"incident_id":"none")")), "visit/no_incident incident_id");
    EXPECT_EQ(refusal(plan(noon, saegusa, R"(,"request_id":"none")")), "visit/no_request request_id");
    EXPECT_EQ(refusal(plan(noon, R"([{"worker_id":"none"}])")), "visit/not_on_roster workers[0].worker_id");
}

TEST_P(Visits, are_called_off_or_announced_anew_before_they_begin)
{
    const std::string visit = planned();
    const std::string anew =
        fmt::format(R"({{"site_id":"{}","purpose":"点検","told":"窓口 次郎","planned_from":"2023-06-01T15:00",)"
                    R"("planned_until":"2023-06-01T16:00","workers":{}}})",
            site_, saegusa);
    const Answer changed = stage->send(worker, http::Method::put, visit + "/plan", anew, 1);
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(changed.text("told"), "窓口 次郎");
    EXPECT_EQ(refusal(stage->send(worker, http::Method::put, visit + "/plan", anew, 1)), "visit/changed");
    const Answer off = act(visit, "cancellation", R"({"reason":"現場の都合"})");
    ASSERT_EQ(off.status, 200) << off.body;
    EXPECT_EQ(off.text("state"), "called_off");
    EXPECT_EQ(refusal(act(visit, "arrival", "{}")), "visit/does_not_follow");
    EXPECT_NE(stage->get(city, "/visits?shown=open").body.find(R"("items":[])"), std::string::npos);
    EXPECT_EQ(stage->get(city, "/visits?shown=past").text("called_off"), "現場の都合");
}

TEST_P(Visits, are_seen_by_their_site_and_written_by_the_contractor)
{
    const std::string seen = planned();
    EXPECT_EQ(stage->get(site, seen).text("told"), "窓口 花子") << "of the own site";
    const Answer elsewhere = stage->post(worker, "/visits",
        fmt::format(
            R"({{"site_id":"{}","purpose":"点検",{},"workers":[{{"name":"架空 二郎"}}]}})", other_site(), noon));
    ASSERT_EQ(elsewhere.status, 201) << elsewhere.body;
    const std::string visit = "/visits/" + elsewhere.text("id");
    EXPECT_EQ(stage->get(city, visit).status, 200);
    EXPECT_EQ(stage->get(site, visit).status, 404) << "of another site";
    EXPECT_EQ(stage->get(site, visit + "/events").status, 404);
    EXPECT_EQ(stage->get(site, "/visits").body.find("架空 二郎"), std::string::npos);
    EXPECT_EQ(stage->get(division, "/visits").status, 404);
    EXPECT_EQ(stage->post(city, visit + "/arrival", "{}", 1).status, 403);
    EXPECT_EQ(stage->get(auditor, "/visits/export?lang=ja").status, 200);
    EXPECT_EQ(stage->get(city, "/visits?worker=%E4%B8%89%E6%9E%9D&from=2023-06-01&until=2023-06-01").text("id"),
        seen.substr(seen.rfind('/') + 1));
    EXPECT_NE(stage->get(city, "/visits?until=2023-05-31").body.find(R"("items":[])"), std::string::npos);
}

}
}
