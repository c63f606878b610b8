#include "features/question/question_house_test.hpp"

#include "features/approval/approval_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/due/due_store.hpp"
#include "features/question/question_list_store.hpp"
#include "features/question/sheet_export_doc.hpp"

#include <gtest/gtest.h>

namespace hoshuban::question {
namespace {

using namespace std::chrono_literals;

class QuestionApi : public QuestionHouse {
protected:
    Answer decide(std::string_view who, const QuestionApprovalView& approval, const char* verdict,
        const char* opinion = "", int version = 1)
    {
        return post(who, "/approvals/" + approval.id.text + "/decide",
            std::string{R"({"verdict":")"} + verdict + R"(","content_sha256":")" + approval.content_sha256 +
                R"(","opinion":")" + opinion + "\"}",
            version);
    }
    // Open clocks as "kind side due guide".
    std::string clocks()
    {
        std::string text;
        database().read([&](db::Reader& reader) {
            for (const due::Due& due : due::open_of(reader, contract, {})) {
                if (due.terms.kind.starts_with("question."))
                    text += due.terms.kind + " " + std::string{name_of(due.terms.side)} + " " +
                        to_text_jst(due.terms.due_at) + (due.terms.guide ? " guide" : "");
            }
        });
        return text;
    }
    std::string events(const QuestionId& id)
    {
        std::string kinds;
        database().read([&](db::Reader& reader) {
            for (const audit::Event& event : audit::events_of(reader, contract, {"question", id.text}, 50))
                kinds = event.entry.kind.substr(9) + (kinds.empty() ? "" : " ") + kinds;
        });
        return kinds;
    }
    void agree_to_oral()
    {
        const contract::Profile& profile = test::profile(contract.text);
        const Actor asker = actor_named("contractor", contract);
        const Actor decider = actor_named("city", contract);
        const auto granted = database().write([&](db::Tx& tx) -> Result<void> {
            TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, profile));
            TRY_ASSIGN(const auto asked,
                approval::ask(tx, profile, *calendar, {asker, clock.now()}, ApprovalId{"a-oral"},
                    {.kind = "oral_confirmation", .title = "軽易な確認", .reason = "電話で済ませたい"}));
            TRY(approval::decide(tx, profile, *calendar, {decider, clock.now()}, asked, {}));
            return {};
        });
        EXPECT_TRUE(granted) << granted.error().text.en;
    }
};
HOSHUBAN_ON_BOTH_DATABASES(QuestionApi);

constexpr const char* an_answer = R"("text":"甲の値です。","change":"設計書3.2を改める")";

TEST_P(QuestionApi, AnswersAreApprovedWhereTheContractSaysSo)
{
    QuestionDetail seen = asked();
    EXPECT_EQ(seen.question.number.substr(0, 1), "Q") << seen.question.number;
    EXPECT_EQ(seen.question.turn, Side::city);
    EXPECT_FALSE(ready().ready());
    EXPECT_EQ(ready().open.size(), 1u);
    EXPECT_TRUE(ready("w2").ready()) << "another request is not concerned";
    EXPECT_EQ(clocks(), "question.answer city 2025-10-06T23:59:59+09:00 guide");
    EXPECT_EQ(seen.question.due_at, parse_instant("2025-10-06T23:59:59+09:00"));

    seen = act("city", seen, "answer", an_answer).detail();
    EXPECT_EQ(seen.question.state, State::answered);
    EXPECT_EQ(clocks(), "") << "answered in time";

    seen = act("contractor", seen, "accept").detail();
    EXPECT_EQ(seen.question.state, State::awaiting);
    EXPECT_EQ(seen.question.turn, Side::city);
    ASSERT_EQ(seen.approvals.size(), 1u);
    EXPECT_FALSE(ready().ready()) << "an answer that is not approved settles nothing";

    EXPECT_EQ(decide("contractor", seen.approvals[0], "grant").status, 403);
    EXPECT_EQ(decide("city", seen.approvals[0], "grant").code(), "200");
    const QuestionDetail resolved = get("contractor", "/questions/" + seen.question.id.text).detail();
    EXPECT_EQ(resolved.question.state, State::resolved);
    EXPECT_EQ(resolved.question.closed_at, clock.now());
    EXPECT_TRUE(ready().ready());
    EXPECT_EQ(events(seen.question.id), "asked answered accepted approved");
}

