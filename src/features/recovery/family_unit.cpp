#include "features/recovery/family_unit.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::recovery {
namespace {

bool is_of_family(const contract::RecoveryFamily& family, const FamilyUnit& unit)
{
    return contract::is_of(family, unit.device_class, unit.division, unit.model);
}

const Edition* edition_named(std::span<const Edition> editions, std::string_view name)
{
    const auto found = std::ranges::find(editions, name, &Edition::name);
    return found == editions.end() ? nullptr : &*found;
}

}

std::vector<StandingUnit> standing_units(const contract::RecoveryFamily& family, std::string_view model,
    device::Use use, std::string_view name, std::span<const FamilyUnit> units, std::span<const Edition> editions)
{
    std::vector<StandingUnit> standing;
    for (const FamilyUnit& unit : units) {
        if (unit.use != use || unit.model != model || !is_of_family(family, unit))
            continue;
        const Edition* applied = edition_named(editions, unit.edition);
        if (applied != nullptr && applied->family != family.id)
            continue;
        standing.push_back({unit,
            applied == nullptr         ? Standing::unknown
                : unit.edition == name ? Standing::applied
                                       : Standing::behind});
    }
    return standing;
}

std::vector<std::string> left_behind(std::span<const StandingUnit> units)
{
    std::vector<std::string> numbers;
    for (const StandingUnit& each : units) {
        if (each.standing != Standing::applied)
            numbers.push_back(each.unit.number);
    }
    return numbers;
}

std::vector<std::string> models_of(
    const contract::RecoveryFamily& family, std::span<const FamilyUnit> units, std::span<const Edition> editions)
{
    std::set<std::string> models;
    for (const FamilyUnit& unit : units) {
        if (unit.use != device::Use::retired && is_of_family(family, unit))
            models.insert(unit.model);
    }
    for (const Edition& edition : editions) {
        if (edition.family == family.id && edition.state != State::cancelled)
            models.insert(edition.model);
    }
    return {models.begin(), models.end()};
}

std::vector<std::string> choices_for(
    const contract::RecoveryTerms& terms, const FamilyUnit& unit, std::span<const Edition> editions)
{
    std::vector<const Edition*> released;
    for (const Edition& edition : editions) {
        const contract::RecoveryFamily* family = contract::recovery_family(terms, edition.family);
        if (edition.state == State::released && edition.model == unit.model && family != nullptr &&
            is_of_family(*family, unit))
            released.push_back(&edition);
    }
    std::ranges::stable_sort(released, std::greater{}, [](const Edition* each) { return *each->released_on; });
    std::vector<std::string> names;
    for (const Edition* each : released)
        names.push_back(each->name);
    return names;
}

Result<void> check_choice(const contract::RecoveryTerms& terms, const FamilyUnit& unit,
    std::span<const Edition> editions, std::string_view name, std::string_view field)
{
    const auto names = choices_for(terms, unit, editions);
    const bool is_choice = std::ranges::find(names, name) != names.end();
    if (name.empty() || name == unit.edition || names.empty() || is_choice)
        return {};
    const Text text{
        fmt::format("「{}」は機器{}（{}）の公開された版ではありません。リカバリメディアの版から選んでください。", name,
            unit.number, unit.model),
        fmt::format("\"{}\" is no released edition for {} ({}): choose one of the recovery media", name, unit.number,
            unit.model)};
    return fail(
        ErrorKind::invalid, "recovery/unknown_edition", text, {{std::string{field}, "recovery/unknown_edition", text}});
}

}
