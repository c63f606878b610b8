#pragma once
#include "features/audit/audit.hpp"
#include "features/page_count/page_survey.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <vector>

namespace hoshuban::page_count {

std::vector<Survey> list_surveys(db::Reader&, const ContractId&);
Result<Survey> get_survey(db::Reader&, const ContractId&, const SurveyId&);
/// Refuses a version that is not the present one.
Result<Survey> get_version(db::Reader&, const ContractId&, const SurveyId&, int version);

/// Refuses a second survey of results that were handed over.
Result<void> insert(db::Tx&, const audit::Cause&, const Survey&);
/// Stores the survey that follows from `before`, with an event of this kind and reason.
Result<Survey> update(
    db::Tx&, const audit::Cause&, const char* kind, const Survey& before, Survey after, const std::string& reason = {});

/// Which units somebody sees.
struct Sight {
    std::string site = {}; ///< the id; empty: every site
    std::optional<std::vector<SiteId>> only = {}; ///< the sites beyond which nothing is seen; none: no bounds
};

/// The units of a survey by site and number, judged: two queries and one for each surveyed class.
Result<std::vector<SurveyedUnit>> surveyed_units(
    db::Reader&, const contract::Profile&, const Survey&, const Sight& = {});

/// A reading that somebody enters over the version that was seen (0: none).
struct EnteredReading {
    DeviceId device;
    Reading reading;
};

/// Stores them all or, when one was changed by somebody else meanwhile, none; each with its event.
Result<void> put_readings(
    db::Tx&, const audit::Cause&, const Survey&, std::span<const SurveyedUnit>, std::span<const EnteredReading>);

}
