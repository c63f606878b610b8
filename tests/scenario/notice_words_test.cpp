// What each room's events are called on the screen, where they lead, and that nobody hears of what he may not see.
#include "story.hpp"

#include "features/account/membership_store.hpp"
#include "features/account/person_store.hpp"
#include "features/notice/notice_store.hpp"
#include "features/notice/tell_job.hpp"
#include "features/people/leaving_job.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class NoticeWords : public Story {
protected:
    void begin() override
    {
        Story::begin();
        tell_from_here_on();
    }
    void tell_from_here_on()
    {
        notice::tell(stage->program().teller());
        for (const char* login : {city, division, site, responsible, worker, officer, auditor})
            EXPECT_EQ(stage->post(login, "/notices/read", R"({"until":1000000})").status, 200);
    }
    /// What somebody has not read, the newest first: "ja | en | number title | path | detail".
    std::string told(const char* login)
    {
        notice::tell(stage->program().teller());
        const Answer answer = stage->get(login, "/notices?unread=true");
        EXPECT_EQ(answer.status, 200) << answer.body;
        std::string lines;
        for (std::string_view rest = answer.body; rest.contains(R"({"sequence":)");) {
            rest.remove_prefix(rest.find(R"({"sequence":)") + 1);
            const Answer item{200, std::string{rest.substr(0, rest.find(R"({"sequence":)"))}, {}};
            const Answer detail{200, item.body.substr(item.body.find(R"("detail":)")), {}};
            lines += fmt::format("{} | {} | {} | {} | {}", item.text("ja"), item.text("en"), item.text("number"),
                item.text("title"), item.text("path"));
            if (!detail.text("ja").empty())
                lines += fmt::format(" | {} | {}", detail.text("ja"), detail.text("en"));
            lines += '\n';
        }
        return lines;
    }
    /// Somebody else who has a role here and signs in nowhere.
    PersonId add(const std::string& name, Role role, const std::optional<SiteId>& at = {})
    {
        const PersonId id{name};
        stage->program().database().write([&](db::Tx& tx) {
            EXPECT_TRUE(account::insert(tx, {.id = id, .login = name, .name = name}, stage->clock.now()));
            EXPECT_TRUE(account::add_membership(
                tx, MembershipId{"m-" + name}, id, {contract, role, *parse_day("2025-04-01"), std::nullopt, "", at}));
        });
        return id;
    }
    std::string told_person(const PersonId& person)
    {
        notice::tell(stage->program().teller());
        return stage->program().database().read([&](db::Reader& reader) {
            const Actor actor{.person = person,
                .name = person.text,
                .memberships = account::roles_in_force(reader, person, day_of(stage->clock.now()))};
            std::string lines;
            for (const notice::Notice& each : notice::list(reader, notice::sight_of(actor, contract), {}))
                lines += fmt::format("{} | {} | {}\n", each.kind, each.title, each.path);
            return lines;
        });
    }
    std::string person_id(const std::string& name)
    {
        const std::string body = stage->get(city, "/people").body;
        const auto at = body.find("\"" + name + "\"");
        const auto key = body.rfind(R"("person_id":")", at) + 13;
        return body.substr(key, body.find('"', key) - key);
    }
};

TEST_P(NoticeWords, of_a_procedure)
{
    const Answer made =
        stage->post(city, "/procedures", R"({"kind":"city_manual","title":"端末の手引","issuer":"システム課"})");
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string one = "/procedures/" + made.text("id");
    const Answer next = stage->post(city, one + "/versions", R"({"note":"写真を替えた"})", 1);
    ASSERT_EQ(next.status, 200) << next.body;
    EXPECT_EQ(told(responsible),
        fmt::format("手順書の版を追加 | Version added | {} | 端末の手引 | {}\n", made.text("number"), one));
    EXPECT_EQ(told(city), "");
    for (const char* login : {division, site, worker, auditor})
        EXPECT_EQ(told(login), "") << login;
}

