#include "app/commands/openapi.hpp"

#include "app/command_line.hpp"
#include "platform/clock.hpp"
#include "platform/http/openapi.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <unistd.h>

namespace hoshuban {
namespace {

// The routes want a database to hand to their handlers; none of them runs here.
Result<std::string> describe_api()
{
    const auto folder = std::filesystem::temp_directory_path() / ("hoshuban-openapi-" + std::to_string(getpid()));
    const SystemClock clock;
    Result<std::string> text;
    {
        auto program = Program::create({.data = folder}, clock);
        text = program ? Result<std::string>{http::openapi((*program)->router(), HOSHUBAN_VERSION)}
                       : std::unexpected(std::move(program).error());
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return text;
}

}

void add_openapi_command(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("openapi", "APIの記述（OpenAPI 3.1）を書き出す / print the API's description");
    command->footer("例 / Example:\n  hoshuban openapi > api/openapi.json");
    command->callback([&line] {
        const auto text = describe_api();
        if (!text)
            return show(line, text.error());
        std::cout << *text;
    });
}

}
