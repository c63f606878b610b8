#include "features/contract/profile_schema_doc.hpp"

namespace hoshuban::yaml {

bool read(const Place& place, Weekdays& days)
{
    std::vector<std::chrono::weekday> list;
    if (!read(place, list))
        return false;
    days = {}; // what is written replaces the days that hold without it
    for (const std::chrono::weekday day : list)
        days.add(day);
    return true;
}

bool read(const Place& place, RollException& exception)
{
    const auto parsed = parse_roll_exception(place.value.text);
    if (place.value.kind != Kind::scalar || !parsed)
        return place.expected("yaml/roll_exception", {"03-31 または period_end ", "03-31 or period_end"});
    exception = *parsed;
    return true;
}

}

namespace hoshuban {

using yaml::Object;
using yaml::range;

void fields(Object& in, DayWindow& window)
{
    in.required("opens", window.opens);
    in.required("closes", window.closes);
}

void fields(Object& in, ServiceWindow& window)
{
    in.optional("days", window.days);
    fields(in, window.window);
}

void fields(Object& in, YearlyClosure& closure)
{
    in.required("from", closure.first);
    in.required("to", closure.last);
    in.required("reason", closure.reason);
}

void fields(Object& in, MonthlyOpening& opening)
{
    int nth = 1;
    in.required("nth", nth, range(1, 5));
    opening.nth = static_cast<unsigned>(nth);
    in.required("weekday", opening.weekday);
    in.optional("windows", opening.windows);
    in.required("reason", opening.reason);
    in.optional("reach", opening.reach);
}

void fields(Object& in, SpecialOpening& opening)
{
    in.required("day", opening.day);
    in.optional("windows", opening.windows);
    in.required("reason", opening.reason);
}

void fields(Object& in, SpecialClosure& closure)
{
    in.required("from", closure.first);
    in.required("to", closure.last);
    in.required("reason", closure.reason);
}

void fields(Object& in, CalendarTerms& terms)
{
    in.optional("weekdays", terms.closed_weekdays);
    in.optional("national_holidays", terms.national_holidays);
    in.optional("yearly", terms.yearly_closures);
    in.optional("special_openings", terms.special_openings);
    in.optional("special_closures", terms.special_closures);
    in.optional("windows", terms.windows);
}

void fields(Object& in, DayRange& range)
{
    in.required("from", range.first);
    in.required("to", range.last);
}

void fields(Object& in, DueRule& rule)
{
    int kinds = 0;
    const auto amount = [&](DueKind kind, int least, int most) {
        if (!in.has(name_of(kind)))
            return;
        in.required(name_of(kind), rule.amount, range(least, most));
        rule.kind = kind;
        ++kinds;
    };
    amount(DueKind::service_minutes, 0, 1'000'000);
    amount(DueKind::open_days, -366, 366);
    amount(DueKind::calendar_days, -3'660, 3'660);
    amount(DueKind::nth_open_day, -31, 31);
    bool month_end = false;
    in.optional(name_of(DueKind::end_of_month), month_end);
    if (month_end) {
        rule.kind = DueKind::end_of_month;
        ++kinds;
    }
    in.optional("months_later", rule.months_later, range(0, 120));
    in.optional("roll", rule.roll);
    in.optional("roll_exceptions", rule.roll_exceptions);
    if (kinds != 1 && in.place().value.kind == yaml::Kind::mapping) {
        in.place().refuse("yaml/due_rule",
            {"service_minutes・open_days・calendar_days・nth_open_day・end_of_month: true "
             "のどれか一つを書いてください。",
                "write exactly one of service_minutes, open_days, calendar_days, nth_open_day, end_of_month: true"});
    }
}

}

