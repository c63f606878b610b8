#pragma once
#include "core/calendar.hpp"
#include "features/approval/approval.hpp"
#include "features/contract/profile.hpp"
#include "features/question/question.hpp"
#include "formats/json.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::question {

/// A question as the list shows it; `can` is what the caller may do with it now.
struct QuestionView {
    QuestionId id;
    std::string number;
    SubjectKind subject_kind;
    std::string subject_id;
    std::string subject_label;
    std::string title;
    State state;
    Text state_label;
    Side turn;
    std::string text;
    std::string answer;
    std::string change;
    std::string asked_by;
    Instant asked_at;
    std::string answered_by;
    std::optional<Instant> answered_at;
    std::optional<Instant> closed_at;
    Instant turn_since;
    int age_days = 0;
    int waiting_days = 0;
    std::optional<Instant> due_at;
    bool due_is_guide = false;
    int rounds = 1;
    int version = 1;
    std::vector<Action> can;
};

inline auto describe(const QuestionView*)
{
    using V = QuestionView;
    return json::object<V>("Question", json::field("id", &V::id, {"識別子", "Id"}),
        json::field("number", &V::number, {"番号", "Number"}),
        json::field("subject_kind", &V::subject_kind, {"対象の種類", "Kind of subject"}),
        json::field("subject_id", &V::subject_id, {"対象の識別子", "Id of the subject"}),
        json::field("subject_label", &V::subject_label, {"対象", "Subject"}),
        json::field("title", &V::title, {"件名", "Subject line"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("state_label", &V::state_label, {"状態の語", "Word of the state"}),
        json::field("turn", &V::turn, {"次に動く側", "Whose turn it is"}),
        json::field("text", &V::text, {"質問内容", "Question"}),
        json::field("answer", &V::answer, {"回答内容", "Answer"}),
        json::field("change", &V::change, {"変更内容", "What changes"}),
        json::field("asked_by", &V::asked_by, {"質問者", "Asked by"}),
        json::field("asked_at", &V::asked_at, {"質問日時", "Asked at"}),
        json::field("answered_by", &V::answered_by, {"回答者", "Answered by"}),
        json::field("answered_at", &V::answered_at, {"回答日時", "Answered at"}),
        json::field("closed_at", &V::closed_at, {"終了日時", "Closed at"}),
        json::field("turn_since", &V::turn_since, {"待ち始めた日時", "Waiting since"}),
        json::field("age_days", &V::age_days, {"経過（開庁日）", "Age in open days"}),
        json::field("waiting_days", &V::waiting_days, {"待ち（開庁日）", "Waiting, in open days"}),
        json::field("due_at", &V::due_at, {"回答の期限", "Answer due at"}),
        json::field("due_is_guide", &V::due_is_guide, {"期限は目安", "The term is a guide"}),
        json::field("rounds", &V::rounds, {"質問の回数", "Times asked"}),
        json::field("version", &V::version, {"版", "Version"}), json::field("can", &V::can, {"できること", "Acts"}));
}

struct QuestionPage {
    std::vector<QuestionView> items;
    std::optional<std::string> next_cursor;
    std::optional<int> total;
};

inline auto describe(const QuestionPage*)
{
    using P = QuestionPage;
    return json::object<P>("QuestionPage", json::field("items", &P::items), json::field("next_cursor", &P::next_cursor),
        json::field("total", &P::total));
}

struct QuestionEntryView {
    QuestionEntryId id;
    EntryKind kind;
    Side side;
    std::string person;
    Instant at;
    std::string text;
    std::string change;
    std::optional<Instant> oral_at;
    std::optional<std::string> oral_with;
    bool minor = false;
};

inline auto describe(const QuestionEntryView*)
{
    using V = QuestionEntryView;
    return json::object<V>("QuestionEntry", json::field("id", &V::id), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("side", &V::side, {"側", "Side"}), json::field("person", &V::person, {"人", "Person"}),
        json::field("at", &V::at, {"日時", "At"}), json::field("text", &V::text, {"内容", "Text"}),
        json::field("change", &V::change, {"変更内容", "What changes"}),
        json::field("oral_at", &V::oral_at, {"確認した日時", "Confirmed at"}),
        json::field("oral_with", &V::oral_with, {"確認した相手", "Confirmed with"}),
        json::field("minor", &V::minor, {"軽易な内容", "Minor matter"}));
}

/// An application for the approval of an answer.
struct QuestionApprovalView {
    ApprovalId id;
    std::string number;
    approval::State state;
    Instant asked_at;
    std::optional<Instant> settled_at;
    std::string conditions;
    std::string content_sha256;
};

inline auto describe(const QuestionApprovalView*)
{
    using V = QuestionApprovalView;
    return json::object<V>("QuestionApproval", json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("asked_at", &V::asked_at, {"申請日時", "Applied at"}),
        json::field("settled_at", &V::settled_at, {"決定日時", "Decided at"}),
        json::field("conditions", &V::conditions, {"条件", "Conditions"}),
        json::field("content_sha256", &V::content_sha256, {"内容のハッシュ", "Hash of the content"}));
}

/// One question with its conversation and the applications about its answers, the newest first.
struct QuestionDetail {
    QuestionView question;
    std::vector<QuestionEntryView> entries;
    std::vector<QuestionApprovalView> approvals;
    bool answer_approved = false;
    bool blocks_start = false;
    bool oral_only_minor = false;
    std::string clause;
};

inline auto describe(const QuestionDetail*)
{
    using V = QuestionDetail;
    return json::object<V>("QuestionDetail", json::field("question", &V::question), json::field("entries", &V::entries),
        json::field("approvals", &V::approvals),
        json::field("answer_approved", &V::answer_approved, {"回答の承認が必要", "Answers are approved"}),
        json::field("blocks_start", &V::blocks_start, {"未解決の間は着手できない", "Blocks the start while open"}),
        json::field("oral_only_minor", &V::oral_only_minor, {"口頭は軽易な内容だけ", "Orally only minor matters"}),
        json::field("clause", &V::clause, {"条項", "Clause"}));
}

/// What a view is seen with.
struct Sight {
    const contract::Profile& profile;
    const WorkingCalendar& calendar;
    const Actor& actor;
    Instant now;
};

QuestionView view_of(const Question&, const Sight&);
QuestionDetail detail_of(db::Reader&, const Question&, const Sight&);

}
