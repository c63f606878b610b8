#include "features/search/posting.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace hoshuban::search {
namespace {

constexpr std::size_t bitmap_bytes = block_size / 8;
static_assert(std::endian::native == std::endian::little, "bitmaps are stored as they lie in memory");

}

bool DocumentSet::empty() const
{
    return std::ranges::all_of(bits_, [](std::uint64_t word) { return word == 0; });
}

DocumentSet DocumentSet::all()
{
    DocumentSet set;
    set.bits_.fill(~std::uint64_t{0});
    return set;
}

DocumentSet& DocumentSet::operator&=(const DocumentSet& other)
{
    for (std::size_t i = 0; i < words; ++i)
        bits_[i] &= other.bits_[i];
    return *this;
}

DocumentSet& DocumentSet::operator|=(const DocumentSet& other)
{
    for (std::size_t i = 0; i < words; ++i)
        bits_[i] |= other.bits_[i];
    return *this;
}

DocumentSet& DocumentSet::operator-=(const DocumentSet& other)
{
    for (std::size_t i = 0; i < words; ++i)
        bits_[i] &= ~other.bits_[i];
    return *this;
}

std::optional<int> DocumentSet::last_below(int end) const
{
    if (end <= 0)
        return std::nullopt;
    std::size_t word = word_of(end - 1);
    std::uint64_t bits = bits_[word] & (~std::uint64_t{0} >> (63 - (end - 1) % 64));
    while (bits == 0) {
        if (word == 0)
            return std::nullopt;
        bits = bits_[--word];
    }
    return static_cast<int>(word * 64) + 63 - std::countl_zero(bits);
}

std::string DocumentSet::stored() const
{
    std::size_t count = 0;
    for (const std::uint64_t word : bits_)
        count += static_cast<std::size_t>(std::popcount(word));
    std::string bytes;
    if (count * 2 >= bitmap_bytes) {
        bytes.resize(bitmap_bytes);
        std::memcpy(bytes.data(), bits_.data(), bitmap_bytes);
        return bytes;
    }
    bytes.reserve(count * 2);
    for (std::size_t i = 0; i < words; ++i) {
        for (std::uint64_t left = bits_[i]; left != 0; left &= left - 1) {
            const auto number = i * 64 + static_cast<std::size_t>(std::countr_zero(left));
            bytes += static_cast<char>(number & 0xff);
            bytes += static_cast<char>(number >> 8);
        }
    }
    return bytes;
}

DocumentSet DocumentSet::from(std::string_view stored)
{
    DocumentSet set;
    if (stored.size() == bitmap_bytes) {
        std::memcpy(set.bits_.data(), stored.data(), bitmap_bytes);
        return set;
    }
    for (std::size_t at = 0; at + 1 < stored.size(); at += 2) {
        const int number = static_cast<unsigned char>(stored[at]) + (static_cast<unsigned char>(stored[at + 1]) << 8);
        if (number < block_size)
            set.add(number);
    }
    return set;
}

}
