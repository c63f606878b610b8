#include "formats/evtx_log.hpp"

#include "formats/byte_cursor.hpp"
#include "formats/crc32.hpp"

namespace hoshuban::evtx {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view log_magic = "ElfFile\0"sv;
constexpr std::size_t head_of_log = 4096;
constexpr std::size_t checked_head = 120;

}

std::optional<Log> Log::open(std::string_view bytes)
{
    return bytes.starts_with(log_magic) ? std::optional{Log{bytes}} : std::nullopt;
}

Log::Log(std::string_view bytes)
    : bytes_(bytes)
{
    ByteCursor cursor{bytes.substr(0, head_of_log), 24};
    header_.next_record_id = cursor.read<std::uint64_t>();
    cursor.skip(10); // size of the header, version, size of its place
    header_.chunks = cursor.read<std::uint16_t>();
    cursor.skip(76);
    header_.dirty = (cursor.read<std::uint32_t>() & 1U) != 0;
    const auto checksum = cursor.read<std::uint32_t>();
    header_.sound = !cursor.failed() && checksum == crc32(bytes.substr(0, checked_head));
}

std::size_t Log::places() const
{
    return bytes_.size() <= head_of_log ? 0 : (bytes_.size() - head_of_log + chunk_size - 1) / chunk_size;
}

std::string_view Log::bytes_of(std::size_t place) const
{
    return bytes_.substr(offset_of(place), chunk_size);
}

std::size_t Log::offset_of(std::size_t place)
{
    return head_of_log + place * chunk_size;
}

bool Log::is_whole() const
{
    return bytes_.size() >= head_of_log && (bytes_.size() - head_of_log) % chunk_size == 0;
}

}
