#include "features/site/work_api.hpp"

#include "features/approval/register_store.hpp"
#include "features/device/reach.hpp"
#include "features/installation/job_store.hpp"
#include "features/page_count/survey_store.hpp"
#include "features/repair/repair_store.hpp"
#include "features/schedule/schedule_store.hpp"
#include "features/site/body_api.hpp"
#include "features/site/reach_api.hpp"
#include "features/site/work_view_api.hpp"
#include "features/stocktake/stocktake_store.hpp"
#include "features/work_request/today_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::site {
namespace {

constexpr int most_shown = 100;
constexpr std::size_t most_surveys = 3;
constexpr std::chrono::days ahead{60};

std::string hour_text(std::chrono::minutes time)
{
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

/// Reads, one room after the other, what concerns one site.
class SiteWork {
public:
    SiteWork(db::Reader& reader, const http::Context& context, const contract::Profile& profile,
        const contract::Site& site, LocalDay on)
        : reader_{reader}
        , actor_{context.actor()}
        , profile_{profile}
        , site_{site}
        , on_{on}
        , here_{.contract = profile.id, .whole = false, .divisions = {}, .sites = {site.id}}
    {
    }

    Result<SiteWorkView> view()
    {
        SiteWorkView view;
        if (may(Permission::view_work_request))
            add_requests(view);
        // The stock of the whole contract: not for people of one site.
        if (!device::seen_sites(actor_, profile_.id)) {
            TRY(add_repairs(view));
            TRY(add_jobs(view));
        }
        TRY(add_surveys(view));
        add_stocktakes(view);
        add_rules(view);
        if (may(Permission::view_approval))
            TRY(add_permits(view));
        if (may(Permission::view_schedule))
            add_visits(view);
        return view;
    }

private:
    bool may(Permission permission) const { return actor_.may(permission, profile_.id); }

    void add_requests(SiteWorkView& view)
    {
        for (auto& each : work_request::open_by_wish(reader_, here_, most_shown))
            view.requests.push_back({each.id, each.number, each.title, each.status, each.wish_on});
    }

    Result<void> add_repairs(SiteWorkView& view)
    {
        TRY_ASSIGN(const auto page,
            repair::list(reader_, profile_.id, {.state = "open", .site = site_.id.text}, "", most_shown));
        for (const repair::Listed& each : page.repairs) {
            view.repairs.push_back({each.repair.id.text, each.repair.number, each.repair.device, each.device_number,
                each.kind, each.model, each.repair.failed_on, each.repair.symptom});
        }
        return {};
    }

    Result<void> add_jobs(SiteWorkView& view)
    {
        TRY_ASSIGN(const auto page,
            installation::list(reader_, profile_.id, {.state = "open", .site = site_.id.text}, "", most_shown));
        for (const installation::ListedJob& each : page.jobs) {
            view.jobs.push_back({each.job.id.text, each.job.number, installation::label(each.job.kind),
                installation::label(each.job.state), each.job.planned_on, static_cast<int>(each.job.units.size())});
        }
        return {};
    }

    Result<void> add_surveys(SiteWorkView& view)
    {
        std::size_t shown = 0;
        for (const page_count::Survey& survey : page_count::list_surveys(reader_, profile_.id)) {
            if (survey.submitted_on || shown++ == most_surveys)
                continue;
            TRY_ASSIGN(const auto units,
                page_count::surveyed_units(reader_, profile_, survey, {.site = site_.id.text, .only = {}}));
            const auto read = std::ranges::count_if(
                units, [](const page_count::SurveyedUnit& unit) { return unit.reading.has_value(); });
            if (!units.empty()) {
                view.surveys.push_back(
                    {survey.id.text, survey.title, static_cast<int>(units.size()), static_cast<int>(read)});
            }
        }
        return {};
    }

    void add_stocktakes(SiteWorkView& view)
    {
        for (const stocktake::Stocktake& each : stocktake::list_stocktakes(reader_, profile_.id)) {
            if (each.closed_on)
                continue;
            const auto finished = stocktake::finished_sites(reader_, each);
            const bool here = std::ranges::find(finished, site_.id, &stocktake::FinishedSite::site) != finished.end();
            view.stocktakes.push_back({each.id.text, each.title, each.on, here});
        }
    }

    void add_rules(SiteWorkView& view)
    {
        for (const contract::EntryPermit& rule : profile_.entry_permits) {
            const bool here = rule.sites.empty() || std::ranges::find(rule.sites, site_.number) != rule.sites.end();
            if (!here)
                continue;
            const contract::ApprovalKind* kind = contract::find_approval_kind(profile_, rule.approval);
            view.rules.push_back({rule.place, rule.from ? std::optional{hour_text(*rule.from)} : std::nullopt,
                kind == nullptr ? Text{rule.approval, rule.approval} : kind->label, rule.clause});
        }
    }

    Result<void> add_permits(SiteWorkView& view)
    {
        TRY_ASSIGN(const auto page, approval::list(reader_, here_, {.on = on_, .site = site_.id}, "", most_shown));
        for (const approval::Listed& each : page.items) {
            const approval::Approval& permit = each.approval;
            const contract::ApprovalKind* kind = contract::find_approval_kind(profile_, permit.asked.kind);
            view.permits.push_back(
                {permit.id, permit.number, kind == nullptr ? Text{permit.asked.kind, permit.asked.kind} : kind->label,
                    permit.asked.title, permit.asked.room, permit.begins_at, permit.asked.until});
        }
        return {};
    }

    void add_visits(SiteWorkView& view)
    {
        const Instant from = instant(LocalTime{on_});
        for (const schedule::PlannedWindow& each :
            schedule::windows_between(reader_, here_, from, from + ahead, 10 * most_shown)) {
            const schedule::Proposal& terms = each.window.terms;
            if (terms.site && terms.site != site_.id)
                continue;
            view.visits.push_back({each.window.request, each.request_number, each.request_title, terms.from,
                terms.until, terms.room, terms.people, terms.purpose, each.window.state});
        }
    }

    db::Reader& reader_;
    const Actor& actor_;
    const contract::Profile& profile_;
    const contract::Site& site_;
    LocalDay on_;
    work_request::Reach here_;
};

Result<SiteWorkView> show_work(http::Context& context, const SiteDayQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto* site, seen_site(context, *profile));
    return context.database().read([&](db::Reader& reader) {
        return SiteWork{reader, context, *profile, *site, day_of_query(context, query.on)}.view();
    });
}

}

void add_work_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .get(one + "/work",
            [&profiles](
                http::Context& context, const SiteDayQuery& query) { return show_work(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"拠点の作業・許可・訪問の予定", "Open work, permissions and visits of a site"});
}

}
