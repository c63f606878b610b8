#pragma once
#include "features/page_count/page_survey.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::page_count {

/// A row of a sheet that came back: what it would enter over what is stored.
struct FileReading {
    int row = 0;
    std::string cell = {}; ///< of what is wrong, or of the number
    std::string number = {}; ///< the device id as the row states it
    DeviceId device = {}; ///< empty when the row names none of the survey
    std::string pages = {}; ///< empty: could not be read
    std::optional<LocalDay> read_on = {};
    std::string note = {};
    std::optional<std::int64_t> difference = {};
    bool changed = false; ///< differs from what is stored
    int version = 0; ///< of the stored reading; 0: none
    std::optional<FieldError> problem = {};
};

/// Reads a sheet back, from Excel or CSV, its columns known by their headings. Rows without a number and without a note
/// are passed over. A row is a unit's by its row id, and both must agree when the device id stands there too; a row
/// without an id is known by its device id. A row id of another contract or survey is refused, and so is one that does
/// not say of which it is. What is wrong stands in its row; nothing is stored. Refuses files without
/// the columns, and more than 5,000 rows.
Result<std::vector<FileReading>> read_survey(
    std::string_view bytes, const contract::Profile&, const Survey&, std::span<const SurveyedUnit>, LocalDay today);

}
