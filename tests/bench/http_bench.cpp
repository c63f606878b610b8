// Serves two things on two ports so that a load generator can compare them in one run: the product's server with an
// empty handler and with a list of 50 rows, and a bare Boost.Beast loop that always answers the same bytes.
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/http/server.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <thread>

namespace {

using namespace hoshuban;
namespace asio = boost::asio;
namespace beast = boost::beast;

struct Row {
    WorkRequestId id{"018f4d3e-7c00-7abc-8def-0123456789ab"};
    std::string number = "A21A-01";
    std::string title = "端末の設定変更について";
    std::string body = "窓口の端末を入れ替えるため、設定を変更してください。";
    std::string person = "例 太郎";
    std::optional<LocalDay> entered = make_day(2026, 5, 1);
    std::optional<double> hours = 1.5;
    std::optional<std::string> remark;
    std::vector<std::string> types{"setup", "move"};
    int version = 3;
};

/// As many fields as a row of the ledger has: 28.
json::Object describe(const Row*)
{
    using R = Row;
    return json::object<R>("Row", json::field("id", &R::id), json::field("number", &R::number),
        json::field("title", &R::title), json::field("body", &R::body), json::field("a", &R::person),
        json::field("b", &R::entered), json::field("c", &R::hours, json::decimals(1)), json::field("d", &R::remark),
        json::field("types", &R::types), json::field("version", &R::version), json::field("e", &R::person),
        json::field("f", &R::person), json::field("g", &R::entered), json::field("h", &R::entered),
        json::field("i", &R::entered), json::field("j", &R::remark), json::field("k", &R::remark),
        json::field("l", &R::hours, json::decimals(1)), json::field("m", &R::person), json::field("n", &R::number),
        json::field("o", &R::number), json::field("p", &R::remark), json::field("q", &R::entered),
        json::field("r", &R::person), json::field("s", &R::remark), json::field("t", &R::number),
        json::field("u", &R::remark), json::field("v", &R::entered));
}

struct List {
    std::vector<Row> items = std::vector<Row>(50);
};

json::Object describe(const List*)
{
    return json::object<List>("List", json::field("items", &List::items));
}

class Nobody : public http::Authenticator {
public:
    Result<std::optional<http::Identity>> identify(const http::Request&, Instant) override { return std::nullopt; }
};

using tcp = asio::ip::tcp;

asio::awaitable<void> answer_always(tcp::socket socket)
{
    beast::flat_buffer buffer;
    beast::http::response<beast::http::string_body> response{beast::http::status::ok, 11};
    response.body() = "{}";
    response.prepare_payload();
    boost::system::error_code ec;
    while (!ec) {
        beast::http::request<beast::http::string_body> request;
        co_await beast::http::async_read(socket, buffer, request, asio::redirect_error(asio::use_awaitable, ec));
        if (ec)
            co_return;
        co_await beast::http::async_write(socket, response, asio::redirect_error(asio::use_awaitable, ec));
    }
}

asio::awaitable<void> accept_always(tcp::acceptor& acceptor, std::vector<std::unique_ptr<asio::io_context>>& contexts)
{
    for (std::size_t next = 0;; ++next) {
        auto& context = *contexts[next % contexts.size()];
        tcp::socket socket(context);
        boost::system::error_code ec;
        co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, ec));
        if (ec)
            co_return;
        socket.set_option(tcp::no_delay(true));
        asio::co_spawn(context, answer_always(std::move(socket)), asio::detached);
    }
}

void measure_json()
{
    const List list;
    constexpr int rounds = 2000;
    std::size_t bytes = 0;
    const auto began = std::clock();
    for (int i = 0; i < rounds; ++i)
        bytes += json::print(list).size();
    const auto printed = std::clock();
    const std::string text = json::print(list);
    for (int i = 0; i < rounds; ++i)
        bytes += json::parse<List>(text)->items.size();
    const auto parsed = std::clock();
    // Processor time, so that other programs on the machine do not count.
    const auto microseconds = [](std::clock_t ticks) {
        return 1e6 * static_cast<double>(ticks) / CLOCKS_PER_SEC / rounds;
    };
    fmt::print("json, 50 rows x 28 fields, {} bytes: print {:.1f} us, parse {:.1f} us ({})\n", text.size(),
        microseconds(printed - began), microseconds(parsed - printed), bytes % 10);
}

}

int main(int argc, char** argv)
{
    measure_json();
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    sigprocmask(SIG_BLOCK, &stop, nullptr);
    log::configure(
        {.level = argc > 1 && std::string_view(argv[1]) == "--log" ? log::Level::info : log::Level::warning});
    std::string folder = (std::filesystem::temp_directory_path() / "hoshuban-XXXXXX").string();
    const auto database = db::open({.url = fmt::format("sqlite:{}/bench.db", ::mkdtemp(folder.data()))});
    const SystemClock clock;
    Nobody nobody;
    metrics::Registry metrics;
    http::Router router;
    const Text summary{"計測", "Bench"};
    const List list;
    router.get("/empty", [](http::Context&) -> Result<http::Response> { return http::json_response(200, "{}"); })
        .open()
        .summary(summary);
    router.get("/list", [&](http::Context&) -> Result<List> { return list; }).open().summary(summary);
    const http::Dispatcher dispatcher(router, {*database, clock, nobody}, metrics);
    http::Server server({}, dispatcher);
    const auto port = server.listen();
    if (!port) {
        fmt::print("{}\n", port.error().text.en);
        return 2;
    }

    std::vector<std::unique_ptr<asio::io_context>> contexts;
    contexts.push_back(std::make_unique<asio::io_context>(1));
    contexts.push_back(std::make_unique<asio::io_context>(1));
    const auto keep = asio::make_work_guard(*contexts.back());
    tcp::acceptor acceptor(*contexts.front(), tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    asio::co_spawn(*contexts.front(), accept_always(acceptor, contexts), asio::detached);
    std::vector<std::thread> threads;
    for (const auto& context : contexts)
        threads.emplace_back([&context = *context] { context.run(); });

    fmt::print("hoshuban http://127.0.0.1:{0}/empty http://127.0.0.1:{0}/list\nbare beast http://127.0.0.1:{1}/\nstop "
               "with Ctrl-C\n",
        *port, acceptor.local_endpoint().port());
    std::fflush(stdout);
    int signal = 0;
    sigwait(&stop, &signal);
    std::filesystem::remove_all(folder);
    std::_Exit(0);
}
