#include "platform/http/router.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace hoshuban;

const http::Router& router()
{
    static const http::Router router = [] {
        http::Router built;
        const auto nothing = [](http::Context&) -> Result<http::NoContent> { return http::NoContent{}; };
        built.get("/", nothing);
        built.get("/a/{x}", nothing);
        built.get("/a/{x}/b", nothing);
        built.get("/a/c/{y}", nothing);
        return built;
    }();
    return router;
}

}

/// No accepted target leads upwards or carries control characters, and matching never fails in another way than by not
/// finding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    router().match(http::Method::get, text);
    const auto target = http::parse_target(text);
    if (!target)
        return 0;
    for (const auto& [name, value] : router().match(http::Method::get, target->path).values) {
        if (value == ".." || value == "." || value.find('\0') != std::string::npos)
            std::abort();
    }
    return 0;
}
