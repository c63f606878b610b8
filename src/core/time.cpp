#include "core/time.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0;
};

bool read_digits(std::string_view text, std::size_t from, std::size_t count, int& value)
{
    if (text.size() < from + count)
        return false;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
    }
    std::from_chars(text.data() + from, text.data() + from + count, value);
    return true;
}

bool read_day(std::string_view text, LocalDay& day)
{
    int year = 0;
    int month = 0;
    int number = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    if (!read_digits(text, 0, 4, year) || !read_digits(text, 5, 2, month) || !read_digits(text, 8, 2, number))
        return false;
    const chrono::year_month_day date{
        chrono::year{year}, chrono::month{static_cast<unsigned>(month)}, chrono::day{static_cast<unsigned>(number)}};
    if (!date.ok())
        return false;
    day = LocalDay{date};
    return true;
}

bool read_clock(std::string_view text, Clock& clock)
{
    if (text.size() < 5 || text[2] != ':' || !read_digits(text, 0, 2, clock.hour) ||
        !read_digits(text, 3, 2, clock.minute))
        return false;
    if (text.size() == 8 && (text[5] != ':' || !read_digits(text, 6, 2, clock.second)))
        return false;
    if (text.size() != 5 && text.size() != 8)
        return false;
    return clock.hour < 24 && clock.minute < 60 && clock.second < 60;
}

// These run once per cell of every list, and fmt spends five times as long on them.
void put(std::string& text, unsigned number, std::size_t digits)
{
    const std::size_t first = text.size();
    text.resize(first + digits);
    for (std::size_t at = first + digits; at > first; number /= 10)
        text[--at] = static_cast<char>('0' + number % 10);
}

void put(std::string& text, chrono::year_month_day date)
{
    put(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    text += '-';
    put(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    put(text, static_cast<unsigned>(date.day()), 2);
}

std::string print(chrono::year_month_day date, chrono::seconds since_midnight, std::string_view zone)
{
    const chrono::hh_mm_ss time{since_midnight};
    std::string text;
    text.reserve(25);
    put(text, date);
    text += 'T';
    put(text, static_cast<unsigned>(time.hours().count()), 2);
    text += ':';
    put(text, static_cast<unsigned>(time.minutes().count()), 2);
    text += ':';
    put(text, static_cast<unsigned>(time.seconds().count()), 2);
    text += zone;
    return text;
}

std::unexpected<Error> not_an_instant(std::string_view text)
{
    return fail(ErrorKind::invalid, "time/instant",
        {fmt::format("日時「{}」を読めません。2026-05-01T17:00 の形で入力してください。", text),
            fmt::format("cannot read the time \"{}\": write it as 2026-05-01T17:00", text)});
}

}

std::string to_text(Instant instant)
{
    const auto day = chrono::floor<chrono::days>(instant);
    return print(chrono::year_month_day{day}, instant - day, "Z");
}

std::string to_text(LocalDay day)
{
    const chrono::year_month_day date{day};
    std::string text;
    put(text, date);
    return text;
}

std::string to_text_jst(Instant instant)
{
    const LocalTime time = local_time(instant);
    const LocalDay day = day_of(time);
    return print(chrono::year_month_day{day}, time - day, "+09:00");
}

Result<Instant> parse_instant(std::string_view text)
{
    std::string_view rest = text;
    chrono::seconds offset = jst_offset;
    if (rest.ends_with('Z')) {
        offset = chrono::seconds{0};
        rest.remove_suffix(1);
    } else if (rest.ends_with("+09:00")) {
        rest.remove_suffix(6);
    }
    LocalDay day{};
    Clock clock;
    if (rest.size() < 16 || rest[10] != 'T' || !read_day(rest.substr(0, 10), day) ||
        !read_clock(rest.substr(11), clock))
        return not_an_instant(text);
    const auto of_day = chrono::hours{clock.hour} + chrono::minutes{clock.minute} + chrono::seconds{clock.second};
    return Instant{day.time_since_epoch() + of_day - offset};
}

Result<LocalDay> parse_day(std::string_view text)
{
    LocalDay day{};
    if (!read_day(text, day)) {
        return fail(ErrorKind::invalid, "time/day",
            {fmt::format("日付「{}」を読めません。2026-05-01 の形で、暦にある日を入力してください。", text),
                fmt::format("cannot read the day \"{}\": write an existing day as 2026-05-01", text)});
    }
    return day;
}

}
