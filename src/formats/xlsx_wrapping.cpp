#include "formats/xlsx_wrapping.hpp"

#include <algorithm>

namespace hoshuban::xlsx {
namespace {

constexpr double highest_row = 409;
constexpr double cell_padding = 1;

bool is_lead(char c)
{
    return (c & 0xC0) != 0x80;
}

/// Half-width katakana (U+FF61…U+FF9F) are narrow, everything else from U+0800 on is taken as wide.
int width_at(std::string_view rest)
{
    if (static_cast<unsigned char>(rest.front()) < 0xE0)
        return 1;
    const std::string_view character = rest.substr(0, 3);
    return character >= "｡" && character <= "ﾟ" ? 1 : 2;
}

}

int wrapped_lines(std::string_view text, double column_width)
{
    const int room = std::max(2, static_cast<int>(column_width - cell_padding));
    int lines = 1;
    int used = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++lines;
            used = 0;
        } else if (is_lead(text[i])) {
            const int width = width_at(text.substr(i));
            const bool fits = used + width <= room;
            lines += fits ? 0 : 1;
            used = fits ? used + width : width;
        }
    }
    return lines;
}

double row_height(int lines, double font_size)
{
    return std::min(highest_row, lines * font_size * 1.35 + 3);
}

}
