#pragma once
#include "features/approval/approval_api.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/view_log_job.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/question/conduct_store.hpp"
#include "features/question/question_api.hpp"
#include "features/question/question_store.hpp"
#include "features/question/view_api.hpp"
#include "features/work_request/opening_store.hpp"
#include "platform/clock.hpp"
#include "platform/db/test_database.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"

#include <map>
#include <optional>
#include <string>

namespace hoshuban::question {

inline const ContractId strict_contract{"sapporo-r7-juki-cs"}; ///< answers are approved, open questions shut the gate
inline const ContractId plain_contract{"sapporo-r5-core-terminals"}; ///< answers settle a question
inline const ContractId oral_contract{"other-city-r6-terminals"}; ///< oral confirmations, if the city agrees

/// The people of every contract here, by the name the tests give them.
inline Actor actor_named(std::string_view name, const ContractId& contract)
{
    struct Known {
        std::string_view name;
        Role role;
        std::string_view division;
        bool site;
    };
    static constexpr Known known[] = {
        {"city", Role::city_section, "", false},
        {"city2", Role::city_section, "", false},
        {"contractor", Role::responsible, "", false},
        {"worker", Role::worker, "", false},
        {"division", Role::city_division, "市民課", false},
        {"site", Role::site_contact, "", true},
        {"auditor", Role::auditor, "", false},
        {"admin", Role::responsible, "", false},
    };
    for (const Known& each : known) {
        if (each.name != name)
            continue;
        Membership held{.contract = contract, .role = each.role, .from = make_day(2021, 4, 1), .to = {}};
        held.division = each.division;
        if (each.site && !test::profile(contract.text).sites.empty())
            held.site = test::profile(contract.text).sites.front().id;
        return {.person = {std::string{name}},
            .name = "氏名 " + std::string{name},
            .administrator = name == "admin",
            .memberships = {held}};
    }
    return {.person = {std::string{name}}, .name = std::string{name}};
}

/// Whoever the header X-Test-Person names, in the contract of X-Test-Contract.
class NamedPerson : public http::Authenticator {
public:
    Result<std::optional<http::Identity>> identify(const http::Request& request, Instant) override
    {
        return http::Identity{.actor = actor_named(request.header("X-Test-Person").value_or(""),
                                  ContractId{std::string{request.header("X-Test-Contract").value_or("")}})};
    }
};

/// The rooms question and approval behind a dispatcher, over three contracts with two requests each: `w1` of the
/// division 市民課 at the first site, `w2` of somebody else.
class QuestionHouse : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        log::configure({.level = log::Level::off, .sink = {}});
        add_people();
        for (const ContractId& id : {strict_contract, plain_contract, oral_contract})
            add_contract(id);
        views.emplace(database());
        reactions["question"] = [this](db::Tx& tx, const audit::Cause& cause, const approval::Approval& approval) {
            return settled(tx, cause, approval, profiles, clock);
        };
        add_routes(router, {profiles, *views, clock});
        approval::add_routes(router, {profiles, *views}, reactions);
        dispatcher.emplace(router, http::Services{database(), clock, person}, metrics);
    }

    struct Answer {
        int status = 0;
        std::string body;

        std::string code() const
        {
            const auto members = json::parse<std::map<std::string, json::Raw>>(body);
            if (status < 400 || !members || !members->contains("code"))
                return std::to_string(status);
            return std::to_string(status) + " " + *json::parse<std::string>(members->at("code").text);
        }
        QuestionDetail detail() const
        {
            auto read = json::parse<QuestionDetail>(body);
            EXPECT_TRUE(read) << body;
            return read ? *std::move(read) : QuestionDetail{};
        }
        QuestionPage page() const
        {
            auto read = json::parse<QuestionPage>(body);
            EXPECT_TRUE(read) << body;
            return read ? *std::move(read) : QuestionPage{};
        }
    };

    Answer send(
        std::string_view who, http::Method method, const std::string& path, std::string body = {}, int version = 0)
    {
        const auto target = http::parse_target("/api/v1/contracts/" + contract.text + path);
        EXPECT_TRUE(target) << path;
        http::Request request{.method = method, .path = target->path, .query = target->query};
        request.body = std::move(body);
        request.headers.add("Content-Type", "application/json");
        request.headers.add("X-Test-Person", std::string{who});
        request.headers.add("X-Test-Contract", contract.text);
        if (version > 0)
            request.headers.add("If-Match", "\"" + std::to_string(version) + "\"");
        auto response = dispatcher->dispatch(request);
        return {response.status, std::move(response.body)};
    }
    Answer get(std::string_view who, const std::string& path) { return send(who, http::Method::get, path); }
    Answer post(std::string_view who, const std::string& path, std::string body, int version = 0)
    {
        return send(who, http::Method::post, path, std::move(body), version);
    }
    QuestionDetail asked(const std::string& about = R"("subject_kind":"work_request","request_id":"w1")")
    {
        return post("contractor", "/questions", "{" + about + R"(,"title":"設定値","text":"どちらですか。"})").detail();
    }
    /// An act on a question in the version that the test saw last; `body` without its braces.
    Answer act(std::string_view who, const QuestionDetail& seen, const std::string& what, const std::string& body = {})
    {
        return post(who, "/questions/" + seen.question.id.text + "/" + what, "{" + body + "}", seen.question.version);
    }
    Readiness ready(const char* request = "w1")
    {
        return database().read([&](db::Reader& reader) {
            return readiness(reader, test::profile(contract.text), contract, WorkRequestId{request});
        });
    }

    ContractId contract = strict_contract;
    MovableClock clock{*parse_instant("2025-10-01T03:00:00Z")};
    contract::ProfileCache profiles;
    std::optional<audit::ViewLog> views;
    approval::Reactions reactions;
    NamedPerson person;
    metrics::Registry metrics;
    http::Router router;
    std::optional<http::Dispatcher> dispatcher;

