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

/// Tells where each line after the first begins.
template <class Told>
void for_each_next_line(std::string_view text, double column_width, const Told& told)
{
    const int room = std::max(2, static_cast<int>(column_width - cell_padding));
    int used = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            told(i + 1);
            used = 0;
        } else if (is_lead(text[i])) {
            const int width = width_at(text.substr(i));
            if (used + width > room) {
                told(i);
                used = 0;
            }
            used += width;
        }
    }
}

}

int wrapped_lines(std::string_view text, double column_width)
{
    int lines = 1;
    for_each_next_line(text, column_width, [&](std::size_t) { ++lines; });
    return lines;
}

std::vector<std::string_view> parts_of(std::string_view text, double column_width, int lines)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    int line = 1;
    for_each_next_line(text, column_width, [&](std::size_t at) {
        if (line++ % lines != 0)
            return;
        std::string_view part = text.substr(begin, at - begin);
        if (part.ends_with('\n'))
            part.remove_suffix(1);
        parts.push_back(part);
        begin = at;
    });
    parts.push_back(text.substr(begin));
    return parts;
}

double row_height(int lines, double font_size)
{
    return std::min(highest_row, lines * font_size * 1.35 + 3);
}

}
