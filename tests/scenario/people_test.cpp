// The roster of the contractor's people, told through the HTTP interface: who is on it from when, who may be assigned,
// what leaving means, who sees what.
#include "story.hpp"

#include "features/account/person_store.hpp"
#include "features/people/leaving_job.hpp"
#include "features/people/people_api.hpp"
#include "features/people/people_store.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

std::string entry(const std::string& name, const std::string& more = "")
{
    return R"({"entry":{"name":")" + name +
        R"(","company":"架空システム株式会社","work":"端末の設定","assets":"端末の設定情報","contact":"090-0000-9999"})" +
        more + "}";
}

class People : public Story {
protected:
    std::vector<people::Worker> roster()
    {
        return stage->program().database().read(
            [](db::Reader& reader) { return people::list_workers(reader, contract); });
    }

    people::Worker named(const std::string& name)
    {
        const auto all = roster();
        const auto found = std::ranges::find_if(
            all, [&](const people::Worker& each) { return each.changes.back().entry.name == name; });
        if (found == all.end())
            throw std::runtime_error("nobody is called " + name);
        return *found;
    }

    std::string any_request()
    {
        const Answer written = stage->post(city, "/work-requests", R"({"title":"端末の移設","body":"本文"})");
        EXPECT_EQ(written.status, 201) << written.body;
        return written.text("id");
    }

    std::string assigned(const std::string& request, const people::Worker& who, const std::string& first)
    {
        const Answer answer = stage->post(responsible, "/work-requests/" + request + "/assignments",
            R"({"worker_id":")" + who.id.text + R"(","task":"現地作業","first_day":")" + first + "\"}");
        return answer.status == 201 ? "" : answer.text("code");
    }

    int run_midnight_job()
    {
        return people::end_rights(stage->program().database(), stage->clock.now(), [] {});
    }
};

TEST_P(People, an_entry_reaches_the_city_the_day_before_and_is_assigned_from_its_day_on)
{
    const Answer late = stage->post(responsible, "/roster", entry("新人 七海", R"(,"takes_effect_on":"2025-12-01")"));
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.text("code"), "people/too_late");
    EXPECT_NE(late.body.find("最も早い日は令和7年12月2日（火）です。"), std::string::npos) << late.body;

    const Answer told = stage->post(responsible, "/roster", entry("新人 七海"));
    ASSERT_EQ(told.status, 201) << told.body;
    EXPECT_EQ(told.text("takes_effect_on"), "2025-12-02");
    EXPECT_EQ(told.text("standing"), "announced");
    EXPECT_NE(told.text("approval_number"), "");

    const std::string request = any_request();
    const people::Worker newcomer = named("新人 七海");
    EXPECT_EQ(assigned(request, newcomer, "2025-12-01"), "people/not_yet_in_force");
    EXPECT_EQ(assigned(request, newcomer, "2025-12-02"), "");
    EXPECT_EQ(assigned(request, newcomer, "2025-12-02"), "people/assigned_already");
    EXPECT_EQ(
        assigned(request, people::Worker{.id = {"nobody"}, .contract_id = contract}, "2025-12-02"), "people/no_worker");
    const Answer list = stage->get(city, "/work-requests/" + request + "/assignments");
    EXPECT_EQ(list.text("name"), "新人 七海");
    EXPECT_EQ(stage->get(worker, "/work-requests/" + request + "/events").text("kind"), "assignment.made");
}

TEST_P(People, what_the_city_decides_about_a_change_holds)
{
    ASSERT_EQ(stage->post(responsible, "/roster", entry("新人 七海")).status, 201);
    ASSERT_EQ(stage->post(responsible, "/roster", entry("新人 八重")).status, 201);
    const auto settle = [&](const char* name, approval::State state) {
        const std::string change = named(name).changes.front().id.text;
        stage->program().database().write([&](db::Tx& tx) {
            const Actor actor{.person = {"p"}, .name = "見本 太郎"};
            approval::Approval decided;
            decided.contract_id = contract;
            decided.number = "承認-9";
            decided.asked.subject = {"roster_change", change};
            decided.state = state;
            ASSERT_TRUE(people::settle_change(tx, {actor, stage->clock.now()}, decided));
        });
    };
    settle("新人 七海", approval::State::granted);
    settle("新人 八重", approval::State::refused);
    const LocalDay tomorrow = parse_day("2025-12-02").value();
    EXPECT_EQ(people::presence_on(named("新人 七海"), tomorrow), people::Presence::in_force);
    EXPECT_EQ(named("新人 七海").changes.front().standing, people::Standing::settled);
    EXPECT_EQ(people::presence_on(named("新人 八重"), tomorrow), people::Presence::void_entry);
    EXPECT_EQ(assigned(any_request(), named("新人 八重"), "2025-12-02"), "people/not_registered");
}

