#include "features/account/session_store.hpp"

#include "features/account/sql.hpp"
#include "platform/crypto.hpp"

namespace hoshuban::account {
namespace {

std::unexpected<Error> no_link()
{
    return fail(ErrorKind::not_found, "account/link_invalid",
        {"このリンクは使えません。使用済みか、期限が切れています。管理者に新しいリンクを頼んでください。",
            "This link cannot be used: it was used already or has expired. Ask the administrator for a new one."});
}

}

void insert(db::Tx& tx, const Session& session)
{
    tx.execute(sql::insert_session, session.key, session.person, session.started_at);
}

std::optional<SignedIn> find_session(db::Reader& reader, std::string_view key)
{
    return reader.query(sql::find_session, key).one_or_none([](const db::Row& row) {
        return SignedIn{
            .session = {.key = row.get<std::string>("id"),
                .person = row.get<PersonId>("person_id"),
                .started_at = row.get<Instant>("started_at"),
                .last_seen_at = row.get<Instant>("last_seen_at")},
            .name = row.get<std::string>("name"),
            .language = row.get<Language>("language"),
            .administrator = row.get<bool>("administrator"),
        };
    });
}

void touch_session(db::Tx& tx, std::string_view key, Instant now)
{
    tx.execute(sql::touch_session, key, now);
}

void end_session(db::Tx& tx, std::string_view key)
{
    tx.execute(sql::delete_session, key);
}

void end_other_sessions(db::Tx& tx, const PersonId& person, std::string_view kept_key)
{
    tx.execute(sql::delete_sessions_of_person, person, kept_key);
}

void forget_old_sessions(db::Tx& tx, const SessionLimits& limits, Instant now)
{
    tx.execute(sql::delete_old_sessions, Instant{now - limits.absolute}, Instant{now - limits.idle});
}

NewLink create_link(db::Tx& tx, LinkPurpose purpose, const std::optional<PersonId>& person, Instant now)
{
    if (person)
        withdraw_links(tx, *person, now);
    else
        tx.execute(sql::withdraw_first_links, now);
    NewLink link{crypto::new_token(), now + lifetime_of(purpose)};
    tx.execute(sql::insert_link, crypto::sha256_hex(link.token), purpose, person, now, link.expires_at);
    return link;
}

Result<SetupLink> get_link(db::Reader& reader, std::string_view token, Instant now)
{
    auto link = reader.query(sql::find_link, crypto::sha256_hex(token)).one_or_none([](const db::Row& row) {
        return SetupLink{
            .key = row.get<std::string>("id"),
            .purpose = row.get<LinkPurpose>("purpose"),
            .person = row.get<std::optional<PersonId>>("person_id"),
            .created_at = row.get<Instant>("created_at"),
            .expires_at = row.get<Instant>("expires_at"),
            .used_at = row.get<std::optional<Instant>>("used_at"),
        };
    });
    if (!link || !is_usable(*link, now))
        return no_link();
    return *std::move(link);
}

Result<void> use_link(db::Tx& tx, const SetupLink& link, Instant now)
{
    if (tx.execute(sql::use_link, link.key, now) == 0)
        return no_link();
    return {};
}

void withdraw_links(db::Tx& tx, const PersonId& person, Instant now)
{
    tx.execute(sql::withdraw_links_of_person, person, now);
}

}
