#include "features/repair/repair_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/repair/opening_api.hpp"
#include "features/repair/reach_api.hpp"
#include "features/repair/repair_list_doc.hpp"
#include "features/repair/stock_store.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>

namespace hoshuban::repair {
namespace {

using One = http::Versioned<RepairView>;

// More than any contract has.
constexpr int most_repairs = 20'000;

const contract::RepairTerms* terms_of(const contract::Profile& profile)
{
    return profile.repair ? &*profile.repair : nullptr;
}

ListFilter filter_of(const RepairQuery& query)
{
    return {.state = query.state == Shown::all ? std::string{} : std::string{name_of(query.state)},
        .model = query.model.value_or(""),
        .words = query.q.value_or(""),
        .device = query.device.value_or("")};
}

One answer(db::Reader& reader, const http::Context& context, const contract::Profile& profile, const Listed& listed)
{
    RepairView view = view_of(listed, terms_of(profile), may_keep(context));
    for (const Step& step : steps_of(reader, profile.id, listed.repair.id))
        view.steps.push_back(view_of(step));
    return {std::move(view), listed.repair.version};
}

Result<RepairPage> list_repairs(http::Context& context, const RepairQuery& query, const Rooms& rooms)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<RepairPage> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, rooms.profiles, contract));
        TRY_ASSIGN(const auto page, list(reader, contract, filter_of(query), query.cursor.value_or(""), query.limit));
        RepairPage view{.items = {},
            .next_cursor = {},
            .has_repairs = profile->repair.has_value(),
            .may_keep = profile->repair.has_value() && may_keep(context)};
        for (const Listed& listed : page.repairs)
            view.items.push_back(view_of(listed, terms_of(*profile), may_keep(context)));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_repairs(http::Context& context, const RepairQuery& query)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto page, context.database().read([&](db::Reader& reader) {
        return list(reader, contract, filter_of(query), "", most_repairs);
    }));
    TRY_ASSIGN(auto bytes, repair_workbook(page.repairs, context.language(), context.now()));
    audit::Entry entry = audit::entry(context, contract, "repair.exported", {"repair", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "修理台帳_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<StockView> show_stock(http::Context& context, const Rooms& rooms)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    const LocalDay today = day_of(context.now());
    return context.database().read([&](db::Reader& reader) -> Result<StockView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, rooms.profiles, contract));
        TRY_ASSIGN(const auto calendar, calendar::working_calendar(reader, *profile));
        StockView view{.on = today,
            .has_repairs = profile->repair.has_value(),
            .warn_days = profile->repair ? profile->repair->warn_days : 0,
            .items = {}};
        for (const ModelStock& stock : stock_of(reader, *profile, today))
            view.items.push_back(view_of(stock, *profile, *calendar, today, view.warn_days));
        return view;
    });
}

Result<One> show_repair(http::Context& context, const Rooms& rooms)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, rooms.profiles, contract));
        TRY_ASSIGN(const auto listed, get(reader, contract, context.path<RepairId>("id")));
        return answer(reader, context, *profile, listed);
    });
}

Result<One> correct_repair(http::Context& context, const CorrectRepair& body, const Rooms& rooms)
{
    TRY(check_keeps(context));
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto profile, repairing(tx, context, rooms.profiles));
        TRY_ASSIGN(auto before, get_version(tx, profile->id, context.path<RepairId>("id"), version));
        Repair wanted = before.repair;
        wanted.symptom = body.symptom;
        wanted.warranty_until = body.warranty_until;
        TRY_ASSIGN(auto taken, open(std::move(wanted), day_of(context.now())));
        Listed after = before;
        after.repair = update(tx, audit::cause_of(context), "repair.corrected", {}, before, std::move(taken));
        return answer(tx, context, *profile, after);
    });
}

device::Spot spot_after(const contract::Profile& profile, const device::Spot& before, const Step& step, device::Use use)
{
    const contract::RepairTerms& terms = *profile.repair;
    const auto site =
        terms.site ? std::ranges::find(profile.sites, *terms.site, &contract::Site::number) : profile.sites.end();
    device::Spot spot = before;
    spot.use = use;
    if (step.act == Act::sent_to_maker) {
        spot.site = std::nullopt;
        spot.place = step.place;
    } else if (step.act == Act::carried_back || step.act == Act::returned || step.act == Act::made_spare) {
        if (site != profile.sites.end())
            spot.site = site->id;
        spot.place = step.place.empty() ? terms.place.ja : step.place;
    } else if (!step.place.empty()) {
        spot.place = step.place;
    }
    return spot;
}

// The unit goes where the step brings it; one that stands there already stays.
Result<void> move_unit(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause, const Repair& repair,
    const Step& step, const device::MovementId& id)
{
    const auto use = use_after(step.act);
    if (!use)
        return {};
    const auto course = device::course_of(tx, profile.id, repair.device);
    const device::Placement* placement = device::on(course, step.on);
    if (placement == nullptr)
        return fail(ErrorKind::not_found, "device/not_found", {"機器が見つかりません。", "no such unit"});
    device::Move move{.on = step.on,
        .to = spot_after(profile, placement->spot, step, *use),
        .cause = device::Cause::repair,
        .request = repair.request,
        .note = repair.number};
    TRY(device::take(profile, move, day_of(cause.now())));
    if (move.to == placement->spot)
        return {};
    TRY(device::move(tx, profile.id, cause, {.id = id, .device = repair.device, .move = std::move(move)}));
    return {};
}

