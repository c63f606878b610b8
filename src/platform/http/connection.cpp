#include "platform/http/connection.hpp"

#include "platform/clock.hpp"
#include "platform/http/wire.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <array>

// g++ 12 miscompiles lambdas, braced temporaries and conditional awaits inside an expression that contains co_await:
// every co_await here stands in a plain statement of its own.
namespace hoshuban::http {

namespace {

namespace beast = boost::beast;
using boost::system::error_code;
using Parser = beast::http::request_parser<beast::http::string_body>;

constexpr asio::use_awaitable_t<Executor> awaiting;
constexpr std::chrono::seconds goodbye_time{2};
constexpr std::size_t goodbye_bytes = std::size_t{1} << 20;
constexpr std::size_t read_size = std::size_t{64} << 10;

Error protocol_error(std::string code, Text text)
{
    return {ErrorKind::invalid, std::move(code), std::move(text)};
}

Error malformed()
{
    return protocol_error("http/malformed", {"HTTP として読み取れません。", "This is not a well-formed HTTP request."});
}

Error header_too_large()
{
    return protocol_error("http/header_too_large", {"ヘッダーが大きすぎます。", "The header is too large."});
}

Error body_too_large()
{
    return protocol_error("http/body_too_large", {"送られた内容が大きすぎます。", "The body is too large."});
}

Error unknown_method()
{
    return protocol_error(
        "http/unknown_method", {"このメソッドには対応していません。", "This method is not supported."});
}

/// The header as a request without body; a failure is the answer to send.
Result<Request> request_from(const Parser::value_type& message)
{
    const auto method = named<Method>({message.method_string().data(), message.method_string().size()});
    if (!method)
        return fail(unknown_method());
    if (message.version() >= 11 && message.count(beast::http::field::host) != 1)
        return fail(malformed());
    TRY_ASSIGN(Target target, parse_target({message.target().data(), message.target().size()}));
    Request request{.method = *method, .path = std::move(target.path), .query = std::move(target.query)};
    for (const auto& field : message)
        request.headers.add(std::string(field.name_string()), std::string(field.value()));
    return request;
}

int status_of_refusal(const Error& error)
{
    return error.code == "http/unknown_method" ? 501 : 400;
}

using Bell =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

/// A stream leaves the list with its connection, however that ends.
class StreamInUse {
public:
    StreamInUse(Streams& streams, const Response& response)
        : streams_{streams}
        , response_{response}
    {
    }
    ~StreamInUse() { streams_.close(response_); }
    StreamInUse(const StreamInUse&) = delete;
    StreamInUse& operator=(const StreamInUse&) = delete;

private:
    Streams& streams_;
    const Response& response_;
};

/// Runs the handler on a worker and comes back to the I/O thread with the answer.
Awaitable<Response> dispatch_on_worker(const Shared& shared, const Request& request, Executor executor)
{
    return asio::async_initiate<const asio::use_awaitable_t<Executor>&, void(Response)>(
        [&shared, &request, executor](auto handler) {
            shared.workers.run([&shared, &request, executor, handler = std::move(handler)]() mutable {
                Response response = shared.dispatcher.dispatch(request);
                asio::post(executor, [handler = std::move(handler), response = std::move(response)]() mutable {
                    handler(std::move(response));
                });
            });
        },
        awaiting);
}

}

/// The requests of one connection, one after the other.
template <class Stream>
class Connection::Conversation {
public:
    Conversation(Stream& stream, Connection& connection, bool secure)
        : stream_(stream)
        , connection_(connection)
        , options_(connection.shared_.options)
        , secure_(secure)
        , buffer_(options_.max_header_bytes + read_size)
    {
    }

