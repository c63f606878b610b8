#include "core/calendar_day.hpp"
#include "core/era.hpp"
#include "core/fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;

constexpr std::size_t longest_text = 100;
constexpr std::string_view year_sign = "年";

std::unexpected<Error> refuse(std::string_view code, Text text)
{
    return fail(ErrorKind::invalid, fmt::format("day/{}", code), std::move(text));
}

std::unexpected<Error> unreadable(std::string_view text)
{
    return refuse("unreadable",
        {fmt::format("日付「{}」を読めません。2026/11/20、令和8年11月20日、R8.11.20 のように書いてください。",
             truncate(text, 40)),
            fmt::format("cannot read the date \"{}\": write it as 2026/11/20, 令和8年11月20日 or R8.11.20",
                truncate(text, 40))});
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads forward through a narrowed text.
class Cursor {
public:
    explicit Cursor(std::string_view text)
        : rest_(text)
    {
    }

    bool done() const { return rest_.empty(); }

    bool take(std::string_view sign)
    {
        if (!rest_.starts_with(sign))
            return false;
        rest_.remove_prefix(sign.size());
        return true;
    }

    /// A run of at most four digits.
    std::optional<int> take_number()
    {
        std::size_t length = 0;
        int value = 0;
        for (; length < rest_.size() && is_digit(rest_[length]); ++length) {
            if (length == 4)
                return std::nullopt;
            value = value * 10 + (rest_[length] - '0');
        }
        if (length == 0)
            return std::nullopt;
        rest_.remove_prefix(length);
        return value;
    }

    const Era* take_era_name(const EraTable& eras)
    {
        for (const Era& era : eras.eras()) {
            if (take(era.name))
                return &era;
        }
        return nullptr;
    }

    const Era* take_era_letter(const EraTable& eras)
    {
        if (rest_.empty())
            return nullptr;
        const char letter = rest_.front();
        const Era* era =
            eras.by_letter(letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter);
        if (era != nullptr)
            rest_.remove_prefix(1);
        return era;
    }

private:
    std::string_view rest_;
};

/// What stands on the paper, before it is known whether such a day exists.
struct Written {
    const Era* era = nullptr; ///< null for a western year
    int year = 0;
    int month = 0;
    int day = 0;
};

int western_year(const Era& era, int year)
{
    return static_cast<int>(date_of(era.first).year()) + year - 1;
}

std::optional<int> take_era_year(Cursor& cursor)
{
    const std::optional<int> year = cursor.take("元") ? 1 : cursor.take_number();
    return year && *year >= 1 ? year : std::nullopt;
}

/// Behind the year: 年11月20日, or 11 and 20 between two equal signs.
bool take_month_and_day(Cursor& cursor, Written& written)
{
    std::string_view before_month = year_sign;
    std::string_view before_day = "月";
    if (!cursor.take(year_sign)) {
        for (const std::string_view sign : {"/", "-", "."}) {
            if (cursor.take(sign))
                before_month = before_day = sign;
        }
        if (before_month == year_sign)
            return false;
    }
    const auto month = cursor.take_number();
    if (!month || !cursor.take(before_day))
        return false;
    const auto day = cursor.take_number();
    if (!day || (before_day == "月" && !cursor.take("日")))
        return false;
    written.month = *month;
    written.day = *day;
    return true;
}

std::optional<Written> read_code(std::string_view digits, const EraTable& eras)
{
    if (!std::ranges::all_of(digits, is_digit))
        return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = 0;
        for (const char digit : digits.substr(from, length))
            value = value * 10 + (digit - '0');
        return value;
    };
    if (digits.size() == 8)
        return Written{nullptr, number(0, 4), number(4, 2), number(6, 2)};
    const Era* era = digits.size() == 7 ? eras.by_code(number(0, 1)) : nullptr;
    if (era == nullptr || number(1, 2) == 0)
        return std::nullopt;
    return Written{era, number(1, 2), number(3, 2), number(5, 2)};
}

std::optional<chrono::weekday> take_weekday(Cursor& cursor)
{
    for (unsigned index = 0; index < 7; ++index) {
        const chrono::weekday weekday{index};
        const std::string name = weekday_text(weekday).ja;
        const std::string_view sign = std::string_view{name}.substr(0, 3);
        if (cursor.take(name) || cursor.take(sign))
            return weekday;
    }
    return std::nullopt;
}

bool take_year(Cursor& cursor, const EraTable& eras, Written& written)
{
    written.era = cursor.take_era_name(eras);
    if (written.era == nullptr)
        written.era = cursor.take_era_letter(eras);
    const auto year = written.era != nullptr ? take_era_year(cursor) : cursor.take_number();
    written.year = year.value_or(0);
    // Without an era, 6.4.1 could be any year.
    return year && (written.era != nullptr || *year >= 1000);
}

/// Everything the writer said, some of it perhaps twice.
struct Statement {
    Written date;
    std::optional<Written> bracketed_year; ///< 令和6年（2024年）4月1日
    std::optional<chrono::weekday> weekday;
};