Result<void> check_certificate(db::Reader& reader, const Repair& repair, const Step& step)
{
    if (!step.certificate ||
        attachment::find(reader, repair.contract_id, {"repair", repair.id.text}, *step.certificate))
        return {};
    const Text text{"消去証明書が、この修理の添付書類にありません。添付してから選んでください。",
        "the certificate is no file of this repair: attach it first, then choose it"};
    return fail(ErrorKind::invalid, "repair/certificate_unknown", text,
        {{"certificate_id", "repair/certificate_unknown", text}});
}

// A unit that is rebuilt from a medium carries its edition from then on (REC-06).
Result<void> record_rebuilt(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
    const Repair& repair, const Step& step, const Rooms& rooms)
{
    if (step.act != Act::rebuilt)
        return {};
    TRY(rooms.media.check(tx, profile, repair.device, step.detail, "detail", day_of(cause.now())));
    return rooms.media.applied(tx, profile, cause, std::span{&repair.device, 1}, step.detail, step.on, step.person);
}

Result<One> record_step(http::Context& context, const RecordStep& body, const Rooms& rooms)
{
    TRY(check_keeps(context));
    TRY_ASSIGN(const int version, context.if_match());
    Step wanted{.id = context.new_id<StepId>(),
        .act = body.act,
        .on = body.on,
        .person = body.person,
        .place = body.place,
        .finding = body.act == Act::tested ? body.finding : std::nullopt,
        .detail = body.detail,
        .attendee = body.attendee,
        .reason = body.reason,
        .certificate = body.act == Act::erased ? body.certificate_id : std::nullopt,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    const auto movement = context.new_id<device::MovementId>();
    auto recorded = context.database().write([&](db::Tx& tx) -> Result<One> {
        const auto cause = audit::cause_of(context);
        TRY_ASSIGN(const auto profile, repairing(tx, context, rooms.profiles));
        TRY_ASSIGN(const auto before, get_version(tx, profile->id, context.path<RepairId>("id"), version));
        TRY_ASSIGN(const auto rule, rule_of(*profile, before.device_class, before.model));
        Step step = wanted;
        TRY_ASSIGN(auto done, carry_out(before.repair, step, rule, day_of(context.now())));
        TRY(check_certificate(tx, done, step));
        insert_step(tx, done, step);
        TRY(move_unit(tx, *profile, cause, done, step, movement));
        TRY(record_rebuilt(tx, *profile, cause, done, step, rooms));
        Listed after = before;
        after.repair =
            update(tx, cause, fmt::format("repair.{}", name_of(step.act)), facts_of(step), before, std::move(done));
        return answer(tx, context, *profile, after);
    });
    if (recorded && use_after(body.act))
        rooms.units_moved(context);
    return recorded;
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(check_whole(context));
    TRY(get(reader, context.path<ContractId>("contract"), context.path<RepairId>("id")));
    return {};
}

Result<void> check_attach(const http::Context& context, db::Reader& reader)
{
    TRY(check_seen(context, reader));
    return check_keeps(context);
}

void add_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/repairs";
    router
        .get(all,
            [rooms](http::Context& context, const RepairQuery& query) { return list_repairs(context, query, rooms); })
        .permission(Permission::view_device)
        .summary({"修理の台帳", "The ledger of repairs"});
    router
        .post(
            all, [rooms](http::Context& context, const OpenRepair& body) { return open_repair(context, body, rooms); })
        .permission(Permission::move_device)
        .summary({"故障を記録し、予備機と交換する", "Enter a failure, with the spare in its place"});
    router.get(all + "/export", export_repairs)
        .permission(Permission::view_device)
        .takes_long()
        .summary({"修理の台帳をファイルに書き出す", "Export the ledger of repairs"});
    router.get(all + "/stock", [rooms](http::Context& context) { return show_stock(context, rooms); })
        .permission(Permission::view_device)
        .summary({"予備機の在庫となくなる見込み", "The stock of spares and how long it lasts"});
    router.get(all + "/{id}", [rooms](http::Context& context) { return show_repair(context, rooms); })
        .permission(Permission::view_device)
        .summary({"修理の経過", "A repair and its steps"});
    router
        .patch(all + "/{id}",
            [rooms](http::Context& context, const CorrectRepair& body) { return correct_repair(context, body, rooms); })
        .permission(Permission::move_device)
        .summary({"修理の記入を直す", "Correct a repair"});
    router
        .post(all + "/{id}/steps",
            [rooms](http::Context& context, const RecordStep& body) { return record_step(context, body, rooms); })
        .permission(Permission::move_device)
        .summary({"修理の経過を一つ記録する", "Record a step of a repair"});
}

}
