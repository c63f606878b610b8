#pragma once
#include "features/account/account_api.hpp"
#include "features/account/enrolment_job.hpp"
#include "features/account/event_words.hpp"
#include "features/account/passwords_api.hpp"
#include "features/account/sessions_api.hpp"
#include "features/audit/audit_api.hpp"
#include "features/audit/audit_store.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/db/test_database.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"

#include <map>
#include <string>

namespace hoshuban::account {

inline const Instant monday_nine = *parse_instant("2026-05-11T00:00:00Z");
inline constexpr std::string_view good_password = "seven blue bicycles";

/// The rooms account and audit behind a dispatcher, over a database with the contracts `alpha` and `beta`.
class House {
public:
    explicit House(db::Dialect dialect)
        : database{dialect}
    {
        log::configure({.level = log::Level::off, .sink = {}});
        static constexpr db::Query add_contract{"test.add_contract",
            "INSERT INTO contract (id, title, municipality, starts_on, ends_on, sha256, version, loaded_at) "
            "VALUES ($1, $2, '例市', '2026-04-01', '2027-03-31', '', 1, '2026-04-01T00:00:00Z')",
            "INSERT INTO contract (id, title, municipality, starts_on, ends_on, sha256, version, loaded_at) "
            "VALUES ($1, $2, '例市', '2026-04-01', '2027-03-31', '', 1, '2026-04-01T00:00:00Z')"};
        static constexpr std::string_view site_text =
            "INSERT INTO site (contract_id, id, number, name, address, departments, planned, excluded, remarks, "
            "aliases, listed) VALUES ('alpha', 'madoguchi', 1, '窓口', '', '', 0, 0, '', '', 1)";
        static constexpr db::Query add_site{"test.add_site", site_text, site_text};
        database->write([](db::Tx& tx) {
            tx.execute(add_contract, "alpha", "アルファ業務");
            tx.execute(add_site);
            tx.execute(add_contract, "beta", "ベータ業務");
        });
        add_routes(router, {sessions, passwords, settings});
        audit::add_routes(router, words, ledgers);
        audit::add_timeline(
            router, words, {"/api/v1/contracts/{contract}/people/{id}/events", "person", Permission::view_people});
        dispatcher = std::make_unique<http::Dispatcher>(router, http::Services{*database, clock, sessions}, registry);
    }

    PersonId add(std::string login, bool administrator = false)
    {
        const NewPerson wanted{login, "氏名 " + login, administrator, std::string{good_password}};
        const auto person = add_person(*database, clock, cause(), wanted, crypto::cheapest_password_cost);
        EXPECT_TRUE(person);
        return person ? person->id : PersonId{};
    }
    PersonId add(std::string login, Role role, std::string contract = "alpha")
    {
        const PersonId person = add(std::move(login));
        const auto given = add_membership(*database, clock, cause(), person,
            {.contract = {std::move(contract)},
                .role = role,
                .from = make_day(2026, 4, 1),
                .to = make_day(2027, 4, 1),
                .division = scope_of(role) == Scope::division ? "窓口担当課" : "",
                .site = scope_of(role) == Scope::site ? std::optional{SiteId{"madoguchi"}} : std::nullopt});
        EXPECT_TRUE(given);
        return person;
    }
    audit::Cause cause() const { return {tester, clock.now()}; }

    test::TestDatabase database;
    MovableClock clock{monday_nine};
    Settings settings{.password_cost = crypto::cheapest_password_cost, .version = "1.2.3"};
    Sessions sessions{*database, settings};
    Passwords passwords{settings.password_cost};
    audit::Words words = event_words();
    std::vector<audit::LedgerCheck> ledgers;
    metrics::Registry registry;
    http::Router router;
    std::unique_ptr<http::Dispatcher> dispatcher;

private:
    Actor tester{
        .person = {"test"}, .name = "test", .administrator = true, .memberships = {}, .origin = Origin::command};
};

/// The value of a member of a JSON object that holds only texts, objects and the like; "" when there is none.
inline std::string member(const std::string& object, const std::string& key)
{
    const auto members = json::parse<std::map<std::string, json::Raw>>(object);
    if (!members || !members->contains(key))
        return {};
    const std::string& raw = members->at(key).text;
    const auto text = json::parse<std::string>(raw);
    return text ? *text : raw;
}

/// Somebody in front of a browser, or a program with a token.
class Caller {
public:
    explicit Caller(House& house)
        : house_{house}
    {
    }

    http::Response send(http::Method method, std::string path, std::string body = {}, http::Headers more = {})
    {
        http::Request request{.method = method,
            .path = std::move(path),
            .headers = std::move(more),
            .body = std::move(body),
            .remote_address = address,
            .secure = secure};
        if (const auto query = request.path.find('?'); query != std::string::npos) {
            const auto target = http::parse_target(request.path);
            request.path = target->path;
            request.query = target->query;
        }
        request.headers.add("Content-Type", "application/json");
        if (!cookie.empty())
            request.headers.add("Cookie", cookie);
        if (!csrf.empty())
            request.headers.add("X-Hoshuban-CSRF", csrf);
        if (!bearer.empty())
            request.headers.add("Authorization", "Bearer " + bearer);
        http::Response response = house_.dispatcher->dispatch(request);
        keep_cookie(response);
        return response;
    }
    http::Response get(std::string path) { return send(http::Method::get, std::move(path)); }
    http::Response post(std::string path, std::string body = "{}")
    {
        return send(http::Method::post, std::move(path), std::move(body));
    }
    http::Response del(std::string path) { return send(http::Method::del, std::move(path)); }
    http::Response patch(std::string path, int version, std::string body)
    {
        return send(http::Method::patch, std::move(path), std::move(body),
            {{"If-Match", "\"" + std::to_string(version) + "\""}});
    }

    http::Response sign_in(std::string_view login, std::string_view password = good_password)
    {
        auto response = post(
            "/api/v1/session", R"({"login":)" + json::quoted(login) + R"(,"password":)" + json::quoted(password) + "}");
        if (response.status == 200)
            csrf = member(response.body, "csrf");
        return response;
    }

    std::string cookie;
    std::string csrf;
    std::string bearer;
    std::string address = "192.0.2.1";
    std::string set_cookie; ///< the last one
    bool secure = false;

private:
    void keep_cookie(const http::Response& response)
    {
        const auto set = response.header("Set-Cookie");
        if (!set)
            return;
        set_cookie = *set;
        cookie = set_cookie.substr(0, set_cookie.find(';'));
    }

    House& house_;
};

inline std::string code_of(const http::Response& response)
{
    return response.status < 400 ? std::to_string(response.status)
                                 : std::to_string(response.status) + " " + member(response.body, "code");
}

}
