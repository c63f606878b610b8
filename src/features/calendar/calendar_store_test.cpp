#include "core/calendar_fixtures_test.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::calendar {
namespace {

using test::day;

/// The built-in list with the year 2028 published as the rule expects it, but for one moved day.
std::string next_years_csv()
{
    std::string csv = "国民の祝日・休日月日,国民の祝日・休日名称\r\n";
    const auto line = [&](const Holiday& holiday) { csv += to_text(holiday.day) + "," + holiday.name + "\r\n"; };
    for (const Holiday& holiday : HolidayTable::official().published())
        line(holiday);
    for (Holiday holiday : holidays_by_rule(2028)) {
        if (holiday.name == "海の日")
            holiday.day = day("2028-07-20");
        line(holiday);
    }
    return csv;
}

contract::Profile office_profile()
{
    const CalendarTerms terms = test::office_terms();
    contract::Profile profile;
    profile.id = {"example"};
    profile.closures.closed_weekdays = terms.closed_weekdays;
    profile.closures.yearly = terms.yearly_closures;
    contract::WorkClass& normal = profile.work_classes.emplace_back();
    normal.id = "normal";
    normal.windows = terms.windows;
    contract::WorkClass& emergency = profile.work_classes.emplace_back();
    emergency.id = "emergency";
    emergency.always = true;
    return profile;
}

class CalendarStore : public test::OnBothDatabases {
protected:
    Result<Holidays> import(std::string_view csv, int seen_version)
    {
        const Actor administrator{.person = {"p1"}, .name = "管理者", .administrator = true};
        const audit::Cause cause{administrator, test::at("2027-02-01 09:00")};
        const auto event =
            audit::entry(cause, audit::system_chain, "calendar.holidays_imported", {"holiday_list", "1"});
        return database().write([&](db::Tx& tx) { return import_holidays(tx, csv, seen_version, event); });
    }

    Holidays in_force()
    {
        return database().read([](db::Reader& reader) { return holidays(reader); });
    }
};
HOSHUBAN_ON_BOTH_DATABASES(CalendarStore);

TEST_P(CalendarStore, UsesTheBuiltInListUntilOneIsImported)
{
    EXPECT_EQ(in_force().version, 0);
    EXPECT_EQ(in_force().table->published_until(), day("2027-12-31"));

    ASSERT_TRUE(import(next_years_csv(), 0));
    EXPECT_EQ(in_force().version, 1);
    EXPECT_EQ(in_force().table->published_until(), day("2028-12-31"));
    test_database().reopen();
    EXPECT_EQ(in_force().table->published_until(), day("2028-12-31"));

    const auto event = database().read(
        [](db::Reader& reader) { return audit::list_events(reader, audit::system_chain, {}).at(0).entry; });
    EXPECT_EQ(event.before, R"({"version":0,"published_until":"2027-12-31","days":1067})");
    EXPECT_EQ(event.after, R"({"version":1,"published_until":"2028-12-31","days":1083})");
}

TEST_P(CalendarStore, RefusesAnImportThatNobodyHasSeenOrThatGoesBack)
{
    EXPECT_EQ(import("2026/2/30,x\n", 0).error().code, "holiday/unreadable");
    EXPECT_EQ(import("2026/1/1,元日\n", 0).error().code, "calendar/holidays_older");
    ASSERT_TRUE(import(next_years_csv(), 0));
    EXPECT_EQ(import(next_years_csv(), 0).error().code, "calendar/holidays_changed");
    EXPECT_EQ(in_force().version, 1);
}

TEST_P(CalendarStore, KeepsCalendarsUntilTermsOrHolidaysChange)
{
    contract::Profile profile = office_profile();
    const auto first = working_calendar(database(), profile).value();
    EXPECT_FALSE(first->is_open(day("2028-07-17"))) << "Marine Day by rule";
    EXPECT_TRUE(first->is_forecast(day("2028-07-17")));
    EXPECT_EQ(working_calendar(database(), profile).value(), first);

    ASSERT_TRUE(import(next_years_csv(), 0));
    const auto second = working_calendar(database(), profile).value();
    EXPECT_TRUE(second->is_open(day("2028-07-17")));
    EXPECT_FALSE(second->is_open(day("2028-07-20")));
    EXPECT_FALSE(second->is_forecast(day("2028-07-17")));

    profile.closures.special_closures = {{day("2028-07-18"), day("2028-07-18")}};
    EXPECT_FALSE(working_calendar(database(), profile).value()->is_open(day("2028-07-18")));
    EXPECT_TRUE(working_calendar(database(), profile, "emergency").value()->in_service(test::at("2028-07-18 03:00")));
    EXPECT_EQ(working_calendar(database(), profile, "weekend").error().code, "contract/work_class");
}

}
}
