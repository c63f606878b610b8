#include "features/contract/level_words.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

using namespace std::chrono_literals;

TEST(LevelWords, SayWhatALevelAsksFor)
{
    const struct {
        int minutes;
        std::vector<DayTarget> by_day;
        const char* ja;
        const char* en;
    } cases[] = {
        {60, {}, "60分以内; ", "within 60 minutes; "},
        {1, {}, "1分以内; ", "within 1 minute; "},
        {0, {}, "数値目標なし（かかった時間を計測）; ", "no target: the time is measured; "},
        {0, {{{}, 0, {}}}, "当日の業務時間内; ", "the same day, within the hours of service; "},
        {0, {{{}, 3, 12h}}, "3開庁日後の12:00まで; ", "3 open days later, by 12:00; "},
        {0, {{12h, 0, 17h + 15min}, {{}, 1, 12h}},
            "12:00より前の指示：当日の17:15まで; その後の指示：翌開庁日の12:00まで; ",
            "before 12:00: the same day, by 17:15; later: the next open day, by 12:00; "},
    };
    for (const auto& each : cases) {
        ServiceLevel level;
        level.minutes = each.minutes;
        level.by_day = each.by_day;
        std::string ja;
        std::string en;
        for (const Text& line : target_words(level)) {
            ja += line.ja + "; ";
            en += line.en + "; ";
        }
        EXPECT_EQ(ja, each.ja);
        EXPECT_EQ(en, each.en);
    }
}

}
}
