#pragma once
#include "platform/db/connection.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace hoshuban::db {

/// The one thread of the process that writes. It runs waiting writes one after the other inside one transaction, each
/// but the first behind a savepoint, commits that once and only then answers.
class Writer {
public:
    using Change = std::function<Database::Outcome(Tx&)>;

    Writer(const Options&, const void* owner);
    ~Writer();

    /// Waits until the change is durable or undone; throws what the change threw.
    void run(const Change&);
    WriteStatistics statistics() const;

private:
    struct Job;
    using Jobs = std::vector<std::shared_ptr<Job>>;
    enum class Before { nothing, others }; ///< what the transaction holds before a write

    void work();
    std::shared_ptr<Job> take(bool wait);
    void run_group(std::shared_ptr<Job> first);
    void run_alone(const std::shared_ptr<Job>&);
    void fill(Jobs&);
    void attempt(Job&, Before);
    void store_gathered(const Jobs&);
    void begin();
    static void succeed(Job&);
    void count(std::size_t writes);
    void count_retries(std::size_t writes);

    const Options& options_;
    const void* owner_;
    std::unique_ptr<Connection> connection_;
    mutable std::mutex mutex_;
    std::condition_variable queued_;
    std::deque<std::shared_ptr<Job>> queue_;
    WriteStatistics statistics_;
    bool stopping_ = false;
    std::thread thread_;
};

}
