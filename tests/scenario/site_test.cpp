// A year of sites: one moves in mid-year, one opens, one closes; what stood there on each day, and who may see it.
#include "story.hpp"

#include "features/contract/site_job.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

namespace hoshuban::scenario {
namespace {

class Sites : public Story {
protected:
    std::string site_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("site_id"); }
    std::string unit_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    int version_of_site(const std::string& site)
    {
        return std::stoi(stage->get(city, "/sites/" + site).text("version"));
    }

    Answer open_site(const char* login, int number, const char* name, const char* from)
    {
        return stage->post(login, "/site-register",
            fmt::format(R"({{"number":{},"from":"{}","name":"{}","address":"東区北42条","departments":"","remarks":"",)"
                        R"("aliases":[],"excluded":false,"reason":"令和7年度新設"}})",
                number, from, name));
    }
    Answer change_site(const char* login, const std::string& site, const char* from, const char* address, int version)
    {
        return stage->post(login, "/sites/" + site + "/facts",
            fmt::format(
                R"({{"from":"{}","name":"北区役所戸籍住民課","address":"{}","departments":"戸籍住民課","remarks":"",)"
                R"("aliases":[],"excluded":false,"reason":"庁舎の移転"}})",
                from, address),
            version);
    }
    Answer turn(const std::string& site, const char* how, const char* from)
    {
        return stage->post(worker, "/sites/" + site + "/" + how,
            fmt::format(R"({{"from":"{}","reason":"統合のため"}})", from), version_of_site(site));
    }
    Answer move_unit(const std::string& number, const std::string& site, const char* on)
    {
        return stage->post(worker, "/register/" + unit_of(number) + "/moves",
            fmt::format(R"({{"on":"{}","site_id":"{}","use":"in_service","cause":"relocation"}})", on, site));
    }
    // How the list of sites shows one on a day: what stands at its row.
    std::string row_of(const std::string& site, const std::string& on)
    {
        const std::string body = stage->get(city, "/site-register?on=" + on).body;
        const auto from = body.find("{\"id\":\"" + site + "\"");
        return from == std::string::npos ? "" : body.substr(from, body.find('}', from) - from);
    }
    bool shows(const std::string& site, const std::string& on, std::string_view text)
    {
        return row_of(site, on).find(text) != std::string::npos;
    }
};

TEST_P(Sites, move_open_and_close_on_their_days)
{
    const std::string north = site_of("D-0014");
    const Answer moved = change_site(worker, north, "2025-10-01", "北区北30条西1丁目", 1);
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_TRUE(shows(north, "2025-09-30", R"("address":"北区北24条西6丁目")"));
    EXPECT_TRUE(shows(north, "2025-10-01", R"("address":"北区北30条西1丁目")"));
    EXPECT_EQ(refusal(change_site(city, north, "2025-11-01", "また別の所", 1)), "site/changed")
        << "seen before the change";
    EXPECT_EQ(refusal(change_site(city, north, "2025-09-01", "また別の所", 2)), "site/later_fact from");
    EXPECT_NE(stage->get(city, "/sites").body.find("北区北30条西1丁目"), std::string::npos) << "in every list";

    const Answer made = open_site(worker, 40, "北部分庁舎", "2025-11-01");
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string fresh = made.text("id");
    EXPECT_TRUE(shows(fresh, "2025-10-31", R"("open":false)"));
    EXPECT_TRUE(shows(fresh, "2025-11-01", R"("open":true)"));
    EXPECT_EQ(refusal(open_site(city, 40, "もう一つ", "2025-11-01")), "site/number_taken number");
    EXPECT_EQ(refusal(open_site(city, 41, "北部 分庁舎", "2025-11-01")), "site/name_taken name");

    EXPECT_EQ(refusal(move_unit("D-0014", fresh, "2025-10-31")), "device/site_closed site_id");
    EXPECT_NE(said(move_unit("D-0014", fresh, "2025-10-31"), "site_id").find("2025/10/31"), std::string::npos);
    ASSERT_EQ(refusal(move_unit("D-0014", fresh, "2025-11-04")), "");
    EXPECT_TRUE(shows(fresh, "2025-11-03", R"("units":0)"));
    EXPECT_TRUE(shows(fresh, "2025-11-04", R"("units":1)"));
    EXPECT_EQ(refusal(turn(fresh, "close", "2025-11-20")), "site/units_there from");
    ASSERT_EQ(refusal(move_unit("D-0014", north, "2025-11-20")), "");
    EXPECT_EQ(refusal(turn(fresh, "close", "2025-11-19")), "site/units_there from") << "it stood there on that day";
    ASSERT_EQ(refusal(turn(fresh, "close", "2025-11-20")), "");
    EXPECT_TRUE(shows(fresh, "2025-11-19", R"("open":true)"));
    EXPECT_TRUE(shows(fresh, "2025-11-20", R"("open":false)"));
    EXPECT_EQ(refusal(move_unit("D-0014", fresh, "2025-11-25")), "device/site_closed site_id");
}

TEST_P(Sites, do_not_take_units_that_would_stay_after_they_closed)
{
    const std::string fresh = open_site(worker, 40, "北部分庁舎", "2025-10-01").text("id");
    ASSERT_EQ(refusal(turn(fresh, "close", "2025-11-20")), "");
    EXPECT_EQ(refusal(move_unit("D-0014", fresh, "2025-11-04")), "device/site_closed") << "it would stay";
    EXPECT_TRUE(shows(fresh, "2025-11-04", R"("units":0)")) << "nothing half-saved";
    ASSERT_EQ(refusal(turn(fresh, "reopen", "2025-11-25")), "");
    EXPECT_EQ(refusal(move_unit("D-0014", fresh, "2025-11-25")), "");
    EXPECT_TRUE(shows(fresh, "2025-11-25", R"("units":1)"));
}

// A list, a bulk change, and taking one back.
TEST_P(Sites, take_no_unit_on_closed_days_by_any_other_way)
{
    const std::string north = site_of("D-0014");
    const std::string shut = open_site(worker, 40, "北部分庁舎", "2025-10-01").text("id");
    ASSERT_EQ(refusal(turn(shut, "close", "2025-11-20")), "");
    EXPECT_NE(stage->post(worker, "/register/imports?name=list.csv&on=2025-12-01", "機器ID,拠点番号\nD-0014,40\n")
                  .body.find("device/site_closed"),
        std::string::npos);
    const auto change = [&](const std::string& to) {
        return R"({"on":"2025-12-01","units":[")" + unit_of("D-0014") + R"("],"edit":{"site_id":")" + to + R"("}})";
    };
    EXPECT_NE(
        stage->post(worker, "/register/bulk/preview", change(shut)).body.find("device/site_closed"), std::string::npos);

    const std::string brief = open_site(worker, 41, "南部分庁舎", "2025-10-01").text("id");
    ASSERT_EQ(refusal(move_unit("D-0014", brief, "2025-11-04")), "");
    at("2025-12-01T03:00:00Z");
    const Answer seen = stage->post(worker, "/register/bulk/preview", change(north));
    const Answer saved = stage->post(worker, "/register/bulk",
        R"({"change":)" + change(north) + R"(,"preview":")" + seen.text("preview") + R"(","reason":"集約"})");
    ASSERT_EQ(saved.status, 200) << saved.body;
    ASSERT_EQ(refusal(turn(brief, "close", "2025-12-01")), "");
    EXPECT_EQ(stage->post(worker, "/register/acts/" + saved.text("act") + "/undo", R"({"reason":"誤り"})").text("code"),
        "device/site_closed");
    EXPECT_EQ(site_of("D-0014"), north);
}

// What is entered ahead shows everywhere when its day has come.
TEST_P(Sites, change_ahead_of_time)
{
    const std::string north = site_of("D-0014");
    ASSERT_EQ(change_site(city, north, "2026-01-05", "北区北30条西1丁目", 1).status, 200);
    EXPECT_EQ(stage->get(city, "/sites").body.find("北区北30条"), std::string::npos);
    EXPECT_TRUE(shows(north, "2026-01-05", "北区北30条"));
    at("2026-01-05T00:30:00Z");
    contract::bring_sites_up(stage->program().database(), stage->program().clock().now());
    EXPECT_NE(stage->get(city, "/sites").body.find("北区北30条"), std::string::npos);
}

TEST_P(Sites, come_from_a_list_as_they_were_seen)
{
    const std::string list = "拠点番号,拠点,所在地,ひとこと\n3,北区役所戸籍住民課,北区北30条西1丁目,\n40,北部分庁舎,"
                             "東区,\n1,,中央区北1条西2丁目,\n40,二度,,\n";
    const std::string path = "/site-register/lists?name=sites.csv&on=2025-10-01";
    const Answer seen = stage->post(worker, path, list);
    ASSERT_EQ(seen.status, 200) << seen.body;
    EXPECT_NE(seen.body.find(R"("new":1,"changed":1)"), std::string::npos) << seen.body;
    EXPECT_NE(seen.body.find("import/duplicate_site"), std::string::npos);
    const std::string save = path + "&preview=" + seen.text("preview") + "&reason=%E5%B8%82%E3%81%AE%E4%B8%80%E8%A6%A7";
    EXPECT_EQ(refusal(stage->post(worker, save, list)), "import/refused_rows");
    EXPECT_EQ(refusal(stage->post(worker, path + "&skip_refused=true&preview=" + seen.text("preview"), list)),
        "required reason");
    EXPECT_EQ(refusal(stage->post(worker, save + "&skip_refused=true", list + "41,あとから,,\n")), "import/changed");
    ASSERT_EQ(refusal(stage->post(worker, save + "&skip_refused=true", list)), "");
    EXPECT_NE(stage->get(city, "/sites").body.find("北部分庁舎"), std::string::npos);
    EXPECT_EQ(refusal(stage->post(worker, save + "&skip_refused=true", list)), "import/changed");
    EXPECT_EQ(stage->post(site, path, list).status, 403);
}

TEST_P(Sites, are_seen_by_their_people_only)
{
    const std::string north = site_of("D-0014");
    const std::string own = stage->get(site, "/register").text("site_id");
    EXPECT_EQ(stage->get(site, "/sites/" + own).status, 200);
    for (const char* part : {"", "/work", "/layout", "/events"})
        EXPECT_EQ(stage->get(site, "/sites/" + north + part).status, 404) << part;
    EXPECT_EQ(stage->get(division, "/sites/" + north).status, 404);
    const std::string list = stage->get(site, "/site-register").body;
    EXPECT_EQ(list.find(north), std::string::npos);
    EXPECT_NE(list.find(own), std::string::npos);
    EXPECT_EQ(change_site(site, own, "2025-10-01", "どこか", 1).status, 403);
    EXPECT_EQ(open_site(auditor, 40, "北部分庁舎", "2025-11-01").status, 403);
}

// Two contracts print two addresses of one office (X-15); who sees both is told.
TEST_P(Sites, say_where_another_contract_has_another_address)
{
    const YAML::Node sites = YAML::Load(stage->get(auditor, "/sites").body)["items"];
    std::string office;
    for (const YAML::Node& each : sites) {
        if (each["name"].as<std::string>() == "定山渓出張所")
            office = each["id"].as<std::string>();
    }
    std::string told;
    for (const YAML::Node& each : YAML::Load(stage->get(auditor, "/sites/" + office).body)["other_addresses"])
        told += each["name"].as<std::string>() + " " + each["address"].as<std::string>() + "\n";
    EXPECT_EQ(told, "定山渓出張所 札幌市南区定山渓温泉東4丁目315-4\n");
    const std::string own = stage->get(site, "/register").text("site_id");
    EXPECT_NE(stage->get(site, "/sites/" + own).body.find(R"("other_addresses":[])"), std::string::npos);
}

TEST_P(Sites, tell_whom_to_call_on_a_day_to_who_sees_them)
{
    const std::string contacts = "/sites/" + site_of("D-0014") + "/contacts";
    const auto add = [&](const std::string& name, const std::string& days) {
        const Answer added = stage->post(worker, contacts,
            R"({"name":")" + name + R"(","section":"庶務係","phone":"011-000-0000","note":"昼は内線 12",)" + days +
                "}");
        ASSERT_EQ(added.status, 201) << added.body;
    };
    add("前の担当", R"("from":"2025-04-01","to":"2025-10-31")");
    add("今の担当", R"("from":"2025-11-01")");
    add("次の担当", R"("from":"2026-01-05")");
    struct Case {
        const char* query;
        const char* on;
        const char* names;
    };
    const Case cases[] = {
        {"?on=2025-03-31", "2025-03-31", ""},
        {"?on=2025-10-31", "2025-10-31", " 前の担当"},
        {"?on=2025-11-01", "2025-11-01", " 今の担当"},
        {"", "2025-12-01", " 今の担当"},
        {"?on=2026-01-05", "2026-01-05", " 次の担当 今の担当"},
    };
    for (const Case& c : cases) {
        const Answer told = stage->get(responsible, contacts + c.query);
        ASSERT_EQ(told.status, 200) << told.body;
        EXPECT_EQ(told.text("on"), c.on);
        std::string names;
        for (const char* name : {"次の担当", "今の担当", "前の担当"})
            names += told.body.find(name) == std::string::npos ? "" : std::string{" "} + name;
        EXPECT_EQ(names, c.names) << c.query;
    }
    EXPECT_EQ(stage->get(city, contacts).text("note"), "昼は内線 12");
    EXPECT_EQ(stage->get(auditor, contacts).status, 200);
    EXPECT_EQ(stage->get(division, contacts).status, 404) << "divisions of the city see no register";
    EXPECT_EQ(refusal(stage->get(site, contacts)), "site/not_found") << "people of one site see their own";
    EXPECT_EQ(stage->get(site, "/sites/" + stage->get(site, "/register").text("site_id") + "/contacts").status, 200);
}

TEST_P(Sites, have_contacts_floors_and_seats)
{
    const std::string north = site_of("D-0014");
    const std::string one = "/sites/" + north;
    const std::string body =
        R"({"name":"戸籍住民課","section":"庶務係","phone":"０１１－０００－００００","note":"","from":"2025-10-01")";
    const Answer contact = stage->post(worker, one + "/contacts", body + "}");
    ASSERT_EQ(contact.status, 201) << contact.body;
    EXPECT_EQ(contact.text("phone"), "011-000-0000");
    const std::string change = one + "/contacts/" + contact.text("id");
    ASSERT_EQ(stage->send(worker, http::Method::put, change, body + R"(,"to":"2025-11-30"})", 1).status, 200);
    EXPECT_EQ(refusal(stage->send(worker, http::Method::put, change, body + "}", 1)), "site/changed");
    EXPECT_NE(stage->get(city, one + "?on=2025-11-30").body.find(R"("holds":true)"), std::string::npos);
    EXPECT_NE(stage->get(city, one + "?on=2025-12-01").body.find(R"("holds":false)"), std::string::npos);

    const std::string layout =
        R"({"floors":[{"name":"1階","seats":[{"name":"窓口1","section":"戸籍","x":250,"y":500},{"name":"窓口2","section":""}]}]})";
    const auto draw = [&](const std::string& floors, int version) {
        return stage->send(worker, http::Method::put, one + "/layout", floors, version);
    };
    EXPECT_EQ(draw(layout, 0).status, 428) << "the version that was seen must be named";
    const Answer drawn = draw(layout, 1);
    ASSERT_EQ(drawn.status, 200) << drawn.body;
    EXPECT_EQ(refusal(draw(layout, 1)), "site/changed");
    EXPECT_NE(drawn.body.find(R"("place":"1階 窓口1")"), std::string::npos);
    ASSERT_EQ(refusal(stage->post(worker, "/register/" + unit_of("D-0014") + "/moves",
                  R"({"on":"2025-11-04","site_id":")" + north +
                      R"(","place":"１階　窓口１","use":"in_service","cause":"relocation"})")),
        "");
    const std::string seated = stage->get(city, one + "/layout").body;
    EXPECT_NE(seated.find(R"("x":250,"y":500,"units":[{)"), std::string::npos) << seated;
    EXPECT_NE(
        stage->get(city, one + "/layout?on=2025-11-03").body.find(R"("x":250,"y":500,"units":[])"), std::string::npos);
    EXPECT_EQ(stage->send(site, http::Method::put, one + "/layout", layout, 2).status, 403);
}

