#include "features/device/spare.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

std::unexpected<Error> refused_spare(const char* code, Text text)
{
    return fail(ErrorKind::conflict, code, text, {{"spare_id", code, text}});
}

bool divisions_fit(const contract::Device& failed, const contract::Device& spare)
{
    return failed.division.empty() || spare.division.empty() || failed.division == spare.division;
}

Text class_label(const contract::Profile& profile, const std::string& id)
{
    const auto found = std::ranges::find(profile.device_classes, id, &contract::DeviceClass::id);
    return found == profile.device_classes.end() ? Text{id, id} : found->label;
}

// Where the city lends another unit than the contract has, the register says so.
std::unexpected<Error> refused_without_note(const char* code, const Text& differs)
{
    return refused_spare(code,
        {fmt::format("{}市が貸与したときは、機器台帳の「予備機と交換する」で、備考にその事情を書いて記録してください。",
             differs.ja),
            fmt::format(
                "{}; if the city lent it, record the exchange in the register and say why in its note", differs.en)});
}

Result<void> check_sort(const contract::Profile& profile, const contract::Device& failed, const contract::Device& spare,
    std::string_view lent_because)
{
    if (spare.device_class != failed.device_class) {
        const Text have = class_label(profile, spare.device_class);
        const Text want = class_label(profile, failed.device_class);
        return refused_spare("device/other_class",
            {fmt::format("{}は{}です。交換される機器は{}です。同じ種類の予備機を選んでください。", spare.number,
                 have.ja, want.ja),
                fmt::format(
                    "{} is a {}, the failed unit a {}: choose a spare of its class", spare.number, have.en, want.en)});
    }
    if (!lent_because.empty())
        return {};
    if (spare.model != failed.model) {
        return refused_without_note("device/other_model",
            {fmt::format("予備機の機種（{}）が故障した機器（{}）と違います。", spare.model, failed.model),
                fmt::format("the spare is a {}, the failed unit a {}", spare.model, failed.model)});
    }
    if (!divisions_fit(failed, spare)) {
        return refused_without_note("device/other_division",
            {fmt::format("予備機は{}の機器で、故障した機器は{}の機器です。", spare.division, failed.division),
                fmt::format("the spare is of {}, the failed unit of {}", spare.division, failed.division)});
    }
    return {};
}

Text place_of(const contract::Profile& profile, const Spot& spot)
{
    const contract::Site* site = spot.site ? contract::find_site(profile, *spot.site) : nullptr;
    const std::string name = site == nullptr ? "" : site->name;
    const std::string gap = name.empty() || spot.place.empty() ? "" : " ";
    const std::string place = name + gap + spot.place;
    return place.empty() ? Text{"場所不明", "nobody knows where"} : Text{place, place};
}

}

bool fits(const contract::Device& failed, const contract::Device& spare)
{
    return spare.device_class == failed.device_class && spare.model == failed.model && divisions_fit(failed, spare);
}

Result<void> check_spare(const contract::Profile& profile, const contract::Device& failed,
    const contract::Device& spare, const Course& spare_course, LocalDay day, std::string_view lent_because)
{
    TRY(check_sort(profile, failed, spare, lent_because));
    const Placement* stands = on(spare_course, day);
    if (stands == nullptr) {
        return refused_spare("device/not_a_spare",
            {fmt::format("{}は、この日には台帳にありません。", spare.number),
                fmt::format("{} is not in the register on that day", spare.number)});
    }
    if (stands->spot.use == Use::spare)
        return {};
    const Text place = place_of(profile, stands->spot);
    const Text& use = label_of(stands->spot.use);
    return refused_spare("device/not_a_spare",
        {fmt::format("{}は予備機ではありません。この日は{}で{}です。別の予備機を選んでください。", spare.number,
             place.ja, use.ja),
            fmt::format(
                "{} is no spare: on that day it is at {}, {}; choose another one", spare.number, place.en, use.en)});
}

}
