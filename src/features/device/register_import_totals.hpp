#pragma once
#include "features/device/register_import.hpp"

#include <vector>

namespace hoshuban::device {

/// A total that the contract states, beside what the register holds before a list and would hold after it (DEV-18).
struct Reconciled {
    contract::StatedTotal stated;
    int before = 0;
    int after = 0;
};

/// The stated totals of devices in the contract's order. Retired units are not counted.
std::vector<Reconciled> reconcile(const std::vector<contract::StatedTotal>&, const RegisterState&, const RegisterPlan&);

}
