#include "features/procedure/job.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::procedure {
namespace {

using contract::ApprovalEffect;
using contract::ProcedureMode;
using work_request::WorkRequest;

const contract::ApprovalKind* kind_named_by(const contract::Profile& profile, const std::string& work_type)
{
    const contract::WorkType* type = contract::find_work_type(profile, work_type);
    if (!type || type->approval.empty())
        return nullptr;
    const contract::ApprovalKind* kind = contract::find_approval_kind(profile, type->approval);
    return kind && kind->effect == ApprovalEffect::procedure ? kind : nullptr;
}

bool named_by_a_work_type(const contract::Profile& profile, const std::string& kind)
{
    return std::ranges::find(profile.work_types, kind, &contract::WorkType::approval) != profile.work_types.end();
}

std::unexpected<Error> refuse(ErrorKind kind, std::string code, Text text)
{
    return fail(kind, std::move(code), std::move(text));
}

Result<void> check_named(const contract::Profile& profile, const Content& content)
{
    for (const std::string& act : content.acts) {
        if (!contract::find_act(profile, act))
            return refuse(ErrorKind::invalid, "procedure/unknown_act",
                {fmt::format("「{}」という行為は、この契約にありません。", act),
                    fmt::format("this contract knows no act \"{}\"", act)});
    }
    if (std::set(content.acts.begin(), content.acts.end()).size() != content.acts.size() ||
        std::set(content.devices.begin(), content.devices.end()).size() != content.devices.size())
        return refuse(ErrorKind::invalid, "procedure/named_twice",
            {"同じ行為または機器が二度選ばれています。", "an act or a device is named twice"});
    for (const DeviceId& device : content.devices) {
        if (!contract::find_device(profile, device))
            return refuse(ErrorKind::invalid, "procedure/unknown_device",
                {fmt::format("機器「{}」は、この契約の台帳にありません。", device.text),
                    fmt::format("the device \"{}\" is not in this contract's register", device.text)});
    }
    return {};
}

bool on_equipment(const contract::Profile& profile, const WorkRequest& request)
{
    return request.work_types.empty() || std::ranges::any_of(request.work_types, [&](const std::string& id) {
        const contract::WorkType* type = contract::find_work_type(profile, id);
        return !type || type->on_equipment;
    });
}

bool counts(ProcedureMode mode, Kind kind)
{
    switch (mode) {
    case ProcedureMode::contractor_writes_city_approves:
        return kind == Kind::own;
    case ProcedureMode::operator_procedure:
        return kind == Kind::operator_manual || kind == Kind::operator_instruction;
    case ProcedureMode::city_manuals:
        return kind != Kind::own;
    }
    return false;
}

bool is_outdated(const Followed& followed)
{
    return followed.job.state == JobState::cited && followed.version.sequence < followed.procedure.newest;
}

Text text_of(Missing missing, ProcedureMode mode, const std::string& what)
{
    switch (missing) {
    case Missing::nothing:
        return {};
    case Missing::none_followed:
        if (mode == ProcedureMode::contractor_writes_city_approves)
            return {"この作業の手順書がまだ提出されていません。手順書を提出してください。",
                "no procedure is handed in for this job yet: hand one in"};
        return {"この作業が従う手順書が選ばれていません。手順書の版を選んでください。",
            "no procedure is named for this job yet: choose the edition it follows"};
    case Missing::undecided:
        return {what + " の承認がまだです。市の承認を待ってください。",
            what + " is not approved yet: the city has to decide"};
    case Missing::returned:
        return {what + " は承認されていません。直して、もう一度提出してください。",
            what + " is not approved: correct it and hand it in again"};
    case Missing::voided:
        return {what + " は提出のあとに内容が変わりました。今の内容を、もう一度提出してください。",
            what + " changed after it was handed in: hand in what it says now"};
    case Missing::outdated:
        return {what + " には新しい版があります。新しい版を選び直してください。",
            "there is a later edition than " + what + ": choose that one"};
    }
    return {};
}

Missing missing_for(const Followed& followed)
{
    if (is_outdated(followed))
        return Missing::outdated;
    switch (followed.job.state) {
    case JobState::cited:
    case JobState::granted:
        return Missing::nothing;
    case JobState::asked:
        return Missing::undecided;
    case JobState::returned:
    case JobState::withdrawn:
        return Missing::returned;
    case JobState::voided:
        return Missing::voided;
    }
    return Missing::returned;
}

// A version that was given up for a later one of the same procedure no longer counts.
bool given_up(const Followed& followed, const std::vector<Followed>& all)
{
    return std::ranges::any_of(all, [&](const Followed& other) {
        return other.procedure.id == followed.procedure.id && other.version.sequence > followed.version.sequence;
    });
}

}

