#pragma once
#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace hoshuban {

static_assert(std::endian::native == std::endian::little, "numbers of Windows files are read as they lie");

/// The number that lies little-endian at the start of `bytes`, which must be long enough.
template <class T>
T little_endian(const char* bytes)
{
    static_assert(std::is_trivially_copyable_v<T>);
    T value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

/// Reads little-endian numbers and pieces one after the other and never leaves its bytes: what would, yields zero or
/// nothing and makes `failed()` true for good.
class ByteCursor {
public:
    explicit ByteCursor(std::string_view bytes, std::size_t at = 0)
        : begin_(bytes.data())
        , at_(bytes.data() + (at <= bytes.size() ? at : bytes.size()))
        , end_(bytes.data() + bytes.size())
        , failed_(at > bytes.size())
    {
    }

    bool failed() const { return failed_; }
    bool at_end() const { return at_ == end_; }
    std::size_t position() const { return static_cast<std::size_t>(at_ - begin_); }
    std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }

    /// The next byte without taking it; zero at the end.
    unsigned char peek() const { return at_ == end_ ? 0 : static_cast<unsigned char>(*at_); }

    template <class T>
    T read()
    {
        if (remaining() < sizeof(T)) {
            fail();
            return T{};
        }
        const T value = little_endian<T>(at_);
        at_ += sizeof(T);
        return value;
    }

    std::string_view take(std::size_t size)
    {
        if (remaining() < size) {
            fail();
            return {};
        }
        const std::string_view piece{at_, size};
        at_ += size;
        return piece;
    }

    void skip(std::size_t size) { take(size); }

private:
    void fail()
    {
        at_ = end_;
        failed_ = true;
    }

    const char* begin_;
    const char* at_;
    const char* end_;
    bool failed_;
};

}
