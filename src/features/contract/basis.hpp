#pragma once
#include "core/names.hpp"

namespace hoshuban::contract {

/// Where a fact of a profile comes from: the contract's text, a template put in where an attachment is missing,
/// or our reading of an unclear or contradictory place.
enum class Basis { contract, template_, assumption };

constexpr auto names_of(const Basis*)
{
    return std::to_array<Name<Basis>>(
        {{Basis::contract, "contract"}, {Basis::template_, "template"}, {Basis::assumption, "assumption"}});
}

}
