#include "features/device/device_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/address_store.hpp"
#include "features/device/bulk_api.hpp"
#include "features/device/city_kept.hpp"
#include "features/device/column_mapping_api.hpp"
#include "features/device/follow_api.hpp"
#include "features/device/holding_store.hpp"
#include "features/device/ledger_api.hpp"
#include "features/device/matrix_doc.hpp"
#include "features/device/movement_api.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/register_import_api.hpp"
#include "features/device/register_store.hpp"
#include "features/device/renewal_api.hpp"
#include "features/device/site_names_api.hpp"
#include "features/device/spare.hpp"
#include "features/device/undo_api.hpp"
#include "features/device/unit_facts_api.hpp"
#include "features/device/view_api.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>
#include <memory>

namespace hoshuban::device {
namespace {

constexpr int shown_movements = 100;

std::unexpected<Error> not_found()
{
    return fail(ErrorKind::not_found, "device/not_found", {"機器が見つかりません。", "no such unit"});
}

bool may_move(const http::Context& context)
{
    return context.actor().may(Permission::move_device, context.path<ContractId>("contract"));
}

Result<UnitListView> list_register(http::Context& context, const UnitQuery& query, contract::ProfileCache& profiles)
{
    const auto reach = reach_of(context);
    const UnitFilter filter = filter_of(context, query);
    return context.database().read([&](db::Reader& reader) -> Result<UnitListView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, reach.contract));
        UnitListView view{.on = filter.day,
            .items = {},
            .next_cursor = {},
            .whole = reach.whole,
            .may_move = may_move(context),
            .classes = choices(*profile),
            .generations = generation_choices(*profile)};
        TRY_ASSIGN(const auto page, list_units(reader, reach.contract, filter, query.cursor.value_or(""), query.limit));
        for (const Unit& unit : page.units)
            view.items.push_back(view_of(unit));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<MatrixView> show_matrix(http::Context& context, const DayQuery& query, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    const LocalDay day = query.on.value_or(day_of(context.now()));
    return context.database().read([&](db::Reader& reader) -> Result<MatrixView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        return view_of(*profile, day, holding_on(reader, *profile, day));
    });
}

Result<http::File> export_matrix(http::Context& context, const DayQuery& query, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    const LocalDay day = query.on.value_or(day_of(context.now()));
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const auto holding = context.database().read([&](db::Reader& reader) { return holding_on(reader, *profile, day); });
    TRY_ASSIGN(auto bytes, matrix_workbook(*profile, day, holding, context.now()));
    audit::Entry entry = audit::entry(context, contract, "device.counts_exported", {"device", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = matrix_file_name(day);
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

// A unit is seen by who sees the place where it stands now.
Result<Course> seen_course(db::Reader& reader, const work_request::Reach& reach, const DeviceId& id, LocalDay day)
{
    Course course = course_of(reader, reach.contract, id);
    const Placement* present = on(course, day);
    if (present == nullptr && !course.empty())
        present = &course.front();
    if (present == nullptr)
        return not_found();
    const std::optional<SiteId>& site = present->spot.site;
    if (!reach.whole && (!site || std::ranges::find(reach.sites, *site) == reach.sites.end()))
        return not_found();
    return course;
}

Result<WholeUnitView> whole_unit(
    db::Reader& reader, const http::Context& context, const DeviceId& id, contract::ProfileCache& profiles)
{
    const auto reach = reach_of(context);
    const LocalDay today = day_of(context.now());
    TRY_ASSIGN(const auto course, seen_course(reader, reach, id, today));
    TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, reach.contract));
    TRY_ASSIGN(auto found, get_device(reader, reach.contract, id));
    TRY_ASSIGN(const auto moves, list_movements(reader, reach.contract, {.device = id.text}, "", shown_movements));
    const Placement* present = on(course, today);
    Unit unit{std::move(found), present == nullptr ? course.front() : *present, {}, {}};
    const std::optional<SiteId>& place = unit.placement.spot.site;
    if (const contract::Site* site = place ? contract::find_site(*profile, *place) : nullptr) {
        unit.site_number = site->number;
        unit.site_name = site->name;
    }
    WholeUnitView view{.unit = view_of(unit), .course = {}, .movements = {}, .may_move = may_move(context)};
    for (const Placement& placement : course)
        view.course.push_back(view_of(*profile, placement));
    for (const ListedMovement& movement : moves.movements)
        view.movements.push_back(view_of(movement));
    return view;
}

Result<WholeUnitView> show_unit(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read(
        [&](db::Reader& reader) { return whole_unit(reader, context, context.path<DeviceId>("id"), profiles); });
}

Result<void> check_request(
    db::Reader& reader, const work_request::Reach& reach, const std::optional<WorkRequestId>& request)
{
    if (request)
        TRY(work_request::get(reader, reach, *request));
    return {};
}

Result<WholeUnitView> move_unit(http::Context& context, const MoveUnit& body, contract::ProfileCache& profiles)
{
    const auto id = context.path<DeviceId>("id");
    const auto movement_id = context.new_id<MovementId>();
    auto moved = context.database().write([&](db::Tx& tx) -> Result<WholeUnitView> {
        const auto reach = reach_of(context);
        const LocalDay today = day_of(context.now());
        TRY_ASSIGN(const auto course, seen_course(tx, reach, id, today));
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, reach.contract));
        Move taken{
            body.on, {body.site_id, body.place, body.use, {}}, body.cause, body.request_id, body.note, body.planned_on};
        TRY(take(*profile, taken, today));
        TRY(check_request(tx, reach, taken.request));
        if (const Placement* present = on(course, taken.on))
            TRY(check_kept(present->spot, context.actor().side(reach.contract), taken.request));
        TRY(move(tx, reach.contract, audit::cause_of(context), {.id = movement_id, .device = id, .move = taken}));
        TRY(readdress(tx, *profile, audit::cause_of(context), id, taken, body.address));
        return whole_unit(tx, context, id, profiles);
    });
    if (moved)
        follow(context, profiles);
    return moved;
}

