#pragma once
#include "platform/db/database.hpp"

#include <span>
#include <string>
#include <vector>

namespace hoshuban::db {

/// How many values the longest list of a statement holds.
inline constexpr std::size_t most_listed = 64;

/// A list in portions that one statement takes.
template <class T>
std::vector<std::span<const T>> portions(std::span<const T> values)
{
    std::vector<std::span<const T>> parts;
    for (; !values.empty(); values = values.subspan(std::min(values.size(), most_listed)))
        parts.push_back(values.first(std::min(values.size(), most_listed)));
    return parts;
}

/// A statement whose last parameter stands in `IN ($n)` and is a list. The list is filled up with its last value to one
/// of a few lengths, so that few texts are prepared.
class Listed {
public:
    template <class T>
    Listed(const Query& query, std::vector<Param> first, std::span<const T> values)
        : name_{query.name}
        , params_{std::move(first)}
    {
        const std::size_t length = padded(values.size());
        text_ = with_places(query.sqlite, params_.size() + 1, length);
        for (std::size_t i = 0; i < length; ++i)
            params_.emplace_back(values[std::min(i, values.size() - 1)]);
    }

    Query query() const { return {name_, text_, text_}; }
    const std::vector<Param>& params() const { return params_; }

    static std::size_t padded(std::size_t values);
    /// The text with `length` places for the list that begins at `$first`.
    static std::string with_places(std::string_view text, std::size_t first, std::size_t length);

private:
    std::string_view name_;
    std::string text_;
    std::vector<Param> params_;
};

}
