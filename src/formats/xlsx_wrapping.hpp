#pragma once
#include <string_view>
#include <vector>

namespace hoshuban::xlsx {

/// How many lines a text takes in a column of this width (in half-width characters; wide characters take two). An
/// estimate: Excel breaks by the real widths of the font.
int wrapped_lines(std::string_view text, double column_width);

/// The text in parts of at most so many lines, broken where lines end; one empty part of an empty text.
std::vector<std::string_view> parts_of(std::string_view text, double column_width, int lines);

/// The height in points of a row with this many lines, within what Excel allows.
double row_height(int lines, double font_size);

}
