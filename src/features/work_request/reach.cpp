#include "features/work_request/reach.hpp"

#include "core/fold.hpp"

#include <algorithm>

namespace hoshuban::work_request {
namespace {

bool reaches(const Membership& held, const WorkRequest& request)
{
    switch (scope_of(held.role)) {
    case Scope::contract:
        return true;
    case Scope::division: {
        const std::string division = fold(held.division);
        return !division.empty() && division == fold(request.division);
    }
    case Scope::site:
        return held.site && held.site == request.site;
    }
    return false;
}

}

Reach whole(const ContractId& contract)
{
    return {.contract = contract, .whole = true};
}

Reach reach_of(const Actor& actor, const ContractId& contract, Permission permission)
{
    Reach reach{.contract = contract};
    for (const Membership& held : actor.memberships) {
        if (held.contract != contract || !allows(held.role, permission))
            continue;
        if (scope_of(held.role) == Scope::contract)
            reach.whole = true;
        else if (std::string division = fold(held.division); !division.empty())
            reach.divisions.push_back(std::move(division));
        else if (held.site)
            reach.sites.push_back(*held.site);
    }
    return reach;
}

bool reaches(const Reach& reach, const WorkRequest& request)
{
    if (reach.contract != request.contract_id)
        return false;
    return reach.whole || (request.site && std::ranges::find(reach.sites, *request.site) != reach.sites.end()) ||
        (!reach.divisions.empty() &&
            std::ranges::find(reach.divisions, fold(request.division)) != reach.divisions.end());
}

bool may(const Actor& actor, Permission permission, const WorkRequest& request)
{
    return std::ranges::any_of(actor.memberships, [&](const Membership& held) {
        return held.contract == request.contract_id && allows(held.role, permission) && reaches(held, request);
    });
}

Result<void> check_may(const Actor& actor, Permission permission, const WorkRequest& request)
{
    if (may(actor, permission, request))
        return {};
    if (!actor.may(permission, request.contract_id)) {
        return fail(ErrorKind::forbidden, "work_request/not_allowed",
            {"この役割ではこの操作はできません。", "this role cannot do this"});
    }
    return fail(ErrorKind::forbidden, "work_request/out_of_reach",
        {"自分の拠点・主管課の依頼だけに行えます。",
            "this can only be done for requests of your own site or division"});
}

}
