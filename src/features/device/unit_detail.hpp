#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>

namespace hoshuban::device {

/// What is known of a unit beside its row of the register (DEV-13…DEV-15).
struct UnitDetail {
    std::string serial = {}; ///< no other unit that is not retired has the same
    std::string type_number = {}; ///< of the present generation; kept in the register's row
    std::string remarks = {}; ///< likewise
    std::optional<LocalDay> bought_on = {};
    std::optional<LocalDay> warranty_ends_on = {}; ///< the last day
    std::optional<bool> wire = {}; ///< a security wire holds it; none: nobody has looked (001 §5.1.1)
    bool spare_key = false; ///< a spare key of the wire is lent to the contractor
    std::string medium_edition = {}; ///< of the recovery medium that was last applied
    int version = 1; ///< 1 while nothing was entered

    bool operator==(const UnitDetail&) const = default;
};

/// Settles the texts. Refuses what cannot be stored, a unit that was bought on a day to come (`device/in_future`), a
/// warranty that ends before the unit was bought, and a spare key without a wire.
Result<void> take(UnitDetail&, LocalDay today);

}
