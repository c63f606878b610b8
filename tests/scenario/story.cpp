#include "story.hpp"

#include "features/audit/audit_store.hpp"
#include "platform/db/schema.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <set>

namespace hoshuban::scenario {
namespace {

std::map<std::string, std::string> everything(db::Reader& reader)
{
    static const std::set<std::string, std::less<>> of_sessions{"session", "event_chain", "search_cursor"};
    std::map<std::string, std::string> found;
    for (const db::Table& table : db::tables(reader)) {
        if (of_sessions.contains(table.name))
            continue;
        const std::string text = fmt::format("SELECT COUNT(*) AS n, {} AS v FROM {}{}",
            table.has_column("version") ? "CAST(COALESCE(SUM(version), 0) AS INTEGER)" : "0", table.name,
            table.name == "event" ? " WHERE kind NOT LIKE '%.viewed'" : "");
        const db::Query query{"test.everything", text, text};
        found[table.name] = reader.query(query).one([](const db::Row& row) {
            return fmt::format("{} rows, versions {}", row.get<int>("n"), row.get<int>("v"));
        });
    }
    return found;
}

}

std::string refusal(const Answer& answer)
{
    if (answer.status < 400)
        return {};
    std::string text = answer.text("code");
    for (std::size_t from = answer.body.find("\"path\":\""); from != std::string::npos;
         from = answer.body.find("\"path\":\"", from + 1)) {
        const std::size_t begin = from + 8;
        text += " " + answer.body.substr(begin, answer.body.find('"', begin) - begin);
    }
    return text;
}

std::string said(const Answer& answer, std::string_view field)
{
    const std::size_t at = answer.body.find("\"path\":\"" + std::string{field} + "\"");
    if (at == std::string::npos)
        return "nothing about " + std::string{field} + " in " + answer.body;
    return Answer{answer.status, answer.body.substr(at), {}}.text("ja");
}

void Story::SetUp()
{
    if (GetParam() == db::Dialect::postgres && !test::postgres_server())
        GTEST_SKIP() << "HOSHUBAN_TEST_POSTGRES is not set: start through tools/with-postgres";
    begin();
}

void Story::begin()
{
    open("2025-12-01T09:00");
}

void Story::TearDown()
{
    if (!stage)
        return;
    const auto verified =
        stage->program().database().read([](db::Reader& reader) { return audit::verify(reader, contract); });
    EXPECT_FALSE(verified.broken);
    EXPECT_GT(verified.events, 0);
    stage->sign_in(auditor);
    stage->enter(contract);
    const Answer audit = stage->get(auditor, "/audit");
    EXPECT_EQ(audit.body.find("\"ok\":false"), std::string::npos) << audit.body;
}

void Story::open(
    std::string_view now, std::optional<scan::Scanner> scanner, notice::Outside outside, std::string database_url)
{
    if (stage)
        TearDown();
    stage = std::make_unique<Stage>(GetParam(), now, std::move(scanner), std::move(outside), std::move(database_url));
}

void Story::at(std::string_view time)
{
    stage->clock.set(*parse_instant(time));
    for (const char* each : {city, responsible, worker, officer, auditor})
        stage->sign_in(each);
}

std::string Story::written(const std::string& title, const std::string& work_types, const std::string& more)
{
    const Answer answer = stage->post(
        city, "/work-requests", R"({"title":")" + title + R"(","work_types":[)" + work_types + "]" + more + "}");
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.text("id");
}

std::string Story::accepted(const std::string& work_types, const std::string& more)
{
    const std::string id = written("着手条件の試し", work_types, more);
    EXPECT_EQ(stage->post(responsible, "/work-requests/" + id + "/accept", R"({"planned_hours":2})", 1).status, 200);
    return id;
}

int Story::version_of(const std::string& request)
{
    return std::stoi(stage->get(city, "/work-requests/" + request).text("version"));
}

Answer Story::start(const std::string& request, const std::string& body)
{
    return stage->post(worker, "/work-requests/" + request + "/start", body, version_of(request));
}

std::string Story::refused(const std::string& request, const std::string& body)
{
    return refusal(start(request, body));
}

Answer Story::propose(
    const std::string& request, std::string_view from, std::string_view until, const std::string& more)
{
    return stage->post(responsible, "/work-requests/" + request + "/windows",
        R"({"from":")" + std::string{from} + R"(","until":")" + std::string{until} + "\"" + more + "}");
}

void Story::agree(const Answer& window)
{
    const Answer agreed = stage->post(city, "/windows/" + window.text("id") + "/agree", "{}", 1);
    EXPECT_EQ(agreed.status, 200) << agreed.body;
    EXPECT_EQ(agreed.text("state"), "agreed");
}

void Story::no_vendors(const std::string& request)
{
    EXPECT_EQ(
        stage->post(responsible, "/vendor-notices", R"({"word":"none","request_id":")" + request + "\"}").status, 201);
}

void Story::prepare(const std::string& request)
{
    stage->approve_procedure(request);
    stage->assign_worker(request);
}

std::string Story::ask(const std::string& kind, const std::string& more)
{
    const Answer asked = stage->post(responsible, "/approvals",
        R"({"kind":")" + kind + R"(","title":"申請","reason":"作業に要るため")" + more + "}");
    EXPECT_EQ(asked.status, 201) << asked.body;
    return asked.text("id");
}

Answer Story::decide(const char* login, const std::string& approval, const std::string& verdict,
    const std::string& opinion, const std::string& sha256)
{
    const std::string one = "/approvals/" + approval;
    const std::string content = sha256.empty() ? "" : R"(,"content_sha256":")" + sha256 + "\"";
    return stage->post(login, one + "/decide",
        R"({"verdict":")" + verdict + R"(","opinion":")" + opinion + "\"" + content + "}",
        std::stoi(stage->get(login, one).entity_tag.substr(1)));
}

void Story::grant(const std::string& approval)
{
    const Answer granted = decide(city, approval, "grant");
    EXPECT_EQ(granted.status, 200) << granted.body;
}

std::map<std::string, std::string> Story::stored()
{
    return stage->program().database().read([](db::Reader& reader) { return everything(reader); });
}

void Story::refuses(const std::string& story, const Refusal& expected, const std::function<Answer()>& act)
{
    SCOPED_TRACE(story);
    const auto before = stored();
    const Answer answer = act();
    EXPECT_EQ(answer.status, expected.status) << answer.body;
    EXPECT_EQ(answer.text("code"), expected.code);
    EXPECT_NE(answer.text("detail_ja").find(expected.words), std::string::npos) << answer.body;
    EXPECT_EQ(stored(), before);
}

Answer Story::tell_result(const std::string& request, const std::string& day)
{
    return stage->post(worker, "/work-requests/" + request + "/result",
        R"({"result":"終わりました。","procedure_followed":"手順書のとおり","performed_on":")" + day +
            R"(","performed_by":"試作 次郎","actual_hours":1})",
        version_of(request));
}

Answer Story::sign(const char* login, const std::string& request)
{
    return stage->post(login, "/work-requests/" + request + "/sign", "{}", version_of(request));
}

}
