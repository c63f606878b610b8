#pragma once
#include "core/names.hpp"
#include "core/time.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace hoshuban::notice {

/// Where something that leaves the house stands. `sending` is stored before anything leaves, so that after the death of
/// the process it is known that it may have left; then it becomes `unsure` and is never sent again by itself.
enum class DeliveryState { ready, sending, sent, failed, unsure, dropped };

constexpr auto names_of(const DeliveryState*)
{
    return std::to_array<Name<DeliveryState>>({
        {DeliveryState::ready, "ready"},
        {DeliveryState::sending, "sending"},
        {DeliveryState::sent, "sent"},
        {DeliveryState::failed, "failed"},
        {DeliveryState::unsure, "unsure"},
        {DeliveryState::dropped, "dropped"},
    });
}

/// What the attempt itself says.
enum class Attempt {
    arrived, ///< the other end has taken it
    refused, ///< the other end will never take it
    failed, ///< it certainly has not arrived; later it may
    unsure, ///< everything was handed over and no answer came
};

/// What becomes of a delivery after an attempt.
struct Verdict {
    DeliveryState state;
    std::optional<Instant> next_at = {}; ///< when to try again; only of `ready`

    bool operator==(const Verdict&) const = default;
};

/// `attempts` counts this one. Pauses of 1, 5, 15, 60 and 240 minutes, then it is given up.
Verdict after(Attempt, int attempts, Instant now);

/// A delivery that is `sending` for this long has lost its process.
inline constexpr std::chrono::minutes longest_sending{10};

}
