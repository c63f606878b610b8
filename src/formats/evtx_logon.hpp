#pragma once
#include "formats/evtx_reader.hpp"

namespace hoshuban::evtx {

/// A failed logon as the Security log records it: event 4625 of Microsoft-Windows-Security-Auditing. Other providers
/// use the same number for other things. Absent is what the record does not have.
struct LogonFailure {
    std::uint64_t record_id = 0;
    std::optional<windows::FileTime> time = {};
    std::optional<std::string> target_user = {};
    std::optional<std::string> target_domain = {};
    std::optional<std::string> logon_type = {};
    std::optional<std::string> ip = {};
    std::optional<std::string> workstation = {};
    std::optional<std::string> status = {};
    std::optional<std::string> sub_status = {};

    bool operator==(const LogonFailure&) const = default;
};

/// Visits the failures in the order of the file. Records that were found again behind broken places are left out, as in
/// the summary.
Tally visit_logon_failures(const Log&, Places, const std::function<void(const LogonFailure&)>& visit);

}
