#pragma once
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::windows {

/// What is audited of one subcategory. Only GUID and number say the same on every Windows; the names are of its
/// language.
struct AuditSetting {
    std::string target; ///< `System`, or the account of a setting for one user
    std::string guid; ///< `{0CCE9215-69AE-11D9-BED3-505054503030}`, upper case
    std::string name;
    int setting = 0; ///< 0 nothing, 1 success, 2 failure, 3 both; of a user bits up to 15

    bool operator==(const AuditSetting&) const = default;
};

/// Reads what `auditpol /backup` writes, and audit.csv of group policies. Rows without a GUID are options, whose number
/// says nothing; they are left out. Refuses other tables and, with its line, a row that is broken.
Result<std::vector<AuditSetting>> read_audit_policy(std::string_view bytes);

}