bool read_bracket(std::string_view inside, const EraTable& eras, Statement& statement)
{
    Cursor cursor{inside};
    if (const auto weekday = take_weekday(cursor)) {
        statement.weekday = weekday;
        return cursor.done();
    }
    Written year;
    if (!take_year(cursor, eras, year))
        return false;
    cursor.take(year_sign);
    statement.bracketed_year = year;
    return cursor.done();
}

std::optional<Statement> read_statement(std::string text, const EraTable& eras)
{
    Statement statement;
    if (const auto code = read_code(text, eras)) {
        statement.date = *code;
        return statement;
    }
    for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(')) {
        const std::size_t close = text.find(')', open);
        if (close == std::string::npos ||
            !read_bracket(std::string_view{text}.substr(open + 1, close - open - 1), eras, statement))
            return std::nullopt;
        text.erase(open, close - open + 1);
    }
    Cursor cursor{text};
    if (!take_year(cursor, eras, statement.date) || !take_month_and_day(cursor, statement.date))
        return std::nullopt;
    if (!cursor.done() && !statement.weekday)
        statement.weekday = take_weekday(cursor);
    return cursor.done() ? std::optional{statement} : std::nullopt;
}

Result<LocalDay> existing_day(const Written& written, std::string_view original)
{
    const int year = written.era != nullptr ? western_year(*written.era, written.year) : written.year;
    const chrono::year_month_day date{chrono::year{year}, chrono::month{static_cast<unsigned>(written.month)},
        chrono::day{static_cast<unsigned>(written.day)}};
    if (!date.ok()) {
        return refuse("no_such_day",
            {fmt::format("「{}」は暦にない日です（{}年{}月{}日）。正しい日付を入力してください。", original, year,
                 written.month, written.day),
                fmt::format("\"{}\" does not exist ({}-{:02}-{:02}): enter a day of the calendar", original, year,
                    written.month, written.day)});
    }
    return LocalDay{date};
}

Result<void> check_bounds(const Written& written, LocalDay day, LocalDay reference, const EraTable& eras)
{
    const Text text = day_text(day);
    if (written.era != nullptr && day < written.era->first) {
        const Text first = day_text(written.era->first);
        return refuse("before_era",
            {fmt::format("{}は{}からです。{}は{}です。", written.era->name, first.ja, text.ja,
                 print_day(day, DayStyle::wareki, eras)),
                fmt::format("{} begins on {}; {} is {}", written.era->name, first.en, text.en,
                    print_day(day, DayStyle::wareki, eras))});
    }
    if (eras.era_of(day) == nullptr) {
        return refuse("too_early",
            {fmt::format("{}は古すぎます。年を確かめてください。", text.ja),
                fmt::format("{} is too long ago: check the year", text.en)});
    }
    const auto latest = date_of(reference).year() + chrono::years{written_years_ahead};
    if (day > LocalDay{latest / date_of(reference).month() / chrono::last}) {
        return refuse("too_late",
            {fmt::format("{}は{}年より先です。年を確かめてください。", text.ja, written_years_ahead),
                fmt::format("{} is more than {} years ahead: check the year", text.en, written_years_ahead)});
    }
    return {};
}

Result<void> check_repetition(const Statement& statement, LocalDay day, const EraTable& eras)
{
    const Text text = day_text(day);
    if (const auto& year = statement.bracketed_year) {
        const int western = year->era != nullptr ? western_year(*year->era, year->year) : year->year;
        if (western != static_cast<int>(date_of(day).year())) {
            return refuse("year_differs",
                {fmt::format("括弧の年が合いません。{}は{}です。", print_day(day, DayStyle::western),
                     print_day(day, DayStyle::wareki, eras)),
                    fmt::format("the year in brackets does not agree: {} is {}", to_text(day),
                        print_day(day, DayStyle::wareki, eras))});
        }
    }
    if (statement.weekday && *statement.weekday != weekday_of(day)) {
        return refuse("weekday_differs",
            {fmt::format("曜日が合いません。正しくは{}です。", text.ja),
                fmt::format("the weekday does not agree: it is {}", text.en)});
    }
    return {};
}

/// Narrow, without blanks, with one kind of dash, and without the midnight a spreadsheet appends.
std::string plain(std::string_view original)
{
    std::string text = narrow(original);
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    for (const std::string_view midnight : {" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"}) {
        if (text.ends_with(midnight))
            text.resize(text.size() - midnight.size());
    }
    for (const std::string_view dash : {"‐", "‑", "–", "—", "―", "−", "ー"}) {
        for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash, at))
            text.replace(at, dash.size(), "-");
    }
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return text;
}

}

Result<WrittenDay> parse_written_day(std::string_view original, LocalDay reference, const EraTable& eras)
{
    if (original.size() > longest_text)
        return unreadable(original);
    const auto statement = read_statement(plain(original), eras);
    if (!statement)
        return unreadable(original);
    TRY_ASSIGN(const LocalDay day, existing_day(statement->date, original));
    TRY(check_bounds(statement->date, day, reference, eras));
    TRY(check_repetition(*statement, day, eras));
    const Era* era = statement->date.era;
    const Era* next = era == nullptr ? nullptr : eras.next(*era);
    return WrittenDay{day, next != nullptr && day >= next->first};
}

}
