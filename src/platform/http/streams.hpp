#pragma once
#include "core/result.hpp"
#include "platform/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace hoshuban::http {

/// One open stream of server-sent events: whoever has news sends, the connection writes. Thread safe.
class EventStream {
public:
    explicit EventStream(std::size_t most_waiting)
        : most_waiting_{most_waiting}
    {
    }

    /// Leaves bytes to be written; false when the stream is over. A reader so slow that more than the limit waits loses
    /// the stream: he comes back and catches up.
    bool send(std::string_view bytes);
    /// Writes what waits, then closes.
    void end();
    bool over() const;

    /// For the connection: what waits, and whom to wake when more comes. Waking happens on the thread that sends.
    std::string take();
    void wake_with(std::function<void()> wake);

private:
    const std::size_t most_waiting_;
    mutable std::mutex mutex_;
    std::string waiting_;
    std::function<void()> wake_;
    bool over_ = false;
};

/// The streams of a server. A handler opens one and answers with it; the connection finds it by the answer's header.
/// Bounded in all; the oldest stream of an owner gives way to a new one, because a page that is gone is noticed late.
class Streams {
public:
    struct Limits {
        std::size_t most = 1024;
        std::size_t most_per_owner = 4; ///< a session needs one; the others belong to pages that went
        std::size_t most_waiting = std::size_t{64} << 10; ///< bytes
        std::chrono::milliseconds heartbeat{15'000};
    };

    Streams() = default;
    explicit Streams(const Limits& limits)
        : limits_{limits}
    {
    }

    struct Opened {
        Response response;
        std::shared_ptr<EventStream> stream;
    };
    /// Fails with `http/too_many_streams`.
    Result<Opened> open(const std::string& owner);

    /// The stream that this answer opened; null for an ordinary answer. Whoever takes it closes it.
    std::shared_ptr<EventStream> take(const Response&);
    void close(const Response&);
    /// Ends every stream, because the server stops.
    void end_all();

    const Limits& limits() const { return limits_; }
    std::size_t count() const;

private:
    struct Kept {
        std::string owner;
        std::shared_ptr<EventStream> stream;
    };

    void make_room(const std::string& owner);

    Limits limits_;
    mutable std::mutex mutex_;
    std::map<std::uint64_t, Kept> kept_;
    std::uint64_t last_ = 0;
};

}
