#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/security_incident/harm.hpp"

#include <optional>
#include <string>

namespace hoshuban::security_incident {

/// That the city was told in writing of damage (LAW-02): when, who, how, and the paper itself among the files.
struct WrittenReport {
    Instant at = {};
    std::string told_to = {};
    std::string how = {};
    AttachmentId file = {};
    std::string by = {};

    bool operator==(const WrittenReport&) const = default;
};

/// How damage was made good: with equal or better material (LAW-04).
struct Restoration {
    std::string what = {};
    std::string material_before = {};
    std::string material_after = {};
    LocalDay done_on = {};
    Party borne_by = Party::contractor; ///< who bears the cost
    std::string by = {}; ///< who recorded it

    bool operator==(const Restoration&) const = default;
};

/// What the city says about the restoration. Only `insufficient` leaves the damage unsettled.
enum class Verdict { confirmed, insufficient, not_needed };

constexpr auto names_of(const Verdict*)
{
    return std::to_array<Name<Verdict>>({{Verdict::confirmed, "confirmed"}, {Verdict::insufficient, "insufficient"},
        {Verdict::not_needed, "not_needed"}});
}

/// The city's word, by name.
struct Ruling {
    Verdict verdict = Verdict::confirmed;
    std::string text = {}; ///< required unless it confirms
    Instant at = {};
    std::string by = {};

    bool operator==(const Ruling&) const = default;
};

/// The city has said that nothing more is to be done.
inline bool is_settled(const std::optional<Ruling>& ruling)
{
    return ruling && ruling->verdict != Verdict::insufficient;
}

}
