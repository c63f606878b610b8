#include "features/contract/quota.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>

namespace hoshuban::contract {
namespace {

QuotaState state_of(const Quota& quota, int used)
{
    if (used > quota.limit)
        return QuotaState::over;
    if (used == quota.limit)
        return quota.limit == 0 ? QuotaState::under : QuotaState::reached;
    return used * 5 >= quota.limit * 4 ? QuotaState::near : QuotaState::under;
}

int units(const Quota& quota, const Run& run)
{
    return quota.counts == QuotaCounts::runs ? 1 : run.devices;
}

const Quota* find(std::span<const Quota> quotas, std::string_view id)
{
    const auto found = std::ranges::find(quotas, id, &Quota::id);
    return found == quotas.end() ? nullptr : &*found;
}

bool counts_for_benchmark(const QuotaTerms& terms, const std::vector<std::string>& drawn)
{
    return terms.benchmark != nullptr && std::ranges::any_of(drawn, [&](const std::string& id) {
        return std::ranges::find(terms.benchmark->quotas, id) != terms.benchmark->quotas.end();
    });
}

Text limit_text(const Quota& quota, int used, int more)
{
    switch (quota.at_limit) {
    case AtLimit::warn:
        return {fmt::format("{}は見込み{}{}に対して{}{}になります。見込みなので作業は止めません。", quota.label.ja,
                    quota.limit, quota.unit.ja, used + more, quota.unit.ja),
            fmt::format("{} comes to {} against an estimate of {}; an estimate does not stop work", quota.label.en,
                used + more, quota.limit)};
    case AtLimit::recorded_agreement:
        return {fmt::format("{}は上限{}{}を超えます（{}{}）。発注者との合意を記録してください。", quota.label.ja,
                    quota.limit, quota.unit.ja, used + more, quota.unit.ja),
            fmt::format(
                "{} passes its cap of {} ({}); record the city's agreement", quota.label.en, quota.limit, used + more)};
    case AtLimit::block:
        break;
    }
    return {fmt::format("{}は上限{}{}に達しているため、これ以上は受け付けられません。", quota.label.ja, quota.limit,
                quota.unit.ja),
        fmt::format("{} has a cap of {}; no more can be taken on", quota.label.en, quota.limit)};
}

Text run_size_text(const Quota& quota, int devices)
{
    return {fmt::format("{}は1回あたり{}台までです（{}台）。", quota.label.ja, *quota.devices_per_run, devices),
        fmt::format("{} allows {} devices in one run, not {}", quota.label.en, *quota.devices_per_run, devices)};
}

}

std::vector<std::string> quotas_of(const QuotaTerms& terms, const Run& run)
{
    std::vector<std::string> drawn;
    for (const std::string& id : run.work_types) {
        const auto type = std::ranges::find(terms.work_types, id, &WorkType::id);
        if (type == terms.work_types.end())
            continue;
        for (const std::string& quota : type->quotas) {
            if (std::ranges::find(drawn, quota) == drawn.end())
                drawn.push_back(quota);
        }
    }
    return drawn;
}

QuotaReport quota_use(const QuotaTerms& terms, std::span<const Run> runs)
{
    std::map<std::string, QuotaUse> uses;
    QuotaReport report;
    for (const Run& run : runs) {
        const auto drawn = quotas_of(terms, run);
        if (run.state == RunState::actual && counts_for_benchmark(terms, drawn))
            ++report.benchmark_runs;
        for (const std::string& id : drawn) {
            const Quota* quota = find(terms.quotas, id);
            if (quota == nullptr)
                continue;
            QuotaUse& use = uses[id];
            (run.state == RunState::actual ? use.actual : use.planned) += units(*quota, run);
        }
    }
    for (const Quota& quota : terms.quotas) {
        QuotaUse use = uses[quota.id];
        use.id = quota.id;
        use.state = state_of(quota, use.actual + use.planned);
        report.items.push_back(use);
    }
    return report;
}

std::vector<QuotaObjection> objections(const QuotaTerms& terms, std::span<const Run> so_far, const Run& next)
{
    const QuotaReport report = quota_use(terms, so_far);
    std::vector<QuotaObjection> found;
    for (const std::string& id : quotas_of(terms, next)) {
        const Quota* quota = find(terms.quotas, id);
        if (quota == nullptr)
            continue;
        const QuotaUse& use = *std::ranges::find(report.items, id, &QuotaUse::id);
        const int used = use.actual + use.planned;
        const int more = units(*quota, next);
        if (used + more > quota->limit)
            found.push_back({id, quota->at_limit, limit_text(*quota, used, more)});
        if (quota->devices_per_run && next.devices > *quota->devices_per_run)
            found.push_back({id, quota->at_limit, run_size_text(*quota, next.devices)});
    }
    return found;
}

std::vector<Run> all_runs(std::vector<Run> requests, std::span<const KeptRun> kept)
{
    std::vector<Run> runs;
    std::map<std::string, std::vector<std::string>> left; // the work types of a request that no ledger keeps
    std::map<std::string, std::vector<std::string>> asked;
    for (const KeptRun& each : kept) {
        runs.push_back(each.run);
        if (each.request.empty())
            continue;
        asked.emplace(each.request, each.request_types);
        std::vector<std::string>& types = left.emplace(each.request, each.request_types).first->second;
        for (const std::string& type : each.run.work_types)
            std::erase(types, type);
    }
    for (const auto& [request, types] : asked) {
        const auto told = std::ranges::find(requests, types, &Run::work_types);
        if (told != requests.end())
            told->work_types = left[request];
    }
    std::ranges::copy_if(
        requests, std::back_inserter(runs), [](const Run& request) { return !request.work_types.empty(); });
    return runs;
}

Result<void> check_caps(std::span<const QuotaObjection> objections, std::string_view agreement, std::string_view room)
{
    for (const QuotaObjection& each : objections) {
        if (each.effect == AtLimit::block)
            return fail(ErrorKind::conflict, fmt::format("{}/cap_reached", room), each.text);
        if (each.effect == AtLimit::recorded_agreement && agreement.empty()) {
            const std::string code = fmt::format("{}/agreement_needed", room);
            return fail(ErrorKind::invalid, code, each.text, {{"agreement", code, each.text}});
        }
    }
    return {};
}

}
