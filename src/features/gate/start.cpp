#include "features/gate/start.hpp"

#include "core/due_rule.hpp"

namespace hoshuban::gate {

Result<void> check(const Instruction& instruction, Instant now)
{
    std::vector<FieldError> problems;
    const auto need = [&](bool there, const char* path, Text text) {
        if (!there)
            problems.push_back({path, "required", std::move(text)});
    };
    need(!instruction.by.empty(), "instructed_by",
        {"指示した市の担当者を入力してください。", "enter who of the city gave the instruction"});
    need(instruction.at.has_value(), "instructed_at", {"指示の日時を入力してください。", "enter when it was given"});
    need(!instruction.how.empty(), "instructed_how",
        {"指示の方法（電話など）を入力してください。", "enter how it was given, by telephone for example"});
    need(!instruction.text.empty(), "instruction", {"指示の内容を入力してください。", "enter what was instructed"});
    if (instruction.at && *instruction.at > now)
        problems.push_back(
            {"instructed_at", "future", {"指示の日時が先の時刻です。", "the instruction lies in the future"}});
    if (problems.empty())
        return {};
    return fail(ErrorKind::invalid, "gate/instruction",
        {"市の指示の記録が足りません。", "the record of the city's instruction is incomplete"}, std::move(problems));
}

bool is_disputed(const StartRecord& start)
{
    return start.kind == work_request::Start::emergency && start.confirmation &&
        *start.confirmation != approval::State::asked && *start.confirmation != approval::State::granted;
}

Result<StartRecord> told_again(StartRecord start, const Instruction& instruction, Instant now)
{
    if (!is_disputed(start))
        return fail(ErrorKind::conflict, "gate/instruction_stands",
            {"市の指示は、確認済みか、市の確認を待っています。入力し直せるのは、市が認めなかったときだけです。",
                "the instruction is confirmed or waits for the city: it is told again only when the city refused it"});
    TRY(check(instruction, now));
    if (*instruction.at > start.started_at) {
        const Text text{
            "指示の日時は、着手の日時以前にしてください。", "the instruction was given before the work began"};
        return fail(ErrorKind::invalid, "gate/instructed_at", text, {{"instructed_at", "gate/instructed_at", text}});
    }
    start.instruction = instruction;
    return start;
}

Result<Instant> started_at(std::optional<Instant> told, const work_request::WorkRequest& request, Instant now)
{
    const Instant at = told.value_or(now);
    const auto refuse = [](Text text) {
        return fail(ErrorKind::invalid, "gate/started_at", text, {{"started_at", "gate/started_at", text}});
    };
    if (at > now)
        return refuse({"着手の日時が先の時刻です。", "the start lies in the future"});
    if (day_of(at) < request.entered_on)
        return refuse({"着手の日時が依頼の記入日より前です。", "the start precedes the day the request was entered"});
    return at;
}

Result<std::vector<Duty>> duties_of(const StartRecord& start, const std::vector<Gate>& shut,
    const contract::EmergencyTerms& terms, const WorkingCalendar& calendar, const DayRange& period)
{
    TRY_ASSIGN(
        const auto confirmed, due_moment(terms.instruction_confirmed_within, start.recorded_at, calendar, period));
    TRY_ASSIGN(const auto papers, due_moment(terms.papers_within, start.recorded_at, calendar, period));
    std::vector<Duty> duties{{start.id, std::string{instruction_duty}, confirmed.at}};
    if (!start.request)
        duties.push_back({start.id, std::string{request_duty}, papers.at});
    for (const Gate& each : shut)
        duties.push_back({start.id, std::string{name_of(each.kind)}, papers.at});
    return duties;
}

std::string clock_of(std::string_view gate)
{
    if (gate == instruction_duty)
        return "start.instruction";
    return "start.paper." + std::string{gate};
}

Side side_of_duty(std::string_view gate)
{
    return gate == instruction_duty || gate == request_duty ? Side::city : Side::contractor;
}

Text duty_label(std::string_view gate)
{
    if (gate == instruction_duty)
        return {"緊急着手の指示の確認", "Confirmation of the emergency instruction"};
    if (gate == request_duty)
        return {"作業依頼書の作成", "The work request to be written"};
    const auto kind = named<GateKind>(gate);
    return kind ? label(*kind) : Text{std::string{gate}, std::string{gate}};
}

}
