#pragma once
#include "features/loan/loan.hpp"

#include <optional>
#include <string>

namespace hoshuban::loan {

/// A spare of the register that no open loan leads to: the city lends it, and the ledger of loans does not say so
/// (001 §5.1.1; SPR-01, LND-05).
struct UnlentSpare {
    DeviceId id = {};
    std::string number = {};
    std::string kind = {};
    std::string model = {};
    std::string site = {}; ///< its name; empty: none
    std::string place = {};
    std::optional<LoanId> entered = {}; ///< an open loan of this number that leads to no unit: it is to lead here
};

/// The loan of a spare: its number, what it is and where it stands, and the rest as given. A place of storage that is
/// given wins over the one of the register.
Loan loan_of(const UnlentSpare&, Loan common);

}
