// The clocks of open incidents after the holidays have changed.
#include "story.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/incident/recount_job.hpp"
#include "platform/db/test_database.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace hoshuban::scenario {
namespace {

class Recounts : public Story {
protected:
    void begin() override
    {
        open("2025-12-01T09:00");
        stage->enter({"sapporo-r5-core-terminals"});
    }
};

// The list of holidays as it is published, with the day of another one on 3 December 2025.
std::string holidays_with_another()
{
    const auto path = std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "data/holidays/syukujitsu.csv";
    std::ifstream file(path, std::ios::binary);
    std::string csv(std::istreambuf_iterator<char>(file), {});
    const auto last = csv.find("2025/11/24,");
    const auto end = csv.find('\n', last) + 1;
    std::string another = csv.substr(last, end - last);
    another.replace(0, std::string{"2025/11/24"}.size(), "2025/12/3");
    return csv.insert(end, another);
}

HOSHUBAN_ON_BOTH_DATABASES(Recounts);

TEST_P(Recounts, follow_the_holidays_and_say_what_the_terms_were)
{
    const auto board = [&] {
        const Answer today = stage->get(worker, "/today");
        EXPECT_EQ(today.status, 200) << today.body;
        return today;
    };
    auto& program = stage->program();
    const auto recount = [&] { return incident::recount_clocks(program.database(), program.profiles(), stage->clock); };
    EXPECT_EQ(recount(), 0) << "nothing is open";
    stage->clock.set(*parse_instant("2025-12-02T16:40"));
    const Answer opened = stage->post(city, "/incidents",
        R"({"intake":{"phenomenon":"電源が入らない","place":"1階 3番窓口","contact_person":"窓口 花子"},"handed_over":true,)"
        R"("person":"見本 太郎","city_person":"見本 太郎","at":"2025-12-02T16:30:00+09:00"})");
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string incident = "/incidents/" + opened.text("id");
    EXPECT_EQ(recount(), 0) << "the calendar is the same";
    EXPECT_NE(board().body.find("2025-12-03T00:00:00Z"), std::string::npos) << board().body;

    program.database().write([&](db::Tx& tx) {
        const audit::Cause cause{Actor{}, stage->clock.now()};
        ASSERT_TRUE(calendar::import_holidays(tx, holidays_with_another(), 0,
            audit::entry(cause, audit::system_chain, "calendar.holidays_imported", {"holiday_list", "1"})));
    });
    std::stop_source ending;
    ending.request_stop();
    EXPECT_EQ(incident::recount_clocks(program.database(), program.profiles(), stage->clock, ending.get_token()), 0);
    EXPECT_EQ(recount(), 2) << "the contact and the start of work";
    EXPECT_EQ(recount(), 0);
    EXPECT_EQ(board().body.find("2025-12-03T"), std::string::npos) << board().body;
    EXPECT_NE(board().body.find("2025-12-04T00:00:00Z"), std::string::npos) << board().body;
    const std::string told = stage->get(city, incident + "/events").body;
    EXPECT_NE(told.find("incident.recounted"), std::string::npos) << told;
    EXPECT_NE(told.find("2025-12-03T09:00"), std::string::npos) << told;
    EXPECT_NE(told.find("2025-12-04T09:00"), std::string::npos) << told;
}

}
}
