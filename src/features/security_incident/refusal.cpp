#include "features/security_incident/refusal.hpp"

namespace hoshuban::security_incident {

std::unexpected<Error> wrong_state(Text text)
{
    return fail(ErrorKind::conflict, "security_incident/wrong_state", std::move(text));
}

std::unexpected<Error> city_only()
{
    return fail(ErrorKind::forbidden, "security_incident/city_only",
        {"事故・損害を完了にする、完了を取り消す、復旧を認めるのは市だけです。",
            "only the city closes an incident, opens it again or rules on a restoration"});
}

std::unexpected<Error> in_future(std::string field)
{
    const Text text{"まだ来ていない日時です。", "this moment has not come yet"};
    return fail(ErrorKind::invalid, "security_incident/in_future", text,
        {{std::move(field), "security_incident/in_future", text}});
}

Result<void> check_told(const Incident& incident, Instant at, Instant now)
{
    if (at > now)
        return in_future("at");
    if (at >= incident.intake.noticed_at)
        return {};
    const Text text{"気づいた日時より前です。", "this is before the incident was noticed"};
    return fail(ErrorKind::invalid, "security_incident/before_noticed", text,
        {{"at", "security_incident/before_noticed", text}});
}

}
