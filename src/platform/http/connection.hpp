#pragma once
#include "platform/http/server.hpp"
#include "platform/http/streams.hpp"
#include "platform/http/workers.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <unordered_set>

// Inside of the server; only its .cpp files include this.
namespace hoshuban::http {

namespace asio = boost::asio;

using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;
using SteadyTime = std::chrono::steady_clock::time_point;

/// What all connections of a server share.
struct Shared {
    const Server::Options& options;
    const Dispatcher& dispatcher;
    Workers& workers;
    asio::ssl::context* tls;
    Streams* streams;
    std::atomic<bool>& stopping;
};

/// One socket. It belongs to one I/O thread, which alone touches it; that thread's clock closes it after its deadline.
class Connection {
public:
    Connection(Socket socket, std::string remote_address, const Shared& shared)
        : socket_(std::move(socket))
        , remote_address_(std::move(remote_address))
        , shared_(shared)
    {
    }

    /// Serves requests until either side is done.
    Awaitable<void> serve();

    void close_if_past(SteadyTime now)
    {
        if (now > deadline_)
            close();
    }
    /// Closes when no request is under way.
    void close_if_idle()
    {
        if (idle_)
            close();
    }
    void close();

    const std::string& remote_address() const { return remote_address_; }

private:
    template <class Stream>
    class Conversation;

    void allow(std::chrono::milliseconds time) { deadline_ = std::chrono::steady_clock::now() + time; }
    /// `time`, and what so many bytes take at the slowest rate.
    void allow(std::chrono::milliseconds time, std::uint64_t bytes);
    void allow_forever() { deadline_ = SteadyTime::max(); }

    Socket socket_;
    std::string remote_address_;
    const Shared& shared_;
    SteadyTime deadline_ = SteadyTime::max();
    bool idle_ = true;
};

}
