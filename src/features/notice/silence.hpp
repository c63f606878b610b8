#pragma once
#include <span>
#include <string_view>

namespace hoshuban::notice {

/// A kind of which nobody is told, and why not.
struct Silence {
    std::string_view kind;
    std::string_view because;
};
std::span<const Silence> silences();

}
