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

/// What an event of one kind tells besides its reason: which day of work, for example. Nothing leaves the reason.
using Details =
    std::map<std::string, std::function<std::optional<Text>(db::Reader&, const audit::Entry&)>, std::less<>>;

/// What a subject is called now. One that was removed keeps what it was called, and concerns whoever was told of it.
About about(db::Reader&, const Subjects&, const ContractId&, const audit::Subject&);

}
