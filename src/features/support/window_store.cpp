#include "features/support/window_store.hpp"

#include "features/calendar/calendar_store.hpp"

namespace hoshuban::support {
namespace {

Result<AnsweredWindow> answered(
    db::Reader& reader, const contract::Profile& profile, const contract::SupportWindow& window, Instant instructed)
{
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(reader, profile, window.work_class));
    TRY_ASSIGN(auto told, answer(window, *calendar, instructed));
    return AnsweredWindow{&window, std::move(told)};
}

}

Result<std::optional<AnsweredWindow>> answer_for(db::Reader& reader, const contract::Profile& profile,
    std::string_view device_class, std::string_view severity, Instant instructed)
{
    const contract::SupportWindow* window = window_for(profile, device_class, severity);
    if (window == nullptr)
        return std::nullopt;
    return answered(reader, profile, *window, instructed);
}

Result<std::vector<AnsweredWindow>> answer_all(db::Reader& reader, const contract::Profile& profile, Instant instructed)
{
    std::vector<AnsweredWindow> all;
    for (const contract::SupportWindow& window : profile.support_windows) {
        TRY_ASSIGN(auto each, answered(reader, profile, window, instructed));
        all.push_back(std::move(each));
    }
    return all;
}

}
