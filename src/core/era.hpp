#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban {

/// A Japanese era. The day of the change belongs to the new era.
struct Era {
    std::string name; ///< 令和
    char letter; ///< R
    int code; ///< 5, as in the seven-digit dates of resident record systems
    LocalDay first;

    bool operator==(const Era&) const = default;
};

/// A year counted in an era.
struct EraYear {
    const Era* era;
    int year;

    /// `令和8年`, `令和元年`
    std::string text() const;
};

/// The eras, oldest first. A new era is one more line of the data file.
class EraTable {
public:
    /// Reads `name,letter,code,first_day` lines; refuses eras out of order and letters or codes used twice.
    static Result<EraTable> parse_csv(std::string_view bytes);
    /// The table the product was built with, 明治 to 令和.
    static const EraTable& official();

    std::span<const Era> eras() const { return eras_; }
    /// Null before the first era.
    const Era* era_of(LocalDay) const;
    /// The first day of the next era, or null for the current one.
    const Era* next(const Era&) const;
    const Era* by_name(std::string_view) const;
    const Era* by_letter(char) const;
    const Era* by_code(int) const;

private:
    std::vector<Era> eras_;
};

/// A day as a person wrote it.
struct WrittenDay {
    LocalDay day;
    bool past_era; ///< written in an era that had already ended (平成36年3月31日): show the reader the real day

    bool operator==(const WrittenDay&) const = default;
};

/// Written days are accepted up to this many years after the reference day: 令和40年 is a slip of the pen in 令和8年.
inline constexpr int written_years_ahead = 20;

/// Reads a day as Japanese files write it, in half or full width: 2026-11-20, 2026/11/20, 2026.11.20, 20261120,
/// 2026年11月20日, 令和8年11月20日, 令和元年…, R8.11.20, r8/11/20, 5081120 (era code and six digits), each with the
/// weekday （金） or the western or era year in brackets behind it, which must then agree. `reference` is today.
Result<WrittenDay> parse_written_day(std::string_view, LocalDay reference, const EraTable& = EraTable::official());

enum class DayStyle {
    iso, ///< 2026-11-20
    slash, ///< 2026/11/20
    western, ///< 2026年11月20日
    wareki, ///< 令和8年11月20日
    wareki_weekday, ///< 令和8年11月20日（金）
    wareki_short, ///< R8.11.20
};

constexpr auto names_of(const DayStyle*)
{
    return std::to_array<Name<DayStyle>>({
        {DayStyle::iso, "iso"},
        {DayStyle::slash, "slash"},
        {DayStyle::western, "western"},
        {DayStyle::wareki, "wareki"},
        {DayStyle::wareki_weekday, "wareki_weekday"},
        {DayStyle::wareki_short, "wareki_short"},
    });
}

/// Days before the first era are printed western in the era styles.
std::string print_day(LocalDay, DayStyle, const EraTable& = EraTable::official());
/// `令和8年度`
std::string fiscal_year_text(int fiscal_year, const EraTable& = EraTable::official());

}
