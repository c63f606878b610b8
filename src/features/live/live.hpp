#pragma once
#include "core/id.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::live {

/// How far somebody was told about each contract: numbers of its event chain.
using Positions = std::map<ContractId, std::int64_t>;

/// `contract:12,other:40`, for the id of a message, and back; what cannot be read is left out.
std::string to_text(const Positions&);
Positions positions_from(std::string_view);

/// That something changed: what it was and nothing of its content. Whoever may see it asks again.
struct Change {
    std::string kind; ///< `work_request`; `*`: so much changed that everything is asked again
    std::string id;

    auto operator<=>(const Change&) const = default;
};

/// One server-sent event. `id` is empty where the numbers of a chain would tell of what somebody may not see; after a
/// broken connection he is then told to ask for everything again.
std::string message(std::string_view id, const ContractId&, const std::vector<Change>&);
/// What a stream begins with.
std::string greeting();
/// Tells to ask for everything again.
std::string start_over();

}
