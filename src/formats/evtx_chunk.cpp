#include "formats/evtx_chunk.hpp"

#include "formats/byte_cursor.hpp"
#include "formats/crc32.hpp"

namespace hoshuban::evtx {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view chunk_magic = "ElfChnk\0"sv;
constexpr std::string_view record_magic = "**\0\0"sv;
constexpr std::size_t head_of_chunk = 512;
constexpr std::size_t smallest_record = 28;

// The offsets of the chunk's header.
constexpr std::size_t free_space_at = 48;
constexpr std::size_t data_checksum_at = 52;
constexpr std::size_t flags_at = 120;
constexpr std::size_t header_checksum_at = 124;
constexpr std::size_t tables_at = 128;

}

Chunk::Chunk(std::string_view bytes)
    : bytes_(bytes)
    , exists_(bytes.starts_with(chunk_magic))
{
    if (!exists_ || bytes.size() < head_of_chunk)
        return;
    const std::size_t end = little_endian<std::uint32_t>(bytes.data() + free_space_at);
    reach_known_ = end >= head_of_chunk && end <= bytes.size();
    end_ = reach_known_ ? end : bytes.size();
}

bool Chunk::is_beheaded() const
{
    return !exists_ && bytes_.size() > head_of_chunk && bytes_.substr(head_of_chunk).starts_with(record_magic);
}

bool Chunk::is_sound() const
{
    if (!reach_known_)
        return false;
    const auto stated = [&](std::size_t at) { return little_endian<std::uint32_t>(bytes_.data() + at); };
    const std::uint32_t header =
        crc32(bytes_.substr(tables_at, head_of_chunk - tables_at), crc32(bytes_.substr(0, flags_at)));
    return header == stated(header_checksum_at) &&
        crc32(bytes_.substr(head_of_chunk, end_ - head_of_chunk)) == stated(data_checksum_at);
}

std::optional<RecordPlace> Chunk::next()
{
    while (at_ < end_) {
        if (auto place = record_at(at_)) {
            place->recovered = recovered_;
            at_ = place->end;
            return place;
        }
        // Without a header that says where the records end, they end where nothing lies any more.
        ++breaks_;
        if (!find_again())
            at_ = end_;
    }
    return std::nullopt;
}

std::optional<RecordPlace> Chunk::record_at(std::size_t at) const
{
    if (end_ - at < smallest_record || !bytes_.substr(at).starts_with(record_magic))
        return std::nullopt;
    const char* const head = bytes_.data() + at;
    const std::size_t size = little_endian<std::uint32_t>(head + 4);
    if (size < smallest_record || size > end_ - at)
        return std::nullopt;
    return RecordPlace{at, at + size, little_endian<std::uint64_t>(head + 8),
        windows::FileTime{little_endian<std::uint64_t>(head + 16)}, false};
}

bool Chunk::find_again()
{
    for (std::size_t at = bytes_.find(record_magic, at_ + 1); at < end_; at = bytes_.find(record_magic, at + 1)) {
        const auto place = record_at(at);
        // Each record repeats its size at its end.
        if (place && little_endian<std::uint32_t>(bytes_.data() + place->content_end()) == place->end - place->begin) {
            at_ = at;
            recovered_ = true;
            return true;
        }
    }
    return false;
}

}
