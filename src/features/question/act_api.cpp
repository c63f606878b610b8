#include "features/question/act_api.hpp"

#include "features/approval/approval_store.hpp"
#include "features/audit/audit.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/question/body_api.hpp"
#include "features/question/conduct_store.hpp"
#include "features/question/oral.hpp"
#include "features/question/question_store.hpp"
#include "features/question/view_api.hpp"

namespace hoshuban::question {
namespace {

using One = http::Versioned<QuestionDetail>;

/// What an act may look at when it decides.
struct Scene {
    db::Tx& tx;
    const contract::Profile& profile;
    Who who;
};

using Decide = std::function<Result<Step>(Question, const Scene&)>;

// The frame of every act on one question: permission, reach, version, decision, what follows; one transaction. A
// comment changes nothing that somebody else could have changed and so needs no version.
Result<One> carry_out(
    http::Context& context, const Rooms& rooms, Permission permission, const Act& act, const Decide& decide)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(context.require(permission, contract));
    const bool binding = permission != Permission::comment;
    if (binding)
        TRY(check_party(context.actor()));
    TRY_ASSIGN(const int version, binding ? context.if_match() : Result<int>{0});
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const auto id = context.path<QuestionId>("id");
    const auto reach = work_request::reach_of(context.actor(), contract, permission);
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, binding ? get_version(tx, reach, id, version) : get(tx, reach, id));
        TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, *profile));
        const audit::Cause cause = audit::cause_of(context);
        TRY_ASSIGN(Step step, decide(before, {tx, *profile, who_of(cause, contract)}));
        Act told = act;
        if (act.kind == "question.answered" && before.state != State::open)
            told.kind = "question.answer_changed";
        TRY_ASSIGN(const auto after,
            question::carry_out(tx, {*profile, *calendar, rooms.clock}, cause, told, before, std::move(step)));
        return One{detail_of(tx, after, {*profile, *calendar, context.actor(), context.now()}), after.version};
    });
}

Result<One> ask_question_again(http::Context& context, const AskAgain& body, const Rooms& rooms)
{
    return carry_out(context, rooms, Permission::ask_question, {"question.asked_again"},
        [&](Question question, const Scene& scene) { return ask_again(std::move(question), scene.who, body.text); });
}

Result<One> answer_question(http::Context& context, const AnswerQuestion& body, const Rooms& rooms)
{
    return carry_out(
        context, rooms, Permission::answer_question, {"question.answered"}, [&](Question question, const Scene& scene) {
            return answer(std::move(question), scene.who, body.text, body.change);
        });
}

Result<One> accept_answer(http::Context& context, const AcceptAnswer&, const Rooms& rooms)
{
    return carry_out(
        context, rooms, Permission::ask_question, {"question.accepted"}, [&](Question question, const Scene& scene) {
            return accept(std::move(question), scene.who, scene.profile.questions.answer_approved);
        });
}

Result<One> withdraw_question(http::Context& context, const WithdrawQuestion& body, const Rooms& rooms)
{
    return carry_out(context, rooms, Permission::ask_question, {"question.withdrawn", body.reason},
        [&](Question question, const Scene& scene) { return withdraw(std::move(question), scene.who, body.reason); });
}

Result<One> comment_on_question(http::Context& context, const QuestionComment& body, const Rooms& rooms)
{
    return carry_out(context, rooms, Permission::comment, {"question.commented", body.text},
        [&](Question question, const Scene& scene) { return comment(std::move(question), scene.who, body.text); });
}

// The kinds of approval that are in force for the job of a question, or for no particular job.
std::vector<std::string> granted_kinds(const Scene& scene, const Question& question)
{
    const WorkRequestId request{question.subject == SubjectKind::work_request ? question.subject_id : ""};
    const Instant now = scene.who.now;
    std::vector<std::string> kinds;
    for (auto& each : approval::granted_for(scene.tx, scene.profile.id, request, now, now + std::chrono::seconds{1}))
        kinds.push_back(std::move(each.asked.kind));
    return kinds;
}

Result<One> record_oral_confirmation(http::Context& context, const OralConfirmation& body, const Rooms& rooms)
{
    const bool city = context.actor().side(context.path<ContractId>("contract")) == Side::city;
    return carry_out(context, rooms, city ? Permission::answer_question : Permission::ask_question,
        {"question.oral_recorded"}, [&](Question question, const Scene& scene) -> Result<Step> {
            TRY(check_oral(scene.profile, body.minor, granted_kinds(scene, question)));
            return record_oral(std::move(question), scene.who, body.text, {body.at, body.with, body.minor});
        });
}

template <class Body>
auto with(Result<One> (*handler)(http::Context&, const Body&, const Rooms&), const Rooms& rooms)
{
    return [handler, rooms](http::Context& context, const Body& body) { return handler(context, body, rooms); };
}

}

void add_act_routes(http::Router& router, const Rooms& rooms)
{
    const std::string one = "/api/v1/contracts/{contract}/questions/{id}";
    router.post(one + "/ask", with(ask_question_again, rooms))
        .permission(Permission::ask_question)
        .summary({"もう一度質問する・質問を補う", "Ask again, or put the question more exactly"});
    router.post(one + "/answer", with(answer_question, rooms))
        .permission(Permission::answer_question)
        .summary({"質問に回答する・回答を変える", "Answer a question, or change the answer"});
    router.post(one + "/accept", with(accept_answer, rooms))
        .permission(Permission::ask_question)
        .summary({"回答を確認する（必要な契約では承認を申請する）",
            "Accept the answer; where the contract wants it, apply for its approval"});
    router.post(one + "/withdraw", with(withdraw_question, rooms))
        .permission(Permission::ask_question)
        .summary({"質問を取り下げる", "Withdraw a question"});
    router.post(one + "/comments", with(comment_on_question, rooms))
        .permission(Permission::comment)
        .summary({"質問にコメントする", "Comment on a question"});
    router.post(one + "/oral", with(record_oral_confirmation, rooms))
        .permission(Permission::view_question)
        .summary({"口頭で確認した内容を記録する", "Record what was confirmed by word of mouth"});
}

}