    Awaitable<void> run()
    {
        while (keep_alive_) {
            co_await wait_for_request();
            if (problem_)
                co_return;
            Parser parser;
            co_await exchange(parser);
            if (problem_)
                co_return;
        }
        co_await say_goodbye();
    }

private:
    /// Until the first byte of the next request: an idle connection may be closed at any time.
    Awaitable<void> wait_for_request()
    {
        if (buffer_.size() > 0)
            co_return;
        if (connection_.shared_.stopping) {
            problem_ = asio::error::operation_aborted;
            co_return;
        }
        connection_.idle_ = true;
        connection_.allow(options_.idle_timeout);
        const auto room = buffer_.prepare(std::min(read_size, std::size_t{4096}));
        const std::size_t count = co_await stream_.async_read_some(room, asio::redirect_error(awaiting, problem_));
        buffer_.commit(count);
        connection_.idle_ = false;
    }

    Awaitable<void> exchange(Parser& parser)
    {
        connection_.allow(options_.header_timeout);
        parser.header_limit(static_cast<std::uint32_t>(options_.max_header_bytes));
        parser.body_limit(boost::none);
        error_code ec;
        co_await beast::http::async_read_header(stream_, buffer_, parser, asio::redirect_error(awaiting, ec));
        if (ec) {
            co_await refuse_unreadable(ec);
            co_return;
        }
        auto request = request_from(parser.get());
        if (!request) {
            const int status = status_of_refusal(request.error());
            co_await refuse(status, request.error());
            co_return;
        }
        if (std::ranges::distance(parser.get()) > static_cast<std::ptrdiff_t>(options_.max_header_fields)) {
            const Error error = header_too_large();
            co_await refuse(431, error);
            co_return;
        }
        if (!parser.is_done()) {
            co_await read_body(parser, *request);
            if (problem_ || !keep_alive_)
                co_return;
        }
        request->body = std::move(parser.get().body());
        request->remote_address = connection_.remote_address_;
        request->secure = secure_;
        options_.proxies.apply(*request);
        keep_alive_ = parser.keep_alive();
        co_await answer(*request);
    }

    Awaitable<void> read_body(Parser& parser, const Request& request)
    {
        const std::uint64_t limit = connection_.shared_.dispatcher.max_body(request.method, request.path);
        const std::uint64_t length = parser.content_length().value_or(0);
        if (length > limit) {
            const Error error = body_too_large();
            co_await refuse(413, error);
            co_return;
        }
        parser.body_limit(limit);
        connection_.allow(options_.body_timeout, parser.content_length() ? length : limit);
        if (request.header("Expect")) {
            const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(stream_, asio::buffer(go_on), asio::redirect_error(awaiting, problem_));
            if (problem_)
                co_return;
        }
        error_code ec;
        co_await beast::http::async_read(stream_, buffer_, parser, asio::redirect_error(awaiting, ec));
        if (ec)
            co_await refuse_unreadable(ec);
    }

    Awaitable<void> answer(const Request& request)
    {
        connection_.allow_forever();
        const Executor executor = connection_.socket_.get_executor();
        const Response response = co_await dispatch_on_worker(connection_.shared_, request, executor);
        if (connection_.shared_.stopping)
            keep_alive_ = false;
        Streams* const streams = connection_.shared_.streams;
        const auto stream = streams ? streams->take(response) : nullptr;
        if (stream) {
            const StreamInUse in_use{*streams, response};
            keep_alive_ = false;
            co_await send_stream(response, stream, request.method != Method::head);
            co_return;
        }
        co_await send(response, request.method != Method::head);
    }

    /// Writes what comes until either side is done; a comment now and then shows whether the reader is still there.
    Awaitable<void> send_stream(const Response& response, std::shared_ptr<EventStream> stream, bool with_body)
    {
        const Executor executor = connection_.socket_.get_executor();
        const auto bell = std::make_shared<Bell>(executor);
        stream->wake_with([executor, bell] { asio::post(executor, [bell] { bell->cancel(); }); });
        const Delivery delivery{.secure = secure_, .keep_alive = false, .streamed = true};
        std::string bytes = response_head(response, delivery, connection_.shared_.dispatcher.clock().now());
        while (!problem_) {
            connection_.allow(options_.write_timeout);
            co_await asio::async_write(stream_, asio::buffer(bytes), asio::redirect_error(awaiting, problem_));
            bytes = stream->take();
            if (!with_body || (bytes.empty() && stream->over()))
                co_return;
            if (!bytes.empty())
                continue;
            connection_.allow_forever();
            connection_.idle_ = true;
            bell->expires_after(connection_.shared_.streams->limits().heartbeat);
            error_code woken;
            co_await bell->async_wait(asio::redirect_error(awaiting, woken));
            connection_.idle_ = false;
            bytes = stream->take();
            if (bytes.empty())
                bytes = ":\n\n";
        }
    }

