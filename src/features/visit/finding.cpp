#include "features/visit/finding.hpp"

#include "core/typed_fields.hpp"
#include "features/visit/refusal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::visit {
namespace {

constexpr std::size_t longest_person = 200;
constexpr std::size_t longest_passage = 2'000;

std::unexpected<Error> does_not_follow()
{
    return fail(ErrorKind::conflict, "visit/does_not_follow",
        {"この所見の今の状態ではできません。画面を読み込み直してください。",
            "this does not follow from where the finding stands: reload the page"});
}

/// A day that a field gives, and between which days it can be.
struct DayTerms {
    const char* field;
    LocalDay day;
    LocalDay first;
    LocalDay last;
};

Result<void> check_between(const DayTerms& terms)
{
    if (terms.first <= terms.day && terms.day <= terms.last)
        return {};
    return refused_at(terms.field, "visit/day_out_of_order",
        {fmt::format("{}から{}までの日を書いてください。", to_text(terms.first), to_text(terms.last)),
            fmt::format("write a day from {} to {}", to_text(terms.first), to_text(terms.last))});
}

Result<void> take_texts(Finding& finding)
{
    FindingFacts& facts = finding.facts;
    TRY(take_fields({{"text", facts.text, longest_passage, true}, {"told_by", facts.told_by, longest_person, true},
        {"answer", facts.answer, longest_passage}}));
    if (facts.reply)
        TRY(take_fields({{"reply", facts.reply->text, longest_passage, true},
            {"replied_to", facts.reply->to, longest_person, true}}));
    if (facts.report)
        TRY(take_fields({{"reported_by", facts.report->by, longest_person, true}}));
    if (facts.completion)
        TRY(take_fields({{"done", facts.completion->text, longest_passage, true}}));
    if (finding.instruction)
        TRY(take_fields({{"instruction", finding.instruction->text, longest_passage, true}}));
    return {};
}

Result<void> check_answer(const FindingFacts& facts)
{
    const bool question = facts.kind == FindingKind::question;
    if (!question && (!facts.answer.empty() || facts.promised_on || facts.reply))
        return refused_at(facts.answer.empty() ? "promised_on" : "answer", "visit/no_question",
            {"回答と回答予定日は質問にだけ書きます。", "only a question has an answer or a promised day"});
    if (question && facts.answer.empty() != facts.promised_on.has_value())
        return refused_at("promised_on", "visit/answer_or_promise",
            {"質問には、その場の回答か回答予定日のどちらか一つを書いてください。",
                "write the answer given on site, or the day by which a reply was promised, not both"});
    if (facts.reply && !facts.promised_on)
        return refused_at(
            "reply", "visit/answered_on_site", {"その場で回答した質問です。", "this question was answered on site"});
    return {};
}

Result<void> check_days(const FindingGround& ground, const Finding& finding)
{
    const FindingFacts& facts = finding.facts;
    const LocalDay arrived = day_of(ground.visit.times.arrived.value());
    const LocalDay found = facts.found_on;
    TRY(check_between({"found_on", found, arrived, last_day_of(ground.visit, ground.today)}));
    if (facts.promised_on)
        TRY(check_between({"promised_on", *facts.promised_on, found, ground.profile.period.last}));
    if (facts.reply)
        TRY(check_between({"replied_on", facts.reply->on, found, ground.today}));
    if (facts.report)
        TRY(check_between({"reported_on", facts.report->on, found, ground.today}));
    if (finding.instruction)
        TRY(check_between({"instructed_on", finding.instruction->on, facts.report.value().on, ground.today}));
    if (facts.completion)
        TRY(check_between({"done_on", facts.completion->on, finding.instruction.value().on, ground.today}));
    return {};
}

// Each act stands on the one before it: whoever puts one right or leaves it out leaves none hanging.
Result<void> check_acts(const Finding& finding)
{
    if (finding.instruction && !finding.facts.report)
        return refused_at("reported_on", "visit/instructed",
            {"市の指示があるので、報告は消せません。日と報告者は訂正できます。",
                "the city has instructed: the report cannot be left out, its day and person can be put right"},
            ErrorKind::conflict);
    if (finding.facts.completion && (!finding.instruction || !finding.instruction->asks))
        return refused_at("asks", "visit/already_done",
            {"対応が記録されています。対応不要にする前に、対応の記録を取り消してもらってください。",
                "what was asked for is recorded as done: have that taken back before nothing is asked for"},
            ErrorKind::conflict);
    return {};
}

template <class Act>
bool adds(const std::optional<Act>& before, const std::optional<Act>& after)
{
    return after && !before;
}

Result<void> take_reason(std::string& reason)
{
    return take_fields({{"reason", reason, 1'000, true}});
}

}

const Text& label(FindingKind kind)
{
    static const Text labels[] = {
        {"改善を要する状態", "Condition to improve"}, {"要望", "Request"}, {"報告", "Report"}, {"質問", "Question"}};
    return labels[static_cast<std::size_t>(kind)];
}

const Text& label(FindingState state)
{
    static const Text labels[] = {{"回答待ち", "Reply to give"}, {"市へ未報告", "Not reported yet"},
        {"市の指示待ち", "Awaits the city"}, {"対応中", "To be acted on"}, {"完了", "Closed"}, {"取消", "Taken back"}};
    return labels[static_cast<std::size_t>(state)];
}

FindingState state_of(const Finding& finding)
{
    const FindingFacts& facts = finding.facts;
    if (!finding.taken_back.empty())
        return FindingState::taken_back;
    if (facts.kind == FindingKind::question) {
        if (facts.promised_on && !facts.reply)
            return FindingState::reply;
        return facts.report ? FindingState::closed : FindingState::report;
    }
    if (!facts.report)
        return FindingState::report;
    if (!finding.instruction)
        return FindingState::instruction;
    return finding.instruction->asks && !facts.completion ? FindingState::action : FindingState::closed;
}

bool is_open(FindingState state)
{
    return state != FindingState::closed && state != FindingState::taken_back;
}

bool is_late(const Finding& finding, LocalDay today)
{
    const FindingFacts& facts = finding.facts;
    if (!facts.promised_on || !finding.taken_back.empty())
        return false;
    return (facts.reply ? facts.reply->on : today) > *facts.promised_on;
}

LocalDay last_day_of(const Visit& visit, LocalDay today)
{
    return visit.times.departed ? day_of(*visit.times.departed) : today;
}

Result<Finding> entered(const FindingGround& ground, Finding finding)
{
    if (!ground.visit.times.arrived)
        return fail(ErrorKind::conflict, "visit/not_arrived",
            {"所見は、訪問先に到着してから記録します。", "findings are recorded after the arrival"});
    TRY(take_texts(finding));
    TRY(check_answer(finding.facts));
    TRY(check_acts(finding));
    TRY(check_days(ground, finding));
    return finding;
}

Result<Finding> replied(const FindingGround& ground, Finding finding, Reply reply)
{
    if (state_of(finding) != FindingState::reply)
        return does_not_follow();
    finding.facts.reply = std::move(reply);
    return entered(ground, std::move(finding));
}

Result<Finding> reported(const FindingGround& ground, Finding finding, Report report)
{
    if (!finding.taken_back.empty() || finding.facts.report)
        return does_not_follow();
    finding.facts.report = std::move(report);
    return entered(ground, std::move(finding));
}

Result<Finding> instructed(const FindingGround& ground, Finding finding, Instruction instruction)
{
    if (state_of(finding) != FindingState::instruction)
        return does_not_follow();
    finding.instruction = std::move(instruction);
    return entered(ground, std::move(finding));
}

Result<Finding> finished(const FindingGround& ground, Finding finding, Completion completion)
{
    if (state_of(finding) != FindingState::action)
        return does_not_follow();
    finding.facts.completion = std::move(completion);
    return entered(ground, std::move(finding));
}

Result<Finding> corrected(const FindingGround& ground, Finding finding, FindingFacts facts, std::string& reason)
{
    if (!finding.taken_back.empty())
        return does_not_follow();
    TRY(take_reason(reason));
    const FindingFacts& before = finding.facts;
    if (facts.kind != before.kind)
        return refused_at("kind", "visit/other_kind",
            {"区分は変えられません。取り消してから記録し直してください。",
                "the kind stays: take the finding back and enter it anew"});
    const char* added = adds(before.reply, facts.reply) ? "replied_on"
        : adds(before.report, facts.report)             ? "reported_on"
        : adds(before.completion, facts.completion)     ? "done_on"
                                                        : nullptr;
    if (added != nullptr)
        return refused_at(added, "visit/not_recorded",
            {"まだ記録していないことです。訂正ではなく、記録してください。",
                "this was not recorded yet: record it instead of correcting it"});
    finding.facts = std::move(facts);
    return entered(ground, std::move(finding));
}

Result<Finding> instructed_anew(
    const FindingGround& ground, Finding finding, Instruction instruction, std::string& reason)
{
    if (!finding.taken_back.empty() || !finding.instruction)
        return does_not_follow();
    TRY(take_reason(reason));
    finding.instruction = std::move(instruction);
    return entered(ground, std::move(finding));
}

Result<Finding> taken_back(Finding finding, std::string reason)
{
    if (!finding.taken_back.empty())
        return does_not_follow();
    TRY(take_reason(reason));
    if (finding.instruction)
        return fail(ErrorKind::conflict, "visit/instructed",
            {"市が指示した所見は取り消せません。内容は訂正できます。",
                "the city has instructed about this finding: it can be corrected, not taken back"});
    finding.taken_back = std::move(reason);
    return finding;
}

}
