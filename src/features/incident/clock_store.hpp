#pragma once
#include "features/contract/profile.hpp"
#include "features/due/due.hpp"
#include "features/incident/incident_store.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::incident {

/// The service levels of a contract, each with the calendar it is counted by.
class LevelCalendars {
public:
    /// Calendars are kept in memory by the room `calendar`; no query once they are known.
    static Result<LevelCalendars> of(db::Reader&, const contract::Profile&);

    /// The levels that hold for a fault handed over so, as they stand for its course. What a level asks for is read on
    /// the day of the instruction, before it on the day of `now`.
    Result<std::vector<LevelClock>> measure(const Intake&, const Timeline&, Instant now) const;
    /// The level of a place alone; `not_applied` where it does not hold.
    Result<ServiceClock> measure(std::size_t place, const Intake&, const Timeline&, Instant now) const;
    const contract::ServiceLevel& level(std::size_t place) const { return *levels_.at(place).level; }
    /// Place of a level by its id; as many as there are when there is none such.
    std::size_t find(std::string_view id) const;
    std::vector<Interval> evidence(std::size_t place, const Timeline&, Instant now) const;
    Pace pace(std::size_t place, const ServiceClock&, const Timeline&, Instant now) const;
    const WorkingCalendar& calendar(std::size_t place) const { return *levels_.at(place).calendar; }
    std::size_t size() const { return levels_.size(); }

private:
    struct Level {
        const contract::ServiceLevel* level;
        std::shared_ptr<const WorkingCalendar> calendar;
    };
    const contract::Profile* profile_ = nullptr;
    std::vector<Level> levels_;
};

/// An incident with what its course says.
struct Stand {
    Listed listed;
    Timeline timeline;
};

/// What kind of clock a level has on the board.
std::string clock_kind(const contract::ServiceLevel&);
/// The id of the level that a kind of clock is of; none for other clocks.
std::optional<std::string_view> level_of(std::string_view clock_kind);
/// The clock that the board has to show for a level; none when nothing is awaited.
std::optional<due::NewDue> awaited(const contract::ServiceLevel&, const ServiceClock&, const Stand&);

/// Starts, moves and stops the clocks on the board of the contractor (今日) after an act: one for each level that runs
/// for this incident. One statement for each level whose clock changed, none for others. A level that both sides set
/// aside is due at the new appointment.
Result<void> follow(db::Tx&, const LevelCalendars&, const Stand& before, const Stand& after, Instant now,
    const std::function<DueId()>& new_id);

}
