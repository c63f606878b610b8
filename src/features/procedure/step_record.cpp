#include "features/procedure/step_record.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <ranges>
#include <set>
#include <tuple>

namespace hoshuban::procedure {
namespace {

using work_request::Status;

// Clocks of phones run a little ahead.
constexpr std::chrono::minutes most_ahead{5};

std::unexpected<Error> refuse_record(ErrorKind kind, std::string code, Text text)
{
    return fail(kind, std::move(code), std::move(text));
}

std::unexpected<Error> wrong(std::string field, std::string code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{std::move(field), code, text}});
}

const Followed* followed_in(const Job& job, const ProcedureVersionId& version)
{
    const auto found =
        std::ranges::find_if(job.followed, [&](const Followed& each) { return each.version.id == version; });
    return found == job.followed.end() ? nullptr : &*found;
}

Result<Step> step_of(const Job& job, const StepRecord& record)
{
    const Followed* followed = followed_in(job, record.version);
    if (!followed)
        return refuse_record(ErrorKind::conflict, "procedure/not_followed",
            {"この作業は、その版の手順書に従っていません。", "this job does not follow that version"});
    if (!opens(followed->job.state))
        return refuse_record(ErrorKind::precondition, "procedure/not_approved",
            {citation(followed->procedure, followed->version) + " は承認されていないため、記録できません。",
                citation(followed->procedure, followed->version) + " is not approved: nothing can be recorded by it"});
    const auto steps = steps_to_record(job, *followed);
    const auto found = std::ranges::find(steps, record.step, &Step::number);
    if (found == steps.end())
        return wrong("step", "procedure/unknown_step",
            {fmt::format("手順{}はこの版にありません。", record.step),
                fmt::format("the version has no step {}", record.step)});
    return *found;
}

Result<void> check_device(const Job& job, const Step& step, const StepRecord& record)
{
    if (!step.per_device && record.device)
        return wrong("device_id", "procedure/no_device",
            {"この手順は機器ごとではありません。", "this step is not done per device"});
    if (step.per_device && (!record.device || std::ranges::find(job.devices, *record.device) == job.devices.end()))
        return wrong("device_id", "procedure/device_of_job",
            {"この作業の機器を選んでください。", "choose one of the devices of this job"});
    return {};
}

Result<void> check_words(const Step& step, const StepRecord& record)
{
    const bool blank = record.note.find_first_not_of(" \t\n") == std::string::npos;
    if (record.result != StepResult::done && blank)
        return wrong("note", "procedure/note_missing",
            {fmt::format("{}のときは、様子を備考に書いてください。", sign(record.result)),
                fmt::format("with {} say in the note what was seen", sign(record.result))});
    if (step.operation_check && record.result == StepResult::not_applicable)
        return wrong("result", "procedure/check_not_applicable",
            {"動作確認は省けません。結果を○、△、×で記録してください。",
                "an operation check cannot be left out: record it as ○, △ or ×"});
    if (record.done_by.empty() || count_characters(record.done_by) > 100)
        return wrong("done_by", "procedure/done_by",
            {"実施者の氏名を100文字以内で入力してください。", "say who did it, in at most 100 characters"});
    return {};
}

Result<void> check_time(const Job& job, const StepRecord& record)
{
    if (job.begun && record.done_at < *job.begun)
        return wrong("done_at", "procedure/before_the_start",
            {fmt::format(
                 "実施日時が作業の着手（{}）より前です。着手の後の日時を入力してください。", to_text_jst(*job.begun)),
                fmt::format("the time of doing lies before the start of the work ({}): enter a time after it",
                    to_text_jst(*job.begun))});
    if (record.done_at > record.recorded_at + most_ahead)
        return wrong("done_at", "procedure/in_the_future",
            {"実施日時が先の時刻になっています。", "the time of doing lies ahead"});
    return {};
}

bool same_place(const StepRecord& one, const StepRecord& other)
{
    return one.version == other.version && one.step == other.step && one.device == other.device;
}

Result<void> check_place(const StepRecord& record, const std::vector<StepRecord>& records)
{
    const auto valid = in_force(records);
    const auto now = std::ranges::find_if(valid, [&](const StepRecord& each) { return same_place(each, record); });
    if (!record.replaces) {
        if (now == valid.end())
            return {};
        return refuse_record(ErrorKind::conflict, "procedure/recorded_already",
            {fmt::format("この手順は{}さんが{}と記録済みです。直す場合は、理由を書いて訂正してください。",
                 now->recorded_by_name, sign(now->result)),
                fmt::format("{} recorded this step as {} already: correct that record and say why",
                    now->recorded_by_name, sign(now->result))});
    }
    if (now == valid.end() || now->id != *record.replaces)
        return refuse_record(ErrorKind::conflict, "procedure/corrected_already",
            {"その記録は、ほかの人が先に訂正したか、別の手順のものです。開き直してください。",
                "that record was corrected by somebody else, or belongs to another step: open the sheet again"});
    if (record.reason.find_first_not_of(" \t\n") == std::string::npos)
        return wrong("reason", "procedure/reason_missing",
            {"訂正の理由を入力してください。", "say why the record is corrected"});
    return {};
}

