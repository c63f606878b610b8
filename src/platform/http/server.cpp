#include "platform/http/server.hpp"

#include "platform/http/connection.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <openssl/ssl.h>

#include <condition_variable>
#include <mutex>
#include <unordered_map>

namespace hoshuban::http {

namespace {

using asio::ip::tcp;
using boost::system::error_code;

constexpr asio::use_awaitable_t<Executor> on_executor;
constexpr std::chrono::milliseconds tick{100};

/// One I/O thread and the connections that belong to it.
struct Loop {
    asio::io_context context{1};
    asio::executor_work_guard<Executor> work{context.get_executor()};
    asio::steady_timer timer{context};
    std::unordered_set<Connection*> connections;
    std::thread thread;

    /// Closes what is past its deadline, again and again.
    void watch()
    {
        timer.expires_after(tick);
        timer.async_wait([this](error_code ec) {
            if (ec)
                return;
            const auto now = std::chrono::steady_clock::now();
            for (Connection* const connection : connections)
                connection->close_if_past(now);
            watch();
        });
    }
};

/// Counts connections, in all and per address.
class Doorkeeper {
public:
    explicit Doorkeeper(const Server::Options& options)
        : options_(options)
    {
    }

    bool admit(const std::string& address)
    {
        const std::lock_guard lock(mutex_);
        if (total_ >= options_.max_connections)
            return false;
        auto& count = per_address_[address];
        if (count >= options_.max_connections_per_address)
            return false;
        ++count;
        ++total_;
        return true;
    }

    void leave(const std::string& address)
    {
        const std::lock_guard lock(mutex_);
        const auto found = per_address_.find(address);
        if (--found->second == 0)
            per_address_.erase(found);
        if (--total_ == 0)
            empty_.notify_all();
    }

    bool wait_until_empty(std::chrono::milliseconds limit)
    {
        std::unique_lock lock(mutex_);
        return empty_.wait_for(lock, limit, [this] { return total_ == 0; });
    }

    void wait_until_empty()
    {
        std::unique_lock lock(mutex_);
        empty_.wait(lock, [this] { return total_ == 0; });
    }

    std::size_t total() const
    {
        const std::lock_guard lock(mutex_);
        return total_;
    }

private:
    const Server::Options& options_;
    mutable std::mutex mutex_;
    std::condition_variable empty_;
    std::size_t total_ = 0;
    std::unordered_map<std::string, std::size_t> per_address_;
};

std::unexpected<Error> cannot_listen(const Server::Options& options, const std::string& reason)
{
    return fail(ErrorKind::unavailable, "http/cannot_listen",
        {fmt::format("{}:{} で待ち受けられません: {}", options.address, options.port, reason),
            fmt::format("Cannot listen on {}:{}: {}", options.address, options.port, reason)});
}

Result<std::unique_ptr<asio::ssl::context>> tls_context(const Tls& files)
{
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION);
    error_code ec;
    context->use_certificate_chain_file(files.certificate_chain_file, ec);
    if (!ec)
        context->use_private_key_file(files.private_key_file, asio::ssl::context::pem, ec);
    if (!ec)
        return context;
    return fail(ErrorKind::invalid, "http/tls_files",
        {fmt::format("証明書または秘密鍵を読み込めません（{}、{}）: {}", files.certificate_chain_file,
             files.private_key_file, ec.message()),
            fmt::format("Cannot use the certificate or key ({}, {}): {}", files.certificate_chain_file,
                files.private_key_file, ec.message())});
}

std::string text_of(const asio::ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

int computing_of(const Server::Options& options)
{
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    return options.computing > 0 ? options.computing : std::max(cores, 2);
}

}

struct Server::Parts {
    Parts(Options given, const Dispatcher& dispatcher, Streams* streams)
        : options(std::move(given))
        , doorkeeper(options)
        , workers(options.workers, computing_of(options))
        , shared{options, dispatcher, workers, nullptr, streams, stopping}
    {
        for (int i = 0; i < options.io_threads; ++i)
            loops.push_back(std::make_unique<Loop>());
    }

    Options options;
    std::atomic<bool> stopping = false;
    Doorkeeper doorkeeper;
    std::vector<std::unique_ptr<Loop>> loops;
    std::unique_ptr<asio::ssl::context> tls;
    Workers workers;
    Shared shared;
    std::unique_ptr<asio::basic_socket_acceptor<tcp, Executor>> acceptor;
    bool running = false;

