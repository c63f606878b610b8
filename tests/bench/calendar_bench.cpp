#include "core/calendar.hpp"
#include "core/calendar_fixtures_test.hpp"
#include "core/due_rule.hpp"

#include <array>
#include <benchmark/benchmark.h>
#include <random>

namespace hoshuban {
namespace {

using namespace std::chrono;

/// Starts at random moments of the last ten years, so that no cache or branch predictor knows them beforehand.
std::vector<Instant> random_starts()
{
    std::mt19937 engine{42};
    std::uniform_int_distribution<int> minute{0, 10 * 365 * 1440};
    std::vector<Instant> starts(4096);
    for (Instant& start : starts)
        start = instant(LocalTime{make_day(2016, 4, 1)}) + minutes{minute(engine)};
    return starts;
}

/// Two windows a day with half Saturdays: more spans than any of the usual calendars.
WorkingCalendar busy_calendar()
{
    CalendarTerms terms = test::office_terms();
    const Weekdays weekdays{Monday, Tuesday, Wednesday, Thursday, Friday};
    terms.closed_weekdays = {Sunday};
    terms.windows = {{weekdays, {8h + 45min, 12h}}, {weekdays, {13h, 17h + 15min}}, {Weekdays{Saturday}, {9h, 12h}}};
    return WorkingCalendar::create(terms, HolidayTable::official()).value();
}

void add_service_time(benchmark::State& state, const WorkingCalendar& calendar)
{
    const auto starts = random_starts();
    const minutes span{state.range(0)};
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(calendar.add_service_time(starts[next++ % starts.size()], span));
}

void office(benchmark::State& state)
{
    add_service_time(state, test::office());
}
void busy(benchmark::State& state)
{
    static const WorkingCalendar calendar = busy_calendar();
    add_service_time(state, calendar);
}

void service_time_between_ten_years_apart(benchmark::State& state)
{
    const auto starts = random_starts();
    std::size_t next = 0;
    for (auto _ : state) {
        const Instant start = starts[next++ % starts.size()];
        benchmark::DoNotOptimize(test::office().service_time_between(start, start + days{3652}));
    }
}

void add_open_days(benchmark::State& state)
{
    const auto starts = random_starts();
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(test::office().add_open_days(day_of(starts[next++ % starts.size()]), 2420));
}

void explain_one_hour(benchmark::State& state)
{
    const auto starts = random_starts();
    std::size_t next = 0;
    const DueRule rule{.kind = DueKind::service_minutes, .amount = 60};
    for (auto _ : state)
        benchmark::DoNotOptimize(due_moment(rule, starts[next++ % starts.size()], test::office()));
}

void create_calendar(benchmark::State& state)
{
    const CalendarTerms terms = test::office_terms();
    const HolidayTable& holidays = HolidayTable::official();
    for (auto _ : state)
        benchmark::DoNotOptimize(WorkingCalendar::create(terms, holidays));
}

void read_official_holidays(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(HolidayTable::official().between(make_day(1980, 1, 1), make_day(2079, 12, 31)));
}

constexpr std::int64_t ten_years = 2420LL * 510;
BENCHMARK(office)->Arg(1)->Arg(60)->Arg(180)->Arg(5 * 510)->Arg(242 * 510)->Arg(ten_years);
BENCHMARK(busy)->Arg(1)->Arg(60)->Arg(180)->Arg(5 * 510)->Arg(242 * 510)->Arg(ten_years);
BENCHMARK(service_time_between_ten_years_apart);
BENCHMARK(add_open_days);
BENCHMARK(explain_one_hour);
BENCHMARK(create_calendar)->Unit(benchmark::kMillisecond);
BENCHMARK(read_official_holidays)->Unit(benchmark::kMicrosecond);

}
}
