// What is found on a visit is reported, the city instructs, questions are replied to by the promised day (VIS-01 to
// VIS-04).
#include "story.hpp"

#include "features/due/due_store.hpp"
#include "features/notice/tell_job.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

const ContractId terminals_of_2023{"sapporo-r5-core-terminals"};

class VisitFindings : public Story {
protected:
    void begin() override
    {
        open("2023-06-01T18:00");
        stage->enter(terminals_of_2023);
        site_ = stage->get(city, "/site-register").text("id");
        visit_ = visited(site_, "保全 三枝");
    }

    std::string visited(const std::string& at_site, const std::string& who)
    {
        const std::string visit = planned(at_site, who);
        EXPECT_EQ(
            stage->post(worker, visit + "/arrival", R"({"arrived_at":"2023-06-01T11:00","unticked_reason":"急ぎ"})", 1)
                .status,
            200);
        EXPECT_EQ(stage->post(worker, visit + "/departure", R"({"departed_at":"2023-06-01T12:00"})", 2).status, 200);
        return visit;
    }

    std::string planned(const std::string& at_site, const std::string& who)
    {
        const Answer made = stage->post(worker, "/visits",
            fmt::format(R"({{"site_id":"{}","purpose":"点検","planned_from":"2023-06-01T11:00",)"
                        R"("planned_until":"2023-06-01T12:00","workers":[{{"name":"{}"}}]}})",
                at_site, who));
        EXPECT_EQ(made.status, 201) << made.body;
        return "/visits/" + made.text("id");
    }

    Answer enter(const std::string& kind, const std::string& more = {}, const char* login = worker)
    {
        return stage->post(login, visit_ + "/findings",
            fmt::format(
                R"({{"kind":"{}","text":"配線が床に出ている","told_by":"窓口 花子","found_on":"2023-06-01"{}}})", kind,
                more));
    }

    std::string found(const std::string& kind, const std::string& more = {})
    {
        const Answer made = enter(kind, more);
        EXPECT_EQ(made.status, 201) << made.body;
        return "/visit-findings/" + made.text("id");
    }

    Answer act(const std::string& finding, const std::string& name, const std::string& body, const char* login = worker)
    {
        return stage->post(login, finding + "/" + name, body, std::stoi(stage->get(city, finding).text("version")));
    }

    std::string state(const std::string& finding) { return stage->get(city, finding).text("state"); }

    std::string other_site()
    {
        const std::string all = stage->get(city, "/site-register").body;
        const auto second = all.find(R"("id":")", all.find(R"("id":")") + 6) + 6;
        return all.substr(second, all.find('"', second) - second);
    }

    std::string clocks()
    {
        std::string text;
        const auto all = stage->program().database().read(
            [&](db::Reader& reader) { return due::open_of(reader, terminals_of_2023, {}); });
        for (const due::Due& each : all) {
            if (each.terms.kind == "visit.reply")
                text += to_text(day_of(each.terms.due_at)) + " ";
        }
        return text;
    }

    // What this person was told last, in Japanese, and where it leads.
    std::string told_last(const char* login)
    {
        notice::tell(stage->program().teller());
        const Answer list = stage->get(login, "/notices");
        return list.text("ja") + " " + list.text("path");
    }

    std::string site_;
    std::string visit_;
};

HOSHUBAN_ON_BOTH_DATABASES(VisitFindings);

constexpr const char* report = R"({"reported_on":"2023-06-01","reported_by":"保全 三枝"})";
constexpr const char* improve = R"({"instructed_on":"2023-06-01","instruction":"配線を直すこと","asks":true})";
constexpr const char* nothing_more = R"({"instructed_on":"2023-06-01","instruction":"そのままでよい","asks":false})";

