#include "platform/metrics.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

using namespace std::chrono_literals;

TEST(Metrics, CountersWithLabels)
{
    metrics::Registry registry;
    registry.counter("requests_total", "Requests.", {{"route", "/a\"\\\n"}, {"status", "200"}}).add();
    registry.counter("requests_total", "Requests.", {{"route", "/a\"\\\n"}, {"status", "200"}}).add(2);
    registry.counter("requests_total", "Requests.", {{"status", "404"}}).add();
    EXPECT_EQ(registry.text(),
        "# HELP requests_total Requests.\n# TYPE requests_total counter\n"
        "requests_total{route=\"/a\\\"\\\\\\n\",status=\"200\"} 3\nrequests_total{status=\"404\"} 1\n");
}

TEST(Metrics, GaugesAreAskedWhenPrinted)
{
    metrics::Registry registry;
    int open = 1;
    registry.gauge("connections", "Open.", [&] { return open; });
    open = 5;
    EXPECT_EQ(registry.text(), "# HELP connections Open.\n# TYPE connections gauge\nconnections 5\n");
}

TEST(Metrics, HistogramBucketsAreCumulative)
{
    metrics::Registry registry;
    auto& histogram = registry.histogram("seconds", "Time.", {{"route", "/"}});
    for (const auto duration : {0us, 250us, 251us, 20'000'000us})
        histogram.observe(duration);
    const std::string text = registry.text();
    const auto value_of = [&](std::string_view series) {
        const auto at = text.find(series);
        return at == std::string::npos
            ? ""
            : text.substr(at + series.size() + 1, text.find('\n', at) - at - series.size() - 1);
    };
    EXPECT_EQ(value_of("seconds_bucket{route=\"/\",le=\"0.00025\"}"), "2");
    EXPECT_EQ(value_of("seconds_bucket{route=\"/\",le=\"0.0005\"}"), "3");
    EXPECT_EQ(value_of("seconds_bucket{route=\"/\",le=\"10\"}"), "3");
    EXPECT_EQ(value_of("seconds_bucket{route=\"/\",le=\"+Inf\"}"), "4");
    EXPECT_EQ(value_of("seconds_count{route=\"/\"}"), "4");
    EXPECT_EQ(value_of("seconds_sum{route=\"/\"}"), "20.000501");
}

}
}
