#include "features/recovery/view_api.hpp"

#include "features/attachment/attachment_store.hpp"

#include <algorithm>

namespace hoshuban::recovery {
namespace {

Text family_label(const contract::RecoveryTerms& terms, const std::string& id)
{
    const contract::RecoveryFamily* family = contract::recovery_family(terms, id);
    return family == nullptr ? Text{id, id} : family->label;
}

const Master* master_for(std::span<const Master> masters, std::string_view family, std::string_view model)
{
    const auto found =
        std::ranges::find_if(masters, [&](const Master& each) { return each.family == family && each.model == model; });
    return found == masters.end() ? nullptr : &*found;
}

std::optional<MasterView> master_view(const Master* master)
{
    if (master == nullptr)
        return std::nullopt;
    return MasterView{master->device, master->number, master->site, master->place, master->note};
}

RecoveryUnitView unit_view(const StandingUnit& each, const std::map<DeviceId, Application>& applications)
{
    RecoveryUnitView view{.device_id = each.unit.id,
        .number = each.unit.number,
        .site = each.unit.site,
        .place = each.unit.place,
        .edition = each.unit.edition,
        .standing = each.standing,
        .applied_on = {},
        .applied_by = {}};
    const auto found = applications.find(each.unit.id);
    if (each.standing == Standing::applied && found != applications.end()) {
        view.applied_on = found->second.on;
        view.applied_by = found->second.person;
    }
    return view;
}

int count_applied(std::span<const StandingUnit> units)
{
    return static_cast<int>(std::ranges::count(units, Standing::applied, &StandingUnit::standing));
}

std::optional<EditionRow> row_for(
    const Edition* edition, const contract::RecoveryTerms& terms, std::span<const ListedEdition> listed)
{
    if (edition == nullptr)
        return std::nullopt;
    const auto found =
        std::ranges::find_if(listed, [&](const ListedEdition& each) { return each.edition.id == edition->id; });
    return row_of(*found, terms);
}

// What spares need: the update that the city has accepted, or else what is current.
const Edition* target_of(const Known& known, const std::string& family, const std::string& model)
{
    const Edition* open = under_way(known.editions, family, model);
    return open != nullptr && is_applicable(*open) ? open : current(known.editions, family, model);
}

FamilyModelView model_view(const contract::RecoveryFamily& family, const std::string& model,
    const contract::RecoveryTerms& terms, const Known& known)
{
    const Master* master = master_for(known.masters, family.id, model);
    const Edition* target = target_of(known, family.id, model);
    const Edition* now = current(known.editions, family.id, model);
    const std::string name = target == nullptr ? "" : target->name;
    const auto in = [&](device::Use use) {
        return standing_units(family, model, use, name, known.units, known.editions);
    };
    const auto spares = in(device::Use::spare);
    const auto in_service = in(device::Use::in_service);
    FamilyModelView view{.model = model,
        .master = master_view(master),
        .master_version = master == nullptr ? 1 : master->version,
        .current = row_for(now, terms, known.listed),
        .under_way = row_for(under_way(known.editions, family.id, model), terms, known.listed),
        .target = name,
        .spares = static_cast<int>(spares.size()),
        .spares_done = count_applied(spares),
        .behind = {},
        .in_service = static_cast<int>(in_service.size()),
        .in_service_done = count_applied(in_service),
        .media = 0};
    if (target != nullptr) {
        for (const StandingUnit& each : spares) {
            if (each.standing != Standing::applied)
                view.behind.push_back(unit_view(each, {}));
        }
    }
    if (now != nullptr)
        view.media = static_cast<int>(std::ranges::count(known.media, now->id, &WrittenMedium::edition));
    return view;
}

bool draws_on(const contract::Profile& profile, const contract::RecoveryTerms& terms, const std::string& quota)
{
    const contract::WorkType* type = contract::find_work_type(profile, terms.work_type);
    return type != nullptr && std::ranges::find(type->quotas, quota) != type->quotas.end();
}

std::vector<PaperView> papers_view(
    db::Reader& reader, const contract::RecoveryTerms& terms, const Edition& edition, const Shown& shown)
{
    const auto papers = papers_of(reader, edition.contract_id, edition.id);
    const auto files = attachment::list(reader, edition.contract_id, {"recovery", edition.id.text});
    std::vector<PaperView> views;
    for (const contract::RecoveryPaper& each : terms.papers) {
        PaperView view{.id = each.id,
            .label = each.label,
            .proof = each.proof,
            .always = each.always,
            .there = false,
            .attachment_id = {},
            .file = {},
            .unchanged = {},
            .entered_by = {},
            .entered_at = {},
            .clause = each.clause};
        const Paper* said = find_paper(papers, each.id);
        view.there = is_there(each, said, shown);
        if (said != nullptr) {
            view.attachment_id = said->file;
            view.unchanged = said->unchanged;
            view.entered_by = said->entered_by;
            view.entered_at = said->entered_at;
            const auto file =
                std::ranges::find_if(files, [&](const attachment::Attachment& one) { return said->file == one.id; });
            if (file != files.end())
                view.file = file->name;
        }
        views.push_back(std::move(view));
    }
    return views;
}

EditionView own_view(const ListedEdition& listed, const contract::RecoveryTerms& terms)
{
    const Edition& edition = listed.edition;
    return {.id = edition.id,
        .family = edition.family,
        .family_label = family_label(terms, edition.family),
        .model = edition.model,
        .number = edition.number,
        .name = edition.name,
        .origin = edition.origin,
        .state = edition.state,
        .changes = edition.changes,
        .request_id = edition.request,
        .request_number = listed.request_number,
        .instruction = edition.instruction,
        .agreement = edition.agreement,
        .planned_on = edition.planned_on,
        .last_on = edition.last_on,
        .released_on = edition.released_on,
        .note = edition.note,
        .entered_by = edition.entered_by,
        .entered_at = edition.entered_at,
        .master = {},
        .papers = {},
        .spares = {},
        .in_service = 0,
        .in_service_done = 0,
        .media = {},
        .steps = {},
        .acts = {},
        .may_settle = false,
        .may_apply = false,
        .version = edition.version};
}

}

Known known_of(db::Reader& reader, const contract::Profile& profile, LocalDay day)
{
    Known known{.listed = list_editions(reader, profile.id),
        .editions = {},
        .units = units_of(reader, profile, day),
        .masters = masters_of(reader, profile.id, day),
        .media = media_of(reader, profile.id)};
    for (const ListedEdition& each : known.listed)
        known.editions.push_back(each.edition);
    return known;
}

EditionRow row_of(const ListedEdition& listed, const contract::RecoveryTerms& terms)
{
    const Edition& edition = listed.edition;
    return {edition.id, edition.family, family_label(terms, edition.family), edition.model, edition.number,
        edition.name, edition.origin, edition.state, edition.changes, listed.request_number, edition.planned_on,
        edition.released_on};
}

FamilyView view_of(const contract::RecoveryFamily& family, const contract::RecoveryTerms& terms, const Known& known)
{
    FamilyView view{family.id, family.label, family.division, family.clause, {}};
    for (const std::string& model : models_of(family, known.units, known.editions))
        view.models.push_back(model_view(family, model, terms, known));
    return view;
}

std::vector<CarryingMediumView> media_of(const contract::RecoveryTerms& terms, const Known& known)
{
    std::vector<CarryingMediumView> views;
    for (const WrittenMedium& each : known.media) {
        const auto edition = std::ranges::find(known.editions, each.edition, &Edition::id);
        if (edition == known.editions.end())
            continue;
        const Edition* now = current(known.editions, edition->family, edition->model);
        views.push_back({each.id, each.label, each.name, each.state, each.storage_place, each.holder, each.written_at,
            edition->id, family_label(terms, edition->family), edition->number,
            edition->state == State::released && now != nullptr && now->id != edition->id});
    }
    return views;
}

std::vector<RecoveryQuotaView> quotas_of(
    const contract::Profile& profile, const contract::RecoveryTerms& terms, std::span<const contract::Run> runs)
{
    std::vector<RecoveryQuotaView> views;
    for (const contract::QuotaUse& use : contract::quota_use(contract::quota_terms(profile), runs).items) {
        if (!draws_on(profile, terms, use.id))
            continue;
        const contract::Quota& quota = *contract::find_quota(profile, use.id);
        views.push_back({quota.id, quota.label, quota.kind, quota.at_limit, quota.limit, quota.unit, use.actual,
            use.planned, use.state, quota.rule, quota.clause});
    }
    return views;
}

EditionView view_of(
    db::Reader& reader, const contract::RecoveryTerms& terms, const ListedEdition& listed, const Known& known)
{
    const Edition& edition = listed.edition;
    EditionView view = own_view(listed, terms);
    const Master* master = master_for(known.masters, edition.family, edition.model);
    view.master = master_view(master);
    for (const WrittenMedium& each : known.media) {
        if (each.edition == edition.id)
            view.media.push_back(
                {each.id, each.label, each.name, each.state, each.storage_place, each.holder, each.written_at});
    }
    if (edition.origin == Origin::update)
        view.papers = papers_view(reader, terms, edition, {master != nullptr, static_cast<int>(view.media.size())});
    for (const Step& step : steps_of(reader, edition.contract_id, edition.id))
        view.steps.push_back({step.id, step.act, step.on, step.person, step.note, step.entered_by});
    if (const contract::RecoveryFamily* family = contract::recovery_family(terms, edition.family)) {
        const auto applications = applications_of(reader, edition.contract_id, edition.id);
        for (const StandingUnit& each :
            standing_units(*family, edition.model, device::Use::spare, edition.name, known.units, known.editions))
            view.spares.push_back(unit_view(each, applications));
        const auto in_service =
            standing_units(*family, edition.model, device::Use::in_service, edition.name, known.units, known.editions);
        view.in_service = static_cast<int>(in_service.size());
        view.in_service_done = count_applied(in_service);
    }
    return view;
}

}
