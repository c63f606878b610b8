#pragma once
#include <map>
#include <string>

namespace hoshuban::audit {

/// Facts as `before` and `after` of an event keep them: a JSON object of texts. For stores, which see no other JSON.
std::string facts_json(const std::map<std::string, std::string>&);

}
