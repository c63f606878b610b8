// What people, files and servers do wrong: a clear answer, nothing half-saved, nothing lost, and a chain that holds.
#include "story.hpp"

#include "features/account/person_store.hpp"
#include "formats/docx_package_test.hpp"
#include "platform/db/test_database.hpp"
#include "platform/scan/scanner_fixture_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>

namespace hoshuban::scenario {
namespace {

using namespace std::string_view_literals;
using test::PretendedClamd;

constexpr const char* chief = "kessai";
constexpr const char* stand_in = "daiko";

class BadInput : public Story {
protected:
    void begin() override { open_with({}); }
    void open_scanned_by(const std::string& clamd) { open_with(*scan::Scanner::at(clamd)); }
    std::string person(const char* login)
    {
        return stage->program().database().read(
            [&](db::Reader& reader) { return account::find_person_by_login(reader, login)->id.text; });
    }

private:
    // A sign-in is an event too: everybody is in before anything is refused.
    void open_with(std::optional<scan::Scanner> scanner)
    {
        open("2025-12-01T09:00", std::move(scanner));
        for (const char* login : {city, chief, stand_in, responsible, worker})
            stage->sign_in(login);
    }
};

TEST_P(BadInput, an_old_version_and_ones_own_procedure_are_not_approved)
{
    const std::string id = accepted(R"("settings_change_city")");
    stage->hand_in_procedure(id);
    const Answer handed = stage->get(city, "/work-requests/" + id + "/procedures");
    const std::string approval = handed.text("approval_id");
    const std::string content = handed.text("content_sha256");
    refuses("one's own", {403, "approval/own_application", "自分の申請は判断できません"},
        [&] { return decide(responsible, approval, "grant", {}, content); });
    refuses("another content", {409, "approval/old_content", "最新の内容を読んでから"},
        [&] { return decide(city, approval, "grant", {}, std::string(64, 'b')); });
    refuses("a version of the application that is not the present one",
        {412, "approval/changed", "ほかの人が先に操作しました"}, [&] {
            return stage->post(city, "/approvals/" + approval + "/decide",
                R"({"verdict":"grant","content_sha256":")" + content + "\"}", 7);
        });

