#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/audit/audit.hpp"
#include "features/device/edition_check.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace hoshuban::contract {
struct Profile;
}
namespace hoshuban::db {
class Reader;
class Tx;
}

namespace hoshuban::device {

/// What rooms in which units are set up from a medium ask of the room that keeps the media.
struct MediumEditions {
    /// Refuses an edition, naming the field, that a unit cannot have been set up from.
    std::function<Result<void>(db::Reader&, const contract::Profile&, const DeviceId&, const std::string& edition,
        std::string_view field, LocalDay today)>
        check;
    /// The same for each unit of a list, asked of the database once.
    std::function<EditionCheck(db::Reader&, const contract::Profile&)> check_of_list;
    /// Records that somebody set units up from an edition on a day.
    std::function<Result<void>(db::Tx&, const contract::Profile&, const audit::Cause&, std::span<const DeviceId>,
        const std::string& edition, LocalDay on, const std::string& person)>
        applied;
};

}
