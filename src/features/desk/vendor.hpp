#pragma once
#include "core/id.hpp"
#include "features/contract/profile.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::desk {

using VendorId = Id<struct VendorTag>;

/// A vendor that people enter, because it was told after the contract was written or follows another one (MKR-08,
/// MKR-09).
struct Vendor {
    VendorId id = {};
    ContractId contract_id = {};
    std::string role = {}; ///< of the contract's related vendors; empty: another one, told by `role_name`
    std::string role_name = {};
    std::string name = {};
    std::string contact = {};
    std::string hours = {};
    std::string duties = {};
    std::string remarks = {};
    LocalDay from = {};
    std::optional<LocalDay> until = {}; ///< the last day; none: not known
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;

    bool operator==(const Vendor&) const = default;
};

/// Settles a vendor. Refuses a role that the contract does not have (`desk/unknown_role`), no role at all, an end
/// before the beginning (`desk/vendor_backwards`), and days on which another one has the same role of the contract
/// (`desk/two_vendors`), which has to end first.
Result<Vendor> settled(const contract::Profile&, Vendor, std::span<const Vendor> others);

/// Who had which role of the contract, and when: what the contract says and what was entered.
struct VendorSpan {
    Text role = {};
    std::string name = {}; ///< empty: not told yet
    Text duties = {};
    std::optional<LocalDay> from = {};
    std::optional<LocalDay> until = {};
    std::string clause = {}; ///< of the contract; empty for what was entered
    const Vendor* entered = nullptr; ///< of the list that was asked; none: the contract's own

    bool in_force_on(LocalDay) const;
};

/// Every vendor there is or was, role by role in the order of the contract, each role by days; others at the end. What
/// the contract says of a role ends on the day before the first one that was entered for it.
std::vector<VendorSpan> vendor_spans(const contract::Profile&, std::span<const Vendor>);

}
