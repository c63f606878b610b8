#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban {

/// A folded text and where each of its bytes came from, to show a hit in the text as it was written.
struct TracedFold {
    std::string key; ///< as fold() makes it
    /// For every byte of `key`: where the character it was made of begins in the text; then the end of the text.
    std::vector<std::uint32_t> origins;

    struct Range {
        std::size_t from;
        std::size_t to;
    };
    /// Where `size` bytes of the key at `at` stand in the text: whole characters, even when only a part of one was
    /// meant (株 in ㈱).
    Range written(std::size_t at, std::size_t size) const;
};

/// Several times as fast as fold() for ordinary Japanese text, which changes nothing but case and kana.
TracedFold fold_traced(std::string_view);

}
