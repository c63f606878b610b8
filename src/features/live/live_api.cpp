#include "features/live/live_api.hpp"

namespace hoshuban::live {
namespace {

Result<http::Response> open_stream(http::Context& context, http::Streams& streams, Feed& feed)
{
    const auto& identity = context.identity();
    if (!identity || identity->session.empty()) {
        return fail(ErrorKind::forbidden, "live/screen_only",
            {"自動更新は、画面にログインした人だけが使えます。", "live updates are for people signed in at a screen"});
    }
    TRY_ASSIGN(auto opened, streams.open(identity->session));
    const auto last = context.request().header("Last-Event-ID");
    feed.subscribe(opened.stream, identity->session, context.actor(),
        last ? std::optional{std::string{*last}} : std::nullopt, context.now());
    return std::move(opened.response);
}

}

void add_routes(http::Router& router, http::Streams& streams, Feed& feed)
{
    router
        .get(
            "/api/v1/events", [&streams, &feed](http::Context& context) { return open_stream(context, streams, feed); })
        .signed_in()
        .summary({"変更の知らせ（Server-Sent Events）", "News of changes (server-sent events)"});
}

}
