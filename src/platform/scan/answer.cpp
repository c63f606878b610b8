#include "platform/scan/answer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace hoshuban::scan {
namespace {

constexpr std::size_t most_threat_bytes = 200;

bool printable(std::string_view text)
{
    return std::ranges::all_of(text, [](char byte) { return byte >= 0x20 && byte < 0x7f; });
}

// The text of an answer without the NUL that ends it; nothing when it is not one printable line of ASCII.
std::optional<std::string_view> line_of(std::string_view answer)
{
    if (answer.empty() || answer.size() > most_answer_bytes || answer.back() != '\0')
        return std::nullopt;
    answer.remove_suffix(1);
    return printable(answer) ? std::optional{answer} : std::nullopt;
}

Finding failed(std::string ja, std::string en)
{
    return {Verdict::failed, {}, {std::move(ja), std::move(en)}};
}

template <class T>
std::optional<T> number(std::string_view text)
{
    T value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

// `Mon Jun  2 10:30:00 2025`, as asctime prints it in the engine's own time zone.
std::optional<LocalDay> day_of_asctime(std::string_view text)
{
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() != 24 || text[3] != ' ' || text[7] != ' ' || text[10] != ' ' || text[19] != ' ')
        return std::nullopt;
    const std::size_t month = months.find(text.substr(4, 3));
    const auto day = number<unsigned>(text.substr(text[8] == ' ' ? 9 : 8, text[8] == ' ' ? 1 : 2));
    const auto year = number<int>(text.substr(20));
    if (month == std::string_view::npos || month % 3 != 0 || !day || !year)
        return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(month / 3 + 1)}, std::chrono::day{*day}};
    return date.ok() ? std::optional{LocalDay{date}} : std::nullopt;
}

}

Finding read_finding(std::string_view answer)
{
    const auto line = line_of(answer);
    if (!line)
        return failed("ウイルス検査の答えを読めません。", "the scanner's answer cannot be read");
    if (*line == "stream: OK")
        return {.verdict = Verdict::clean};
    constexpr std::string_view head = "stream: ";
    constexpr std::string_view tail = " FOUND";
    if (line->starts_with(head) && line->ends_with(tail) && line->size() > head.size() + tail.size()) {
        const std::string_view threat = line->substr(head.size(), line->size() - head.size() - tail.size());
        if (threat.size() <= most_threat_bytes)
            return {.verdict = Verdict::infected, .threat = std::string{threat}};
    }
    if (line->ends_with(" ERROR"))
        return failed(fmt::format("ウイルス検査のプログラムが断りました（{}）。", *line),
            fmt::format("the scanner refused: {}", *line));
    return failed("ウイルス検査の答えを読めません。", "the scanner's answer cannot be read");
}

std::optional<Engine> read_engine(std::string_view answer)
{
    const auto line = line_of(answer);
    if (!line || !line->starts_with("ClamAV ") || line->size() > most_threat_bytes)
        return std::nullopt;
    const std::size_t slash = line->find('/');
    Engine engine{.name = std::string{line->substr(0, slash)}};
    if (engine.name.size() == std::string_view{"ClamAV "}.size())
        return std::nullopt;
    if (slash == std::string_view::npos)
        return engine;
    const std::size_t second = line->find('/', slash + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    const auto list = number<unsigned>(line->substr(slash + 1, second - slash - 1));
    engine.signatures_on = day_of_asctime(line->substr(second + 1));
    if (!list || !engine.signatures_on)
        return std::nullopt;
    engine.signatures = std::to_string(*list);
    return engine;
}

}
