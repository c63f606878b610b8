#pragma once
#include "features/account/session.hpp"
#include "platform/crypto.hpp"
#include "platform/http/router.hpp"

#include <string>

namespace hoshuban::account {

class Sessions;
class Passwords;

struct Settings {
    SessionLimits sessions = {};
    bool secure_cookie = false; ///< a proxy speaks TLS for us: treat every request as secure
    crypto::PasswordCost password_cost = {};
    std::string version = {}; ///< of the program, for the client
};

/// What the handlers of this room share.
struct Rooms {
    Sessions& sessions;
    Passwords& passwords;
    const Settings& settings;
};

/// Every route of the room; what `rooms` refers to must outlive the router.
void add_routes(http::Router&, const Rooms& rooms);

}
