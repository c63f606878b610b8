#include "features/incident/swap.hpp"

#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

// SPR-09, SPR-10
TEST(Swap, SaysWhatToDoWhereNoSpareIsLeft)
{
    struct Case {
        SpareStock stock;
        const char* said;
    };
    const LocalDay on = make_day(2023, 6, 1);
    const Case cases[] = {
        {{.model = "A", .spares = 1}, ""},
        {{.model = "A", .spares = 0},
            "no spare of A is left: within its warranty the unit goes to the maker, after it to the city"},
        {{.model = "A", .spares = 0, .warranty_until = on},
            "no spare of A is left: it is in warranty until 2023-06-01, send it to the maker"},
        {{.model = "A", .spares = 0, .warranty_until = make_day(2023, 5, 31)},
            "no spare of A is left and its warranty ended on 2023-05-31: hand it over to the city"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(shortage(c.stock, on).value_or(Text{}).en, c.said);
}

TEST(Swap, RefusesASpareThatIsElsewhere)
{
    using device::Use;
    const contract::Profile& profile = test::profile(test::ids::r5);
    const contract::Site& site = profile.sites.front();
    const contract::Device failed{.id = {"d1"}, .number = "D-1", .device_class = "pc", .model = "A"};
    const LocalDay from = make_day(2023, 4, 1);
    struct Case {
        const char* device_class;
        const char* model;
        device::Course course;
        std::string said;
    };
    const Case cases[] = {
        {"pc", "A", {{.from = from, .spot = {.site = site.id, .use = Use::spare}}}, ""},
        {"pc", "B", {{.from = from, .spot = {.use = Use::spare}}}, "the spare is a B, the failed unit a A"},
        {"ic_reader", "A", {{.from = from, .spot = {.use = Use::spare}}}, "the spare is a A, the failed unit a A"},
        {"pc", "A", {{.from = from, .spot = {.site = site.id, .place = "2階", .use = Use::in_service}}},
            "D-2 is no spare: on that day it is at " + site.name + " 2階, in service; choose another one"},
        {"pc", "A", {{.from = from, .spot = {.use = Use::repair}}},
            "D-2 is no spare: on that day it is at nobody knows where, in repair; choose another one"},
        {"pc", "A", {{.from = make_day(2023, 7, 1), .spot = {.use = Use::spare}}},
            "D-2 is not in the register on that day"},
    };
    for (const Case& c : cases) {
        const contract::Device spare{.id = {"d2"}, .number = "D-2", .device_class = c.device_class, .model = c.model};
        const auto checked = check_spare(profile, failed, spare, c.course, make_day(2023, 6, 1));
        EXPECT_EQ(checked ? "" : checked.error().text.en, c.said);
    }
}

}
}
