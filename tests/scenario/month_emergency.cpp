// Chapters: an emergency on a Friday night, and what reaches people by mail.
#include "month.hpp"

#include "features/due/due_job.hpp"
#include "features/gate/duty_job.hpp"
#include "features/notice/mail_job.hpp"
#include "features/notice/tell_job.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <stop_token>
#include <unistd.h>
#include <utility>

namespace hoshuban::scenario {

namespace {

std::string text_of_base64(std::string_view lines)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    unsigned bits = 0;
    int held = 0;
    for (const char each : lines) {
        const std::size_t value = letters.find(each);
        if (value == std::string_view::npos)
            continue;
        bits = bits << 6 | static_cast<unsigned>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            text += static_cast<char>(bits >> held & 0xff);
        }
    }
    return text;
}

std::string told_by(const char* by, const char* when)
{
    return R"({"instructed_by":")" + std::string{by} + R"(","instructed_at":")" + when +
        R"(","instructed_how":"電話","instruction":"窓口の端末を今夜のうちに復旧すること"})";
}

}

int Month::papers_settled()
{
    return gate::settle_duties(stage->program().database(), stage->program().profiles(), stage->clock.now());
}

void Month::an_emergency_owes_its_papers()
{
    at("2025-12-12T20:00");
    const std::string id = written("窓口の端末の復旧", R"("incident_recovery")");
    const std::string one = "/work-requests/" + id;
    const auto owed = [&] { return refusal(sign(city, id)); };
    EXPECT_EQ(refused(id), "gate/shut accepted procedure schedule vendor people");
    EXPECT_EQ(refusal(stage->post(worker, one + "/start-emergency", told_by("見本 太郎", "2025-12-12T20:01"), 1)),
        "gate/instruction instructed_at");
    EXPECT_EQ(stage->post(city, one + "/start-emergency", told_by("見本 太郎", "2025-12-12T19:50"), 1).status, 403);
    EXPECT_EQ(stage->post(worker, one + "/start-emergency", told_by("見本 花子", "2025-12-12T19:50"), 1).text("start"),
        "emergency");
    const Answer gates = stage->get(city, one + "/gates");
    const std::string start = gates.body.substr(gates.body.find(R"("start":{"id":")") + 15, 36);
    EXPECT_EQ(decide(city, gates.text("approval_id"), "refuse", "花子は指示していません。").status, 200);

    at("2025-12-15T09:00");
    EXPECT_EQ(stage->post(responsible, one + "/accept", R"({"planned_hours":2})", version_of(id)).status, 200);
    EXPECT_EQ(tell_result(id, "2025-12-12").status, 200);
    EXPECT_EQ(sign(responsible, id).text("status"), "confirming");
    EXPECT_EQ(papers_settled(), 1) << "accepted";
    EXPECT_EQ(owed(), "gate/duties instruction overtime people procedure schedule vendor");
    EXPECT_EQ(said(sign(city, id), "instruction"),
        "緊急着手の指示の入力し直し（市が認めなかったため、委託先が行います）（期限 令和7年12月15日）");
    const Answer again =
        stage->post(worker, "/emergency-starts/" + start + "/instruction", told_by("見本 太郎", "2025-12-12T19:55"));
    EXPECT_EQ(again.status, 200) << again.body;
    grant(again.text("approval_id"));
    EXPECT_EQ(papers_settled(), 1);

    no_vendors(id);
    EXPECT_EQ(papers_settled(), 1);
    EXPECT_EQ(stage->post(city, one + "/return", R"({"reason":"書類を待ちます。"})", version_of(id)).status, 200);
    stage->approve_procedure(id);
    const Answer assigned = stage->post(responsible, one + "/assignments",
        R"({"worker_id":")" + worker_id("試作 次郎") +
            R"(","task":"復旧","first_day":"2025-12-12","last_day":"2025-12-12"})");
    EXPECT_EQ(assigned.status, 201) << assigned.body;
    agree(propose(id, "2025-12-12T20:00", "2025-12-12T21:00", R"(,"after_the_fact":true,"overtime":"city_reason")"));
    EXPECT_EQ(papers_settled(), 3);
    const Answer overtime = stage->post(city, "/approvals",
        R"({"kind":"overtime_city","title":"夜間の復旧","reason":"窓口を翌朝に開けるため","request_id":")" + id +
            R"("})");
    EXPECT_EQ(overtime.status, 201) << overtime.body;
    EXPECT_EQ(papers_settled(), 1) << "the instruction to work at night";
    EXPECT_EQ(sign(responsible, id).text("status"), "confirming");
    EXPECT_EQ(sign(city, id).text("status"), "done");
    EXPECT_EQ(papers_settled(), 0);
}

