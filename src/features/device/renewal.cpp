#include "features/device/renewal.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

std::string without_maker(const std::string& model)
{
    const auto maker = model.rfind("（");
    return maker == std::string::npos || maker == 0 || !model.ends_with("）") ? model : model.substr(0, maker);
}

bool has_class(const contract::Profile& profile, std::string_view device_class, std::string_view generation)
{
    return std::ranges::any_of(profile.equipment, [&](const contract::Equipment& row) {
        return row.device_class == device_class && row.generation == generation;
    });
}

void widen(std::optional<LocalDay>& first, std::optional<LocalDay>& last, LocalDay from, LocalDay to)
{
    first = first ? std::min(*first, from) : from;
    last = last ? std::max(*last, to) : to;
}

void add_plans(std::vector<SitePlan>& history, const std::vector<RenewalPlan>& plans)
{
    for (const RenewalPlan& plan : plans) {
        const auto same = std::ranges::find_if(history, [&](const SitePlan& known) {
            return known.plan.act == plan.act && known.plan.stated_in == plan.stated_in;
        });
        if (same == history.end())
            history.push_back({plan, 1});
        else
            ++same->units;
    }
}

void add_unit(SiteRenewal& site, const RenewalUnit& each, LocalDay day)
{
    add_plans(site.history, each.plans);
    site.slips = std::max(site.slips, slips_of(each.plans));
    if (each.state == RenewalState::done) {
        ++site.done;
        if (each.actual)
            widen(site.first_done, site.last_done, *each.actual, *each.actual);
        return;
    }
    ++site.left;
    site.coming += each.unit.placement.spot.use == Use::planned ? 1 : 0;
    site.ending += each.ends ? 1 : 0;
    if (each.plans.empty())
        return;
    widen(site.planned_from, site.planned_to, each.plans.back().from, each.plans.back().to);
    site.late = site.late || each.plans.back().to < day;
}

// What people entered stands in the order in which they did, after what the contract says.
void put_in_order(SiteRenewal& site)
{
    std::ranges::stable_sort(site.history, {}, [](const SitePlan& each) { return each.plan.entered_at; });
}

std::unexpected<Error> refuse_plan(const char* field, const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{field, code, text}});
}

}

const contract::Generation* find_generation(const contract::Profile& profile, std::string_view id)
{
    const auto found = std::ranges::find(profile.generations, id, &contract::Generation::id);
    return found == profile.generations.end() ? nullptr : &*found;
}

bool ends_with(const contract::Profile& profile, std::string_view device_class, const contract::Generation& generation)
{
    return std::ranges::find(profile.equipment, generation.id, &contract::Equipment::generation) !=
        profile.equipment.end() &&
        has_class(profile, device_class, generation.replaces) && !has_class(profile, device_class, generation.id);
}

std::vector<ModelChoice> models_of(
    const contract::Profile& profile, std::string_view device_class, std::string_view generation)
{
    std::vector<ModelChoice> models;
    std::string main_part;
    for (const contract::Equipment& row : profile.equipment) {
        if (row.device_class != device_class || row.generation != generation || row.software)
            continue;
        if (models.empty())
            main_part = row.part.ja;
        if (row.part.ja == main_part)
            models.push_back({without_maker(row.model), row.type_number});
    }
    return models;
}

std::string generation_of(
    const contract::Profile& profile, std::string_view device_class, std::string_view model, bool planned)
{
    for (const contract::Generation& each : profile.generations) {
        const auto models = models_of(profile, device_class, each.id);
        if (std::ranges::find(models, model, &ModelChoice::model) != models.end())
            return each.id;
    }
    if (profile.generations.empty())
        return {};
    return planned ? profile.generations.back().id : profile.generations.front().id;
}

std::vector<const contract::Equipment*> software_of(
    const contract::Profile& profile, std::string_view device_class, std::string_view generation)
{
    std::vector<const contract::Equipment*> rows;
    for (const contract::Equipment& row : profile.equipment) {
        if (row.software && row.device_class == device_class && row.generation == generation)
            rows.push_back(&row);
    }
    return rows;
}