    Result<std::uint16_t> open()
    {
        error_code ec;
        const auto address = asio::ip::make_address(options.address, ec);
        if (ec)
            return cannot_listen(options, ec.message());
        const tcp::endpoint endpoint(address, options.port);
        acceptor = std::make_unique<asio::basic_socket_acceptor<tcp, Executor>>(loops.front()->context.get_executor());
        acceptor->open(endpoint.protocol(), ec);
        if (!ec)
            acceptor->set_option(asio::socket_base::reuse_address(true), ec);
        if (!ec)
            acceptor->bind(endpoint, ec);
        if (!ec)
            acceptor->listen(asio::socket_base::max_listen_connections, ec);
        if (ec)
            return cannot_listen(options, ec.message());
        return acceptor->local_endpoint().port();
    }

    Awaitable<void> accept()
    {
        for (std::size_t next = 0; !stopping; ++next) {
            Loop& loop = *loops[next % loops.size()];
            Socket socket(loop.context.get_executor());
            error_code ec;
            co_await acceptor->async_accept(socket, asio::redirect_error(on_executor, ec));
            if (stopping)
                co_return;
            if (!ec) {
                welcome(loop, std::move(socket));
                continue;
            }
            // Out of file descriptors, most likely: wait for some to come back instead of spinning.
            log::warning("accept_failed", {{"what", ec.message()}});
            asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>,
                Executor>
                pause(loops.front()->context.get_executor(), tick);
            co_await pause.async_wait(asio::redirect_error(on_executor, ec));
        }
    }

    void welcome(Loop& loop, Socket socket)
    {
        error_code ec;
        const auto remote = socket.remote_endpoint(ec);
        if (ec)
            return;
        std::string address = text_of(remote.address());
        if (!doorkeeper.admit(address))
            return;
        socket.set_option(tcp::no_delay(true), ec);
        auto connection = std::make_unique<Connection>(std::move(socket), std::move(address), shared);
        asio::co_spawn(loop.context.get_executor(), keep(loop, std::move(connection)), asio::detached);
    }

    Awaitable<void> keep(Loop& loop, std::unique_ptr<Connection> connection)
    {
        loop.connections.insert(connection.get());
        try {
            co_await connection->serve();
        } catch (const std::exception& failure) {
            log::error("connection_failed", {{"what", failure.what()}});
        }
        loop.connections.erase(connection.get());
        connection->close();
        doorkeeper.leave(connection->remote_address());
    }

    void on_each_connection(void (Connection::*action)())
    {
        for (const auto& loop : loops) {
            asio::post(loop->context, [&loop = *loop, action] {
                for (Connection* const connection : loop.connections)
                    (connection->*action)();
            });
        }
    }
};

Server::Server(Options options, const Dispatcher& dispatcher, Streams* streams)
    : parts_(std::make_unique<Parts>(std::move(options), dispatcher, streams))
{
}

Server::~Server()
{
    stop(std::chrono::milliseconds{0});
}

Result<std::uint16_t> Server::listen()
{
    Parts& parts = *parts_;
    if (parts.options.tls) {
        TRY_ASSIGN(parts.tls, tls_context(*parts.options.tls));
        parts.shared.tls = parts.tls.get();
    }
    TRY_ASSIGN(const std::uint16_t port, parts.open());
    parts.running = true;
    asio::co_spawn(parts.loops.front()->context.get_executor(), parts.accept(), asio::detached);
    for (const auto& loop : parts.loops) {
        loop->watch();
        loop->thread = std::thread([&context = loop->context] { context.run(); });
    }
    return port;
}

void Server::stop(std::chrono::milliseconds limit)
{
    Parts& parts = *parts_;
    if (!std::exchange(parts.running, false))
        return;
    parts.stopping = true;
    asio::post(parts.loops.front()->context, [&parts] {
        error_code ignored;
        parts.acceptor->close(ignored);
    });
    if (parts.shared.streams)
        parts.shared.streams->end_all();
    parts.on_each_connection(&Connection::close_if_idle);
    if (!parts.doorkeeper.wait_until_empty(limit)) {
        parts.on_each_connection(&Connection::close);
        parts.doorkeeper.wait_until_empty();
    }
    parts.workers.join();
    for (const auto& loop : parts.loops) {
        loop->context.stop();
        loop->thread.join();
    }
}

std::size_t Server::connections() const
{
    return parts_->doorkeeper.total();
}

}
