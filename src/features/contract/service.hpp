#pragma once
#include "core/calendar.hpp"
#include "core/names.hpp"
#include "features/contract/basis.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::contract {

/// Hours of one class of work. Neither `always` nor windows: no hours are agreed (CAL-07).
struct WorkClass {
    std::string id;
    Text label;
    bool always = false;
    std::vector<ServiceWindow> windows;
    Basis basis = Basis::contract;
    std::string clause;
};

/// The closed days of the contract (開庁日以外).
struct Closures {
    Weekdays closed_weekdays;
    HolidayRule national_holidays = HolidayRule::closed;
    std::vector<YearlyClosure> yearly;
    std::vector<MonthlyOpening> monthly_openings;
    std::vector<SpecialOpening> special_openings;
    std::vector<SpecialClosure> special_closures;
    Basis basis = Basis::contract;
    std::string clause;
};

/// Work outside the hours: on whose account, and what it needs (AUT-04, AUT-05, CAL-05, CAL-06).
struct Overtime {
    std::string id;
    Text label;
    Text needs;
    std::string approval; ///< the kind of approval that gives it
    std::string clause;
};

enum class LevelNature { effort_target, binding };

constexpr auto names_of(const LevelNature*)
{
    return std::to_array<Name<LevelNature>>(
        {{LevelNature::effort_target, "effort_target"}, {LevelNature::binding, "binding"}});
}

/// A moment from which or to which a service level is measured.
enum class Moment { city_instruction, site_contact_start, arrival, work_start, restored };

constexpr auto names_of(const Moment*)
{
    return std::to_array<Name<Moment>>({
        {Moment::city_instruction, "city_instruction"},
        {Moment::site_contact_start, "site_contact_start"},
        {Moment::arrival, "arrival"},
        {Moment::work_start, "work_start"},
        {Moment::restored, "restored"},
    });
}

/// Both parties may set a service level aside for one case (SLA-05).
struct LevelException {
    MinuteOfDay instructed_before{0};
    MinuteOfDay finished_from{0};
    Text agreement;
};

/// One row of a target by the day: what begins before `before` has to come at `at`, so many open days later.
struct DayTarget {
    std::optional<MinuteOfDay> before = {}; ///< none: at whatever time of the day
    int open_days = 0; ///< after the day on which the clock begins; 0: on that day
    std::optional<MinuteOfDay> at = {}; ///< none: at the end of its hours of service
};

/// A service level counted in hours of service of one work class: a number of minutes, a time of a day, or no number
/// (SLA-09).
struct ServiceLevel {
    std::string id;
    Text label;
    int minutes = 0; ///< 0: `by_day` says it, or it is measured without a target
    std::vector<DayTarget> by_day = {}; ///< the first row that fits holds
    std::vector<std::string> device_classes = {}; ///< only for faults of these; empty: whatever the class
    std::vector<std::string> severities = {}; ///< only for these; empty: however grave
    std::optional<LocalDay> valid_from = {}; ///< first day of instruction that it holds for
    std::optional<LocalDay> valid_until = {}; ///< the last such day
    bool maker_apart = false; ///< faults that a maker's engineer is sent to are counted apart (A-12)
    Moment from = Moment::city_instruction;
    Moment to = Moment::work_start;
    std::string work_class;
    LevelNature nature = LevelNature::effort_target;
    bool miss_needs_reason = false;
    std::optional<LevelException> exception;
    std::string clause;
};

/// Whether a level holds for a fault of this class and severity that the city instructed on this day.
bool applies(const ServiceLevel&, std::string_view device_class, std::string_view severity, LocalDay instructed);
/// Whether it has a number that can be met or missed.
bool has_target(const ServiceLevel&);

enum class Response { immediate_on_site, during_hours, best_effort };

constexpr auto names_of(const Response*)
{
    return std::to_array<Name<Response>>({
        {Response::immediate_on_site, "immediate_on_site"},
        {Response::during_hours, "during_hours"},
        {Response::best_effort, "best_effort"},
    });
}

enum class OtherwiseBy { nothing, next_opening };

constexpr auto names_of(const OtherwiseBy*)
{
    return std::to_array<Name<OtherwiseBy>>(
        {{OtherwiseBy::nothing, "nothing"}, {OtherwiseBy::next_opening, "next_opening"}});
}

/// Weekdays on which one site opens although the contract's calendar is closed on them: a counter that serves
/// people on Saturdays. Holidays and closures stay closed.
struct SiteDays {
    int site = 0; ///< its number
    Weekdays weekdays = {};
};

/// When a fault of some devices is answered, and how (SUP).
struct SupportWindow {
    std::string id;
    Text label;
    std::vector<std::string> device_classes;
    std::string severity;
    std::string work_class;
    Response response = Response::best_effort;
    OtherwiseBy otherwise_by = OtherwiseBy::nothing;
    std::vector<SiteDays> site_days = {}; ///< sites that open on more days
    bool guide = false;
    Basis basis = Basis::contract;
    std::string clause;
};

/// A maker's help desk with its own calendar (MKR).
struct MakerDesk {
    std::string id = {};
    Text devices = {};
    std::vector<std::string> device_classes = {}; ///< for which units it is asked; empty: nothing is picked for a unit
    std::vector<std::string> models = {}; ///< how the models it is for begin; empty: every model of the classes
    std::string desk = {};
    std::string contact = {};
    Text reception = {};
    std::optional<CalendarTerms> calendar = {}; ///< none: the specification does not say
    std::vector<ServiceWindow> repair_windows = {}; ///< when repairs are taken, where that is shorter than the desk
    std::optional<int> visit_within_open_days = {}; ///< of the desk's calendar, after the day of reception (MKR-04)
    Text mail_form = {}; ///< the form that a request by mail needs; empty: none (MKR-06)
    bool leaves_report = false; ///< a visit leaves a report that is attached (INC-21)
    bool monthly_days_off = false; ///< days off told month by month, not under a maintenance contract (MKR-07)
    Text service = {};
    Text say_when_calling = {};
    Text remarks = {};
    std::string clause = {};
};

}
