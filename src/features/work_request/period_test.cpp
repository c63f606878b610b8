#include "features/work_request/period.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

constexpr DayRange period{make_day(2025, 4, 1), make_day(2026, 3, 31)};

TEST(Period, AsksForDaysThatTheContractAllows)
{
    struct Case {
        const char* story;
        LocalDay entered;
        LocalDay wish;
        LocalDay today;
        const char* code; ///< empty: allowed
        const char* english;
    };
    const Case cases[] = {
        {"within", make_day(2025, 4, 1), make_day(2025, 4, 1), make_day(2025, 6, 1), "", ""},
        {"on the last day", make_day(2026, 3, 31), make_day(2026, 4, 30), make_day(2026, 3, 31), "", ""},
        {"submitted before the start", make_day(2025, 3, 14), make_day(2025, 4, 2), make_day(2025, 3, 14), "", ""},
        {"of an older list", make_day(2021, 9, 1), make_day(2021, 10, 1), make_day(2025, 6, 1), "", ""},
        {"after the end", make_day(2026, 4, 1), make_day(2026, 5, 1), make_day(2026, 11, 21),
            "work_request/after_period",
            "entered on: the contract (2025-04-01 to 2026-03-31) is over by then: enter a day within it, or use the "
            "new "
            "contract"},
        {"to come, before the start", make_day(2025, 3, 20), make_day(2025, 4, 2), make_day(2025, 3, 14),
            "work_request/before_period",
            "entered on: a day to come before the contract begins (2025-04-01 to 2026-03-31): enter a day until today, "
            "or within it"},
        {"wished before entered", make_day(2025, 6, 2), make_day(2025, 6, 1), make_day(2025, 6, 2),
            "work_request/wish_before_entry",
            "wished completion: before the day of entry (2025-06-02): enter that day or a later one"},
    };
    for (const Case& c : cases) {
        WorkRequest request;
        request.entered_on = c.entered;
        request.wish_on = c.wish;
        const auto checked = check_period(period, nullptr, request, c.today);
        EXPECT_EQ(checked ? "" : checked.error().code, c.code) << c.story;
        EXPECT_EQ(checked ? "" : checked.error().text.en, c.english) << c.story;
        EXPECT_TRUE(check_period(period, &request, request, c.today)) << c.story << ": what stays is not judged again";
    }
}

}
}
