#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>

namespace hoshuban::schedule {

/// What is said about dealing with other vendors (MIN-05): for a request that there is none, that there is some with
/// this content, or that it belongs to a routine; and the standing entry of such a routine, said once for all.
enum class VendorWord { none, contact, routine, standing };

constexpr auto names_of(const VendorWord*)
{
    return std::to_array<Name<VendorWord>>({
        {VendorWord::none, "none"},
        {VendorWord::contact, "contact"},
        {VendorWord::routine, "routine"},
        {VendorWord::standing, "standing"},
    });
}

struct VendorNotice {
    VendorNoticeId id;
    ContractId contract_id;
    VendorWord word = VendorWord::none;
    std::optional<WorkRequestId> request = {}; ///< none for a standing entry
    std::optional<VendorNoticeId> standing = {}; ///< the standing entry that a routine belongs to
    std::string vendor = {};
    std::string content = {}; ///< what is dealt with; of a standing entry: its purpose
    std::string frequency = {}; ///< of a standing entry
    PersonId said_by = {};
    std::string said_name = {};
    Side said_side = Side::contractor;
    Instant said_at = {};
    std::optional<ApprovalId> approval = {}; ///< how the city was told, in the register of permissions
    std::optional<Instant> ended_at = {}; ///< a later word took its place, or the routine ended

    bool operator==(const VendorNotice&) const = default;
};

/// Content and vendor for a contact; also the frequency for a standing entry; the entry for a routine.
Result<void> check(const VendorNotice&);

}
