#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::search {

/// How many documents stand in one block of postings.
inline constexpr int block_size = 8192;

/// Some of the documents of one block, by their number within it.
class DocumentSet {
public:
    void add(int number) { bits_[word_of(number)] |= bit_of(number); }
    void remove(int number) { bits_[word_of(number)] &= ~bit_of(number); }
    bool holds(int number) const { return (bits_[word_of(number)] & bit_of(number)) != 0; }
    bool empty() const;
    /// Every number of the block.
    static DocumentSet all();

    DocumentSet& operator&=(const DocumentSet&);
    DocumentSet& operator|=(const DocumentSet&);
    DocumentSet& operator-=(const DocumentSet&);
    bool operator==(const DocumentSet&) const = default;

    /// The highest number below `end`.
    std::optional<int> last_below(int end) const;

    /// As stored: the numbers in order, two bytes each, low byte first; a bitmap when that is not longer.
    std::string stored() const;
    /// Reads what stored() made; numbers beyond the block are passed over.
    static DocumentSet from(std::string_view stored);

private:
    static constexpr std::size_t words = block_size / 64;
    static std::size_t word_of(int number) { return static_cast<std::size_t>(number) / 64; }
    static std::uint64_t bit_of(int number) { return std::uint64_t{1} << (number % 64); }

    std::array<std::uint64_t, words> bits_ = {};
};

}