TEST_P(QuestionApi, AChangedAnswerVoidsItsApproval)
{
    QuestionDetail seen = act("city", asked(), "answer", an_answer).detail();
    seen = act("contractor", seen, "accept").detail();
    const QuestionApprovalView old = seen.approvals[0];
    EXPECT_EQ(decide("city", old, "grant").code(), "200");
    seen = get("city", "/questions/" + seen.question.id.text).detail();
    EXPECT_TRUE(ready().ready());

    seen = act("city", seen, "answer", R"("text":"乙の値でした。")").detail();
    EXPECT_EQ(seen.question.state, State::answered);
    EXPECT_EQ(seen.approvals[0].state, approval::State::voided);
    EXPECT_FALSE(ready().ready()) << "the gate shuts again";
    EXPECT_EQ(events(seen.question.id), "asked answered accepted approved answer_changed");

    seen = act("contractor", seen, "accept").detail();
    ASSERT_EQ(seen.approvals.size(), 2u);
    EXPECT_NE(seen.approvals[0].content_sha256, old.content_sha256);
    seen = act("contractor", seen, "ask", R"("text":"本当に乙ですか。")").detail();
    EXPECT_EQ(seen.approvals[0].state, approval::State::voided);
    EXPECT_NE(decide("city", seen.approvals[0], "grant", "", 2).status, 200) << "a void application is not decided";
    EXPECT_EQ(get("city", "/questions/" + seen.question.id.text).detail().question.state, State::open);
    EXPECT_NE(clocks(), "") << "the city has to answer again";
}

TEST_P(QuestionApi, ARefusedAnswerIsGivenAnew)
{
    QuestionDetail seen = act("city", asked(), "answer", an_answer).detail();
    seen = act("contractor", seen, "accept").detail();
    clock.advance(24h);
    EXPECT_EQ(decide("city2", seen.approvals[0], "refuse", "値が違う").code(), "200");
    seen = get("city", "/questions/" + seen.question.id.text).detail();
    EXPECT_EQ(seen.question.state, State::open);
    EXPECT_EQ(seen.approvals[0].state, approval::State::refused);
    EXPECT_EQ(clocks(), "question.answer city 2025-10-07T23:59:59+09:00 guide");
    EXPECT_EQ(events(seen.question.id), "asked answered accepted approval_refused");
}

TEST_P(QuestionApi, AcceptingSettlesWhereNoApprovalIsWanted)
{
    contract = plain_contract;
    clock.set(*parse_instant("2023-10-02T01:00:00Z"));
    QuestionDetail seen = act("city", asked(), "answer", an_answer).detail();
    EXPECT_TRUE(ready().ready()) << "this contract keeps no gate shut";
    EXPECT_EQ(ready().open.size(), 1u);
    seen = act("contractor", seen, "accept").detail();
    EXPECT_EQ(seen.question.state, State::resolved);
    EXPECT_TRUE(seen.approvals.empty());
}

