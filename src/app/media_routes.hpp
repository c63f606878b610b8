#pragma once

namespace hoshuban::http {
class Router;
}

namespace hoshuban {

struct Shared;

/// The routes of media, loans and security incidents, with their timelines and files.
void add_media_routes(http::Router&, const Shared&);

}
