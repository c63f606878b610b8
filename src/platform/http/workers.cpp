#include "platform/http/workers.hpp"

#include <utility>

namespace hoshuban::http {

Workers::Workers(int count, int computing)
    : computing_{computing}
{
    for (int i = 0; i < count; ++i)
        threads_.emplace_back([this] { work(); });
}

Workers::~Workers()
{
    join();
}

void Workers::join()
{
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        wake_all();
    }
    for (std::thread& thread : std::exchange(threads_, {}))
        thread.join();
}

void Workers::run(std::move_only_function<void()> task)
{
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
    wake_one();
}

/// One wake-up at a time: whoever wakes up looks after the next one before it starts on its own task.
void Workers::wake_one()
{
    if (waking_ || idle_.empty() || !may_begin())
        return;
    Sleeper* const sleeper = idle_.back();
    idle_.pop_back();
    waking_ = true;
    sleeper->woken = true;
    sleeper->wake.notify_one();
}

void Workers::wake_all()
{
    for (Sleeper* const sleeper : std::exchange(idle_, {})) {
        sleeper->woken = true;
        sleeper->wake.notify_one();
    }
}

void Workers::give_up()
{
    const std::lock_guard lock(mutex_);
    --running_;
    wake_one();
}

void Workers::resume()
{
    const std::lock_guard lock(mutex_);
    ++running_;
}

void Workers::work()
{
    Sleeper sleeper;
    std::unique_lock lock(mutex_);
    // To the end every thread stays while a task is left: those that run may be waiting for it.
    while (!ending_ || !tasks_.empty()) {
        if (!may_begin()) {
            idle_.push_back(&sleeper);
            sleeper.wake.wait(lock, [&] { return sleeper.woken; });
            sleeper.woken = false;
            waking_ = false;
            continue;
        }
        auto task = std::move(tasks_.front());
        tasks_.pop_front();
        if (ending_ && tasks_.empty())
            wake_all();
        ++running_;
        wake_one();
        lock.unlock();
        Turns::of_this_thread() = this;
        task();
        task = nullptr;
        Turns::of_this_thread() = nullptr;
        lock.lock();
        --running_;
    }
}

}
