#include "features/premises/refusal.hpp"

#include "core/typed_fields.hpp"
#include "features/contract/site_fact.hpp"

#include <fmt/format.h>

namespace hoshuban::premises {

std::unexpected<Error> refused_at(const std::string& field, const std::string& code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{field, code, text}});
}

Result<std::string> settled_reason(std::string reason)
{
    TRY(take_fields({{"reason", reason, 1000, true}}));
    return reason;
}

Result<void> check_site_open(const contract::Profile& profile, const SiteId& id, LocalDay day, const std::string& field)
{
    const contract::Site* site = contract::find_site(profile, id);
    if (site == nullptr)
        return refused_at(field, "premises/unknown_site",
            {"この契約の拠点ではありません。一覧から選んでください。", "no site of this contract: choose one"});
    if (contract::is_open(*site, day))
        return {};
    return refused_at(field, "premises/site_closed",
        {fmt::format("{}は{}には閉じています。日と拠点を確かめてください。", site->name, to_text(day)),
            fmt::format("{} is closed on {}: check the day and the site", site->name, to_text(day))});
}

Result<void> check_in_period(const contract::Profile& profile, LocalDay day, const std::string& field)
{
    if (day >= profile.period.first && day <= profile.period.last)
        return {};
    return refused_at(field, "premises/outside_period",
        {fmt::format("契約の期間（{}から{}まで）の日ではありません。", to_text(profile.period.first),
             to_text(profile.period.last)),
            fmt::format("no day of the contract, which runs from {} to {}", to_text(profile.period.first),
                to_text(profile.period.last))});
}

}
