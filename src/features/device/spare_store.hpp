#pragma once
#include "features/device/spare.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace hoshuban::device {

/// A unit that stands as a spare.
struct SpareUnit {
    contract::Device device = {};
    std::string site_name = {};
    std::string place = {};
};

/// At most so many are listed.
inline constexpr int most_spares = 200;

/// The spares that fit a unit on a day, by their numbers.
Result<std::vector<SpareUnit>> spares_for(db::Reader&, const ContractId&, const contract::Device& failed, LocalDay on);

}
