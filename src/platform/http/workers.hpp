#pragma once
#include "platform/off_turn.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hoshuban::http {

/// Threads that run handlers, which may block. Only `computing` handlers run at once, in the order they came; a handler
/// that waits (OffTurn) lets the next one begin, which is what the many threads are for. More of them would only share
/// the cores in turns: the same rate, but some answers several times as late. The thread that became idle last is used
/// first.
class Workers final : private Turns {
public:
    Workers(int count, int computing);
    /// Finishes what was given and ends the threads.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void run(std::move_only_function<void()> task);
    void join();

private:
    struct Sleeper {
        std::condition_variable wake;
        bool woken = false;
    };

    void give_up() override;
    void resume() override;
    void work();
    void wake_one();
    void wake_all();
    bool may_begin() const { return !tasks_.empty() && running_ < computing_; }

    std::mutex mutex_;
    std::deque<std::move_only_function<void()>> tasks_;
    std::vector<Sleeper*> idle_;
    const int computing_;
    int running_ = 0; ///< tasks begun that do not wait
    bool waking_ = false; ///< somebody was woken and has not yet taken a task
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}
