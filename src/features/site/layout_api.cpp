#include "features/site/layout_api.hpp"

#include "core/changed.hpp"
#include "features/attachment/attachment.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/device/register_store.hpp"
#include "features/site/body_api.hpp"
#include "features/site/layout_store.hpp"
#include "features/site/plan_image.hpp"
#include "features/site/reach_api.hpp"
#include "features/site/view_api.hpp"
#include "platform/db/blob.hpp"

#include <algorithm>

namespace hoshuban::site {
namespace {

using Drawn = http::Versioned<LayoutView>;

constexpr int most_shown_units = 1'000;

Result<Drawn> drawn(db::Reader& reader, const http::Context& context, const contract::Profile& profile,
    const contract::Site& site, const Layout& layout, LocalDay on)
{
    TRY_ASSIGN(
        auto page, device::list_units(reader, profile.id, {.day = on, .site = site.id.text}, "", most_shown_units));
    std::erase_if(page.units, [](const device::Unit& unit) { return unit.placement.spot.use == device::Use::retired; });
    return Drawn{view_of(layout, page.units, on, may_keep(context)), layout.version};
}

Result<Drawn> show_layout(http::Context& context, const SiteDayQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto* site, seen_site(context, *profile));
    return context.database().read([&](db::Reader& reader) {
        return drawn(reader, context, *profile, *site, layout_of(reader, profile->id, site->id),
            day_of_query(context, query.on));
    });
}

std::unexpected<Error> no_such_floor()
{
    return fail(ErrorKind::not_found, "site/floor_not_found",
        {"階が見つかりません。ほかの人が先に変えたかもしれません。", "no such floor: somebody may have changed it"});
}

// What somebody wrote, with the ids and plans of what is there already.
Result<Layout> written_layout(const http::Context& context, const LayoutBody& body, const Layout& before)
{
    Layout layout;
    for (const FloorBody& written : body.floors) {
        const Floor* known = written.id ? before.find(*written.id) : nullptr;
        if (written.id && known == nullptr)
            return no_such_floor();
        Floor floor{.id = known == nullptr ? context.new_id<FloorId>() : known->id,
            .name = written.name,
            .seats = {},
            .plan = known == nullptr ? std::nullopt : known->plan};
        for (const SeatBody& seat : written.seats) {
            const bool kept = seat.id && known != nullptr &&
                std::ranges::find(known->seats, *seat.id, &Seat::id) != known->seats.end();
            floor.seats.push_back({.id = kept ? *seat.id : context.new_id<SeatId>(),
                .name = seat.name,
                .section = seat.section,
                .spot = seat.x && seat.y ? std::optional{PlanSpot{*seat.x, *seat.y}} : std::nullopt});
        }
        layout.floors.push_back(std::move(floor));
    }
    return layout;
}

Result<void> check_ids_once(const Layout& layout)
{
    std::vector<std::string> ids;
    for (const Floor& floor : layout.floors) {
        ids.push_back(floor.id.text);
        for (const Seat& seat : floor.seats)
            ids.push_back(seat.id.text);
    }
    std::ranges::sort(ids);
    if (std::ranges::adjacent_find(ids) == ids.end())
        return {};
    return fail(ErrorKind::invalid, "site/seat_twice",
        {"同じ階または席が二度送られました。画面を開き直してください。",
            "a floor or a seat was sent twice: open the page again"});
}

// One change of the layout that was seen: `decide` says what becomes of it.
template <class Decide>
Result<Drawn> change_layout(http::Context& context, contract::ProfileCache& profiles, Decide decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto* site, seen_site(context, *profile));
    return context.database().write([&](db::Tx& tx) -> Result<Drawn> {
        const Layout before = layout_of(tx, profile->id, site->id);
        if (before.version != version)
            return changed_meanwhile("site/changed", before.version);
        TRY_ASSIGN(auto after, decide(tx, before));
        TRY_ASSIGN(const auto stored,
            put_layout(tx, profile->id, site->id, audit::cause_of(context), before, std::move(after)));
        return drawn(tx, context, *profile, *site, stored, day_of(context.now()));
    });
}

