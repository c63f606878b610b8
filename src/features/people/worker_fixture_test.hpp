#pragma once
#include "features/people/worker.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace hoshuban::people {

inline LocalDay day(std::string_view text)
{
    return parse_day(text).value();
}

inline Entry entry_of(std::string name, std::vector<StaffDuty> duties = {})
{
    return {.name = std::move(name),
        .kana = "",
        .company = "例示システム株式会社",
        .subcontractor = false,
        .duties = std::move(duties),
        .work = "端末の設定",
        .assets = "端末の設定情報",
        .contact = "090-0000-0000"};
}

/// `entry 2026-05-01 settled`, one change a step.
struct Step {
    ChangeKind kind;
    const char* day;
    Standing standing = Standing::announced;
    bool needs_grant = false;
    const char* name = "見本 一郎";
    std::vector<StaffDuty> duties = {};
};

inline Worker worker_of(const std::vector<Step>& steps)
{
    Worker worker{.id = {"w1"}, .contract_id = {"alpha"}};
    for (const Step& step : steps) {
        const int sequence = static_cast<int>(worker.changes.size()) + 1;
        worker.changes.push_back({.id = {"c" + std::to_string(sequence)},
            .sequence = sequence,
            .kind = step.kind,
            .takes_effect_on = day(step.day),
            .entry = entry_of(step.name, step.duties),
            .needs_grant = step.needs_grant,
            .standing = step.standing});
    }
    return worker;
}

}
