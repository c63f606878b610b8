#include "formats/evidence_kind.hpp"

#include "formats/windows_text.hpp"

#include <algorithm>

namespace hoshuban {
namespace {

using namespace std::string_view_literals;

// The first line that says something.
std::string_view first_line(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string_view line = windows::trimmed(text.substr(0, end));
        if (!line.empty() && !line.starts_with(';') && !line.starts_with('#'))
            return line;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

std::optional<EvidenceKind> text_kind(std::string_view text)
{
    const std::string_view line = first_line(text);
    if (line.starts_with("Windows Registry Editor") || line == "REGEDIT4")
        return EvidenceKind::registry_export;
    if (line.starts_with('[') && line.ends_with(']'))
        return EvidenceKind::security_template;
    if (line.starts_with("dn:") || line.starts_with("version:"))
        return EvidenceKind::directory_export;
    if (std::ranges::count(line, ',') == 6)
        return EvidenceKind::audit_policy;
    return std::nullopt;
}

}

std::optional<EvidenceKind> evidence_kind(std::string_view bytes)
{
    if (bytes.starts_with("ElfFile\0"sv))
        return EvidenceKind::event_log;
    if (bytes.starts_with("regf"))
        return EvidenceKind::hive;
    const auto text = windows::text_of_file(bytes);
    return text ? text_kind(*text) : std::nullopt;
}

}
