#include "features/work_request/quota_api.hpp"

#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

TEST(QuotaView, SaysWhatHappensAtTheLimit)
{
    for (const char* id : {"sapporo-r7-juki-cs", "sapporo-r5-core-terminals", "sapporo-r3-mynumber-centre"}) {
        const contract::Profile& profile = test::profile(id);
        const QuotaList list = quotas_of(profile, {});
        ASSERT_EQ(list.items.size(), profile.quotas.size()) << id;
        for (const QuotaView& view : list.items) {
            EXPECT_EQ(view.at_limit, contract::find_quota(profile, view.id)->at_limit) << id << ' ' << view.id;
            EXPECT_EQ(view.kind == contract::QuotaKind::estimate, view.at_limit == contract::AtLimit::warn)
                << id << ' ' << view.id;
        }
    }
}

}
}
