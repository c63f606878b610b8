#pragma once
#include "core/calendar_fixtures_test.hpp"
#include "features/security_incident/incident.hpp"

namespace hoshuban::test {

/// A floor of the city that somebody damaged on 1 December 2025.
inline security_incident::Incident damage(security_incident::State state = security_incident::State::noticed)
{
    return {.id = {"i1"},
        .contract_id = {"c"},
        .number = "J25-001",
        .intake = {.kind = security_incident::Kind::building,
            .title = "床の損傷",
            .what = "台車を倒した",
            .noticed_at = at("2025-12-01 09:00"),
            .place = "区役所",
            .category = security_incident::Category::damage,
            .harm = {.cause = "積みすぎ",
                .extent = "1枚割れた",
                .affected = "床のタイル",
                .first_measures = "通路をふさいだ",
                .party = security_incident::Party::city}},
        .state = state};
}

/// Handed over on the same afternoon.
inline security_incident::WrittenReport paper(const char* when = "2025-12-01 15:00")
{
    return {at(when), "見本 太郎", "持参", {"f1"}, "架空"};
}

/// Done on the day after.
inline security_incident::Restoration restoration(const char* on = "2025-12-02")
{
    return {"タイルを張り替えた", "塩ビタイル", "塩ビタイル（同等品）", day(on), security_incident::Party::contractor,
        "架空"};
}

}
