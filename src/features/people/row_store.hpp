#pragma once
#include "core/packed.hpp"
#include "features/people/worker.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace hoshuban::people {

using hoshuban::packed;
/// The names of duties in one column.
std::string packed(const std::vector<StaffDuty>&);

Worker worker_from(const db::Row&);
RosterChange change_from(const db::Row&);
Training training_from(const db::Row&);

}
