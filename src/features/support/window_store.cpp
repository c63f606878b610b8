#include "features/support/window_store.hpp"

#include "features/calendar/calendar_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::support {
namespace {

Result<std::shared_ptr<const WorkingCalendar>> calendar_of(
    db::Reader& reader, const contract::Profile& profile, const contract::SupportWindow& window, int site)
{
    const auto more = std::ranges::find(window.site_days, site, &contract::SiteDays::site);
    if (more == window.site_days.end())
        return calendar::working_calendar(reader, profile, window.work_class);
    TRY_ASSIGN(const CalendarTerms terms, contract::calendar_terms(profile, window.work_class));
    return calendar::kept_calendar(
        reader, profile.id, fmt::format("support {} {}", window.id, site), open_on(terms, more->weekdays));
}

Result<AnsweredWindow> answered(
    db::Reader& reader, const contract::Profile& profile, const contract::SupportWindow& window, const Told& told)
{
    TRY_ASSIGN(const auto calendar, calendar_of(reader, profile, window, told.site));
    TRY_ASSIGN(auto says, answer(window, *calendar, told.instructed));
    return AnsweredWindow{&window, std::move(says)};
}

}

Result<std::optional<AnsweredWindow>> answer_for(db::Reader& reader, const contract::Profile& profile,
    std::string_view device_class, std::string_view severity, const Told& told)
{
    const contract::SupportWindow* window = window_for(profile, device_class, severity);
    if (window == nullptr)
        return std::nullopt;
    return answered(reader, profile, *window, told);
}

Result<std::vector<AnsweredWindow>> answer_all(db::Reader& reader, const contract::Profile& profile, const Told& told)
{
    std::vector<AnsweredWindow> all;
    for (const contract::SupportWindow& window : profile.support_windows) {
        TRY_ASSIGN(auto each, answered(reader, profile, window, told));
        all.push_back(std::move(each));
    }
    return all;
}

}
