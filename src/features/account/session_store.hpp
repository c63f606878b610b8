#pragma once
#include "features/account/account.hpp"
#include "features/account/session.hpp"
#include "features/account/setup_link.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::account {

/// A session and whom it belongs to. Nobody who is disabled has one.
struct SignedIn {
    Session session;
    std::string name;
    Language language = Language::ja;
    bool administrator = false;
};

void insert(db::Tx&, const Session&);
std::optional<SignedIn> find_session(db::Reader&, std::string_view key);
void touch_session(db::Tx&, std::string_view key, Instant now);
void end_session(db::Tx&, std::string_view key);
/// Ends every session of the person but the one with this key, which may be empty.
void end_other_sessions(db::Tx&, const PersonId&, std::string_view kept_key);
/// Removes the sessions whose time is over.
void forget_old_sessions(db::Tx&, const SessionLimits&, Instant now);

/// A link just made: the only moment at which its token is known.
struct NewLink {
    std::string token;
    Instant expires_at;
};

/// Makes a link and withdraws the earlier ones of the same person (or of the first administrator).
NewLink create_link(db::Tx&, LinkPurpose, const std::optional<PersonId>&, Instant now);
/// The usable link of a token; the same 404 for links unknown, used and expired.
Result<SetupLink> get_link(db::Reader&, std::string_view token, Instant now);
/// Marks the link as used; fails like get_link when somebody was faster.
Result<void> use_link(db::Tx&, const SetupLink&, Instant now);
void withdraw_links(db::Tx&, const PersonId&, Instant now);

}