using Place = std::tuple<std::string, int, std::string>;

Place place_of(const ProcedureVersionId& version, int step, const std::optional<DeviceId>& device)
{
    return {version.text, step, device ? device->text : ""};
}

/// What is recorded of one step on one device.
struct Standing {
    const StepRecord* record = nullptr;
    int photos = 0; ///< of the records before it too
};

// A version that lost its approval, while another of its procedure has one.
bool is_replaced(const Job& job, const Followed& followed)
{
    return !opens(followed.job.state) && std::ranges::any_of(job.followed, [&](const Followed& other) {
        return opens(other.job.state) && other.version.procedure_id == followed.version.procedure_id;
    });
}

// A refusal stays readable: the sheet of the job shows every step.
constexpr std::size_t most_named = 20;
constexpr std::size_t most_devices_named = 5;

/// A step that is open for one reason, on each of these devices.
struct Remaining {
    OpenStep open;
    std::vector<DeviceId> devices = {};
};

std::vector<Remaining> remaining(const std::vector<OpenStep>& open)
{
    std::vector<Remaining> found;
    for (const OpenStep& each : open) {
        const auto same = std::ranges::find_if(found, [&](const Remaining& other) {
            return std::tie(other.open.version, other.open.step, other.open.why) ==
                std::tie(each.version, each.step, each.why);
        });
        Remaining& here = same == found.end() ? found.emplace_back(each) : *same;
        if (each.device)
            here.devices.push_back(*each.device);
    }
    return found;
}

Text to_do(Open why)
{
    switch (why) {
    case Open::unrecorded:
        return {"記録がありません", "not recorded"};
    case Open::failed:
        return {"×のままです。やり直して訂正するか、残す理由を備考に書いて△に訂正してください",
            "recorded as ×: do it again and correct the record, or correct it to △ and say in the note why it stays"};
    case Open::unchecked:
        return {"動作確認の合格の記録がありません", "the operation check has not passed"};
    case Open::unphotographed:
        return {"写真がありません", "the photo is missing"};
    }
    return {};
}

Text device_names(const std::vector<DeviceId>& devices)
{
    if (devices.empty())
        return {};
    Text text;
    for (const DeviceId& device : devices | std::views::take(most_devices_named)) {
        text.ja += (text.ja.empty() ? "" : "、") + device.text;
        text.en += (text.en.empty() ? "" : ", ") + device.text;
    }
    if (devices.size() > most_devices_named) {
        const std::size_t more = devices.size() - most_devices_named;
        text.ja += fmt::format("ほか{}台", more);
        text.en += fmt::format(" and {} more", more);
    }
    return {"（" + text.ja + "）", " (" + text.en + ")"};
}

Text told(const Job& job, const Remaining& each)
{
    Text name{"動作確認", "operation check"};
    std::string procedure;
    if (const Followed* followed = followed_in(job, each.open.version)) {
        procedure = citation(followed->procedure, followed->version);
        const auto step = std::ranges::find(followed->steps, each.open.step, &Step::number);
        if (step != followed->steps.end())
            name = {fmt::format("手順{}「{}」", step->number, step->text),
                fmt::format("step {} \"{}\"", step->number, step->text)};
    }
    const Text devices = device_names(each.devices);
    const Text why = to_do(each.open.why);
    return {fmt::format("{} {}{}: {}。", procedure, name.ja, devices.ja, why.ja),
        fmt::format("{} {}{}: {}", procedure, name.en, devices.en, why.en)};
}

std::optional<Open> open_because(const Step& step, const Standing& standing)
{
    const StepRecord* record = standing.record;
    const bool passed = record && record->result != StepResult::failed;
    if (passed && step.photo && standing.photos == 0 && record->result != StepResult::not_applicable)
        return Open::unphotographed;
    if (passed)
        return std::nullopt;
    if (step.operation_check)
        return Open::unchecked;
    return record ? Open::failed : Open::unrecorded;
}

}

