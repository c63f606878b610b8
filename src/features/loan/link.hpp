#pragma once
#include "features/device/placement.hpp"
#include "features/loan/loan.hpp"
#include "features/media/medium.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::loan {

/// What a link leads to, as the registers have it today.
struct Linked {
    std::string device_number = {}; ///< empty: the loan leads to no unit
    std::string device_kind = {};
    std::string device_model = {};
    std::optional<device::Use> use = {}; ///< none: the unit is in no register
    bool spare_key = false; ///< the register says that a spare key of it is lent
    std::string medium_label = {}; ///< empty: the loan leads to no medium
    std::string medium_name = {};
    std::optional<media::State> medium_state = {};
};

/// Refuses a unit for what is neither a unit nor a key, and a medium for what is none (`loan/link_of_other_kind`).
Result<void> check_link(const Loan&);

/// What the ledger of loans and the registers do not yet say alike (LND-05), and what to record so that they do.
std::vector<Text> missing(const Loan&, const Linked&);

}
