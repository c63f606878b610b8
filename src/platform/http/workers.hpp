#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hoshuban::http {

/// Threads that run handlers, which may block. The thread that became idle last is used first, so that a few warm ones
/// do the work of a quiet server and the many others serve only when handlers wait.
class Workers {
public:
    explicit Workers(int count);
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

    void work();
    void wake_one();

    std::mutex mutex_;
    std::deque<std::move_only_function<void()>> tasks_;
    std::vector<Sleeper*> idle_;
    bool waking_ = false; ///< somebody was woken and has not yet taken a task
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}
