#include "features/schedule/need.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::schedule {
namespace {

using test::at;

WorkingCalendar calendar_of(const contract::Profile& profile)
{
    return WorkingCalendar::create(contract::calendar_terms(profile).value(), HolidayTable::official()).value();
}

std::optional<SiteId> site(const contract::Profile& profile, int number)
{
    for (const contract::Site& each : profile.sites) {
        if (each.number == number)
            return each.id;
    }
    return std::nullopt;
}

std::string kinds_of(const std::vector<Need>& all)
{
    std::string text;
    for (const Need& each : all) {
        text += text.empty() ? "" : " ";
        for (std::size_t i = 0; i < each.kinds.size(); ++i)
            text += (i > 0 ? "|" : "") + each.kinds[i];
    }
    return text;
}

struct Case {
    const char* contract;
    const char* from;
    const char* until;
    int site; // 0: none
    const char* needed;
};

// 004: 08:45-17:15 on open days; site 15 is the Kikusui annex, site 1 an ordinary office.
const Case cases[] = {
    {"sapporo-r7-juki-cs", "2025-12-03 09:00", "2025-12-03 12:00", 0, ""},
    {"sapporo-r7-juki-cs", "2025-12-03 09:00", "2025-12-03 12:00", 1, ""},
    {"sapporo-r7-juki-cs", "2025-12-03 08:45", "2025-12-03 17:15", 1, ""},
    {"sapporo-r7-juki-cs", "2025-12-03 08:45", "2025-12-03 17:16", 1,
        "overtime_city|overtime_contractor entry_after_hours"},
    {"sapporo-r7-juki-cs", "2025-12-03 08:44", "2025-12-03 12:00", 1,
        "overtime_city|overtime_contractor entry_after_hours"},
    {"sapporo-r7-juki-cs", "2025-12-03 09:00", "2025-12-03 12:00", 15, "entry_annex"},
    {"sapporo-r7-juki-cs", "2025-12-03 18:00", "2025-12-03 20:00", 15, "overtime_city|overtime_contractor entry_annex"},
    {"sapporo-r7-juki-cs", "2025-12-06 10:00", "2025-12-06 12:00", 1,
        "overtime_city|overtime_contractor entry_after_hours"},
    {"sapporo-r7-juki-cs", "2025-12-29 10:00", "2025-12-29 12:00", 1,
        "overtime_city|overtime_contractor entry_after_hours"},
    {"sapporo-r7-juki-cs", "2025-12-26 16:00", "2025-12-26 17:15", 1, ""},
    {"sapporo-r7-juki-cs", "2025-12-03 16:00", "2025-12-04 10:00", 1,
        "overtime_city|overtime_contractor entry_after_hours"},
    {"sapporo-r7-juki-cs", "2025-12-03 16:00", "2025-12-04 10:00", 0, "overtime_city|overtime_contractor"},
    // 001: every place of work needs a permit at any hour; past closing with the site's agreement or at the city's
    // wish.
    {"sapporo-r5-core-terminals", "2023-12-04 10:00", "2023-12-04 12:00", 1, "entry_workplace"},
    {"sapporo-r5-core-terminals", "2023-12-04 16:00", "2023-12-04 18:00", 1,
        "overtime_site|overtime_city entry_workplace"},
    // 002: the card centre at any hour.
    {"sapporo-r3-mynumber-centre", "2021-12-06 10:00", "2021-12-06 12:00", 1, "entry_centre"},
    // 003 states no hours and asks for no permit (CAL-07).
    {"other-city-r6-terminals", "2024-06-01 02:00", "2024-06-01 04:00", 0, ""},
};

TEST(Need, FollowsFromTheContractTheCalendarAndThePlace)
{
    for (const Case& each : cases) {
        const contract::Profile& profile = test::profile(each.contract);
        Proposal terms{.from = at(each.from), .until = at(each.until)};
        if (each.site != 0) {
            terms.site = site(profile, each.site);
            ASSERT_TRUE(terms.site) << each.contract << each.site;
        }
        EXPECT_EQ(kinds_of(needs(profile, calendar_of(profile), terms)), each.needed)
            << each.contract << " " << each.from << " " << each.until << " site " << each.site;
    }
}

TEST(Need, OvertimeNamesTheMinutesAndTheReasonThatWasChosen)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    Proposal terms{.from = at("2025-12-03 16:15"), .until = at("2025-12-03 18:00"), .overtime = "contractor_reason"};
    const auto found = needs(profile, calendar_of(profile), terms);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kinds, std::vector<std::string>{"overtime_contractor"});
    EXPECT_EQ(found[0].why.ja, "時間外の作業が45分あります。");
    EXPECT_EQ(found[0].why.en, "45 minutes lie outside hours");
}

