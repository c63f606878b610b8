#include "features/loan/unlent_spare.hpp"

#include <gtest/gtest.h>

namespace hoshuban::loan {
namespace {

TEST(UnlentSpare, IsLentAsWhatTheRegisterSaysThatItIs)
{
    const struct {
        UnlentSpare spare;
        const char* storage; // as given
        const char* title;
        const char* stands;
    } cases[] = {
        {{DeviceId{"d"}, "D-1", "端末", "型A", "本庁", "2階 倉庫"}, "", "端末 型A", "本庁 2階 倉庫"},
        {{DeviceId{"d"}, "D-1", "端末", "型A", "本庁", ""}, "金庫", "端末 型A", "金庫"},
        {{DeviceId{"d"}, "D-1", "端末", "", "本庁", ""}, "", "端末", "本庁"},
        {{DeviceId{"d"}, "D-1", "端末", "", "", ""}, "", "端末", ""},
    };
    for (const auto& each : cases) {
        const Loan loan = loan_of(each.spare, {.kind = Kind::other, .holder = "試作", .storage_place = each.storage});
        EXPECT_EQ(loan.kind, Kind::device);
        EXPECT_EQ(loan.number, "D-1");
        EXPECT_EQ(loan.title, each.title);
        EXPECT_EQ(loan.storage_place, each.stands);
        EXPECT_EQ(loan.holder, "試作");
        EXPECT_EQ(loan.device, DeviceId{"d"});
    }
}

}
}
