#pragma once
#include "features/trend/burn_up.hpp"
#include "features/trend/recurrence.hpp"

namespace hoshuban::trend {

/// A unit, a model of a class or a site.
struct SubjectKey {
    Subject subject = Subject::unit;
    std::string id = {}; ///< of a model its name
    std::string device_class = {}; ///< of a model
};

/// What was counted over some days.
struct Exposure {
    int faults = 0;
    int days = 0; ///< in service, of all units together

    bool operator==(const Exposure&) const = default;
};

/// The faults of a subject on these days, and its days in service: as recurrences() counts them.
Exposure exposure_of(std::span<const UnitStay>, std::span<const Fault>, const SubjectKey&);

/// The same before and after something was done.
struct Effect {
    Exposure before = {};
    Exposure after = {};

    bool operator==(const Effect&) const = default;

    /// The probability of as few or fewer afterwards if nothing had changed: the faults of both fall on the days after
    /// with the share of those days (exact binomial test, one-sided). None without days on both sides or any fault.
    std::optional<double> chance() const;
};

/// What the effect says, in words.
Text sentence(const Effect&);

}
