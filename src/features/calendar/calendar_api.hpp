#pragma once
#include "core/calendar.hpp"
#include "core/due_rule.hpp"
#include "formats/json.hpp"
#include "platform/http/router.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::calendar {

/// Hours of service as people write them: `08:45`, and `30:00` for six o'clock the next morning.
struct WindowView {
    std::string opens;
    std::string closes;
};

struct DayView {
    LocalDay day;
    int weekday; ///< 0 is Sunday
    bool open;
    std::vector<WindowView> windows;
    std::vector<Text> reasons;
    DayKind kind;
    std::string holiday_name;
    bool forecast;
};

/// Moments are Japanese time with its offset, `2023-06-02T09:00:00+09:00`.
struct StepView {
    StepKind kind;
    std::string from;
    std::string to;
    std::int64_t minutes;
    Text text;
};

struct DueView {
    std::string due;
    LocalDay due_day;
    bool forecast;
    std::vector<StepView> explanation;
};

DayView view_of(const DayStatus&);
StepView view_of(const Step&);
DueView view_of(const Due&);

/// The days from first to last, both included; at most 400.
Result<std::vector<DayStatus>> days_between(const WorkingCalendar&, LocalDay first, LocalDay last);

/// A start as the screen and the command line give it: `2023-06-01T16:30`, or `2023-06-01` for the beginning of the
/// day.
Result<Instant> parse_start(std::string_view);

inline auto describe(const WindowView*)
{
    return json::object<WindowView>("CalendarWindow", json::field("opens", &WindowView::opens, {"開始", "Opens"}),
        json::field("closes", &WindowView::closes, {"終了", "Closes"}));
}

inline auto describe(const DayView*)
{
    using V = DayView;
    return json::object<V>("CalendarDay", json::field("day", &V::day, {"日付", "Day"}),
        json::field("weekday", &V::weekday, {"曜日（0は日曜）", "Weekday, 0 is Sunday"}, json::range(0, 6)),
        json::field("open", &V::open, {"開庁", "Open"}), json::field("windows", &V::windows, {"対応時間", "Hours"}),
        json::field("reasons", &V::reasons, {"理由", "Reasons"}), json::field("kind", &V::kind, {"区分", "Kind"}),
        json::field("holiday_name", &V::holiday_name, {"祝日の名称", "Holiday"}),
        json::field("forecast", &V::forecast, {"予測（祝日は未公表）", "Forecast: holidays not published yet"}));
}

inline auto describe(const StepView*)
{
    using V = StepView;
    return json::object<V>("DueStep", json::field("kind", &V::kind, {"区分", "Kind"}),
        json::field("from", &V::from, {"から", "From"}), json::field("to", &V::to, {"まで", "To"}),
        json::field("minutes", &V::minutes, {"数えた分", "Minutes counted"}),
        json::field("text", &V::text, {"説明", "Explanation"}));
}

inline auto describe(const DueView*)
{
    using V = DueView;
    return json::object<V>("DueAnswer", json::field("due", &V::due, {"期限", "Due"}),
        json::field("due_day", &V::due_day, {"期限の日", "Due day"}),
        json::field("forecast", &V::forecast, {"予測（祝日は未公表）", "Forecast: holidays not published yet"}),
        json::field("explanation", &V::explanation, {"計算の説明", "Explanation"}));
}

void add_routes(http::Router&, contract::ProfileCache&);

}
