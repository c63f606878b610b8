#include "features/desk/desk_api.hpp"

#include "core/changed.hpp"
#include "core/typed_fields.hpp"
#include "features/contract/contract_store.hpp"
#include "features/desk/body_api.hpp"
#include "features/desk/call_api.hpp"
#include "features/desk/directory_store.hpp"
#include "features/desk/view_api.hpp"
#include "features/device/register_store.hpp"

#include <algorithm>

namespace hoshuban::desk {
namespace {

using Picked = std::vector<const contract::MakerDesk*>;

Result<Picked> picked(db::Reader& reader, const contract::Profile& profile, const DirectoryQuery& query)
{
    if (query.device) {
        TRY_ASSIGN(const auto device, device::get_device(reader, profile.id, DeviceId{*query.device}));
        return desks_for(profile, device.device_class, device.model);
    }
    if (query.device_class)
        return desks_for(profile, *query.device_class, "");
    Picked all;
    for (const contract::MakerDesk& each : profile.maker_desks)
        all.push_back(&each);
    return all;
}

Result<std::optional<OpenView>> open_now(const std::shared_ptr<const WorkingCalendar>& calendar, Instant now)
{
    if (!calendar)
        return std::nullopt;
    TRY_ASSIGN(const OpenState state, open_state(*calendar, now));
    return std::optional{view_of(state)};
}

Result<DeskView> desk_view(db::Reader& reader, const ContractId& contract, const contract::MakerDesk& desk,
    const Entered& entered, Instant now)
{
    const auto days_off = entered.days_off_of(desk.id);
    const auto to_come = std::ranges::lower_bound(days_off, day_of(now), {}, &DayOff::day);
    DeskView view = view_of(desk, entered.mark_of(desk.id), {to_come, days_off.end()});
    TRY_ASSIGN(const auto calendars, calendars_of(reader, contract, desk, entered));
    TRY_ASSIGN(view.now, open_now(calendars.desk, now));
    TRY_ASSIGN(view.repairs, open_now(calendars.repairs, now));
    return view;
}

Result<DirectoryView> show_directory(
    http::Context& context, const DirectoryQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<DirectoryView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        TRY_ASSIGN(const auto desks, picked(reader, *profile, query));
        DirectoryView view{.at = context.now(), .may_keep = context.actor().may(Permission::keep_support, contract)};
        const Entered all = entered(reader, contract);
        for (const contract::MakerDesk* desk : desks) {
            TRY_ASSIGN(auto each, desk_view(reader, contract, *desk, all, context.now()));
            view.desks.push_back(std::move(each));
        }
        const auto vendors = list_vendors(reader, contract);
        for (const VendorSpan& span : vendor_spans(*profile, vendors))
            view.vendors.push_back(view_of(span, day_of(context.now())));
        for (const contract::RelatedVendor& role : profile->related_vendors)
            view.roles.push_back({role.id, role.role});
        return view;
    });
}

Result<contract::MakerDesk> desk_of(const http::Context& context, db::Reader& reader, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, context.path<ContractId>("contract")));
    const contract::MakerDesk* desk = find_desk(*profile, context.path_text("desk"));
    if (desk == nullptr)
        return fail(
            ErrorKind::not_found, "desk/not_found", {"この契約の窓口ではありません。", "no desk of this contract"});
    return *desk;
}

Result<http::Versioned<DeskView>> mark_desk(
    http::Context& context, const MarkDesk& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    std::string note = body.note;
    TRY(take_fields({{"note", note, 500}}));
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<DeskView>> {
        TRY_ASSIGN(const auto desk, desk_of(context, tx, profiles));
        const DeskMark before = entered(tx, contract).mark_of(desk.id);
        if (before.version != version)
            return changed_meanwhile("desk/changed", before.version);
        TRY(put_mark(tx, audit::cause_of(context), contract, desk, before, {body.maintained, note}));
        TRY_ASSIGN(auto view, desk_view(tx, contract, desk, entered(tx, contract), context.now()));
        const int stored = view.version;
        return http::Versioned<DeskView>{std::move(view), stored};
    });
}

Result<DeskView> add_days(http::Context& context, const AddDaysOff& body, contract::ProfileCache& profiles)
{
    std::string reason = body.reason;
    TRY(take_fields({{"reason", reason, 200, true}}));
    const auto contract = context.path<ContractId>("contract");
    std::vector<DayOff> days;
    for (const LocalDay day : body.days) {
        if (!WorkingCalendar::covers(day))
            return fail(ErrorKind::invalid, "desk/day_off_far",
                {"暦の範囲の外の日です。年を確かめてください。", "outside of the calendar: check the year"});
        days.push_back({day, reason, context.actor().name, context.now()});
    }
    return context.database().write([&](db::Tx& tx) -> Result<DeskView> {
        TRY_ASSIGN(const auto desk, desk_of(context, tx, profiles));
        if (entered(tx, contract).days_off_of(desk.id).size() + days.size() > most_days_off)
            return fail(ErrorKind::conflict, "desk/days_off_full",
                {"休業日が多すぎます。過ぎた日を取り消してください。",
                    "too many days off: remove those that are over"});
        add_days_off(tx, audit::cause_of(context), contract, desk, days);
        return desk_view(tx, contract, desk, entered(tx, contract), context.now());
    });
}

