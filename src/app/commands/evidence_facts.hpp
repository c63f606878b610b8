#pragma once
#include "app/commands/fact_printer.hpp"
#include "core/result.hpp"
#include "formats/evidence_kind.hpp"

#include <optional>

namespace hoshuban {

/// Prints what stands in a file of any kind but event logs, one fact a line: values of the registry, settings of
/// security and audit policies, attributes of a directory. Returns what of it could not be read, for people; nothing
/// when all was.
Result<std::optional<Text>> print_facts(EvidenceKind, std::string_view bytes, const FactOutput&);

}
