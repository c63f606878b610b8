#include "platform/metrics.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::metrics {

namespace {

std::string escaped(std::string_view value)
{
    std::string text;
    for (const char c : value) {
        if (c == '\n') {
            text += "\\n";
            continue;
        }
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text;
}

std::string printed(const Labels& labels)
{
    std::string text;
    for (const auto& [name, value] : labels)
        text += fmt::format("{}{}=\"{}\"", text.empty() ? "" : ",", name, escaped(value));
    return text;
}

std::string braced(const std::string& labels)
{
    return labels.empty() ? labels : "{" + labels + "}";
}

double seconds(std::chrono::microseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

template <class Series>
Series& series(std::deque<Series>& all, const std::string& labels)
{
    const auto found = std::ranges::find(all, labels, &Series::labels);
    if (found != all.end())
        return *found;
    Series& fresh = all.emplace_back();
    fresh.labels = labels;
    return fresh;
}

}

void Histogram::observe(std::chrono::microseconds duration)
{
    const auto bucket = std::ranges::lower_bound(bounds, duration) - bounds.begin();
    counts_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    sum_microseconds_.fetch_add(static_cast<std::uint64_t>(duration.count()), std::memory_order_relaxed);
}

Registry::Family& Registry::family(std::string_view name, std::string_view help)
{
    const auto found = std::ranges::find(families_, name, &Family::name);
    if (found != families_.end())
        return *found;
    Family& fresh = families_.emplace_back();
    fresh.name = name;
    fresh.help = help;
    return fresh;
}

Counter& Registry::counter(std::string_view name, std::string_view help, Labels labels)
{
    const std::lock_guard lock(mutex_);
    return series(family(name, help).counters, printed(labels)).counter;
}

Histogram& Registry::histogram(std::string_view name, std::string_view help, Labels labels)
{
    const std::lock_guard lock(mutex_);
    return series(family(name, help).histograms, printed(labels)).histogram;
}

void Registry::gauge(std::string_view name, std::string_view help, std::function<double()> value)
{
    const std::lock_guard lock(mutex_);
    family(name, help).gauge = std::move(value);
}

std::string Registry::text() const
{
    const std::lock_guard lock(mutex_);
    std::string text;
    const auto out = std::back_inserter(text);
    for (const Family& family : families_) {
        const auto* const kind = family.gauge ? "gauge" : family.histograms.empty() ? "counter" : "histogram";
        fmt::format_to(out, "# HELP {0} {1}\n# TYPE {0} {2}\n", family.name, family.help, kind);
        for (const auto& [labels, counter] : family.counters)
            fmt::format_to(out, "{}{} {}\n", family.name, braced(labels), counter.value());
        for (const auto& [labels, histogram] : family.histograms) {
            const std::string comma = labels.empty() ? "" : ",";
            std::uint64_t count = 0;
            for (std::size_t i = 0; i < Histogram::bounds.size(); ++i) {
                count += histogram.counts_[i].load(std::memory_order_relaxed);
                fmt::format_to(out, "{}_bucket{{{}{}le=\"{}\"}} {}\n", family.name, labels, comma,
                    seconds(Histogram::bounds[i]), count);
            }
            count += histogram.counts_.back().load(std::memory_order_relaxed);
            const std::chrono::microseconds sum{histogram.sum_microseconds_.load(std::memory_order_relaxed)};
            fmt::format_to(out, "{0}_bucket{{{1}{2}le=\"+Inf\"}} {3}\n{0}_sum{4} {5}\n{0}_count{4} {3}\n", family.name,
                labels, comma, count, braced(labels), seconds(sum));
        }
        if (family.gauge)
            fmt::format_to(out, "{} {}\n", family.name, family.gauge());
    }
    return text;
}

}
