#include "core/calendar_fixtures_test.hpp"
#include "features/notice/choice.hpp"
#include "features/notice/delivery.hpp"
#include "features/notice/due_detail.hpp"
#include "features/notice/mail.hpp"
#include "features/notice/silence.hpp"
#include "features/notice/telling.hpp"
#include "features/notice/webhook.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace hoshuban::notice {
namespace {

using test::at;
using enum Role;

// ---- the table of rules

TEST(Rules, NameEachKindOnce)
{
    std::set<std::string_view> kinds;
    for (const Rule& rule : rules()) {
        EXPECT_TRUE(kinds.insert(rule.kind).second) << rule.kind;
        EXPECT_FALSE(rule.told.empty()) << rule.kind << " tells nobody: it belongs to the silences";
    }
    for (const Silence& silence : silences()) {
        EXPECT_TRUE(kinds.insert(silence.kind).second) << silence.kind;
        EXPECT_FALSE(silence.because.empty()) << silence.kind;
    }
}

TEST(Rules, DemandOnlyWhatSomebodyOfThatSideMayDo)
{
    const auto someone = [](Side side, Permission need) {
        return std::ranges::any_of(names_of(static_cast<const Role*>(nullptr)), [&](const auto& role) {
            return (side == Side::neutral || side_of(role.first) == side) && allows(role.first, need);
        });
    };
    for (const Rule& rule : rules()) {
        for (const Audience& audience : rule.told) {
            const Side side = audience.who == Who::city ? Side::city
                : audience.who == Who::contractor       ? Side::contractor
                                                        : Side::neutral;
            EXPECT_TRUE(someone(side, audience.need)) << rule.kind;
        }
    }
}

TEST(Groups, HaveLabels)
{
    for (const auto& [group, name] : names_of(static_cast<const Group*>(nullptr))) {
        EXPECT_FALSE(label(group).ja.empty()) << name;
        EXPECT_FALSE(label(group).en.empty()) << name;
    }
}

// ---- who is told

const ContractId contract{"c"};

account::Addressee person(const std::string& name, Role role, const std::string& division = "", const char* site = "")
{
    Membership held{contract, role, test::day("2026-04-01"), std::nullopt, division};
    if (*site)
        held.site = SiteId{site};
    return {PersonId{name}, name, Language::ja, "", {held}};
}

const std::vector<account::Addressee> everybody{person("section", city_section), person("section2", city_section),
    person("division", city_division, "窓口課"), person("other_division", city_division, "税務課"),
    person("site", site_contact, "", "s1"), person("other_site", site_contact, "", "s2"),
    person("responsible", responsible), person("worker", worker), person("officer", security_officer),
    person("auditor", auditor)};

std::string names(const std::vector<const account::Addressee*>& people)
{
    std::string text;
    for (const account::Addressee* each : people)
        text += (text.empty() ? "" : " ") + each->name;
    return text;
}

About request_of(const char* division, const char* site)
{
    return {.see = Permission::view_work_request, .division = division, .site = SiteId{site}};
}

TEST(Told, IsWhoTheRuleMeansAndWhoMaySeeTheSubject)
{
    const About request = request_of("窓口課", "s1");
    About asked = request;
    asked.asked_by = {{"site"}};
    About asked_elsewhere = request;
    asked_elsewhere.asked_by = {{"other_site"}};
    struct Case {
        const char* story;
        Rule rule;
        Happened happened;
        const About& about;
        const char* told;
    };
    const Happened by_section{{"section"}, Side::city, {}};
    const Happened by_responsible{{"responsible"}, Side::contractor, {}};
    const Happened by_program{{}, Side::neutral, {}};
    using P = Permission;
    const Case cases[] = {
        {"never who acted", {"k", Group::request, {{Who::city, P::sign_city}}}, by_section, request, "section2"},
        {"a side that did not act", {"k", Group::request, {{Who::contractor, P::sign_contractor}}}, by_section, request,
            "responsible"},
        {"the other side of the city", {"k", Group::request, {{Who::other_side, P::view_work_request}}}, by_section,
            request, "responsible worker officer"},
        {"the other side of the contractor within its reach",
            {"k", Group::request, {{Who::other_side, P::view_work_request}}}, by_responsible, request,
            "section section2 division site"},
        {"both when a program acted", {"k", Group::request, {{Who::other_side, P::comment}}}, by_program, request,
            "section section2 division site responsible worker"},
        {"each once", {"k", Group::request, {{Who::city, P::sign_city}, {Who::city, P::comment}}}, by_responsible,
            request, "section section2 division site"},
        {"who asked", {"k", Group::request, {{Who::asked_by, P::view_work_request}}}, by_section, asked, "site"},
        {"not who asked and may not see it any more", {"k", Group::request, {{Who::asked_by, P::view_work_request}}},
            by_section, asked_elsewhere, ""},
        {"nobody of the same side when a program acted", {"k", Group::request, {{Who::same_side, P::comment}}},
            by_program, request, ""},
    };
    for (const Case& c : cases)
        EXPECT_EQ(names(told_of(c.rule, c.happened, c.about, everybody)), c.told) << c.story;
}

TEST(Told, OfAClockIsWhoHasToActAndAtItsEndWhoWaits)
{
    About request = request_of("窓口課", "s2");
    const auto told = [&](const char* kind, const RunningClock& clock) {
        return names(told_of(*find_rule(kind), {{}, Side::neutral, clock}, request, everybody));
    };
    const RunningClock answer{Side::city, "question.answer"};
    EXPECT_EQ(told("due.half", answer), "section section2");
    EXPECT_EQ(told("due.passed", answer), "section section2 responsible");
    const RunningClock decide{Side::city, "approval.decide"};
    EXPECT_EQ(told("due.near", decide), "section section2 other_site") << "a site decides too, where it reaches";
    const RunningClock named{Side::contractor, "request.wish", PersonId{"officer"}};
    EXPECT_EQ(told("due.half", named), "responsible worker officer") << "the person it is set for";
    EXPECT_EQ(told("due.passed", named), "section section2 responsible worker officer");
    EXPECT_EQ(names(told_of(*find_rule("due.half"), {}, request, everybody)), "")
        << "a clock that was stopped meanwhile";
}

TEST(Told, OfWhatNobodyDescribesIsOnlyWhoReadsTheEvents)
{
    const Rule rule{
        "k", Group::request, {{Who::city, Permission::view_contract}, {Who::contractor, Permission::view_contract}}};
    EXPECT_EQ(names(told_of(rule, {}, About{.whole = true}, everybody)), "section section2 responsible officer");
}

TEST(Sight, OfTheWholeContractIsNotForADivision)
{
    About about{.see = Permission::view_question, .whole = true};
    EXPECT_FALSE(sees(everybody[2].memberships, about));
    EXPECT_FALSE(sees(everybody[4].memberships, about));
    EXPECT_TRUE(sees(everybody[0].memberships, about));
    about.whole = false;
    EXPECT_FALSE(sees(everybody[2].memberships, about)) << "no division, nobody's";
}

// ---- when a letter goes

TEST(LetterAt, WaitsForTheNextOpeningAndTheTimeOfTheDigest)
{
    struct Case {
        const char *story, *now;
        Way way;
        bool urgent, always;
        const char* goes; // empty: never
    };
    const Case cases[] = {
        {"screen only", "2026-04-20 10:00", Way::screen, false, false, ""},
        {"screen only, however urgent", "2026-04-20 10:00", Way::screen, true, true, ""},
        {"in the office", "2026-04-20 10:00", Way::mail, false, false, "2026-04-20 10:00"},
        {"at the opening", "2026-04-20 08:45", Way::mail, false, false, "2026-04-20 08:45"},
        {"before the opening", "2026-04-20 07:00", Way::mail, false, false, "2026-04-20 08:45"},
        {"at the closing", "2026-04-20 17:15", Way::mail, false, false, "2026-04-21 08:45"},
        {"Friday evening", "2026-04-24 18:00", Way::mail, false, false, "2026-04-27 08:45"},
        {"Saturday", "2026-04-25 12:00", Way::mail, false, false, "2026-04-27 08:45"},
        {"before a holiday", "2026-04-28 20:00", Way::mail, false, false, "2026-04-30 08:45"},
        {"Golden Week", "2026-05-02 09:00", Way::mail, false, false, "2026-05-07 08:45"},
        {"the last evening of the year", "2026-12-28 17:15", Way::mail, false, false, "2027-01-04 08:45"},
        {"within the last day of the year", "2026-12-28 16:00", Way::mail, false, false, "2026-12-28 16:00"},
        {"urgent at night, who does not allow it", "2026-04-24 23:00", Way::mail, true, false, "2026-04-27 08:45"},
        {"urgent at night, who allows it", "2026-04-24 23:00", Way::mail, true, true, "2026-04-24 23:00"},
        {"not urgent at night, who allows urgent ones", "2026-04-24 23:00", Way::mail, false, true, "2026-04-27 08:45"},
        {"urgent, who wants a digest and allows it", "2026-12-31 23:00", Way::digest, true, true, "2026-12-31 23:00"},
        {"digest before its time", "2026-04-20 07:00", Way::digest, false, false, "2026-04-20 08:30"},
        {"digest at its very time", "2026-04-20 08:30", Way::digest, false, false, "2026-04-21 08:30"},
        {"digest after its time", "2026-04-20 10:00", Way::digest, false, false, "2026-04-21 08:30"},
        {"digest on Friday", "2026-04-24 10:00", Way::digest, false, false, "2026-04-27 08:30"},
        {"digest on a closed day before its time", "2026-04-29 07:00", Way::digest, false, false, "2026-04-30 08:30"},
        {"digest at the end of the year", "2026-12-28 09:00", Way::digest, false, false, "2027-01-04 08:30"},
    };
    for (const Case& c : cases) {
        const Choice choice{.ways = {{Group::due, c.way}}, .urgent_always = c.always};
        const auto goes = letter_at(choice, Group::due, c.urgent, at(c.now), test::office());
        EXPECT_EQ(goes ? test::print(*goes) : "", c.goes) << c.story;
    }
}

TEST(LetterAt, KnowsNoQuietHoursWhereNoneAreAgreed)
{
    CalendarTerms terms = test::office_terms();
    terms.windows.clear();
    const auto calendar = WorkingCalendar::create(terms, HolidayTable::official());
    ASSERT_TRUE(calendar);
    const Choice choice{.ways = {{Group::due, Way::mail}}};
    EXPECT_EQ(letter_at(choice, Group::due, false, at("2026-04-25 23:00"), *calendar), at("2026-04-25 23:00"));
}

TEST(Choices, BeginWithWhatTheRoleHasToActOn)
{
    struct Case {
        std::vector<Role> roles;
        Group group;
        Way way;
    };
    const Case cases[] = {
        {{city_section}, Group::question, Way::mail},
        {{city_section}, Group::request, Way::digest},
        {{responsible}, Group::request, Way::mail},
        {{worker}, Group::request, Way::digest},
        {{city_division}, Group::due, Way::digest},
        {{auditor}, Group::security, Way::screen},
        {{auditor, city_section}, Group::question, Way::mail},
        {{}, Group::question, Way::screen},
    };
    for (const Case& c : cases)
        EXPECT_EQ(default_choice(c.roles).way(c.group), c.way) << name_of(c.group);
    EXPECT_TRUE(default_choice({responsible}).urgent_always);
    EXPECT_FALSE(default_choice({city_section}).urgent_always);
}

TEST(Choices, LieOverWhatTheRoleBeginsWith)
{
    const Choice chosen{.ways = {{Group::request, Way::screen}}, .digest_at = std::chrono::minutes{600}, .version = 3};
    const Choice choice = merged(default_choice({responsible}), chosen);
    EXPECT_EQ(choice.way(Group::request), Way::screen);
    EXPECT_EQ(choice.way(Group::due), Way::mail) << "a group that was not there when he chose";
    EXPECT_EQ(choice.digest_at, std::chrono::minutes{600});
    EXPECT_EQ(choice.version, 3);
}

// ---- what becomes of an attempt

TEST(Verdicts, PauseLongerEachTimeAndGiveUp)
{
    const Instant now = at("2026-04-20 10:00");
    struct Case {
        Attempt attempt;
        int attempts;
        DeliveryState state;
        const char* next;
    };
    const Case cases[] = {
        {Attempt::arrived, 1, DeliveryState::sent, ""},
        {Attempt::refused, 1, DeliveryState::failed, ""},
        {Attempt::unsure, 1, DeliveryState::unsure, ""},
        {Attempt::failed, 1, DeliveryState::ready, "2026-04-20 10:01"},
        {Attempt::failed, 2, DeliveryState::ready, "2026-04-20 10:05"},
        {Attempt::failed, 3, DeliveryState::ready, "2026-04-20 10:15"},
        {Attempt::failed, 4, DeliveryState::ready, "2026-04-20 11:00"},
        {Attempt::failed, 5, DeliveryState::ready, "2026-04-20 14:00"},
        {Attempt::failed, 6, DeliveryState::failed, ""},
        {Attempt::unsure, 6, DeliveryState::unsure, ""},
    };
    for (const Case& c : cases) {
        const Verdict verdict = after(c.attempt, c.attempts, now);
        EXPECT_EQ(verdict.state, c.state) << c.attempts;
        EXPECT_EQ(verdict.next_at ? test::print(*verdict.next_at) : "", c.next) << c.attempts;
    }
}

// ---- what a letter says

Told told(const char* number, const char* title)
{
    Notice notice{.contract = contract,
        .number = number,
        .title = title,
        .path = "/requests/r1",
        .actor_name = "架空 次郎",
        .detail = {"理由", "reason"},
        .at = at("2026-04-20 10:12")};
    return {notice, {"受付", "Accepted"}};
}

TEST(LetterTexts, SayWhatHappenedAndWhereToLook)
{
    Occasion occasion{"見本 花子", Language::ja, contract, "見本業務", "https://hoshuban.example.jp"};
    EXPECT_EQ(subject_line(occasion, {told("A26A-001", "端末の設定")}), "【保守番】A26A-001 端末の設定: 受付");
    EXPECT_EQ(subject_line(occasion, {told("A26A-001", "端末"), told("A26A-002", "端末")}),
        "【保守番】お知らせ 2件（見本業務）");
    EXPECT_EQ(body(occasion, {told("A26A-001", "端末の設定")}),
        "見本 花子 さん\n\n見本業務 のお知らせです。\n\n"
        "■ A26A-001 端末の設定: 受付\n   2026-04-20 10:12  架空 次郎\n   理由\n"
        "   https://hoshuban.example.jp/contracts/c/requests/r1\n\n"
        "-- \n保守番が自動で送ったメールです。返信は届きません。\n"
        "受け取り方は「自分の登録」で変えられます: https://hoshuban.example.jp/account\n");
    occasion.language = Language::en;
    occasion.base_url.clear();
    EXPECT_EQ(subject_line(occasion, {told("A26A-001", "端末の設定")}), "[Hoshuban] A26A-001 端末の設定: Accepted");
    EXPECT_EQ(body(occasion, {told("", "")}),
        "見本 花子,\n\nfrom the contract 見本業務:\n\n■ Accepted\n   2026-04-20 10:12  架空 次郎\n   reason\n\n"
        "-- \nThis letter was written by Hoshuban; answers to it reach nobody.\n");
}

TEST(DueDetail, ExplainsHowTheDateCameAbout)
{
    const Text clock{"質問への回答", "Answer to a question"};
    const auto told_at = [&](const char* now) {
        return explained(clock, at("2026-04-24 16:15"), at("2026-04-27 09:45"), at(now), test::office());
    };
    EXPECT_EQ(told_at("2026-04-24 17:15").ja,
        "質問への回答: 起点 2026-04-24 16:15、期限 2026-04-27 09:45。業務時間 2時間00分 のうち 1時間00分 "
        "が過ぎました。");
    EXPECT_EQ(told_at("2026-04-27 10:45").en,
        "Answer to a question: from 2026-04-24 16:15, due 2026-04-27 09:45. 2 h 00 min of 2 h 00 min hours of service "
        "have passed. Late by 1 h 00 min of service.");
}

// ---- addresses, webhooks

TEST(MailAddresses, AreOneAddressAndNothingElse)
{
    for (const char* const right :
        {"", "a@b", "hanako.mihon+x@city.example.jp", "ｈａｎａｋｏ＠example.jp", " a@b.jp "})
        EXPECT_TRUE(account::check_mail(right)) << right;
    for (const char* const wrong : {"a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "a@b,c@d", "<a@b>", "a@-b",
             "a@b..c", ".a@b", "a..b@c", "a;b@c", "\"a\"@b", "花子@b"})
        EXPECT_FALSE(account::check_mail(wrong)) << wrong;
    EXPECT_FALSE(account::check_mail(std::string(65, 'a') + "@b"));
    EXPECT_EQ(*account::check_mail("ｈａｎａｋｏ＠example.jp"), "hanako@example.jp");
}

TEST(WebhookGroups, AreKeptAsText)
{
    const std::vector<Group> groups{Group::due, Group::security};
    EXPECT_EQ(to_text(groups), "due,security");
    EXPECT_EQ(groups_from("due,security"), groups);
    EXPECT_EQ(groups_from("due,gone,security"), groups) << "a group of an older program";
    EXPECT_EQ(groups_from(""), std::vector<Group>{});
}

}
}