Result<Drawn> write_layout(http::Context& context, const LayoutBody& body, contract::ProfileCache& profiles)
{
    return change_layout(context, profiles, [&](db::Tx&, const Layout& before) -> Result<Layout> {
        TRY_ASSIGN(auto layout, written_layout(context, body, before));
        TRY(take(layout));
        TRY(check_ids_once(layout));
        return layout;
    });
}

Result<Floor*> floor_in(Layout& layout, const FloorId& id)
{
    const auto found = std::ranges::find(layout.floors, id, &Floor::id);
    if (found == layout.floors.end())
        return no_such_floor();
    return &*found;
}

Result<Drawn> put_plan(
    http::Context& context, const PlanQuery& query, const http::Upload& upload, contract::ProfileCache& profiles)
{
    TRY(attachment::check_file_name(query.name));
    TRY_ASSIGN(const auto image, plan_image(upload.bytes));
    const auto bytes = db::pack_blob(image.bytes);
    const auto floor = context.path<FloorId>("floor");
    const attachment::Attachment file{context.new_id<AttachmentId>(), query.name,
        attachment::content_type_of("plan." + std::string{image.ending}), static_cast<int>(image.bytes.size()),
        bytes.sha256, context.now(), context.actor().name};
    return change_layout(context, profiles, [&](db::Tx& tx, const Layout& before) -> Result<Layout> {
        Layout layout = before;
        TRY_ASSIGN(Floor * drawn_on, floor_in(layout, floor));
        attachment::add(tx, context.path<ContractId>("contract"), subject_of(floor), file, bytes);
        drawn_on->plan = Plan{file.id, file.name, image.width, image.height};
        return layout;
    });
}

Result<Drawn> remove_plan(http::Context& context, contract::ProfileCache& profiles)
{
    return change_layout(context, profiles, [&](db::Tx&, const Layout& before) -> Result<Layout> {
        Layout layout = before;
        TRY_ASSIGN(Floor * drawn_on, floor_in(layout, context.path<FloorId>("floor")));
        drawn_on->plan.reset();
        return layout;
    });
}

Result<http::File> fetch_plan(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto* site, seen_site(context, *profile));
    return context.database().read([&](db::Reader& reader) -> Result<http::File> {
        const Layout layout = layout_of(reader, profile->id, site->id);
        const Floor* floor = layout.find(context.path<FloorId>("floor"));
        if (floor == nullptr || !floor->plan)
            return no_such_floor();
        const auto file = attachment::find(reader, profile->id, subject_of(floor->id), floor->plan->file);
        if (!file)
            return no_such_floor();
        TRY_ASSIGN(auto bytes, db::find_blob(reader, file->sha256, most_plan_bytes));
        return http::File{file->content_type, file->name, std::move(bytes)};
    });
}

}

void add_layout_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    const std::string plan = one + "/floors/{floor}/plan";
    router
        .get(one + "/layout",
            [&profiles](
                http::Context& context, const SiteDayQuery& query) { return show_layout(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"拠点の階・席と、そこにある機器", "Floors and seats of a site, and the units there"});
    router
        .put(one + "/layout",
            [&profiles](
                http::Context& context, const LayoutBody& body) { return write_layout(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"拠点の階と席を書く", "Write the floors and seats of a site"});
    router.get(plan, [&profiles](http::Context& context) { return fetch_plan(context, profiles); })
        .permission(Permission::view_device)
        .summary({"階の見取図を取り出す", "Fetch the plan of a floor"});
    router
        .post(plan,
            [&profiles](http::Context& context, const PlanQuery& query, const http::Upload& upload) {
                return put_plan(context, query, upload, profiles);
            })
        .permission(Permission::keep_site)
        .max_body(most_plan_bytes)
        .takes_long()
        .summary({"階の見取図を登録する", "Put a plan on a floor"});
    router.del(plan, [&profiles](http::Context& context) { return remove_plan(context, profiles); })
        .permission(Permission::keep_site)
        .summary({"階の見取図を外す", "Take the plan off a floor"});
}

}
