// Everybody finds what he may see, whatever he asks for: words, files, devices, one kind, the next page.
#include "story.hpp"

#include "features/contract/contract_store.hpp"
#include "features/search/follow_job.hpp"
#include "features/search/hit_store.hpp"
#include "formats/docx_package_test.hpp"
#include "platform/db/backup.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

std::string encoded(std::string_view text)
{
    std::string escaped;
    for (const char byte : text)
        escaped += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    return escaped;
}

class Search : public Story {
protected:
    Answer ask(const char* login, std::string_view words, const std::string& more = "")
    {
        stage->program().follower().catch_up();
        return stage->get(login, "/search?q=" + encoded(words) + more);
    }
    bool finds(const char* login, std::string_view words, std::string_view text)
    {
        const Answer answer = ask(login, words);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.body.find(text) != std::string::npos;
    }
    std::string written(const std::string& body)
    {
        const Answer answer = stage->post(city, "/work-requests", body);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.text("id");
    }
};

TEST_P(Search, shows_each_role_only_what_it_may_see)
{
    written(R"({"title":"税務課の鍵盤を替える","body":"本文","division":"税務課"})");
    for (const char* login : {city, "kaku", "tameshi", "hozen", "kansa"}) {
        SCOPED_TRACE(login);
        EXPECT_TRUE(finds(login, "鍵盤", "税務課の"));
    }
    for (const char* login : {division, site}) {
        SCOPED_TRACE(login);
        const Answer answer = ask(login, "鍵盤");
        EXPECT_EQ(answer.body, R"({"groups":[],"building":false})");
        EXPECT_EQ(ask(login, "税務課").body.find("鍵盤"), std::string::npos);
    }

    // Not even as more to come, or behind a made-up cursor.
    for (int i = 0; i < 8; ++i)
        written(R"({"title":"鍵盤の交換","body":"本文","division":"税務課"})");
    const std::string own = stage->get(division, "/work-requests?limit=1").text("division");
    written(R"({"title":"鍵盤の清掃","body":"本文","division":")" + own + "\"}");
    const Answer answer = ask(division, "鍵盤", "&limit=1");
    EXPECT_NE(answer.body.find("清掃"), std::string::npos) << answer.body;
    EXPECT_NE(answer.body.find(R"("next_cursor":null)"), std::string::npos) << answer.body;
    EXPECT_NE(ask(city, "鍵盤", "&limit=1").body.find(R"("next_cursor":")"), std::string::npos);
    EXPECT_EQ(ask(division, "鍵盤", "&kinds=work_request&cursor=0.99999").body.find("交換"), std::string::npos);
}

TEST_P(Search, follows_a_request_from_one_division_to_another)
{
    const std::string own = stage->get(division, "/work-requests?limit=1").text("division");
    const std::string id = written(R"({"title":"鍵盤の交換","body":"本文","division":")" + own + "\"}");
    EXPECT_TRUE(finds(division, "鍵盤", "交換"));
    EXPECT_EQ(
        stage->send(city, http::Method::patch, "/work-requests/" + id, R"({"division":"税務課"})", 1).status, 200);
    EXPECT_FALSE(finds(division, "鍵盤", "交換"));
    EXPECT_TRUE(finds(city, "鍵盤", "交換"));
}

TEST_P(Search, finds_a_question_for_who_reaches_its_request)
{
    const std::string own = stage->get(division, "/work-requests?limit=1").text("division");
    const std::string id = written(R"({"title":"題","body":"本文","division":")" + own + "\"}");
    const auto ask_about = [&](const std::string& subject, const char* text) {
        const Answer asked =
            stage->post("kaku", "/questions", "{" + subject + R"(,"title":"件名","text":")" + text + "\"}");
        EXPECT_EQ(asked.status, 201) << asked.body;
    };
    ask_about(R"("subject_kind":"work_request","request_id":")" + id + '"', "鍵盤の配列はどれですか");
    ask_about(R"("subject_kind":"contract")", "液晶の予備はありますか");
    EXPECT_TRUE(finds(division, "鍵盤", R"("question")"));
    EXPECT_FALSE(finds(division, "液晶", R"("question")"));
    EXPECT_TRUE(finds(city, "液晶", R"("question")"));
    EXPECT_EQ(
        stage->send(city, http::Method::patch, "/work-requests/" + id, R"({"division":"税務課"})", 1).status, 200);
    EXPECT_FALSE(finds(division, "鍵盤", R"("question")")) << "the question goes with its request";
}

