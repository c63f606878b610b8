#pragma once

namespace hoshuban::http {
class Router;
}

namespace hoshuban::account {

/// Everybody's own mail address.
void add_mail_routes(http::Router&);

}
