// Licences of third parties' software (LAW-03), from the day they are obtained to their end.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

struct WrittenLicence {
    std::string software = "資産管理ソフト";
    std::string valid_until = "\"2026-03-31\"";
    std::string more = {};
};

std::string body_of_licence(const WrittenLicence& written)
{
    return fmt::format(
        R"({{"software":"{}","edition":"5.2","publisher":"架空ソフト","licensee":"見本市","kind":"bought",)"
        R"("quantity":130,"obtained_on":"2025-04-01","valid_until":{},"purpose":"端末の構成の確認",)"
        R"("certificate_place":"システム課の金庫"{}}})",
        written.software, written.valid_until, written.more);
}

/// The names of what a list holds, in its order.
std::string software_in(const Answer& list)
{
    static constexpr std::string_view mark = R"("software":")";
    std::string found;
    for (auto at = list.body.find(mark); at != std::string::npos; at = list.body.find(mark, at + 1)) {
        const auto from = at + mark.size();
        found += (found.empty() ? "" : " ") + list.body.substr(from, list.body.find('"', from) - from);
    }
    return found;
}

class Licences : public Story {
protected:
    std::string entered(const WrittenLicence& written)
    {
        const Answer answer = stage->post(responsible, "/licences", body_of_licence(written));
        EXPECT_EQ(answer.status, 201) << answer.body;
        return "/licences/" + answer.text("id");
    }
    int version(const std::string& one) { return std::stoi(stage->get(auditor, one).text("version")); }
    Answer correct(const std::string& one, const WrittenLicence& written)
    {
        return stage->send(responsible, http::Method::patch, one, body_of_licence(written), version(one));
    }
    Answer act(const std::string& one, const std::string& name, const std::string& body)
    {
        return stage->post(responsible, one + "/" + name, body, version(one));
    }
    bool runs(const std::string& subject = {})
    {
        const std::string dues = stage->get(responsible, "/dues").body;
        return dues.find(R"("licence.end")") != std::string::npos && dues.find(subject) != std::string::npos;
    }
};

TEST_P(Licences, are_entered_renewed_ended_and_used_on)
{
    const std::string one = entered({});
    EXPECT_EQ(stage->get(city, one).text("number"), "1");
    EXPECT_EQ(stage->get(city, one).text("valid_until_is"), "fine");
    EXPECT_TRUE(runs("資産管理ソフト 5.2"));
    EXPECT_EQ(stage->get(city, entered({"文書変換ソフト", "null"})).text("number"), "2");

    at("2026-02-01T09:00");
    EXPECT_EQ(stage->get(city, one).text("valid_until_is"), "near");
    const Answer renewed = correct(one, {.valid_until = "\"2027-03-31\""});
    ASSERT_EQ(renewed.status, 200) << renewed.body;
    EXPECT_EQ(renewed.text("valid_until_is"), "fine");
    EXPECT_TRUE(runs("2027-03-31T14:59:59Z")) << "its clock is set anew";
    ASSERT_EQ(correct(one, {.valid_until = "null"}).status, 200);
    EXPECT_FALSE(runs()) << "without a last day nothing is due";
    ASSERT_EQ(correct(one, {.valid_until = "\"2026-03-31\""}).status, 200);

    at("2026-04-02T09:00");
    const Answer lapsed = stage->get(city, one);
    EXPECT_EQ(lapsed.text("state"), "ended");
    EXPECT_EQ(lapsed.text("lapsed"), "true");
    EXPECT_EQ(lapsed.text("ended_on"), "2026-03-31");
    EXPECT_TRUE(runs()) << "until somebody says what became of it";
    EXPECT_EQ(refusal(act(one, "end", R"({"on":"2026-04-02","reason":"更新しない"})")), "licence/end_out_of_order on");
    const Answer done = act(one, "end", R"({"on":"2026-03-31","reason":"更新しない"})");
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(done.text("lapsed"), "false");
    EXPECT_NE(done.body.find(R"("ended_because":{"ja":"更新しない")"), std::string::npos) << done.body;
    EXPECT_FALSE(runs());
    EXPECT_EQ(refusal(act(one, "end", R"({"on":"2026-03-31","reason":"また"})")), "licence/ended");
    EXPECT_EQ(refusal(correct(one, {.valid_until = "null"})), "licence/ended");

    const Answer back = act(one, "resume", R"({"reason":"別の行と間違えた"})");
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_EQ(back.text("lapsed"), "true");
    EXPECT_EQ(refusal(act(one, "resume", R"({"reason":"また"})")), "licence/not_ended");
    EXPECT_EQ(correct(one, {.valid_until = "\"2027-03-31\""}).text("state"), "in_force");
    const Answer told = stage->get(auditor, one + "/events");
    for (const char* words : {"ライセンスを登録", "ライセンスの終了を記録", "更新しない", "別の行と間違えた",
             R"("label":{"ja":"有効期限","en":"Valid until"},"before":"2026-03-31","after":"2027-03-31")"})
        EXPECT_NE(told.body.find(words), std::string::npos) << words << " " << told.body;
}

