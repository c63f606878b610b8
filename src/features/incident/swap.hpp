#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>

namespace hoshuban::incident {

/// The spares of the model of a failed unit, on a day.
struct SpareStock {
    std::string model = {};
    int spares = 0;
    std::optional<LocalDay> warranty_until = {}; ///< of the failed unit; none: nobody has said
};

/// What to do where no spare is left: within the maker's warranty the unit is sent there, after it there is no exchange
/// any more and the unit is handed over (SPR-09, SPR-10); none while there are spares.
std::optional<Text> shortage(const SpareStock&, LocalDay on);

}
