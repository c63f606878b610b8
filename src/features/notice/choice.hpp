#pragma once
#include "core/calendar.hpp"
#include "features/notice/kind_rule.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::notice {

/// How somebody hears of a group of kinds. Everything stands on the screen, whatever is chosen.
enum class Way { screen, mail, digest };

constexpr auto names_of(const Way*)
{
    return std::to_array<Name<Way>>({{Way::screen, "screen"}, {Way::mail, "mail"}, {Way::digest, "digest"}});
}

inline constexpr std::chrono::minutes default_digest_time{8 * 60 + 30};

/// What one person chose in one contract.
struct Choice {
    std::map<Group, Way> ways = {}; ///< one for every group
    std::chrono::minutes digest_at = default_digest_time; ///< time of day of the digest, on open days
    bool urgent_always = false; ///< urgent kinds also at night and on closed days
    int version = 1; ///< 1: nothing was chosen yet

    Way way(Group) const;

    bool operator==(const Choice&) const = default;
};

/// What somebody with these roles begins with: who has to act is written to at once, who follows gets a digest.
Choice default_choice(const std::vector<Role>&);

/// What was chosen, laid over what the roles begin with; a group that came later keeps its beginning.
Choice merged(Choice beginning, const Choice& chosen);

/// When a letter about something told now goes out; nothing when it is for the screen only. Outside of the hours of
/// service mail waits for the next opening, unless it is urgent and the person allows it; a digest goes at its time of
/// the next open day. A contract without hours of service has no quiet ones.
std::optional<Instant> letter_at(const Choice&, Group, bool urgent, Instant now, const WorkingCalendar&);

}
