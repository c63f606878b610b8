#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/time.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::db {

/// Stored as BLOB / BYTEA, unlike a std::string, which is text.
struct Bytes {
    std::string data;

    bool operator==(const Bytes&) const = default;
};

/// Bytes to store that live elsewhere until the statement has run.
struct BytesView {
    std::string_view data;
};

enum class ValueKind { null, integer, real, text, bytes };

/// One value bound to `$n`. Views text it was given by reference and owns text it was given as an rvalue, so a
/// `std::vector<Param>` collected for a composed query must not outlive the strings it was built from.
class Param {
public:
    Param() = default;
    Param(std::nullopt_t) { }
    template <std::same_as<bool> B>
    Param(B value)
        : kind_{ValueKind::integer}
        , integer_{value ? 1 : 0}
    {
    }
    template <std::signed_integral I>
    Param(I value)
        : kind_{ValueKind::integer}
        , integer_{value}
    {
    }
    Param(std::uint32_t value)
        : kind_{ValueKind::integer}
        , integer_{value}
    {
    }
    Param(double value)
        : kind_{ValueKind::real}
        , real_{value}
    {
    }
    Param(const char* value)
        : Param(std::string_view{value})
    {
    }
    Param(std::string_view value)
        : kind_{ValueKind::text}
        , view_{value}
    {
    }
    Param(const std::string& value)
        : Param(std::string_view{value})
    {
    }
    Param(std::string&& value)
        : kind_{ValueKind::text}
        , owned_{std::move(value)}
        , owns_{true}
    {
    }
    Param(BytesView value)
        : kind_{ValueKind::bytes}
        , view_{value.data}
    {
    }
    Param(const Bytes& value)
        : kind_{ValueKind::bytes}
        , view_{value.data}
    {
    }
    Param(Bytes&& value)
        : kind_{ValueKind::bytes}
        , owned_{std::move(value.data)}
        , owns_{true}
    {
    }
    Param(Instant value)
        : Param(to_text(value))
    {
    }
    Param(LocalDay value)
        : Param(to_text(value))
    {
    }
    template <class Tag>
    Param(const Id<Tag>& value)
        : Param(std::string_view{value.text})
    {
    }
    template <class Tag>
    Param(Id<Tag>&& value)
        : Param(std::move(value.text))
    {
    }
    template <Named E>
    Param(E value)
        : Param(name_of(value))
    {
    }
    template <class T>
    Param(const std::optional<T>& value)
        : Param(value ? Param(*value) : Param())
    {
    }
    template <class T>
    Param(std::optional<T>&& value)
        : Param(value ? Param(std::move(*value)) : Param())
    {
    }

    ValueKind kind() const { return kind_; }
    std::int64_t integer() const { return integer_; }
    double real() const { return real_; }
    /// The characters of a text, or the bytes.
    std::string_view data() const { return owns_ ? std::string_view{owned_} : view_; }

private:
    ValueKind kind_ = ValueKind::null;
    std::int64_t integer_ = 0;
    double real_ = 0;
    std::string_view view_ = {};
    std::string owned_ = {};
    bool owns_ = false;
};

}
