#pragma once
#include "core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace hoshuban::site {

/// The largest picture of a floor, in bytes.
inline constexpr std::size_t most_plan_bytes = std::size_t{10} << 20;

/// A picture of a floor as it is kept.
struct PlanImage {
    std::string_view ending; ///< `png`, `jpg`, `webp`
    int width = 0; ///< pixels, as it is shown: a JPEG is turned the way its EXIF says
    int height = 0;
    std::string bytes; ///< without what cameras and programs write beside the picture (EXIF but the orientation of a
                       ///< JPEG, XMP, comments)
};

/// Reads a PNG, JPEG or WebP picture, by its bytes whatever its name says. Refuses other files (`site/no_picture`),
/// broken ones (`site/broken_picture`), and pictures of more than 12,000 pixels a side (`site/picture_size`).
Result<PlanImage> plan_image(std::string_view bytes);

}
