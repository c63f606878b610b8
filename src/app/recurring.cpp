#include "app/recurring.hpp"

#include "platform/log.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>

namespace hoshuban {

Recurring::Recurring(std::string name, std::chrono::milliseconds every, Job job)
    : thread_{[name = std::move(name), every, job = std::move(job)](const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any bell;
        std::unique_lock lock{mutex};
        do {
            try {
                job(stop);
            } catch (const std::exception& problem) {
                log::warning("job.failed", {{"job", name}, {"error", problem.what()}});
            }
        } while (!bell.wait_for(lock, stop, every, [&stop] { return stop.stop_requested(); }));
    }}
{
}

Recurring::Recurring(std::string name, std::chrono::milliseconds every, std::function<void()> job)
    : Recurring{std::move(name), every, Job{[job = std::move(job)](const std::stop_token&) { job(); }}}
{
}

}
