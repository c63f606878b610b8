#include "formats/crc32.hpp"

#include <gtest/gtest.h>

#include <string>
#include <zlib.h>

namespace hoshuban {
namespace {

TEST(Crc32, IsTheOneOfTheStandard)
{
    EXPECT_EQ(crc32(""), 0U);
    EXPECT_EQ(crc32("123456789"), 0xCBF43926U);
    EXPECT_EQ(crc32(std::string(1'000, 'a')), 0x9A38DA03U);
}

TEST(Crc32, AgreesWithZlibWhateverTheLengthAndTheStart)
{
    std::string bytes;
    std::uint32_t state = 1;
    for (int i = 0; i < 700; ++i) {
        state = state * 1'664'525 + 1'013'904'223;
        bytes += static_cast<char>(state >> 24);
    }
    for (std::size_t begin : {0U, 1U, 7U}) {
        for (std::size_t size = 0; begin + size <= bytes.size(); ++size) {
            const std::string_view piece = std::string_view{bytes}.substr(begin, size);
            const auto expected = ::crc32_z(state, reinterpret_cast<const unsigned char*>(piece.data()), size);
            ASSERT_EQ(crc32(piece, state), expected) << begin << " " << size;
        }
    }
}

TEST(Crc32, GoesOnFromTheBytesBefore)
{
    const std::string text(300, 'x');
    EXPECT_EQ(crc32(text.substr(100), crc32(text.substr(0, 100))), crc32(text));
}

}
}
