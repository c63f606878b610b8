#include "features/account/house_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::account {
namespace {

using namespace std::chrono_literals;

class RightsApi : public testing::Test {
protected:
    RightsApi()
    {
        house.add("kanri", true);
        administrator.sign_in("kanri");
    }
    Caller signed_in(const std::string& login)
    {
        Caller caller{house};
        EXPECT_EQ(caller.sign_in(login).status, 200) << login;
        return caller;
    }
    http::Response give(const PersonId& person, std::string_view role, std::string_view more = "")
    {
        return administrator.post("/api/v1/contracts/alpha/members",
            R"({"person_id":)" + json::quoted(person.text) + R"(,"role":)" + json::quoted(role) +
                R"(,"from":"2026-04-01")" + std::string{more} + "}");
    }

    House house{db::Dialect::sqlite};
    Caller administrator{house};
};

// Every route against every role, a member of another contract, the administrator and nobody.
TEST_F(RightsApi, RoutesAnswerEachRoleAsTheTableSays)
{
    struct Case {
        const char* path;
        int city_section, city_division, worker, auditor, stranger, administrator, nobody;
    };
    const Case cases[] = {
        {"/api/v1/contracts/alpha/people", 200, 404, 404, 200, 404, 404, 401},
        {"/api/v1/contracts/alpha/events", 200, 404, 404, 200, 404, 404, 401},
        {"/api/v1/contracts/alpha/audit", 200, 404, 404, 200, 404, 404, 401},
        {"/api/v1/contracts/alpha/tokens", 200, 404, 404, 404, 404, 404, 401},
        {"/api/v1/contracts/alpha/members", 404, 404, 404, 404, 404, 200, 401},
        {"/api/v1/contracts/none/members", 404, 404, 404, 404, 404, 404, 401},
        {"/api/v1/people", 404, 404, 404, 404, 404, 200, 401},
        {"/api/v1/session", 200, 200, 200, 200, 200, 200, 401},
    };
    house.add("a", Role::city_section);
    house.add("b", Role::city_division);
    house.add("c", Role::worker);
    house.add("d", Role::auditor);
    house.add("e", Role::city_section, "beta");
    Caller callers[] = {
        signed_in("a"), signed_in("b"), signed_in("c"), signed_in("d"), signed_in("e"), administrator, Caller{house}};
    for (const Case& c : cases) {
        const int expected[] = {
            c.city_section, c.city_division, c.worker, c.auditor, c.stranger, c.administrator, c.nobody};
        for (std::size_t i = 0; i < std::size(callers); ++i)
            EXPECT_EQ(callers[i].get(c.path).status, expected[i]) << c.path << " for caller " << i;
    }
}

TEST_F(RightsApi, AddsPeopleOnce)
{
    struct Case {
        const char* story;
        const char* body;
        const char* code;
    };
    const Case cases[] = {
        {"new", R"({"login":"mihon","name":"見本 太郎"})", "201"},
        {"the same in full width", R"({"login":"ＭＩＨＯＮ","name":"見本 次郎"})", "409 account/login_taken"},
        {"no login", R"({"login":"見本","name":"見本 次郎"})", "422 account/login_invalid"},
        {"no name", R"({"login":"m2","name":" "})", "422 account/name_invalid"},
        {"another administrator", R"({"login":"kanri2","name":"管理 次郎","administrator":true,"language":"en"})",
            "201"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(code_of(administrator.post("/api/v1/people", c.body)), c.code) << c.story;
}

TEST_F(RightsApi, ChangesPeopleInTheVersionThatWasSeen)
{
    const std::string path = "/api/v1/people/" + house.add("mihon").text;
    EXPECT_EQ(
        code_of(administrator.send(http::Method::patch, path, R"({"name":"新 名"})")), "428 http/if_match_missing");
    const auto changed = administrator.patch(path, 1, R"({"name":"新 名","language":"en"})");
    EXPECT_EQ(member(changed.body, "name"), "新 名");
    EXPECT_EQ(member(changed.body, "version"), "2");
    EXPECT_EQ(changed.header("ETag"), "\"2\"");
    EXPECT_EQ(code_of(administrator.patch(path, 1, R"({"name":"古い 名"})")), "412 account/changed");
    EXPECT_EQ(code_of(administrator.patch("/api/v1/people/none", 1, R"({"name":"x"})")), "404 account/no_person");
}

TEST_F(RightsApi, DisablingEndsTheSessionAtOnceAndNeverTheLastAdministrator)
{
    const PersonId person = house.add("mihon", Role::city_section);
    Caller caller = signed_in("mihon");
    EXPECT_EQ(caller.get("/api/v1/session").status, 200);
    EXPECT_EQ(code_of(administrator.patch("/api/v1/people/" + person.text, 1, R"({"disabled":true})")), "200");
    EXPECT_EQ(caller.get("/api/v1/session").status, 401);
    EXPECT_EQ(code_of(administrator.patch("/api/v1/people/" + person.text, 2, R"({"disabled":false})")), "200");
    EXPECT_EQ(caller.get("/api/v1/session").status, 401) << "the old session stays over";
    EXPECT_EQ(code_of(caller.sign_in("mihon")), "200");

    const std::string self =
        "/api/v1/people/" + member(member(administrator.get("/api/v1/session").body, "person"), "id");
    EXPECT_EQ(code_of(administrator.patch(self, 1, R"({"disabled":true})")), "409 account/last_administrator");
    EXPECT_EQ(code_of(administrator.patch(self, 1, R"({"administrator":false})")), "409 account/last_administrator");
    EXPECT_EQ(administrator.get("/api/v1/session").status, 200);
}

TEST_F(RightsApi, RolesTakeEffectAtOnceAndEndByDay)
{
    const PersonId person = house.add("mihon");
    Caller caller = signed_in("mihon");
    const std::string people = "/api/v1/contracts/alpha/people";
    EXPECT_EQ(caller.get(people).status, 404);
    const auto given = give(person, "city_section");
    ASSERT_EQ(given.status, 201) << given.body;
    EXPECT_EQ(member(given.body, "to"), "2027-04-01") << "the fiscal year";
    EXPECT_EQ(caller.get(people).status, 200);
    EXPECT_EQ(administrator.del("/api/v1/contracts/alpha/members/" + member(given.body, "id")).status, 204);
    EXPECT_EQ(caller.get(people).status, 404);

    EXPECT_EQ(code_of(give(person, "auditor", R"(,"to":"2026-05-12")")), "201");
    EXPECT_EQ(caller.get(people).status, 200);
    house.clock.set(*parse_instant("2026-05-12T00:00:00+09:00") - 1s);
    caller.sign_in("mihon");
    EXPECT_EQ(caller.get(people).status, 200);
    house.clock.advance(1s);
    EXPECT_EQ(caller.get(people).status, 404) << "over at midnight in Japan";
}

TEST_F(RightsApi, NobodyStandsOnBothSides)
{
    const PersonId person = house.add("mihon");
    EXPECT_EQ(code_of(give(person, "city_section")), "201");
    EXPECT_EQ(code_of(give(person, "worker")), "409 account/both_sides");
    EXPECT_EQ(code_of(give(person, "city_section")), "409 account/role_held");
    EXPECT_EQ(code_of(give(person, "auditor", R"(,"to":null)")), "201");
    EXPECT_EQ(code_of(give(person, "site_contact", R"(,"to":"2026-04-01")")), "422 account/membership_ends_first");
    EXPECT_EQ(code_of(give({"none"}, "worker")), "404 account/no_person");
    EXPECT_EQ(code_of(administrator.post("/api/v1/contracts/none/members",
                  R"({"person_id":)" + json::quoted(person.text) + R"(,"role":"worker","from":"2026-04-01"})")),
        "404 account/no_contract");
}

// Roles that reach only a part of the list say which, the others say nothing.
TEST_F(RightsApi, RolesOfADivisionOrSiteNameIt)
{
    struct Case {
        const char* role;
        const char* scope;
        const char* code;
    };
    const Case cases[] = {
        {"city_division", "", "422 account/division_missing"},
        {"city_division", R"(,"division":"　 ")", "422 account/division_missing"},
        {"city_division", R"(,"division":"窓口担当課","site_id":"madoguchi")", "422 account/scope_unused"},
        {"city_division", R"(,"division":"窓口担当課")", "201"},
        {"city_division", R"(,"division":"窓口 担当課")", "409 account/role_held"},
        {"city_division", R"(,"division":"税務課")", "201"},
        {"site_contact", "", "422 account/site_missing"},
        {"site_contact", R"(,"site_id":"none")", "422 account/no_site"},
        {"site_contact", R"(,"site_id":"madoguchi")", "201"},
        {"site_contact", R"(,"site_id":"madoguchi")", "409 account/role_held"},
        {"city_section", R"(,"division":"窓口担当課")", "422 account/scope_unused"},
        {"city_section", "", "201"},
    };
    const PersonId person = house.add("mihon");
    for (const Case& c : cases)
        EXPECT_EQ(code_of(give(person, c.role, c.scope)), c.code) << c.role << c.scope;
    const std::string members = administrator.get("/api/v1/contracts/alpha/members").body;
    EXPECT_NE(members.find(R"("site_id":"madoguchi","site_name":"窓口")"), std::string::npos) << members;
    const std::string session = signed_in("mihon").get("/api/v1/session").body;
    EXPECT_NE(session.find(R"("division":"税務課")"), std::string::npos) << session;
}

class Tokens : public RightsApi {
protected:
    Tokens()
        : maker_id{house.add("mihon", Role::city_section)}
        , maker{signed_in("mihon")}
    {
    }

    http::Response make(std::string_view role, std::string_view more = "")
    {
        return maker.post("/api/v1/contracts/alpha/tokens",
            R"({"name":"連携","role":)" + json::quoted(role) + std::string{more} + "}");
    }

    PersonId maker_id;
    Caller maker;
    const std::string people = "/api/v1/contracts/alpha/people";
    const std::string tokens = "/api/v1/contracts/alpha/tokens";
};

TEST_F(Tokens, ActWithOneRoleInOneContract)
{
    const auto made = make("auditor");
    ASSERT_EQ(made.status, 201) << made.body;
    Caller program{house};
    program.bearer = member(made.body, "secret");
    EXPECT_EQ(program.bearer.size(), 43U);
    EXPECT_EQ(program.get(people).status, 200);
    EXPECT_EQ(program.get("/api/v1/contracts/beta/people").status, 404);
    EXPECT_EQ(program.get("/api/v1/people").status, 404);
    EXPECT_EQ(code_of(program.get("/api/v1/session")), "403 account/no_session");
    const auto listed = maker.get(tokens);
    EXPECT_EQ(listed.body.find(program.bearer), std::string::npos) << "shown once";
    EXPECT_NE(listed.body.find(R"("last_used_at":"2026-05-11T00:00:00Z")"), std::string::npos) << listed.body;
}

TEST_F(Tokens, AreRefused)
{
    struct Case {
        const char* story;
        const char* role;
        const char* more;
        const char* code;
    };
    const Case cases[] = {
        {"own side", "city_section", "", "201"},
        {"the other side", "responsible", "", "409 account/token_other_side"},
        {"over today", "auditor", R"(,"expires_on":"2026-05-11")", "422 account/token_end"},
        {"tomorrow", "auditor", R"(,"expires_on":"2026-05-12")", "201"},
        {"too long", "auditor", R"(,"expires_on":"2028-05-11")", "422 account/token_end"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(code_of(make(c.role, c.more)), c.code) << c.story;
    Caller program{house};
    program.bearer = "guess";
    EXPECT_EQ(code_of(program.get(people)), "401 account/token_invalid");
    program.bearer = member(make("city_section").body, "secret");
    EXPECT_EQ(code_of(program.post(tokens, R"({"name":"x","role":"auditor"})")), "403 account/token_by_token");
}

TEST_F(Tokens, EndWithTheirTimeByRevocationAndWithTheirMaker)
{
    const auto usable = [&](const http::Response& made) {
        Caller program{house};
        program.bearer = member(made.body, "secret");
        return program.get(people).status;
    };
    const auto short_lived = make("auditor", R"(,"expires_on":"2026-05-12")");
    EXPECT_EQ(usable(short_lived), 200);
    house.clock.set(*parse_instant("2026-05-12T00:00:00+09:00"));
    EXPECT_EQ(usable(short_lived), 401);

    maker.sign_in("mihon");
    administrator.sign_in("kanri");
    const auto revoked = make("auditor");
    EXPECT_EQ(usable(revoked), 200);
    EXPECT_EQ(maker.del(tokens + "/" + member(revoked.body, "id")).status, 204);
    EXPECT_EQ(usable(revoked), 401);
    EXPECT_EQ(code_of(maker.del(tokens + "/" + member(revoked.body, "id"))), "404 account/no_token");

    const auto orphaned = make("auditor");
    EXPECT_EQ(usable(orphaned), 200);
    EXPECT_EQ(administrator.patch("/api/v1/people/" + maker_id.text, 1, R"({"disabled":true})").status, 200);
    EXPECT_EQ(usable(orphaned), 401);
}

TEST_F(RightsApi, EventsTellWhoDidWhat)
{
    const PersonId person = house.add("mihon");
    const auto given = give(person, "city_section", R"(,"to":"2026-06-01")");
    Caller reader = signed_in("mihon");
    const auto events = reader.get("/api/v1/contracts/alpha/events");
    EXPECT_NE(
        events.body.find(
            R"("actor_name":"氏名 kanri","side":"neutral","kind":"membership.added","text":{"ja":"役割を付与","en":"Role given"})"),
        std::string::npos)
        << events.body;
    EXPECT_NE(
        events.body.find(
            R"j({"field":"to","label":{"ja":"終了日（この日から無効）","en":"To (over from this day on)"},"before":"","after":"2026-06-01"})j"),
        std::string::npos)
        << events.body;
    EXPECT_EQ(reader.get("/api/v1/contracts/alpha/people/" + person.text + "/events").status, 200);
    EXPECT_EQ(reader.get("/api/v1/contracts/alpha/people/none/events").status, 404);
    EXPECT_EQ(code_of(reader.get("/api/v1/contracts/alpha/events?subject=x")), "422 audit/subject_invalid");
    EXPECT_EQ(code_of(reader.get("/api/v1/contracts/alpha/events?cursor=x")), "422 audit/cursor_invalid");

    const auto whole = reader.get("/api/v1/contracts/alpha/audit");
    EXPECT_EQ(member(whole.body, "ok"), "true");
    house.database->write(
        [](db::Tx& tx) { tx.script("UPDATE event SET actor_name = 'x' WHERE contract_id = 'alpha'"); });
    const auto broken = reader.get("/api/v1/contracts/alpha/audit");
    EXPECT_EQ(member(broken.body, "ok"), "false");
    EXPECT_EQ(member(broken.body, "broken"),
        R"({"sequence":1,"reason":{"ja":"記録1番の内容が書き換えられています。","en":"event 1 was altered"}})");
}

TEST_F(RightsApi, EventsComeInPages)
{
    for (int i = 0; i < 5; ++i)
        house.add("m" + std::to_string(i), Role::worker);
    Caller reader{house};
    house.add("kansa", Role::auditor);
    reader.sign_in("kansa");
    std::vector<std::string> cursors;
    std::string cursor;
    do {
        const auto page =
            reader.get("/api/v1/contracts/alpha/events?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
        cursor = member(page.body, "next_cursor");
        cursors.push_back(cursor);
    } while (!cursor.empty() && cursor != "null" && cursors.size() < 10);
    EXPECT_EQ(cursors, (std::vector<std::string>{"5", "3", "null"}));
}

}
}
