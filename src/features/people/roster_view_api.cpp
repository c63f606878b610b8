#include "features/people/roster_view_api.hpp"

#include "features/people/announcement.hpp"

namespace hoshuban::people {

Result<RosterRulesView> rules_of(const contract::Profile& profile, const WorkingCalendar& calendar, LocalDay today)
{
    const contract::StaffRules& staff = profile.staff;
    const StaffTerms terms = terms_of(staff);
    TRY_ASSIGN(const auto earliest, earliest_day(terms, calendar, today));
    RosterRulesView view{.clause = staff.clause,
        .notice_days = staff.notice_days,
        .notice_kind = terms.notice_kind,
        .earliest = earliest.day,
        .forecast = earliest.forecast,
        .explanation = earliest.explanation,
        .city_is_told = false,
        .notice_label = {},
        .emergency = profile.emergency.has_value(),
        .responsible_fixed = staff.responsible_fixed,
        .training = staff.training,
        .pledge = terms.pledge,
        .measures = terms.measures,
        .duties = staff.duties,
        .report_fields = {}};
    for (const contract::ApprovalKind* kind : contract::approval_kinds(profile, contract::ApprovalEffect::person)) {
        if (view.city_is_told && kind->nature != contract::ApprovalNature::acknowledge)
            continue;
        view.city_is_told = true;
        view.notice_label = kind->label;
    }
    for (const ReportField& column : roster_columns(profile))
        view.report_fields.push_back({column.field, column.label});
    return view;
}

}
