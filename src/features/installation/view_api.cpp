#include "features/installation/view_api.hpp"

#include <algorithm>

namespace hoshuban::installation {
namespace {

const contract::InstallationWork* work_of_job(const Job& job, const contract::Profile& profile)
{
    return profile.installation ? contract::installation_work(*profile.installation, job.kind) : nullptr;
}

std::vector<Act> acts_of(const Job& job, const contract::Profile& profile)
{
    const contract::InstallationWork* work = work_of_job(job, profile);
    return work == nullptr ? std::vector<Act>{} : possible_acts(job, *work);
}

bool draws_on(const contract::Profile& profile, const std::string& quota)
{
    return profile.installation && std::ranges::any_of(profile.installation->work, [&](const auto& work) {
        const contract::WorkType* type = contract::find_work_type(profile, work.work_type);
        return type != nullptr && std::ranges::find(type->quotas, quota) != type->quotas.end();
    });
}

}

JobStepView view_of(const Step& step)
{
    return {step.id, step.act, step.on, step.person, step.medium, step.note, step.entered_by};
}

JobView view_of(const ListedJob& listed, const contract::Profile& profile, bool may_keep, LocalDay today)
{
    const Job& job = listed.job;
    const bool out = job.state == State::planned || job.state == State::set_up;
    JobView view{.id = job.id,
        .number = job.number,
        .kind = job.kind,
        .state = job.state,
        .site_id = job.site,
        .site = listed.site_name,
        .planned_on = job.planned_on,
        .request_id = job.request,
        .request_number = listed.request_number,
        .instruction = job.instruction,
        .medium = job.medium,
        .agreement = job.agreement,
        .lent_on = job.lent_on,
        .due_back = job.due_back,
        .late = out && job.due_back && *job.due_back < today,
        .note = job.note,
        .last_on = job.last_on,
        .entered_by = job.entered_by,
        .entered_at = job.entered_at,
        .units = {},
        .acts = may_keep ? acts_of(job, profile) : std::vector<Act>{},
        .steps = {},
        .may_keep = may_keep,
        .version = job.version};
    const contract::InstallationWork* work = work_of_job(job, profile);
    for (std::size_t i = 0; i < job.units.size(); ++i) {
        const UnitNames& names = listed.units.at(i);
        view.units.push_back({job.units[i].device, names.number, names.kind, names.model, job.units[i].place,
            job.units[i].address, work != nullptr && contract::sets_up(*work, names.device_class)});
    }
    return view;
}

std::vector<JobQuotaView> quotas_of(const contract::Profile& profile, std::span<const contract::Run> runs)
{
    std::vector<JobQuotaView> views;
    for (const contract::QuotaUse& use : contract::quota_use(contract::quota_terms(profile), runs).items) {
        if (!draws_on(profile, use.id))
            continue;
        const contract::Quota& quota = *contract::find_quota(profile, use.id);
        views.push_back({quota.id, quota.label, quota.kind, quota.at_limit, quota.limit, quota.unit, use.actual,
            use.planned, use.state, quota.rule, quota.clause});
    }
    return views;
}

std::vector<JobKindView> kinds_of(const contract::Profile& profile)
{
    std::vector<JobKindView> kinds;
    if (profile.installation) {
        for (const contract::InstallationWork& work : profile.installation->work)
            kinds.push_back({work.kind, work.setup_first, work.setup_classes, work.return_days});
    }
    return kinds;
}

}