    /// Answers a protocol error; what follows on this connection cannot be trusted.
    Awaitable<void> refuse_unreadable(error_code ec)
    {
        if (ec == beast::http::error::header_limit) {
            const Error error = header_too_large();
            co_await refuse(431, error);
        } else if (ec == beast::http::error::body_limit) {
            const Error error = body_too_large();
            co_await refuse(413, error);
        } else if (ec.category() == beast::http::make_error_code(beast::http::error::end_of_stream).category() &&
            ec != beast::http::error::end_of_stream && ec != beast::http::error::partial_message) {
            const Error error = malformed();
            co_await refuse(400, error);
        } else {
            problem_ = ec;
        }
    }

    Awaitable<void> refuse(int status, const Error& error)
    {
        keep_alive_ = false;
        const Response response = connection_.shared_.dispatcher.refuse(status, error);
        co_await send(response, true);
    }

    Awaitable<void> send(const Response& response, bool with_body)
    {
        const Instant now = connection_.shared_.dispatcher.clock().now();
        const Delivery delivery{secure_, keep_alive_};
        const std::string head = response_head(response, delivery, now);
        const bool body = with_body && has_body(response.status);
        const std::array<asio::const_buffer, 2> bytes{
            asio::buffer(head), asio::buffer(response.body.data(), body ? response.body.size() : 0)};
        connection_.allow(options_.write_timeout, head.size() + response.body.size());
        co_await asio::async_write(stream_, bytes, asio::redirect_error(awaiting, problem_));
    }

    /// Closing with unread bytes would reset the connection, and the client might never see the last answer: so no more
    /// is sent, and what still comes is read and forgotten for a moment.
    Awaitable<void> say_goodbye()
    {
        connection_.allow(goodbye_time);
        co_await end_stream(stream_);
        error_code ec;
        connection_.socket_.shutdown(Socket::shutdown_send, ec);
        buffer_.clear();
        std::array<char, 4096> ignored;
        for (std::size_t total = 0; !ec && total < goodbye_bytes;) {
            const auto room = asio::buffer(ignored);
            const std::size_t count =
                co_await connection_.socket_.async_read_some(room, asio::redirect_error(awaiting, ec));
            total += count;
        }
    }

    static Awaitable<void> end_stream(Socket&) { co_return; }
    static Awaitable<void> end_stream(asio::ssl::stream<Socket&>& stream)
    {
        error_code ec;
        co_await stream.async_shutdown(asio::redirect_error(awaiting, ec));
    }

    Stream& stream_;
    Connection& connection_;
    const Server::Options& options_;
    bool secure_;
    beast::flat_buffer buffer_;
    error_code problem_;
    bool keep_alive_ = true;
};

void Connection::allow(std::chrono::milliseconds time, std::uint64_t bytes)
{
    const std::uint64_t seconds = bytes / shared_.options.slowest_bytes_per_second;
    allow(time + std::chrono::seconds{static_cast<std::int64_t>(seconds)});
}

void Connection::close()
{
    error_code ignored;
    socket_.close(ignored);
}

Awaitable<void> Connection::serve()
{
    if (!shared_.tls) {
        Conversation<Socket> conversation(socket_, *this, false);
        co_await conversation.run();
        co_return;
    }
    asio::ssl::stream<Socket&> stream(socket_, *shared_.tls);
    allow(shared_.options.header_timeout);
    error_code ec;
    co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(awaiting, ec));
    if (ec)
        co_return;
    Conversation<asio::ssl::stream<Socket&>> conversation(stream, *this, true);
    co_await conversation.run();
}

}
