#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/basis.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::contract {

/// Which year a number carries.
enum class YearBasis { fiscal, calendar };

constexpr auto names_of(const YearBasis*)
{
    return std::to_array<Name<YearBasis>>({{YearBasis::fiscal, "fiscal"}, {YearBasis::calendar, "calendar"}});
}

/// Who gives the next number of a series: this program, or the city, whose numbers are only checked and kept.
enum class NumberedBy { product, city };

constexpr auto names_of(const NumberedBy*)
{
    return std::to_array<Name<NumberedBy>>({{NumberedBy::product, "product"}, {NumberedBy::city, "city"}});
}

/// One run of human numbers of a contract, such as `W25-01`.
struct NumberSeries {
    std::string id;
    Text label;
    /// Text with `{prefix}`, `{suffix}`, `{yy}`, `{yyyy}` and exactly one `{seq:n}`; n is the least number of digits.
    std::string pattern;
    std::string prefix;
    std::string suffix;
    YearBasis year = YearBasis::fiscal;
    NumberedBy numbered_by = NumberedBy::product;
    Basis basis = Basis::contract;
    std::string clause;

    bool operator==(const NumberSeries&) const = default;
};

/// The year and the running number that a printed number carries. The year is absent when the pattern has none.
struct SeriesNumber {
    std::optional<int> year;
    int sequence = 0;

    bool operator==(const SeriesNumber&) const = default;
};

/// Whether the pattern can be printed and read back unambiguously.
Result<void> check_pattern(std::string_view pattern);

/// The year that a number entered on this day carries: the fiscal year starts on 1 April.
int series_year(const NumberSeries&, LocalDay);

/// `W25-01`. The running number grows past its least digits (`W25-100`).
std::string format_number(const NumberSeries&, int year, int sequence);

/// Reads a printed number back; nothing when it does not belong to the series. A two-digit year is read as 2000 to
/// 2099.
std::optional<SeriesNumber> parse_number(const NumberSeries&, std::string_view);

}