TEST_P(Search, reads_files_and_finds_devices)
{
    const std::string id = written(R"({"title":"手順の確認","body":"本文","division":"税務課"})");
    const std::string docx = test::docx_of_lines({"はじめに", "髙輝度ﾊﾞｰｺｰﾄﾞﾘｰﾀﾞを外す"});
    ASSERT_EQ(
        stage->post(city, "/work-requests/" + id + "/attachments?name=" + encoded("手順書.docx"), docx).status, 201);
    const Answer answer = ask(city, "バーコード 高輝度");
    EXPECT_NE(answer.body.find("手順書.docx 2段落目"), std::string::npos) << answer.body;
    EXPECT_NE(answer.body.find(id), std::string::npos);
    EXPECT_TRUE(finds(city, "手順書.docx", id));
    EXPECT_FALSE(finds(division, "バーコード", id));

    const std::string number = stage->get(city, "/devices").text("number");
    const Answer device = ask(city, number, "&kinds=device");
    EXPECT_EQ(device.text("kind"), "device");
    EXPECT_NE(device.body.find(fmt::format(R"("number":[{{"text":"{}","hit":true}}])", number)), std::string::npos)
        << device.body;
    EXPECT_EQ(ask(city, number, "&kinds=work_request").body.find(R"("device")"), std::string::npos);
}

TEST_P(Search, finds_a_site_by_every_name_it_has_for_who_sees_it)
{
    const Answer north = ask(city, "北区役所", "&kinds=site");
    EXPECT_EQ(north.text("kind"), "site");
    EXPECT_EQ(ask(site, "北区役所", "&kinds=site").body, R"({"groups":[],"building":false})") << "another site's";
    EXPECT_EQ(ask(site, "市役所2階住民情報課", "&kinds=site").text("kind"), "site") << "the own one";
    EXPECT_EQ(ask(division, "北区役所", "&kinds=site").body, R"({"groups":[],"building":false})");

    const Answer opened = stage->post(worker, "/site-register",
        R"({"number":40,"from":"2026-02-01","name":"北部分庁舎","address":"東区北42条","departments":"","remarks":"",)"
        R"("aliases":["旧東支所"],"excluded":false,"reason":"新設"})");
    ASSERT_EQ(opened.status, 201) << opened.body;
    EXPECT_TRUE(finds(city, "旧東支所", opened.text("id"))) << "that opens on a day to come";
}

/// The kinds under which somebody finds these words, in the order in which they are shown.
std::string kinds_of(const Answer& answer)
{
    static constexpr std::string_view mark = R"({"kind":")";
    std::string kinds;
    for (auto at = answer.body.find(mark); at != std::string::npos; at = answer.body.find(mark, at + 1)) {
        const auto from = at + mark.size();
        kinds += (kinds.empty() ? "" : " ") + answer.body.substr(from, answer.body.find('"', from) - from);
    }
    return kinds;
}

TEST_P(Search, finds_a_procedure_by_its_steps_and_files_for_everybody_of_the_contract)
{
    const Answer made =
        stage->post("kaku", "/procedures", R"({"kind":"own","title":"無停電電源の交換","device_classes":["cs"]})");
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string one = "/procedures/" + made.text("id");
    const auto newest = made.body.find(R"("versions":[{"id":")");
    ASSERT_NE(newest, std::string::npos) << made.body;
    const auto from = newest + std::string_view{R"("versions":[{"id":")"}.size();
    const std::string version = one + "/versions/" + made.body.substr(from, made.body.find('"', from) - from);
    ASSERT_EQ(stage
                  ->send("kaku", http::Method::put, version + "/steps",
                      R"({"steps":[{"text":"蓄電池を外す"},{"text":"負荷を戻す"}]})", 1)
                  .status,
        200);
    const Answer filed = stage->post("kaku", version + "/files?name=" + encoded("手順.docx"),
        test::docx_of_lines({"はじめに", "髙圧ﾊﾞｯﾃﾘに触れない"}), 2);
    ASSERT_EQ(filed.status, 200) << filed.body;

    for (const char* login : {city, division, site, "kaku", "tameshi", "hozen", "kansa"}) {
        SCOPED_TRACE(login);
        EXPECT_EQ(kinds_of(ask(login, "無停電")), "procedure");
        EXPECT_EQ(kinds_of(ask(login, "蓄電池")), "procedure");
        EXPECT_EQ(kinds_of(ask(login, "高圧 バッテリ")), "procedure");
    }
    const Answer step = ask(city, "蓄電池");
    EXPECT_NE(step.body.find(R"("place":{"ja":"手順1","en":"Step 1"})"), std::string::npos) << step.body;
    const Answer file = ask(city, "高圧");
    EXPECT_NE(file.body.find("手順.docx 2段落目"), std::string::npos) << file.body;

    ASSERT_EQ(
        stage->send("kaku", http::Method::put, version + "/steps", R"({"steps":[{"text":"筐体を開ける"}]})", 3).status,
        200);
    EXPECT_EQ(kinds_of(ask(city, "蓄電池")), "") << "what was written over is not found any more";
    EXPECT_EQ(kinds_of(ask(city, "筐体")), "procedure");
}