std::string_view sign(StepResult result)
{
    switch (result) {
    case StepResult::done:
        return "○";
    case StepResult::reservation:
        return "△";
    case StepResult::failed:
        return "×";
    case StepResult::not_applicable:
        return "－";
    }
    return {};
}

std::vector<StepRecord> in_force(const std::vector<StepRecord>& records)
{
    std::set<StepRecordId> replaced;
    for (const StepRecord& record : records) {
        if (record.replaces)
            replaced.insert(*record.replaces);
    }
    std::vector<StepRecord> valid;
    std::ranges::copy_if(
        records, std::back_inserter(valid), [&](const StepRecord& each) { return !replaced.contains(each.id); });
    return valid;
}

std::vector<Step> steps_to_record(const Job& job, const Followed& followed)
{
    std::vector<Step> steps = followed.steps;
    const bool declared = std::ranges::any_of(
        job.followed, [](const Followed& each) { return std::ranges::any_of(each.steps, &Step::operation_check); });
    const bool first = !job.followed.empty() && job.followed.front().version.id == followed.version.id;
    if (job.operation_check && !declared && first && !job.devices.empty())
        steps.push_back({.number = implied_check, .text = "動作確認", .per_device = true, .operation_check = true});
    return steps;
}

Result<void> check_record(const Job& job, const StepRecord& record, const std::vector<StepRecord>& records)
{
    if (job.request.status != Status::in_progress)
        return refuse_record(ErrorKind::conflict, "procedure/not_in_progress",
            {"実施中の作業だけに記録できます。", "only a job in progress can be recorded"});
    TRY_ASSIGN(const Step step, step_of(job, record));
    TRY(check_device(job, step, record));
    TRY(check_words(step, record));
    TRY(check_time(job, record));
    return check_place(record, records);
}

Result<void> check_complete(const Job& job, const std::vector<StepRecord>& records)
{
    const auto open = completeness(job, records).open;
    if (open.empty())
        return {};
    std::vector<FieldError> fields;
    for (const Remaining& each : remaining(open)) {
        if (fields.size() == most_named)
            break;
        const Text text = told(job, each);
        fields.push_back({fmt::format("step.{}", each.open.step), "procedure/step_open", text});
    }
    return fail(ErrorKind::precondition, "procedure/steps_open",
        {fmt::format("終わっていない手順が{}件あるため、確認できません。手順の記録で済ませるか、行わない手順は"
                     "「－」と理由を備考に記録してください。",
             open.size()),
            fmt::format("{} step(s) are not done: record them, or record － with the reason in the note for a step "
                        "that is left out",
                open.size())},
        std::move(fields));
}

Completeness completeness(const Job& job, const std::vector<StepRecord>& records)
{
    const auto valid = in_force(records);
    std::map<Place, Standing> found;
    for (const StepRecord& record : records)
        found[place_of(record.version, record.step, record.device)].photos += record.photos;
    for (const StepRecord& record : valid)
        found[place_of(record.version, record.step, record.device)].record = &record;
    Completeness result{.devices = static_cast<int>(job.devices.size())};
    std::set<DeviceId> open_devices;
    const auto look = [&](const Followed& followed, const Step& step, const std::optional<DeviceId>& device) {
        const auto at = found.find(place_of(followed.version.id, step.number, device));
        const auto why = open_because(step, at == found.end() ? Standing{} : at->second);
        if (!why)
            return;
        result.open.push_back({followed.version.id, step.number, device, *why});
        if (device)
            open_devices.insert(*device);
    };
    for (const Followed& followed : job.followed) {
        if (is_replaced(job, followed))
            continue;
        for (const Step& step : steps_to_record(job, followed)) {
            if (!step.per_device)
                look(followed, step, std::nullopt);
            for (std::size_t i = 0; step.per_device && i < job.devices.size(); ++i)
                look(followed, step, job.devices[i]);
        }
    }
    result.devices_done = result.devices - static_cast<int>(open_devices.size());
    return result;
}

Execution execution(const std::vector<Followed>& followed, const std::vector<StepRecord>& records)
{
    Execution result;
    for (const Followed& each : followed)
        result.procedures += (result.procedures.empty() ? "" : "\n") + citation(each.procedure, each.version);
    auto valid = in_force(records);
    std::ranges::stable_sort(valid, {}, &StepRecord::done_at);
    for (const StepRecord& record : valid) {
        const LocalDay day = day_of(record.done_at);
        if (!result.first)
            result.first = day;
        result.last = day;
        if (std::ranges::find(result.people, record.done_by) == result.people.end())
            result.people.push_back(record.done_by);
    }
    return result;
}

}
