#include "features/visit/checklist.hpp"

#include "features/visit/refusal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::visit {

using Checks = std::vector<const contract::VisitCheck*>;

Checks checks_of(const contract::VisitTerms& terms, bool of_incident, std::string_view device_class)
{
    Checks checks;
    for (const contract::VisitCheck& check : terms.checklist) {
        if (contract::holds(check, of_incident, device_class))
            checks.push_back(&check);
    }
    return checks;
}

Checks unticked(std::span<const contract::VisitCheck* const> checks, std::span<const Tick> ticks)
{
    Checks open;
    std::ranges::copy_if(checks, std::back_inserter(open), [&](const contract::VisitCheck* check) {
        return std::ranges::find(ticks, check->id, &Tick::item) == ticks.end();
    });
    return open;
}

Result<void> check_ticked(
    std::span<const contract::VisitCheck* const> checks, std::span<const Tick> ticks, const std::string& reason)
{
    const Checks open = unticked(checks, ticks);
    if (open.empty() || !reason.empty())
        return {};
    std::vector<FieldError> fields;
    for (const contract::VisitCheck* check : open) {
        fields.push_back({"checks." + check->id, "visit/unticked",
            {fmt::format("「{}」が確かめられていません。", check->label.ja),
                fmt::format("\"{}\" is not ticked", check->label.en)}});
    }
    return fail(ErrorKind::conflict, "visit/unticked",
        {"訪問前の確認が残っています。確かめてから到着を記録するか、できなかった理由を書いてください。",
            "the checklist before the visit is not done: tick it, or write why it could not be"},
        std::move(fields));
}

Result<void> check_spare(const device::Placement* stands, const std::string& number)
{
    if (stands != nullptr && stands->spot.use == device::Use::spare)
        return {};
    const Text use = stands == nullptr ? Text{"台帳に置き場所なし", "in no place of the register"}
                                       : device::label_of(stands->spot.use);
    return refused_at("spare_id", "visit/no_spare",
        {fmt::format("{}は予備機ではありません（{}）。予備機を選んでください。", number, use.ja),
            fmt::format("{} is no spare ({}): choose a spare unit", number, use.en)});
}

}
