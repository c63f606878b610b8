#pragma once
#include <string_view>

namespace hoshuban::xlsx {

/// How many lines a text takes in a column of this width (in half-width characters; wide characters take two). An
/// estimate: Excel breaks by the real widths of the font.
int wrapped_lines(std::string_view text, double column_width);

/// The height in points of a row with this many lines, within what Excel allows.
double row_height(int lines, double font_size);

}