Result<DeskView> remove_day(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const LocalDay day, parse_day(context.path_text("day")));
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<DeskView> {
        TRY_ASSIGN(const auto desk, desk_of(context, tx, profiles));
        TRY(remove_day_off(tx, audit::cause_of(context), contract, desk, day));
        return desk_view(tx, contract, desk, entered(tx, contract), context.now());
    });
}

Vendor vendor_of(const http::Context& context, const WriteVendor& body)
{
    return {.contract_id = context.path<ContractId>("contract"),
        .role = body.role,
        .role_name = body.role_name,
        .name = body.name,
        .contact = body.contact,
        .hours = body.hours,
        .duties = body.duties,
        .remarks = body.remarks,
        .from = body.from,
        .until = body.until,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
}

VendorView one_view(const contract::Profile& profile, const Vendor& vendor, LocalDay today)
{
    for (const VendorSpan& span : vendor_spans(profile, std::span{&vendor, 1})) {
        if (span.entered != nullptr)
            return view_of(span, today);
    }
    return {};
}

Result<http::Created<VendorView>> enter_vendor(
    http::Context& context, const WriteVendor& body, contract::ProfileCache& profiles)
{
    Vendor wanted = vendor_of(context, body);
    wanted.id = context.new_id<VendorId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<VendorView>> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, wanted.contract_id));
        TRY_ASSIGN(const auto vendor, settled(*profile, wanted, list_vendors(tx, wanted.contract_id)));
        insert(tx, audit::cause_of(context), vendor);
        return http::Created<VendorView>{
            one_view(*profile, vendor, day_of(context.now())), context.request().path + "/" + vendor.id.text};
    });
}

Result<http::Versioned<VendorView>> change_vendor(
    http::Context& context, const WriteVendor& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    Vendor wanted = vendor_of(context, body);
    wanted.id = context.path<VendorId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<VendorView>> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, wanted.contract_id));
        const auto vendors = list_vendors(tx, wanted.contract_id);
        const auto before = std::ranges::find(vendors, wanted.id, &Vendor::id);
        if (before == vendors.end())
            return fail(ErrorKind::not_found, "desk/no_vendor", {"業者が見つかりません。", "no such vendor"});
        if (before->version != version)
            return changed_meanwhile("desk/changed", before->version);
        TRY_ASSIGN(const auto vendor, settled(*profile, wanted, vendors));
        const Vendor after = update(tx, audit::cause_of(context), *before, vendor);
        return http::Versioned<VendorView>{one_view(*profile, after, day_of(context.now())), after.version};
    });
}

void add_desk_routes(http::Router& router, contract::ProfileCache& profiles, const std::string& all)
{
    router
        .get(all,
            [&profiles](http::Context& context, const DirectoryQuery& query) {
                return show_directory(context, query, profiles);
            })
        .permission(Permission::view_support)
        .summary(
            {"問合せ先の一覧、または機器の問合せ先", "The directory of desks and vendors, or whom to call for a unit"});
    router
        .put(all + "/{desk}/mark",
            [&profiles](http::Context& context, const MarkDesk& body) { return mark_desk(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"窓口の保守契約の有無を記入する", "Mark a maintenance contract of a desk"});
    router
        .post(all + "/{desk}/days-off",
            [&profiles](http::Context& context, const AddDaysOff& body) { return add_days(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"窓口の休業日を登録する", "Enter days off of a desk"});
    router
        .del(all + "/{desk}/days-off/{day}",
            [&profiles](http::Context& context) { return remove_day(context, profiles); })
        .permission(Permission::keep_support)
        .summary({"窓口の休業日を取り消す", "Remove a day off of a desk"});
}

}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string contract = "/api/v1/contracts/{contract}";
    add_desk_routes(router, profiles, contract + "/desks");
    router
        .post(contract + "/vendors",
            [&profiles](
                http::Context& context, const WriteVendor& body) { return enter_vendor(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"関係業者を登録する", "Enter a vendor"});
    router
        .put(contract + "/vendors/{id}",
            [&profiles](
                http::Context& context, const WriteVendor& body) { return change_vendor(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"関係業者の記入を変える", "Change a vendor"});
    add_call_routes(router, profiles);
}

}
