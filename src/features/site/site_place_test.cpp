#include "features/site/contact.hpp"
#include "features/site/layout.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::site {
namespace {

Layout two_floors()
{
    Layout layout;
    layout.floors.push_back(
        {.id = {"f1"}, .name = "1階", .seats = {{.id = {"a"}, .name = "窓口1"}, {.id = {"b"}, .name = "相談室"}}});
    layout.floors.push_back({.id = {"f2"}, .name = "2階", .seats = {{.id = {"c"}, .name = "窓口1"}}});
    return layout;
}

std::string refusal_of(Layout layout)
{
    const auto taken = take(layout);
    return taken ? "" : taken.error().code + " " + taken.error().fields.front().path;
}

TEST(SiteLayout, KnowsTheSeatOfAPlace)
{
    const Layout layout = two_floors();
    const SeatBook book{layout};
    struct Case {
        const char* place;
        const char* seat;
    };
    for (const Case& each : {Case{"1階 窓口1", "a"}, {"１階窓口１", "a"}, {"2階 窓口1", "c"}, {"相談室", "b"},
             {"窓口1", "-"}, {"3階 窓口1", "-"}, {"", "-"}}) {
        const Seat* seat = book.at(each.place);
        EXPECT_EQ(seat == nullptr ? "-" : seat->id.text, each.seat) << each.place;
    }
}

TEST(SiteLayout, RefusesWhatCannotBeDrawn)
{
    EXPECT_EQ(refusal_of(two_floors()), "");
    Layout layout = two_floors();
    layout.floors[1].name = "１階";
    EXPECT_EQ(refusal_of(layout), "site/name_twice floors[1].name");
    layout = two_floors();
    layout.floors[0].seats[1].name = "窓口１";
    EXPECT_EQ(refusal_of(layout), "site/name_twice floors[0].seats[1].name");
    layout = two_floors();
    layout.floors[0].seats[1].name = " ";
    EXPECT_EQ(refusal_of(layout), "required floors[0].seats[1].name");
    layout = two_floors();
    layout.floors[1].seats[0].spot = PlanSpot{1'001, 0};
    EXPECT_EQ(refusal_of(layout), "site/outside_plan floors[1].seats[0].x");
    layout.floors[1].seats[0].spot = PlanSpot{1'000, 0};
    EXPECT_EQ(refusal_of(layout), "");
    layout = two_floors();
    for (int i = 0; i < 400; ++i)
        layout.floors[0].seats.push_back({.id = {fmt::format("s{}", i)}, .name = fmt::format("席{}", i)});
    EXPECT_EQ(refusal_of(layout), "site/too_many_seats floors");
}

TEST(SiteContacts, AreCheckedAndHoldOnTheirDays)
{
    const auto taken = [](const char* name, const char* phone, const char* to) {
        Contact contact{.name = name, .phone = phone, .from = test::day("2025-10-01")};
        if (*to != '\0')
            contact.to = test::day(to);
        const auto result = take(contact);
        return result ? contact.phone : result.error().code;
    };
    EXPECT_EQ(taken("戸籍住民課", "０１１－０００－００００　内線１２３４", ""), "011-000-0000 内線1234");
    EXPECT_EQ(taken("戸籍住民課", "+81 11 000 0000", "2025-10-01"), "+81 11 000 0000");
    EXPECT_EQ(taken("", "", ""), "required");
    EXPECT_EQ(taken("戸籍住民課", "なし", ""), "site/phone");
    EXPECT_EQ(taken("戸籍住民課", "", "2025-09-30"), "site/ends_before");
    const Contact contact{.from = test::day("2025-10-01"), .to = test::day("2025-10-31")};
    for (const auto& [on, holding] :
        {std::pair{"2025-09-30", false}, {"2025-10-01", true}, {"2025-10-31", true}, {"2025-11-01", false}})
        EXPECT_EQ(holds(contact, test::day(on)), holding) << on;
}

}
}
