#pragma once
#include "features/visit/finding.hpp"

#include <string>

namespace hoshuban::visit {

/// A finding with the name of its site.
struct ListedFinding {
    Finding finding = {};
    std::string site_name = {};
};

}
