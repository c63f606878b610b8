#include "platform/http/route_metrics.hpp"

#include <fmt/format.h>

namespace hoshuban::http {

RouteMetrics::RouteMetrics(metrics::Registry& registry, std::string method, std::string pattern)
    : registry_(registry)
    , method_(std::move(method))
    , pattern_(std::move(pattern))
    , duration_(registry.histogram(
          "hoshuban_http_request_seconds", "How long requests took.", {{"method", method_}, {"route", pattern_}}))
{
}

void RouteMetrics::record(int status, std::chrono::microseconds duration)
{
    duration_.observe(duration);
    auto& place = counters_.at(static_cast<std::size_t>(status) - lowest_status);
    metrics::Counter* counter = place.load(std::memory_order_acquire);
    if (!counter) {
        // Looking it up twice gives the same counter, so a race is harmless.
        counter = &registry_.counter("hoshuban_http_requests_total", "Answered requests.",
            {{"method", method_}, {"route", pattern_}, {"status", fmt::format("{}", status)}});
        place.store(counter, std::memory_order_release);
    }
    counter->add();
}

}
