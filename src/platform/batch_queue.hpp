#pragma once
#include "platform/log.hpp"
#include "platform/off_turn.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <iterator>
#include <mutex>
#include <span>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace hoshuban {

struct BatchLimits {
    std::size_t capacity = 16'384; ///< values that may wait; then push() waits
    std::size_t batch = 512; ///< values handed over at once, so that a batch does not hold up others for long
    std::chrono::milliseconds delay{200}; ///< a value is handed over this long after it came, at the latest
    std::chrono::milliseconds patience{10'000}; ///< how long push() and the last hand-over may wait for a failing store
};

/// Takes values from many threads and hands them over in batches, in order, on a thread of its own. A batch whose store
/// throws is tried again; nothing is dropped while the process runs.
template <class T>
class BatchQueue {
public:
    using Store = std::function<void(std::span<const T>)>;

    BatchQueue(std::string_view name, Store store, BatchLimits limits = {})
        : name_{name}
        , store_{std::move(store)}
        , limits_{limits}
        , thread_{[this] { run(); }}
    {
    }
    /// Hands over what still waits.
    ~BatchQueue()
    {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }
    BatchQueue(const BatchQueue&) = delete;
    BatchQueue& operator=(const BatchQueue&) = delete;

    /// Waits while the queue is full; throws when it stays full for longer than `patience`.
    void push(T value)
    {
        std::unique_lock lock{mutex_};
        wait_for_room(lock);
        waiting_.push_back(std::move(value));
        ++pushed_;
        if (waiting_.size() == 1 || waiting_.size() == limits_.batch)
            wake_.notify_one();
    }

    /// Returns once everything pushed before is stored.
    void flush()
    {
        std::unique_lock lock{mutex_};
        const std::uint64_t wanted = pushed_;
        hurried_ = true;
        wake_.notify_one();
        room_.wait(lock, [&] { return stored_ >= wanted; });
    }

private:
    void wait_for_room(std::unique_lock<std::mutex>& lock)
    {
        const auto room = [this] { return waiting_.size() < limits_.capacity; };
        if (room())
            return;
        const OffTurn waiting;
        if (!room_.wait_for(lock, limits_.patience, room))
            throw std::runtime_error{"the queue '" + std::string{name_} + "' stays full"};
    }

    void run()
    {
        std::unique_lock lock{mutex_};
        while (true) {
            wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            wake_.wait_for(
                lock, limits_.delay, [this] { return stopping_ || hurried_ || waiting_.size() >= limits_.batch; });
            if (waiting_.empty()) {
                hurried_ = false;
                if (stopping_)
                    return;
                continue;
            }
            const std::vector<T> taken = take_batch();
            room_.notify_all();
            lock.unlock();
            store(taken);
            lock.lock();
            stored_ += taken.size();
            room_.notify_all();
        }
    }

    std::vector<T> take_batch()
    {
        const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), limits_.batch));
        std::vector<T> taken(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
        waiting_.erase(waiting_.begin(), end);
        hurried_ = hurried_ && !waiting_.empty();
        return taken;
    }

    void store(std::span<const T> batch)
    {
        const auto first = std::chrono::steady_clock::now();
        for (auto pause = std::chrono::milliseconds{50}; !stored(batch);
             pause = std::min(pause * 2, limits_.patience)) {
            std::unique_lock lock{mutex_};
            wake_.wait_for(lock, pause, [this] { return stopping_; });
            if (stopping_ && std::chrono::steady_clock::now() - first > limits_.patience) {
                log::error("batch.lost", {{"queue", name_}, {"values", static_cast<std::int64_t>(batch.size())}});
                return;
            }
        }
    }

    bool stored(std::span<const T> batch)
    {
        try {
            store_(batch);
            return true;
        } catch (const std::exception& error) {
            log::error("batch.failed", {{"queue", name_}, {"reason", std::string_view{error.what()}}});
            return false;
        }
    }

    std::string_view name_;
    Store store_;
    BatchLimits limits_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::condition_variable room_;
    std::deque<T> waiting_;
    std::uint64_t pushed_ = 0;
    std::uint64_t stored_ = 0;
    bool hurried_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}
