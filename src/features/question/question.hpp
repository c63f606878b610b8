#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "features/approval/approval.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::question {

/// What a question is about. A procedure is known by its id only.
enum class SubjectKind { work_request, contract, procedure };

constexpr auto names_of(const SubjectKind*)
{
    return std::to_array<Name<SubjectKind>>({
        {SubjectKind::work_request, "work_request"},
        {SubjectKind::contract, "contract"},
        {SubjectKind::procedure, "procedure"},
    });
}

/// Where a question stands. `awaiting`: the contractor wants to go on as answered, and the contract has the answer
/// approved first (QNA-01).
enum class State { open, answered, awaiting, resolved, withdrawn };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::open, "open"},
        {State::answered, "answered"},
        {State::awaiting, "awaiting_approval"},
        {State::resolved, "resolved"},
        {State::withdrawn, "withdrawn"},
    });
}

/// 質問中 / 回答済 / 回答済（承認待ち） / 解決 / 取下げ
Text label(State);
/// Neither resolved nor withdrawn: it shuts the start of its work where the contract says so (QNA-06).
bool is_open(State);
/// The side that has to act next; neutral when nobody has to.
Side turn(State);

enum class EntryKind { ask, answer, comment, oral };

constexpr auto names_of(const EntryKind*)
{
    return std::to_array<Name<EntryKind>>({
        {EntryKind::ask, "ask"},
        {EntryKind::answer, "answer"},
        {EntryKind::comment, "comment"},
        {EntryKind::oral, "oral"},
    });
}

inline constexpr std::size_t longest_title = 200;
inline constexpr std::size_t longest_text = 5000;
inline constexpr std::size_t longest_name = 200;

/// What was confirmed by word of mouth: when, with whom, and whether it is plain and unimportant (QNA-05).
struct Oral {
    Instant at;
    std::string with;
    bool minor = false;

    bool operator==(const Oral&) const = default;
};

/// One contribution to the conversation; never changed afterwards.
struct Entry {
    QuestionEntryId id = {};
    EntryKind kind = EntryKind::ask;
    Side side = Side::neutral;
    PersonId person = {};
    std::string person_name = {};
    Instant at = {};
    std::string text = {};
    std::string change = {}; ///< of an answer: what it changes in the work or the specification (AUT-15)
    std::optional<Oral> oral = {};

    bool operator==(const Entry&) const = default;
};

/// A question and what holds at present: the texts of the last asking and of the last answer.
struct Question {
    QuestionId id;
    ContractId contract_id;
    std::string number;
    SubjectKind subject = SubjectKind::contract;
    std::string subject_id = {}; ///< of the request or procedure; empty for the contract
    std::string subject_label = {}; ///< its number, as it was when the question was asked
    std::string title;
    State state = State::open;
    std::string text;
    std::string answer = {};
    std::string change = {};
    PersonId asked_by;
    std::string asked_by_name;
    Instant asked_at;
    std::string answered_by_name = {};
    std::optional<Instant> answered_at = {};
    std::optional<Instant> closed_at = {}; ///< resolved or withdrawn
    Instant turn_since; ///< since when the side whose turn it is has it
    int rounds = 1; ///< how often it was asked
    int version = 1;

    bool operator==(const Question&) const = default;
};

/// Somebody who acts, and when.
struct Who {
    PersonId person;
    std::string name;
    Side side;
    Instant now;
};

/// What an act leaves behind.
struct Step {
    Question question;
    std::optional<Entry> entry = {};
    bool voids = false; ///< what was applied for or approved about the answer does not hold any more
};

/// What the contractor asks.
struct Asking {
    QuestionId id;
    ContractId contract;
    std::string number;
    SubjectKind subject = SubjectKind::contract;
    std::string subject_id = {};
    std::string subject_label = {};
    std::string title;
    std::string text;
};

Result<Step> ask(const Asking&, const Who&);
/// The contractor asks again, or puts the question more exactly while nobody has answered.
Result<Step> ask_again(Question, const Who&, std::string_view text);
/// The city answers, or changes its answer: a new answer is one that the contractor has not accepted yet.
Result<Step> answer(Question, const Who&, std::string_view text, std::string_view change);
/// The contractor takes the answer: the question is resolved, or waits for the approval of the answer.
Result<Step> accept(Question, const Who&, bool answer_approved);
Result<Step> withdraw(Question, const Who&, std::string_view reason);
Result<Step> comment(Question, const Who&, std::string_view text);
/// An answer that was given by word of mouth; whether the contract allows it is checked before (see oral.hpp).
Result<Step> record_oral(Question, const Who&, std::string_view text, const Oral&);
/// What became of the approval of the answer: granted resolves the question, a refused answer is given anew by the
/// city, and a withdrawn application leaves the contractor's turn. Nothing when no approval is waited for.
std::optional<Step> settle(Question, approval::State, Instant now);

/// The bytes whose hash an approval of the answer carries.
std::string approved_text(const Question&);

/// What somebody may do with a question now.
enum class Action { ask, answer, accept, withdraw, comment, record_oral };

constexpr auto names_of(const Action*)
{
    return std::to_array<Name<Action>>({
        {Action::ask, "ask"},
        {Action::answer, "answer"},
        {Action::accept, "accept"},
        {Action::withdraw, "withdraw"},
        {Action::comment, "comment"},
        {Action::record_oral, "record_oral"},
    });
}

/// `oral_known`: the contract knows oral confirmations at all.
std::vector<Action> actions(const Question&, const Actor&, bool oral_known);

}
