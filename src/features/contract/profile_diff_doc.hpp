#pragma once
#include "features/contract/profile_doc.hpp"

namespace hoshuban::contract {

enum class DifferenceKind { added, removed, changed };

constexpr auto names_of(const DifferenceKind*)
{
    return std::to_array<Name<DifferenceKind>>({
        {DifferenceKind::added, "added"},
        {DifferenceKind::removed, "removed"},
        {DifferenceKind::changed, "changed"},
    });
}

/// One value in which two profiles differ: `contract.yaml`, `quotas[id=resetup].limit`, `30` → `40`.
struct Difference {
    std::string file;
    std::string path;
    DifferenceKind kind = DifferenceKind::changed;
    std::string before;
    std::string after;

    bool operator==(const Difference&) const = default;
};

/// Compare the files value by value, in the order of the files. Entries of lists are matched by their id, number, no or
/// mark where they have one, so that a moved entry is no difference. Files that cannot be read are compared as a whole.
std::vector<Difference> diff(const ProfileFiles& before, const ProfileFiles& after);

}