namespace hoshuban::contract {

using yaml::identifier;

void fields(Object& in, Closures& closures)
{
    in.required("weekdays", closures.closed_weekdays);
    in.required("national_holidays", closures.national_holidays);
    in.optional("yearly", closures.yearly);
    in.optional("monthly_openings", closures.monthly_openings);
    in.optional("special_openings", closures.special_openings);
    in.optional("special_closures", closures.special_closures);
    in.optional("basis", closures.basis);
    in.required("clause", closures.clause);
}

void fields(Object& in, WorkClass& work_class)
{
    in.required("id", work_class.id, identifier);
    in.required("label", work_class.label);
    in.optional("always", work_class.always);
    in.optional("windows", work_class.windows);
    in.optional("basis", work_class.basis);
    in.required("clause", work_class.clause);
}

void fields(Object& in, Overtime& overtime)
{
    in.required("id", overtime.id, identifier);
    in.required("label", overtime.label);
    in.required("needs", overtime.needs);
    in.optional("approval", overtime.approval);
    in.required("clause", overtime.clause);
}

void fields(Object& in, LevelException& exception)
{
    in.required("instructed_before", exception.instructed_before);
    in.required("finished_from", exception.finished_from);
    in.required("agreement", exception.agreement);
}

void fields(Object& in, DayTarget& target)
{
    in.optional("before", target.before);
    in.optional("open_days", target.open_days, range(0, 60));
    in.optional("at", target.at);
}

void fields(Object& in, ServiceLevel& level)
{
    in.required("id", level.id, identifier);
    in.required("label", level.label);
    in.optional("minutes", level.minutes, range(1, 1'000'000));
    in.optional("by_day", level.by_day);
    in.optional("classes", level.device_classes, yaml::not_empty<std::string>);
    in.optional("severities", level.severities, yaml::not_empty<std::string>);
    in.optional("valid_from", level.valid_from);
    in.optional("valid_until", level.valid_until);
    in.optional("maker_apart", level.maker_apart);
    in.required("from", level.from);
    in.required("to", level.to);
    in.required("work_class", level.work_class);
    in.required("nature", level.nature);
    in.optional("miss_needs_reason", level.miss_needs_reason);
    in.optional("exception", level.exception);
    in.required("clause", level.clause);
}

void fields(Object& in, SiteDays& days)
{
    in.required("site", days.site);
    in.required("weekdays", days.weekdays);
}

void fields(Object& in, SupportWindow& window)
{
    in.required("id", window.id, identifier);
    in.required("label", window.label);
    in.required("classes", window.device_classes, yaml::not_empty<std::string>);
    in.optional("severity", window.severity);
    in.required("work_class", window.work_class);
    in.required("response", window.response);
    in.optional("otherwise_by", window.otherwise_by);
    in.optional("site_days", window.site_days);
    in.optional("guide", window.guide);
    in.optional("basis", window.basis);
    in.required("clause", window.clause);
}

void fields(Object& in, PapersFile& file)
{
    in.required("papers", file.profile.papers);
}

void fields(Object& in, Paper& paper)
{
    in.required("id", paper.id, identifier);
    in.required("names", paper.names, yaml::not_empty<Text>);
    in.required("occasion", paper.occasion);
    in.optional("event", paper.event);
    in.optional("limit", paper.limit);
    in.optional("target", paper.target);
    in.optional("final_limit", paper.final_limit);
    in.optional("on_change", paper.on_change);
    in.required("due", paper.due);
    in.optional("copies", paper.copies, range(1, 100));
    in.optional("medium", paper.medium);
    in.optional("form", paper.form);
    in.optional("waivable", paper.waivable);
    in.optional("needs_approval", paper.needs_approval);
    in.optional("basis", paper.basis);
    in.required("clause", paper.clause);
}

void fields(Object& in, MakersFile& file)
{
    in.required("maker_desks", file.profile.maker_desks);
}

void fields(Object& in, MakerDesk& desk)
{
    in.required("id", desk.id, identifier);
    in.required("devices", desk.devices);
    in.optional("classes", desk.device_classes);
    in.optional("models", desk.models);
    in.required("desk", desk.desk);
    in.optional("contact", desk.contact);
    in.required("reception", desk.reception);
    in.optional("calendar", desk.calendar);
    in.optional("repair_windows", desk.repair_windows);
    in.optional("visit_within_open_days", desk.visit_within_open_days, range(1, 60));
    in.optional("mail_form", desk.mail_form);
    in.optional("leaves_report", desk.leaves_report);
    in.optional("monthly_days_off", desk.monthly_days_off);
    in.required("service", desk.service);
    in.optional("say_when_calling", desk.say_when_calling);
    in.optional("remarks", desk.remarks);
    in.required("clause", desk.clause);
}

}
