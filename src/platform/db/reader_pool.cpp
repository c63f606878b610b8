#include "platform/db/reader_pool.hpp"
#include "platform/db/failure.hpp"
#include "platform/off_turn.hpp"

namespace hoshuban::db {

std::unique_ptr<Connection> ReaderPool::take()
{
    while (auto connection = take_idle()) {
        if (connection->usable())
            return connection;
        drop_one();
    }
    try {
        return connect(options_, Purpose::reading);
    } catch (...) {
        drop_one();
        throw;
    }
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock{mutex_};
    idle_.push_back(std::move(connection));
    returned_.notify_one();
}

/// Null when the caller may open another one.
std::unique_ptr<Connection> ReaderPool::take_idle()
{
    std::unique_lock lock{mutex_};
    const auto ready = [this] { return !idle_.empty() || open_ < options_.readers; };
    if (!ready()) {
        const OffTurn waiting;
        if (!returned_.wait_for(lock, options_.busy_timeout, ready))
            throw_busy("every reading connection is in use");
    }
    if (idle_.empty()) {
        ++open_;
        return nullptr;
    }
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void ReaderPool::drop_one()
{
    const std::lock_guard lock{mutex_};
    --open_;
    returned_.notify_one();
}

}
