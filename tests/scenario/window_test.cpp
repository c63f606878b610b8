// The calendar of agreed and proposed days of work.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Windows : public Story { };

TEST_P(Windows, are_shown_on_the_days_they_touch_to_who_reaches_them)
{
    const std::string id = accepted(R"("settings_change_city")");
    propose(id, "2025-12-10T09:00", "2025-12-10T12:00");
    agree(propose(id, "2025-12-10T22:00", "2025-12-11T05:00", R"(,"overtime":"city_reason")"));
    propose(id, "2025-12-12T00:00", "2025-12-12T03:00");
    const auto numbers = [&](const char* who, const char* first, const char* last) {
        const Answer list = stage->get(who, "/windows?first=" + std::string{first} + "&last=" + std::string{last});
        EXPECT_EQ(list.status, 200) << list.body;
        std::size_t found = 0;
        for (std::size_t from = list.body.find("\"request_number\":"); from != std::string::npos;
             from = list.body.find("\"request_number\":", from + 1))
            ++found;
        return found;
    };
    EXPECT_EQ(numbers(city, "2025-12-10", "2025-12-10"), 2U);
    EXPECT_EQ(numbers(worker, "2025-12-11", "2025-12-11"), 1U) << "goes on after midnight";
    EXPECT_EQ(numbers(worker, "2025-12-10", "2025-12-12"), 3U);
    EXPECT_EQ(numbers(division, "2025-12-10", "2025-12-12"), 0U) << "not of this division";
    EXPECT_EQ(stage->get(city, "/windows?first=2025-12-01&last=2026-02-28").text("code"), "schedule/period");
    EXPECT_EQ(stage->get(division, "/work-requests/" + id + "/windows").status, 404);
    EXPECT_EQ(stage->get(division, "/work-requests/" + id + "/gates").status, 404);
}

HOSHUBAN_ON_BOTH_DATABASES(Windows);

}
}
