#pragma once
#include "formats/evtx_log.hpp"

#include <vector>

namespace hoshuban::evtx {

/// What was counted while places of a log were read.
class Tally {
public:
    std::uint64_t records = 0; ///< that could be read
    std::uint64_t unreadable = 0;
    std::uint64_t recovered = 0; ///< found again behind broken places; not among the records
    std::uint64_t chunks = 0;
    std::uint64_t unsound_chunks = 0; ///< whose checksums do not hold
    std::uint64_t beheaded_chunks = 0; ///< records where no chunk begins
    std::uint64_t breaks = 0; ///< places where the chain of records is broken
    std::optional<windows::FileTime> first_written;
    std::optional<windows::FileTime> last_written;

    void note_chunk(std::size_t place, bool sound);
    void note_empty_place(std::size_t place, bool beheaded);
    void note_record(const RecordPlace&, bool readable);
    void note_breaks(std::size_t count) { breaks += count; }
    /// Adds what was counted in other places of the same log.
    void add(const Tally&);

    /// The places without a chunk before the last chunk.
    std::uint64_t holes() const;
    /// The numbers that the file counts by which are missing between its first and its last record.
    std::uint64_t missing_records() const;
    /// The highest of these numbers; nothing without records.
    std::optional<std::uint64_t> last_id() const;

private:
    struct Run {
        std::uint64_t first;
        std::uint64_t last;
    };

    std::vector<Run> ids_; // each a run of numbers that follow one another
    std::vector<std::size_t> empty_places_;
    std::optional<std::size_t> last_chunk_;
};

}
