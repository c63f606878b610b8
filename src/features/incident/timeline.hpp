#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/service.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::incident {

/// A stretch in which the contractor could not go on and which the city's side agreed not to count: the site is not
/// free, a part of the city's is awaited. Open while `until` is empty.
struct Wait {
    Instant from = {};
    std::optional<Instant> until = {};
    std::string reason = {};
    std::string agreed_by = {}; ///< who of the city's side

    bool operator==(const Wait&) const = default;
};

/// Contractor and site contact set a level aside for one case (001 §7 項目2, A-11).
struct Agreement {
    std::string contractor = {}; ///< who agreed for the contractor
    std::string site = {}; ///< who agreed on site
    Instant at = {};
    Instant finished_at = {}; ///< when the work was expected to be finished
    Instant appointment = {}; ///< when work on site begins instead

    bool operator==(const Agreement&) const = default;
};

/// The moments of one incident that service levels are measured by, as its events tell them.
struct Timeline {
    std::optional<Instant> instructed = {}; ///< the city's instruction to respond
    std::optional<Instant> contacted = {}; ///< first coordination with the site contact
    std::optional<Instant> visit_decided = {}; ///< work on site was found necessary (A-10)
    std::optional<Instant> arrived = {}; ///< of the first visit
    std::optional<Instant> started = {}; ///< work on site; arrival stands for it while nobody entered it (A-09)
    std::optional<Instant> restored = {};
    std::vector<Wait> waits = {}; ///< in order, apart from each other
    std::optional<Agreement> agreement = {};

    bool operator==(const Timeline&) const = default;
};

/// Whether a wait goes on.
bool waits_now(const Timeline&);

/// A timeline that can be: moments in their order, none after `now`, waits apart and with reason and name. Every flaw
/// is named by its field.
Result<void> check(const Timeline&, Instant now);

/// Whether both sides may set this level aside for the case: refused where the level knows no exception, for an
/// instruction that came too late to need one, and for work that ends in the hours of that day (SLA-05).
Result<void> check_agreement(const contract::ServiceLevel&, const Timeline&);

}
