#include "features/recovery/recovery_api.hpp"

#include "features/recovery/body_api.hpp"
#include "features/recovery/edition_api.hpp"
#include "features/recovery/reach_api.hpp"
#include "features/recovery/run_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>

namespace hoshuban::recovery {
namespace {

constexpr std::size_t first_editions = 50;

const Edition& shown_last(const Known& known)
{
    return known.listed.at(first_editions - 1).edition;
}

Result<OverviewView> show_overview(http::Context& context, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<OverviewView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        OverviewView view{
            .families = {}, .editions = {}, .next_editions = {}, .media = {}, .quotas = {}, .may_keep = false};
        if (!profile->recovery)
            return view;
        const auto& terms = *profile->recovery;
        const Known known = known_of(reader, *profile, day_of(context.now()));
        for (const contract::RecoveryFamily& family : terms.families)
            view.families.push_back(view_of(family, terms, known));
        for (const ListedEdition& each : known.listed) {
            if (view.editions.size() == first_editions) {
                view.next_editions = cursor_after(shown_last(known));
                break;
            }
            view.editions.push_back(row_of(each, terms));
        }
        view.media = media_of(terms, known);
        view.quotas = quotas_of(*profile, terms, runs_so_far(reader, *profile));
        view.may_keep = may_keep(context);
        return view;
    });
}

Result<EditionPageView> list_page(http::Context& context, const EditionQuery& query, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    return context.database().read([&](db::Reader& reader) -> Result<EditionPageView> {
        TRY_ASSIGN(const auto profile, with_media(reader, context, profiles));
        TRY_ASSIGN(const auto page, list_editions(reader, profile->id, query.cursor.value_or(""), query.limit));
        EditionPageView view;
        for (const ListedEdition& each : page.editions)
            view.items.push_back(row_of(each, *profile->recovery));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Edition edition_from(const http::Context& context, const PlanEdition& body, const EditionId& id)
{
    return {.id = id,
        .contract_id = context.path<ContractId>("contract"),
        .family = body.family,
        .model = body.model,
        .number = body.number,
        .origin = body.origin,
        .changes = body.changes,
        .request = body.request_id,
        .instruction = body.instruction,
        .agreement = body.agreement,
        .planned_on = body.planned_on,
        .note = body.note,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
}

Result<http::Created<EditionView>> plan_edition(
    http::Context& context, const PlanEdition& body, contract::ProfileCache& profiles)
{
    TRY(check_keeps(context));
    const auto id = context.new_id<EditionId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<EditionView>> {
        TRY_ASSIGN(const auto profile, with_media(tx, context, profiles));
        Edition wanted = edition_from(context, body, id);
        if (wanted.request)
            TRY(work_request::get(tx, work_request::reach_of(context.actor(), profile->id), *wanted.request));
        TRY_ASSIGN(const auto edition,
            plan(std::move(wanted), *profile->recovery, editions_of(tx, profile->id), day_of(context.now())));
        if (const auto run = run_of(edition, *profile->recovery)) {
            const auto objections =
                contract::objections(contract::quota_terms(*profile), runs_so_far(tx, *profile), run->run);
            TRY(contract::check_caps(objections, edition.agreement, "recovery"));
        }
        insert(tx, audit::cause_of(context), edition);
        TRY_ASSIGN(const auto listed, get(tx, profile->id, edition.id));
        return http::Created<EditionView>{answer_of(tx, context, *profile, listed),
            "/api/v1/contracts/" + profile->id.text + "/recovery/editions/" + edition.id.text};
    });
}

Result<http::Versioned<OverviewView>> name_master(
    http::Context& context, const NameMaster& body, contract::ProfileCache& profiles)
{
    TRY(check_keeps(context));
    TRY_ASSIGN(const int seen, context.if_match());
    const LocalDay today = day_of(context.now());
    TRY(context.database().write([&](db::Tx& tx) -> Result<void> {
        TRY_ASSIGN(const auto profile, with_media(tx, context, profiles));
        const contract::RecoveryFamily* family = contract::recovery_family(*profile->recovery, body.family);
        const auto units = units_of(tx, *profile, today);
        const auto unit = std::ranges::find(units, body.device_id, &FamilyUnit::id);
        if (family == nullptr || unit == units.end() || unit->model != body.model ||
            !contract::is_of(*family, unit->device_class, unit->division, unit->model)) {
            const Text text{"この系統と機種の機器を選んでください。", "choose a unit of this family and model"};
            return fail(ErrorKind::invalid, "recovery/other_unit", text, {{"device_id", "recovery/other_unit", text}});
        }
        return put_master(tx, audit::cause_of(context), profile->id,
            {.family = body.family, .model = body.model, .device = body.device_id, .note = body.note}, seen, today);
    }));
    TRY_ASSIGN(auto view, show_overview(context, profiles));
    return http::Versioned<OverviewView>{std::move(view), seen + 1};
}

Result<ChoicesView> show_choices(http::Context& context, const ChoiceQuery& query, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<ChoicesView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        TRY_ASSIGN(auto names, choices_of(reader, *profile, query.device, day_of(context.now())));
        return ChoicesView{std::move(names)};
    });
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(check_whole(context));
    TRY(get(reader, context.path<ContractId>("contract"), context.path<EditionId>("id")));
    return {};
}

Result<void> check_attach(const http::Context& context, db::Reader& reader)
{
    TRY(check_seen(context, reader));
    return check_keeps(context);
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/recovery";
    router.get(all, [&profiles](http::Context& context) { return show_overview(context, profiles); })
        .permission(Permission::view_device)
        .summary({"リカバリメディアの系統と版", "The families of recovery media and their editions"});
    router
        .get(all + "/editions",
            [&profiles](
                http::Context& context, const EditionQuery& query) { return list_page(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"リカバリメディアの版の一覧", "The editions of recovery media, page by page"});
    router
        .post(all + "/editions",
            [&profiles](
                http::Context& context, const PlanEdition& body) { return plan_edition(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"リカバリメディアの更新を予定する、初版を記録する", "Plan an update, or enter a first edition"});
    router
        .put(all + "/master",
            [&profiles](
                http::Context& context, const NameMaster& body) { return name_master(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"マスターパソコンを決める", "Name the master PC"});
    router
        .get(all + "/choices",
            [&profiles](
                http::Context& context, const ChoiceQuery& query) { return show_choices(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"機器に適用できる版", "The editions from which a unit can be set up"});
    add_edition_routes(router, all + "/editions/{id}", profiles);
}

}
