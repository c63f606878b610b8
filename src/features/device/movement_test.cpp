#include "features/device/movement.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

using test::day;

const LocalDay today_of_moves = day("2023-10-03");

const contract::Profile& r5()
{
    return test::profile("sapporo-r5-core-terminals");
}

SiteId site(int number)
{
    for (const contract::Site& each : r5().sites) {
        if (each.number == number)
            return each.id;
    }
    return {};
}

std::string outcome(const Result<void>& taken)
{
    if (taken)
        return "";
    std::string text;
    for (const FieldError& each : taken.error().fields)
        text += (text.empty() ? "" : ", ") + each.path + " " + each.code;
    return text;
}

TEST(Move, IsTakenOrRefusedWithEveryWrongField)
{
    struct Case {
        const char* story;
        const char* on;
        std::optional<SiteId> to;
        Use use;
        const char* outcome;
    };
    const Case cases[] = {
        {"today, to a site", "2023-10-03", site(4), Use::in_service, ""},
        {"the first day of the contract", "2023-04-01", site(4), Use::in_service, ""},
        {"the day before", "2023-03-31", site(4), Use::in_service, "on device/outside_period"},
        {"tomorrow", "2023-10-04", site(4), Use::in_service, "on device/in_future"},
        {"after the contract", "2024-04-01", site(4), Use::in_service, "on device/outside_period, on device/in_future"},
        {"a site of nobody", "2023-10-03", SiteId{"x"}, Use::stored, "site_id device/unknown_site"},
        {"in service nowhere", "2023-10-03", std::nullopt, Use::in_service, "site_id device/site_needed"},
        {"in repair, wherever", "2023-10-03", std::nullopt, Use::repair, ""},
    };
    for (const Case& c : cases) {
        Move move{.on = day(c.on), .to = {.site = c.to, .use = c.use}};
        EXPECT_EQ(outcome(take(r5(), move, today_of_moves)), c.outcome) << c.story;
    }
}

TEST(Move, GoesToNoSiteThatIsClosedThatDay)
{
    contract::Profile profile = r5();
    const SiteId id = site(4);
    std::ranges::find(profile.sites, id, &contract::Site::id)->closed = {
        {day("2023-01-01"), day("2023-06-30")}, {day("2023-09-01"), day("2023-09-30")}};
    struct Case {
        const char* on;
        Use use;
        const char* outcome;
    };
    const Case cases[] = {
        {"2023-06-30", Use::in_service, "site_id device/site_closed"},
        {"2023-07-01", Use::in_service, ""},
        {"2023-08-31", Use::stored, ""},
        {"2023-09-01", Use::stored, "site_id device/site_closed"},
        {"2023-09-30", Use::spare, "site_id device/site_closed"},
        {"2023-10-01", Use::spare, ""},
        {"2023-06-30", Use::planned, ""},
    };
    for (const Case& c : cases) {
        Move move{.on = day(c.on), .to = {.site = id, .use = c.use}};
        EXPECT_EQ(outcome(take(profile, move, today_of_moves)), c.outcome) << c.on;
        Exchange exchange{.on = day(c.on), .failed_to = {.site = id, .use = c.use}};
        if (c.use == Use::stored || c.use == Use::spare) {
            EXPECT_EQ(outcome(take(profile, exchange, today_of_moves)), c.outcome) << c.on;
        }
    }
}

TEST(Move, SettlesItsTextsAndRefusesWhatCannotBeStored)
{
    struct Case {
        const char* story;
        std::string place;
        std::string note;
        const char* outcome;
        const char* stored;
    };
    const Case cases[] = {
        {"blanks around it", "　2階 3番窓口 ", " 交換のため\r\n", "", "2階 3番窓口|交換のため"},
        {"a control character", "2階\x01", "", "place text/control", ""},
        {"too long a place", std::string(201, 'a'), "", "place text/too_long", ""},
        {"a My Number", "", "番号は123456789018", "note text/my_number", ""},
    };
    for (const Case& c : cases) {
        Move move{.on = today_of_moves, .to = {.site = site(4), .place = c.place}, .note = c.note};
        EXPECT_EQ(outcome(take(r5(), move, today_of_moves)), c.outcome) << c.story;
        if (c.outcome[0] == '\0')
            EXPECT_EQ(move.to.place + "|" + move.note, c.stored) << c.story;
    }
}

// 001 §5.4.2: what the city's own staff keep is not the contractor's, but a spare that he holds is his wherever it is.
TEST(Keeper, FollowsThePlaceAndTheUse)
{
    struct Case {
        int site;
        Use use;
        Keeper keeper;
    };
    for (const Case& c : {Case{4, Use::in_service, Keeper::contractor}, {32, Use::in_service, Keeper::city},
             {32, Use::stored, Keeper::city}, {32, Use::spare, Keeper::contractor}}) {
        Move move{.on = today_of_moves, .to = {.site = site(c.site), .use = c.use}};
        ASSERT_TRUE(take(r5(), move, today_of_moves));
        EXPECT_EQ(move.to.keeper, c.keeper) << c.site << " " << name_of(c.use);
    }
}

TEST(Exchange, PutsTheSpareWhereTheFailedUnitStood)
{
    const Spot seat{site(4), "1階 戸籍住民課 3番", Use::in_service, Keeper::contractor};
    const Spot stock{site(32), "5階", Use::spare, Keeper::contractor};
    const Course failed{{day("2023-04-01"), no_end, seat}};
    const Course spare{{day("2023-04-01"), no_end, stock}};
    Exchange exchange{.on = today_of_moves, .failed_to = {.site = site(32), .place = "5階", .use = Use::repair}};
    ASSERT_TRUE(take(r5(), exchange, today_of_moves));

    const auto after = exchanged(failed, spare, exchange);
    ASSERT_TRUE(after);
    EXPECT_EQ(on(after->spare, today_of_moves)->spot, seat);
    EXPECT_EQ(on(after->failed, today_of_moves)->spot, exchange.failed_to);
    EXPECT_EQ(on(after->failed, today_of_moves - std::chrono::days{1})->spot, seat);

    struct Case {
        const char* story;
        Use failed;
        Use spare;
        const char* code;
    };
    const Case cases[] = {
        {"a unit that serves elsewhere is no spare", Use::in_service, Use::in_service, "device/not_a_spare"},
        {"a spare that is in repair itself", Use::in_service, Use::repair, "device/not_a_spare"},
        {"what is stored need not be exchanged", Use::stored, Use::spare, "device/not_in_service"},
    };
    for (const Case& c : cases) {
        Course one = failed;
        one.front().spot.use = c.failed;
        Course other = spare;
        other.front().spot.use = c.spare;
        const auto refused = exchanged(one, other, exchange);
        EXPECT_EQ(refused ? "" : refused.error().code, c.code) << c.story;
    }
    const auto itself = exchanged(failed, failed, exchange);
    EXPECT_EQ(itself.error().code, "device/not_a_spare");
    EXPECT_EQ(itself.error().text.ja, "代わりの機器は、この日には予備機ではありません（稼働中）。");

    exchange.failed_to.use = Use::in_service;
    EXPECT_EQ(outcome(take(r5(), exchange, today_of_moves)), "use device/still_in_service");
}

}
}
