#include "features/work_request/opening.hpp"

#include "features/contract/profile_fixtures_test.hpp"
#include "features/work_request/view_api.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

TEST(OutOfScope, is_a_request_with_any_work_that_the_contract_does_not_cover)
{
    const contract::Profile& profile = test::profile("sapporo-r6-juki-cs");
    struct Case {
        const char* story;
        std::vector<std::string> work_types;
        bool out_of_scope;
    };
    const Case cases[] = {
        {"no work type", {}, false},
        {"covered", {"password_change"}, false},
        {"not covered", {"equipment_renewal"}, true},
        {"one of two", {"password_change", "equipment_renewal"}, true},
        {"no longer in the profile", {"gone"}, false},
    };
    for (const Case& c : cases) {
        WorkRequest request;
        request.work_types = c.work_types;
        EXPECT_EQ(is_out_of_scope(profile, request), c.out_of_scope) << c.story;
        EXPECT_EQ(view_of(request, profile, {}).out_of_scope, c.out_of_scope) << c.story;
    }
}

}
}
