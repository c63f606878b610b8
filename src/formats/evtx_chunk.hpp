#pragma once
#include "formats/windows_types.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hoshuban::evtx {

inline constexpr std::size_t chunk_size = std::size_t{64} << 10;

/// Where a record lies in its chunk and what stands before its BinXML.
struct RecordPlace {
    std::size_t begin; ///< of the record
    std::size_t end; ///< one behind
    std::uint64_t id; ///< counted by the file; exports count anew
    windows::FileTime written;
    bool recovered; ///< found again behind a broken place

    std::size_t content_begin() const { return begin + 24; }
    std::size_t content_end() const { return end - 4; }
};

/// Walks from record to record of one chunk. Where the chain of records is broken, the next record that agrees with
/// itself is looked for.
class Chunk {
public:
    /// `bytes` may be less than a chunk when the file is cut off.
    explicit Chunk(std::string_view bytes);

    /// Whether a chunk lies here at all: the rest of a log is filled with empty places.
    bool exists() const { return exists_; }
    /// Whether records lie here although no chunk does.
    bool is_beheaded() const;
    /// Whether both checksums hold.
    bool is_sound() const;

    std::optional<RecordPlace> next();
    /// How often the chain was broken, so far.
    std::size_t breaks() const { return breaks_; }

private:
    std::optional<RecordPlace> record_at(std::size_t at) const;
    bool find_again();

    std::string_view bytes_;
    bool exists_;
    bool reach_known_ = false; // the header says where the records end
    std::size_t at_ = 512;
    std::size_t end_ = 0;
    std::size_t breaks_ = 0;
    bool recovered_ = false;
};

}
