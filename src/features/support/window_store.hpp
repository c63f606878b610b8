#pragma once
#include "features/support/support_window.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::support {

/// A window with what it says about one moment.
struct AnsweredWindow {
    const contract::SupportWindow* window = nullptr; ///< of the profile that was asked
    Answer answer = {};
};

/// When the contractor is told of a fault, and of which site.
struct Told {
    Instant instructed = {};
    int site = 0; ///< its number; 0: none is named, and the contract's calendar counts
};

/// What the window of this class and severity says about the moment; none when the contract has no window for the
/// class.
Result<std::optional<AnsweredWindow>> answer_for(
    db::Reader&, const contract::Profile&, std::string_view device_class, std::string_view severity, const Told&);

/// What every window of the contract says about the moment, in its order.
Result<std::vector<AnsweredWindow>> answer_all(db::Reader&, const contract::Profile&, const Told&);

}
