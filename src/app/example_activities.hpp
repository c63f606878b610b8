#pragma once
#include "app/example_people.hpp"
#include "core/calendar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban {

/// Work of the worked example that was not on equipment. Days are open days, counted from the day of telling.
struct ExampleActivity {
    int done = 0;
    std::string work_type;
    std::string title;
    std::string asked_by;
    std::string what;
    std::string result;
    double hours = 0;
};

inline auto describe(const ExampleActivity*)
{
    using A = ExampleActivity;
    return json::object<A>("ExampleActivity", json::field("done", &A::done), json::field("work_type", &A::work_type),
        json::field("title", &A::title), json::field("asked_by", &A::asked_by, json::defaulted()),
        json::field("what", &A::what), json::field("result", &A::result, json::defaulted()),
        json::field("hours", &A::hours));
}

/// In which contract, who of it, and the day that days are counted from.
struct ActivityScene {
    const contract::Profile& profile;
    const WorkingCalendar& calendar;
    const Players& players;
    const std::vector<ExampleActivity>& activities;
    LocalDay today;
    const Clock& clock;
};

/// Enters them, with the approval that the contract wants beforehand (AUT-18) given before the first.
Result<void> add_example_activities(db::Tx&, const ActivityScene&);

}
