#pragma once
#include <cstdint>
#include <string_view>

namespace hoshuban {

/// CRC-32 (IEEE 802.3, reflected) of these bytes after others whose CRC is `before`.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

}