bool opens(JobState state)
{
    return state == JobState::cited || state == JobState::granted;
}

const contract::ApprovalKind* approval_needed(
    const contract::Profile& profile, Kind kind, const std::vector<std::string>& work_types)
{
    if (kind != Kind::own)
        return nullptr;
    for (const std::string& type : work_types) {
        if (const auto* named = kind_named_by(profile, type))
            return named;
    }
    for (const contract::ApprovalKind* each : contract::approval_kinds(profile, ApprovalEffect::procedure)) {
        if (!named_by_a_work_type(profile, each->id))
            return each;
    }
    return nullptr;
}

std::vector<std::string> usual_acts(const contract::Profile& profile, const std::vector<std::string>& work_types)
{
    std::vector<std::string> acts;
    for (const contract::ProhibitedAct& act : profile.acts) {
        const bool performed = std::ranges::any_of(work_types, [&](const std::string& id) {
            const contract::WorkType* type = contract::find_work_type(profile, id);
            return type && std::ranges::find(type->acts, act.id) != type->acts.end();
        });
        if (performed)
            acts.push_back(act.id);
    }
    return acts;
}

Result<void> check_submission(const contract::Profile& profile, const WorkRequest& request, const Procedure& procedure,
    const Version& version, const Content& content)
{
    if (request.status != work_request::Status::requested && request.status != work_request::Status::in_progress)
        return refuse(ErrorKind::conflict, "procedure/job_over",
            {"結果の確認が始まった作業には、手順書を提出できません。",
                "the job's result is being confirmed: no procedure can be handed in any more"});
    if (procedure.retired_at)
        return refuse(ErrorKind::conflict, "procedure/retired",
            {"廃止した手順書は使えません。", "the procedure is retired and cannot be used"});
    if (version.sequence != procedure.newest)
        return refuse(ErrorKind::conflict, "procedure/old_version",
            {fmt::format("{}より新しい版があります。最新の版を提出してください。", edition_name(version)),
                "there is a newer version: hand in that one"});
    if (procedure.kind == Kind::own && content.files.empty() && content.steps.empty())
        return refuse(ErrorKind::conflict, "procedure/empty",
            {"ファイルも手順もありません。どちらかを登録してから提出してください。",
                "the version has neither files nor steps: add some before handing it in"});
    TRY(check_named(profile, content));
    const bool per_device = std::ranges::any_of(content.steps, &Step::per_device);
    if (per_device && content.devices.empty() && !request.device)
        return refuse(ErrorKind::invalid, "procedure/devices_missing",
            {"機器ごとの手順があります。作業する機器を選んでください。",
                "some steps are done on each device: choose the devices of the job"});
    return {};
}

std::vector<DeviceId> devices_of(const WorkRequest& request, const std::vector<Followed>& followed)
{
    std::vector<DeviceId> devices;
    for (const Followed& each : followed) {
        for (const DeviceId& device : each.job.devices) {
            if (std::ranges::find(devices, device) == devices.end())
                devices.push_back(device);
        }
    }
    if (devices.empty() && request.device)
        devices.push_back(*request.device);
    return devices;
}

Readiness judge(const contract::Profile& profile, const WorkRequest& request, const std::vector<Followed>& followed,
    bool manual_exists)
{
    const ProcedureMode mode = profile.work.procedure;
    Readiness readiness;
    readiness.needed =
        on_equipment(profile, request) && (mode != ProcedureMode::city_manuals || manual_exists || !followed.empty());
    const Followed* open = nullptr;
    for (const Followed& each : followed) {
        if (given_up(each, followed))
            continue;
        if (missing_for(each) == Missing::nothing) {
            if (counts(mode, each.procedure.kind))
                readiness.followed.push_back(citation(each.procedure, each.version));
        } else if (each.procedure.kind == Kind::own || !open) {
            open = &each;
        }
    }
    if (!readiness.needed)
        return readiness;
    if (open) {
        readiness.missing = missing_for(*open);
        readiness.opener = readiness.missing == Missing::undecided ? Side::city : Side::contractor;
    } else if (readiness.followed.empty()) {
        readiness.missing = Missing::none_followed;
    }
    readiness.text = text_of(readiness.missing, mode, open ? citation(open->procedure, open->version) : "");
    return readiness;
}

}
