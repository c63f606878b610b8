#include "features/incident/swap.hpp"

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

}
}
