#pragma once
#include "features/device/register.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hoshuban::device {

/// How near a unit that a specification only counts has to be to a real one that takes its row.
enum class Nearness {
    same_site, ///< or neither of them at one
    nowhere, ///< nobody has said where the counted one is
    anywhere,
};

/// The units that a specification only counts, to be taken by real ones of the same class, model and division.
class Placeholders {
public:
    explicit Placeholders(const std::vector<Unit>&);

    /// Takes one; null when none is left. The same is never given twice, and none of those in `not_these`.
    const Unit* take(
        const contract::Device&, const std::optional<SiteId>&, Nearness, const std::set<const Unit*>& not_these);

    /// Whether some are counted of the device's class and division, but none of its model.
    bool counts_only_other_models(const contract::Device&) const;

private:
    using BySite = std::map<std::optional<SiteId>, std::vector<const Unit*>>; ///< each to be taken from its end

    std::map<std::string, BySite> free_; ///< by class, model and division
    std::set<std::string> classes_; ///< with division
};

}
