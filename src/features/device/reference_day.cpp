#include "features/device/reference_day.hpp"

namespace hoshuban::device {

Result<void> check_reference_day(const contract::Profile& profile, LocalDay day, LocalDay today)
{
    if (day >= profile.period.first && day <= profile.period.last && day <= today)
        return {};
    const std::string first = to_text(profile.period.first);
    const Text text{"基準日は、契約が始まる" + first + "から今日までの日にしてください。",
        "the reference day is a day from " + first + ", the first of the contract, until today"};
    return fail(ErrorKind::invalid, "device/reference_day", text, {{"on", "device/reference_day", text}});
}

}
