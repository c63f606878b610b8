#pragma once
#include "formats/evtx_fragment.hpp"
#include "formats/evtx_names.hpp"
#include "formats/evtx_words.hpp"
#include "formats/text_store.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hoshuban::evtx {

/// One thing to do when a fragment of BinXML is read.
struct Step {
    enum class Kind : std::uint8_t {
        constant, ///< a field whose text stands in the chunk
        substitution, ///< a field whose value the record brings
        character, ///< only as a piece
        joined, ///< a field of several pieces: the `size` steps that follow
        empty, ///< an element without anything in it
        guard, ///< unless the record brings the value, go on at `size`
        instance, ///< a template with its values stands in the chunk
    };

    Kind kind;
    Section own = Section::none; ///< what the first element of the path is, when it stands in `Event`
    Section below = Section::none; ///< what the second one is, when the first is `Event`
    Part part = Part::none;
    bool attribute = false;
    bool guarded = false; ///< stands behind a guard that asks for another value
    std::uint8_t root = 0; ///< bytes of the path's first element and the slash after it
    std::uint16_t index = 0; ///< of the value
    std::uint16_t name = Names::none; ///< of those asked for
    std::uint32_t offset = 0; ///< of the text or the template in the chunk
    std::uint32_t size = 0;
    std::string_view path = {}; ///< `Event/System/Provider/@Name`, `EventData/TargetUserName`
};

/// The steps of one fragment: a template, or what was written without one.
struct Program {
    std::uint32_t first = 0;
    std::uint32_t last = 0; ///< one behind
    /// Where the parts stand in the steps; `missing` when they must be looked for.
    std::array<std::uint32_t, part_count> parts;
    bool valid = false;

    static constexpr std::uint32_t missing = 0xFFFFFFFF;
};

/// The programs of one chunk, and what making and running them may still cost: a chunk of 64 KiB can be built so that
/// it would be read for hours.
struct Programs {
    static constexpr std::int64_t budget_of_a_chunk = 1 << 18;

    const Names* names = nullptr;
    std::vector<Step> steps = {};
    TextStore texts = {};
    std::int64_t budget = 0;

    void start()
    {
        steps.clear();
        texts.forget_all();
        budget = budget_of_a_chunk;
    }
    bool spend(std::size_t cost)
    {
        budget -= static_cast<std::int64_t>(cost);
        return budget >= 0;
    }
};

/// Makes the steps of a fragment. The program is not valid when the fragment is broken or the budget is spent.
Program compile(Programs&, const Fragment&);

}