// VIS-01, VIS-02
TEST_P(VisitFindings, are_reported_instructed_about_and_done)
{
    for (const char* kind : {"condition", "request", "report"}) {
        const std::string finding = found(kind);
        EXPECT_EQ(state(finding), "to_report") << kind;
        EXPECT_EQ(refusal(act(finding, "instruction", improve, city)), "visit/does_not_follow") << "not reported";
        ASSERT_EQ(act(finding, "report", report).status, 200) << kind;
        EXPECT_EQ(state(finding), "to_instruct");
        EXPECT_EQ(told_last(city), "訪問の所見を市に報告 " + ("/visits/findings" + finding.substr(finding.rfind('/'))));
        EXPECT_EQ(refusal(act(finding, "report", report)), "visit/does_not_follow");
        ASSERT_EQ(act(finding, "instruction", improve, city).status, 200);
        EXPECT_EQ(stage->get(worker, finding).text("instructed_by"), stage->get(city, finding).text("instructed_by"));
        EXPECT_EQ(state(finding), "to_act");
        EXPECT_EQ(
            told_last(worker), "訪問の所見に市が指示 " + ("/visits/findings" + finding.substr(finding.rfind('/'))));
        EXPECT_EQ(refusal(act(finding, "retraction", R"({"reason":"誤り"})")), "visit/instructed");
        EXPECT_EQ(refusal(act(finding, "completion", R"({"done_on":"2023-06-02","done":"直した"})")),
            "visit/day_out_of_order done_on");
        ASSERT_EQ(act(finding, "completion", R"({"done_on":"2023-06-01","done":"直した"})").status, 200);
        EXPECT_EQ(state(finding), "closed");
    }
}

TEST_P(VisitFindings, end_with_an_instruction_that_asks_for_nothing)
{
    const std::string finding = found("report");
    ASSERT_EQ(act(finding, "report", report).status, 200);
    ASSERT_EQ(act(finding, "instruction", nothing_more, city).status, 200);
    EXPECT_EQ(state(finding), "closed");
    const auto anew = [&](const char* reason) {
        return stage->send(city, http::Method::put, finding + "/instruction",
            fmt::format(
                R"({{"instructed_on":"2023-06-01","instruction":"配線を直すこと","asks":true,"reason":"{}"}})", reason),
            std::stoi(stage->get(city, finding).text("version")));
    };
    EXPECT_EQ(refusal(anew(" ")), "required reason");
    ASSERT_EQ(anew("再検討した").status, 200);
    EXPECT_EQ(state(finding), "to_act");
    EXPECT_NE(stage->get(worker, finding + "/events").body.find("再検討した"), std::string::npos);
}

// VIS-03
TEST_P(VisitFindings, have_questions_replied_to_by_the_promised_day)
{
    EXPECT_EQ(refusal(enter("question")), "visit/answer_or_promise promised_on");
    const std::string late = found("question", R"(,"promised_on":"2023-06-05")");
    const std::string in_time = found("question", R"(,"promised_on":"2023-06-06")");
    EXPECT_EQ(clocks(), "2023-06-05 2023-06-06 ");
    EXPECT_NE(stage->get(worker, "/today").body.find(R"("kind":"visit.reply")"), std::string::npos);
    at("2023-06-07T09:00");
    const auto reply = [](const char* day) {
        return fmt::format(R"({{"replied_on":"{}","reply":"再起動で直る","replied_to":"窓口 花子"}})", day);
    };
    EXPECT_EQ(stage->get(city, late).text("late"), "true");
    EXPECT_EQ(refusal(act(late, "reply", reply("2023-06-08"))), "visit/day_out_of_order replied_on");
    ASSERT_EQ(act(late, "reply", reply("2023-06-06")).status, 200);
    EXPECT_EQ(stage->get(city, late).text("late"), "true");
    EXPECT_EQ(stage->get(city, in_time).text("late"), "true") << "nothing is recorded yet";
    ASSERT_EQ(act(in_time, "reply", reply("2023-06-06")).status, 200);
    EXPECT_EQ(stage->get(city, in_time).text("late"), "false") << "the day of the reply counts";
    EXPECT_EQ(clocks(), "");
    EXPECT_EQ(refusal(act(in_time, "reply", reply("2023-06-06"))), "visit/does_not_follow");
    EXPECT_EQ(state(in_time), "to_report");
}

TEST_P(VisitFindings, promise_anew_with_a_reason_and_the_clock_follows)
{
    const std::string finding = found("question", R"(,"promised_on":"2023-06-05")");
    const auto promise = [&](const char* day, const char* reason, int version) {
        return stage->send(worker, http::Method::put, finding,
            fmt::format(R"({{"kind":"question","text":"配線が床に出ている","told_by":"窓口 花子",)"
                        R"("found_on":"2023-06-01","promised_on":"{}","reason":"{}"}})",
                day, reason),
            version);
    };
    EXPECT_EQ(refusal(promise("2023-06-12", " ", 1)), "required reason");
    ASSERT_EQ(promise("2023-06-12", "調査が長引く", 1).status, 200);
    EXPECT_EQ(clocks(), "2023-06-12 ");
    EXPECT_EQ(refusal(promise("2023-06-13", "調査が長引く", 1)), "visit/finding_changed") << "two people at once";
    EXPECT_EQ(promise("2023-06-13", "調査が長引く", 1).status, 412);
    EXPECT_NE(stage->get(city, finding + "/events").body.find("調査が長引く"), std::string::npos);
    ASSERT_EQ(act(finding, "retraction", R"({"reason":"別の訪問"})").status, 200);
    EXPECT_EQ(state(finding), "taken_back");
    EXPECT_EQ(clocks(), "");
}

