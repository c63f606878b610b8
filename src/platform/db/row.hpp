#pragma once
#include "platform/db/param.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace hoshuban::db {

/// One value as the database gave it; `data` lives until the cursor moves.
struct Cell {
    ValueKind kind = ValueKind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view data = {};
};

/// The running statement behind Rows; one implementation per database.
class Cursor {
public:
    virtual ~Cursor() = default;
    virtual bool next() = 0;
    virtual Cell cell(std::size_t column) const = 0;
    virtual std::span<const std::string> columns() const = 0;
};

/// One row of an answer, valid while its callback runs. Asking for the columns in the order of the SELECT costs one
/// comparison each; any other order is a search.
class Row {
public:
    explicit Row(const Cursor& cursor)
        : cursor_{cursor}
    {
    }

    /// T: int, std::int64_t, double, bool, std::string, Bytes, Instant, LocalDay, Id<>, an enum with names_of(), or
    /// std::optional of these for columns that may be NULL. A missing column is a mistake in the program
    /// (std::logic_error); a value that does not fit T is damage in the data (db::Broken).
    template <class T>
    T get(std::string_view column) const;

    bool is_null(std::string_view column) const { return cell(column).kind == ValueKind::null; }
    Cell cell(std::string_view column) const;
    std::span<const std::string> columns() const { return cursor_.columns(); }

private:
    const Cursor& cursor_;
    mutable std::size_t hint_ = 0;
};

namespace detail {

std::int64_t integer_from(const Cell&, std::string_view column);
int narrow_from(const Cell&, std::string_view column);
bool bool_from(const Cell&, std::string_view column);
double real_from(const Cell&, std::string_view column);
std::string text_from(const Cell&, std::string_view column);
Bytes bytes_from(const Cell&, std::string_view column);
Instant instant_from(const Cell&, std::string_view column);
LocalDay day_from(const Cell&, std::string_view column);
std::string_view characters_of(const Cell&, std::string_view column);
[[noreturn]] void unknown_name(const Cell&, std::string_view column);

template <class T>
struct From;

template <>
struct From<int> {
    static constexpr auto value = narrow_from;
};
template <>
struct From<std::int64_t> {
    static constexpr auto value = integer_from;
};
template <>
struct From<bool> {
    static constexpr auto value = bool_from;
};
template <>
struct From<double> {
    static constexpr auto value = real_from;
};
template <>
struct From<std::string> {
    static constexpr auto value = text_from;
};
template <>
struct From<Bytes> {
    static constexpr auto value = bytes_from;
};
template <>
struct From<Instant> {
    static constexpr auto value = instant_from;
};
template <>
struct From<LocalDay> {
    static constexpr auto value = day_from;
};

template <class Tag>
struct From<Id<Tag>> {
    static Id<Tag> value(const Cell& cell, std::string_view column) { return {text_from(cell, column)}; }
};

template <Named E>
struct From<E> {
    static E value(const Cell& cell, std::string_view column)
    {
        if (const auto found = named<E>(characters_of(cell, column)))
            return *found;
        unknown_name(cell, column);
    }
};

template <class T>
struct From<std::optional<T>> {
    static std::optional<T> value(const Cell& cell, std::string_view column)
    {
        if (cell.kind == ValueKind::null)
            return std::nullopt;
        return From<T>::value(cell, column);
    }
};

[[noreturn]] void no_row(std::string_view query);
[[noreturn]] void many_rows(std::string_view query);

}

template <class T>
T Row::get(std::string_view column) const
{
    return detail::From<T>::value(cell(column), column);
}

/// The answer of a query: consume it once, with one of the functions below. It belongs to its Reader or Tx and must be
/// consumed before that ends.
class [[nodiscard]] Rows {
public:
    Rows(std::unique_ptr<Cursor> cursor, std::string_view query)
        : cursor_{std::move(cursor)}
        , query_{query}
    {
    }

    template <class F>
    auto map(F&& from)
    {
        std::vector<std::remove_cvref_t<std::invoke_result_t<F&, const Row&>>> values;
        for_each([&](const Row& row) { values.push_back(std::invoke(from, row)); });
        return values;
    }

    /// Two rows are a mistake in the program.
    template <class F>
    auto one_or_none(F&& from)
    {
        std::optional<std::remove_cvref_t<std::invoke_result_t<F&, const Row&>>> value;
        for_each([&](const Row& row) {
            if (value)
                detail::many_rows(query_);
            value.emplace(std::invoke(from, row));
        });
        return value;
    }

    /// No row, or two, are a mistake in the program: for COUNT, RETURNING and the like.
    template <class F>
    auto one(F&& from)
    {
        auto value = one_or_none(std::forward<F>(from));
        if (!value)
            detail::no_row(query_);
        return std::move(*value);
    }

    template <class F>
    void for_each(F&& use)
    {
        while (cursor_->next())
            std::invoke(use, Row{*cursor_});
    }

private:
    std::unique_ptr<Cursor> cursor_;
    std::string_view query_;
};

}
