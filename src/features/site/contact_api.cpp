#include "features/site/contact_api.hpp"

#include "features/site/body_api.hpp"
#include "features/site/contact_store.hpp"
#include "features/site/reach_api.hpp"
#include "features/site/view_api.hpp"

namespace hoshuban::site {
namespace {

Contact written(Contact contact, const WriteContact& body)
{
    contact.name = body.name;
    contact.section = body.section;
    contact.phone = body.phone;
    contact.note = body.note;
    contact.from = body.from;
    contact.to = body.to;
    return contact;
}

Result<ContactListView> show_contacts(
    http::Context& context, const SiteDayQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto* site, seen_site(context, *profile));
    const LocalDay on = day_of_query(context, query.on);
    return context.database().read([&](db::Reader& reader) {
        ContactListView view{.on = on, .items = {}};
        for (const Contact& contact : list_contacts(reader, profile->id, site->id)) {
            if (holds(contact, on))
                view.items.push_back(view_of(contact, on));
        }
        return view;
    });
}

Result<http::Created<ContactView>> add_contact(
    http::Context& context, const WriteContact& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto* site, seen_site(context, *profile));
    Contact contact = written({.id = context.new_id<ContactId>(),
                                  .contract_id = profile->id,
                                  .site = site->id,
                                  .entered_by = context.actor().name,
                                  .entered_at = context.now()},
        body);
    TRY(take(contact));
    context.database().write([&](db::Tx& tx) { insert(tx, audit::cause_of(context), contact); });
    return http::Created<ContactView>{
        view_of(contact, day_of(context.now())), context.request().path + "/" + contact.id.text};
}

Result<http::Versioned<ContactView>> change_contact(
    http::Context& context, const WriteContact& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto* site, seen_site(context, *profile));
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<ContactView>> {
        TRY_ASSIGN(const auto before,
            get_contact_version(tx, profile->id, site->id, context.path<ContactId>("contact"), version));
        Contact after = written(before, body);
        TRY(take(after));
        TRY_ASSIGN(const auto stored, update(tx, audit::cause_of(context), before, std::move(after)));
        return http::Versioned<ContactView>{view_of(stored, day_of(context.now())), stored.version};
    });
}

}

void add_contact_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .get(one + "/contacts",
            [&profiles](
                http::Context& context, const SiteDayQuery& query) { return show_contacts(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"拠点の、その日の連絡先", "Whom to call at a site on a day"});
    router
        .post(one + "/contacts",
            [&profiles](
                http::Context& context, const WriteContact& body) { return add_contact(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"拠点の連絡先を登録する", "Add a contact of a site"});
    router
        .put(one + "/contacts/{contact}",
            [&profiles](
                http::Context& context, const WriteContact& body) { return change_contact(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"拠点の連絡先を直す・終える", "Change or end a contact of a site"});
}

}
