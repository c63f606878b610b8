// The premises: who was in a controlled room and when, who took part in a drill, and what the city saw of it.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Premises : public Story {
protected:
    std::string site_named(const std::string& name)
    {
        const std::string all = stage->get(city, "/site-register").body;
        const auto named = all.find(R"("name":")" + name + '"');
        EXPECT_NE(named, std::string::npos) << all.substr(0, 400);
        const auto id = all.rfind(R"("id":")", named) + 6;
        return all.substr(id, all.find('"', id) - id);
    }
    std::string north() { return stage->get(city, "/register?q=D-0014").text("site_id"); }
    std::string room_at(const std::string& at_site, const std::string& name = "サーバ室")
    {
        const Answer made = stage->post(worker, "/controlled-rooms",
            fmt::format(
                R"({{"site_id":"{}","name":"{}","floor":"3階","procedure":"守衛室で鍵を借りる"}})", at_site, name));
        EXPECT_EQ(made.status, 201) << made.body;
        return made.text("id");
    }
    Answer enter(const std::string& room, const std::string& name, const std::string& more = {})
    {
        return stage->post(worker, "/entry-records",
            fmt::format(
                R"({{"room_id":"{}","name":"{}","affiliation":"架空電機","purpose":"点検"{}}})", room, name, more));
    }
    std::string entered(const std::string& room, const std::string& name, const std::string& more = {})
    {
        const Answer made = enter(room, name, more);
        EXPECT_EQ(made.status, 201) << made.body;
        return "/entry-records/" + made.text("id");
    }
    Answer leave(const std::string& record, const std::string& body = "{}", int version = 1)
    {
        return stage->post(worker, record + "/exit", body, version);
    }
    Answer confirm(const char* login, const std::string& record, int version)
    {
        return stage->post(login, "/entry-records/confirmations",
            fmt::format(R"({{"items":[{{"id":"{}","version":{}}}]}})", record.substr(record.rfind('/') + 1), version));
    }
    int listed(const char* login, const std::string& path, std::string_view key = R"("may_keep":)")
    {
        const std::string body = stage->get(login, path).body;
        int found = 0;
        for (auto at = body.find(key); at != std::string::npos; at = body.find(key, at + key.size()))
            ++found;
        return found;
    }

    const std::string own_site = "市役所2階住民情報課"; ///< of the site's contact
};

TEST_P(Premises, know_who_is_inside_and_nobody_is_in_two_places)
{
    const std::string server = room_at(north());
    const std::string store = room_at(north(), "保管庫");
    const std::string record = entered(server, "見本 花子");
    EXPECT_EQ(listed(city, "/entry-records?shown=inside"), 1);

    const Answer again = enter(store, "見本　花子");
    EXPECT_EQ(refusal(again), "premises/elsewhere in_at");
    EXPECT_EQ(said(again, "in_at"),
        "見本　花子さんは2025-12-01 09:00から「サーバ室」にいる記録があります。先にその退室か訂正を記録してください。");
    EXPECT_EQ(enter(store, "見本 花子", R"(,"in_at":"2025-12-01T07:00","out_at":"2025-12-01T08:00")").status, 201)
        << "who was elsewhere before";

    const std::string room = "/controlled-rooms/" + server;
    EXPECT_EQ(refusal(stage->post(worker, room + "/close", R"({"on":"2025-12-01","reason":"改修"})", 1)),
        "premises/somebody_inside");
    at("2025-12-01T10:30");
    EXPECT_EQ(refusal(leave(record, R"({"out_at":"2025-12-01T08:59"})")), "premises/out_before_in out_at");
    const Answer gone = leave(record);
    EXPECT_EQ(gone.text("out_at"), "2025-12-01T01:30:00Z");
    EXPECT_EQ(leave(record).status, 412) << "in the version before";
    EXPECT_EQ(refusal(leave(record, "{}", 2)), "premises/not_inside");

    at("2025-12-02T09:00");
    EXPECT_EQ(stage->post(worker, room + "/close", R"({"on":"2025-12-02","reason":"改修"})", 1).status, 200);
    EXPECT_EQ(refusal(enter(server, "見本 花子")), "premises/room_closed room_id");
    EXPECT_EQ(enter(server, "見本 太郎", R"(,"in_at":"2025-12-01T11:00","out_at":"2025-12-01T12:00")").status, 201)
        << "told later of a day on which it was open";
    EXPECT_EQ(stage->post(worker, room + "/reopen", R"({"reason":"改修が終わった"})", 2).status, 200);
    EXPECT_EQ(refusal(enter("nowhere", "見本 花子")), "premises/room_not_found room_id");
}

