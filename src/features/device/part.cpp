#include "features/device/part.hpp"

#include "core/fold.hpp"
#include "core/typed_fields.hpp"
#include "features/device/movement.hpp"

#include <fmt/format.h>

namespace hoshuban::device {
namespace {

const Text& member_label(contract::PairUnit member)
{
    static const Text labels[] = {{"運用系・待機系", "both"}, {"運用系", "operating"}, {"待機系", "standby"}};
    return labels[static_cast<std::size_t>(member)];
}

// A model is written with its maker in brackets, or without.
std::string without_maker(const std::string& model)
{
    const std::string key = fold(model);
    return key.substr(0, key.find('('));
}

bool names_row(const Part& part, const contract::Equipment& row)
{
    const std::string typed = fold(part.model);
    return (!row.model.empty() && without_maker(part.model) == without_maker(row.model)) ||
        (!row.type_number.empty() && typed == fold(row.type_number)) || typed == fold(row.part.ja) ||
        typed == fold(row.part.en);
}

}

Result<void> take(Part& part)
{
    TRY(take_fields({{"model", part.model, 200, true}, {"serial", part.serial, 100}}));
    if (part.from < part.to)
        return {};
    const Text said{"外した日が、付けた日より後になるようにしてください。",
        "it was taken off after it was attached: correct the days"};
    return fail(ErrorKind::invalid, "device/part_days", said, {{"to", "device/part_days", said}});
}

Result<void> check_days(const contract::Profile& profile, const Part& part)
{
    TRY(check_within(profile, part.from, "from"));
    // Taken off on a day: the last one that it was there is the day before.
    if (part.to != no_end)
        TRY(check_within(profile, part.to - std::chrono::days{1}, "to"));
    return {};
}

Result<void> check_member(const contract::Profile& profile, const contract::Device& unit, const Part& part)
{
    if (unit.pair_unit == contract::PairUnit::both)
        return {};
    const contract::Equipment* other = nullptr;
    for (const contract::Equipment& row : profile.equipment) {
        if (row.software || row.device_class != unit.device_class || row.generation != unit.generation ||
            !names_row(part, row))
            continue;
        if (row.pair_unit == contract::PairUnit::both || row.pair_unit == unit.pair_unit)
            return {};
        other = &row;
    }
    if (other == nullptr)
        return {};
    const Text& allowed = member_label(other->pair_unit);
    const Text& here = member_label(unit.pair_unit);
    const Text said{
        fmt::format("「{}」は{}だけに付く機器です（{}）。この機器は{}なので、{}のサーバに記録してください。",
            other->part.ja, allowed.ja, other->clause, here.ja, allowed.ja),
        fmt::format("\"{}\" belongs to the {} unit only ({}); this is the {} one: record it on the {} server",
            other->part.en, allowed.en, other->clause, here.en, allowed.en)};
    return fail(ErrorKind::conflict, "device/other_member", said, {{"model", "device/other_member", said}});
}

}
