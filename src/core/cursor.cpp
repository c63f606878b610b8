#include "core/cursor.hpp"

#include <fmt/format.h>

namespace hoshuban {
namespace {

constexpr char between = '\x1f';
constexpr std::size_t longest_cursor = 2000;

std::unexpected<Error> bad_cursor()
{
    return fail(ErrorKind::invalid, "list/cursor",
        {"続きの位置を読めません。一覧を開き直してください。", "cannot read the cursor: open the list again"});
}

}

std::string cursor_of(const std::vector<std::string>& keys)
{
    std::string text;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0)
            text += fmt::format("{:02x}", static_cast<unsigned char>(between));
        for (const char byte : keys[i])
            text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return text;
}

Result<std::vector<std::string>> cursor_keys(std::string_view cursor, std::size_t count)
{
    std::vector<std::string> keys(1);
    if (cursor.size() % 2 != 0 || cursor.size() > longest_cursor)
        return bad_cursor();
    for (std::size_t at = 0; at < cursor.size(); at += 2) {
        constexpr std::string_view digits = "0123456789abcdef";
        const std::size_t high = digits.find(cursor[at]);
        const std::size_t low = digits.find(cursor[at + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return bad_cursor();
        const char byte = static_cast<char>(high * 16 + low);
        if (byte == between)
            keys.emplace_back();
        else
            keys.back() += byte;
    }
    if (keys.size() != count)
        return bad_cursor();
    return keys;
}

}
