#include "features/premises/entry_record.hpp"

#include "features/premises/premises_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::premises {
namespace {

using people::ChangeKind;
using people::Standing;
using test::at;
using test::day;

RoomStay stay(const char* in, const char* out = nullptr)
{
    RoomStay told{.room = {"room"},
        .name = "見本 花子",
        .affiliation = "架空電機",
        .in_at = at(in),
        .purpose = "無停電電源装置の点検"};
    if (out != nullptr)
        told.out_at = at(out);
    return told;
}

EntryRecord record_of(RoomStay told)
{
    return {.id = {"r"}, .contract_id = {"c"}, .stay = std::move(told)};
}

// A stay at 12:00 on 4 December 2023, in a room of one of the two sites that closed on a day.
std::string told(const RoomStay& wanted, const SiteId& site = open_site(), const char* room_closed_on = nullptr,
    const people::Worker* worker = nullptr)
{
    const contract::Profile profile = premises_profile();
    ControlledRoom room = server_room();
    room.site = site;
    if (room_closed_on != nullptr)
        room.closed_on = day(room_closed_on);
    const auto taken = settled({profile, room, worker, at("2023-12-04 12:00")}, wanted);
    return taken ? taken->name : refusal_of(taken);
}

TEST(EntryRecords, HaveTimesThatCanBe)
{
    struct Case {
        const char* story;
        RoomStay stay;
        const char* told;
    };
    const Case cases[] = {
        {"still inside", stay("2023-12-04 11:00"), "見本 花子"},
        {"in this minute", stay("2023-12-04 12:00"), "見本 花子"},
        {"in the next minute", stay("2023-12-04 12:01"), "premises/in_future in_at"},
        {"out again", stay("2023-12-04 09:00", "2023-12-04 12:00"), "見本 花子"},
        {"out in a minute to come", stay("2023-12-04 09:00", "2023-12-04 12:01"), "premises/in_future out_at"},
        {"in and out in one minute", stay("2023-12-04 09:00", "2023-12-04 09:00"), "見本 花子"},
        {"out before in", stay("2023-12-04 09:00", "2023-12-04 08:59"), "premises/out_before_in out_at"},
        {"over midnight", stay("2023-12-03 23:00", "2023-12-04 02:00"), "見本 花子"},
        {"on the first day of the contract", stay("2023-04-01 00:00", "2023-04-01 01:00"), "見本 花子"},
        {"before the contract", stay("2023-03-31 23:59", "2023-04-01 01:00"), "premises/outside_period in_at"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(c.stay), c.told) << c.story;
}

TEST(EntryRecords, AreOfRoomsAndSitesThatAreOpen)
{
    EXPECT_EQ(told(stay("2023-10-31 23:00", "2023-11-01 01:00"), closing_site()), "見本 花子");
    EXPECT_EQ(told(stay("2023-11-01 00:00", "2023-11-01 01:00"), closing_site()), "premises/site_closed in_at");
    EXPECT_EQ(told(stay("2023-12-03 09:00"), open_site(), "2023-12-04"), "見本 花子");
    EXPECT_EQ(told(stay("2023-12-04 09:00"), open_site(), "2023-12-04"), "premises/room_closed room_id");
}

TEST(EntryRecords, SayWhoAndWhatFor)
{
    RoomStay nobody = stay("2023-12-04 09:00");
    nobody.name = "";
    nobody.affiliation = " ";
    nobody.purpose = "";
    EXPECT_EQ(told(nobody), "required name affiliation purpose");

    const people::Worker worker =
        people::worker_of({{.kind = ChangeKind::entry, .day = "2023-06-01", .standing = Standing::settled},
            {.kind = ChangeKind::leaving, .day = "2023-12-04", .standing = Standing::settled}});
    RoomStay known = stay("2023-12-03 09:00", "2023-12-03 10:00");
    known.worker = worker.id;
    EXPECT_EQ(told(known, open_site(), nullptr, &worker), "見本 一郎") << "as the roster has it";
    known.in_at = at("2023-12-04 09:00");
    known.out_at.reset();
    EXPECT_EQ(told(known, open_site(), nullptr, &worker), "premises/not_on_roster worker_id");
}

TEST(EntryRecords, KnowPeopleByTheRosterOrByNameAndAffiliation)
{
    const RoomStay written = stay("2023-12-04 09:00");
    RoomStay wide = written;
    wide.name = "見本　花子";
    EXPECT_EQ(person_key(written), person_key(wide));
    RoomStay other = written;
    other.affiliation = "別の会社";
    EXPECT_NE(person_key(written), person_key(other));
    RoomStay known = written;
    known.worker = WorkerId{"w1"};
    EXPECT_EQ(person_key(known), "w1");
}

TEST(EntryRecords, EndOnce)
{
    const EntryRecord inside = record_of(stay("2023-12-04 09:00"));
    const auto gone = left(inside, at("2023-12-04 10:00") + std::chrono::seconds{59}, at("2023-12-04 12:00"));
    ASSERT_TRUE(gone);
    EXPECT_EQ(test::print(*gone->stay.out_at), "2023-12-04 10:00") << "to the minute";
    EXPECT_EQ(refusal_of(left(*gone, at("2023-12-04 11:00"), at("2023-12-04 12:00"))), "premises/not_inside");
    EXPECT_EQ(
        refusal_of(left(inside, at("2023-12-04 08:59"), at("2023-12-04 12:00"))), "premises/out_before_in out_at");
    EXPECT_EQ(refusal_of(left(inside, at("2023-12-04 12:01"), at("2023-12-04 12:00"))), "premises/in_future out_at");
}

TEST(EntryRecords, AreCorrectedOrWithdrawnNeverBoth)
{
    const EntryRecord wrong = record_of(stay("2023-12-04 09:00"));
    EXPECT_EQ(refusal_of(corrected(wrong, wrong.stay)), "premises/nothing_changed");
    const auto right = corrected(wrong, stay("2023-12-04 08:30"));
    ASSERT_TRUE(right);
    EXPECT_EQ(right->stay, stay("2023-12-04 08:30"));
    const auto gone = withdrawn(wrong);
    ASSERT_TRUE(gone);
    EXPECT_EQ(refusal_of(withdrawn(*gone)), "premises/withdrawn");
    EXPECT_EQ(refusal_of(corrected(*gone, stay("2023-12-04 08:30"))), "premises/withdrawn");
    EXPECT_EQ(refusal_of(left(*gone, at("2023-12-04 10:00"), at("2023-12-04 12:00"))), "premises/withdrawn");
}

TEST(EntryRecords, AreSeenByTheCityInTheVersionThatItRead)
{
    const EntryRecord inside = record_of(stay("2023-12-04 09:00"));
    EXPECT_EQ(refusal_of(seen(inside, {1, "mihon", at("2023-12-05 09:00")})), "premises/still_inside");
    const EntryRecord past = record_of(stay("2023-12-04 09:00", "2023-12-04 10:00"));
    EXPECT_EQ(refusal_of(seen(past, {2, "mihon", at("2023-12-05 09:00")})), "premises/changed");
    const auto read = seen(past, {1, "mihon", at("2023-12-05 09:00")});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->seen->by, "mihon");
    EXPECT_EQ(refusal_of(seen(*withdrawn(past), {1, "mihon", at("2023-12-05 09:00")})), "premises/withdrawn");
}

}
}