std::vector<RenewalPlan> contract_plans(const contract::Generation& generation)
{
    std::vector<RenewalPlan> plans;
    const auto add = [&](const contract::PlannedSpan& span) {
        plans.push_back({.from = span.from, .to = span.to, .about = span.about, .stated_in = span.stated_in});
    };
    std::ranges::for_each(generation.earlier_plans, add);
    if (generation.planned)
        add(*generation.planned);
    return plans;
}

int slips_of(const std::vector<RenewalPlan>& plans)
{
    int slips = 0;
    const RenewalPlan* before = nullptr;
    for (const RenewalPlan& plan : plans) {
        if (before != nullptr && plan.entered_at && plan.to > before->to)
            ++slips;
        before = &plan;
    }
    return slips;
}

RenewalState renewal_state(const contract::Generation& generation, bool ends, const Unit& unit)
{
    const Use use = unit.placement.spot.use;
    if (unit.device.generation == generation.id) {
        if (use == Use::retired)
            return RenewalState::apart;
        return use == Use::planned ? RenewalState::left : RenewalState::done;
    }
    if (generation.replaces.empty() || unit.device.generation != generation.replaces)
        return RenewalState::apart;
    if (use != Use::retired)
        return RenewalState::left;
    return ends ? RenewalState::done : RenewalState::apart;
}

LocalDay renewed_on(const contract::Generation& generation, bool ends, const Course& course,
    const Generations& generations, LocalDay day)
{
    if (const auto* span = on(generations, day); span != nullptr && !ends) {
        if (span->value.generation != generation.id)
            return span->from;
        while (span != generations.data() && std::prev(span)->value.generation == generation.id)
            --span;
        return span->from;
    }
    const auto there = [&](const Placement& placement) {
        return ends ? placement.spot.use == Use::retired : placement.spot.use != Use::planned;
    };
    const Placement* placement = on(course, day);
    while (placement != course.data() && there(*std::prev(placement)))
        --placement;
    return placement->from;
}

std::vector<SiteRenewal> by_site(const contract::Profile& profile, const std::vector<RenewalUnit>& units, LocalDay day)
{
    std::vector<SiteRenewal> sites;
    for (const contract::Site& site : profile.sites)
        sites.push_back({.site = site.id});
    sites.push_back({});
    for (const RenewalUnit& each : units) {
        const auto found = std::ranges::find(sites, each.unit.placement.spot.site, &SiteRenewal::site);
        add_unit(found == sites.end() ? sites.back() : *found, each, day);
    }
    std::erase_if(sites, [](const SiteRenewal& site) { return site.done + site.left == 0; });
    std::ranges::for_each(sites, put_in_order);
    return sites;
}

Result<void> take(const contract::Profile& profile, PlanChange& change)
{
    TRY(take_fields({{"reason", change.reason, 1000, true}}));
    if (change.to < change.from) {
        return refuse_plan("to", "renewal/range_backwards",
            {"予定の終わりが始まりより前です。日付を直してください。",
                "the plan ends before it begins: correct the days"});
    }
    if (change.from < profile.period.first) {
        return refuse_plan("from", "renewal/before_contract",
            {fmt::format("契約は{}に始まります。それより前の予定は入れられません。", to_text(profile.period.first)),
                fmt::format("the contract begins on {}: enter a later day", to_text(profile.period.first))});
    }
    return {};
}

Result<UnitModel> model_for(const contract::Profile& profile, const contract::Device& device,
    std::string_view generation, const ModelChoice& stated)
{
    if (!stated.model.empty())
        return UnitModel{std::string{generation}, stated.model, stated.type_number, {}};
    const auto models = models_of(profile, device.device_class, generation);
    if (models.size() != 1) {
        return refuse_plan("model", "renewal/model_needed",
            {fmt::format("機器{}の更改後の機種が契約から一つに決まりません。機種名を入れてください。", device.number),
                fmt::format("the contract does not settle the new model of {}: enter it", device.number)});
    }
    return UnitModel{std::string{generation}, models.front().model, models.front().type_number, {}};
}

}