TEST_P(Search, finds_the_roster_for_who_may_see_it_without_contacts)
{
    const Answer told = stage->post("kaku", "/roster",
        R"({"entry":{"name":"髙栁 ﾅﾅﾐ","kana":"たかやなぎ ななみ","company":"架空テクノ株式会社","duties":["security_officer"],)"
        R"("work":"鍵盤の交換","assets":"端末の設定情報","contact":"090-0000-9999"}})");
    ASSERT_EQ(told.status, 201) << told.body;
    for (const char* login : {city, "kaku", "tameshi", "hozen", "kansa"}) {
        SCOPED_TRACE(login);
        for (const char* words : {"高栁", "ナナミ", "タカヤナギ", "架空テクノ 高栁", "鍵盤 高栁"})
            EXPECT_EQ(kinds_of(ask(login, words, "&kinds=worker")), "worker") << words;
        EXPECT_EQ(kinds_of(ask(login, "090-0000-9999")), "") << "contacts are for those who need them";
    }
    for (const char* login : {division, site}) {
        SCOPED_TRACE(login);
        for (const char* words : {"高栁", "ナナミ", "タカヤナギ", "架空テクノ"})
            EXPECT_EQ(ask(login, words).body, R"({"groups":[],"building":false})") << words;
        EXPECT_EQ(ask(login, "高栁", "&kinds=worker").body, R"({"groups":[],"building":false})");
    }
    EXPECT_EQ(kinds_of(ask(city, "試作 次郎", "&kinds=worker")), "worker") << "the worked example's people are in";
}

TEST_P(Search, finds_media_loans_and_incidents_for_who_may_see_them)
{
    ASSERT_EQ(stage
                  ->post("kaku", "/media",
                      R"({"label":"USB-77","kind":"usb","name":"更新一式","purpose":"鍵盤の更新","keeper":"架空 一郎",)"
                      R"("storage_place":"施錠棚Z"})")
                  .status,
        201);
    const Answer lent = stage->post(city, "/loans",
        R"({"number":"K-77","kind":"key","title":"電算室の鍵","lent_by":"システム課","lent_to":"架空保守",)"
        R"("holder":"試作 次郎","storage_place":"施錠棚Z","lent_on":"2025-12-01","due_back":null})");
    ASSERT_EQ(lent.status, 201) << lent.body;
    const Answer lost = stage->post("kaku", "/loans/" + lent.text("id") + "/acts",
        R"({"act":"lost","person":"試作 次郎","note":"施錠棚Zに無い"})", 1);
    ASSERT_EQ(lost.status, 200) << lost.body;
    struct Case {
        const char *login, *kinds;
    };
    const Case cases[] = {{city, "medium loan security_incident"}, {"kaku", "medium loan security_incident"},
        {"tameshi", "medium loan security_incident"}, {"hozen", "medium loan security_incident"},
        {"kansa", "medium loan security_incident"}, {division, ""}, {site, ""}};
    for (const Case& c : cases)
        EXPECT_EQ(kinds_of(ask(c.login, "施錠棚Z")), c.kinds) << c.login;
    EXPECT_EQ(kinds_of(ask(city, "usb-77")), "medium");
    EXPECT_EQ(kinds_of(ask(city, "K-77", "&kinds=loan")), "loan");
}

TEST_P(Search, finds_an_incident_by_what_was_said_of_it_for_who_sees_its_site)
{
    const Answer sites = stage->get(city, "/sites");
    const auto id_after = [&](std::string_view name) {
        const std::size_t at = sites.body.rfind(R"("id":")", sites.body.find(name)) + 6;
        return sites.body.substr(at, sites.body.find('"', at) - at);
    };
    const Answer opened = stage->post(city, "/incidents",
        fmt::format(R"({{"intake":{{"phenomenon":"帳票が出ない","contact_person":"窓口 花子","error_text":"ERR-7781",)"
                    R"("site_id":"{}"}},"handed_over":true,"person":"見本 太郎","city_person":"見本 太郎",)"
                    R"("case_number":"K-0777","at":"2025-11-28T09:00:00+09:00"}})",
            id_after("市役所2階住民情報課")));
    ASSERT_EQ(opened.status, 201) << opened.body;
    for (const char* login : {city, "kaku", "hozen", site})
        EXPECT_TRUE(finds(login, "ERR-7781", "帳票が出ない")) << login;
    EXPECT_TRUE(finds(city, "K-0777", "帳票が出ない"));
    EXPECT_EQ(ask(division, "ERR-7781").body, R"({"groups":[],"building":false})");
}

