#pragma once
#include "features/contract/list_form.hpp"
#include "features/work_request/work_request.hpp"

#include <array>
#include <string>

namespace hoshuban::work_request {

/// The columns of the list with its running number (WRQ-02).
inline constexpr int sheet_columns = 20;

/// A heading over neighbouring columns of the list; columns count from 0, the running number is 0 (WRQ-03).
struct ColumnGroup {
    int first;
    int count;
};

inline constexpr std::array<ColumnGroup, 4> column_groups{{{1, 7}, {8, 1}, {9, 3}, {12, 8}}};

/// What a contract prints in its list: all words of a sheet come from here.
struct SheetVocabulary {
    std::string sheet_name;
    std::string title;
    std::array<std::string, column_groups.size()> groups;
    std::array<std::string, sheet_columns> columns; ///< the running number first, then as in Column
    std::array<std::string, 4> statuses; ///< as in Status
    contract::DateStyle date_style = contract::DateStyle::western_slash;
    std::string empty_mark = "-"; ///< printed for what is not stated
    int blank_rows = 0; ///< numbered empty rows after the last request
};

SheetVocabulary sheet_vocabulary(const contract::ListForm&);

/// `2021/9/1`, `令和3年9月1日`
std::string print_day(LocalDay, contract::DateStyle);

const std::string& label_of(const SheetVocabulary&, Column);
const std::string& label_of(const SheetVocabulary&, Status);

}
