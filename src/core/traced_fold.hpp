#pragma once
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
};

/// Several times as fast as fold() for ordinary Japanese text, which changes nothing but case and kana.
TracedFold fold_traced(std::string_view);

}