// VIS-04
TEST_P(VisitFindings, have_every_question_reported_and_go_into_the_file_of_the_month)
{
    const std::string answered = found("question", R"(,"answer":"再起動で直る")");
    EXPECT_EQ(state(answered), "to_report") << "answered by word of mouth, still to be reported";
    ASSERT_EQ(act(answered, "report", report).status, 200);
    EXPECT_EQ(state(answered), "closed");
    const std::string waiting = found("request");
    const std::string waiting_id = waiting.substr(waiting.rfind('/') + 1);
    EXPECT_EQ(stage->get(city, "/visit-findings?open=true").text("id"), waiting_id);
    EXPECT_EQ(stage->get(city, "/visit-findings?kind=request").text("id"), waiting_id);
    EXPECT_EQ(stage->get(city, "/visit-findings?state=to_report").text("id"), waiting_id);
    const Answer first = stage->get(city, "/visit-findings?limit=1&visit=" + visit_.substr(visit_.rfind('/') + 1));
    const Answer second = stage->get(city, "/visit-findings?limit=1&cursor=" + first.text("next_cursor"));
    EXPECT_NE(first.text("id"), second.text("id"));
    EXPECT_NE(second.body.find(R"("next_cursor":null)"), std::string::npos);
    EXPECT_NE(stage->get(city, "/visit-findings?from=2023-06-02").body.find(R"("items":[])"), std::string::npos);
    EXPECT_NE(stage->get(city, "/visit-findings?until=2023-05-31").body.find(R"("items":[])"), std::string::npos);
    const Answer file = stage->get(auditor, "/visit-findings/export?from=2023-06-01&until=2023-06-30&lang=ja");
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body.substr(0, 2), "PK");
}

TEST_P(VisitFindings, are_of_a_visit_that_began_and_hold_its_times)
{
    const std::string ahead = planned(site_, "架空 二郎");
    EXPECT_EQ(refusal(stage->post(worker, ahead + "/findings",
                  R"({"kind":"report","text":"雨漏り","told_by":"窓口 花子","found_on":"2023-06-01"})")),
        "visit/not_arrived");
    const std::string finding = found("condition");
    const auto without_times = [&] {
        return stage->send(worker, http::Method::put, visit_ + "/record",
            R"({"workers":[{"name":"保全 三枝"}],"reason":"別の訪問"})",
            std::stoi(stage->get(worker, visit_).text("version")));
    };
    EXPECT_EQ(refusal(without_times()), "visit/findings_outside arrived_at");
    ASSERT_EQ(act(finding, "retraction", R"({"reason":"別の訪問"})").status, 200);
    EXPECT_EQ(without_times().status, 200);
}

TEST_P(VisitFindings, are_written_by_the_contractor_instructed_by_the_city_and_seen_by_their_site)
{
    const std::string own = found("report");
    visit_ = visited(other_site(), "架空 二郎");
    const std::string elsewhere = found("condition");
    EXPECT_EQ(stage->get(site, own).status, 200);
    EXPECT_EQ(stage->get(site, elsewhere).status, 404);
    EXPECT_EQ(stage->get(site, elsewhere + "/events").status, 404);
    EXPECT_EQ(
        stage->get(site, "/visit-findings").body.find(elsewhere.substr(elsewhere.rfind('/') + 1)), std::string::npos);
    EXPECT_EQ(stage->get(division, own).status, 404);
    EXPECT_EQ(enter("report", "", city).status, 403);
    EXPECT_EQ(enter("report", "", site).status, 403);
    EXPECT_EQ(stage->post(city, own + "/report", report, 1).status, 403);
    ASSERT_EQ(act(own, "report", report).status, 200);
    EXPECT_EQ(act(own, "instruction", improve, worker).status, 403);
    EXPECT_EQ(act(own, "instruction", improve, responsible).status, 403);
    EXPECT_EQ(act(own, "instruction", improve, site).status, 403);
    EXPECT_EQ(stage->get(site, own).text("acts"), "[");
    EXPECT_EQ(act(own, "instruction", improve, city).status, 200);
}

}
}
