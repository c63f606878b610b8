#include "stage.hpp"

#include "app/contract_loading.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/test_database.hpp"
#include "platform/http/dispatcher.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <utility>

namespace hoshuban::scenario {
namespace {

const std::string source_folder = HOSHUBAN_SOURCE_DIR;

// Of its own for each program: what stands in a folder may belong to the database.
std::string new_data_folder()
{
    static int number = 0;
    return (test::scratch_folder() / ("data" + std::to_string(++number))).string();
}

using Passwords = std::map<std::string, std::string>;

/// Puts the contracts and the worked example into a program; the passwords of its people.
Passwords furnish(Program& program)
{
    const auto contracts = load_contracts(program, source_folder + "/contracts");
    EXPECT_TRUE(contracts) << contracts.error().text.en;
    const auto people = load_worked_example(program, source_folder + "/demo/worked-example.json");
    if (!people)
        throw std::runtime_error(people.error().text.en);
    Passwords passwords;
    for (const DemoSignIn& person : *people)
        passwords[person.login] = person.password;
    return passwords;
}

struct Furnished {
    std::string url;
    Passwords passwords;
};

/// The same for every story that begins at this moment: reading five contracts takes longer than most stories.
const Furnished& furnished(db::Dialect dialect, std::string_view now)
{
    static std::map<std::pair<db::Dialect, std::string>, Furnished> models;
    Furnished& model = models[{dialect, std::string{now}}];
    if (!model.url.empty())
        return model;
    const MovableClock clock{*parse_instant(now)};
    const std::string url = test::new_database_url(dialect);
    auto program = Program::create(
        {.data = new_data_folder(), .database_url = url, .password_cost = crypto::cheapest_password_cost}, clock);
    if (!program)
        throw std::runtime_error(program.error().text.en);
    model.passwords = furnish(**program);
    model.url = url;
    return model;
}

std::string copy_of(const std::string& model, db::Dialect dialect)
{
    static int number = 0;
    const std::string name = "story" + std::to_string(++number);
    if (dialect == db::Dialect::sqlite) {
        const std::filesystem::path file = test::scratch_folder() / (name + ".db");
        std::filesystem::copy_file(model.substr(std::string_view{"sqlite:"}.size()), file);
        return "sqlite:" + file.string();
    }
    const std::size_t from = model.find("hoshuban_test_");
    const std::string model_name = model.substr(from, model.find_first_of("?&", from) - from);
    const std::string copy_name = model_name + "_" + name;
    const db::Options server{.url = test::postgres_server()};
    db::connect(server, db::Purpose::writing)->script("CREATE DATABASE " + copy_name + " TEMPLATE " + model_name);
    return std::string{model}.replace(from, model_name.size(), copy_name);
}

http::Request request_for(http::Method method, const std::string& target, std::string body)
{
    const auto parsed = http::parse_target(target);
    EXPECT_TRUE(parsed) << target;
    http::Request request{.method = method, .path = parsed->path, .query = parsed->query};
    request.body = std::move(body);
    request.remote_address = "127.0.0.1";
    return request;
}

}

std::string Answer::text(std::string_view key) const
{
    const std::string mark = "\"" + std::string{key} + "\":";
    const std::size_t found = body.find(mark);
    if (found == std::string::npos) {
        ADD_FAILURE() << "no " << key << " in " << body.substr(0, 500);
        return {};
    }
    const std::size_t from = found + mark.size();
    if (body[from] == '"')
        return body.substr(from + 1, body.find('"', from + 1) - from - 1);
    return body.substr(from, body.find_first_of(",}]", from) - from);
}

std::string file_bytes(const std::string& path_below_source)
{
    std::ifstream stream{source_folder + "/" + path_below_source, std::ios::binary};
    EXPECT_TRUE(stream) << path_below_source;
    return {std::istreambuf_iterator<char>{stream}, {}};
}

Stage::Stage(db::Dialect dialect, std::string_view now, std::optional<scan::Scanner> scanner, notice::Outside outside,
    std::string database_url)
    : clock{*parse_instant(now)}
{
    std::string url = std::move(database_url);
    if (url.empty()) {
        const Furnished& model = furnished(dialect, now);
        url = copy_of(model.url, dialect);
        passwords_ = model.passwords;
    }
    auto created = Program::create({.data = new_data_folder(),
                                       .database_url = url,
                                       .password_cost = crypto::cheapest_password_cost,
                                       .scanner = std::move(scanner),
                                       .outside = std::move(outside)},
        clock);
    if (!created)
        throw std::runtime_error(created.error().text.en);
    program_ = std::move(*created);
    if (passwords_.empty())
        passwords_ = furnish(*program_);
}

Stage::~Stage() = default;

void Stage::sign_in(const std::string& login)
{
    auto request = request_for(http::Method::post, "/api/v1/session",
        R"({"login":")" + login + R"(","password":")" + passwords_.at(login) + "\"}");
    request.headers.add("Content-Type", "application/json");
    const auto response = program_->dispatcher().dispatch(request);
    ASSERT_EQ(response.status, 200) << response.body;
    const std::string cookie{response.header("Set-Cookie").value_or("")};
    signed_in_[login] = {cookie.substr(0, cookie.find(';')), Answer{response.status, response.body, {}}.text("csrf")};
}