private:
    void execute(std::string_view text)
    {
        database().write([&](db::Tx& tx) { tx.execute(db::Query{"test.execute", text, text}); });
    }
    void add_people()
    {
        execute("INSERT INTO person (id, login, login_key, name, language, administrator, password_hash, failures, "
                "version, created_at) SELECT v.id, v.id, v.id, v.id, 'ja', 0, '', 0, 1, '2025-10-01T00:00:00Z' FROM "
                "(SELECT 'city' AS id UNION SELECT 'city2' UNION SELECT 'contractor' UNION SELECT 'worker' UNION "
                "SELECT 'division' UNION SELECT 'site' UNION SELECT 'auditor' UNION SELECT 'admin') v");
    }
    void add_contract(const ContractId& id)
    {
        const contract::Profile& profile = test::profile(id.text);
        const Actor loader = actor_named("city", id);
        database().write([&](db::Tx& tx) {
            contract::load(tx, profile, test::profile_files(id.text),
                audit::entry(audit::Cause{loader, clock.now()}, id, "contract.loaded", {"contract", id.text}));
        });
        for (const char* request : {"w1", "w2"}) {
            work_request::Opening opening{.title = "設定の変更",
                .body = "",
                .entered_on = profile.period.first,
                .wish_on = profile.period.last,
                .city_person = "",
                .division = *request == 'w' && request[1] == '1' ? "市民課" : "税務課",
                .division_person = "",
                .contractor = "架空株式会社",
                .contractor_person = "",
                .work_types = {},
                .site = {},
                .device = {},
                .agreement = ""};
            if (request[1] == '1' && !profile.sites.empty())
                opening.site = profile.sites.front().id;
            const auto opened = database().write([&](db::Tx& tx) {
                return work_request::open_request(tx, profile, opening, WorkRequestId{request}, clock.now());
            });
            EXPECT_TRUE(opened) << opened.error().text.en;
        }
    }
};

}
