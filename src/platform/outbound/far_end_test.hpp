#pragma once
#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace hoshuban::outbound::test {

/// One end of a connection that a test scripts byte by byte.
class Wire {
public:
    explicit Wire(int socket)
        : socket_{socket}
    {
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    void say(const std::string& text) { ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }
    /// Everything up to and with `end`; less when the other side closes or says nothing for five seconds.
    std::string hear(const std::string& end)
    {
        while (heard_.find(end) == std::string::npos) {
            pollfd waiting{socket_, POLLIN, 0};
            char part[4096];
            const auto count = ::poll(&waiting, 1, 5000) == 1 ? ::recv(socket_, part, sizeof part, 0) : 0;
            if (count <= 0)
                return std::exchange(heard_, {});
            heard_.append(part, static_cast<std::size_t>(count));
        }
        const auto length = heard_.find(end) + end.size();
        std::string text = heard_.substr(0, length);
        heard_.erase(0, length);
        return text;
    }
    /// Says this again and again until the other side hangs up or `times` are over.
    void drip(const std::string& text, int times)
    {
        constexpr int pause_ms = 20;
        pollfd waiting{socket_, POLLIN, 0};
        for (int i = 0; i < times && ::poll(&waiting, 1, pause_ms) == 0; ++i)
            say(text);
    }
    /// Says nothing until the other side hangs up.
    void hang() { hear("\x01never said\x01"); }
    int socket() const { return socket_; }

private:
    int socket_;
    std::string heard_;
};

/// A server on 127.0.0.1 that plays one script for every connection, one after the other.
class FarEnd {
public:
    explicit FarEnd(std::function<void(Wire&)> script)
        : script_{std::move(script)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        ::listen(listener_, 16);
        socklen_t size = sizeof address;
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::jthread{[this](const std::stop_token& stop) { serve(stop); }};
    }
    ~FarEnd()
    {
        thread_.request_stop();
        thread_.join();
        ::close(listener_);
    }
    FarEnd(const FarEnd&) = delete;
    FarEnd& operator=(const FarEnd&) = delete;

    std::uint16_t port() const { return port_; }
    int connections() const { return connections_; }

private:
    void serve(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            pollfd waiting{listener_, POLLIN, 0};
            if (::poll(&waiting, 1, 20) != 1)
                continue;
            const int socket = ::accept(listener_, nullptr, nullptr);
            if (socket < 0)
                continue;
            ++connections_;
            Wire wire{socket};
            script_(wire);
        }
    }

    std::function<void(Wire&)> script_;
    int listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::uint16_t port_ = 0;
    std::atomic<int> connections_ = 0;
    std::jthread thread_;
};

}