TEST_P(NoticeWords, of_somebody_who_leaves_the_roster)
{
    const std::string list = stage->get(responsible, "/roster").body;
    const auto at = list.rfind(R"("id":")", list.find("試作 次郎")) + 6;
    const std::string id = list.substr(at, list.find('"', at) - at);
    const Answer leaving = stage->post(
        responsible, "/roster/" + id + "/changes", R"({"kind":"leaving","takes_effect_on":"2025-12-02"})", 1);
    ASSERT_EQ(leaving.status, 201) << leaving.body;
    tell_from_here_on();
    stage->clock.set(*parse_instant("2025-12-02T09:00"));
    EXPECT_EQ(people::end_rights(stage->program().database(), stage->clock.now(), [] {}), 1);
    for (const char* login : {city, division, site, responsible, officer, auditor})
        stage->sign_in(login);
    const std::string line = "従事者の権限を終了 | Rights of a worker ended |  | 試作 次郎 | /people/" + id;
    for (const char* login : {city, responsible, officer})
        EXPECT_TRUE(told(login).starts_with(line)) << login << ": " << told(login);
    for (const char* login : {division, site, auditor})
        EXPECT_EQ(told(login), "") << login;
}

TEST_P(NoticeWords, of_a_loan_that_is_lost_and_its_incident)
{
    const Answer lent = stage->post(city, "/loans",
        R"({"number":"K-77","kind":"key","title":"電算室の鍵","lent_by":"システム課","lent_to":"架空保守",)"
        R"("holder":"試作 次郎","storage_place":"金庫","lent_on":"2025-12-01","due_back":null})");
    ASSERT_EQ(lent.status, 201) << lent.body;
    const std::string one = "/loans/" + lent.text("id");
    EXPECT_EQ(told(responsible), "貸与 | Lent | K-77 | 電算室の鍵 | " + one + "\n");
    tell_from_here_on();
    ASSERT_EQ(stage->post(responsible, one + "/acts", R"({"act":"lost","person":"試作 次郎","note":"見当たらない"})", 1)
                  .status,
        200);
    const Answer incident = stage->get(city, "/security-incidents?limit=1");
    const std::string lines = told(city);
    EXPECT_NE(lines.find("貸与品を紛失 | Loan lost | K-77 | 電算室の鍵 | " + one), std::string::npos) << lines;
    EXPECT_NE(lines.find(fmt::format("事故・損害を受付 | Incident taken in | {} | {} | "
                                     "/security-incidents/{}",
                  incident.text("number"), incident.text("title"), incident.text("id"))),
        std::string::npos)
        << lines;
    EXPECT_EQ(std::ranges::count(lines, '\n'), 2) << lines;
    for (const char* login : {division, site, worker, auditor})
        EXPECT_EQ(told(login), "") << login;
}

TEST_P(NoticeWords, of_an_incident_that_a_site_reports_never_return_to_the_site)
{
    const Answer reported = stage->post(site, "/security-incidents",
        R"({"kind":"loss","title":"書類の紛失","what":"設計書が無い","noticed_at":"2025-12-01T00:00:00Z","place":"窓口"})");
    ASSERT_EQ(reported.status, 201) << reported.body;
    const std::string id = reported.text("id");
    EXPECT_EQ(std::ranges::count(told(responsible), '\n'), 1);
    EXPECT_EQ(told(site), "");
    EXPECT_EQ(stage->get(site, "/security-incidents/" + id).status, 404) << "reported, but not for him to read";
}

TEST_P(NoticeWords, of_a_medium_on_which_a_virus_is_found)
{
    const Answer made = stage->post(responsible, "/media",
        R"({"label":"USB-77","kind":"usb","name":"更新一式","purpose":"更新","keeper":"架空 一郎","storage_place":"棚"})");
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string one = "/media/" + made.text("id");
    stage->clock.advance(std::chrono::minutes{10});
    const Answer checked = stage->post(worker, one + "/manual-checks",
        R"({"checked_by":"保全 三枝","tool":"検査端末","definitions_on":"2025-12-01","verdict":"infected"})");
    ASSERT_LT(checked.status, 300) << checked.body;
    const std::string line = "媒体からウイルスを検出 | Virus found on a medium | USB-77 | 更新一式 | " + one;
    for (const char* login : {city, responsible, officer})
        EXPECT_NE(told(login).find(line), std::string::npos) << login << ": " << told(login);
    for (const char* login : {division, site, auditor})
        EXPECT_EQ(told(login), "") << login;
}

