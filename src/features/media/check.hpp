#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/media/medium.hpp"

#include <optional>
#include <string>

namespace hoshuban::media {

/// How a medium was looked at: its files by the scanner of this program, or by a person with a tool elsewhere.
enum class Method { scanner, manual };

constexpr auto names_of(const Method*)
{
    return std::to_array<Name<Method>>({{Method::scanner, "scanner"}, {Method::manual, "manual"}});
}

/// A virus check of a medium (MED-02).
struct Check {
    ScanId id = {};
    Method method = Method::scanner;
    Instant started_at = {};
    std::optional<Instant> finished_at = {};
    std::string checked_by = {};
    std::string tool = {}; ///< of a scan: the engine that looked at the last file
    std::optional<LocalDay> definitions_on = {}; ///< date of the signatures
    Verdict verdict = Verdict::running;
    std::string note = {}; ///< of a manual check: what was looked at, and why by hand although a scanner is there
    std::string entered_by = {};
};

using CheckedFileId = Id<struct CheckedFileTag>;

/// One file that the scanner looked at. Only its fingerprint is kept.
struct CheckedFile {
    CheckedFileId id = {};
    std::string name = {};
    std::int64_t size = 0; ///< bytes
    std::string sha256 = {};
    Verdict verdict = Verdict::clean;
    std::string threat = {};
    std::string engine = {};
    std::optional<LocalDay> definitions_on = {};
    Instant scanned_at = {};
};

/// Settles a check that a person made and refuses what is missing: signatures older than `oldest_definitions`, moments
/// that have not come, no reason although this program has a scanner.
Result<Check> take_manual(Check, bool scanner_present, Instant now);

/// How old signatures may be, in days, for a check to mean anything.
inline constexpr int oldest_definitions = 31;

/// Refuses to scan for, or to end, a check that is over or a person's.
Result<void> check_running(const Check&);

/// running → clean, once at least one file was looked at.
Result<Check> finish(Check, int files, Instant now);

/// What the medium remembers of a finished check.
LastCheck last_of(const Check&);

}
