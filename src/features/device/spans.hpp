#pragma once
#include "features/device/placement.hpp"

#include <algorithm>
#include <vector>

namespace hoshuban::device {

/// What a unit has on the days [from, to).
template <class T>
struct Span {
    LocalDay from = {};
    LocalDay to = no_end;
    T value = {};

    bool operator==(const Span&) const = default;
};

/// In the order of their days, each beginning where the one before ends, the last one without an end.
template <class T>
using Spans = std::vector<Span<T>>;

/// The span of a day; null before the first.
template <class T>
const Span<T>* on(const Spans<T>& spans, LocalDay day)
{
    const auto found =
        std::ranges::find_if(spans, [&](const Span<T>& span) { return span.from <= day && day < span.to; });
    return found == spans.end() ? nullptr : &*found;
}

/// The spans when something else holds from a day on, until what is entered for a later day. Before the first span
/// nothing is known, so a day before it begins a span of its own.
template <class T>
Spans<T> changed(Spans<T> spans, LocalDay day, T value)
{
    const Span<T>* present = on(spans, day);
    if (present == nullptr) {
        const LocalDay to = spans.empty() ? no_end : spans.front().from;
        spans.insert(spans.begin(), {day, to, std::move(value)});
    } else {
        const auto at = spans.begin() + (present - spans.data());
        const Span<T> next{day, at->to, std::move(value)};
        if (at->from == day) {
            *at = next;
        } else {
            at->to = day;
            spans.insert(at + 1, next);
        }
    }
    Spans<T> merged;
    for (Span<T>& span : spans) {
        if (!merged.empty() && merged.back().value == span.value)
            merged.back().to = span.to;
        else
            merged.push_back(std::move(span));
    }
    return merged;
}

}
