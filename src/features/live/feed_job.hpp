#pragma once
#include "core/role.hpp"
#include "features/live/live.hpp"
#include "features/search/source_store.hpp"
#include "platform/db/database.hpp"
#include "platform/http/streams.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::live {

/// Kinds that only people of the whole contract are told about, with the right they need.
using WholeKinds = std::map<std::string, Permission>;

/// Tells open pages what changed in the contracts they show. It follows the chains of events, so it sees what other
/// processes write too, and nothing that was rolled back. What somebody may not see is never mentioned to him.
/// subscribe may be called from any thread; step from one.
class Feed {
public:
    /// Who holds this session now, without counting as a sign of life; nobody once it is over.
    using Look = std::function<std::optional<Actor>(const std::string& session, Instant)>;

    Feed(db::Database& database, const std::vector<search::Source>& sources, WholeKinds whole, Look look)
        : database_{database}
        , sources_{sources}
        , whole_{std::move(whole)}
        , look_{std::move(look)}
    {
    }

    /// Begins to tell somebody of everything from now on, or from `last` on, the id of the last message that reached
    /// him; nothing for a first visit.
    void subscribe(std::shared_ptr<http::EventStream>, const std::string& session, const Actor&,
        const std::optional<std::string>& last, Instant now);

    /// Tells the news; closes streams whose session is over.
    void step(Instant now);

    std::size_t subscribers() const;

private:
    struct Subscriber {
        std::shared_ptr<http::EventStream> stream;
        std::string session;
        Actor actor;
        Positions told;
        Instant looked;
    };
    struct Seen {
        Change change;
        std::int64_t sequence = 0;
        std::optional<std::vector<std::string>> reaches; ///< none: only for those who see the whole contract
        Permission see;
    };

    void look_again(Instant now);
    void tell(const ContractId&, std::int64_t end);
    void tell(Subscriber&, const ContractId&, std::int64_t end, const std::vector<Seen>&) const;
    std::vector<Seen> news(const ContractId&, std::int64_t after, std::int64_t end) const;

    db::Database& database_;
    const std::vector<search::Source>& sources_;
    const WholeKinds whole_;
    const Look look_;
    mutable std::mutex mutex_;
    std::vector<Subscriber> subscribers_;
};

}