TEST_P(Search, of_another_contract_finds_nothing_of_this_one)
{
    written(R"({"title":"鍵盤の交換","body":"本文","division":"税務課"})");
    EXPECT_EQ(kinds_of(ask(city, "鍵盤")), "work_request");
    search::Memory memory;
    const auto elsewhere = [&](const char* contract) {
        stage->program().follower().catch_up();
        const auto limits = std::vector<search::Limit>{{"work_request", true}, {"worker", true}, {"procedure", true}};
        return stage->program().database().read([&](db::Reader& reader) {
            return search::find(
                reader, memory, ContractId{contract}, search::question_of("鍵盤"), limits, std::nullopt, 50)
                .kinds;
        });
    };
    EXPECT_EQ(elsewhere("sapporo-r7-juki-cs").size(), 1U);
    const auto contracts = stage->program().database().read(contract::list_contracts);
    EXPECT_GT(contracts.size(), 1U);
    for (const auto& each : contracts) {
        const bool own = each.id.text == "sapporo-r7-juki-cs";
        EXPECT_EQ(elsewhere(each.id.text.c_str()).size(), own ? 1U : 0U) << each.id.text;
    }
}

TEST_P(Search, made_anew_or_restored_from_a_backup_finds_the_same)
{
    written(R"({"title":"鍵盤の交換","body":"本文","division":"税務課"})");
    const std::vector<search::Limit> limits{{"work_request", true}, {"worker", true}};
    const auto found_in = [&](db::Database& database) {
        search::Follower{database, stage->program().searched()}.catch_up();
        search::Memory memory;
        std::string found;
        for (const char* words : {"鍵盤", "試作", "端末"}) {
            const auto kinds = database.read([&](db::Reader& reader) {
                return search::find(
                    reader, memory, {"sapporo-r7-juki-cs"}, search::question_of(words), limits, std::nullopt, 50)
                    .kinds;
            });
            for (const search::KindHits& kind : kinds) {
                for (const search::Hit& hit : kind.hits)
                    found += fmt::format("{} {} {}\n", words, kind.kind, hit.subject_id);
            }
        }
        return found;
    };
    const std::string before = found_in(stage->program().database());
    EXPECT_GE(std::ranges::count(before, '\n'), 5) << before;
    stage->program().follower().start_over();
    EXPECT_EQ(found_in(stage->program().database()), before);

    const auto file = test::scratch_folder() / fmt::format("search-{}.backup", test::database_name({GetParam(), 0}));
    ASSERT_TRUE(db::write_backup(stage->program().database(), file, stage->clock.now()));
    const auto restored = db::open({.url = test::new_database_url(GetParam())});
    ASSERT_TRUE(db::restore_backup(file, *restored, stage->clock.now()));
    EXPECT_EQ(found_in(*restored), before);
}

TEST_P(Search, refuses_what_it_cannot_answer)
{
    EXPECT_EQ(stage->get(city, "/search").status, 422);
    EXPECT_EQ(stage->get(city, "/search?q=").status, 422);
    EXPECT_EQ(stage->get(city, "/search?q=" + std::string(201, 'x')).status, 422);
    EXPECT_EQ(ask(city, "端末", "&limit=51").status, 422);
    EXPECT_EQ(ask(city, "端末", "&cursor=1.1").status, 422) << "a cursor belongs to one kind";
    EXPECT_EQ(ask(city, "端末", "&kinds=device&cursor=x").status, 422);
    EXPECT_EQ(ask(city, "端末", "&kinds=unknown").body, R"({"groups":[],"building":false})");
    EXPECT_EQ(ask(city, "　").body, R"({"groups":[],"building":false})");

    stage->program().follower().start_over();
    const Answer answer = stage->get(city, "/search?q=" + encoded("端末"));
    EXPECT_EQ(answer.body, R"({"groups":[],"building":true})");
    EXPECT_NE(ask(city, "端末").body.find(R"("building":false)"), std::string::npos);
}

HOSHUBAN_ON_BOTH_DATABASES(Search);

}
}