    const std::string procedure = "/procedures/" + handed.text("procedure_id");
    ASSERT_EQ(stage->post(responsible, procedure + "/versions", R"({"note":"順を変えた"})", 1).status, 200);
    refuses("a procedure of which there is a newer version", {409, "approval/settled", "申請の対象が変わったため"},
        [&] { return decide(city, approval, "grant", {}, content); });
    EXPECT_EQ(stage->get(city, "/work-requests/" + id + "/procedures").text("missing"), "voided");
    EXPECT_EQ(stage->get(city, "/approvals/" + approval).text("state"), "voided") << "the application stays to be read";
}

TEST_P(BadInput, nobody_signs_twice)
{
    const std::string waiver = ask("document_waiver");
    ASSERT_EQ(decide(city, waiver, "grant").text("state"), "asked") << "the second step is open";
    refuses("both steps of one application", {409, "approval/signed_twice", "前の段を判断した人は"},
        [&] { return decide(city, waiver, "grant"); });
    EXPECT_EQ(decide(chief, waiver, "grant").text("state"), "granted");
    refuses("what is decided", {409, "approval/settled", "もう判断されています"},
        [&] { return decide(city, waiver, "grant"); });

    const std::string one = "/work-requests/" + accepted(R"("settings_change_city")");
    const int started = stage->start_work(one.substr(15), 2);
    const Answer told = stage->post(worker, one + "/result",
        R"({"result":"済","procedure_followed":"手順","performed_on":"2025-12-01","performed_by":"試作 次郎",)"
        R"("actual_hours":1})",
        started);
    ASSERT_EQ(told.status, 200) << told.body;
    const int version = std::stoi(told.text("version"));
    ASSERT_EQ(stage->post(responsible, one + "/sign", "{}", version).text("status"), "confirming");
    refuses("the contractor's signature", {409, "work_request/wrong_state", "すでに確認済みです"},
        [&] { return stage->post(responsible, one + "/sign", "{}", version + 1); });
}

TEST_P(BadInput, a_deputy_decides_within_his_period_only)
{
    ASSERT_EQ(
        stage->post(city, "/approvers", R"({"kind":"bundling","step":0,"person_id":")" + person(chief) + "\"}").status,
        201);
    ASSERT_EQ(stage
                  ->post(city, "/deputies",
                      R"({"person_id":")" + person(chief) + R"(","deputy_id":")" + person(stand_in) +
                          R"(","first":"2025-12-03","last":"2025-12-04"})")
                  .status,
        201);
    const std::string bundling = ask("bundling");
    const Refusal outside{403, "approval/deputy_outside_period", "決裁 文子さんの代理の期間（2025-12-03～2025-12-04）"};
    for (const char* moment : {"2025-12-02T23:59", "2025-12-05T00:00"}) {
        stage->clock.set(*parse_instant(moment));
        stage->sign_in(stand_in);
        refuses(moment, outside, [&] { return decide(stand_in, bundling, "grant"); });
    }
    stage->clock.set(*parse_instant("2025-12-04T23:59"));
    for (const char* login : {city, stand_in})
        stage->sign_in(login);
    refuses("who is neither", {403, "approval/not_named", "この段は決裁 文子が判断します"},
        [&] { return decide(city, bundling, "grant"); });
    EXPECT_EQ(decide(stand_in, bundling, "grant").text("state"), "granted");
    stage->sign_in(responsible);
    EXPECT_NE(stage->get(responsible, "/approvals/" + bundling).body.find("決裁 文子"), std::string::npos)
        << "in whose place";
}

TEST_P(BadInput, who_begins_tomorrow_is_not_assigned_today)
{
    const std::string id = accepted(R"("settings_change_city")");
    ASSERT_EQ(
        stage
            ->post(responsible, "/roster",
                R"({"entry":{"name":"新人 七海","company":"架空システム株式会社","work":"設定","assets":"設定情報"}})")
            .text("takes_effect_on"),
        "2025-12-02");
    const std::string roster = stage->get(responsible, "/roster").body;
    const std::size_t named = roster.find("新人 七海");
    ASSERT_NE(named, std::string::npos);
    const std::size_t at = roster.rfind("{\"id\":\"", named) + 7;
    const auto assign = [&](const std::string& first) {
        return stage->post(responsible, "/work-requests/" + id + "/assignments",
            fmt::format(R"({{"worker_id":"{}","task":"現地作業","first_day":"{}"}})", roster.substr(at, 36), first));
    };
    refuses("today",
        {409, "people/not_yet_in_force",
            "新人 七海さんは、届出では令和7年12月2日（火）から従事者です。令和7年12月1日（月）にはまだ"},
        [&] { return assign("2025-12-01"); });
    EXPECT_EQ(assign("2025-12-02").status, 201);
}

