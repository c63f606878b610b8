#include "features/incident/swap.hpp"

#include "core/era.hpp"

#include <fmt/format.h>

namespace hoshuban::incident {
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

}
