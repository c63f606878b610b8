// Everybody finds what he may see, whatever he asks for: words, files, devices, one kind, the next page.
#include "stage.hpp"

#include "app/search_sources.hpp"
#include "features/search/follow_job.hpp"
#include "formats/docx_package_test.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

constexpr const char* city = "mihon";
constexpr const char* division = "rei";
constexpr const char* site = "madoguchi";

std::string encoded(std::string_view text)
{
    std::string escaped;
    for (const char byte : text)
        escaped += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    return escaped;
}

class Search : public ::testing::TestWithParam<db::Dialect> {
protected:
    void SetUp() override
    {
        if (GetParam() == db::Dialect::postgres && !test::postgres_server())
            GTEST_SKIP() << "HOSHUBAN_TEST_POSTGRES is not set: start through tools/with-postgres";
        stage = std::make_unique<Stage>(GetParam(), "2025-12-01T09:00");
    }

    Answer ask(const char* login, std::string_view words, const std::string& more = "")
    {
        search::Follower{stage->program().database(), search_sources()}.catch_up();
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

    std::unique_ptr<Stage> stage;
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

    search::rebuild(stage->program().database());
    const Answer answer = stage->get(city, "/search?q=" + encoded("端末"));
    EXPECT_EQ(answer.body, R"({"groups":[],"building":true})");
    EXPECT_NE(ask(city, "端末").body.find(R"("building":false)"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(, Search, testing::Values(db::Dialect::sqlite, db::Dialect::postgres), test::database_name);

}
}
