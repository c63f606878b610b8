#pragma once
#include "features/media/check.hpp"
#include "features/media/medium.hpp"
#include "features/media/use.hpp"

#include <map>
#include <string>

namespace hoshuban::media {

/// What each states, field by field, for the chain; empty facts are left out.
std::map<std::string, std::string> facts_of(const Medium&);
std::map<std::string, std::string> facts_of(const Movement&);
std::map<std::string, std::string> facts_of(const Check&);
std::map<std::string, std::string> facts_of(const CheckedFile&);
std::map<std::string, std::string> facts_of(const Use&);

}
