#include "features/device/unit_facts_view_api.hpp"

#include "features/device/view_api.hpp"

namespace hoshuban::device {
namespace {

std::optional<LocalDay> end_day(LocalDay to)
{
    return to == no_end ? std::nullopt : std::optional{to};
}

}

PlanView view_of(const RenewalPlan& plan)
{
    return {plan.from, plan.to, plan.about, plan.stated_in, plan.reason, plan.entered_by, plan.entered_at};
}

PartView view_of(const Part& part)
{
    return {part.id, part.kind, part.model, part.serial, part.from, end_day(part.to), part.version};
}

AddressView view_of(const Span<std::string>& span)
{
    return {span.from, end_day(span.to), span.value};
}

GenerationSpanView view_of(const contract::Profile& profile, const Span<UnitModel>& span)
{
    return {span.from, end_day(span.to), span.value.generation, generation_label(profile, span.value.generation),
        span.value.model, span.value.type_number, span.value.serial};
}

SoftwareView view_of(const contract::Equipment& row)
{
    return {row.model, row.type_number, row.distributed, row.support == contract::SupportState::supported, row.clause};
}

SiteRangeView view_of(const contract::Site& site, const SiteRange& range)
{
    return {site.id, site.number, site.name, range.addresses ? written(*range.addresses) : "", range.version};
}

}
