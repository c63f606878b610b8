#pragma once
#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>

namespace hoshuban {

/// A job that runs at once and then again and again while this lives. What it throws is logged, and it is tried again.
class Recurring {
public:
    /// A job that takes long looks at the token, which asks it to end once this dies.
    using Job = std::function<void(const std::stop_token&)>;

    Recurring(std::string name, std::chrono::milliseconds every, Job job);
    Recurring(std::string name, std::chrono::milliseconds every, std::function<void()> job);

private:
    std::jthread thread_;
};

}
