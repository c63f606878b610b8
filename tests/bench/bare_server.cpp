// bare_server DATABASE-FILE CONTRACT PORT: the least a server can do over the same ledger, to divide by: Boost.Beast,
// two threads, SQLite, no rights, no events, no grouping. GET /one?ID, GET /list, POST /create (one durable insert).
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using Answer = beast::http::response<beast::http::string_body>;
using Request = beast::http::request<beast::http::string_body>;

constexpr const char* columns =
    "SELECT id, number, entered_on, city_person, division, division_person, contractor, contractor_person, status, "
    "title,"
    " body, wish_on, received_on, result, procedure_followed, performed_on, performed_until, performed_by,"
    " contractor_confirmation, contractor_confirmed_on, contractor_confirmed_by, city_confirmation, city_confirmed_on,"
    " city_confirmed_by, planned_tenths, actual_tenths, work_types, site_id, device_id, version FROM work_request"
    " WHERE contract_id = ?1 AND ";

class Statement {
public:
    Statement(sqlite3* database, const std::string& text)
    {
        if (sqlite3_prepare_v2(database, text.c_str(), -1, &statement_, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database));
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void bind(int place, std::string_view text)
    {
        sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }

    std::string rows()
    {
        std::string text = "[";
        while (sqlite3_step(statement_) == SQLITE_ROW) {
            text += text.size() == 1 ? "{" : ",{";
            for (int column = 0; column < sqlite3_column_count(statement_); ++column)
                add_field(text, column);
            text.back() = '}';
        }
        sqlite3_reset(statement_);
        return text + "]";
    }

private:
    // No text of the seeded ledger needs escaping.
    void add_field(std::string& text, int column)
    {
        const auto* const value = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        text.append("\"").append(sqlite3_column_name(statement_, column)).append("\":\"");
        text.append(value == nullptr ? "" : value).append("\",");
    }

    sqlite3_stmt* statement_ = nullptr;
};

/// One thread's connection.
class Ledger {
public:
    Ledger(const char* file, std::string_view contract)
        : database_{open(file)}
        , one_{database_.get(), std::string{columns} + "id = ?2"}
        , list_{database_.get(),
              std::string{columns} + "status = 'confirming' ORDER BY number_year, number_seq, id LIMIT 50"}
        , create_{database_.get(), "INSERT INTO bare (body) VALUES (?1)"}
    {
        one_.bind(1, contract);
        list_.bind(1, contract);
    }

    std::string one(std::string_view id)
    {
        one_.bind(2, id);
        return one_.rows();
    }
    std::string list() { return list_.rows(); }
    std::string create(std::string_view body)
    {
        static std::mutex one_writer;
        const std::lock_guard lock{one_writer};
        create_.bind(1, body);
        return create_.rows();
    }

private:
    using Handle = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

    static Handle open(const char* file)
    {
        sqlite3* database = nullptr;
        if (sqlite3_open(file, &database) != SQLITE_OK)
            throw std::runtime_error(file);
        sqlite3_exec(database,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;"
            "CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, body TEXT)",
            nullptr, nullptr, nullptr);
        return {database, sqlite3_close};
    }

    Handle database_;
    Statement one_;
    Statement list_;
    Statement create_;
};

std::string answer_to(Ledger& ledger, const Request& request)
{
    const std::string_view target{request.target().data(), request.target().size()};
    if (target.starts_with("/one?"))
        return ledger.one(target.substr(5));
    if (target == "/list")
        return ledger.list();
    return ledger.create(request.body());
}

asio::awaitable<void> converse(tcp::socket socket, Ledger& ledger)
{
    beast::flat_buffer buffer;
    boost::system::error_code ec;
    while (!ec) {
        Request request;
        co_await beast::http::async_read(socket, buffer, request, asio::redirect_error(asio::use_awaitable, ec));
        if (ec)
            co_return;
        Answer answer{beast::http::status::ok, 11};
        answer.set(beast::http::field::content_type, "application/json");
        answer.body() = answer_to(ledger, request);
        answer.prepare_payload();
        co_await beast::http::async_write(socket, answer, asio::redirect_error(asio::use_awaitable, ec));
    }
}

struct Loop {
    Loop(const char* file, std::string_view contract)
        : ledger{file, contract}
    {
    }
    asio::io_context context{1};
    Ledger ledger;
};

asio::awaitable<void> accept(tcp::acceptor& acceptor, std::vector<std::unique_ptr<Loop>>& loops)
{
    for (std::size_t next = 0;; ++next) {
        Loop& loop = *loops[next % loops.size()];
        tcp::socket socket(loop.context);
        co_await acceptor.async_accept(socket, asio::use_awaitable);
        socket.set_option(tcp::no_delay(true));
        asio::co_spawn(loop.context, converse(std::move(socket), loop.ledger), asio::detached);
    }
}

}

int main(int argc, char** argv)
{
    if (argc != 4) {
        fmt::print(stderr, "bare_server DATABASE-FILE CONTRACT PORT\n");
        return 2;
    }
    std::vector<std::unique_ptr<Loop>> loops;
    for (int i = 0; i < 2; ++i)
        loops.push_back(std::make_unique<Loop>(argv[1], argv[2]));
    const auto keep = asio::make_work_guard(loops.back()->context);
    const auto port = static_cast<std::uint16_t>(std::strtol(argv[3], nullptr, 10));
    tcp::acceptor acceptor(loops.front()->context, tcp::endpoint(asio::ip::address_v4::loopback(), port));
    asio::co_spawn(loops.front()->context, accept(acceptor, loops), asio::detached);
    std::vector<std::jthread> threads;
    for (const auto& loop : loops)
        threads.emplace_back([&context = loop->context] { context.run(); });
}
