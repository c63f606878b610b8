#include "features/account/house_test.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hoshuban::account {
namespace {

using namespace std::chrono_literals;

class SignInApi : public testing::TestWithParam<db::Dialect> {
protected:
    void SetUp() override
    {
        if (GetParam() == db::Dialect::postgres && test::postgres_server() == nullptr)
            GTEST_SKIP() << "HOSHUBAN_TEST_POSTGRES is not set: run this through tools/with-postgres";
        house = std::make_unique<House>(GetParam());
    }
    std::vector<std::string> kinds(const ContractId& chain)
    {
        std::vector<std::string> found;
        house->database->read([&](db::Reader& reader) {
            audit::for_each(reader, chain, [&](const audit::Event& event) { found.push_back(event.entry.kind); });
        });
        return found;
    }

    std::unique_ptr<House> house;
};

TEST_P(SignInApi, StartsShowsAndEndsASession)
{
    house->add("mihon", Role::city_section);
    Caller caller{*house};
    EXPECT_EQ(code_of(caller.get("/api/v1/session")), "401 http/not_signed_in");
    const auto started = caller.sign_in("ＭＩＨＯＮ");
    ASSERT_EQ(started.status, 200) << started.body;
    EXPECT_EQ(member(started.body, "server_time"), "2026-05-11T00:00:00Z");
    EXPECT_EQ(member(started.body, "version"), "1.2.3");
    EXPECT_EQ(member(started.body, "administrator"), "false");
    EXPECT_NE(
        started.body.find(
            R"("contract_id":"alpha","contract_title":"アルファ業務","municipality":"例市","role":"city_section","side":"city")"),
        std::string::npos)
        << started.body;
    EXPECT_EQ(caller.get("/api/v1/session").body, started.body);
    EXPECT_EQ(code_of(caller.del("/api/v1/session")), "204");
    EXPECT_EQ(caller.set_cookie, "hoshuban_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    EXPECT_EQ(
        kinds(audit::system_chain), (std::vector<std::string>{"person.created", "session.started", "session.ended"}));
}

TEST_P(SignInApi, AnEndedSessionIsOverAtOnce)
{
    house->add("mihon");
    Caller caller{*house};
    caller.sign_in("mihon");
    Caller thief = caller;
    EXPECT_EQ(thief.get("/api/v1/session").status, 200);
    caller.del("/api/v1/session");
    EXPECT_EQ(code_of(thief.get("/api/v1/session")), "401 http/not_signed_in");
}

TEST_P(SignInApi, CookiesFitTheConnection)
{
    house->add("mihon");
    Caller plain{*house};
    plain.sign_in("mihon");
    EXPECT_TRUE(plain.set_cookie.starts_with("hoshuban_session=")) << plain.set_cookie;
    EXPECT_TRUE(plain.set_cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict")) << plain.set_cookie;
    Caller tls{*house};
    tls.secure = true;
    tls.sign_in("mihon");
    EXPECT_TRUE(tls.set_cookie.starts_with("__Host-hoshuban_session=")) << tls.set_cookie;
    EXPECT_TRUE(tls.set_cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure")) << tls.set_cookie;
    tls.cookie = tls.cookie.substr(std::string_view{"__Host-"}.size());
    EXPECT_EQ(tls.get("/api/v1/session").status, 401) << "a name without __Host- is not taken over TLS";
}

TEST_P(SignInApi, ANewSessionReplacesTheOldOne)
{
    house->add("mihon");
    Caller caller{*house};
    caller.sign_in("mihon");
    Caller former = caller;
    caller.sign_in("mihon");
    EXPECT_NE(caller.cookie, former.cookie);
    EXPECT_EQ(former.get("/api/v1/session").status, 401);
    EXPECT_EQ(caller.get("/api/v1/session").status, 200);
}

TEST_P(SignInApi, AnswersAlikeWhoeverItIs)
{
    const PersonId gone = house->add("gone");
    house->add("mihon");
    house->add("admin", true);
    Caller admin{*house};
    admin.sign_in("admin");
    ASSERT_EQ(admin.patch("/api/v1/people/" + gone.text, 1, R"({"disabled":true})").status, 200);
    Caller caller{*house};
    std::set<std::string> answers;
    for (const char* login : {"mihon", "nobody", "gone"}) {
        auto refused = caller.sign_in(login, login == std::string_view{"gone"} ? good_password : "wrong wrong wrong");
        EXPECT_EQ(refused.status, 401);
        answers.insert(
            member(refused.body, "code") + member(refused.body, "detail_ja") + member(refused.body, "detail_en"));
    }
    EXPECT_EQ(answers.size(), 1U);
}

TEST_P(SignInApi, LocksAfterFiveFailuresAndOpensAgain)
{
    house->add("mihon");
    Caller caller{*house};
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(code_of(caller.sign_in("mihon", "wrong wrong wrong")), "401 account/sign_in_refused");
    EXPECT_EQ(code_of(caller.sign_in("mihon")), "401 account/sign_in_refused") << "the right password, but locked";
    house->clock.advance(59s);
    EXPECT_EQ(code_of(caller.sign_in("mihon")), "401 account/sign_in_refused");
    house->clock.advance(1s);
    EXPECT_EQ(code_of(caller.sign_in("mihon")), "200");
    EXPECT_EQ(code_of(caller.sign_in("mihon", "wrong wrong wrong")), "401 account/sign_in_refused");
    EXPECT_EQ(code_of(caller.sign_in("mihon")), "200") << "a success forgets the failures";
}

TEST_P(SignInApi, LimitsHowOftenANameIsTried)
{
    Caller caller{*house};
    std::string last;
    for (int i = 0; i < 21; ++i)
        last = code_of(caller.sign_in("nobody", "wrong wrong wrong"));
    EXPECT_EQ(last, "429 http/too_many");
    EXPECT_EQ(code_of(caller.sign_in("somebody", "wrong wrong wrong")), "401 account/sign_in_refused");
}

TEST_P(SignInApi, SessionsEndWhenIdleAndWhenOld)
{
    house->add("mihon");
    Caller idle{*house};
    idle.sign_in("mihon");
    house->clock.advance(29min);
    EXPECT_EQ(idle.get("/api/v1/session").status, 200);
    house->clock.advance(29min);
    EXPECT_EQ(idle.get("/api/v1/session").status, 200) << "the request before kept it open";
    house->clock.advance(30min);
    EXPECT_EQ(idle.get("/api/v1/session").status, 401);

    Caller busy{*house};
    busy.sign_in("mihon");
    for (int i = 0; i < 35; ++i) {
        house->clock.advance(20min);
        EXPECT_EQ(busy.get("/api/v1/session").status, 200) << i;
    }
    house->clock.advance(20min);
    EXPECT_EQ(busy.get("/api/v1/session").status, 401) << "twelve hours";
}

TEST_P(SignInApi, UnsafeRequestsRepeatTheToken)
{
    house->add("mihon");
    Caller caller{*house};
    caller.sign_in("mihon");
    const std::string right = caller.csrf;
    for (const std::string& wrong : {std::string{}, std::string{"x"}, std::string(right.size(), 'x')}) {
        caller.csrf = wrong;
        EXPECT_EQ(code_of(caller.del("/api/v1/session")), "403 http/csrf") << wrong;
    }
    caller.csrf = right;
    EXPECT_EQ(code_of(caller.del("/api/v1/session")), "204");
}

TEST_P(SignInApi, ANewPasswordEndsTheOtherSessions)
{
    house->add("mihon");
    Caller here{*house};
    Caller there{*house};
    here.sign_in("mihon");
    there.sign_in("mihon");
    const auto change = [&](std::string_view current, std::string_view next) {
        return code_of(here.post("/api/v1/session/password",
            R"({"current":)" + json::quoted(current) + R"(,"next":)" + json::quoted(next) + "}"));
    };
    EXPECT_EQ(change("wrong wrong wrong", "nine red umbrellas"), "422 account/password_wrong");
    EXPECT_EQ(change(good_password, "short"), "422 account/password_short");
    EXPECT_EQ(change(good_password, "mihon mihon"), "422 account/password_short");
    EXPECT_EQ(there.get("/api/v1/session").status, 200);
    EXPECT_EQ(change(good_password, "nine red umbrellas"), "204");
    EXPECT_EQ(here.get("/api/v1/session").status, 200);
    EXPECT_EQ(there.get("/api/v1/session").status, 401);
    EXPECT_EQ(code_of(there.sign_in("mihon")), "401 account/sign_in_refused");
    EXPECT_EQ(code_of(there.sign_in("mihon", "nine red umbrellas")), "200");
}

TEST_P(SignInApi, NothingSecretIsStoredOrRecorded)
{
    house->add("mihon");
    Caller caller{*house};
    caller.sign_in("mihon", "a wrong password 1");
    caller.sign_in("mihon");
    const std::string token = caller.cookie.substr(caller.cookie.find('=') + 1);
    house->database->read([&](db::Reader& reader) {
        static constexpr db::Query all{"test.sessions", "SELECT id FROM session", "SELECT id FROM session"};
        reader.query(all).for_each([&](const db::Row& row) { EXPECT_NE(row.get<std::string>("id"), token); });
        audit::for_each(reader, audit::system_chain, [&](const audit::Event& event) {
            const std::string bytes = audit::canonical(event);
            for (const std::string_view secret :
                {std::string_view{token}, good_password, std::string_view{"a wrong password 1"}})
                EXPECT_EQ(bytes.find(secret), std::string::npos) << event.entry.kind;
        });
    });
}

INSTANTIATE_TEST_SUITE_P(, SignInApi, testing::Values(db::Dialect::sqlite, db::Dialect::postgres), test::database_name);

}
}