int Stage::start_work(const std::string& request, int version)
{
    sign_in("kaku");
    sign_in("mihon");
    approve_procedure(request);
    return start_by_procedure(request, version);
}

int Stage::start_by_procedure(const std::string& request, int version)
{
    const std::string one = "/work-requests/" + request;
    const auto at = [&](std::chrono::minutes later) { return to_text(clock.now() + later); };
    const Answer window = post("kaku", one + "/windows",
        R"({"from":")" + at(std::chrono::minutes{0}) + R"(","until":")" + at(std::chrono::minutes{60}) + "\"}");
    EXPECT_EQ(window.status, 201) << window.body;
    const Answer agreed = post("mihon", "/windows/" + window.text("id") + "/agree", "{}", 1);
    EXPECT_EQ(agreed.status, 200) << agreed.body;
    const Answer told = post("kaku", "/vendor-notices", R"({"word":"none","request_id":")" + request + "\"}");
    EXPECT_EQ(told.status, 201) << told.body;
    assign_worker(request);
    const Answer started = post("kaku", one + "/start", "{}", version);
    EXPECT_EQ(started.status, 200) << started.body;
    return started.status == 200 ? std::stoi(started.text("version")) : version;
}

std::string Stage::procedure_version()
{
    if (!procedure_version_.empty())
        return procedure_version_;
    const Answer made = post("kaku", "/procedures", R"({"kind":"own","title":"作業手順書"})");
    EXPECT_EQ(made.status, 201) << made.body;
    const std::string one = "/procedures/" + made.text("id");
    const std::string body = get("kaku", one).body;
    const std::size_t at = body.find(R"("versions":[{"id":")") + 19;
    procedure_version_ = body.substr(at, body.find('"', at) - at);
    const Answer filed = post("kaku", one + "/versions/" + procedure_version_ + "/files?name=steps.txt",
        "控えを取り、変更し、動作を確かめる。", 1);
    EXPECT_EQ(filed.status, 200) << filed.body;
    return procedure_version_;
}

void Stage::hand_in_procedure(const std::string& request)
{
    const Answer handed =
        post("kaku", "/work-requests/" + request + "/procedures", R"({"version_id":")" + procedure_version() + "\"}");
    EXPECT_EQ(handed.status, 200) << handed.body;
}

void Stage::decide_procedure(const std::string& request, const std::string& verdict, const std::string& opinion)
{
    const Answer seen = get("mihon", "/work-requests/" + request + "/procedures");
    const Answer decided = post("mihon", "/approvals/" + seen.text("approval_id") + "/decide",
        R"({"verdict":")" + verdict + R"(","content_sha256":")" + seen.text("content_sha256") + R"(","opinion":")" +
            opinion + "\"}",
        1);
    EXPECT_EQ(decided.status, 200) << decided.body;
}

void Stage::approve_procedure(const std::string& request)
{
    hand_in_procedure(request);
    decide_procedure(request, "grant");
}

void Stage::assign_worker(const std::string& request)
{
    const LocalDay today = day_of(clock.now());
    const Answer roster = get("kaku", "/roster");
    const Answer assigned = post("kaku", "/work-requests/" + request + "/assignments",
        R"({"worker_id":")" + roster.text("id") + R"(","task":"現地作業","first_day":")" + to_text(today) +
            R"(","last_day":")" + to_text(today + std::chrono::days{6}) + "\"}");
    EXPECT_EQ(assigned.status, 201) << assigned.body;
}

http::Request Stage::request_of(
    const std::string& login, http::Method method, const std::string& path, std::string body)
{
    if (!signed_in_.contains(login))
        sign_in(login);
    const Credentials& credentials = signed_in_.at(login);
    auto request = request_for(method, "/api/v1/contracts/" + entered_.text + path, std::move(body));
    request.headers.add("Cookie", credentials.cookie);
    request.headers.add("X-Hoshuban-CSRF", credentials.csrf);
    request.headers.add("Content-Type", "application/json");
    return request;
}

Answer Stage::answer_to(const http::Request& request)
{
    auto response = program_->dispatcher().dispatch(request);
    return {response.status, std::move(response.body), std::string{response.header("ETag").value_or("")}};
}

Answer Stage::send(
    const std::string& login, http::Method method, const std::string& path, std::string body, int if_match)
{
    auto request = request_of(login, method, path, std::move(body));
    if (if_match > 0)
        request.headers.add("If-Match", "\"" + std::to_string(if_match) + "\"");
    return answer_to(request);
}

void Stage::put_mail(const std::string& login, const std::string& address)
{
    auto request = request_of(login, http::Method::put, "", R"({"mail":")" + address + "\"}");
    request.path = "/api/v1/session/mail";
    const Answer put = answer_to(request);
    EXPECT_EQ(put.status, 200) << put.body;
}

Answer Stage::post_confirmed(const std::string& login, const std::string& path, std::string body)
{
    auto request = request_of(login, http::Method::post, path, std::move(body));
    request.headers.add("X-Hoshuban-Confirm", "text/password_like");
    return answer_to(request);
}

}
