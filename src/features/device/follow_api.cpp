#include "features/device/follow_api.hpp"

#include "features/device/ledger_api.hpp"

namespace hoshuban::device {

void follow(const http::Context& context, contract::ProfileCache& profiles)
{
    profiles.forget(context.path<ContractId>("contract"));
    renew_editions(context, profiles);
}

}
