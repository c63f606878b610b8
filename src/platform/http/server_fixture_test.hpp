#pragma once
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/http/server.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <string>
#include <thread>

namespace hoshuban::http::test {

using namespace std::chrono_literals;

/// A client that sends whatever bytes it likes.
class Client {
public:
    explicit Client(std::uint16_t port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { ::close(socket_); }

    bool connected() const { return connected_; }
    int socket() const { return socket_; }
    bool send(std::string_view bytes)
    {
        return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
    }
    void finish_sending() { ::shutdown(socket_, SHUT_WR); }

    /// Everything until the server closes.
    std::string receive_all()
    {
        std::string text;
        while (receive_more(text)) { }
        return text;
    }
    /// One answer with its body; empty when the connection was closed before.
    std::string receive_answer()
    {
        while (true) {
            const auto end = pending_.find("\r\n\r\n");
            if (end != std::string::npos) {
                const auto at = pending_.find("Content-Length: ");
                const std::size_t length = at < end ? std::stoul(pending_.substr(at + 16)) : 0;
                if (pending_.size() >= end + 4 + length) {
                    const std::string answer = pending_.substr(0, end + 4 + length);
                    pending_.erase(0, answer.size());
                    return answer;
                }
            }
            if (!receive_more(pending_))
                return {};
        }
    }
    bool closed()
    {
        std::string ignored;
        return !receive_more(ignored) && ignored.empty();
    }

private:
    bool receive_more(std::string& text)
    {
        char part[4096];
        const auto count = ::recv(socket_, part, sizeof part, 0);
        if (count <= 0)
            return false;
        text.append(part, static_cast<std::size_t>(count));
        return true;
    }

    int socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    bool connected_ = false;
    std::string pending_;
};

class Nobody : public Authenticator {
public:
    Result<std::optional<Identity>> identify(const Request&, Instant) override { return std::nullopt; }
};

/// A running server with the routes /ok, /large (1 MB), /echo (at most 100 bytes) and /wait, which answers when
/// released.
class Serving : public testing::Test {
protected:
    Serving()
    {
        log::configure({.level = log::Level::off});
        const Text summary{"試験", "Test"};
        router_
            .get("/ok",
                [](Context& context) -> Result<Response> {
                    return Response{
                        200, {{"Content-Type", "text/plain"}}, context.request().secure ? "secure" : "fine"};
                })
            .open()
            .summary(summary);
        router_
            .post("/echo",
                [](Context&, const Upload& upload) -> Result<Response> {
                    return Response{200, {}, std::string(upload.bytes)};
                })
            .open()
            .summary(summary)
            .max_body(100);
        router_
            .get("/large",
                [](Context&) -> Result<Response> {
                    return Response{200, {}, std::string(1'000'000, 'x')};
                })
            .open()
            .summary(summary);
        router_
            .get("/wait",
                [this](Context&) -> Result<Response> {
                    ++waiting;
                    released.wait();
                    return Response{200, {}, "waited"};
                })
            .open()
            .summary(summary);
    }
    ~Serving() override
    {
        log::configure({});
        server.reset();
        std::filesystem::remove_all(folder_);
    }

    std::uint16_t start(Server::Options options)
    {
        options.workers = 8;
        dispatcher_ = std::make_unique<Dispatcher>(router_, Services{*database_, clock_, nobody_}, metrics_);
        server = std::make_unique<Server>(options, *dispatcher_);
        const auto port = server->listen();
        EXPECT_TRUE(port) << port.error().text.en;
        return port.value_or(0);
    }

    const std::filesystem::path& folder() const { return folder_; }
    const Dispatcher& dispatcher() const { return *dispatcher_; }

    std::atomic<int> waiting = 0;
    std::promise<void> release;
    std::shared_future<void> released{release.get_future()};
    std::unique_ptr<Server> server;

private:
    static std::filesystem::path fresh_folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "hoshuban-XXXXXX").string();
        return ::mkdtemp(name.data());
    }

    std::filesystem::path folder_ = fresh_folder();
    std::unique_ptr<db::Database> database_ = db::open({.url = "sqlite:" + (folder_ / "test.db").string()});
    MovableClock clock_{Instant{std::chrono::seconds{1'780'000'000}}};
    Nobody nobody_;
    metrics::Registry metrics_;
    Router router_;
    std::unique_ptr<Dispatcher> dispatcher_;
};

}
