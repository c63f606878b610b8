#include "app/system_api.hpp"

#include "features/contract/contract_store.hpp"
#include "formats/json.hpp"
#include "platform/db/database.hpp"
#include "platform/http/openapi.hpp"
#include "platform/http/proxy.hpp"
#include "platform/http/router.hpp"
#include "platform/metrics.hpp"

namespace hoshuban {

struct HealthView {
    std::string status;
    std::string version;
};

static auto describe(const HealthView*)
{
    using V = HealthView;
    return json::object<V>("Health", json::field("status", &V::status, {"状態", "Status"}),
        json::field("version", &V::version, {"版", "Version"}));
}

namespace {

// A proxy on this machine passes on what comes from elsewhere.
bool is_this_machine(const http::Context& context)
{
    const std::string& address = context.remote_address();
    if (http::is_forwarded(context.request()))
        return false;
    return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

http::Response plain(std::string content_type, std::string body)
{
    http::Response response;
    response.headers.add("Content-Type", std::move(content_type));
    response.body = std::move(body);
    return response;
}

}

void add_system_routes(http::Router& router, const metrics::Registry& registry, const std::string& version)
{
    router
        .get("/health",
            [version](http::Context& context) -> Result<HealthView> {
                // Answering means that the database answers too.
                context.database().read([](db::Reader& reader) { contract::version_of(reader, ContractId{""}); });
                return HealthView{"ok", version};
            })
        .open()
        .summary({"動いているか", "Whether the program and its database answer"});
    router
        .get("/metrics",
            [&registry](http::Context& context) -> Result<http::Response> {
                if (!is_this_machine(context))
                    return fail(ErrorKind::not_found, "http/not_found", {"見つかりません。", "not found"});
                return plain("text/plain; version=0.0.4; charset=utf-8", registry.text());
            })
        .open()
        .summary({"計測値（このコンピューターからだけ）", "Metrics, from this machine only"});
    router
        .get("/api/v1/openapi.json",
            [&router, version](http::Context&) -> Result<http::Response> {
                return plain("application/json", http::openapi(router, version));
            })
        .open()
        .summary({"APIの記述", "The description of this API"});
}

}