TEST_P(People, the_city_decides_about_exactly_what_was_announced)
{
    const Answer told = stage->post(responsible, "/roster", entry("新人 七海"));
    ASSERT_EQ(told.status, 201) << told.body;
    const Answer listed = stage->get(city, "/approvals?kind=roster_change");
    const std::string one = "/approvals/" + listed.text("id");
    ASSERT_EQ(listed.text("number"), told.text("approval_number"));
    const std::string content = stage->get(city, one).text("content_sha256");
    EXPECT_EQ(content.size(), 64U);
    const auto take_note = [&](const std::string& seen) {
        return stage->post(city, one + "/decide", R"({"verdict":"acknowledge","content_sha256":")" + seen + "\"}", 1);
    };
    EXPECT_EQ(take_note("").text("code"), "approval/old_content");
    EXPECT_EQ(take_note(std::string(64, 'a')).text("code"), "approval/old_content");

    // Where the city has to consent, what stands now must be what was asked for.
    const people::RosterChange change = named("新人 七海").changes.front();
    approval::Approval decided;
    decided.contract_id = contract;
    decided.number = "承認-9";
    decided.asked.subject = {"roster_change", change.id.text};
    decided.state = approval::State::granted;
    const auto settle = [&](const std::string& asked_for) {
        decided.asked.content_sha256 = asked_for;
        return stage->program().database().write([&](db::Tx& tx) -> Result<void> {
            const Actor actor{.person = {"p"}, .name = "見本 太郎"};
            return people::settle_change(tx, {actor, stage->clock.now()}, decided);
        });
    };
    EXPECT_EQ(settle(std::string(64, 'a')).error().code, "people/other_content");
    EXPECT_EQ(named("新人 七海").changes.front().standing, people::Standing::announced);
    EXPECT_TRUE(settle(content));
    EXPECT_EQ(named("新人 七海").changes.front().standing, people::Standing::settled);
    EXPECT_EQ(take_note(content).status, 200);
}

TEST_P(People, an_announcement_is_withdrawn_once_and_only_before_its_day)
{
    ASSERT_EQ(stage->post(responsible, "/roster", entry("新人 七海")).status, 201);
    const people::Worker newcomer = named("新人 七海");
    const std::string path =
        "/roster/" + newcomer.id.text + "/changes/" + newcomer.changes.front().id.text + "/withdraw";
    EXPECT_EQ(stage->post(responsible, path, R"({"reason":"採用の取りやめ"})").status, 428);
    EXPECT_EQ(stage->post(city, path, R"({"reason":"採用の取りやめ"})", 1).status, 403);
    EXPECT_EQ(stage->post(responsible, path, R"({"reason":"採用の取りやめ"})", 1).status, 204);
    EXPECT_EQ(stage->post(responsible, path, R"({"reason":"採用の取りやめ"})", 1).text("code"), "people/changed");
    EXPECT_EQ(stage->post(responsible, path, R"({"reason":"採用の取りやめ"})", 2).text("code"), "people/not_open");
    const people::Worker present = named("架空 一郎");
    EXPECT_EQ(stage
                  ->post(responsible,
                      "/roster/" + present.id.text + "/changes/" + present.changes.front().id.text + "/withdraw",
                      R"({"reason":"取りやめ"})", 1)
                  .text("code"),
        "people/not_open");
}

TEST_P(People, leaving_ends_roles_and_sessions_at_midnight)
{
    const people::Worker leaver = named("試作 次郎");
    const std::string changes = "/roster/" + leaver.id.text + "/changes";
    ASSERT_EQ(stage->post(responsible, changes, R"({"kind":"leaving","takes_effect_on":"2025-12-02"})", 1).status, 201);

    stage->clock.set(*parse_instant("2025-12-01T23:50"));
    stage->sign_in(worker);
    EXPECT_EQ(run_midnight_job(), 0);
    EXPECT_EQ(stage->get(worker, "/work-requests").status, 200) << "still there on the last day";
    stage->clock.set(*parse_instant("2025-12-02T00:00"));
    EXPECT_EQ(run_midnight_job(), 1);
    EXPECT_EQ(stage->get(worker, "/work-requests").status, 401) << "the session is over";
    stage->sign_in(worker);
    EXPECT_EQ(stage->get(worker, "/work-requests").status, 404) << "and so is the role";
    stage->sign_in(responsible);
    EXPECT_EQ(stage->get(responsible, "/roster/" + leaver.id.text + "/events").text("kind"), "worker.rights_ended");
}

