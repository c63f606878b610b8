#pragma once
#include "formats/evtx_chunk.hpp"

namespace hoshuban::evtx {

/// What a log says of itself. Nothing of it is believed when records are read: a copy of a log that is being written
/// has a header that lags behind.
struct LogHeader {
    std::uint64_t next_record_id = 0;
    std::uint16_t chunks = 0; ///< of more than 65,535 chunks the remainder
    bool dirty = false; ///< the log is being written, or was not closed
    bool sound = false; ///< the checksum holds
};

/// A file of Windows event logs (.evtx) in memory: a header and places for chunks.
class Log {
public:
    /// Nothing when the bytes are no event log. `bytes` must outlive the log.
    static std::optional<Log> open(std::string_view bytes);

    const LogHeader& header() const { return header_; }
    /// How many places for chunks there are, the last of which may be cut off.
    std::size_t places() const;
    Chunk chunk(std::size_t place) const { return Chunk{bytes_of(place)}; }
    std::string_view bytes_of(std::size_t place) const;
    /// Where the chunk begins in the file.
    static std::size_t offset_of(std::size_t place);
    /// Whether the file ends where a chunk ends.
    bool is_whole() const;

private:
    explicit Log(std::string_view bytes);

    std::string_view bytes_;
    LogHeader header_;
};

}
