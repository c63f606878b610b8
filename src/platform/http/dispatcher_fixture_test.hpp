#pragma once
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/http/problem.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"

#include <chrono>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::http::test {

/// What is dispatched to in these tests: an interface for notes, with every kind of route.
struct Note {
    std::string text;
    std::optional<int> stars;
};

inline json::Object describe(const Note*)
{
    return json::object<Note>("Note", json::field("text", &Note::text, {"本文", "Text"}, json::length(1, 10)),
        json::field("stars", &Note::stars));
}

struct NoteView {
    std::string id;
    std::string text;
};

inline json::Object describe(const NoteView*)
{
    return json::object<NoteView>("NoteView", json::field("id", &NoteView::id), json::field("text", &NoteView::text));
}

struct Find {
    std::optional<std::string> q;
};

inline json::Object describe(const Find*)
{
    return json::object<Find>("Find", json::field("q", &Find::q, {"検索", "Search"}));
}

inline Result<Created<NoteView>> add_note(Context& context, const Note& note)
{
    return Created<NoteView>{
        {"n1", note.text + context.path<ContractId>("contract").text}, "/api/v1/contracts/c/notes/n1"};
}

inline Result<Versioned<NoteView>> change_note(Context& context, const Note& note)
{
    TRY_ASSIGN(const int version, context.if_match());
    return Versioned<NoteView>{{"n1", note.text}, version + 1};
}

inline Result<NoteView> find_note(Context& context, const Find& find)
{
    return NoteView{std::string(name_of(context.language())), find.q.value_or("-")};
}

inline Result<NoContent> attach(Context&, const Find& find, const Upload& upload)
{
    if (find.q == upload.bytes && upload.content_type == "text/plain")
        return NoContent{};
    return fail(ErrorKind::conflict, "test/differs", {"違います。", "It differs."});
}

inline Result<NoteView> sign_in(Context& context)
{
    TRY(context.limit({"login", 1, std::chrono::seconds{60}}, "name"));
    context.set_cookie({"session", "s1"});
    return NoteView{"session", context.identity() ? "known" : "unknown"};
}

inline Result<NoContent> break_down(Context&)
{
    throw std::runtime_error("the secret detail");
}
inline Result<NoContent> lose_database(Context&)
{
    throw db::Unavailable({ErrorKind::unavailable, "db/unreachable", {"今は使えません。", "Not now."}}, "socket gone");
}

inline Router routes_of_notes()
{
    const Text summary{"試験", "Test"};
    Router router;
    router.post("/api/v1/contracts/{contract}/notes", add_note).permission(Permission::comment).summary(summary);
    router.patch("/api/v1/contracts/{contract}/notes/{id}", change_note)
        .permission(Permission::view_contract)
        .summary(summary);
    router.get("/api/v1/contracts/{contract}/notes", find_note).permission(Permission::view_contract).summary(summary);
    router.post("/api/v1/attach", attach).signed_in().summary(summary).max_body(5);
    router.post("/api/v1/session", sign_in).open().summary(summary);
    router.get("/api/v1/people", find_note).permission(Permission::administer).summary(summary);
    router.get("/api/v1/limited", find_note).open().summary(summary).limit({"limited", 1, std::chrono::seconds{60}});
    router.get("/api/v1/broken", break_down).open().summary(summary);
    router.get("/api/v1/lost", lose_database).open().summary(summary);
    return router;
}

/// Knows `Authorization: worker`, `administrator`, `cookie` (a worker with a CSRF token) and `expired`.
class Names : public Authenticator {
public:
    Result<std::optional<Identity>> identify(const Request& request, Instant) override
    {
        const auto name = request.header("Authorization");
        if (!name)
            return std::nullopt;
        if (*name == "expired")
            return fail(ErrorKind::unauthorized, "account/expired", {"期限切れです。", "Expired."});
        Identity identity{.actor = {.person = {std::string(*name)}, .name = "人"}};
        if (*name == "administrator")
            identity.actor.administrator = true;
        else
            identity.actor.memberships = {{ContractId{"c"}, Role::worker, make_day(2026, 4, 1), {}},
                {ContractId{"audited"}, Role::auditor, make_day(2026, 4, 1), {}}};
        if (*name == "cookie")
            identity.csrf = "token";
        if (*name == "english")
            identity.language = Language::en;
        return identity;
    }
};

/// A dispatcher over an empty database, a clock that stands and a log that is kept.
struct Dispatching : testing::Test {
    Dispatching()
    {
        log::configure({.sink = [this](std::string_view line) { lines.emplace_back(line); }});
    }
    ~Dispatching() override
    {
        log::configure({});
        std::filesystem::remove_all(folder);
    }

    static std::filesystem::path fresh_folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "hoshuban-XXXXXX").string();
        return ::mkdtemp(name.data());
    }

    std::vector<std::string> lines;
    std::filesystem::path folder = fresh_folder();
    std::unique_ptr<db::Database> database = db::open({.url = "sqlite:" + (folder / "test.db").string()});
    MovableClock clock{Instant{std::chrono::seconds{1'780'000'000}}};
    Names names;
    metrics::Registry metrics;
    Router router = routes_of_notes();
    Dispatcher dispatcher{router, {*database, clock, names}, metrics};
};

/// The code of a problem, empty for anything else.
inline std::string code_of(const Response& response)
{
    const auto problem = json::parse<Problem>(response.body);
    return problem ? problem->code : "";
}

}
