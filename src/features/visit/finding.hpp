#pragma once
#include "features/visit/visit.hpp"

#include <optional>
#include <string>

namespace hoshuban::visit {

using FindingId = Id<struct VisitFindingTag>;

/// What was found on a visit: something to be improved (VIS-01), what the people of the site wish or report (VIS-02),
/// what they ask (VIS-03).
enum class FindingKind { condition, request, report, question };

constexpr auto names_of(const FindingKind*)
{
    return std::to_array<Name<FindingKind>>({
        {FindingKind::condition, "condition"},
        {FindingKind::request, "request"},
        {FindingKind::report, "report"},
        {FindingKind::question, "question"},
    });
}

/// What a finding waits for next; `closed`: for nothing more.
enum class FindingState { reply, report, instruction, action, closed, taken_back };

constexpr auto names_of(const FindingState*)
{
    return std::to_array<Name<FindingState>>({
        {FindingState::reply, "to_reply"},
        {FindingState::report, "to_report"},
        {FindingState::instruction, "to_instruct"},
        {FindingState::action, "to_act"},
        {FindingState::closed, "closed"},
        {FindingState::taken_back, "taken_back"},
    });
}

/// 所見（改善を要する状態） / 要望 / 報告 / 質問
const Text& label(FindingKind);
const Text& label(FindingState);

/// The reply to a question that was not answered on site.
struct Reply {
    LocalDay on = {};
    std::string text = {};
    std::string to = {}; ///< whom of the site

    bool operator==(const Reply&) const = default;
};

/// That the city was told.
struct Report {
    LocalDay on = {};
    std::string by = {}; ///< person of the contractor

    bool operator==(const Report&) const = default;
};

/// What was done because the city asked for it.
struct Completion {
    LocalDay on = {};
    std::string text = {};

    bool operator==(const Completion&) const = default;
};

/// What the contractor writes of a finding. A question has an answer that was given on site, or a day by which a reply
/// was promised; nothing else has either.
struct FindingFacts {
    FindingKind kind = FindingKind::condition;
    std::string text = {};
    std::string told_by = {}; ///< who of the site said so, or who saw it; the name as told
    LocalDay found_on = {};
    std::string answer = {};
    std::optional<LocalDay> promised_on = {};
    std::optional<Reply> reply = {};
    std::optional<Report> report = {};
    std::optional<Completion> completion = {};

    bool operator==(const FindingFacts&) const = default;
};

/// What the city says about a finding (VIS-01, VIS-02).
struct Instruction {
    LocalDay on = {};
    std::string text = {};
    bool asks = false; ///< something is to be done; otherwise the finding is closed by it
    std::string by = {}; ///< who of the city entered it

    bool operator==(const Instruction&) const = default;
};

struct Finding {
    FindingId id = {};
    ContractId contract_id = {};
    VisitId visit = {};
    SiteId site = {};
    FindingFacts facts = {};
    std::optional<Instruction> instruction = {};
    std::string taken_back = {}; ///< why; empty: it stands
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;

    bool operator==(const Finding&) const = default;
};

FindingState state_of(const Finding&);
bool is_open(FindingState);

/// Whether the reply came, or was still missing on `today`, after the day that was promised (VIS-03).
bool is_late(const Finding&, LocalDay today);

/// The last day of the visit on which something can have been found: of the departure, or today while people are there.
LocalDay last_day_of(const Visit&, LocalDay today);

/// What a finding is judged by: the contract, its visit and the day.
struct FindingGround {
    const contract::Profile& profile;
    const Visit& visit;
    LocalDay today = {};
};

/// The finding as it is stored: texts settled, days in order. Refuses, naming the field, a finding of a visit without
/// arrival (`visit/not_arrived`), a day that is none of the visit, to come or out of order (`visit/day_out_of_order`),
/// a question with neither or both of answer and promised day (`visit/answer_or_promise`), and either of anything else.
Result<Finding> entered(const FindingGround&, Finding);

/// The acts, each once and in its order; `visit/does_not_follow` (409) otherwise. What is a question needs no
/// instruction, everything else none but the city's.
Result<Finding> replied(const FindingGround&, Finding, Reply);
Result<Finding> reported(const FindingGround&, Finding, Report);
Result<Finding> instructed(const FindingGround&, Finding, Instruction);
Result<Finding> finished(const FindingGround&, Finding, Completion);

/// The finding with what the contractor wrote put right, for a reason. An act that was recorded may be changed or left
/// out, none be added (`visit/not_recorded`); the kind stays (`visit/other_kind`).
Result<Finding> corrected(const FindingGround&, Finding, FindingFacts, std::string& reason);
/// The same of the city's instruction, which stays one.
Result<Finding> instructed_anew(const FindingGround&, Finding, Instruction, std::string& reason);

/// The finding after it was taken back with a reason; refuses (`visit/instructed`) what the city has decided about.
Result<Finding> taken_back(Finding, std::string reason);

}
