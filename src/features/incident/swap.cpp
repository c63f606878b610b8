#include "features/incident/swap.hpp"

#include "core/era.hpp"

#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

std::unexpected<Error> refused_spare(const char* code, Text text)
{
    return fail(ErrorKind::conflict, code, text, {{"spare_id", code, text}});
}

Text place_of(const contract::Profile& profile, const device::Spot& spot)
{
    const contract::Site* site = spot.site ? contract::find_site(profile, *spot.site) : nullptr;
    const std::string name = site == nullptr ? "" : site->name;
    const std::string gap = name.empty() || spot.place.empty() ? "" : " ";
    const std::string place = name + gap + spot.place;
    return place.empty() ? Text{"場所不明", "nobody knows where"} : Text{place, place};
}

}

std::optional<Text> shortage(const SpareStock& stock, LocalDay on)
{
    if (stock.spares > 0)
        return std::nullopt;
    if (!stock.warranty_until)
        return Text{fmt::format("{}"
                                "の予備機は残っていません。保証の終わりが分かれば、期間内はメーカーへ送り、過ぎていれば"
                                "市へ引き渡します。",
                        stock.model),
            fmt::format("no spare of {} is left: within its warranty the unit goes to the maker, after it to the city",
                stock.model)};
    const std::string until = print_day(*stock.warranty_until, DayStyle::slash);
    if (on <= *stock.warranty_until)
        return Text{fmt::format("{}の予備機は残っていません。保証期間内（{}まで）なので、メーカーへ送ってください。",
                        stock.model, until),
            fmt::format("no spare of {} is left: it is in warranty until {}, send it to the maker", stock.model,
                to_text(*stock.warranty_until))};
    return Text{
        fmt::format(
            "{}の予備機は残っていません。保証は{}に終わったので、交換も修理もできません。市へ引き渡してください。",
            stock.model, until),
        fmt::format("no spare of {} is left and its warranty ended on {}: hand it over to the city", stock.model,
            to_text(*stock.warranty_until))};
}

Result<void> check_spare(const contract::Profile& profile, const contract::Device& failed,
    const contract::Device& spare, const device::Course& spare_course, LocalDay on)
{
    if (spare.device_class != failed.device_class || spare.model != failed.model)
        return refused_spare("incident/other_model",
            {fmt::format("予備機の機種（{}）が故障した機器（{}）と違います。", spare.model, failed.model),
                fmt::format("the spare is a {}, the failed unit a {}", spare.model, failed.model)});
    const device::Placement* stands = device::on(spare_course, on);
    if (stands == nullptr)
        return refused_spare("incident/spare_elsewhere",
            {fmt::format("{}は、この日には台帳にありません。", spare.number),
                fmt::format("{} is not in the register on that day", spare.number)});
    if (stands->spot.use == device::Use::spare)
        return {};
    const Text place = place_of(profile, stands->spot);
    const Text& use = device::label_of(stands->spot.use);
    return refused_spare("incident/spare_elsewhere",
        {fmt::format("{}は予備機ではありません。この日は{}で{}です。別の予備機を選んでください。", spare.number,
             place.ja, use.ja),
            fmt::format(
                "{} is no spare: on that day it is at {}, {}; choose another one", spare.number, place.en, use.en)});
}

}
