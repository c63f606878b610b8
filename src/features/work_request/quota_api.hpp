#pragma once
#include "features/contract/profile.hpp"
#include "features/work_request/kept_runs.hpp"
#include "formats/json.hpp"
#include "platform/http/router.hpp"

#include <span>
#include <string>
#include <vector>

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::work_request {

/// One estimate or cap against what the ledger holds.
struct QuotaView {
    std::string id;
    Text label;
    contract::QuotaKind kind;
    contract::AtLimit at_limit;
    int limit = 0;
    Text unit;
    int actual = 0;
    int planned = 0;
    contract::QuotaState state;
    Text rule;
    std::string clause;
};

inline auto describe(const QuotaView*)
{
    using V = QuotaView;
    return json::object<V>("QuotaUse", json::field("id", &V::id), json::field("label", &V::label, {"区分", "Category"}),
        json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("at_limit", &V::at_limit, {"達したとき", "At the limit"}),
        json::field("limit", &V::limit, {"見込み・上限", "Estimate or cap"}),
        json::field("unit", &V::unit, {"単位", "Unit"}), json::field("actual", &V::actual, {"実績", "Actual"}),
        json::field("planned", &V::planned, {"予定", "Planned"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("rule", &V::rule, {"数え方", "Rule"}), json::field("clause", &V::clause, {"根拠", "Clause"}));
}

/// Combined runs against the number that past years needed (QTA-16).
struct RunView {
    int actual = 0;
    std::optional<int> benchmark_low;
    std::optional<int> benchmark_high;
};

inline auto describe(const RunView*)
{
    using V = RunView;
    return json::object<V>("RunUse", json::field("actual", &V::actual, {"実績", "Actual"}),
        json::field("benchmark_low", &V::benchmark_low, {"目安（下）", "Benchmark, low"}),
        json::field("benchmark_high", &V::benchmark_high, {"目安（上）", "Benchmark, high"}));
}

struct QuotaList {
    std::vector<QuotaView> items;
    RunView runs;
};

inline auto describe(const QuotaList*)
{
    return json::object<QuotaList>(
        "QuotaList", json::field("items", &QuotaList::items), json::field("runs", &QuotaList::runs));
}

QuotaList quotas_of(const contract::Profile&, std::span<const contract::Run>);

void add_quota_routes(http::Router&, contract::ProfileCache&, const KeptRuns&);

}
