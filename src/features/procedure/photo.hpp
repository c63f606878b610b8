#pragma once
#include "core/result.hpp"

#include <string_view>

namespace hoshuban::procedure {

/// The type of an image by its first bytes: `image/jpeg`, `image/png`, `image/webp`; empty for anything else, whatever
/// its name says.
std::string_view image_type(std::string_view bytes);
/// Refuses bytes that are no such image, and an image whose name says another type (`named_type`).
Result<void> check_photo(std::string_view bytes, std::string_view named_type);

}
