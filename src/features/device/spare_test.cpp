#include "features/device/spare.hpp"

#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>
#include <string>
#include <utility>

namespace hoshuban::device {
namespace {

contract::Device sort_of_unit(const char* number, std::string device_class, std::string model, std::string division)
{
    contract::Device device;
    device.id = {number};
    device.number = number;
    device.device_class = std::move(device_class);
    device.model = std::move(model);
    device.division = std::move(division);
    return device;
}

TEST(Spare, IsRefusedWithWhatIsWrongWithIt)
{
    const contract::Profile& profile = test::profile(test::ids::r5);
    const contract::Site& site = profile.sites.front();
    const contract::Device failed = sort_of_unit("D-1", "pc", "A", "住記・税");
    const LocalDay from = make_day(2023, 4, 1);
    struct Case {
        const char* device_class;
        const char* model;
        const char* division;
        const char* lent_because;
        Course course;
        std::string said; ///< code and English text
    };
    const Course stored{{.from = from, .spot = {.use = Use::spare}}};
    const std::string by_note = "; if the city lent it, record the exchange in the register and say why in its note";
    const Case cases[] = {
        {"pc", "A", "住記・税", "", {{.from = from, .spot = {.site = site.id, .use = Use::spare}}}, ""},
        {"pc", "A", "", "", stored, ""},
        {"pc", "B", "住記・税", "", stored, "device/other_model: the spare is a B, the failed unit a A" + by_note},
        {"pc", "B", "国保福祉", "市が貸与（6月1日 見本 太郎）", stored, ""},
        {"pc", "A", "国保福祉", "", stored,
            "device/other_division: the spare is of 国保福祉, the failed unit of 住記・税" + by_note},
        {"no_class", "A", "住記・税", "市が貸与", stored,
            "device/other_class: D-2 is a no_class, the failed unit a PC: choose a spare of its class"},
        {"pc", "A", "住記・税", "", {{.from = from, .spot = {.site = site.id, .place = "2階", .use = Use::in_service}}},
            "device/not_a_spare: D-2 is no spare: on that day it is at " + site.name +
                " 2階, in service; choose another one"},
        {"pc", "A", "住記・税", "市が貸与", {{.from = from, .spot = {.use = Use::repair}}},
            "device/not_a_spare: D-2 is no spare: on that day it is at nobody knows where, in repair; choose another "
            "one"},
        {"pc", "A", "住記・税", "", {{.from = make_day(2023, 7, 1), .spot = {.use = Use::spare}}},
            "device/not_a_spare: D-2 is not in the register on that day"},
    };
    for (const Case& c : cases) {
        const contract::Device spare = sort_of_unit("D-2", c.device_class, c.model, c.division);
        const auto checked = check_spare(profile, failed, spare, c.course, make_day(2023, 6, 1), c.lent_because);
        EXPECT_EQ(checked ? "" : checked.error().code + ": " + checked.error().text.en, c.said);
    }
}

}
}
