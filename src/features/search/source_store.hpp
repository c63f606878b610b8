#pragma once
#include "core/role.hpp"
#include "features/audit/audit.hpp"
#include "features/search/document.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::search {

/// What one room gives to the search. Wired in src/app/features.cpp.
struct Source {
    std::string kind; ///< `work_request`; also the kind of subject in its events
    Text label; ///< 作業依頼
    Permission see; ///< who may find these at all
    /// The documents that an event about `subject` may have changed; none when it is no concern of this room.
    std::function<std::vector<std::string>(db::Reader&, const ContractId&, const audit::Subject&)> touched;
    /// The document as it stands now; none when there is no such row any more.
    std::function<std::optional<Document>(db::Reader&, const ContractId&, const std::string& id)> document;
};

/// `touched` of a room whose events name the row itself.
inline auto same_subject(std::string kind)
{
    return [kind = std::move(kind)](db::Reader&, const ContractId&, const audit::Subject& subject) {
        return subject.kind == kind && !subject.id.empty() ? std::vector{subject.id} : std::vector<std::string>{};
    };
}

}
