#include "features/device/contract_ledger.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {

bool ContractLedger::covers(const std::string& of_unit) const
{
    return divisions.empty() || std::ranges::find(divisions, of_unit) != divisions.end();
}

bool ContractLedger::lists(const Spot& spot, std::optional<int> site_number) const
{
    if (spot.use == Use::retired || spot.keeper == Keeper::city)
        return false;
    return spot.use == Use::spare || !site_number ||
        std::ranges::find(excluded_sites, *site_number) == excluded_sites.end();
}

ContractLedger ledger_of(const contract::Profile& profile, const std::string& division)
{
    for (const contract::Ledger& each : profile.ledgers) {
        ContractLedger ledger{.division = each.divisions.empty() ? std::string{} : each.divisions.front(),
            .title = each.label.ja,
            .divisions = each.divisions,
            .excluded_sites = each.excluded_sites,
            .stated = true};
        if (ledger.covers(division))
            return ledger;
    }
    return {.division = division, .title = ledger_title(division), .divisions = {division}};
}

std::string ledger_title(const std::string& division)
{
    return division.empty() ? std::string{"所在等管理一覧"} : fmt::format("所在等管理一覧（{}）", division);
}

}