TEST_P(QuestionApi, RefusesWrongOrderOtherSidesAndOldVersions)
{
    const QuestionDetail open = asked();
    struct Case {
        const char *who, *what, *body, *code;
    };
    const Case cases[] = {
        {"contractor", "accept", "", "409 question/wrong_state"},
        {"contractor", "answer", an_answer, "403 forbidden"},
        {"division", "answer", an_answer, "403 forbidden"},
        {"city", "ask", R"("text":"?")", "403 forbidden"},
        {"city", "accept", "", "403 forbidden"},
        {"city", "withdraw", R"("reason":"?")", "403 forbidden"},
        {"auditor", "comments", R"("text":"?")", "403 forbidden"},
        {"auditor", "oral", R"("text":"?","at":"2025-10-01T10:00","with":"?")", "403 forbidden"},
        {"contractor", "oral", R"("text":"?","at":"2025-10-01T10:00","with":"?","minor":true)",
            "409 question/oral_not_allowed"},
        {"admin", "ask", R"("text":"?")", "403 question/administrator"},
    };
    for (const Case& c : cases) {
        const std::string code = act(c.who, open, c.what, c.body).code();
        const std::string wanted = c.code;
        if (wanted == "403 forbidden")
            EXPECT_EQ(code.substr(0, 3), "403") << c.who << ' ' << c.what;
        else
            EXPECT_EQ(code, wanted) << c.who << ' ' << c.what;
    }
    EXPECT_EQ(act("city", open, "answer", an_answer).status, 200);
    EXPECT_EQ(act("city", open, "answer", R"("text":"丙")").code(), "412 question/changed");
    EXPECT_EQ(post("city", "/questions/" + open.question.id.text + "/answer", R"({"text":"丙"})").status, 428);
    EXPECT_EQ(events(open.question.id), "asked answered") << "what was refused left nothing behind";
}

TEST_P(QuestionApi, AskingNeedsASubjectThatExists)
{
    struct Case {
        const char *who, *about, *code;
    };
    const Case cases[] = {
        {"contractor", R"("subject_kind":"contract")", "201"},
        {"worker", R"("subject_kind":"procedure","procedure_id":"p1")", "201"},
        {"contractor", R"("subject_kind":"procedure")", "422 question/subject_missing"},
        {"contractor", R"("subject_kind":"work_request")", "422 question/subject_missing"},
        {"contractor", R"("subject_kind":"work_request","request_id":"w9")", "404 work_request/not_found"},
        {"admin", R"("subject_kind":"contract")", "403 question/administrator"},
    };
    for (const Case& c : cases) {
        const std::string body = std::string{"{"} + c.about + R"(,"title":"件名","text":"本文"})";
        EXPECT_EQ(post(c.who, "/questions", body).code(), c.code) << c.who << c.about;
    }
    EXPECT_EQ(post("city", "/questions", R"({"subject_kind":"contract","title":"件名","text":"本文"})").status, 403);
    EXPECT_EQ(get("city", "/questions").page().items.size(), 2u);
}

TEST_P(QuestionApi, OralConfirmationsNeedTheCitysAgreement)
{
    contract = oral_contract;
    clock.set(*parse_instant("2024-06-03T01:00:00Z"));
    QuestionDetail seen = asked();
    const std::string said = R"("text":"甲でよい。","at":"2024-06-03T09:30","with":"見本 太郎","minor":)";
    EXPECT_EQ(act("contractor", seen, "oral", said + "true").code(), "409 question/oral_not_agreed");
    agree_to_oral();
    EXPECT_EQ(act("contractor", seen, "oral", said + "false").code(), "409 question/oral_not_minor");
    seen = act("contractor", seen, "oral", said + "true").detail();
    EXPECT_EQ(seen.question.state, State::answered);
    ASSERT_EQ(seen.entries.size(), 2u);
    EXPECT_EQ(seen.entries[1].kind, EntryKind::oral);
    EXPECT_EQ(seen.entries[1].oral_with, "見本 太郎");
    EXPECT_EQ(seen.entries[1].person, "氏名 contractor");
    EXPECT_TRUE(seen.entries[1].minor);
    EXPECT_EQ(act("contractor", seen, "accept").detail().question.state, State::resolved);
    EXPECT_EQ(events(seen.question.id), "asked oral_recorded accepted");
}

