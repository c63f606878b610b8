#pragma once
#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace hoshuban {

/// A job that runs at once and then again and again while this lives. What it throws is logged, and it is tried again.
class Recurring {
public:
    Recurring(std::string name, std::chrono::milliseconds every, std::function<void()> job);

private:
    std::jthread thread_;
};

}
