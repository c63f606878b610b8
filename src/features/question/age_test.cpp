#include "features/question/age.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::question {
namespace {

using test::at;

TEST(Age, CountsOpenDaysWithoutTheFirst)
{
    struct Case {
        const char *from, *to;
        int days;
    };
    const Case cases[] = {
        {"2026-04-20 09:00", "2026-04-20 17:00", 0}, {"2026-04-20 17:00", "2026-04-21 09:00", 1},
        {"2026-04-24 09:00", "2026-04-26 09:00", 0}, // Friday to Sunday
        {"2026-04-24 09:00", "2026-04-27 09:00", 1}, {"2026-04-25 09:00", "2026-04-27 09:00", 1}, // asked on a Saturday
        {"2026-05-01 09:00", "2026-05-07 09:00", 1}, // over Golden Week
    };
    for (const Case& c : cases)
        EXPECT_EQ(open_days_passed(test::office(), at(c.from), at(c.to)), c.days) << c.from << ' ' << c.to;
}

TEST(Age, TheFilterMeansTheSameAsTheColumn)
{
    const auto& office = test::office();
    for (Instant now = at("2026-04-22 12:00"); now < at("2026-05-12 00:00"); now += std::chrono::days{1}) {
        for (int least = 1; least <= 6; ++least) {
            const Instant border = *older_than(office, now, least);
            for (Instant asked = now - std::chrono::days{14}; asked <= now; asked += std::chrono::hours{12})
                EXPECT_EQ(asked < border, open_days_passed(office, asked, now) >= least)
                    << test::print(asked) << ' ' << test::print(now) << ' ' << least;
        }
    }
}

}
}