TEST_P(QuestionApi, ListsByStateTurnSubjectAgeAndText)
{
    const QuestionDetail first = asked();
    asked(R"("subject_kind":"contract")");
    clock.advance(24h * 5); // to Monday the 6th: three open days
    const QuestionDetail third = asked(R"("subject_kind":"work_request","request_id":"w2")");
    act("city", third, "answer", R"("text":"ﾎｽﾄ名は変えません。")");
    struct Case {
        const char* query;
        std::vector<std::string> numbers;
    };
    const auto all = get("city", "/questions?sort=asked_at&total=true").page();
    ASSERT_EQ(all.items.size(), 3u);
    EXPECT_EQ(all.total, 3);
    EXPECT_EQ(all.items[0].age_days, 3);
    EXPECT_EQ(all.items[2].age_days, 0);
    const std::string n1 = all.items[0].number;
    const std::string n2 = all.items[1].number;
    const std::string n3 = all.items[2].number;
    const Case cases[] = {
        {"", {n3, n2, n1}},
        {"state=open", {n2, n1}},
        {"state=answered,resolved", {n3}},
        {"turn=city", {n2, n1}},
        {"turn=contractor", {n3}},
        {"subject=contract", {n2}},
        {"request=w1", {n1}},
        {"age=3", {n2, n1}},
        {"age=4", {}},
        {"age=1&state=answered", {}},
        {"q=%E3%83%9B%E3%82%B9%E3%83%88", {n3}}, // ホスト finds ﾎｽﾄ
        {"sort=turn_since", {n1, n2, n3}},
    };
    for (const Case& c : cases) {
        std::vector<std::string> found;
        for (const QuestionView& each : get("city", std::string{"/questions?"} + c.query).page().items)
            found.push_back(each.number);
        EXPECT_EQ(found, c.numbers) << c.query;
    }
    const auto page = get("city", "/questions?limit=2").page();
    ASSERT_TRUE(page.next_cursor);
    const auto rest = get("city", "/questions?limit=2&cursor=" + *page.next_cursor).page();
    ASSERT_EQ(rest.items.size(), 1u);
    EXPECT_EQ(rest.items[0].number, n1);
    EXPECT_FALSE(rest.next_cursor);
    EXPECT_EQ(get("city", "/questions?turn=neutral").code(), "422 question/turn");
    EXPECT_EQ(get("city", "/questions?sort=title").code(), "422 list/order");
    EXPECT_EQ(get("city", "/questions?cursor=zz").code(), "422 list/cursor");
    EXPECT_EQ(first.question.number, n1);
}

TEST_P(QuestionApi, DivisionsAndSitesSeeQuestionsOfTheirOwnRequestsOnly)
{
    const QuestionDetail own = asked();
    const QuestionDetail other = asked(R"("subject_kind":"work_request","request_id":"w2")");
    const QuestionDetail general = asked(R"("subject_kind":"contract")");
    const QuestionDetail procedure = asked(R"("subject_kind":"procedure","procedure_id":"p1")");
    for (const char* who : {"division", "site"}) {
        const auto page = get(who, "/questions?total=true").page();
        ASSERT_EQ(page.items.size(), 1u) << who;
        EXPECT_EQ(page.items[0].id, own.question.id) << who;
        EXPECT_EQ(page.total, 1) << who;
        EXPECT_EQ(act(who, own, "comments", R"("text":"現場の意見です。")").status, 200) << who;
        for (const QuestionDetail* hidden : {&other, &general, &procedure}) {
            const std::string path = "/questions/" + hidden->question.id.text;
            EXPECT_EQ(get(who, path).code(), "404 question/not_found") << who;
            EXPECT_EQ(act(who, *hidden, "comments", R"("text":"?")").status, 404) << who;
        }
    }
    EXPECT_EQ(get("auditor", "/questions").page().items.size(), 4u);
    EXPECT_EQ(get("city", "/questions/" + own.question.id.text).detail().entries.size(), 3u);
}

TEST_P(QuestionApi, AWithdrawnQuestionStopsWaiting)
{
    QuestionDetail seen = asked();
    seen = act("contractor", seen, "withdraw", R"("reason":"手順書で解決した")").detail();
    EXPECT_EQ(seen.question.state, State::withdrawn);
    EXPECT_EQ(clocks(), "");
    EXPECT_TRUE(ready().ready());
    EXPECT_EQ(act("city", seen, "answer", an_answer).code(), "409 question/wrong_state");
}

