#pragma once
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::windows {

/// A line of a security template. `value` is as it stands there, with quotes; lines of files and keys of the registry
/// have no `=` and are all key.
struct PolicySetting {
    std::string section; ///< `System Access`
    std::string key; ///< `LockoutBadCount`
    std::string value;

    bool operator==(const PolicySetting&) const = default;
};

/// Reads what `secedit /export` writes, and GptTmpl.inf of group policies: UTF-16, UTF-8 or a code page. Refuses, with
/// its line, a setting before the first section.
Result<std::vector<PolicySetting>> read_security_template(std::string_view bytes);

}