TEST_P(People, leaving_today_in_an_emergency_ends_them_at_once)
{
    const people::Worker leaver = named("試作 次郎");
    const std::string changes = "/roster/" + leaver.id.text + "/changes";
    ASSERT_EQ(stage->get(worker, "/work-requests").status, 200);
    const std::string today = R"({"kind":"leaving","takes_effect_on":"2025-12-01","emergency":true)";
    EXPECT_EQ(stage->post(responsible, changes, today + "}", 1).text("code"), "people/emergency_reason");
    EXPECT_EQ(stage->post(responsible, changes, today + R"(,"reason":"重大な違反"})", 1).status, 201);
    EXPECT_EQ(stage->get(worker, "/work-requests").status, 401);
}

TEST_P(People, contact_data_are_for_those_who_need_them)
{
    struct Case {
        const char* login;
        int status;
        bool contacts;
    };
    const Case cases[] = {{city, 200, true}, {responsible, 200, true}, {officer, 200, true}, {worker, 200, false},
        {auditor, 200, false}, {division, 404, false}, {site, 404, false}};
    const std::string one = "/roster/" + named("仮名 四葉").id.text;
    for (const Case& c : cases) {
        SCOPED_TRACE(c.login);
        for (const std::string& path : {std::string{"/roster"}, one, std::string{"/roster/chart"}}) {
            const Answer answer = stage->get(c.login, path);
            EXPECT_EQ(answer.status, c.status) << path;
            EXPECT_EQ(answer.body.find("090-0000-0004") != std::string::npos, c.contacts) << path;
        }
        EXPECT_EQ(stage->get(c.login, one + "/events").body.find("090-0000-0004"), std::string::npos);
        EXPECT_EQ(stage->get(c.login, one + "/attachments").status, c.contacts ? 200 : c.status == 404 ? 404 : 403);
    }
    EXPECT_NE(stage->get(worker, "/roster/" + named("試作 次郎").id.text).body.find("090-0000-0002"), std::string::npos)
        << "one's own";
}

TEST_P(People, only_the_contractors_keepers_change_the_roster)
{
    const std::string one = "/roster/" + named("仮名 四葉").id.text;
    struct Route {
        http::Method method;
        std::string path;
        std::string body;
    };
    const Route routes[] = {
        {http::Method::post, "/roster", entry("誰か")},
        {http::Method::post, one + "/changes", R"({"kind":"leaving"})"},
        {http::Method::post, one + "/trainings", R"({"subject":"研修","held_on":"2025-11-01"})"},
        {http::Method::put, one + "/pledge", R"({"pledged_on":"2025-11-01"})"},
        {http::Method::put, one + "/account", R"({"person_id":null})"},
        {http::Method::post, "/roster/imports?name=x.xlsx", "bytes"},
    };
    for (const Route& route : routes) {
        for (const char* login : {city, worker, auditor, division, site})
            EXPECT_EQ(stage->send(login, route.method, route.path, route.body, 1).status, 403) << login << route.path;
    }
    const std::string request = any_request();
    for (const char* login : {city, worker, officer, auditor})
        EXPECT_EQ(stage
                      ->post(login, "/work-requests/" + request + "/assignments",
                          R"({"worker_id":"w","task":"作業","first_day":"2025-12-02"})")
                      .status,
            403)
            << login;
}

TEST_P(People, measures_are_demanded_only_by_the_city_and_where_the_contract_says_so)
{
    const std::string demands = "/roster/" + named("仮名 四葉").id.text + "/demands";
    const std::string reason = R"({"reason":"持込みの禁止を守らない。"})";
    for (const char* login : {responsible, worker, officer, auditor})
        EXPECT_EQ(stage->post(login, demands, reason).text("code"), "people/city_only") << login;
    EXPECT_EQ(stage->post(division, demands, reason).status, 404);
    EXPECT_EQ(stage->post(city, demands, reason).text("code"), "people/no_measures") << "not in this contract";
}

