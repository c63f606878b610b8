#include "features/trend/effect.hpp"

#include "features/trend/chance.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <vector>

namespace hoshuban::trend {
namespace {

bool belongs(const UnitStay& stay, const SubjectKey& key)
{
    switch (key.subject) {
    case Subject::unit:
        return stay.device.text == key.id;
    case Subject::model:
        return stay.model == key.id && stay.device_class == key.device_class;
    case Subject::site:
        return stay.site && stay.site->text == key.id;
    }
    return false;
}

// A fault without a unit is one of its site, if something of its class stands there.
bool is_at(std::span<const UnitStay> stays, const Fault& fault, const SubjectKey& key)
{
    return key.subject == Subject::site && fault.site && fault.site->text == key.id &&
        std::ranges::any_of(
            stays, [&](const UnitStay& stay) { return belongs(stay, key) && stay.device_class == fault.device_class; });
}

bool is_fault_of(std::span<const UnitStay> stays, const Fault& fault, const SubjectKey& key)
{
    if (!fault.device)
        return is_at(stays, fault, key);
    return std::ranges::any_of(stays, [&](const UnitStay& stay) {
        return stay.device == *fault.device && stay.from <= fault.on && fault.on < stay.to;
    });
}

}

Exposure exposure_of(std::span<const UnitStay> stays, std::span<const Fault> faults, const SubjectKey& key)
{
    Exposure exposure;
    std::vector<UnitStay> own;
    std::ranges::copy_if(stays, std::back_inserter(own), [&](const UnitStay& stay) { return belongs(stay, key); });
    for (const UnitStay& stay : own)
        exposure.days += stay.days();
    exposure.faults = static_cast<int>(
        std::ranges::count_if(faults, [&](const Fault& fault) { return is_fault_of(own, fault, key); }));
    return exposure;
}

std::optional<double> Effect::chance() const
{
    const int events = before.faults + after.faults;
    if (before.days <= 0 || after.days <= 0 || events == 0)
        return std::nullopt;
    const std::array lots{Lot{events, static_cast<double>(after.days) / (before.days + after.days)}};
    return chance_of_at_most(lots, after.faults);
}

Text sentence(const Effect& effect)
{
    const Text counts{fmt::format("前は延べ{}日で{}件、後は延べ{}日で{}件。", effect.before.days, effect.before.faults,
                          effect.after.days, effect.after.faults),
        fmt::format("{} in {} days before, {} in {} days after.", effect.before.faults, effect.before.days,
            effect.after.faults, effect.after.days)};
    const auto chance = effect.chance();
    if (!chance)
        return {counts.ja + "比べるだけの件数がありません。", counts.en + " Too little to compare."};
    const Text said = percent(*chance);
    return {fmt::format("{}効果がなくても偶然これ以下になる確率は{}。", counts.ja, said.ja),
        fmt::format("{} As few or fewer by chance alone: {}.", counts.en, said.en)};
}

}
