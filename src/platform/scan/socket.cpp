#include "platform/scan/socket.hpp"

#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace hoshuban::scan {

std::optional<Socket> Socket::connect(const Endpoint& endpoint, Deadline deadline)
{
    const int descriptor = ::socket(endpoint.address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return std::nullopt;
    Socket socket{descriptor};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the socket interface asks for it
    const auto* const address = reinterpret_cast<const sockaddr*>(&endpoint.address);
    if (::connect(descriptor, address, endpoint.length) == 0)
        return socket;
    if (errno != EINPROGRESS || !socket.wait_for(POLLOUT, deadline))
        return std::nullopt;
    int problem = 0;
    socklen_t size = sizeof problem;
    if (getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &problem, &size) != 0 || problem != 0)
        return std::nullopt;
    return socket;
}

Socket::~Socket()
{
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

Socket::Socket(Socket&& other) noexcept
    : descriptor_{std::exchange(other.descriptor_, -1)}
{
}

bool Socket::wait_for(short events, Deadline deadline) const
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return false;
        pollfd waiting{descriptor_, events, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

Socket::Sent Socket::send(std::string_view bytes, Deadline deadline) const
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK)
            return Sent::closed;
        if (!wait_for(POLLOUT, deadline))
            return Sent::late;
    }
    return Sent::all;
}

std::optional<std::string> Socket::receive_all(std::size_t most, Deadline deadline) const
{
    std::string received;
    std::array<char, 512> part{};
    for (;;) {
        const ssize_t count = ::recv(descriptor_, part.data(), part.size(), 0);
        if (count == 0)
            return received;
        if (count > 0) {
            received.append(part.data(), static_cast<std::size_t>(count));
            if (received.size() > most)
                return std::nullopt;
            continue;
        }
        // What was said before a reset still counts.
        if (errno == ECONNRESET)
            return received;
        if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
            return std::nullopt;
        if (!wait_for(POLLIN, deadline))
            return std::nullopt;
    }
}

}
