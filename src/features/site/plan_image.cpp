#include "features/site/plan_image.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace hoshuban::site {
namespace {

constexpr int most_pixels = 12'000;
constexpr std::string_view png_mark{"\x89PNG\r\n\x1a\n", 8};

std::uint32_t byte_at(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t length)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i)
        value = value << 8U | byte_at(bytes, at + i);
    return value;
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t length)
{
    std::uint32_t value = 0;
    for (std::size_t i = length; i > 0; --i)
        value = value << 8U | byte_at(bytes, at + i - 1);
    return value;
}

// Chunks that say how the picture looks; of the others (texts, EXIF, the time) nothing is kept.
bool png_keeps(std::string_view type)
{
    constexpr std::array kept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD"};
    return std::ranges::any_of(kept, [&](const char* each) { return type == each; });
}

std::optional<PlanImage> read_png(std::string_view bytes)
{
    PlanImage image{.ending = "png", .width = 0, .height = 0, .bytes = std::string{png_mark}};
    constexpr std::size_t frame = 12; // length, type, checksum
    for (std::size_t at = png_mark.size(); bytes.size() - at >= frame;) {
        const std::size_t length = big(bytes, at, 4);
        const std::string_view type = bytes.substr(at + 4, 4);
        if (length > bytes.size() - at - frame)
            return std::nullopt;
        if (type == "IHDR" && length >= 8) {
            image.width = static_cast<int>(std::min<std::uint32_t>(big(bytes, at + 8, 4), most_pixels + 1));
            image.height = static_cast<int>(std::min<std::uint32_t>(big(bytes, at + 12, 4), most_pixels + 1));
        }
        if (png_keeps(type))
            image.bytes += bytes.substr(at, length + frame);
        if (type == "IEND")
            return image;
        at += length + frame;
    }
    return std::nullopt;
}

// Application segments but JFIF, a colour profile and Adobe's colours, and comments.
bool jpeg_drops(std::uint32_t marker)
{
    return marker == 0xFE || (marker >= 0xE1 && marker <= 0xEF && marker != 0xE2 && marker != 0xEE);
}

