#include "features/media/media_api.hpp"

#include "features/media/body_api.hpp"
#include "features/media/incident.hpp"
#include "features/media/media_facts.hpp"
#include "features/media/parts_api.hpp"
#include "features/security_incident/incident_store.hpp"

namespace hoshuban::media {

Result<Terms> terms_of(const http::Context& context, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto profile, contract::profile(context.database(), rooms.profiles, contract));
    TRY_ASSIGN(auto calendar, calendar::working_calendar(context.database(), *profile));
    return Terms{contract, std::move(profile), std::move(calendar), rooms.scanner != nullptr};
}

One answer(db::Reader& reader, const Medium& medium, const Terms& terms, const http::Context& context)
{
    return {whole_view(reader, medium, terms.around(context)), medium.version};
}

namespace {

Result<MediumPage> list_media(http::Context& context, const MediaQuery& query, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    return context.database().read([&](db::Reader& reader) {
        const ListPage page =
            list(reader, terms.contract, {query.state, query.q.value_or("")}, query.cursor.value_or(""), query.limit);
        MediumPage view{.items = {}, .next_cursor = {}, .check_required = terms.profile->security.media_virus_check};
        for (const Medium& medium : page.media)
            view.items.push_back(view_of(medium, terms.around(context)));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Medium with(Medium medium, const RegisterMedium& body)
{
    medium.label = body.label;
    medium.kind = body.kind;
    medium.name = body.name;
    medium.purpose = body.purpose;
    medium.keeper = body.keeper;
    medium.storage_place = body.storage_place;
    medium.recovery = body.recovery;
    return medium;
}

Result<http::Created<MediumView>> register_medium(
    http::Context& context, const RegisterMedium& body, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    Medium medium = with({.id = context.new_id<MediumId>(),
                             .contract_id = terms.contract,
                             .changed_at = context.now(),
                             .registered_by = context.actor().name,
                             .registered_at = context.now()},
        body);
    TRY(take_texts(medium));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<MediumView>> {
        TRY(insert(tx, audit::cause_of(context), medium));
        return http::Created<MediumView>{
            view_of(medium, terms.around(context)), context.request().path + "/" + medium.id.text};
    });
}

Result<One> show_medium(http::Context& context, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto medium, get(reader, terms.contract, context.path<MediumId>("id")));
        return answer(reader, medium, terms, context);
    });
}

Result<One> correct_medium(http::Context& context, const RegisterMedium& body, const Rooms& rooms)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, terms.contract, context.path<MediumId>("id"), version));
        if (body.label != before.label)
            return fail(ErrorKind::conflict, "media/label_fixed",
                {"媒体番号は変えられません。書き間違えたときは廃棄の記録をして、登録し直してください。",
                    "a label never changes: record the medium as disposed of and register it anew"},
                {{"label", "media/label_fixed", {"変えられません。", "cannot be changed"}}});
        Medium wanted = with(before, body);
        TRY(take_texts(wanted));
        const Medium after = update(tx, audit::cause_of(context), {"medium.changed"}, before, std::move(wanted));
        return answer(tx, after, terms, context);
    });
}

Result<One> move_medium(http::Context& context, const RecordMovement& body, const Rooms& rooms)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    const Movement wanted{context.new_id<MovementId>(), body.move, body.at.value_or(context.now()), body.person,
        body.place, body.note, context.actor().name, context.now()};
    const auto incident = context.new_id<SecurityIncidentId>();
    const auto cause = audit::cause_of(context);
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, terms.contract, context.path<MediumId>("id"), version));
        Movement movement = wanted;
        TRY_ASSIGN(auto moved, move(before, movement, context.now()));
        insert_movement(tx, terms.contract, before.id, movement);
        const Medium after = update(tx, cause, {"medium.moved", facts_of(movement)}, before, std::move(moved));
        if (opens_incident(movement.move))
            TRY(security_incident::open_once(
                tx, *terms.profile, *terms.calendar, cause, incident, incident_of(after, movement)));
        return answer(tx, after, terms, context);
    });
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get(reader, context.path<ContractId>("contract"), context.path<MediumId>("id")));
    return {};
}

void add_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/media";
    router
        .get(
            all, [rooms](http::Context& context, const MediaQuery& query) { return list_media(context, query, rooms); })
        .permission(Permission::view_media)
        .summary({"媒体の台帳", "List the media"});
    router
        .post(all,
            [rooms](
                http::Context& context, const RegisterMedium& body) { return register_medium(context, body, rooms); })
        .permission(Permission::keep_media)
        .summary({"媒体を台帳に載せる", "Register a medium"});
    add_export_routes(router, rooms);
    router.get(all + "/{id}", [rooms](http::Context& context) { return show_medium(context, rooms); })
        .permission(Permission::view_media)
        .summary({"媒体を見る", "Show a medium"});
    router
        .patch(all + "/{id}",
            [rooms](
                http::Context& context, const RegisterMedium& body) { return correct_medium(context, body, rooms); })
        .permission(Permission::keep_media)
        .summary({"媒体の記入を直す", "Correct a medium"});
    router
        .post(all + "/{id}/movements",
            [rooms](http::Context& context, const RecordMovement& body) { return move_medium(context, body, rooms); })
        .permission(Permission::keep_media)
        .summary({"持出し・返却・書込み・廃棄・紛失などを記録する", "Record a movement of a medium"});
    add_check_routes(router, rooms);
    add_use_routes(router, rooms);
}

}
