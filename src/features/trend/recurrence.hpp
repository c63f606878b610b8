#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::trend {

/// The days [from, to) on which a unit was in service as one model at one site: what faults are measured against.
struct UnitStay {
    DeviceId device = {};
    std::string number = {};
    std::string device_class = {};
    std::string model = {};
    std::optional<SiteId> site = {};
    std::string site_name = {};
    LocalDay from = {};
    LocalDay to = {};

    int days() const { return static_cast<int>((to - from).count()); }
};

/// A fault that the city instructed the contractor to mend.
struct Fault {
    std::optional<DeviceId> device = {};
    std::optional<SiteId> site = {}; ///< as it was reported; that of a unit of the register comes from where it stood
    std::string device_class = {};
    LocalDay on = {};
};

/// On what faults repeat.
enum class Subject { unit, model, site };

constexpr auto names_of(const Subject*)
{
    return std::to_array<Name<Subject>>({{Subject::unit, "unit"}, {Subject::model, "model"}, {Subject::site, "site"}});
}

/// What can be said of a number of faults.
enum class Verdict {
    too_few, ///< one fault or none is no repetition
    alone, ///< nothing else of its class is there to compare with
    usual, ///< not told apart from chance
    noticeable, ///< by itself unlikely (5 %), but so many were compared that one is to be expected
    striking, ///< unlikely (5 %) also in view of how many were compared
};

constexpr auto names_of(const Verdict*)
{
    return std::to_array<Name<Verdict>>({
        {Verdict::too_few, "too_few"},
        {Verdict::alone, "alone"},
        {Verdict::usual, "usual"},
        {Verdict::noticeable, "noticeable"},
        {Verdict::striking, "striking"},
    });
}

/// The faults of one unit, model or site against the whole fleet.
struct Recurrence {
    Subject subject = Subject::unit;
    std::string id = {}; ///< of the unit or the site; of a model its name
    std::string name = {};
    std::string device_class = {}; ///< empty for a site
    std::string model = {}; ///< of a unit, the last one
    std::string site_name = {}; ///< of a unit, where it stood last
    int faults = 0;
    int unit_days = 0;
    double expected = 0; ///< faults, if every day in service of a class had the same risk
    std::optional<double> chance = {}; ///< of as many or more by chance; none where nothing is compared
    std::optional<double> corrected = {}; ///< the same, corrected for the number of comparisons (Holm)
    int compared = 0; ///< how many units, models or sites were compared
    std::optional<double> interval_days = {}; ///< median between one fault and the next
    LocalDay last_on = {};
    Verdict verdict = Verdict::too_few;
};

/// What repeats in a window of days.
struct Recurrences {
    std::vector<Recurrence> units = {}; ///< of at least two faults
    std::vector<Recurrence> models = {}; ///< of at least one
    std::vector<Recurrence> sites = {}; ///< of at least one
    int counted = 0; ///< faults that could be put down to a class in service
    int left_out = 0; ///< neither unit in service on that day nor class and site known
    int unit_days = 0;
};

/// Counts and tests units, models and sites, the least likely first, then those of most faults, then by name. Each is
/// measured within its device class by its days in service: the faults of the class fall on it with the probability of
/// its share of those days (exact binomial test, one-sided; for a site the sum over its classes). A fault of a unit
/// counts where the unit stood on that day, whatever was reported; one without a unit counts for its site alone.
Recurrences recurrences(std::span<const UnitStay>, std::span<const Fault>);

/// What the numbers of a unit, model or site say, in one or two sentences.
Text sentence(const Recurrence&);

/// `0.9 %`, `12 %`, `0.1 % 未満` / `less than 0.1 %`.
Text percent(double chance);

}
