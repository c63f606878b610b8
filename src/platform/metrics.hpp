#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Counters for the operator, printed in Prometheus' text format.
namespace hoshuban::metrics {

using Labels = std::vector<std::pair<std::string, std::string>>;

class Counter {
public:
    void add(std::uint64_t more = 1) { value_.fetch_add(more, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_{0};
};

/// How long something took, in buckets from 0.25 ms to 10 s.
class Histogram {
public:
    static constexpr std::array<std::chrono::microseconds, 14> bounds{std::chrono::microseconds{250},
        std::chrono::microseconds{500}, std::chrono::microseconds{1'000}, std::chrono::microseconds{2'500},
        std::chrono::microseconds{5'000}, std::chrono::microseconds{10'000}, std::chrono::microseconds{25'000},
        std::chrono::microseconds{50'000}, std::chrono::microseconds{100'000}, std::chrono::microseconds{250'000},
        std::chrono::microseconds{500'000}, std::chrono::microseconds{1'000'000}, std::chrono::microseconds{2'500'000},
        std::chrono::microseconds{10'000'000}};

    void observe(std::chrono::microseconds);

private:
    friend class Registry;
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> counts_{};
    std::atomic<std::uint64_t> sum_microseconds_{0};
};

/// All metrics of a process. Counters and histograms live as long as the registry.
class Registry {
public:
    /// The counter of this name and these labels; made at the first call. Keep the reference where it is used often.
    Counter& counter(std::string_view name, std::string_view help, Labels = {});
    Histogram& histogram(std::string_view name, std::string_view help, Labels = {});
    /// A value that is asked for when the page is printed.
    void gauge(std::string_view name, std::string_view help, std::function<double()>);

    std::string text() const;

private:
    struct CounterSeries {
        std::string labels;
        Counter counter;
    };
    struct HistogramSeries {
        std::string labels;
        Histogram histogram;
    };
    struct Family {
        std::string name;
        std::string help;
        std::deque<CounterSeries> counters;
        std::deque<HistogramSeries> histograms;
        std::function<double()> gauge;
    };

    Family& family(std::string_view name, std::string_view help);

    mutable std::mutex mutex_;
    std::deque<Family> families_;
};

}