std::vector<std::string> Month::post_to(const std::string& address)
{
    Program& program = stage->program();
    due::escalate(program.database(), stage->clock.now());
    notice::tell(program.teller());
    notice::deliver_letters(*program.postman(), std::stop_token{});
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator{std::getenv("HOSHUBAN_TEST_SMTP_FOLDER")}) {
        if (entry.path().extension() != ".eml")
            continue;
        std::ifstream file{entry.path(), std::ios::binary};
        const std::string letter{std::istreambuf_iterator<char>{file}, {}};
        file.close();
        if (letter.find("\r\nX-To: " + address + "\r\n") == std::string::npos)
            continue;
        found.push_back(text_of_base64(std::string_view{letter}.substr(letter.find("\r\n\r\n") + 4)));
        std::filesystem::remove(entry.path()); // seen; other programs use the same server
    }
    return found;
}

void Month::everybody_is_told_in_time()
{
    const std::string to_city = fmt::format("mihon.{}@example.jp", getpid());
    const std::string to_contractor = fmt::format("kaku.{}@example.jp", getpid());
    post_to(to_city); // what happened before they had an address is told on the screen
    stage->put_mail(city, to_city);
    stage->put_mail(responsible, to_contractor);
    const std::string choices = R"({"ways":[{"group":"approval","way":"digest"},{"group":"due","way":"mail"}],)"
                                R"("urgent_always":false,"digest_at":"08:30"})";
    EXPECT_EQ(stage->send(city, http::Method::put, "/notices/choices", choices, 1).status, 200);
    const std::string number = stage->get(city, "/approvals/" + ask("copy", R"(,"acts":["copy"])")).text("number");

    using Texts = std::vector<std::string>;
    EXPECT_EQ(post_to(to_city), Texts{}) << "what is applied for waits for the digest";
    struct Moment {
        const char *now, *city, *contractor;
    };
    const Moment moments[] = {
        {"2025-12-17T08:29", "", ""},
        {"2025-12-17T08:30", "承認・許可を申請", ""},
        {"2025-12-18T13:00", "期限まで半分を経過", ""},
        {"2025-12-19T12:00", "期限が近い", ""},
        {"2025-12-20T10:00", "", ""},
        {"2025-12-22T09:00", "期限を経過", "期限を経過"},
        {"2025-12-22T10:00", "", ""},
    };
    for (const Moment& moment : moments) {
        SCOPED_TRACE(moment.now);
        at(moment.now);
        const Texts city_mail = post_to(to_city);
        const Texts contractor_mail = post_to(to_contractor);
        for (const auto& [texts, wanted] : {std::pair{city_mail, std::string{moment.city}},
                 std::pair{contractor_mail, std::string{moment.contractor}}}) {
            ASSERT_EQ(texts.size(), wanted.empty() ? 0U : 1U) << (texts.empty() ? "" : texts[0]);
            if (!wanted.empty()) {
                EXPECT_NE(texts[0].find("■ " + number + " 申請: " + wanted), std::string::npos) << texts[0];
            }
        }
    }
}

}
