#pragma once
#include "core/language.hpp"
#include "features/page_count/page_survey.hpp"

#include <span>
#include <string>
#include <string_view>

namespace hoshuban::page_count {

/// The sheet of a survey (印刷枚数調査結果, PRN-05): to be filled in on site, and later the result. One row for each
/// unit with its row id (`sheet_row_id`), in the order of the sites; a page of its own for each site when printed is a
/// file of its own.
Result<std::string> survey_workbook(
    const Survey&, std::span<const SurveyedUnit>, std::string_view site, Language, Instant now);

}
