#include "core/calendar_day.hpp"
#include "core/encoding.hpp"
#include "core/holiday.hpp"

#include <charconv>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;

constexpr std::size_t most_bytes = 1'000'000;
constexpr std::size_t longest_name = 200;
constexpr std::size_t most_errors = 50;
constexpr int earliest_year = 1948;
constexpr int latest_year = 2150;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    const std::size_t from = text.find_first_not_of(blanks);
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

bool take_number(std::string_view& text, int& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || text.front() == '-' || length > 4)
        return false;
    text.remove_prefix(length);
    return true;
}

bool take_separator(std::string_view& text, char& separator)
{
    if (text.empty() || (text.front() != '/' && text.front() != '-') || (separator != 0 && separator != text.front()))
        return false;
    separator = text.front();
    text.remove_prefix(1);
    return true;
}

std::optional<LocalDay> read_day(std::string_view text)
{
    int year = 0;
    int month = 0;
    int day = 0;
    char separator = 0;
    if (!take_number(text, year) || !take_separator(text, separator) || !take_number(text, month) ||
        !take_separator(text, separator) || !take_number(text, day) || !text.empty())
        return std::nullopt;
    const chrono::year_month_day date{
        chrono::year{year}, chrono::month{static_cast<unsigned>(month)}, chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || year < earliest_year || year > latest_year)
        return std::nullopt;
    return LocalDay{date};
}

FieldError wrong(std::size_t line, std::string_view code, Text text)
{
    return {fmt::format("syukujitsu.csv:{}", line), fmt::format("holiday/{}", code),
        {fmt::format("{}行目: {}", line, text.ja), fmt::format("line {}: {}", line, text.en)}};
}

class Reader {
public:
    explicit Reader(std::string_view bytes)
    {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (bytes.starts_with(mark))
            bytes.remove_prefix(mark.size());
        rest_ = bytes;
        // What is neither fails on the name's bytes.
        decoder_ = Decoder{encoding_of(bytes).value_or(Encoding::windows_31j)};
    }

    void read()
    {
        for (std::size_t line = 1; !rest_.empty() && errors_.size() < most_errors; ++line) {
            const std::size_t end = rest_.find('\n');
            // CP932's second bytes start at 0x40, so line ends and commas can be found before decoding.
            const std::string_view text = trimmed(rest_.substr(0, end));
            rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
            const bool heading = line == 1 && !text.empty() && (text.front() < '0' || text.front() > '9');
            if (!text.empty() && !heading)
                read_line(line, text);
        }
    }

    Result<HolidayTable> table() &&
    {
        if (!errors_.empty()) {
            return fail(ErrorKind::invalid, "holiday/unreadable",
                {"祝日のCSVに読めない行があります。", "the holiday file has lines that cannot be read"},
                std::move(errors_));
        }
        return HolidayTable::create(std::move(holidays_));
    }

private:
    void read_line(std::size_t line, std::string_view text)
    {
        const std::size_t comma = text.find(',');
        const std::string_view written = trimmed(text.substr(0, comma));
        const auto day = read_day(written);
        if (!day) {
            errors_.push_back(wrong(line, "day",
                {"日付を読めません。2026/1/1 の形で、暦にある日を書いてください。",
                    "cannot read the date: write an existing day as 2026/1/1"}));
            return;
        }
        const auto name = comma == std::string_view::npos ? std::optional<std::string>{""}
                                                          : decoder_.decode(trimmed(text.substr(comma + 1)));
        if (!name || name->empty() || name->size() > longest_name || name->find(',') != std::string::npos) {
            errors_.push_back(wrong(line, "name",
                {"2列目に祝日の名称がありません。文字コードは CP932 か UTF-8 です。",
                    "the second column is no holiday name; the encoding must be CP932 or UTF-8"}));
            return;
        }
        const auto [earlier, fresh] = lines_.emplace(*day, line);
        if (!fresh) {
            errors_.push_back(wrong(line, "twice",
                {fmt::format("{}は{}行目にもあります。", day_text(*day).ja, earlier->second),
                    fmt::format("{} stands on line {} already", day_text(*day).en, earlier->second)}));
            return;
        }
        holidays_.push_back({*day, *name});
    }

    std::string_view rest_;
    Decoder decoder_{Encoding::utf8};
    std::map<LocalDay, std::size_t> lines_;
    std::vector<Holiday> holidays_;
    std::vector<FieldError> errors_;
};

}

Result<HolidayTable> HolidayTable::parse_csv(std::string_view bytes)
{
    if (bytes.size() > most_bytes) {
        return fail(ErrorKind::too_large, "holiday/too_large",
            {"祝日のCSVは1MBまでです。", "a holiday file may have at most 1 MB"});
    }
    Reader reader{bytes};
    reader.read();
    return std::move(reader).table();
}

}
