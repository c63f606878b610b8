// An emergency starts at once, on an instruction that the city confirms, and owes its papers afterwards.
#include "story.hpp"

#include "features/gate/duty_job.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Emergencies : public Story {
protected:
    static std::string instruction(const std::string& by, const std::string& at)
    {
        return R"({"instructed_by":")" + by + R"(","instructed_at":")" + at +
            R"(","instructed_how":"電話","instruction":"すぐ直すこと"})";
    }
    Answer begin_work(const char* login, const std::string& request, const std::string& instruction)
    {
        return stage->post(login, "/work-requests/" + request + "/start-emergency", instruction, version_of(request));
    }
    /// Work on an accepted request, begun on the word of 見本 花子; the request.
    std::string begun()
    {
        std::string request = accepted(R"("settings_change_city")");
        const Answer started = begin_work(worker, request, instruction("見本 花子", "2025-12-01T08:50"));
        EXPECT_EQ(started.status, 200) << started.body;
        EXPECT_EQ(started.text("start"), "emergency");
        return request;
    }
    Answer gates_of(const std::string& request, const char* login = city)
    {
        return stage->get(login, "/work-requests/" + request + "/gates");
    }
    /// How many papers were found to stand now.
    int settle()
    {
        return gate::settle_duties(stage->program().database(), stage->program().profiles(), stage->clock.now());
    }
};

TEST_P(Emergencies, start_at_once_and_owe_their_papers)
{
    const std::string waiting = accepted(R"("settings_change_city")");
    EXPECT_EQ(begin_work(worker, waiting, instruction("", "2025-12-01T08:50")).status, 422);
    EXPECT_EQ(begin_work(city, waiting, instruction("見本 花子", "2025-12-01T08:50")).status, 403);
    const std::string id = begun();
    const Answer gates = gates_of(id);
    for (const char* gate : {"instruction", "schedule", "vendor"})
        EXPECT_NE(gates.body.find(R"("gate":")" + std::string{gate} + "\""), std::string::npos) << gate;

    EXPECT_EQ(tell_result(id, "2025-12-01").status, 200);
    EXPECT_EQ(sign(responsible, id).text("status"), "confirming");
    const Answer refused_signature = sign(city, id);
    EXPECT_EQ(refused_signature.text("code"), "gate/duties");
    EXPECT_NE(refused_signature.body.find("緊急着手の指示の確認（期限 令和7年12月2日）"), std::string::npos)
        << refused_signature.body;
    EXPECT_NE(refused_signature.body.find("作業日程の合意（期限 令和7年12月8日）"), std::string::npos);
}

TEST_P(Emergencies, have_papers_that_close_by_themselves_when_they_stand)
{
    const std::string id = begun();
    EXPECT_EQ(settle(), 0);
    no_vendors(id);
    EXPECT_EQ(settle(), 1);
    stage->approve_procedure(id);
    EXPECT_EQ(settle(), 1);
    stage->assign_worker(id);
    EXPECT_EQ(settle(), 1);
    at("2025-12-01T11:00");
    agree(propose(id, "2025-12-01T09:00", "2025-12-01T10:00", R"(,"after_the_fact":true)"));
    EXPECT_EQ(settle(), 1);
    grant(gates_of(id).text("approval_id"));
    EXPECT_EQ(settle(), 1);
    EXPECT_EQ(settle(), 0);
    EXPECT_EQ(gates_of(id).body.find("\"closed_at\":null"), std::string::npos);
}

TEST_P(Emergencies, are_instructed_again_when_the_city_refused_it)
{
    const std::string id = begun();
    const Answer first = gates_of(id, worker);
    const std::string again =
        "/emergency-starts/" + first.body.substr(first.body.find(R"("start":{"id":")") + 15, 36) + "/instruction";
    EXPECT_EQ(first.text("confirmation"), "asked");
    EXPECT_EQ(
        refusal(stage->post(worker, again, instruction("見本 太郎", "2025-12-01T08:55"))), "gate/instruction_stands");

    EXPECT_EQ(decide(city, first.text("approval_id"), "refuse", "花子は指示していません。").status, 200);
    const Answer disputed = gates_of(id, worker);
    EXPECT_EQ(disputed.text("confirmation"), "refused");
    EXPECT_EQ(disputed.text("opinion"), "花子は指示していません。");
    EXPECT_EQ(disputed.text("can_tell_again"), "true");
    EXPECT_EQ(gates_of(id).text("can_tell_again"), "false");
    ASSERT_EQ(tell_result(id, "2025-12-01").status, 200);
    ASSERT_EQ(sign(responsible, id).status, 200);
    EXPECT_EQ(said(sign(city, id), "instruction"),
        "緊急着手の指示の入力し直し（市が認めなかったため、委託先が行います）（期限 令和7年12月2日）");

    EXPECT_EQ(refusal(stage->post(worker, again, instruction("", "2025-12-01T08:55"))),
        "request/invalid_fields instructed_by");
    EXPECT_EQ(refusal(stage->post(worker, again, instruction("見本 太郎", "2025-12-01T09:01"))),
        "gate/instruction instructed_at");
    EXPECT_EQ(stage->post(city, again, instruction("見本 太郎", "2025-12-01T08:55")).status, 403);
    EXPECT_EQ(stage->post(division, again, instruction("見本 太郎", "2025-12-01T08:55")).status, 403);
    const Answer anew = stage->post(worker, again, instruction("見本 太郎", "2025-12-01T08:55"));
    EXPECT_EQ(anew.text("instructed_by"), "見本 太郎") << anew.body;
    EXPECT_EQ(anew.text("confirmation"), "asked");
    EXPECT_NE(anew.text("approval_id"), first.text("approval_id")) << "the refused one stays in the register";
    EXPECT_EQ(refusal(stage->post(worker, again, instruction("誰か", "2025-12-01T08:55"))), "gate/instruction_stands");
    EXPECT_NE(stage->get(city, "/work-requests/" + id + "/events").body.find("緊急着手の指示を入力し直す"),
        std::string::npos);
    grant(anew.text("approval_id"));
    settle();
    EXPECT_EQ(refusal(sign(city, id)), "gate/duties people procedure schedule vendor");
}

TEST_P(Emergencies, without_a_request_are_written_afterwards_and_flagged)
{
    const Answer start = stage->post(worker, "/emergency-starts",
        R"({"title":"夜間の障害","instructed_by":"見本 花子","instructed_at":"2025-12-01T08:50",)"
        R"("instructed_how":"電話","instruction":"窓口の端末を復旧すること"})");
    ASSERT_EQ(start.status, 201) << start.body;
    EXPECT_NE(start.body.find(R"("gate":"request")"), std::string::npos);
    const std::string write = "/emergency-starts/" + start.text("id") + "/request";
    EXPECT_EQ(stage->post(responsible, write, R"({"title":"夜間の障害の復旧"})").status, 403);
    const Answer written =
        stage->post(city, write, R"({"title":"夜間の障害の復旧","work_types":["incident_recovery"]})");
    ASSERT_EQ(written.status, 201) << written.body;
    EXPECT_EQ(written.text("start"), "emergency");
    EXPECT_EQ(stage->post(city, write, R"({"title":"もう一度"})").text("code"), "gate/has_request");
    const Answer gates = gates_of(written.text("id"));
    EXPECT_NE(gates.body.find(R"("retroactive":true)"), std::string::npos) << gates.body;
    EXPECT_NE(gates.body.find(R"("gate":"accepted")"), std::string::npos);
}

HOSHUBAN_ON_BOTH_DATABASES(Emergencies);

}
}