TEST_P(People, trainings_pledges_and_accounts_are_recorded)
{
    const people::Worker who = named("仮名 四葉");
    const std::string one = "/roster/" + who.id.text;
    EXPECT_EQ(stage->post(officer, one + "/trainings", R"({"subject":"研修","held_on":"2025-12-02"})").text("code"),
        "people/day_ahead");
    EXPECT_EQ(stage->post(officer, one + "/trainings", R"({"subject":"秋の研修","held_on":"2025-11-04"})").status, 204);
    EXPECT_EQ(
        stage->send(officer, http::Method::put, one + "/pledge", R"({"pledged_on":"2025-11-05"})", 1).status, 204);
    EXPECT_EQ(
        stage->send(officer, http::Method::put, one + "/pledge", R"({"pledged_on":"2025-11-06"})", 1).status, 412);
    const auto person_of = [&](const char* login) {
        return stage->program().database().read(
            [&](db::Reader& reader) { return account::find_person_by_login(reader, login)->id.text; });
    };
    EXPECT_EQ(
        stage->send(officer, http::Method::put, one + "/account", R"({"person_id":")" + person_of(city) + "\"}", 2)
            .text("code"),
        "people/no_account")
        << "nobody of the city";
    const Answer shown = stage->get(city, one);
    EXPECT_EQ(shown.text("pledged_on"), "2025-11-05");
    EXPECT_EQ(shown.text("trained_on"), "2025-11-04");
    EXPECT_EQ(shown.entity_tag, "\"2\"");
}

TEST_P(People, the_roster_leaves_as_excel_and_comes_back_after_a_look)
{
    const Answer file = stage->get(responsible, "/roster/export");
    ASSERT_EQ(file.status, 200);
    const Answer same = stage->post(responsible, "/roster/imports?name=roster.xlsx", file.body);
    ASSERT_EQ(same.status, 200) << same.body;
    EXPECT_EQ(same.body.find(R"("outcome":"changed")"), std::string::npos) << same.body;
    EXPECT_EQ(same.body.find(R"("outcome":"new")"), std::string::npos) << same.body;
    EXPECT_EQ(stage->post(responsible, "/roster/imports?name=roster.xlsx&seen=other", file.body).text("code"),
        "import/changed");

    // A change in between makes the same file say something else.
    const people::Worker who = named("仮名 四葉");
    ASSERT_EQ(
        stage
            ->post(responsible, "/roster/" + who.id.text + "/changes",
                R"({"kind":"change","entry":{"name":"仮名 四葉","company":"架空システム株式会社","work":"別の作業","assets":"端末の設定情報"}})",
                1)
            .status,
        201);
    stage->clock.set(*parse_instant("2025-12-02T09:00"));
    stage->sign_in(responsible);
    const Answer plan = stage->post(responsible, "/roster/imports?name=roster.xlsx", file.body);
    EXPECT_NE(plan.body.find(R"("before":"別の作業","after":"更新プログラムの適用と点検")"), std::string::npos)
        << plan.body;
    const std::size_t before = roster().size();
    const Answer saved =
        stage->post(responsible, "/roster/imports?name=roster.xlsx&seen=" + plan.text("seen"), file.body);
    EXPECT_EQ(saved.text("saved"), "true") << saved.body;
    EXPECT_EQ(roster().size(), before);
    EXPECT_EQ(named("仮名 四葉").changes.back().entry.work, "更新プログラムの適用と点検");
    EXPECT_EQ(named("仮名 四葉").changes.back().takes_effect_on, parse_day("2025-12-03").value());
}

TEST_P(People, the_chart_is_drawn_as_of_a_day_and_comes_as_word)
{
    const Answer chart = stage->get(auditor, "/roster/chart");
    EXPECT_NE(chart.body.find(R"("業務責任者","架空 一郎","架空システム株式会社")"), std::string::npos) << chart.body;
    const Answer empty = stage->get(auditor, "/roster/chart?as_of=2025-03-31");
    EXPECT_NE(empty.body.find(R"("missing":["responsible","security_officer"])"), std::string::npos) << empty.body;
    const Answer word = stage->get(city, "/roster/chart/docx");
    EXPECT_EQ(word.status, 200);
    EXPECT_TRUE(word.body.starts_with("PK"));
    EXPECT_NE(stage->get(city, "/roster?as_of=2025-03-31")
                  .body.find(R"("missing_duties":["responsible","security_officer"])"),
        std::string::npos);
}

HOSHUBAN_ON_BOTH_DATABASES(People);

}
}
