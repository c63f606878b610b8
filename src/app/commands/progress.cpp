#include "app/commands/progress.hpp"

#include <chrono>
#include <fmt/format.h>
#include <unistd.h>

namespace hoshuban {

std::string progress_line(const Text& what, int seconds, std::uintmax_t bytes)
{
    std::string line = fmt::format("{} {}秒 / {}, {} s", what.ja, seconds, what.en, seconds);
    constexpr double megabyte = 1'000'000;
    if (bytes > 0)
        line += fmt::format("  {:.1f} MB", static_cast<double>(bytes) / megabyte);
    return line;
}

Progress::Progress(Text what, std::filesystem::path growing)
    : what_{std::move(what)}
    , growing_{std::move(growing)}
{
    if (::isatty(STDERR_FILENO) != 0)
        thread_ = std::thread{[this] { tell(); }};
}

Progress::~Progress()
{
    if (!thread_.joinable())
        return;
    {
        const std::lock_guard lock{mutex_};
        done_ = true;
    }
    over_.notify_one();
    thread_.join();
}

void Progress::tell()
{
    constexpr const char* clear_line = "\r\033[K";
    std::unique_lock lock{mutex_};
    for (int seconds = 1; !over_.wait_for(lock, std::chrono::seconds{1}, [this] { return done_; }); ++seconds) {
        std::error_code none_yet;
        const auto bytes = growing_.empty() ? 0 : std::filesystem::file_size(growing_, none_yet);
        fmt::print(stderr, "{}{}", clear_line, progress_line(what_, seconds, none_yet ? 0 : bytes));
        std::fflush(stderr);
    }
    fmt::print(stderr, "{}", clear_line);
}

}
