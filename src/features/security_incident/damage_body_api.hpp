#pragma once
#include "features/security_incident/remedy.hpp"
#include "formats/json.hpp"

#include <string>

namespace hoshuban::security_incident {

/// That the report in writing was handed over; `file` is the paper, attached before.
struct RecordWrittenReport {
    Instant at = {};
    std::string told_to = {};
    std::string how = {};
    AttachmentId file = {};
};

inline auto describe(const RecordWrittenReport*)
{
    using B = RecordWrittenReport;
    return json::object<B>("RecordWrittenReport", json::field("at", &B::at, {"報告した日時", "Reported at"}),
        json::field("told_to", &B::told_to, {"報告した相手", "Told to"}, json::length(1, 200)),
        json::field("how", &B::how, {"渡し方", "Handed over how"}, json::length(1, 200)),
        json::field("file", &B::file, {"書面のファイル", "File of the report"}));
}

struct RecordRestoration {
    std::string what = {};
    std::string material_before = {};
    std::string material_after = {};
    LocalDay done_on = {};
    Party borne_by = Party::contractor;
};

inline auto describe(const RecordRestoration*)
{
    using B = RecordRestoration;
    return json::object<B>("RecordRestoration",
        json::field("what", &B::what, {"復旧の内容", "What was restored"}, json::length(1, 2000)),
        json::field("material_before", &B::material_before, {"前の資材", "Material before"}, json::length(1, 500)),
        json::field("material_after", &B::material_after, {"復旧に使った資材", "Material used"}, json::length(1, 500)),
        json::field("done_on", &B::done_on, {"復旧した日", "Restored on"}),
        json::field("borne_by", &B::borne_by, {"費用の負担", "Cost borne by"}));
}

struct RuleOnRestoration {
    Verdict verdict = Verdict::confirmed;
    std::string text = {};
};

inline auto describe(const RuleOnRestoration*)
{
    using B = RuleOnRestoration;
    return json::object<B>("RuleOnRestoration", json::field("verdict", &B::verdict, {"市の判断", "The city's ruling"}),
        json::field("text", &B::text, {"市の判断の理由", "Why"}, json::length(0, 2000), json::defaulted()));
}

}