TEST_P(NoticeWords, of_a_day_of_work_name_the_day)
{
    const Answer written = stage->post(city, "/work-requests", R"({"title":"端末の移設","body":"本文"})");
    ASSERT_EQ(written.status, 201) << written.body;
    const std::string one = "/requests/" + written.text("id");
    tell_from_here_on();
    const Answer window = stage->post(responsible, "/work-requests/" + written.text("id") + "/windows",
        R"({"from":"2025-12-03T00:00:00Z","until":"2025-12-03T03:00:00Z"})");
    ASSERT_EQ(window.status, 201) << window.body;
    // Where the contract keeps a register of permissions, the application that stands for the window is told as well.
    const std::string proposed = told(city);
    EXPECT_TRUE(proposed.starts_with(
        fmt::format("作業日程を提案 | Window proposed | {} | 端末の移設 | {} | 令和7年12月3日（水）9:00～12:00 | "
                    "2025-12-03 9:00 to 12:00\n",
            written.text("number"), one)))
        << proposed;
    EXPECT_EQ(
        stage->post(city, "/windows/" + window.text("id") + "/refuse", R"({"reason":"行事と重なる"})", 1).status, 200);
    const std::string refused = told(responsible);
    EXPECT_TRUE(refused.starts_with(
        fmt::format("作業日程を断る | Window refused | {} | 端末の移設 | {} | "
                    "令和7年12月3日（水）9:00～12:00。行事と重なる | 2025-12-03 9:00 to 12:00. 行事と重なる\n",
            written.text("number"), one)))
        << refused;
    for (const char* login : {division, site})
        EXPECT_EQ(told(login), "") << login;
}

TEST_P(NoticeWords, of_a_deputy_reach_the_deputy_and_nobody_else)
{
    const PersonId deputy = add("代理 花子", Role::city_section);
    const std::string body =
        fmt::format(R"({{"person_id":"{}","deputy_id":"{}","first":"2025-12-02","last":"2025-12-05"}})",
            person_id("見本 太郎"), deputy.text);
    const Answer named = stage->post(city, "/deputies", body);
    ASSERT_EQ(named.status, 201) << named.body;
    const std::string title = "見本 太郎 → 代理 花子（2025-12-02～2025-12-05）";
    EXPECT_EQ(told_person(deputy), "approval.deputy_named | " + title + " | /approvals\n");
    for (const char* login : {city, division, site, responsible, worker, officer, auditor})
        EXPECT_EQ(told(login), "") << login;
    ASSERT_EQ(stage->send(city, http::Method::del, "/deputies/" + named.text("id")).status, 204);
    EXPECT_EQ(
        told_person(deputy), "approval.deputy_removed | " + title + " | \napproval.deputy_named | " + title + " | \n")
        << "whoever was told hears of the end, and nothing leads to what is gone";
    EXPECT_EQ(told(responsible), "");
}

TEST_P(NoticeWords, of_an_approver_name_the_step)
{
    const PersonId approver = add("係長 桜", Role::city_section);
    const Answer named =
        stage->post(city, "/approvers", R"({"kind":"copy","step":0,"person_id":")" + approver.text + "\"}");
    ASSERT_EQ(named.status, 201) << named.body;
    const std::string line = told_person(approver);
    EXPECT_TRUE(line.starts_with("approval.approver_named | ")) << line;
    EXPECT_TRUE(line.ends_with(" 1: 係長 桜 | /approvals\n")) << line;
    for (const char* login : {city, division, site, responsible, worker, auditor})
        EXPECT_EQ(told(login), "") << login;
}

HOSHUBAN_ON_BOTH_DATABASES(NoticeWords);

}
}
