#include "features/desk/directory.hpp"

#include <algorithm>

namespace hoshuban::desk {
namespace {

using contract::MakerDesk;

bool is_for_model(const MakerDesk& desk, std::string_view model)
{
    return std::ranges::any_of(desk.models, [&](const std::string& begin) { return model.starts_with(begin); });
}

}

const MakerDesk* find_desk(const contract::Profile& profile, std::string_view id)
{
    const auto found = std::ranges::find(profile.maker_desks, id, &MakerDesk::id);
    return found == profile.maker_desks.end() ? nullptr : &*found;
}

std::vector<const MakerDesk*> desks_for(
    const contract::Profile& profile, std::string_view device_class, std::string_view model)
{
    std::vector<const MakerDesk*> of_model;
    std::vector<const MakerDesk*> of_class;
    for (const MakerDesk& desk : profile.maker_desks) {
        if (std::ranges::find(desk.device_classes, device_class) == desk.device_classes.end())
            continue;
        if (is_for_model(desk, model))
            of_model.push_back(&desk);
        else if (desk.models.empty() || model.empty())
            of_class.push_back(&desk);
    }
    std::ranges::copy(of_class, std::back_inserter(of_model));
    return of_model;
}

std::optional<CalendarTerms> desk_terms(const MakerDesk& desk, const DeskMark& mark, std::span<const DayOff> days_off)
{
    auto terms = desk.calendar;
    if (!terms || mark.maintained)
        return terms;
    for (const DayOff& each : days_off)
        terms->special_closures.push_back({each.day, each.day, {each.reason, each.reason}});
    return terms;
}

std::optional<CalendarTerms> repair_terms(const MakerDesk& desk, const DeskMark& mark, std::span<const DayOff> days_off)
{
    if (desk.repair_windows.empty())
        return std::nullopt;
    auto terms = desk_terms(desk, mark, days_off);
    if (terms)
        terms->windows = desk.repair_windows;
    return terms;
}

}