bool jpeg_states_size(std::uint32_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Which way up a picture is (EXIF, tag 0x0112): 1…8; 1 where nothing is said or what is said cannot be.
unsigned orientation_of(std::string_view segment)
{
    constexpr std::string_view exif_mark{"Exif\0\0", 6};
    constexpr std::size_t entry_size = 12;
    constexpr std::uint32_t orientation_tag = 0x0112;
    if (!segment.starts_with(exif_mark))
        return 1;
    const std::string_view tiff = segment.substr(exif_mark.size());
    if (tiff.size() < 8 || (!tiff.starts_with("II") && !tiff.starts_with("MM")))
        return 1;
    const auto read = tiff.starts_with("II") ? little : big;
    const std::size_t first = read(tiff, 4, 4);
    if (first > tiff.size() || tiff.size() - first < 2)
        return 1;
    const std::size_t there = (tiff.size() - first - 2) / entry_size;
    const std::size_t entries = std::min<std::size_t>(read(tiff, first, 2), there);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = first + 2 + i * entry_size;
        const std::uint32_t value = read(tiff, at + 8, 2);
        if (read(tiff, at, 2) == orientation_tag)
            return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

// EXIF with nothing in it but which way up the picture is; every browser turns the picture by it.
std::string only_orientation(unsigned orientation)
{
    std::string segment{"\xFF\xE1\x00\x22"
                        "Exif\0\0MM\0*\0\0\0\x08"
                        "\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0",
        36};
    segment[29] = static_cast<char>(orientation);
    return segment;
}

// From the fifth on, the picture lies on its side.
void turn(PlanImage& image, unsigned orientation)
{
    if (orientation >= 5)
        std::swap(image.width, image.height);
}

std::optional<PlanImage> read_jpeg(std::string_view bytes)
{
    PlanImage image{.ending = "jpg", .width = 0, .height = 0, .bytes = std::string{bytes.substr(0, 2)}};
    unsigned orientation = 1;
    for (std::size_t at = 2; bytes.size() - at >= 4;) {
        if (byte_at(bytes, at) != 0xFF)
            return std::nullopt;
        const std::uint32_t marker = byte_at(bytes, at + 1);
        const std::size_t length = big(bytes, at + 2, 2);
        if (length < 2 || length > bytes.size() - at - 2)
            return std::nullopt;
        if (jpeg_states_size(marker) && length >= 7) {
            image.height = static_cast<int>(big(bytes, at + 5, 2));
            image.width = static_cast<int>(big(bytes, at + 7, 2));
        }
        if (marker == 0xDA) { // the picture itself follows
            image.bytes += bytes.substr(at);
            turn(image, orientation);
            return image;
        }
        if (marker == 0xE1 && orientation == 1) {
            orientation = orientation_of(bytes.substr(at + 4, length - 2));
            if (orientation != 1)
                image.bytes += only_orientation(orientation);
        }
        if (!jpeg_drops(marker))
            image.bytes += bytes.substr(at, length + 2);
        at += length + 2;
    }
    return std::nullopt;
}

// Width and height as the first chunk of the picture says them.
void measure_webp(PlanImage& image, std::string_view type, std::string_view data)
{
    if (image.width != 0)
        return;
    if (type == "VP8X" && data.size() >= 10) {
        image.width = static_cast<int>(little(data, 4, 3)) + 1;
        image.height = static_cast<int>(little(data, 7, 3)) + 1;
    } else if (type == "VP8 " && data.size() >= 10) {
        image.width = static_cast<int>(little(data, 6, 2) & 0x3FFFU);
        image.height = static_cast<int>(little(data, 8, 2) & 0x3FFFU);
    } else if (type == "VP8L" && data.size() >= 5) {
        const std::uint32_t bits = little(data, 1, 4);
        image.width = static_cast<int>(bits & 0x3FFFU) + 1;
        image.height = static_cast<int>(bits >> 14U & 0x3FFFU) + 1;
    }
}

std::optional<PlanImage> read_webp(std::string_view bytes)
{
    constexpr std::size_t head = 12; // RIFF, size, WEBP
    constexpr unsigned exif_and_xmp = 0x0C;
    PlanImage image{.ending = "webp", .width = 0, .height = 0, .bytes = std::string{bytes.substr(0, head)}};
    for (std::size_t at = head; bytes.size() - at >= 8;) {
        const std::string_view type = bytes.substr(at, 4);
        const std::size_t length = little(bytes, at + 4, 4);
        const std::size_t padded = length + length % 2;
        if (length > bytes.size() - at - 8)
            return std::nullopt;
        measure_webp(image, type, bytes.substr(at + 8, length));
        if (type != "EXIF" && type != "XMP ") {
            image.bytes += bytes.substr(at, std::min(padded + 8, bytes.size() - at));
            if (type == "VP8X" && length > 0) {
                char& flags = image.bytes[image.bytes.size() - std::min(padded, bytes.size() - at - 8)];
                flags = static_cast<char>(static_cast<unsigned char>(flags) & ~exif_and_xmp);
            }
        }
        at += std::min(padded + 8, bytes.size() - at);
    }
    const auto size = static_cast<std::uint32_t>(image.bytes.size() - 8);
    for (std::size_t i = 0; i < 4; ++i)
        image.bytes[4 + i] = static_cast<char>(size >> (8U * i) & 0xFFU);
    return image;
}

std::unexpected<Error> refused_picture(const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text);
}

}

Result<PlanImage> plan_image(std::string_view bytes)
{
    std::optional<PlanImage> image;
    if (bytes.starts_with(png_mark))
        image = read_png(bytes);
    else if (bytes.starts_with("\xff\xd8\xff"))
        image = read_jpeg(bytes);
    else if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
        image = read_webp(bytes);
    else
        return refused_picture("site/no_picture",
            {"見取図はPNG、JPEG、WebPの画像にしてください。", "a floor plan is a PNG, JPEG or WebP picture"});
    if (!image || image->width == 0 || image->height == 0)
        return refused_picture("site/broken_picture",
            {"画像が壊れていて読めません。もう一度書き出してください。", "the picture is broken: export it once more"});
    if (image->width > most_pixels || image->height > most_pixels)
        return refused_picture("site/picture_size",
            {"画像が大きすぎます。縦横それぞれ12,000ピクセルまでにしてください。",
                "the picture is too large: at most 12,000 pixels a side"});
    return *std::move(image);
}

}
