#include "features/work_request/quota_api.hpp"

#include "features/contract/contract_store.hpp"
#include "features/work_request/opening_store.hpp"

namespace hoshuban::work_request {
namespace {

Result<QuotaList> list_quotas(http::Context& context, contract::ProfileCache& profiles, const KeptRuns& kept)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const auto runs = context.database().read(
        [&](db::Reader& reader) { return contract::all_runs(runs_of(reader, *profile), kept(reader, *profile)); });
    return quotas_of(*profile, runs);
}

}

QuotaList quotas_of(const contract::Profile& profile, std::span<const contract::Run> runs)
{
    const contract::QuotaReport report = contract::quota_use(contract::quota_terms(profile), runs);
    QuotaList list;
    for (const contract::QuotaUse& use : report.items) {
        const contract::Quota& quota = *contract::find_quota(profile, use.id);
        list.items.push_back({quota.id, quota.label, quota.kind, quota.at_limit, quota.limit, quota.unit, use.actual,
            use.planned, use.state, quota.rule, quota.clause});
    }
    list.runs.actual = report.benchmark_runs;
    if (profile.benchmark) {
        list.runs.benchmark_low = profile.benchmark->low;
        list.runs.benchmark_high = profile.benchmark->high;
    }
    return list;
}

void add_quota_routes(http::Router& router, contract::ProfileCache& profiles, const KeptRuns& kept)
{
    router
        .get("/api/v1/contracts/{contract}/quotas",
            [&profiles, kept](http::Context& context) { return list_quotas(context, profiles, kept); })
        .permission(Permission::view_contract)
        .summary({"見込み・上限と実績", "Estimates and caps against what was used"});
}

}
