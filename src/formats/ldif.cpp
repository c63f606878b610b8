#include "formats/ldif.hpp"

#include "core/fold.hpp"
#include "formats/windows_text.hpp"
#include "formats/windows_types.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace hoshuban::ldif {
namespace {

std::unexpected<Error> refuse_at(int line, const Text& what)
{
    const Text text{fmt::format("{}行目: {}", line, what.ja), fmt::format("line {}: {}", line, what.en)};
    return fail(ErrorKind::invalid, "ldif/line", text, {{fmt::to_string(line), "ldif/line", text}});
}

std::optional<std::string> from_base64(std::string_view digits)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (digits.size() % 4 != 0)
        return std::nullopt;
    std::size_t padding = 0;
    for (; padding < 2 && digits.ends_with('='); ++padding)
        digits.remove_suffix(1);
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : digits) {
        const std::size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        bits = (bits << 6) | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> count) & 0xFF);
        }
    }
    return bytes;
}

struct LogicalLine {
    std::string text;
    int number;
};

// A line that begins with a blank goes on from the line before.
std::vector<LogicalLine> unfolded(std::string_view text)
{
    std::vector<LogicalLine> lines;
    for (const windows::Line& line : windows::lines_of(text)) {
        if (line.text.starts_with(' ') && !lines.empty() && !lines.back().text.empty())
            lines.back().text += line.text.substr(1);
        else
            lines.push_back({std::string{line.text}, line.number});
    }
    return lines;
}

Result<Attribute> attribute_of(const LogicalLine& line)
{
    const std::string_view text = line.text;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return refuse_at(line.number, {"「属性: 値」の行ではありません。", "no line of an attribute and a value"});
    Attribute attribute{std::string{text.substr(0, colon)}, {}};
    const std::string_view rest = text.substr(colon + 1);
    if (rest.starts_with('<'))
        return refuse_at(line.number, {"値が別の場所を指しています。", "the value stands elsewhere"});
    if (rest.starts_with(':')) {
        auto bytes = from_base64(windows::trimmed(rest.substr(1)));
        if (!bytes)
            return refuse_at(line.number, {"Base64ではありません。", "no Base64"});
        attribute.value = std::move(*bytes);
    } else {
        attribute.value = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    return attribute;
}

bool same_word(std::string_view a, std::string_view b)
{
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, small, small);
}

}

Result<std::vector<Entry>> parse(std::string_view bytes)
{
    TRY_ASSIGN(const auto text, windows::text_of_file(bytes));
    std::vector<Entry> entries;
    bool within = false;
    for (const LogicalLine& line : unfolded(text)) {
        if (line.text.empty()) {
            within = false;
            continue;
        }
        if (line.text.starts_with('#'))
            continue;
        TRY_ASSIGN(auto attribute, attribute_of(line));
        if (within) {
            // `changetype: add` tells how to bring the entry back.
            if (!same_word(attribute.name, "changetype"))
                entries.back().attributes.push_back(std::move(attribute));
            continue;
        }
        if (same_word(attribute.name, "version") && entries.empty())
            continue;
        if (!same_word(attribute.name, "dn"))
            return refuse_at(line.number, {"「dn:」で始まっていません。", "an entry that does not begin with dn:"});
        entries.push_back({std::move(attribute.value)});
        within = true;
    }
    return entries;
}

std::string to_text(const Attribute& attribute)
{
    std::string text;
    if (same_word(attribute.name, "objectSid") && windows::append_sid(text, attribute.value))
        return text;
    if (same_word(attribute.name, "objectGUID") && attribute.value.size() == 16) {
        windows::append_guid(text, attribute.value);
        return text;
    }
    const auto flaws = find_flaws(attribute.value);
    const bool is_text = std::ranges::none_of(flaws, [](const FoundFlaw& found) {
        return found.flaw == TextFlaw::broken_utf8 || found.flaw == TextFlaw::nul || found.flaw == TextFlaw::control;
    });
    if (is_text)
        return attribute.value;
    windows::append_hex(text, attribute.value);
    return text;
}

}
