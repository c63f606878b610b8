#include "platform/db/writer.hpp"
#include "platform/db/failure.hpp"
#include "platform/db/inside.hpp"
#include "platform/off_turn.hpp"

#include <algorithm>
#include <atomic>
#include <exception>

namespace hoshuban::db {
namespace {

constexpr int attempts_alone = 5;

}

struct Writer::Job {
    const Change& change;
    std::exception_ptr error = {};
    std::vector<std::function<void()>> after_commit = {};
    Gathering gathering = {};
    std::atomic<bool> done = false;

    void finish()
    {
        done = true;
        done.notify_one();
    }
};

Writer::Writer(const Options& options, const void* owner)
    : options_{options}
    , owner_{owner}
    , thread_{[this] { work(); }}
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    queued_.notify_one();
    thread_.join();
}

void Writer::run(const Change& change)
{
    // Shared, because the writer still touches the job for a moment after we woke up.
    const auto job = std::make_shared<Job>(change);
    {
        const std::lock_guard lock{mutex_};
        queue_.push_back(job);
    }
    queued_.notify_one();
    {
        const OffTurn waiting;
        job->done.wait(false);
    }
    if (job->error)
        std::rethrow_exception(job->error);
}

WriteStatistics Writer::statistics() const
{
    const std::lock_guard lock{mutex_};
    return statistics_;
}

void Writer::work()
{
    const Inside inside{owner_};
    while (auto job = take(true))
        run_group(std::move(job));
}

std::shared_ptr<Writer::Job> Writer::take(bool wait)
{
    std::unique_lock lock{mutex_};
    if (wait)
        queued_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty())
        return nullptr;
    auto job = std::move(queue_.front());
    queue_.pop_front();
    return job;
}

void Writer::run_group(std::shared_ptr<Job> first)
{
    Jobs jobs{std::move(first)};
    try {
        begin();
        fill(jobs);
        store_gathered(jobs);
        connection_->commit();
        count(jobs.size());
        for (const auto& job : jobs)
            succeed(*job);
    } catch (const Retry&) {
        connection_->rollback();
        count_retries(jobs.size());
        for (const auto& job : jobs)
            run_alone(job);
    } catch (...) {
        if (connection_)
            connection_->rollback();
        for (const auto& job : jobs)
            job->error = std::current_exception();
    }
    for (const auto& job : jobs)
        job->finish();
}

/// Runs the group's first job and whatever is or comes waiting, up to the limits of a group.
void Writer::fill(Jobs& jobs)
{
    const auto until = std::chrono::steady_clock::now() + options_.group_time;
    attempt(*jobs.back(), Before::nothing);
    while (std::ssize(jobs) < options_.group_limit && std::chrono::steady_clock::now() < until) {
        auto job = take(false);
        if (!job)
            return;
        jobs.push_back(std::move(job));
        attempt(*jobs.back(), Before::others);
    }
}

void Writer::store_gathered(const Jobs& jobs)
{
    Gathering all;
    for (const auto& job : jobs)
        all.add(std::move(job->gathering));
    if (all.empty())
        return;
    try {
        Tx tx{*connection_};
        all.store(tx);
    } catch (const Retry&) {
        throw;
    } catch (const std::exception& failure) {
        if (jobs.size() == 1)
            throw;
        throw_retry(failure.what()); // one of them is the cause: each alone tells which
    }
}

/// Alone in its transaction a write needs no savepoint, which on SQLite keeps a copy of every page that a long write
/// touches: what it leaves is undone by another beginning.
void Writer::attempt(Job& job, Before before)
{
    const bool others = before == Before::others;
    if (others)
        connection_->savepoint();
    try {
        Tx tx{*connection_};
        if (job.change(tx) == Database::Outcome::keep) {
            if (others)
                connection_->release_savepoint();
            job.after_commit = tx.take_after_commit();
            job.gathering = tx.take_gathering();
            return;
        }
    } catch (const Retry&) {
        throw;
    } catch (...) {
        job.error = std::current_exception();
        // A full disk makes SQLite roll back everything, the others of the group included.
        if (others && !connection_->in_transaction())
            throw_retry("the transaction was ended by the database");
    }
    if (others)
        return connection_->rollback_to_savepoint();
    connection_->rollback();
    begin();
}

void Writer::run_alone(const std::shared_ptr<Job>& alone)
{
    Job& job = *alone;
    for (int attempts = 1;; ++attempts) {
        job.error = nullptr;
        job.after_commit.clear();
        job.gathering.clear();
        try {
            begin();
            attempt(job, Before::nothing);
            store_gathered({alone});
            connection_->commit();
            count(1);
            return succeed(job);
        } catch (const Retry&) {
            if (connection_)
                connection_->rollback();
            if (attempts == attempts_alone) {
                if (!job.error)
                    job.error = std::current_exception();
                return;
            }
            count_retries(1);
        } catch (...) {
            if (connection_)
                connection_->rollback();
            job.error = std::current_exception();
            return;
        }
    }
}

void Writer::begin()
{
    if (connection_ && !connection_->usable())
        connection_.reset();
    if (!connection_)
        connection_ = connect(options_, Purpose::writing);
    connection_->begin_write();
}

void Writer::succeed(Job& job)
{
    try {
        for (const auto& action : job.after_commit)
            action();
    } catch (...) {
        job.error = std::current_exception();
    }
}

void Writer::count(std::size_t writes)
{
    const std::lock_guard lock{mutex_};
    statistics_.writes += writes;
    statistics_.groups += 1;
    statistics_.largest_group = std::max<std::uint64_t>(statistics_.largest_group, writes);
}

void Writer::count_retries(std::size_t writes)
{
    const std::lock_guard lock{mutex_};
    statistics_.retries += writes;
}

}
