#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>

namespace hoshuban::scan {

/// Where a service listens, ready to connect to.
struct Endpoint {
    sockaddr_storage address = {};
    socklen_t length = 0;
};

/// A connection whose every step ends at a deadline. Closed at the end of its life.
class Socket {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    /// Nothing when nobody answers there by then.
    static std::optional<Socket> connect(const Endpoint&, Deadline);
    ~Socket();
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&&) = delete;

    enum class Sent { all, closed, late };
    /// `closed`: the other side takes no more; it may have said why.
    Sent send(std::string_view, Deadline) const;

    /// Everything that comes until the other side closes. Nothing when it is longer than `most` or not there by then.
    std::optional<std::string> receive_all(std::size_t most, Deadline) const;

private:
    explicit Socket(int descriptor)
        : descriptor_{descriptor}
    {
    }
    bool wait_for(short events, Deadline) const;

    int descriptor_;
};

}