TEST_P(BadInput, a_permission_is_not_used_after_its_end)
{
    const std::string request = accepted(R"("settings_change_city")");
    const Answer medium = stage->post(responsible, "/media",
        R"({"label":"USB-01","kind":"usb","name":"更新","purpose":"OSの更新","keeper":"架空 一郎","storage_place":"棚"})");
    const std::string one = "/media/" + medium.text("id");
    const auto permit_until = [&](const std::string& end) {
        grant(ask("prohibited_act",
            R"(,"acts":["connect_device"],"until":")" + end + R"(","request_id":")" + request + "\""));
    };
    permit_until("2025-12-01T17:00");
    const Answer planned = stage->post(
        worker, one + "/uses", R"({"planned_at":"2025-12-01T16:00","purpose":"更新","request_id":")" + request + "\"}");
    ASSERT_EQ(planned.status, 200) << planned.body;
    const std::size_t use = planned.body.find("\"uses\":[{\"id\":\"") + 15;
    const auto connect = [&] {
        return stage->post(
            worker, one + "/uses/" + planned.body.substr(use, 36) + "/record", R"({"used_by":"試作 次郎"})");
    };
    stage->clock.set(*parse_instant("2025-12-01T17:00"));
    for (const char* login : {worker, responsible, city})
        stage->sign_in(login);
    ASSERT_EQ(stage
                  ->post(worker, one + "/manual-checks",
                      R"({"checked_by":"保全 三枝","tool":"検査端末","definitions_on":"2025-12-01","verdict":"clean"})")
                  .text("check"),
        "clean");
    refuses("at its end", {409, "approval/permission_over", "許可 P25-0"}, connect);
    permit_until("2025-12-01T19:00");
    EXPECT_EQ(connect().status, 200) << "with a new one";
}

TEST_P(BadInput, infected_files_are_refused_named_and_recorded)
{
    PretendedClamd::Answers answers;
    answers.stream = [](const std::string& bytes) {
        return std::string{bytes.contains("virus") ? "stream: Test.Virus FOUND\0"sv : "stream: OK\0"sv};
    };
    const PretendedClamd clamd{answers};
    open_scanned_by(clamd.address());
    const std::string one = "/work-requests/" + accepted(R"("settings_change_city")");
    const auto before = stored();
    const Answer refused = stage->post(worker, one + "/attachments?name=a.txt", "a virus");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("code"), "upload/infected");
    EXPECT_EQ(refused.text("path"), "a.txt");
    EXPECT_NE(refused.text("detail_ja").find("「a.txt」からウイルスが見つかりました（Test.Virus）"), std::string::npos);
    auto after = stored();
    EXPECT_NE(after.at("event"), before.at("event")) << "the refusal itself is on record";
    after["event"] = before.at("event");
    EXPECT_EQ(after, before);
    EXPECT_EQ(stage->post(worker, one + "/attachments?name=a.txt", "fine").status, 201);
}

TEST_P(BadInput, a_scanner_that_is_down_or_talks_nonsense_lets_nothing_in)
{
    PretendedClamd::Answers garbage;
    garbage.stream = [](const std::string&) { return std::string{"stream: OK, I think"}; };
    PretendedClamd::Answers too_large;
    too_large.stream = [](const std::string&) { return std::string{"INSTREAM size limit exceeded. ERROR\0"sv}; };
    too_large.listens_to_the_end = false;
    const PretendedClamd lying{garbage};
    const PretendedClamd small{too_large};
    struct Case {
        const char* story;
        std::string address, bytes, words;
    };
    const Case cases[] = {
        {"down", "unix:/nonexistent/clamd", "fine", "につながりません。ファイルは保存していません。"},
        {"garbage", lying.address(), "fine", "ウイルス検査の答えを読めません。ファイルは保存していません。"},
        {"larger than it takes", small.address(), std::string(4'000'000, 'x'), "ファイルは保存していません。"},
    };
    for (const Case& c : cases) {
        open_scanned_by(c.address);
        const std::string one = "/work-requests/" + accepted(R"("settings_change_city")");
        refuses(c.story, {503, "upload/not_scanned", c.words},
            [&] { return stage->post(worker, one + "/attachments?name=a.txt", c.bytes); });
        EXPECT_EQ(stage->get(worker, one + "/attachments").text("items"), "[") << c.story;
    }
}

