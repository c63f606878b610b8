// What is going on at a site on a day, of every room, and not what is going on next door.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

namespace hoshuban::scenario {
namespace {

class SiteWork : public Story {
protected:
    std::string site_numbered(int number)
    {
        for (const YAML::Node& site : YAML::Load(stage->get(city, "/sites").body)["items"]) {
            if (site["number"].as<int>() == number)
                return site["id"].as<std::string>();
        }
        return {};
    }
    std::string id_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    YAML::Node work(const char* login, const std::string& site_id)
    {
        const Answer answer = stage->get(login, "/sites/" + site_id + "/work");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return YAML::Load(answer.body);
    }
    /// The lists of a site's work: how many lines each has, and what names them.
    std::string told(const char* login, const std::string& site_id)
    {
        const YAML::Node all = work(login, site_id);
        std::string text;
        const auto add = [&](const char* list, std::initializer_list<const char*> fields) {
            for (const YAML::Node& line : all[list]) {
                text += list;
                for (const char* field : fields)
                    text += " " + line[field].as<std::string>();
                text += '\n';
            }
        };
        add("requests", {"title", "status"});
        add("repairs", {"device_number", "symptom"});
        add("jobs", {"planned_on", "units"});
        add("surveys", {"title", "printers", "read"});
        add("stocktakes", {"title", "finished"});
        add("permits", {"number", "title", "room"});
        add("visits", {"request_title", "people", "state"});
        return text;
    }
};

TEST_P(SiteWork, holds_repairs_jobs_surveys_and_stocktakes_of_the_site)
{
    stage->enter({"mihon-city"});
    const std::string here = site_numbered(1);
    const std::string next = site_numbered(2);
    const std::string far = site_numbered(5);
    ASSERT_EQ(told(worker, far), "");
    const std::string requests = told(worker, here); // of the worked example
    const Answer failed = stage->post(worker, "/repairs",
        fmt::format(
            R"({{"device_id":"{}","failed_on":"2025-11-20","symptom":"触っても反応しない"}})", id_of("D-0020")));
    ASSERT_EQ(failed.status, 201) << failed.body;
    ASSERT_EQ(stage
                  ->post(worker, "/installations",
                      fmt::format(R"({{"kind":"removal","planned_on":"2025-12-03","instruction":"12月1日 見本 太郎",)"
                                  R"("units":[{{"device_id":"{}","place":""}},{{"device_id":"{}","place":""}}]}})",
                          id_of("D-0011"), id_of("D-0012")))
                  .status,
        201);
    const Answer survey = stage->post(
        worker, "/page-surveys", R"({"title":"印刷枚数調査","on":"2025-12-01","first":null,"last":null,"agreed":""})");
    ASSERT_EQ(survey.status, 201) << survey.body;
    ASSERT_EQ(stage
                  ->post(worker, "/page-surveys/" + survey.text("id") + "/readings",
                      fmt::format(R"({{"readings":[{{"device_id":"{}","pages":"１２００","read_on":"2025-12-01",)"
                                  R"("note":"","version":0}}]}})",
                          id_of("D-0026")))
                  .status,
        200);
    const Answer stocktake = stage->post(worker, "/stocktakes", R"({"title":"秋の棚卸","on":"2025-12-01"})");
    ASSERT_EQ(stocktake.status, 201) << stocktake.body;
    ASSERT_EQ(
        stage->post(worker, "/stocktakes/" + stocktake.text("id") + "/sites/" + next + "/finish", "").status, 200);

    EXPECT_EQ(told(worker, here),
        requests +
            "repairs D-0020 触っても反応しない\n"
            "surveys 印刷枚数調査 2 1\n"
            "stocktakes 秋の棚卸 false\n");
    EXPECT_EQ(told(worker, next),
        "jobs 2025-12-03 2\n"
        "surveys 印刷枚数調査 1 0\n"
        "stocktakes 秋の棚卸 true\n");
    EXPECT_EQ(told(worker, far), "stocktakes 秋の棚卸 false\n") << "no printer to read";
    EXPECT_EQ(told(site, here), requests + "surveys 印刷枚数調査 2 1\nstocktakes 秋の棚卸 false\n")
        << "the stock of the whole contract is not for people of one site";

    // The sheet of one site holds its printers alone, and is named after it.
    const std::string sheet = "/page-surveys/" + survey.text("id");
    EXPECT_EQ(YAML::Load(stage->get(worker, sheet + "/units?site=" + here).body)["items"].size(), 2U);
    const Answer whole = stage->get(worker, sheet + "/export");
    const Answer one = stage->get(worker, sheet + "/export?site=" + next);
    ASSERT_EQ(one.status, 200);
    const auto rows_in = [&](const std::string& bytes) {
        const Answer read = stage->post(worker, sheet + "/reading-file?name=sheet.xlsx", bytes);
        EXPECT_EQ(read.status, 200) << read.body;
        return YAML::Load(read.body)["items"].size();
    };
    EXPECT_EQ(rows_in(whole.body), 1U) << "what was read comes back";
    EXPECT_EQ(rows_in(one.body), 0U) << "nothing of the other site, and nothing filled in yet";
    EXPECT_LT(one.body.size(), whole.body.size());

    ASSERT_EQ(
        stage->post(worker, "/stocktakes/" + stocktake.text("id") + "/sites/" + here + "/finish", "").status, 200);
    EXPECT_NE(told(worker, here).find("stocktakes 秋の棚卸 true"), std::string::npos);
}

TEST_P(SiteWork, holds_requests_rules_permits_and_visits_of_the_site)
{
    const std::string annex = site_numbered(15);
    const std::string north = site_numbered(3);
    const std::string before_north = told(city, north);
    ASSERT_EQ(told(city, annex), "");
    const std::string of_annex = R"(,"site_id":")" + annex + "\"";
    const std::string id = written("菊水の設定変更", R"("settings_change_city")", of_annex);
    ASSERT_EQ(stage->post(responsible, "/work-requests/" + id + "/accept", R"({"planned_hours":2})", 1).status, 200);
    const Answer window = propose(id, "2025-12-03T10:00", "2025-12-03T12:00", of_annex + R"(,"people":"試作 次郎")");
    ASSERT_EQ(window.status, 201) << window.body;
    agree(window);
    const Answer asked =
        stage->post(responsible, "/windows/" + window.text("id") + "/permits", R"({"kind":"entry_annex"})");
    ASSERT_EQ(asked.status, 200) << asked.body;
    const std::string windows = stage->get(city, "/work-requests/" + id + "/windows").body;
    const Answer permit{200, windows.substr(windows.find("\"state\":\"asked\"")), {}};
    at("2025-12-03T09:30");
    ASSERT_EQ(
        stage->post(city, "/approvals/" + permit.text("approval_id") + "/decide", R"({"verdict":"grant"})", 1).status,
        200);

    EXPECT_EQ(told(city, annex),
        "requests 菊水の設定変更 in_progress\n"
        "permits P25-002 A25A-13 令和7年12月3日（水）10:00～12:00 \n"
        "permits P25-001 A25A-13 令和7年12月3日（水）10:00～12:00 \n"
        "visits 菊水の設定変更 試作 次郎 agreed\n")
        << "the agreed window and the entry to the annex";
    EXPECT_EQ(told(city, north), before_north) << "nothing of it next door";
    const YAML::Node rules = work(city, annex)["rules"];
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0]["clause"].as<std::string>().substr(0, 3), "004");
    EXPECT_EQ(stage->get(site, "/sites/" + annex + "/work").status, 404);
}

HOSHUBAN_ON_BOTH_DATABASES(SiteWork);

}
}
