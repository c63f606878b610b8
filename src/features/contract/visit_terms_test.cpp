#include "features/contract/profile_doc.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

TEST(VisitTerms, SayWhatIsSeenToBeforeAVisit)
{
    struct Case {
        const char* contract;
        bool of_incident;
        const char* device_class;
        const char* items;
    };
    const Case cases[] = {
        {test::ids::r5, true, "pc", "badge (001 §9.3) spare (001 §5.1.2)"},
        {test::ids::r5, true, "color_printer", "badge (001 §9.3)"},
        {test::ids::r5, true, "", "badge (001 §9.3)"},
        {test::ids::r5, false, "pc", "badge (001 §9.3)"},
        {test::ids::r7, true, "cs", "badge (004 §5(3))"},
        {test::ids::other, true, "terminal", ""},
    };
    for (const Case& c : cases) {
        std::string items;
        for (const VisitCheck& check : test::profile(c.contract).visits.checklist) {
            if (holds(check, c.of_incident, c.device_class))
                items += fmt::format("{}{} ({})", items.empty() ? "" : " ", check.id, check.clause);
        }
        EXPECT_EQ(items, c.items) << c.contract << ' ' << c.device_class;
    }
}

TEST(VisitTerms, AreRefusedWhereTheyContradictTheContract)
{
    struct Case {
        const char* from;
        const char* to;
        const char* message; // after the file and line
    };
    const Case cases[] = {
        {"- id: spare\n", "- id: badge\n", "visits.checklist[1].id: the id \"badge\" stands twice"},
        {"classes: [pc]\n      incident", "classes: [notebook]\n      incident",
            "visits.checklist[1].classes[0]: there is no device class \"notebook\" in this profile"},
        {"incident: true\n      spare", "incident: false\n      spare",
            "visits.checklist[1].incident: classes are those of an incident: write incident: true"},
    };
    for (const Case& c : cases) {
        ProfileFiles files = test::profile_files(test::ids::r5);
        std::string& terms = files["contract.yaml"];
        const auto place = terms.find(c.from);
        ASSERT_NE(place, std::string::npos) << c.from;
        terms.replace(place, std::string_view{c.from}.size(), c.to);
        const auto profile = read_profile(files);
        ASSERT_FALSE(profile) << c.to;
        EXPECT_TRUE(profile.error().fields.at(0).text.en.ends_with(c.message)) << profile.error().fields.at(0).text.en;
        EXPECT_EQ(profile.error().fields.size(), 1U) << c.to;
    }
}

}
}
