#pragma once
#include "features/people/worker.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::people {

/// ",a,b," for lists of names and ids in one column.
std::string packed(const std::vector<std::string>&);
std::vector<std::string> unpacked(std::string_view);
std::string packed(const std::vector<StaffDuty>&);

Worker worker_from(const db::Row&);
RosterChange change_from(const db::Row&);
Training training_from(const db::Row&);

}
