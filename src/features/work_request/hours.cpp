#include "features/work_request/hours.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::work_request {

std::string to_text(Hours hours)
{
    return fmt::format("{}.{}", hours.tenths / 10, hours.tenths % 10);
}

Result<Hours> parse_hours(std::string_view text)
{
    const auto refuse = [&] {
        return fail(ErrorKind::invalid, "work_request/hours",
            {fmt::format("工数「{}」を読めません。時間を小数1桁まで（例 20.0、0～9999.9）で入力してください。", text),
                fmt::format("cannot read the effort \"{}\": give hours with at most one decimal, 0 to 9999.9", text)});
    };
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    int hours = 0;
    const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), hours);
    if (error != std::errc{} || end != whole.data() + whole.size() || hours < 0 || hours > 9999)
        return refuse();
    if (point == std::string_view::npos)
        return Hours{hours * 10};
    const std::string_view decimals = text.substr(point + 1);
    if (decimals.empty() || decimals.front() < '0' || decimals.front() > '9')
        return refuse();
    if (decimals.find_first_not_of('0', 1) != std::string_view::npos)
        return refuse();
    return Hours{hours * 10 + (decimals.front() - '0')};
}

}
