#include "features/site/plan_image.hpp"

#include <gtest/gtest.h>

namespace hoshuban::site {
namespace {

using namespace std::string_literals;

std::string big_endian(std::uint32_t value, int bytes)
{
    std::string text;
    for (int i = bytes - 1; i >= 0; --i)
        text += static_cast<char>(value >> (8 * i) & 0xFFU);
    return text;
}

std::string little_endian(std::uint32_t value, int bytes)
{
    std::string text = big_endian(value, bytes);
    return {text.rbegin(), text.rend()};
}

std::string chunk(const std::string& type, const std::string& data)
{
    return big_endian(static_cast<std::uint32_t>(data.size()), 4) + type + data + "CRC!";
}

std::string png(std::uint32_t width, std::uint32_t height, const std::string& more = {})
{
    return "\x89PNG\r\n\x1a\n"s + chunk("IHDR", big_endian(width, 4) + big_endian(height, 4) + "\x08\x02\0\0\0"s) +
        more + chunk("IDAT", "pixels") + chunk("IEND", "");
}

std::string segment(int marker, const std::string& data)
{
    return "\xFF"s + static_cast<char>(marker) + big_endian(static_cast<std::uint32_t>(data.size()) + 2, 2) + data;
}

std::string jpeg(std::uint32_t width, std::uint32_t height, const std::string& more = {})
{
    return "\xFF\xD8"s + segment(0xE0, "JFIF\0"s) + more +
        segment(0xC0, "\x08"s + big_endian(height, 2) + big_endian(width, 2) + "\x03"s) + segment(0xDA, "scan") +
        "pixels\xFF\xD9"s;
}

std::string riff_chunk(const std::string& type, const std::string& data)
{
    return type + little_endian(static_cast<std::uint32_t>(data.size()), 4) + data +
        (data.size() % 2 == 1 ? "\0"s : "");
}

std::string webp(const std::string& chunks)
{
    return "RIFF" + little_endian(static_cast<std::uint32_t>(chunks.size()) + 4, 4) + "WEBP" + chunks;
}

std::string extended(unsigned flags, std::uint32_t width, std::uint32_t height)
{
    return riff_chunk("VP8X",
        std::string(1, static_cast<char>(flags)) + "\0\0\0"s + little_endian(width - 1, 3) +
            little_endian(height - 1, 3));
}

std::string kept(std::string_view bytes)
{
    const auto image = plan_image(bytes);
    return image ? image->bytes : image.error().code;
}

TEST(PlanImage, ReadsTheThreeKindsByTheirBytes)
{
    struct Case {
        std::string bytes;
        const char* ending;
    };
    const Case cases[] = {{png(640, 480), "png"}, {jpeg(640, 480), "jpg"},
        {webp(extended(0, 640, 480) + riff_chunk("VP8 ", "pixels")), "webp"},
        {webp(riff_chunk("VP8 ", "\0\0\0\x9d\x01\x2a"s + little_endian(640, 2) + little_endian(480, 2))), "webp"},
        {webp(riff_chunk("VP8L", "\x2f"s + little_endian(639U | 479U << 14U, 4))), "webp"}};
    for (const Case& each : cases) {
        const auto image = plan_image(each.bytes);
        ASSERT_TRUE(image) << each.ending << image.error().code;
        EXPECT_EQ(image->ending, each.ending);
        EXPECT_EQ(image->width, 640) << each.ending;
        EXPECT_EQ(image->height, 480) << each.ending;
        EXPECT_EQ(image->bytes, each.bytes) << "nothing was to be taken out";
    }
}

TEST(PlanImage, TakesOutWhatCamerasWrite)
{
    EXPECT_EQ(kept(png(8, 8, chunk("eXIf", "GPS") + chunk("tEXt", "Author\0somebody"s) + chunk("gAMA", "1234"))),
        png(8, 8, chunk("gAMA", "1234")));
    EXPECT_EQ(
        kept(jpeg(8, 8, segment(0xE1, "Exif\0\0GPS"s) + segment(0xE2, "ICC_PROFILE\0"s) + segment(0xFE, "by me"))),
        jpeg(8, 8, segment(0xE2, "ICC_PROFILE\0"s)));
    EXPECT_EQ(kept(webp(extended(0x1C, 8, 8) + riff_chunk("VP8 ", "pixels") + riff_chunk("EXIF", "GPS") +
                  riff_chunk("XMP ", "x"))),
        webp(extended(0x10, 8, 8) + riff_chunk("VP8 ", "pixels")));
}

TEST(PlanImage, RefusesWhatIsNone)
{
    EXPECT_EQ(kept(""), "site/no_picture");
    EXPECT_EQ(kept("<svg onload='x'/>"), "site/no_picture");
    EXPECT_EQ(kept("GIF89a"), "site/no_picture");
    EXPECT_EQ(kept(png(0, 8)), "site/broken_picture");
    EXPECT_EQ(kept(png(12'001, 8)), "site/picture_size");
    EXPECT_EQ(kept(jpeg(8, 60'000)), "site/picture_size");
    EXPECT_EQ(kept(webp("")), "site/no_picture");
    for (const std::string& whole : {png(8, 8), jpeg(8, 8), webp(extended(0, 8, 8) + riff_chunk("VP8 ", "pixels"))}) {
        for (std::size_t length = 0; length < whole.size(); ++length)
            (void)plan_image(std::string_view{whole}.substr(0, length));
    }
    EXPECT_EQ(kept(png(8, 8).substr(0, 40)), "site/broken_picture");
    EXPECT_EQ(kept(jpeg(8, 8).substr(0, 20)), "site/broken_picture");
}

// A camera's EXIF: what it says of itself, and which way up the picture is.
std::string exif(std::string_view order, unsigned orientation)
{
    const auto number = [&](std::uint32_t value, int bytes) {
        return order == "II" ? little_endian(value, bytes) : big_endian(value, bytes);
    };
    const std::string maker = number(0x010F, 2) + number(2, 2) + number(4, 4) + "CAM\0"s;
    const std::string tag = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + "\0\0"s;
    return segment(0xE1,
        "Exif\0\0"s + std::string{order} + number(42, 2) + number(8, 4) + number(2, 2) + maker + tag + number(0, 4));
}

TEST(PlanImage, ShowsAPictureTheWayTheCameraWasHeld)
{
    for (unsigned orientation = 1; orientation <= 8; ++orientation) {
        for (const char* order : {"II", "MM"}) {
            const auto image = plan_image(jpeg(640, 480, exif(order, orientation)));
            ASSERT_TRUE(image) << orientation;
            const bool on_its_side = orientation >= 5;
            EXPECT_EQ(image->width, on_its_side ? 480 : 640) << orientation;
            EXPECT_EQ(image->height, on_its_side ? 640 : 480) << orientation;
            EXPECT_EQ(image->bytes.find("CAM"), std::string::npos) << "of the camera nothing is kept";
            const auto again = plan_image(image->bytes);
            ASSERT_TRUE(again) << orientation;
            EXPECT_EQ(again->bytes, image->bytes) << "what is kept says it again: " << orientation;
            EXPECT_EQ(again->width, image->width) << orientation;
        }
    }
}

TEST(PlanImage, LeavesAPictureAsItIsWhereItsOrientationCannotBe)
{
    const std::string upright = jpeg(640, 480);
    const std::string cut = exif("MM", 6);
    for (const std::string& said : {exif("MM", 0), exif("II", 9), segment(0xE1, "Exif\0\0MM\0*\xFF\xFF\xFF\xFF"s),
             segment(0xE1, "Exif\0\0XX"s), segment(0xE1, "http://ns.adobe.com/xap/1.0/"s),
             segment(0xE1, cut.substr(4, 20)), segment(0xE1, cut.substr(4, 38))})
        EXPECT_EQ(kept(jpeg(640, 480, said)), upright);
}

}
}
