#include "formats/crc32.hpp"

#include <cstddef>
#include <zlib.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace hoshuban {
namespace {

std::uint32_t crc32_by_table(std::string_view bytes, std::uint32_t before)
{
    return static_cast<std::uint32_t>(
        ::crc32_z(before, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

#if defined(__x86_64__)

constexpr std::size_t folded_at_once = 64;

#define HOSHUBAN_CARRYLESS __attribute__((target("pclmul,sse4.1")))

HOSHUBAN_CARRYLESS __m128i load(const char* bytes)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}

HOSHUBAN_CARRYLESS __m128i folded(__m128i sum, __m128i factors, __m128i next)
{
    const __m128i low = _mm_clmulepi64_si128(sum, factors, 0x00);
    const __m128i high = _mm_clmulepi64_si128(sum, factors, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

// From 128 bits to the remainder of 32, by Barrett's reduction.
HOSHUBAN_CARRYLESS std::uint32_t reduced(__m128i sum, __m128i by_16)
{
    const __m128i even = _mm_setr_epi32(-1, 0, -1, 0);
    sum = _mm_xor_si128(_mm_srli_si128(sum, 8), _mm_clmulepi64_si128(sum, by_16, 0x10));
    const __m128i by_8 = _mm_set_epi64x(0, 0x163CD6124);
    sum = _mm_xor_si128(_mm_srli_si128(sum, 4), _mm_clmulepi64_si128(_mm_and_si128(sum, even), by_8, 0x00));
    const __m128i polynomial = _mm_set_epi64x(0x1F7011641, 0x1DB710641);
    __m128i quotient = _mm_clmulepi64_si128(_mm_and_si128(sum, even), polynomial, 0x10);
    quotient = _mm_clmulepi64_si128(_mm_and_si128(quotient, even), polynomial, 0x00);
    return static_cast<std::uint32_t>(_mm_extract_epi32(_mm_xor_si128(sum, quotient), 1));
}

// V. Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Intel, 2009); the
// constants are powers of x modulo the polynomial. `bytes` are a multiple of 16, and at least 64.
HOSHUBAN_CARRYLESS std::uint32_t crc32_by_folding(std::string_view bytes, std::uint32_t before)
{
    const __m128i by_64 = _mm_set_epi64x(0x1C6E41596, 0x154442BD4);
    const __m128i by_16 = _mm_set_epi64x(0x0CCAA009E, 0x1751997D0);
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    __m128i sums[4] = {load(at), load(at + 16), load(at + 32), load(at + 48)};
    sums[0] = _mm_xor_si128(sums[0], _mm_cvtsi32_si128(static_cast<int>(~before)));
    for (at += 64; end - at >= 64; at += 64) {
        for (int i = 0; i < 4; ++i)
            sums[i] = folded(sums[i], by_64, load(at + 16 * i));
    }
    __m128i sum = sums[0];
    for (int i = 1; i < 4; ++i)
        sum = folded(sum, by_16, sums[i]);
    for (; at != end; at += 16)
        sum = folded(sum, by_16, load(at));
    return ~reduced(sum, by_16);
}

bool can_fold()
{
    static const bool able = __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("sse4.1");
    return able;
}

#endif

}

std::uint32_t crc32(std::string_view bytes, std::uint32_t before)
{
#if defined(__x86_64__)
    if (bytes.size() >= folded_at_once && can_fold()) {
        const std::size_t whole = bytes.size() / 16 * 16;
        return crc32_by_table(bytes.substr(whole), crc32_by_folding(bytes.substr(0, whole), before));
    }
#endif
    return crc32_by_table(bytes, before);
}

}
