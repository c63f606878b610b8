#include "features/account/mail_api.hpp"

#include "features/account/account_view_api.hpp"
#include "features/account/addressee.hpp"
#include "features/account/fact_api.hpp"
#include "features/account/person_store.hpp"
#include "features/audit/audit_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::account {
namespace {

Result<ChangeMail> change_mail(http::Context& context, const ChangeMail& body)
{
    // A token that could turn its maker's notices elsewhere would reach beyond its contract.
    if (context.identity()->session.empty()) {
        return fail(ErrorKind::forbidden, "account/no_session",
            {"この操作は、画面でログインした人だけができます。", "Only somebody signed in on the screen can do this."});
    }
    TRY_ASSIGN(const auto mail, check_mail(body.mail));
    const PersonId id = context.actor().person;
    return context.database().write([&](db::Tx& tx) -> Result<ChangeMail> {
        TRY_ASSIGN(const auto before, get_person(tx, id));
        Person wanted = before;
        wanted.mail = mail;
        TRY_ASSIGN(const auto after, update(tx, std::move(wanted)));
        audit::record(tx,
            with_facts(audit::entry(context, audit::system_chain, "person.changed", {"person", id.text}),
                facts_of(before), facts_of(after)));
        return ChangeMail{after.mail};
    });
}

}

void add_mail_routes(http::Router& router)
{
    router.put("/api/v1/session/mail", change_mail)
        .signed_in()
        .summary({"自分のメールアドレスを変える", "Change my mail address"});
}

}
