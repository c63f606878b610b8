#pragma once
#include "features/search/memory.hpp"
#include "features/search/source_store.hpp"
#include "platform/db/database.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace hoshuban::search {

/// Keeps the index up with the data: follows the events of every contract behind the cursor that is stored with the
/// index, makes the documents that an event touched anew, and stores what differs together with the new cursor. Killed
/// at any moment it goes on where the last commit left it; several processes over one database do each step once. Not
/// thread safe.
class Follower {
public:
    /// `memory`, where given, is told of what changed; all must outlive the follower.
    Follower(db::Database& database, const std::vector<Source>& sources, Memory* memory = nullptr)
        : database_{database}
        , sources_{sources}
        , memory_{memory}
    {
    }

    /// Follows some events of each contract that has new ones; true when there may be more.
    bool step();
    /// Empties the index of every contract, so that following begins with the first event. Returns how many contracts.
    int start_over();
    /// Until nothing is left to follow.
    void catch_up()
    {
        while (step()) { }
    }

private:
    bool follow(const ContractId&, std::int64_t end);

    db::Database& database_;
    const std::vector<Source>& sources_;
    Memory* const memory_;
    /// How far a chain was looked at without finding anything to index, while the stored cursor stays at `stored`.
    struct Scanned {
        std::int64_t stored = 0;
        std::int64_t until = 0;
    };

    std::map<ContractId, Scanned> scanned_;
};

}
