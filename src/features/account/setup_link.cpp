#include "features/account/setup_link.hpp"

namespace hoshuban::account {

std::chrono::minutes lifetime_of(LinkPurpose purpose)
{
    // An invitation is handed over by people, perhaps on the next morning.
    return purpose == LinkPurpose::invitation ? std::chrono::hours{24} : std::chrono::minutes{30};
}

bool is_usable(const SetupLink& link, Instant now)
{
    return !link.used_at && now < link.expires_at;
}

}
