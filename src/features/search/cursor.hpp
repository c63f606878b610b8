#pragma once
#include <cstdint>

namespace hoshuban::search {

/// How far the index of a contract has followed its events.
struct Cursor {
    std::int64_t sequence = 0;
    std::int64_t goal = 0; ///< where the chain ended when the index was begun: below it the index is not complete
    /// How many documents were numbered so far. The three together name one state of the index: a later one differs in
    /// the sequence or, when the index was made anew, in this.
    std::int64_t given = 0;

    bool operator==(const Cursor&) const = default;
    bool building() const { return sequence < goal; }
};

}