TEST_P(Premises, keep_every_version_and_what_the_city_saw_of_it)
{
    const std::string record = entered(room_at(north()), "見本 花子");
    EXPECT_EQ(refusal(confirm(city, record, 1)), "premises/still_inside items[0]");
    at("2025-12-01T10:00");
    ASSERT_EQ(leave(record).status, 200);
    EXPECT_EQ(confirm(worker, record, 2).status, 403) << "the contractor does not confirm for the city";
    EXPECT_EQ(confirm(city, record, 2).status, 200);

    const std::string room = stage->get(worker, record).text("room_id");
    const auto correction = [&](const char* in, const char* reason) {
        return fmt::format(
            R"({{"record":{{"room_id":"{}","name":"見本 花子","affiliation":"架空電機","purpose":"点検",)"
            R"("in_at":"{}","out_at":"2025-12-01T10:00"}},"reason":"{}"}})",
            room, in, reason);
    };
    EXPECT_EQ(refusal(stage->post(worker, record + "/correction", correction("2025-12-01T08:50", " "), 2)),
        "required reason");
    EXPECT_EQ(refusal(stage->post(worker, record + "/correction", correction("2025-12-01T09:00", "誤記"), 2)),
        "premises/nothing_changed");
    const Answer corrected =
        stage->post(worker, record + "/correction", correction("2025-12-01T08:50", "入室の時刻の誤記"), 2);
    ASSERT_EQ(corrected.status, 200) << corrected.body;
    EXPECT_EQ(listed(city, record, R"("act":)"), 3);
    EXPECT_EQ(listed(city, record, R"("in_at":"2025-12-01T00:00:00Z")"), 2) << "what stood there before stays";
    EXPECT_EQ(refusal(confirm(city, record, 2)), "premises/changed items[0]") << "another version than it read";
    EXPECT_EQ(confirm(city, record, 3).status, 200);

    EXPECT_EQ(stage->post(worker, record + "/withdrawal", R"({"reason":"二重に記録した"})", 3).status, 200);
    EXPECT_EQ(listed(city, "/entry-records", R"("withdrawn":true)"), 1) << "withdrawn, not gone";
    EXPECT_EQ(listed(city, record + "/events", R"("kind":)"), 6);
}

TEST_P(Premises, are_found_by_site_room_person_and_period)
{
    const std::string northern = north();
    const std::string own = site_named(own_site);
    const std::string server = room_at(northern);
    const std::string office = room_at(own, "執務室");
    const auto past = [&](const std::string& room, const char* name, const char* day) {
        entered(room, name, fmt::format(R"(,"in_at":"{0}T07:00","out_at":"{0}T08:00")", day));
    };
    past(server, "見本 花子", "2025-11-30");
    past(server, "見本 太郎", "2025-12-01");
    past(office, "見本 花子", "2025-12-01");

    EXPECT_EQ(listed(city, "/entry-records"), 3);
    EXPECT_EQ(listed(city, "/entry-records?site=" + northern), 2);
    EXPECT_EQ(listed(city, "/entry-records?room=" + office), 1);
    EXPECT_EQ(listed(city, "/entry-records?person=%E8%8A%B1%E5%AD%90"), 2) << "花子";
    EXPECT_EQ(listed(city, "/entry-records?from=2025-12-01"), 2);
    EXPECT_EQ(listed(city, "/entry-records?until=2025-11-30"), 1);
    const Answer first = stage->get(city, "/entry-records?limit=2");
    EXPECT_EQ(listed(city, "/entry-records?limit=2&cursor=" + first.text("next_cursor")), 1);
    EXPECT_EQ(refusal(stage->get(city, "/entry-records?cursor=x")), "list/cursor");

    EXPECT_EQ(listed(site, "/entry-records"), 1) << "of the own site";
    EXPECT_EQ(listed(site, "/controlled-rooms", R"("procedure":)"), 1);
    EXPECT_EQ(listed(site, "/entry-records?site=" + northern), 0);
    EXPECT_EQ(stage->get(division, "/entry-records").status, 404);
    const Answer file = stage->get(city, "/entry-records/export?from=2025-12-01");
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body.substr(0, 2), "PK");
}

TEST_P(Premises, hold_drills_with_who_took_part_and_who_could_not)
{
    const std::string northern = north();
    const std::string person = stage->get(responsible, "/roster").text("id");
    const auto drill = [&](const char* day, const std::string& attendees, const char* result) {
        return fmt::format(R"({{"site_id":"{}","on":"{}","kind":"evacuation","asked":"館内放送に従って避難する",)"
                           R"("result":"{}","attendees":[{}]}})",
            northern, day, result, attendees);
    };
    const std::string absent = fmt::format(R"({{"worker_id":"{}","attended":false,"reason":"作業のため"}})", person);
    EXPECT_EQ(refusal(stage->post(worker, "/drills", drill("2025-12-05", absent, ""))), "premises/drill_to_come on");
    EXPECT_EQ(stage->post(city, "/drills", drill("2025-12-05", "", "")).status, 403);
    const Answer made = stage->post(worker, "/drills", drill("2025-12-05", "", ""));
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string one = "/drills/" + made.text("id");
    EXPECT_EQ(refusal(stage->post(city, one + "/confirmation", "", 1)), "premises/drill_to_come");

    at("2025-12-05T16:00");
    const Answer told = stage->post(worker, one + "/correction",
        R"({"drill":)" + drill("2025-12-05", absent, "全員が避難した") + R"(,"reason":"出欠と結果の記入"})", 1);
    ASSERT_EQ(told.status, 200) << told.body;
    EXPECT_EQ(told.text("reason"), "作業のため");
    EXPECT_EQ(stage->post(city, one + "/confirmation", "", 1).status, 412) << "another version than it read";
    EXPECT_EQ(stage->post(city, one + "/confirmation", "", 2).status, 200);
    EXPECT_EQ(listed(city, "/drills?kind=evacuation"), 1);
    EXPECT_EQ(listed(city, "/drills?kind=security"), 0);
    EXPECT_EQ(listed(city, "/drills?until=2025-12-04"), 0);
    EXPECT_EQ(stage->get(site, one).status, 404) << "another site's";
    EXPECT_EQ(stage->get(auditor, "/drills/export").status, 200);
    EXPECT_EQ(listed(city, one + "/events", R"("kind":)"), 3);
}

HOSHUBAN_ON_BOTH_DATABASES(Premises);

}
}
