#include "formats/windows_text.hpp"

#include "core/encoding.hpp"
#include "formats/utf16.hpp"

#include <algorithm>

namespace hoshuban::windows {
namespace {

std::unexpected<Error> no_text()
{
    return fail(ErrorKind::invalid, "windows_text/encoding",
        {"文字コードがUTF-16でもUTF-8でもシフトJIS（CP932）でもありません。",
            "the text is neither UTF-16 nor UTF-8 nor CP932"});
}

std::string swapped(std::string_view big_endian)
{
    std::string bytes{big_endian};
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
        std::swap(bytes[at], bytes[at + 1]);
    return bytes;
}

}

Result<std::string> text_of_file(std::string_view bytes)
{
    std::string text;
    if (bytes.starts_with("\xFF\xFE")) {
        text = utf16::to_utf8(bytes.substr(2));
    } else if (bytes.starts_with("\xFE\xFF")) {
        text = utf16::to_utf8(swapped(bytes.substr(2)));
    } else {
        auto decoded = utf8_from(bytes);
        if (!decoded)
            return no_text();
        text = std::move(*decoded);
    }
    return text.contains('\0') ? Result<std::string>{no_text()} : Result<std::string>{std::move(text)};
}

std::vector<Line> lines_of(std::string_view text)
{
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        while (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back({line, static_cast<int>(lines.size()) + 1});
        at = end + 1;
    }
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}
