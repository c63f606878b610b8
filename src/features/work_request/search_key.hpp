#pragma once
#include "features/work_request/work_request.hpp"

#include <map>
#include <string>

namespace hoshuban::work_request {

/// What the list is searched by: the texts of a request, folded (see core/fold).
std::string search_key(const WorkRequest&);

/// The same from the facts of a request (see facts_of).
std::string search_key(const std::map<std::string, std::string>& facts);

}
