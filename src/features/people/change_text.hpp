#pragma once
#include "features/people/worker.hpp"

#include <string>

namespace hoshuban::people {

/// The text over which the hash of an announced change is taken: what the city takes note of or consents to is exactly
/// this. Each value stands as `<bytes>:<value>`, so that no two changes share a text. The contact is left out: it is
/// personal, and who sees the hash could find a telephone number by trying.
std::string text_of_change(const WorkerId&, const RosterChange&);

}
