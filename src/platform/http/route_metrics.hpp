#pragma once
#include "platform/metrics.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <string>

namespace hoshuban::http {

/// The counters of one route, by status, and how long its answers took.
class RouteMetrics {
public:
    RouteMetrics(metrics::Registry&, std::string method, std::string pattern);

    void record(int status, std::chrono::microseconds);

private:
    static constexpr std::size_t lowest_status = 100;
    static constexpr std::size_t statuses = 500;

    metrics::Registry& registry_;
    std::string method_;
    std::string pattern_;
    metrics::Histogram& duration_;
    std::array<std::atomic<metrics::Counter*>, statuses> counters_{};
};

}
