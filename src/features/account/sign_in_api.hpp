#pragma once
#include "features/account/account_api.hpp"
#include "features/account/account_view_api.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::account {

void add_sign_in_routes(http::Router&, const Rooms&);

/// Starts a session of this person in place of the one the request came with, records it and sets the cookie once the
/// returned view is certain. Inside the transaction that decided that the person may sign in.
struct StartedSession {
    std::string token;
    SessionView view;
};
StartedSession start_session(db::Tx&, const http::Context&, const Rooms&, const Person&);

}
