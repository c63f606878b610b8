#pragma once
#include "platform/http/assets.hpp"

#include <span>

namespace hoshuban {

/// The web pages inside this binary; none when it was built with HOSHUBAN_WEB=OFF.
std::span<const http::Asset> web_assets();

}