// The note of an exchange is where it stands why the city lent another model.
Result<void> check_taken(db::Reader& reader, const contract::Profile& profile, const DeviceId& failed,
    const DeviceId& spare, const Exchange& exchange)
{
    TRY_ASSIGN(const auto unit, get_device(reader, profile.id, failed));
    TRY_ASSIGN(const auto other, get_device(reader, profile.id, spare));
    return check_spare(profile, unit, other, course_of(reader, profile.id, spare), exchange.on, exchange.note);
}

Result<WholeUnitView> exchange_unit(
    http::Context& context, const ExchangeUnit& body, contract::ProfileCache& profiles, const Neighbours& neighbours)
{
    const auto id = context.path<DeviceId>("id");
    const ExchangeIds ids{context.new_id<MovementId>(), context.new_id<MovementId>()};
    auto exchanged = context.database().write([&](db::Tx& tx) -> Result<WholeUnitView> {
        const auto reach = reach_of(context);
        const LocalDay today = day_of(context.now());
        TRY_ASSIGN(const auto course, seen_course(tx, reach, id, today));
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, reach.contract));
        Exchange taken{body.on, {body.site_id, body.place, body.use, {}}, body.request_id, body.note};
        TRY(take(*profile, taken, today));
        TRY(check_request(tx, reach, taken.request));
        TRY(check_serves(course, taken.on));
        TRY(check_kept(on(course, taken.on)->spot, context.actor().side(reach.contract), taken.request));
        TRY(check_taken(tx, *profile, id, body.spare_id, taken));
        const auto cause = audit::cause_of(context);
        TRY(exchange(tx, reach.contract, cause, id, body.spare_id, taken, ids));
        TRY_ASSIGN(const auto low, neighbours.spare_taken(tx, *profile, cause, body.spare_id));
        TRY_ASSIGN(auto view, whole_unit(tx, context, id, profiles));
        if (low)
            view.spares_low = SparesLowView{low->model, low->spares, low->runs_out_on};
        return view;
    });
    if (exchanged)
        follow(context, profiles);
    return exchanged;
}

void add_unit_routes(
    http::Router& router, const std::string& all, contract::ProfileCache& profiles, const Neighbours& neighbours)
{
    router.get(all + "/{id}", [&profiles](http::Context& context) { return show_unit(context, profiles); })
        .permission(Permission::view_device)
        .summary({"機器と所在の経過", "A unit and where it stood"});
    router
        .post(all + "/{id}/moves",
            [&profiles](http::Context& context, const MoveUnit& body) { return move_unit(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"機器の異動を記録する", "Record a move"});
    router
        .post(all + "/{id}/exchanges",
            [&profiles, neighbours](http::Context& context, const ExchangeUnit& body) {
                return exchange_unit(context, body, profiles, neighbours);
            })
        .permission(Permission::move_device)
        .summary({"予備機との交換を記録する", "Record an exchange for a spare"});
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(seen_course(reader, reach_of(context), context.path<DeviceId>("id"), day_of(context.now())));
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles, const Neighbours& neighbours)
{
    add_ledger_routes(router, profiles);
    add_movement_routes(router);
    add_register_import_routes(router, profiles, neighbours.media);
    add_unit_facts_routes(router, profiles, neighbours.media);
    add_renewal_routes(router, profiles);
    add_column_mapping_routes(router);
    add_site_name_routes(router, profiles);
    add_bulk_routes(router, profiles, neighbours.media);
    add_undo_routes(router, profiles, neighbours.built_since);
    const std::string all = "/api/v1/contracts/{contract}/register";
    router
        .get(all,
            [&profiles](
                http::Context& context, const UnitQuery& query) { return list_register(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"機器台帳（基準日現在）", "The register of a day"});
    router
        .get(all + "/matrix",
            [&profiles](
                http::Context& context, const DayQuery& query) { return show_matrix(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"拠点・機種別の台数と契約の台数との照合", "Units by site and model, beside the contract's totals"});
    router
        .get(all + "/matrix/export",
            [&profiles](
                http::Context& context, const DayQuery& query) { return export_matrix(context, query, profiles); })
        .permission(Permission::view_device)
        .takes_long()
        .summary({"拠点・機種別の台数をExcelに書き出す", "Export the units by site and model"});
    add_unit_routes(router, all, profiles, neighbours);
}

}
