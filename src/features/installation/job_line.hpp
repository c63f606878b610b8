#pragma once
#include "features/installation/job.hpp"

#include <string>
#include <vector>

namespace hoshuban::installation {

/// What people know a unit of a job by, in the order of `Job::units`.
struct UnitNames {
    std::string number;
    std::string kind;
    std::string model;
    std::string device_class; ///< by which the contract says whether it is set up from a medium
};

/// A job and what names it for people.
struct ListedJob {
    Job job;
    std::vector<UnitNames> units;
    std::string site_name;
    std::string request_number;
    std::vector<std::string> request_types; ///< the work types of the request
};

}
