#pragma once
#include "features/contract/profile.hpp"
#include "features/incident/incident.hpp"
#include "platform/db/database.hpp"

#include <memory>
#include <vector>

namespace hoshuban::incident {

/// The service levels of a contract, each with the calendar it is counted by.
class LevelCalendars {
public:
    /// Calendars are kept in memory by the room `calendar`; no query once they are known.
    static Result<LevelCalendars> of(db::Reader&, const contract::Profile&);

    /// Every level of the contract as it stands for this course.
    Result<std::vector<LevelClock>> measure(const Timeline&, Instant now) const;
    const contract::ServiceLevel& level(std::size_t place) const { return *levels_.at(place).level; }
    /// Place of a level by its id; as many as there are when there is none such.
    std::size_t find(const std::string& id) const;
    std::vector<Interval> evidence(std::size_t place, const Timeline&, Instant now) const;

private:
    struct Level {
        const contract::ServiceLevel* level;
        std::shared_ptr<const WorkingCalendar> calendar;
    };
    std::vector<Level> levels_;
};

}
