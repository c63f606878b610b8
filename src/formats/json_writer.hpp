#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace hoshuban::json {

/// Appends printed JSON to one growing buffer.
class Writer {
public:
    Writer() { grow(initial_capacity); }

    void raw(char c)
    {
        reserve(1);
        buffer_[used_++] = c;
    }
    void raw(std::string_view bytes)
    {
        reserve(bytes.size());
        std::memcpy(buffer_.data() + used_, bytes.data(), bytes.size());
        used_ += bytes.size();
    }
    /// A string that needs no escaping, in quotes.
    void literal(std::string_view bytes)
    {
        raw('"');
        raw(bytes);
        raw('"');
    }
    /// A string literal, escaped where needed.
    void text(std::string_view);
    void integer(std::int64_t);
    /// Shortest text that reads back to the same number, or exactly `decimals` digits after the point.
    void number(double, int decimals);

    std::string_view view() const { return std::string_view(buffer_).substr(0, used_); }
    std::string take();

private:
    static constexpr std::size_t initial_capacity = 512;

    void reserve(std::size_t more)
    {
        if (used_ + more > buffer_.size())
            grow(used_ + more);
    }
    void grow(std::size_t needed);

    std::string buffer_;
    std::size_t used_ = 0;
};

}
