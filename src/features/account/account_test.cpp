#include "features/account/account.hpp"
#include "features/account/lockout.hpp"
#include "features/account/membership.hpp"
#include "features/account/password_rule.hpp"
#include "features/account/session.hpp"
#include "features/account/setup_link.hpp"

#include <gtest/gtest.h>

namespace hoshuban::account {
namespace {

using namespace std::chrono_literals;

const Instant noon = *parse_instant("2026-05-01T12:00:00Z");

template <class T>
std::string refusal_of(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

TEST(Login, IsOneNameInAnyWidthAndCase)
{
    struct Case {
        const char* typed;
        const char* stored;
        const char* key;
    };
    const Case cases[] = {
        {"mihon", "mihon", "mihon"},
        {"Mihon", "Mihon", "mihon"},
        {"ＭＩＨＯＮ", "MIHON", "mihon"},
        {"  mihon ", "mihon", "mihon"},
        {"a.b-c_d@e", "a.b-c_d@e", "a.b-c_d@e"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(check_login(c.typed).value_or("refused"), c.stored) << c.typed;
        EXPECT_EQ(login_key(c.typed), c.key) << c.typed;
    }
    for (const std::string& wrong :
        {std::string{}, std::string{" "}, std::string{"見本"}, std::string{"a b"}, std::string(65, 'a')})
        EXPECT_EQ(refusal_of(check_login(wrong)), "account/login_invalid") << wrong;
}

TEST(PersonName, IsOneLine)
{
    struct Case {
        std::string name;
        const char* code;
    };
    const Case cases[] = {
        {"見本 太郎", ""},
        {std::string(100, 'a'), ""},
        {std::string(101, 'a'), "account/name_invalid"},
        {"", "account/name_invalid"},
        {"a\nb", "account/name_invalid"},
        {std::string{"a\0b", 3}, "account/name_invalid"},
        {"\xff", "account/name_invalid"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(refusal_of(check_name(c.name)), c.code) << c.name;
}

TEST(Password, CountsLengthAndRefusesWhatIsTriedFirst)
{
    struct Case {
        const char* story;
        std::string password;
        const char* code;
    };
    const Case cases[] = {
        {"eleven characters", "kx7 tqmz 2v", "account/password_short"},
        {"twelve characters", "kx7 tqmz 2vw", ""},
        {"twelve characters of Japanese", "青い自転車と三つの夏みかん", ""},
        {"no mixture is demanded", "correcthorsebattery", ""},
        {"two hundred characters", std::string(40, 'a') + std::string(80, 'b') + "cdefg" + std::string(75, 'h'), ""},
        {"longer", std::string(201, 'x'), "account/password_long"},
        {"the login with a little", "mihon.taro2026", "account/password_is_name"},
        {"the login in full width", "ｍｉｈｏｎ.ｔａｒｏ１２３", "account/password_is_name"},
        {"a short name with eight more characters", "見本太郎の合言葉です123", ""},
        {"the login within a long sentence", "mihon.taro keeps nine blue cats", ""},
        {"one character", "aaaaaaaaaaaaaa", "account/password_guessable"},
        {"four characters", "abababcdcdcdab", "account/password_guessable"},
        {"numbers in a row", "123456789012", "account/password_guessable"},
        {"the alphabet", "abcdefghijkl", "account/password_guessable"},
        {"the keyboard", "qwertyuiopas", "account/password_guessable"},
        {"the word itself", "Password1234", "account/password_guessable"},
        {"the word in Japanese", "パスワード1234567", "account/password_guessable"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(refusal_of(check_password(c.password, "mihon.taro", "見本太郎", "password")), c.code) << c.story;
}

TEST(Password, NamesTheField)
{
    const auto refused = check_password("short", "a", "b", "next");
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().fields.size(), 1U);
    EXPECT_EQ(refused.error().fields[0].path, "next");
}

TEST(Lockout, GrowsWithEachFailure)
{
    const std::chrono::minutes expected[] = {
        0min, 0min, 0min, 0min, 1min, 2min, 4min, 8min, 16min, 30min, 30min, 30min};
    Lockout lockout;
    Instant now = noon;
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        lockout = after_failure(lockout, now);
        EXPECT_EQ(lockout.failures, static_cast<int>(i) + 1);
        const auto wait = lockout.locked_until ? *lockout.locked_until - now : 0s;
        EXPECT_EQ(wait, expected[i]) << "failure " << i + 1;
        EXPECT_EQ(is_locked(lockout, now), expected[i] > 0min);
        if (expected[i] > 0min) {
            EXPECT_TRUE(is_locked(lockout, now + expected[i] - 1s));
            EXPECT_FALSE(is_locked(lockout, now + expected[i]));
        }
        now += expected[i];
    }
}

TEST(Lockout, ForgetsAfterADay)
{
    const Lockout old{.failures = 9, .failed_at = noon, .locked_until = noon + 16min};
    EXPECT_EQ(after_failure(old, noon + 24h), (Lockout{.failures = 1, .failed_at = noon + 24h}));
    EXPECT_EQ(after_failure(old, noon + 24h - 1s).failures, 10);
}

TEST(Membership, AnAdministratorSignsNoBusiness)
{
    for (const auto& [role, name] : names_of(static_cast<const Role*>(nullptr))) {
        const bool signs = role == Role::city_section || role == Role::responsible;
        EXPECT_EQ(check_duties(true, role).has_value(), !signs) << name;
        EXPECT_TRUE(check_duties(false, role)) << name;
    }
    EXPECT_EQ(check_duties(true, Role::responsible).error().code, "account/administrator_signs");
}

TEST(Membership, StandsSomewhereOnEveryDay)
{
    const Membership held{{"alpha"}, Role::auditor, make_day(2026, 4, 1), make_day(2026, 10, 1)};
    EXPECT_EQ(state_on(held, make_day(2026, 3, 31)), MembershipState::coming);
    EXPECT_EQ(state_on(held, make_day(2026, 4, 1)), MembershipState::in_force);
    EXPECT_EQ(state_on(held, make_day(2026, 9, 30)), MembershipState::in_force);
    EXPECT_EQ(state_on(held, make_day(2026, 10, 1)), MembershipState::ended);
}

TEST(Membership, MustNotBeOverAlready)
{
    struct Case {
        LocalDay from;
        std::optional<LocalDay> to;
        const char* english; ///< empty: allowed
    };
    const LocalDay day = make_day(2026, 11, 21);
    const Case cases[] = {
        {make_day(2026, 4, 1), std::nullopt, ""},
        {make_day(2026, 4, 1), make_day(2026, 11, 22), ""},
        {make_day(2026, 4, 1), make_day(2026, 11, 21),
            "This role is over since 2026-11-20. Choose a last day from today on, or a beginning in this fiscal year "
            "(without an end it lasts until the end of the fiscal year of its beginning)."},
        {make_day(2025, 12, 1), default_end(make_day(2025, 12, 1)),
            "This role is over since 2026-03-31. Choose a last day from today on, or a beginning in this fiscal year "
            "(without an end it lasts until the end of the fiscal year of its beginning)."},
    };
    for (const Case& c : cases) {
        const auto checked = check_end({{"alpha"}, Role::auditor, c.from, c.to}, day);
        EXPECT_EQ(checked ? "" : checked.error().text.en, c.english);
    }
}

TEST(Session, EndsWhenIdleOrOld)
{
    struct Case {
        const char* story;
        std::chrono::seconds since_start;
        std::chrono::seconds since_seen;
        bool over;
    };
    const Case cases[] = {
        {"just now", 0s, 0s, false},
        {"idle, a second to go", 2h, 30min - 1s, false},
        {"idle for 30 minutes", 2h, 30min, true},
        {"old, a second to go", 12h - 1s, 5s, false},
        {"old and busy", 12h, 5s, true},
    };
    for (const Case& c : cases) {
        const Session session{"k", {"p"}, noon - c.since_start, noon - c.since_seen};
        EXPECT_EQ(is_over(session, {}, noon), c.over) << c.story;
    }
}

TEST(Session, LimitsHaveBounds)
{
    struct Case {
        int idle;
        int absolute;
        bool allowed;
        const char* english;
    };
    const Case cases[] = {
        {30, 720, true, ""},
        {5, 30, true, ""},
        {1440, 10080, true, ""},
        {60, 60, true, ""},
        {4, 720, false, "the idle limit is 5 to 1440 minutes, found 4"},
        {1441, 10080, false, "the idle limit is 5 to 1440 minutes, found 1441"},
        {-30, 720, false, "the idle limit is 5 to 1440 minutes, found -30"},
        {5, 29, false, "the absolute limit is 30 to 10080 minutes, found 29"},
        {30, 10081, false, "the absolute limit is 30 to 10080 minutes, found 10081"},
        {61, 60, false, "the absolute limit (60 minutes) must not be shorter than the idle limit (61)"},
    };
    for (const Case& c : cases) {
        const auto limits = session_limits(c.idle, c.absolute);
        ASSERT_EQ(limits.has_value(), c.allowed) << c.idle << ' ' << c.absolute;
        if (limits) {
            EXPECT_EQ(limits->idle.count(), c.idle);
            EXPECT_EQ(limits->absolute.count(), c.absolute);
        } else {
            EXPECT_EQ(limits.error().code, "account/session_limits");
            EXPECT_EQ(limits.error().text.en, c.english);
        }
    }
}

TEST(Session, IsSeenOnceAMinute)
{
    const Session session{"k", {"p"}, noon, noon};
    EXPECT_FALSE(is_seen_stale(session, noon + 59s));
    EXPECT_TRUE(is_seen_stale(session, noon + 60s));
}

TEST(SetupLink, WorksOnceAndNotForLong)
{
    struct Case {
        LinkPurpose purpose;
        std::chrono::minutes lifetime;
    };
    for (const Case& c : {Case{LinkPurpose::first_administrator, 30min}, Case{LinkPurpose::reset, 30min},
             Case{LinkPurpose::invitation, 24h}}) {
        EXPECT_EQ(lifetime_of(c.purpose), c.lifetime);
        SetupLink link{"k", c.purpose, {}, noon, noon + c.lifetime};
        EXPECT_TRUE(is_usable(link, noon + c.lifetime - 1s));
        EXPECT_FALSE(is_usable(link, noon + c.lifetime));
        link.used_at = noon + 1s;
        EXPECT_FALSE(is_usable(link, noon + 2s));
    }
}

TEST(Membership, NobodyStandsOnBothSides)
{
    const LocalDay may = make_day(2026, 5, 1);
    const LocalDay june = make_day(2026, 6, 1);
    const LocalDay july = make_day(2026, 7, 1);
    const ContractId a{"a"};
    const ContractId b{"b"};
    struct Case {
        const char* story;
        Membership held;
        Membership wanted;
        const char* code;
    };
    const Case cases[] = {
        {"same side, other role", {a, Role::city_section, may, {}}, {a, Role::site_contact, may, {}}, ""},
        {"the other side", {a, Role::city_section, may, {}}, {a, Role::worker, may, {}}, "account/both_sides"},
        {"the other side, other way round", {a, Role::responsible, may, july}, {a, Role::site_contact, june, {}},
            "account/both_sides"},
        {"the other side of another contract", {b, Role::city_section, may, {}}, {a, Role::worker, may, {}}, ""},
        {"an auditor beside a side", {a, Role::auditor, may, {}}, {a, Role::worker, may, {}}, ""},
        {"after leaving the other side", {a, Role::city_section, may, june}, {a, Role::worker, june, {}}, ""},
        {"a day too early", {a, Role::city_section, may, june}, {a, Role::worker, june - std::chrono::days{1}, {}},
            "account/both_sides"},
        {"before joining the other side", {a, Role::worker, june, {}}, {a, Role::city_section, may, june}, ""},
        {"the same role twice", {a, Role::worker, may, {}}, {a, Role::worker, june, july}, "account/role_held"},
        {"the same role again later", {a, Role::worker, may, june}, {a, Role::worker, june, july}, ""},
        {"ends before it begins", {b, Role::worker, may, {}}, {a, Role::worker, june, may},
            "account/membership_ends_first"},
        {"ends when it begins", {b, Role::worker, may, {}}, {a, Role::worker, may, may},
            "account/membership_ends_first"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(refusal_of(check_membership(std::span{&c.held, 1}, c.wanted)), c.code) << c.story;
}

TEST(Membership, EndsWithTheFiscalYear)
{
    EXPECT_EQ(default_end(make_day(2026, 4, 1)), make_day(2027, 4, 1));
    EXPECT_EQ(default_end(make_day(2026, 12, 31)), make_day(2027, 4, 1));
    EXPECT_EQ(default_end(make_day(2027, 3, 31)), make_day(2027, 4, 1));
}

TEST(Token, NeverHasARoleOfTheOtherSide)
{
    EXPECT_EQ(refusal_of(check_token_role(Role::city_section, Side::city)), "");
    EXPECT_EQ(refusal_of(check_token_role(Role::auditor, Side::city)), "");
    EXPECT_EQ(refusal_of(check_token_role(Role::worker, Side::contractor)), "");
    EXPECT_EQ(refusal_of(check_token_role(Role::responsible, Side::city)), "account/token_other_side");
    EXPECT_EQ(refusal_of(check_token_role(Role::city_section, Side::neutral)), "account/token_other_side");
}

}
}
