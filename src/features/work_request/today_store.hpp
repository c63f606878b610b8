#pragma once
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::work_request {

/// What today's page says of a request.
struct DueRequest {
    WorkRequestId id;
    std::string number;
    std::string title;
    Status status;
    std::optional<LocalDay> wish_on;
    std::string contractor_person;
};

/// The requests not done, by the day they are wished for.
std::vector<DueRequest> open_by_wish(db::Reader&, const Reach&, int limit);
/// The requests in a state, in the order of their numbers.
std::vector<DueRequest> waiting_in(db::Reader&, const Reach&, Status, int limit);
/// How many requests not done each site has; who asks shows those of the sites that somebody sees.
std::map<SiteId, int> open_by_site(db::Reader&, const ContractId&);

}
