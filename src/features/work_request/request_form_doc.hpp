#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/profile.hpp"
#include "features/work_request/work_request.hpp"

#include <string>

namespace hoshuban::work_request {

/// One request as a paper to print and file (WRQ-14): what the city asks for, what the contractor did, both
/// confirmations, in the contract's words. A4; what is not stated is left blank to be written by hand. One page, unless
/// the texts are so long that nobody could read them on one.
Result<std::string> request_form(const contract::Profile&, const WorkRequest&, Instant created);

/// `作業依頼書_A25A-13.xlsx`, in the contract's word for the request.
std::string request_form_name(const contract::Profile&, const WorkRequest&);

}
