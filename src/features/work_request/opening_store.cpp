#include "features/work_request/opening_store.hpp"

#include "features/work_request/period.hpp"
#include "features/work_request/work_request_store.hpp"
#include "features/work_request/written_cell.hpp"

#include <algorithm>

namespace hoshuban::work_request {
namespace {

// Only caps can refuse, and only they are worth counting all requests for.
bool meets_a_cap(const contract::Profile& profile, const contract::Run& next)
{
    return std::ranges::any_of(contract::quotas_of(contract::quota_terms(profile), next), [&](const std::string& id) {
        const contract::Quota* quota = contract::find_quota(profile, id);
        return quota && quota->at_limit != contract::AtLimit::warn;
    });
}

std::vector<contract::Run> counted_runs(db::Reader& reader, const contract::Profile& profile, const KeptRuns& kept)
{
    auto runs = runs_of(reader, profile);
    return kept ? contract::all_runs(std::move(runs), kept(reader, profile)) : runs;
}

WorkRequest request_from(const Opening& opening, const contract::Profile& profile)
{
    WorkRequest request;
    request.contract_id = profile.id;
    request.entered_on = opening.entered_on;
    request.city_person = opening.city_person;
    request.division = opening.division;
    request.division_person = opening.division_person;
    request.contractor = opening.contractor;
    request.contractor_person = opening.contractor_person;
    request.title = opening.title;
    request.body = opening.body;
    request.wish_on = opening.wish_on;
    request.received_on = opening.entered_on;
    request.work_types = opening.work_types;
    request.site = opening.site;
    request.device = opening.device;
    return request;
}

}

std::vector<contract::Run> runs_of(db::Reader& reader, const contract::Profile& profile)
{
    std::vector<contract::Run> runs;
    for (const WorkTypeTally& tally : tally_work_types(reader, profile.id, profile.period)) {
        if (tally.work_types.empty())
            continue;
        const bool actual = tally.status == Status::done || tally.status == Status::confirming;
        const contract::Run run{tally.work_types, 1, actual ? contract::RunState::actual : contract::RunState::planned};
        runs.insert(runs.end(), static_cast<std::size_t>(tally.requests), run);
    }
    return runs;
}

Result<WorkRequest> open_request(db::Tx& tx, const contract::Profile& profile, const Opening& opening, WorkRequestId id,
    Instant now, const KeptRuns& kept)
{
    WorkRequest request = request_from(opening, profile);
    request.id = std::move(id);
    settle_texts(request);
    TRY(check_period(profile.period, nullptr, request, day_of(now)));
    TRY(check_links(profile, request));
    const contract::Run next{opening.work_types, 1, contract::RunState::planned};
    if (meets_a_cap(profile, next))
        TRY(check_quotas(profile, counted_runs(tx, profile, kept), next, opening.agreement));
    const contract::NumberSeries* series = contract::find_numbers(profile, number_series);
    if (!series) {
        return fail(ErrorKind::conflict, "work_request/no_series",
            {"この契約には作業依頼の管理番号の形がありません。契約の設定を確かめてください。",
                "this contract has no number pattern for work requests: check its profile"});
    }
    const int year = contract::series_year(*series, opening.entered_on);
    const NextNumber taken = next_request_number(tx, profile.id, year);
    request.number = contract::format_number(*series, year, taken.sequence);
    if (request.contractor.empty())
        request.contractor = taken.contractor;
    // The company's name is not part of a specification: until the list prints one, its word stands there.
    if (request.contractor.empty())
        request.contractor = contract::word(profile, "contractor").ja;
    TRY(insert(tx, request, {year, taken.sequence}, now));
    return request;
}

}
