#include "features/account/house_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::account {
namespace {

using namespace std::chrono_literals;

class SetupApi : public testing::Test {
protected:
    static std::string body(const std::string& token, const std::string& login, const std::string& name,
        std::string_view password = good_password)
    {
        return R"({"token":)" + json::quoted(token) + R"(,"login":)" + json::quoted(login) + R"(,"name":)" +
            json::quoted(name) + R"(,"password":)" + json::quoted(password) + "}";
    }
    std::string first_token() { return create_first_administrator_link(*house.database, house.clock)->token; }
    std::string link_of(Caller& administrator, const PersonId& person)
    {
        const auto made = administrator.post("/api/v1/people/" + person.text + "/link");
        EXPECT_EQ(made.status, 201);
        const std::string url = member(made.body, "url");
        return url.substr(url.find('=') + 1);
    }

    House house{db::Dialect::sqlite};
    Caller caller{house};
};

TEST_F(SetupApi, MakesTheFirstAdministratorOnce)
{
    const std::string token = first_token();
    EXPECT_EQ(
        caller.get("/api/v1/setup?token=" + token).body, R"({"purpose":"first_administrator","name":"","login":""})");
    EXPECT_EQ(code_of(caller.post("/api/v1/setup", body(token, "kanri", "管理 花子", "short"))),
        "422 account/password_short");
    const auto made = caller.post("/api/v1/setup", body(token, "kanri", "管理 花子"));
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(member(made.body, "administrator"), "true");
    EXPECT_EQ(caller.get("/api/v1/people").status, 200) << "signed in right away";
    EXPECT_EQ(code_of(caller.get("/api/v1/setup?token=" + token)), "404 account/link_invalid");
    EXPECT_EQ(code_of(caller.post("/api/v1/setup", body(token, "kanri2", "管理 次郎"))), "404 account/link_invalid");
    EXPECT_FALSE(create_first_administrator_link(*house.database, house.clock)) << "there is one now";
}

TEST_F(SetupApi, LinksEndAfterThirtyMinutes)
{
    const std::string token = first_token();
    house.clock.advance(30min - 1s);
    EXPECT_EQ(caller.get("/api/v1/setup?token=" + token).status, 200);
    house.clock.advance(1s);
    EXPECT_EQ(code_of(caller.get("/api/v1/setup?token=" + token)), "404 account/link_invalid");
    EXPECT_EQ(code_of(caller.post("/api/v1/setup", body(token, "kanri", "管理 花子"))), "404 account/link_invalid");
}

TEST_F(SetupApi, ANewLinkWithdrawsTheOldOne)
{
    const std::string old = first_token();
    const std::string present = first_token();
    EXPECT_EQ(caller.get("/api/v1/setup?token=" + old).status, 404);
    EXPECT_EQ(caller.get("/api/v1/setup?token=" + present).status, 200);
}

TEST_F(SetupApi, InvitesAndResets)
{
    house.add("kanri", true);
    Caller administrator{house};
    administrator.sign_in("kanri");
    const auto added = administrator.post("/api/v1/people", R"({"login":"mihon","name":"見本 太郎"})");
    ASSERT_EQ(added.status, 201) << added.body;
    const PersonId person{member(added.body, "id")};
    EXPECT_EQ(code_of(caller.sign_in("mihon", "")), "422 request/invalid_fields");

    const std::string invitation = link_of(administrator, person);
    EXPECT_EQ(caller.get("/api/v1/setup?token=" + invitation).body,
        R"({"purpose":"invitation","name":"見本 太郎","login":"mihon"})");
    EXPECT_EQ(code_of(caller.post("/api/v1/setup", body(invitation, "mihon", "他の 名前"))),
        "422 account/setup_other_person");
    EXPECT_EQ(code_of(caller.post("/api/v1/setup", body(invitation, "kanri", "見本 太郎"))),
        "422 account/setup_other_person");
    EXPECT_EQ(code_of(caller.post("/api/v1/setup", body(invitation, "mihon", "見本 太郎"))), "201");
    EXPECT_EQ(caller.get("/api/v1/session").status, 200);

    const std::string reset = link_of(administrator, person);
    EXPECT_EQ(caller.get("/api/v1/session").status, 200) << "a link that nobody followed changes nothing";
    Caller elsewhere{house};
    EXPECT_EQ(code_of(elsewhere.post("/api/v1/setup", body(reset, "mihon", "見本 太郎", "nine red umbrellas"))), "201");
    EXPECT_EQ(caller.get("/api/v1/session").status, 401) << "a reset ends what was open";
    EXPECT_EQ(code_of(caller.sign_in("mihon")), "401 account/sign_in_refused");
    EXPECT_EQ(code_of(caller.sign_in("mihon", "nine red umbrellas")), "200");
}

TEST_F(SetupApi, ADisabledPersonsLinkIsDead)
{
    house.add("kanri", true);
    Caller administrator{house};
    administrator.sign_in("kanri");
    const PersonId person{
        member(administrator.post("/api/v1/people", R"({"login":"mihon","name":"見本 太郎"})").body, "id")};
    const std::string invitation = link_of(administrator, person);
    EXPECT_EQ(administrator.patch("/api/v1/people/" + person.text, 1, R"({"disabled":true})").status, 200);
    EXPECT_EQ(caller.get("/api/v1/setup?token=" + invitation).status, 404);
    EXPECT_EQ(code_of(administrator.post("/api/v1/people/" + person.text + "/link")), "409 account/disabled");
}

}
}