// 12 digits with the right check digit, as people write them; the place is named, and the number stands nowhere.
TEST_P(BadInput, a_my_number_is_refused_in_any_text_and_its_place_named)
{
    const std::string request = "/work-requests/" + accepted(R"("settings_change_city")");
    struct Case {
        const char *login, *path, *before, *after, *place;
    };
    const Case cases[] = {
        {city, "/work-requests", R"({"title":")", "\"}", "title"},
        {city, "/work-requests", R"({"title":"題","body":")", "\"}", "body"},
        {worker, "/questions", R"({"subject_kind":"contract","title":"件名","text":")", "\"}", "text"},
        {responsible, "/approvals", R"({"kind":"bundling","title":"題","reason":")", "\"}", "reason"},
        {responsible, "/procedures", R"({"kind":"own","title":")", "\"}", "title"},
        {responsible, "/roster",
            R"({"entry":{"name":"新人 七海","company":"架空","work":"設定","assets":"情報","contact":")", "\"}}",
            "entry.contact"},
        {responsible, "/media",
            R"({"label":"U","kind":"usb","name":"更新","keeper":"架空","storage_place":"棚","purpose":")", "\"}",
            "purpose"},
        {city, "/loans",
            R"({"number":"K","kind":"key","lent_by":"市","lent_to":"架空","holder":"試作","storage_place":"棚",)"
            R"("lent_on":"2025-12-01","due_back":null,"title":")",
            "\"}", "title"},
        {responsible, "/vendor-notices", R"({"word":"contact","content":")", "\"}", "content"},
        {worker, "/emergency-starts",
            R"({"title":"障害","instructed_by":"見本","instructed_at":"2025-12-01T08:50","instructed_how":"電話",)"
            R"("instruction":")",
            "\"}", "instruction"},
        {city, "/webhooks", R"({"url":"https://example.jp/","groups":["due"],"name":")", "\"}", "name"},
    };
    for (const Case& c : cases) {
        for (const char* number : {"123456789018", "１２３４５６７８９０１８", "1234-5678-9018"}) {
            refuses(fmt::format("{} {} {}", c.path, c.place, number),
                {422, "request/invalid_fields", "入力に誤りがあります"}, [&] {
                    const Answer answer =
                        stage->post(c.login, c.path, fmt::format("{}番号 {}{}", c.before, number, c.after));
                    EXPECT_EQ(answer.text("path"), c.place);
                    EXPECT_NE(answer.body.find("text/my_number"), std::string::npos);
                    EXPECT_EQ(answer.body.find(number), std::string::npos) << "the answer does not repeat it";
                    return answer;
                });
        }
    }
    refuses("pasted into the list", {422, "request/invalid_fields", "入力に誤りがあります"}, [&] {
        return stage->post(city, "/work-requests/changes",
            R"({"changes":[{"id":")" + request.substr(15) + R"(","version":2,"fields":{"body":"123456789018"}}]})");
    });
    refuses("inside a file", {422, "text/my_number", "マイナンバー"}, [&] {
        return stage->post(
            worker, request + "/attachments?name=a.docx", test::docx_of_lines({"はじめに", "番号 123456789018"}));
    });
    EXPECT_EQ(stage->post(city, "/work-requests", R"({"title":"番号 123456789012"})").status, 201)
        << "the check digit is wrong: a number of something else";
}

TEST_P(BadInput, what_looks_like_a_password_is_asked_about_once)
{
    const std::string body = R"({"title":"題","body":"管理者のパスワード: Xy7!kq92"})";
    refuses("unconfirmed", {409, "text/password_like", "パスワードと思われる文字があります"}, [&] {
        const Answer answer = stage->post(city, "/work-requests", body);
        EXPECT_EQ(answer.text("path"), "body");
        EXPECT_EQ(answer.body.find("Xy7!kq92"), std::string::npos);
        return answer;
    });
    EXPECT_EQ(stage->post_confirmed(city, "/work-requests", body).status, 201);
    EXPECT_EQ(stage->post(city, "/work-requests", R"({"title":"パスワードを変える"})").status, 201)
        << "the word alone is none";
    refuses("a My Number is never confirmed", {422, "request/invalid_fields", ""},
        [&] { return stage->post_confirmed(city, "/work-requests", R"({"title":"123456789018"})"); });
}

HOSHUBAN_ON_BOTH_DATABASES(BadInput);

}
}
