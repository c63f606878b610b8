#pragma once
#include "core/result.hpp"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

namespace hoshuban {

/// One line on stderr that tells, from the first second on, what takes so long; silent unless stderr is a terminal.
class Progress {
public:
    /// `growing`: a file whose size is shown.
    explicit Progress(Text what, std::filesystem::path growing = {});
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

private:
    void tell();

    Text what_;
    std::filesystem::path growing_;
    std::mutex mutex_;
    std::condition_variable over_;
    bool done_ = false;
    std::thread thread_;
};

/// `復元しています 12秒 / restoring, 12 s`, with the size of the file once there is one.
std::string progress_line(const Text& what, int seconds, std::uintmax_t bytes);

}
