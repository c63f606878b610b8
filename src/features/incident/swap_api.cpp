#include "features/incident/swap_api.hpp"

#include "features/device/placement_store.hpp"
#include "features/device/register_store.hpp"
#include "features/device/spare_store.hpp"
#include "features/device/unit_detail_store.hpp"
#include "features/incident/act_api.hpp"
#include "features/incident/flow_body_api.hpp"
#include "features/incident/flow_reach_api.hpp"
#include "features/incident/proof_store.hpp"
#include "features/incident/reach_api.hpp"
#include "features/incident/swap_store.hpp"

namespace hoshuban::incident {

struct SpareView {
    DeviceId id = {};
    std::string number = {};
    std::string site_name = {};
    std::string place = {};
};

inline auto describe(const SpareView*)
{
    using V = SpareView;
    return json::object<V>("IncidentSpare", json::field("id", &V::id),
        json::field("number", &V::number, {"機器ID", "Device"}),
        json::field("site_name", &V::site_name, {"拠点", "Site"}), json::field("place", &V::place, {"場所", "Place"}));
}

struct SparesView {
    std::string number = {};
    std::string model = {};
    LocalDay on = {};
    std::vector<SpareView> spares = {};
    std::optional<LocalDay> warranty_until = {};
    std::optional<Text> shortage = {};
};

inline auto describe(const SparesView*)
{
    using V = SparesView;
    return json::object<V>("IncidentSpares", json::field("number", &V::number, {"故障した機器", "Failed unit"}),
        json::field("model", &V::model, {"機種名", "Model"}), json::field("on", &V::on, {"基準日", "As of"}),
        json::field("spares", &V::spares, {"予備機", "Spares"}),
        json::field("warranty_until", &V::warranty_until, {"保証の終わり", "End of the warranty"}),
        json::field("shortage", &V::shortage, {"予備機がないとき", "Where no spare is left"}));
}

namespace {

Result<DeviceId> unit_of(const Incident& incident)
{
    if (incident.intake.device)
        return *incident.intake.device;
    return fail(ErrorKind::conflict, "incident/no_unit",
        {"故障した機器が選ばれていません。引継事項を直して、機器台帳の機器を選んでください。",
            "the failed unit is not known: correct what was handed over and choose it in the register"});
}

Result<SparesView> show_spares(http::Context& context, const SpareQuery& query)
{
    const LocalDay on = query.on.value_or(day_of(context.now()));
    return context.database().read([&](db::Reader& reader) -> Result<SparesView> {
        TRY_ASSIGN(const auto listed, seen(context, reader, context.path<IncidentId>("id")));
        TRY(check_swaps(context));
        const ContractId& contract = listed.incident.contract_id;
        TRY_ASSIGN(const auto id, unit_of(listed.incident));
        TRY_ASSIGN(const auto unit, device::get_device(reader, contract, id));
        TRY_ASSIGN(const auto spares, device::spares_for(reader, contract, unit, on));
        SparesView view{.number = unit.number,
            .model = unit.model,
            .on = on,
            .warranty_until = device::detail_of(reader, contract, unit).warranty_ends_on};
        for (const device::SpareUnit& spare : spares)
            view.spares.push_back({spare.device.id, spare.device.number, spare.site_name, spare.place});
        view.shortage = shortage({unit.model, static_cast<int>(spares.size()), view.warranty_until}, on);
        return view;
    });
}

// Where the failed unit is taken: where somebody says, otherwise it stays where it stood that day.
device::Spot failed_spot(db::Reader& reader, const Incident& incident, const SwapUnits& body)
{
    device::Spot spot{.site = body.site_id, .place = body.place, .use = body.use};
    if (spot.site)
        return spot;
    const auto course = device::course_of(reader, incident.contract_id, *incident.intake.device);
    if (const auto* stood = device::on(course, day_of(body.at)); stood != nullptr) {
        spot.site = stood->spot.site;
        if (spot.place.empty())
            spot.place = stood->spot.place;
    }
    return spot;
}

StepEntry entry_of(http::Context& context, const SwapUnits& body)
{
    return {.id = context.new_id<StepEntryId>(),
        .act = StepAct::done,
        .step = body.step,
        .at = body.at,
        .person = body.person,
        .city_person = body.city_person,
        .text = body.text,
        .spare = body.spare_id,
        .movement = context.new_id<device::MovementId>().text,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
}

Result<void> check_swap_step(const Flow& flow, const std::string& id)
{
    const FlowStep* step = flow.find(id);
    if (step == nullptr || step->step->kind == contract::StepKind::swap)
        return {};
    const Text text{"この手順は交換ではありません。", "this step is no exchange"};
    return fail(ErrorKind::invalid, "incident/no_swap", text, {{"step", "incident/no_swap", text}});
}

Result<One> swap_units(http::Context& context, const SwapUnits& body, const ExchangeRooms& rooms)
{
    TRY(check_swaps(context));
    StepEntry entry = entry_of(context, body);
    const auto second = context.new_id<device::MovementId>();
    auto after = carry_out(
        context, rooms.profiles, [&](db::Tx& tx, const Present& present) -> Result<std::pair<Incident, Happening>> {
            const Incident& incident = present.listed.incident;
            TRY(check_flows(incident));
            const Flow flow = flow_now(tx, *present.profile, present.listed, present.entries);
            TRY(check_swap_step(flow, entry.step));
            TRY(check_step(flow, entry, present.entries.front().at, context.now()));
            TRY_ASSIGN(entry.failed, unit_of(incident));
            const device::Exchange exchange{.on = day_of(entry.at),
                .failed_to = failed_spot(tx, incident, body),
                .note = incident.intake.phenomenon};
            TRY_ASSIGN(const auto stored,
                store_swap(tx, *present.profile, audit::cause_of(context), incident, {entry, exchange}, second));
            return std::pair{
                incident, Happening{"incident.unit_exchanged", facts_of(stored, present.profile->branches), {}}};
        });
    if (after)
        rooms.units_moved(context);
    return after;
}

}

void add_swap_routes(http::Router& router, const ExchangeRooms& rooms)
{
    const std::string one = "/api/v1/contracts/{contract}/incidents/{id}";
    router.get(one + "/spares", show_spares)
        .permission(Permission::view_incident)
        .summary({"障害の機器と同じ機種の予備機", "Spares of the model of an incident's unit"});
    router
        .post(one + "/swap",
            [rooms](http::Context& context, const SwapUnits& body) { return swap_units(context, body, rooms); })
        .permission(Permission::record_incident)
        .summary({"障害の機器を予備機と交換する", "Exchange the unit of an incident for a spare"});
}

}
