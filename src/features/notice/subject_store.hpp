#pragma once
#include "features/audit/audit.hpp"
#include "features/notice/telling.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace hoshuban::notice {

/// Tells what a row is called, where it stands and whom it concerns; nothing when there is no such row.
using Describe = std::function<std::optional<About>(db::Reader&, const ContractId&, const std::string& id)>;

/// By kind of subject, wired where all rooms are known. A kind nobody describes is seen by those who read the events
/// anyway.
using Subjects = std::map<std::string, Describe, std::less<>>;

About about(db::Reader&, const Subjects&, const ContractId&, const audit::Subject&);

}