TEST(Need, OfAMomentSaysThatItLiesOutsideHours)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    struct Moment {
        Instant at;
        const char* why; ///< empty: within hours
    };
    const Moment moments[] = {
        {at("2025-12-03 08:45"), ""},
        {at("2025-12-03 17:15") - a_moment, ""},
        {at("2025-12-03 17:15"), "令和7年12月3日（水）17:15は時間外です。"},
        {at("2025-12-04 02:05"), "令和7年12月4日（木）2:05は時間外です。"},
        {at("2025-12-06 10:00"), "令和7年12月6日（土）10:00は時間外です。"},
    };
    for (const Moment& each : moments) {
        const auto found = needs(profile, calendar_of(profile), {.from = each.at, .until = each.at + a_moment});
        EXPECT_EQ(found.empty() ? "" : found[0].why.ja, each.why) << test::print(each.at);
    }
}

TEST(Need, ARoomIsAskedForByName)
{
    const contract::Profile& profile = test::profile("sapporo-r7-juki-cs");
    const Proposal terms{
        .from = at("2025-12-03 10:00"), .until = at("2025-12-03 12:00"), .site = site(profile, 1), .room = "サーバ室"};
    const auto found = needs(profile, calendar_of(profile), terms);
    EXPECT_EQ(kinds_of(found), "entry_room");
    EXPECT_EQ(found[0].room, "サーバ室");
}

approval::Approval granted(std::string kind, std::string_view from, std::string_view until, std::optional<SiteId> where)
{
    approval::Approval approval;
    approval.asked.kind = std::move(kind);
    approval.asked.site = std::move(where);
    approval.asked.from = at(from);
    approval.asked.until = at(until);
    approval.state = approval::State::granted;
    approval.settled_at = at("2025-12-01 09:00");
    approval.begins_at = at(from);
    return approval;
}

TEST(Need, IsMetByAPermissionOfItsKindForTheSiteAndTheWholeWindow)
{
    const SiteId annex{"annex"};
    const Need need{contract::ApprovalEffect::entry, {"entry_annex"}, at("2025-12-03 09:00"), at("2025-12-03 12:00"),
        annex, "", {}};
    struct Met {
        approval::Approval approval;
        bool met;
    };
    auto asked = granted("entry_annex", "2025-12-03 09:00", "2025-12-03 12:00", annex);
    asked.state = approval::State::asked;
    auto refused = asked;
    refused.state = approval::State::refused;
    const Met all[] = {
        {granted("entry_annex", "2025-12-03 09:00", "2025-12-03 12:00", annex), true},
        {granted("entry_annex", "2025-12-01 00:00", "2026-03-31 00:00", annex), true},
        {granted("entry_annex", "2025-12-03 09:00", "2025-12-03 12:00", std::nullopt), true},
        {granted("entry_annex", "2025-12-03 09:00", "2025-12-03 11:59", annex), false},
        {granted("entry_annex", "2025-12-03 09:01", "2025-12-03 12:00", annex), false},
        {granted("entry_annex", "2025-12-03 09:00", "2025-12-03 12:00", SiteId{"elsewhere"}), false},
        {granted("entry_after_hours", "2025-12-03 09:00", "2025-12-03 12:00", annex), false},
        {asked, false},
        {refused, false},
    };
    for (std::size_t i = 0; i < std::size(all); ++i)
        EXPECT_EQ(met_by(need, std::vector{all[i].approval}) != nullptr, all[i].met) << i;
    EXPECT_NE(asked_for(need, std::vector{asked}), nullptr);
    EXPECT_EQ(asked_for(need, std::vector{refused}), nullptr);

    auto late = granted("entry_annex", "2025-12-03 09:00", "2025-12-03 12:00", annex);
    late.settled_at = late.begins_at = at("2025-12-03 18:00");
    EXPECT_EQ(met_by(need, std::vector{late}), nullptr) << "it was granted after the work";
    EXPECT_NE(met_afterwards(need, std::vector{late}), nullptr);
    EXPECT_EQ(met_afterwards(need, std::vector{asked}), nullptr);
}

TEST(Need, ARoomWantsThePermitOfThatRoom)
{
    Need need{contract::ApprovalEffect::entry_room, {"entry_room"}, at("2025-12-03 09:00"), at("2025-12-03 12:00"),
        SiteId{"s"}, "ｻｰﾊﾞ室", {}};
    auto permit = granted("entry_room", "2025-12-03 09:00", "2025-12-03 12:00", SiteId{"s"});
    permit.asked.room = "サーバ室";
    EXPECT_NE(met_by(need, std::vector{permit}), nullptr) << "half width is the same name";
    permit.asked.room = "書庫";
    EXPECT_EQ(met_by(need, std::vector{permit}), nullptr);
}

}
}
