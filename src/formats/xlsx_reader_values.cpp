#include "formats/xlsx_reader.hpp"

#include <algorithm>
#include <cmath>

namespace hoshuban::xlsx {
namespace {

using namespace std::chrono_literals;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// The first section of a format code without quoted text, escaped characters and brackets ([Red], [$-411], [>=100]).
std::string bare_code(std::string_view code)
{
    std::string bare;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        if (code[i] == '"' || code[i] == '[') {
            const std::size_t end = code.find(code[i] == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos)
                return bare;
            i = end;
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else {
            bare += lower(code[i]);
        }
    }
    return bare;
}

void erase_all(std::string& text, std::string_view what)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
}

bool is_between(int value, int first, int last)
{
    return value >= first && value <= last;
}

}

std::string to_text(Address address)
{
    std::string letters;
    for (int rest = address.column; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(address.row);
}

std::optional<Address> parse_address(std::string_view text)
{
    std::size_t i = 0;
    const auto skip_dollar = [&] { i += i < text.size() && text[i] == '$' ? 1 : 0; };
    int column = 0;
    for (skip_dollar(); i < text.size() && lower(text[i]) >= 'a' && lower(text[i]) <= 'z' && column <= last_column; ++i)
        column = column * 26 + (lower(text[i]) - 'a' + 1);
    int row = 0;
    for (skip_dollar(); i < text.size() && text[i] >= '0' && text[i] <= '9' && row <= last_row; ++i)
        row = row * 10 + (text[i] - '0');
    if (i != text.size() || !is_between(column, 1, last_column) || !is_between(row, 1, last_row))
        return std::nullopt;
    return Address{row, column};
}

std::optional<LocalDay> day_of_serial(double serial, DateSystem system)
{
    if (!(serial >= 0 && serial < 2'958'466))
        return std::nullopt;
    const std::chrono::days days{static_cast<int>(std::floor(serial))};
    if (system == DateSystem::from_1904)
        return days <= std::chrono::days{2'957'003} ? std::optional{make_day(1904, 1, 1) + days} : std::nullopt;
    // Excel counts a 29 February 1900 that never was, as serial 60.
    if (days.count() == 0 || days.count() == 60)
        return std::nullopt;
    return days.count() < 60 ? make_day(1899, 12, 31) + days : make_day(1899, 12, 30) + days;
}

bool shows_day(int format_id, std::string_view format_code)
{
    if (format_code.empty())
        return is_between(format_id, 14, 17) || format_id == 22 || is_between(format_id, 27, 31) ||
            is_between(format_id, 34, 36) || is_between(format_id, 50, 58);
    std::string code = bare_code(format_code);
    erase_all(code, "general");
    erase_all(code, "am/pm");
    erase_all(code, "a/p");
    erase_all(code, "e+");
    erase_all(code, "e-");
    if (code.find_first_of("ydgea") != std::string::npos)
        return true;
    return code.find('m') != std::string::npos && code.find_first_of("hs0#?") == std::string::npos;
}

const Cell* Row::find(int column) const
{
    const auto found = std::ranges::lower_bound(cells, column, {}, [](const Cell& cell) { return cell.at.column; });
    return found != cells.end() && found->at.column == column ? &*found : nullptr;
}

}