TEST_P(Sites, have_plans_of_their_floors)
{
    const std::string one = "/sites/" + site_of("D-0014");
    const Answer drawn =
        stage->send(worker, http::Method::put, one + "/layout", R"({"floors":[{"name":"1階","seats":[]}]})", 1);
    const auto at_floor = drawn.body.find("\"floors\":[{\"id\":\"") + 17;
    const std::string plan = one + "/floors/" + drawn.body.substr(at_floor, 36) + "/plan";
    const std::string png = "\x89PNG\r\n\x1a\n" +
        std::string("\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x08\x08\x02\0\0\0CRC!", 25) +
        std::string("\0\0\0\x04"
                    "eXIfGPS!CRC!"
                    "\0\0\0\0IENDCRC!",
            28);
    EXPECT_EQ(refusal(stage->post(worker, plan + "?name=plan.png", "<svg/>", 2)), "site/no_picture");
    ASSERT_EQ(refusal(stage->post(worker, plan + "?name=plan.png", png, 2)), "");
    const Answer fetched = stage->get(city, plan);
    EXPECT_EQ(fetched.status, 200);
    EXPECT_EQ(fetched.body.find("GPS!"), std::string::npos) << "what the camera wrote is gone";
    EXPECT_EQ(stage->get(site, plan).status, 404);
    EXPECT_EQ(refusal(stage->send(worker, http::Method::del, plan, "", 2)), "site/changed");
    EXPECT_EQ(refusal(stage->send(worker, http::Method::del, plan, "", 3)), "");
    EXPECT_EQ(stage->get(city, plan).status, 404);
}

HOSHUBAN_ON_BOTH_DATABASES(Sites);

}
}
