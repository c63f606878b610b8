#include "features/trend/trend_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/reach.hpp"
#include "features/device/reference_day.hpp"
#include "features/trend/trend_doc.hpp"
#include "features/trend/trend_store.hpp"
#include "features/trend/view_api.hpp"

#include <algorithm>
#include <string>

namespace hoshuban::trend {
namespace {

constexpr const char* excel_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

struct Asked {
    std::shared_ptr<const contract::Profile> profile;
    Trend trend;
};

// What is compared is the whole fleet, so it is for who sees all of it.
Result<Asked> asked(http::Context& context, const TrendQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(device::check_sees_all(context.actor(), contract, "trend/not_found"));
    const LocalDay today = day_of(context.now());
    return context.database().read([&](db::Reader& reader) -> Result<Asked> {
        TRY_ASSIGN(auto profile, contract::profile(reader, profiles, contract));
        const LocalDay on = query.on.value_or(std::clamp(today, profile->period.first, profile->period.last));
        TRY(device::check_reference_day(*profile, on, std::max(today, profile->period.first)));
        TRY_ASSIGN(auto trend, trend_of(reader, *profile, on, query.months));
        return Asked{std::move(profile), std::move(trend)};
    });
}

Result<TrendView> show(http::Context& context, const TrendQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto found, asked(context, query, profiles));
    return view_of(*found.profile, found.trend, query.months);
}

Result<http::File> download(http::Context& context, const TrendQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto found, asked(context, query, profiles));
    TRY_ASSIGN(auto bytes, workbook({*found.profile, found.trend}, context.language(), context.now()));
    audit::Entry entry =
        audit::entry(context, found.profile->id, "trend.exported", {"contract", found.profile->id.text});
    entry.act = audit::Act::reading;
    audit::put_change(entry, {}, {{"on", to_text(found.trend.window.last)}, {"months", std::to_string(query.months)}});
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    return http::File{excel_type, file_name(found.trend.window.last), std::move(bytes)};
}

}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/incident-trends";
    router
        .get(all,
            [&profiles](http::Context& context, const TrendQuery& query) { return show(context, query, profiles); })
        .permission(Permission::view_incident)
        .summary({"障害の傾向と見込みの消化", "What the faults show, and the estimates"});
    router
        .get(all + "/export",
            [&profiles](http::Context& context, const TrendQuery& query) { return download(context, query, profiles); })
        .permission(Permission::view_incident)
        .summary({"障害の傾向と見込みの消化（Excel）", "What the faults show, as an Excel file"});
}

}
