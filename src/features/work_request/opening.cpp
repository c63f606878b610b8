#include "features/work_request/opening.hpp"

#include "features/work_request/column.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

// Links are written by whoever writes the request, like its title.
bool links_differ(const WorkRequest& before, const WorkRequest& after)
{
    return before.work_types != after.work_types || before.site != after.site || before.device != after.device;
}

}

Result<Opening> within_reach(Opening opening, const Reach& writing)
{
    if (writing.whole)
        return opening;
    if (!opening.site && writing.sites.size() == 1)
        opening.site = writing.sites.front();
    if (opening.site && std::ranges::find(writing.sites, *opening.site) != writing.sites.end())
        return opening;
    const Text text{"自分の拠点の依頼だけを書けます。", "You can write requests for your own site only."};
    return fail(
        ErrorKind::forbidden, "work_request/out_of_reach", text, {{"site_id", "work_request/out_of_reach", text}});
}

Result<void> check_links(const contract::Profile& profile, const WorkRequest& request)
{
    std::vector<FieldError> problems;
    for (const std::string& type : request.work_types) {
        if (!contract::find_work_type(profile, type))
            problems.push_back({"work_types", "unknown",
                {fmt::format("作業種別「{}」はこの契約にありません。", type),
                    fmt::format("this contract has no work type \"{}\"", type)}});
    }
    if (request.site && !contract::find_site(profile, *request.site))
        problems.push_back({"site_id", "unknown", {"この契約にない拠点です。", "this contract has no such site"}});
    if (request.device && !contract::find_device(profile, *request.device))
        problems.push_back({"device_id", "unknown", {"この契約にない機器です。", "this contract has no such device"}});
    if (problems.empty())
        return {};
    return fail(ErrorKind::invalid, "work_request/links",
        {"契約にないものを指しています。", "this points to things the contract does not have"}, std::move(problems));
}

bool is_out_of_scope(const contract::Profile& profile, const WorkRequest& request)
{
    return std::ranges::any_of(request.work_types, [&](const std::string& id) {
        const contract::WorkType* type = contract::find_work_type(profile, id);
        return type && !type->in_scope;
    });
}

Result<void> check_edit(const WorkRequest& before, const WorkRequest& after, Side side)
{
    std::vector<FieldError> problems;
    for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr))) {
        if (canonical(before, column) == canonical(after, column))
            continue;
        if (const auto allowed = may_edit(before, column, side); !allowed)
            problems.push_back({std::string{name}, allowed.error().code, allowed.error().text});
    }
    if (links_differ(before, after)) {
        if (const auto allowed = may_edit(before, Column::title, side); !allowed)
            problems.push_back({"work_types", allowed.error().code, allowed.error().text});
    }
    if (problems.empty())
        return {};
    return fail(ErrorKind::forbidden, problems.front().code, problems.front().text, problems);
}

Result<void> check_quotas(const contract::Profile& profile, std::span<const contract::Run> so_far,
    const contract::Run& next, std::string_view agreement)
{
    for (const contract::QuotaObjection& objection :
        contract::objections(contract::quota_terms(profile), so_far, next)) {
        if (objection.effect == contract::AtLimit::block)
            return fail(ErrorKind::conflict, "quota/reached", objection.text);
        if (objection.effect == contract::AtLimit::recorded_agreement && agreement.empty()) {
            return fail(ErrorKind::conflict, "quota/agreement_needed",
                {objection.text.ja + " 市との合意（相手・日付）を記録すれば登録できます。",
                    objection.text.en + "; record with whom and when it was agreed to go on"},
                {{"agreement", "required", objection.text}});
        }
    }
    return {};
}

}
