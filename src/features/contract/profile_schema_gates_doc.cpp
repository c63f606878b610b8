#include "features/contract/profile_schema_doc.hpp"

namespace hoshuban::contract {

using yaml::identifier;
using yaml::Object;

std::optional<Text> days_ahead(const DueRule& rule)
{
    const bool counts_days = rule.kind == DueKind::open_days || rule.kind == DueKind::calendar_days;
    if (counts_days && rule.amount > 0)
        return std::nullopt;
    return Text{
        "open_days か calendar_days で1日以上を書いてください。", "write one or more open_days or calendar_days"};
}

std::optional<Text> days_ahead(const std::optional<DueRule>& rule)
{
    return rule ? days_ahead(*rule) : std::nullopt;
}

namespace {

// Minutes of service, or days from the same day on.
std::optional<Text> soon(const DueRule& rule)
{
    const bool counts_days = rule.kind == DueKind::open_days || rule.kind == DueKind::calendar_days;
    if ((counts_days && rule.amount >= 0) || rule.kind == DueKind::service_minutes)
        return std::nullopt;
    return Text{"service_minutes、open_days、calendar_days のいずれかを0以上で書いてください。",
        "write service_minutes, open_days or calendar_days, none below 0"};
}

}

std::optional<Text> counts_days(const DueKind& kind)
{
    if (kind == DueKind::open_days || kind == DueKind::calendar_days)
        return std::nullopt;
    return Text{"open_days か calendar_days を書いてください。", "write open_days or calendar_days"};
}

void fields(Object& in, ReportField& column)
{
    in.required("field", column.field);
    in.required("label", column.label);
}

void fields(Object& in, StaffNotice& notice)
{
    in.required("id", notice.id, identifier);
    in.required("kind", notice.kind);
    in.optional("duty", notice.duty);
    in.required("name", notice.name);
    in.optional("basis", notice.basis);
    in.required("clause", notice.clause);
}

void fields(Object& in, ApprovalKind& kind)
{
    in.required("id", kind.id, identifier);
    in.optional("requirement", kind.requirement);
    in.required("effect", kind.effect);
    in.required("nature", kind.nature);
    in.required("decider", kind.decider);
    in.optional("applicant", kind.applicant);
    in.required("label", kind.label);
    in.optional("steps", kind.steps);
    in.optional(
        "answer_within", kind.answer_within, [](const std::optional<DueRule>& rule) { return days_ahead(rule); });
    in.optional("answer_basis", kind.answer_basis);
    in.optional("basis", kind.basis);
    in.required("clause", kind.clause);
}

void fields(Object& in, ProhibitedAct& act)
{
    in.required("id", act.id, identifier);
    in.required("label", act.label);
    in.optional("article", act.article);
    in.optional("basis", act.basis);
    in.required("clause", act.clause);
}

void fields(Object& in, FirstReportTerms& terms)
{
    in.required("first_report_within", terms.first_report_within, [](const DueRule& rule) { return soon(rule); });
    in.optional("basis", terms.basis);
    in.required("clause", terms.clause);
}

void fields(Object& in, EmergencyTerms& terms)
{
    const auto ahead = [](const DueRule& rule) { return days_ahead(rule); };
    in.required("instruction_confirmed_within", terms.instruction_confirmed_within, ahead);
    in.required("papers_within", terms.papers_within, ahead);
    in.optional("basis", terms.basis);
    in.required("clause", terms.clause);
}

}
