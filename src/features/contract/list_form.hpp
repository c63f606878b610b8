#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "features/contract/basis.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace hoshuban::contract {

/// How days are printed in the contract's own list.
enum class DateStyle { western_slash, iso, era_long, era_short };

constexpr auto names_of(const DateStyle*)
{
    return std::to_array<Name<DateStyle>>({
        {DateStyle::western_slash, "western_slash"}, // 2021/9/1
        {DateStyle::iso, "iso"}, // 2021-09-01
        {DateStyle::era_long, "era_long"}, // 令和3年9月1日
        {DateStyle::era_short, "era_short"}, // R3.9.1
    });
}

/// The 20 columns of the work-request list, in the fixed order of the form (WRQ-02).
inline constexpr auto list_columns = std::to_array<std::string_view>({
    "no",
    "number",
    "entered_on",
    "city_person",
    "division",
    "division_person",
    "contractor",
    "contractor_person",
    "status",
    "title",
    "body",
    "wish_on",
    "received_on",
    "result",
    "contractor_confirmed_on",
    "contractor_confirmed_by",
    "city_confirmed_on",
    "city_confirmed_by",
    "planned_hours",
    "actual_hours",
});

/// The header groups of the list above its columns (WRQ-03).
inline constexpr auto list_groups = std::to_array<std::string_view>({"basic", "status", "request", "response"});

/// The states of a work request, in order (WRQ-04).
inline constexpr auto list_statuses =
    std::to_array<std::string_view>({"requested", "in_progress", "confirming", "done"});

/// The vocabulary of the work-request list as this contract prints it.
struct ListForm {
    Text title;
    std::string sheet_name;
    std::map<std::string, Text, std::less<>> groups;
    std::map<std::string, Text, std::less<>> columns;
    std::map<std::string, Text, std::less<>> statuses;
    DateStyle date_style = DateStyle::western_slash;
    /// What stands in an optional column that is not stated, e.g. `-`.
    std::string empty_mark;
    /// Numbered empty rows printed after the last request.
    int blank_rows = 0;
    Basis basis = Basis::contract;
    std::string clause;

    bool operator==(const ListForm&) const = default;
};

}
