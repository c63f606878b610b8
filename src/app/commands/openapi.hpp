#pragma once

namespace CLI {
class App;
}

namespace hoshuban {

struct CommandLine;

/// `hoshuban openapi`: prints the API's description, as it is committed in api/openapi.json.
void add_openapi_command(CLI::App&, CommandLine&);

}
