#pragma once
#include "features/question/question.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::question {

struct NewQuestion {
    SubjectKind subject_kind = SubjectKind::contract;
    std::optional<WorkRequestId> request_id;
    std::optional<ProcedureId> procedure_id;
    std::string title;
    std::string text;
};

inline auto describe(const NewQuestion*)
{
    using B = NewQuestion;
    return json::object<B>("NewQuestion",
        json::field("subject_kind", &B::subject_kind, {"対象の種類", "Kind of subject"}),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("procedure_id", &B::procedure_id, {"手順書", "Procedure"}),
        json::field("title", &B::title, {"件名", "Subject line"}, json::length(1, longest_title)),
        json::field("text", &B::text, {"質問内容", "Question"}, json::length(1, longest_text)));
}

struct AskAgain {
    std::string text;
};

inline auto describe(const AskAgain*)
{
    return json::object<AskAgain>(
        "AskAgain", json::field("text", &AskAgain::text, {"質問内容", "Question"}, json::length(1, longest_text)));
}

struct AnswerQuestion {
    std::string text;
    std::string change;
};

inline auto describe(const AnswerQuestion*)
{
    using B = AnswerQuestion;
    return json::object<B>("AnswerQuestion",
        json::field("text", &B::text, {"回答内容", "Answer"}, json::length(1, longest_text)),
        json::field("change", &B::change, {"変更内容", "What changes in the work or the specification"},
            json::length(0, longest_text), json::defaulted()));
}

struct AcceptAnswer { };

inline auto describe(const AcceptAnswer*)
{
    return json::object<AcceptAnswer>("AcceptAnswer");
}

struct WithdrawQuestion {
    std::string reason;
};

inline auto describe(const WithdrawQuestion*)
{
    using B = WithdrawQuestion;
    return json::object<B>(
        "WithdrawQuestion", json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

struct QuestionComment {
    std::string text;
};

inline auto describe(const QuestionComment*)
{
    using B = QuestionComment;
    return json::object<B>(
        "QuestionComment", json::field("text", &B::text, {"コメント", "Comment"}, json::length(1, 2000)));
}

struct OralConfirmation {
    std::string text;
    Instant at;
    std::string with;
    bool minor = false;
};

inline auto describe(const OralConfirmation*)
{
    using B = OralConfirmation;
    return json::object<B>("OralConfirmation",
        json::field("text", &B::text, {"確認した内容", "What was confirmed"}, json::length(1, longest_text)),
        json::field("at", &B::at, {"確認した日時", "Confirmed at"}),
        json::field("with", &B::with, {"確認した相手", "Confirmed with"}, json::length(1, longest_name)),
        json::field("minor", &B::minor, {"軽易な内容", "Minor matter"}, json::defaulted()));
}

}
