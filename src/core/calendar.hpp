#pragma once
#include "core/calendar_terms.hpp"
#include "core/holiday.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hoshuban {

/// Why a day is open or closed; the first that applies, from the strongest.
enum class DayKind { special_closure, special_open, closure, holiday, weekly, open };

constexpr auto names_of(const DayKind*)
{
    return std::to_array<Name<DayKind>>({
        {DayKind::special_closure, "special_closure"},
        {DayKind::special_open, "special_open"},
        {DayKind::closure, "closure"},
        {DayKind::holiday, "holiday"},
        {DayKind::weekly, "weekly"},
        {DayKind::open, "open"},
    });
}

constexpr bool is_open_kind(DayKind kind)
{
    return kind == DayKind::open || kind == DayKind::special_open;
}

/// Everything a calendar knows about one day.
struct DayStatus {
    LocalDay day;
    DayKind kind;
    bool open;
    std::vector<DayWindow> windows; ///< hours of service that begin on this day, merged and in order
    std::vector<Text> reasons; ///< every reason that applies, the deciding one first; empty on an ordinary open day
    std::string holiday_name; ///< as published; empty when the day is no holiday
    bool forecast; ///< depends on holidays that are not published yet
};

/// Where to move a day that is closed.
enum class Roll { none, next, previous };

constexpr auto names_of(const Roll*)
{
    return std::to_array<Name<Roll>>({{Roll::none, "none"}, {Roll::next, "next"}, {Roll::previous, "previous"}});
}

/// An answer that is a day; `forecast` when it rests on holidays that are not published yet.
struct DayAnswer {
    LocalDay day;
    bool forecast;

    bool operator==(const DayAnswer&) const = default;
};

/// An answer that is a moment; `forecast` as for DayAnswer.
struct TimeAnswer {
    Instant at;
    bool forecast;

    bool operator==(const TimeAnswer&) const = default;
};

/// The open days and hours of service of one calendar of a contract. A contract with several work classes has several
/// calendars. Immutable after create(), so threads may share it.
///
/// Knows the hundred years from `first_day` to `last_day`; every function is total there, and outside it answers
/// "closed" or fails with `calendar/out_of_range`.
class WorkingCalendar {
public:
    static constexpr LocalDay first_day = make_day(1980, 1, 1);
    static constexpr LocalDay last_day = make_day(2079, 12, 31);

    /// Refuses windows that end before they begin, dates that do not exist, spans that run backwards, two special
    /// openings of the same day, and an opening on a weekday for which no window says when.
    static Result<WorkingCalendar> create(CalendarTerms, const HolidayTable&);
    /// Whether create() would take the terms; costs no calendar.
    static Result<void> check_terms(const CalendarTerms&);

    const CalendarTerms& terms() const { return terms_; }
    static constexpr bool covers(LocalDay day) { return first_day <= day && day <= last_day; }
    bool has_service_hours() const { return !opens_.empty(); }

    bool is_open(LocalDay) const;
    bool is_forecast(LocalDay) const;
    LocalDay published_until() const { return published_until_; }
    /// The day must be covered.
    DayStatus status(LocalDay) const;

    /// The first open day after / the last one before this day.
    Result<DayAnswer> next_open_day(LocalDay) const;
    Result<DayAnswer> previous_open_day(LocalDay) const;
    /// The n-th open day after the day (the first day is not counted, 初日不算入), before it when n is negative, the
    /// day itself when n is 0.
    Result<DayAnswer> add_open_days(LocalDay, int n) const;
    /// The n-th open day of the month, from 1; from the month's end when n is negative (-1 is the last).
    Result<DayAnswer> nth_open_day(std::chrono::year_month, int n) const;
    /// The day itself when it is open or nothing is to be done, otherwise the next or previous open day.
    Result<DayAnswer> roll(LocalDay, Roll) const;
    /// Open days from first to last, both included; 0 when they are the wrong way round.
    int open_days_between(LocalDay first, LocalDay last) const;

    bool in_service(Instant) const;
    /// The first moment at or after this one that lies in hours of service.
    Result<TimeAnswer> next_service(Instant) const;
    /// The moment at which `minutes` of service have passed. A start outside hours begins at the next opening; a result
    /// that falls exactly on closing stays there. Fails with `calendar/no_service_hours` when none are agreed.
    Result<TimeAnswer> add_service_time(Instant start, std::chrono::minutes) const;
    /// Service time in [from, to]; zero when they are the wrong way round.
    std::chrono::seconds service_time_between(Instant from, Instant to) const;

    /// A stretch of service without interruption, across midnight when windows touch.
    struct Span {
        Instant opens;
        Instant closes;
    };
    /// The stretches that overlap [from, to), in order, not cut to it.
    std::vector<Span> service_spans(Instant from, Instant to) const;

private:
    WorkingCalendar(CalendarTerms, const HolidayTable&);

    void index_days();
    void add_spans(std::int32_t day, const std::vector<DayWindow>&);
    void index_spans();
    const Holiday* holiday_on(LocalDay) const;
    std::size_t first_span_closing_after(LocalTime) const;
    std::chrono::seconds service_before(LocalTime) const;
    Result<DayAnswer> answer(LocalDay asked, std::ptrdiff_t open_day) const;
    TimeAnswer answer(LocalTime) const;

    CalendarTerms terms_;
    std::vector<Holiday> holidays_;
    LocalDay published_from_;
    LocalDay published_until_;
    // Days and minutes are numbered from first_day. The prefix arrays have one element more than what they count.
    std::vector<std::int32_t> open_days_; // the open days, ascending
    std::vector<std::int32_t> open_before_; // per day: open days before it
    std::vector<std::int32_t> opens_; // per span
    std::vector<std::int32_t> closes_;
    std::vector<std::int32_t> service_before_; // per span: minutes of service before it
    std::vector<std::int32_t> first_span_; // per day: the first span that closes after the day has begun
};

}
