#pragma once
#include "features/security_incident/remedy.hpp"
#include "formats/json.hpp"

namespace hoshuban::security_incident {

inline auto describe(const WrittenReport*)
{
    using V = WrittenReport;
    return json::object<V>("DamageReport", json::field("at", &V::at, {"報告した日時", "Reported at"}),
        json::field("told_to", &V::told_to, {"報告した相手", "Told to"}),
        json::field("how", &V::how, {"渡し方", "Handed over how"}),
        json::field("file", &V::file, {"書面のファイル", "File of the report"}),
        json::field("by", &V::by, {"報告した人", "Reported by"}));
}

inline auto describe(const Restoration*)
{
    using V = Restoration;
    return json::object<V>("DamageRestoration", json::field("what", &V::what, {"復旧の内容", "What was restored"}),
        json::field("material_before", &V::material_before, {"前の資材", "Material before"}),
        json::field("material_after", &V::material_after, {"復旧に使った資材", "Material used"}),
        json::field("done_on", &V::done_on, {"復旧した日", "Restored on"}),
        json::field("borne_by", &V::borne_by, {"費用の負担", "Cost borne by"}),
        json::field("by", &V::by, {"記録した人", "Recorded by"}));
}

inline auto describe(const Ruling*)
{
    using V = Ruling;
    return json::object<V>("DamageRuling", json::field("verdict", &V::verdict, {"市の判断", "The city's ruling"}),
        json::field("text", &V::text, {"市の判断の理由", "Why"}),
        json::field("at", &V::at, {"判断した日時", "Ruled at"}), json::field("by", &V::by, {"判断した人", "Ruled by"}));
}

}