std::vector<Question> stored(db::Database& database, const ContractId& contract)
{
    std::vector<Question> found;
    database.read([&](db::Reader& reader) {
        for_each_listed(
            reader, work_request::whole(contract), {}, [&](const Question& each) { found.push_back(each); });
    });
    return found;
}

std::string sheet_of(const std::vector<Question>& questions)
{
    auto writer = ListWriter::create(contract::DateStyle::western_slash, *parse_instant("2025-10-01T03:00:00Z"));
    for (const Question& each : questions)
        EXPECT_TRUE(writer->add(each, 0));
    return *writer->finish();
}

TEST_P(QuestionApi, AListGoesOutAndComesInAsItWasSeen)
{
    const QuestionDetail first = asked();
    asked(R"("subject_kind":"contract")");
    const auto exported = get("city", "/questions/export?sort=asked_at");
    ASSERT_EQ(exported.status, 200);
    const auto same = post("city", "/questions/imports?name=a.xlsx", exported.body);
    EXPECT_NE(same.body.find(R"("counts":{"new":0,"changed":0,"unchanged":2,"refused":0})"), std::string::npos)
        << same.body;

    auto edited = stored(database(), contract);
    ASSERT_EQ(edited.size(), 2u);
    edited[0].answer = "甲の値です。";
    edited[1].title = "別の件名";
    const auto preview = post("city", "/questions/imports?name=b.xlsx", sheet_of(edited));
    ASSERT_EQ(preview.status, 201) << preview.body;
    EXPECT_NE(preview.body.find("question/kept_column"), std::string::npos) << preview.body;
    EXPECT_NE(preview.body.find("セルE5（件名）"), std::string::npos) << preview.body;
    const auto members = json::parse<std::map<std::string, json::Raw>>(preview.body);
    const std::string save = "/questions/imports/" + *json::parse<std::string>(members->at("id").text) + "/save";
    EXPECT_EQ(post("city", save, "{}").code(), "409 import/refused_rows");
    EXPECT_EQ(get("city", "/questions/" + first.question.id.text).detail().question.state, State::open)
        << "nothing is saved before somebody says so";
    EXPECT_EQ(post("city", save, R"({"skip_refused":true})").body, R"({"created":0,"changed":1})");
    EXPECT_EQ(post("city", save, R"({"skip_refused":true})").code(), "409 import/saved");
    const QuestionDetail answered = get("city", "/questions/" + first.question.id.text).detail();
    EXPECT_EQ(answered.question.state, State::answered);
    EXPECT_EQ(answered.entries.back().person, "氏名 city");
    EXPECT_EQ(events(first.question.id), "asked answered");
    EXPECT_TRUE(clocks().find("2025-10-06") != std::string::npos) << "the other question still waits";
}

TEST_P(QuestionApi, AnImportThatWasOvertakenIsNotSaved)
{
    const QuestionDetail seen = asked();
    auto edited = stored(database(), contract);
    edited[0].answer = "甲の値です。";
    const auto preview = post("city", "/questions/imports?name=b.xlsx", sheet_of(edited));
    const auto members = json::parse<std::map<std::string, json::Raw>>(preview.body);
    const std::string save = "/questions/imports/" + *json::parse<std::string>(members->at("id").text) + "/save";
    EXPECT_EQ(act("city", seen, "answer", an_answer).status, 200);
    EXPECT_EQ(post("city", save, "{}").code(), "412 import/changed");
    EXPECT_EQ(get("city", "/questions/" + seen.question.id.text).detail().question.answer, "甲の値です。");
    EXPECT_EQ(events(seen.question.id), "asked answered");
    EXPECT_EQ(post("division", "/questions/imports?name=b.xlsx", sheet_of(edited)).status, 403);
    EXPECT_EQ(post("city", "/questions/imports?name=b.xlsx", "no workbook").status, 422);
}

}
}