TEST_P(Licences, are_found_by_state_and_words_and_leave_as_a_file)
{
    entered({"買取のもの", "null"});
    entered({"年度末まで", "\"2026-03-31\""});
    entered({"まもなく", "\"2026-03-01\""});
    entered({"過ぎたもの", "\"2025-11-30\""});
    const std::string ended = entered({"終えたもの", "null"});
    ASSERT_EQ(act(ended, "end", R"({"on":"2025-12-01","reason":"不要になった"})").status, 200);
    struct Case {
        const char* query;
        const char* found;
    };
    const Case cases[] = {
        {"", "買取のもの 年度末まで まもなく"},
        {"?state=in_force", "買取のもの 年度末まで まもなく"},
        {"?state=ending", "まもなく"},
        {"?state=ended", "過ぎたもの 終えたもの"},
        {"?state=all", "買取のもの 年度末まで まもなく 過ぎたもの 終えたもの"},
        {"?state=all&q=%E7%B5%82%E3%81%88%E3%81%9F", "終えたもの"},
        {"?state=all&q=%25", ""},
        {"?state=all&limit=2", "買取のもの 年度末まで"},
        {"?q=%E9%87%91%E5%BA%AB", "買取のもの 年度末まで まもなく"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(software_in(stage->get(auditor, std::string{"/licences"} + c.query)), c.found) << c.query;
    const Answer page = stage->get(city, "/licences?state=all&limit=3");
    EXPECT_EQ(software_in(stage->get(city, "/licences?state=all&limit=3&cursor=" + page.text("next_cursor"))),
        "過ぎたもの 終えたもの");
    const Answer file = stage->get(city, "/licences/export?state=all");
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.body.starts_with("PK"));
    EXPECT_EQ(refusal(stage->get(city, "/licences?state=gone")), "request/invalid_fields state");
}

TEST_P(Licences, that_are_wrong_are_refused_with_every_field)
{
    const auto refused = [&](const WrittenLicence& written) {
        return refusal(stage->post(responsible, "/licences", body_of_licence(written)));
    };
    EXPECT_EQ(refused({.valid_until = "\"2025-03-31\""}), "licence/before_obtaining valid_until");
    EXPECT_EQ(refused({.more = R"(,"payer":"other")"}), "required payer_name payer_reason");
    EXPECT_EQ(refused({.software = ""}), "request/invalid_fields software");
    EXPECT_EQ(refused({.more = R"(,"request_id":"none")"}), "work_request/not_found") << "a job that is not there";
    EXPECT_EQ(software_in(stage->get(city, "/licences?state=all")), "");
    const Answer job = stage->get(worker, "/work-requests?limit=1");
    const std::string one =
        entered({.more = R"(,"payer":"other","payer_name":"見本市","payer_reason":"市の資産で使う",)"
                         R"("request_id":")" +
                job.text("id") + "\""});
    EXPECT_EQ(stage->get(city, one).text("number"), "1") << "no number was lost";
    EXPECT_EQ(stage->get(city, one).text("request_number"), job.text("number"));
    EXPECT_EQ(stage->get(city, one).text("payer_name"), "見本市");
    EXPECT_EQ(
        stage->send(responsible, http::Method::patch, one, body_of_licence({}), 7).text("code"), "licence/changed");
    EXPECT_EQ(stage->send(responsible, http::Method::patch, one, body_of_licence({})).status, 428);
    const Answer other = correct(one, {});
    EXPECT_EQ(other.text("request_number"), "") << "it is for no job any more";
    EXPECT_EQ(other.text("payer"), "contractor");
    EXPECT_EQ(stage->get(city, "/licences/none").text("code"), "licence/not_found");
}

TEST_P(Licences, are_read_by_both_sides_and_kept_by_the_contractor)
{
    const std::string one = entered({});
    struct Case {
        const char* login;
        int reads;
        int writes;
    };
    const Case cases[] = {{city, 200, 403}, {responsible, 200, 201}, {worker, 200, 201}, {officer, 200, 403},
        {auditor, 200, 403}, {division, 404, 403}, {site, 404, 403}};
    for (const Case& c : cases) {
        SCOPED_TRACE(c.login);
        for (const std::string& path :
            {std::string{"/licences"}, std::string{"/licences/export"}, one, one + "/events", one + "/attachments"})
            EXPECT_EQ(stage->get(c.login, path).status, c.reads) << path;
        EXPECT_EQ(stage->post(c.login, "/licences", body_of_licence({})).status, c.writes);
    }
    EXPECT_EQ(stage->post(worker, one + "/attachments?name=a.txt", "証書").status, 201);
    EXPECT_EQ(stage->post(city, one + "/attachments?name=a.txt", "証書").status, 403);
    EXPECT_EQ(stage->post(city, one + "/end", R"({"on":"2025-12-01","reason":"不要"})", 1).status, 403);
    EXPECT_NE(stage->get(city, one).body.find(R"("acts":[])"), std::string::npos);
    EXPECT_NE(stage->get(worker, one).body.find(R"("acts":["correct","end"])"), std::string::npos);
    stage->enter(ContractId{"sapporo-r6-juki-cs"});
    EXPECT_EQ(stage->get(city, one).status, 404) << "it belongs to its contract";
}

HOSHUBAN_ON_BOTH_DATABASES(Licences);

}
}
