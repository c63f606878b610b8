#pragma once
#include "features/contract/profile.hpp"
#include "features/work_request/reach.hpp"

#include <span>
#include <string>
#include <vector>

namespace hoshuban::work_request {

/// What somebody states when opening a request; the number and the state follow.
struct Opening {
    std::string title;
    std::string body;
    LocalDay entered_on;
    LocalDay wish_on;
    std::string city_person;
    std::string division;
    std::string division_person;
    std::string contractor;
    std::string contractor_person;
    std::vector<std::string> work_types;
    std::optional<SiteId> site;
    std::optional<DeviceId> device;
    std::string agreement; ///< with whom and when it was agreed to pass a cap (QTA-14)
};

/// Who writes for one site only states that one, or need not state it; nobody opens a request where he may not write.
Result<Opening> within_reach(Opening, const Reach& writing);

/// The id of the series that numbers requests, in every contract profile.
inline constexpr std::string_view number_series = "work_request";

/// Whether the work types, the site and the device exist in the contract.
Result<void> check_links(const contract::Profile&, const WorkRequest&);

/// Whether any of its work types lies outside of what the contract covers (CON-04).
bool is_out_of_scope(const contract::Profile&, const WorkRequest&);

/// Whether one side may turn `before` into `after` by typing: only its own columns, in a state that allows it.
Result<void> check_edit(const WorkRequest& before, const WorkRequest& after, Side);

/// Whether the quotas allow one more run: a cap blocks, or asks for a recorded agreement; an estimate never does.
Result<void> check_quotas(const contract::Profile&, std::span<const contract::Run> so_far, const contract::Run& next,
    std::string_view agreement);

}
