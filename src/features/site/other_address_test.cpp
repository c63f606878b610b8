#include "features/site/other_address.hpp"

#include "features/contract/profile_fixtures_test.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::site {
namespace {

// The specifications of one city do not agree on every address.
TEST(OtherAddresses, AreThoseOfSitesUnderOneNameInOtherContracts)
{
    const auto& core = test::profile("sapporo-r5-core-terminals");
    std::vector<Namesake> others;
    for (const char* contract : {"sapporo-r6-juki-cs", "sapporo-r7-juki-cs"}) {
        const auto& profile = test::profile(contract);
        for (const contract::Site& site : profile.sites)
            others.push_back({profile.id.text, site});
    }
    std::string told;
    for (const contract::Site& site : core.sites) {
        for (const Namesake& each : with_other_address(site, others))
            told += site.name + " " + site.address + " | " + each.title + " " + each.site.address + "\n";
    }
    EXPECT_EQ(told,
        "定山渓出張所 札幌市南区定山渓温泉東4丁目315-4 | sapporo-r6-juki-cs 南区定山渓温泉西1丁目\n"
        "定山渓出張所 札幌市南区定山渓温泉東4丁目315-4 | sapporo-r7-juki-cs 南区定山渓温泉西1丁目\n");
}

TEST(OtherAddresses, ThatSayMoreAreNoOtherOnes)
{
    const auto site = [](const char* name, const char* address, std::vector<std::string> aliases) {
        contract::Site made;
        made.name = name;
        made.address = address;
        made.aliases = std::move(aliases);
        return made;
    };
    struct Case {
        const char* story;
        contract::Site other;
        bool told;
    };
    const Case cases[] = {
        {"the same", site("北区役所", "札幌市北区北24条西6丁目", {}), false},
        {"without the municipality", site("北区役所", "北区北２４条西6丁目", {}), false},
        {"with the floor", site("北区役所", "北区北24条西6丁目 1階", {}), false},
        {"another one", site("北区役所", "北区北30条西1丁目", {}), true},
        {"under another name", site("北区複合庁舎", "北区北30条西1丁目", {"北区役所"}), true},
        {"none", site("北区役所", "", {}), false},
        {"another site", site("南区役所", "南区真駒内幸町2丁目", {}), false},
    };
    for (const Case& c : cases) {
        const Namesake other{"別の契約", c.other};
        EXPECT_EQ(
            with_other_address(site("北区役所", "札幌市北区北24条西6丁目", {}), {&other, 1}).size(), c.told ? 1U : 0U)
            << c.story;
    }
}

}
}
