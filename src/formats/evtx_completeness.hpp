#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "formats/evtx_tally.hpp"

#include <array>

namespace hoshuban::evtx {

/// Whether a log is all of what was recorded. Only `clean` is a finished export of which nothing is missing.
enum class Integrity {
    clean, ///< header, checksums and numbers agree
    live, ///< a copy of a log that was being written: sound, but the header lags behind
    damaged, ///< something is missing or was changed
    not_evtx,
};

constexpr auto names_of(const Integrity*)
{
    return std::to_array<Name<Integrity>>({{Integrity::clean, "clean"}, {Integrity::live, "live"},
        {Integrity::damaged, "damaged"}, {Integrity::not_evtx, "not_evtx"}});
}

/// One reason why a log is damaged.
struct Damage {
    enum class Kind {
        header_checksum,
        cut_off, ///< the file ends within a chunk
        chunk_checksum,
        hole, ///< an empty place between chunks
        beheaded_chunk,
        broken_chain, ///< within a chunk
        missing_records,
        unreadable_records,
        chunk_count, ///< other than the header says
        record_count, ///< the header says that there are records behind the last one, or before it the end
    };

    Kind kind;
    std::uint64_t count; ///< how often, or how many
};

/// The reason for people.
Text text_of(const Damage&);

struct Completeness {
    Integrity integrity = Integrity::not_evtx;
    std::vector<Damage> damages = {};
};

/// `tally` must be of all places of the log. No reader's silence proves that a log is complete: a log can be cut off,
/// or lose a chunk, and every record that is left can be read.
Completeness completeness_of(const Log&, const Tally&);

}
