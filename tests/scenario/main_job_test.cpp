// The main job, told through the HTTP interface: the city's Excel list comes in, both sides work on it, it goes out
// again.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace hoshuban::scenario {
namespace {

class MainJob : public Story { };

TEST_P(MainJob, the_citys_list_is_imported_after_a_look_and_comes_back_unchanged)
{
    const std::string file = file_bytes("tests/fixtures/work_requests/specimen.xlsx");
    const Answer preview = stage->post(city, "/work-requests/imports?name=list.xlsx", file);
    ASSERT_EQ(preview.status, 201) << preview.body;
    EXPECT_NE(preview.body.find(R"("counts":{"new":4,"changed":0,"unchanged":0,"refused":0})"), std::string::npos)
        << preview.body;
    EXPECT_EQ(stage->get(city, "/work-requests?q=A21A&total=true").text("total"), "0") << "a preview saves nothing";

    const Answer saved = stage->post(city, "/work-requests/imports/" + preview.text("id") + "/save", "{}");
    EXPECT_EQ(saved.body, R"({"created":4,"changed":0})");
    EXPECT_EQ(stage->get(city, "/work-requests?q=A21A&total=true").text("total"), "4");
    EXPECT_EQ(
        stage->post(city, "/work-requests/imports/" + preview.text("id") + "/save", "{}").text("code"), "import/saved");

    const Answer exported = stage->get(city, "/work-requests/export?layout=specimen");
    ASSERT_EQ(exported.status, 200);
    const Answer again = stage->post(city, "/work-requests/imports?name=again.xlsx", exported.body);
    EXPECT_NE(again.body.find(R"("counts":{"new":0,"changed":0,"unchanged":16,"refused":0})"), std::string::npos)
        << again.body;
    const Answer flat = stage->get(city, "/work-requests/export?layout=flat");
    const Answer flat_again = stage->post(city, "/work-requests/imports?name=flat.xlsx", flat.body);
    EXPECT_NE(flat_again.body.find(R"("counts":{"new":0,"changed":0,"unchanged":16,"refused":0})"), std::string::npos);
}

TEST_P(MainJob, a_request_goes_from_the_citys_pen_to_both_signatures)
{
    const Answer written = stage->post(city, "/work-requests",
        R"({"title":"設定の変更","body":"手順書のとおり変更してください。","work_types":["settings_change_city"]})");
    ASSERT_EQ(written.status, 201) << written.body;
    EXPECT_EQ(written.text("number"), "A25A-13");
    EXPECT_EQ(written.text("entered_on"), "2025-12-01");
    EXPECT_EQ(written.text("wish_on"), "2026-01-01");
    const std::string one = "/work-requests/" + written.text("id");

    stage->clock.set(*parse_instant("2025-12-02T10:00"));
    stage->sign_in(responsible);
    EXPECT_EQ(stage->post(responsible, one + "/accept", R"({"planned_hours":3.5})", 1).text("status"), "in_progress");
    EXPECT_EQ(stage->post(responsible, one + "/sign", "{}", 2).text("code"), "gate/not_started");

    stage->clock.set(*parse_instant("2025-12-03T15:00"));
    EXPECT_EQ(stage->start_work(written.text("id"), 2), 3);
    stage->sign_in(worker);
    EXPECT_EQ(
        stage
            ->post(worker, one + "/result",
                R"({"result":"変更した。","procedure_followed":"設定変更手順書 第1版","performed_on":"2025-12-03",)"
                R"("performed_by":"試作 次郎","actual_hours":3.0})",
                3)
            .text("status"),
        "in_progress");
    stage->sign_in(responsible);
    const Answer attached = stage->post(responsible, one + "/attachments?name=%E7%B5%90%E6%9E%9C.txt", "結果の記録");
    EXPECT_EQ(attached.status, 201) << attached.body;
    EXPECT_EQ(stage->get(auditor, one + "/attachments/" + attached.text("id")).body, "結果の記録");
    EXPECT_EQ(stage->post(responsible, one + "/sign", "{}", 4).text("status"), "confirming");

    stage->clock.set(*parse_instant("2025-12-04T09:30"));
    stage->sign_in(city);
    const Answer done = stage->post(city, one + "/sign", "{}", 5);
    EXPECT_EQ(done.text("status"), "done");
    EXPECT_EQ(done.text("city_confirmed_on"), "2025-12-04");
    EXPECT_EQ(done.text("contractor_confirmed_on"), "2025-12-03");
    EXPECT_EQ(done.entity_tag, "\"6\"");
}

TEST_P(MainJob, nobody_signs_for_the_other_side)
{
    const Answer list = stage->get(city, "/work-requests?status=confirming&limit=1");
    const std::string one = "/work-requests/" + list.text("id");
    const int version = std::stoi(list.text("version"));
    EXPECT_EQ(stage->post(responsible, one + "/sign", "{}", version).status, 409)
        << "the contractor has signed already";
    EXPECT_EQ(stage->post(worker, one + "/sign", "{}", version).status, 403);
    EXPECT_EQ(stage->post(auditor, one + "/sign", "{}", version).status, 403);
    EXPECT_EQ(stage->get(city, one).text("status"), "confirming");
}

TEST_P(MainJob, who_saw_an_older_version_is_told_and_changes_nothing)
{
    const Answer list = stage->get(city, "/work-requests?status=requested&limit=1");
    const std::string one = "/work-requests/" + list.text("id");
    EXPECT_EQ(stage->send(city, http::Method::patch, one, R"({"title":"先に直した"})", 1).text("version"), "2");
    EXPECT_EQ(stage->send(city, http::Method::patch, one, R"({"title":"後から直した"})", 1).status, 412);
    EXPECT_EQ(stage->send(city, http::Method::patch, one, R"({"title":"版を言わない"})").status, 428);
    EXPECT_EQ(stage->send(city, http::Method::patch, one, R"({"result":"相手の欄"})", 2).status, 403);
    EXPECT_EQ(stage->get(city, one).text("title"), "先に直した");
}

TEST_P(MainJob, who_only_reads_changes_nothing)
{
    const Answer list = stage->get(city, "/work-requests?status=in_progress&limit=1");
    const std::string one = "/work-requests/" + list.text("id");
    const std::string version = list.text("version");
    for (const char* reader : {"hozen", "kansa"}) {
        EXPECT_EQ(
            stage->send(reader, http::Method::patch, one, R"({"title":"書換え"})", std::stoi(version)).status, 403)
            << reader;
        EXPECT_EQ(stage
                      ->post(reader, "/work-requests/changes",
                          R"({"changes":[{"id":")" + list.text("id") + R"(","version":)" + version +
                              R"(,"fields":{"title":"書換え"}}]})")
                      .status,
            403)
            << reader;
    }
    EXPECT_EQ(stage->get(city, one).text("version"), version);
}

TEST_P(MainJob, a_page_continues_where_the_last_one_ended)
{
    const Answer first = stage->get(city, "/work-requests?limit=5&sort=-number&total=true");
    EXPECT_EQ(first.text("total"), "12");
    EXPECT_EQ(first.text("number"), "A25A-12");
    const Answer second = stage->get(city, "/work-requests?limit=5&sort=-number&cursor=" + first.text("next_cursor"));
    EXPECT_EQ(second.text("number"), "A25A-07");
    const Answer third = stage->get(city, "/work-requests?limit=5&sort=-number&cursor=" + second.text("next_cursor"));
    EXPECT_EQ(third.text("number"), "A25A-02");
    EXPECT_EQ(third.text("next_cursor"), "null");
}

TEST_P(MainJob, the_list_by_status_follows_the_flow_of_the_work_page_by_page)
{
    const auto ranks = [&](const std::string& sort) {
        std::string found;
        std::string cursor;
        do {
            const Answer page = stage->get(city, "/work-requests?limit=1&sort=" + sort + cursor);
            const std::string status = page.text("status");
            found += status == "requested" ? '0' : status == "in_progress" ? '1' : status == "confirming" ? '2' : '3';
            cursor = page.text("next_cursor") == "null" ? "" : "&cursor=" + page.text("next_cursor");
        } while (!cursor.empty());
        return found;
    };
    const std::string forward = ranks("status");
    EXPECT_EQ(forward.size(), 12U);
    EXPECT_TRUE(std::ranges::is_sorted(forward)) << forward;
    EXPECT_EQ(std::set<char>(forward.begin(), forward.end()), (std::set<char>{'0', '1', '2', '3'})) << forward;
    EXPECT_EQ(ranks("-status"), std::string(forward.rbegin(), forward.rend()));
}

TEST_P(MainJob, pasted_cells_are_read_as_people_write_them_and_saved_together_or_not_at_all)
{
    const Answer list = stage->get(city, "/work-requests?status=requested&limit=1");
    const std::string change = R"({"changes":[{"id":")" + list.text("id") + R"(","version":1,"fields":{)";
    const Answer looked = stage->post(
        city, "/work-requests/changes", change + R"("wish_on":"令和8年1月15日","title":"直した題"}}],"dry_run":true})");
    EXPECT_EQ(looked.text("saved"), "false");
    EXPECT_NE(looked.body.find("2026-01-15"), std::string::npos) << looked.body;
    const Answer refused =
        stage->post(city, "/work-requests/changes", change + R"("wish_on":"2021/2/30","title":"直した題"}}]})");
    EXPECT_EQ(refused.text("outcome"), "refused");
    EXPECT_EQ(refused.text("saved"), "false");
    const Answer saved =
        stage->post(city, "/work-requests/changes", change + R"("wish_on":"R8.1.15","title":"直した題"}}]})");
    EXPECT_EQ(saved.text("saved"), "true");
    EXPECT_EQ(stage->get(city, "/work-requests/" + list.text("id")).text("wish_on"), "2026-01-15");
}

HOSHUBAN_ON_BOTH_DATABASES(MainJob);

}
}
