#pragma once
#include "core/names.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace hoshuban {

/// The kinds of files that the check of a device rests on.
enum class EvidenceKind { event_log, hive, registry_export, security_template, audit_policy, directory_export };

constexpr auto names_of(const EvidenceKind*)
{
    return std::to_array<Name<EvidenceKind>>({{EvidenceKind::event_log, "event_log"}, {EvidenceKind::hive, "hive"},
        {EvidenceKind::registry_export, "registry_export"}, {EvidenceKind::security_template, "security_template"},
        {EvidenceKind::audit_policy, "audit_policy"}, {EvidenceKind::directory_export, "directory_export"}});
}

/// What a file is by its content, whatever its name; nothing when it is none of them.
std::optional<EvidenceKind> evidence_kind(std::string_view bytes);

}
