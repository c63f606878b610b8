#include "features/feed/feed_api.hpp"

#include "features/account/membership_store.hpp"
#include "features/account/person_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/feed/feed_store.hpp"
#include "formats/json.hpp"
#include "platform/crypto.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::feed {

struct FeedView {
    bool active = false;
    std::optional<Instant> created_at;
    std::optional<Instant> fetched_at;
};

static auto describe(const FeedView*)
{
    using V = FeedView;
    return json::object<V>("CalendarFeed", json::field("active", &V::active, {"発行済み", "There is one"}),
        json::field("created_at", &V::created_at, {"発行日時", "Made at"}),
        json::field("fetched_at", &V::fetched_at, {"最後に読まれた日時", "Last fetched at"}));
}

/// The only time that the address is told.
struct CreatedFeed {
    std::string path;
};

static auto describe(const CreatedFeed*)
{
    return json::object<CreatedFeed>("CreatedCalendarFeed",
        json::field("path", &CreatedFeed::path, {"アドレス（今だけ表示）", "Address, shown only now"}));
}

namespace {

constexpr http::RateGroup fetches{.name = "calendar_feed", .burst = 30, .refill = std::chrono::seconds{2}};
// Calendar programs fetch every few minutes; when is told to the hour.
constexpr std::chrono::hours touch_step{1};
constexpr std::string_view base = "/api/v1/calendar-feeds/";
constexpr std::string_view ending = ".ics";

Result<void> refuse_tokens(const http::Context& context)
{
    if (context.actor().origin == Origin::screen)
        return {};
    return fail(ErrorKind::forbidden, "feed/screen_only",
        {"予定表のアドレスは、画面にログインした本人だけが扱えます。",
            "only the person signed in at a screen handles the address"});
}

std::unexpected<Error> no_such_feed()
{
    return fail(ErrorKind::not_found, "feed/not_found",
        {"この予定表はありません。取り消されたか、契約の役割が終わっています。発行し直してください。",
            "there is no such calendar: it was revoked or the role has ended; make a new address"});
}

audit::Entry event(const http::Context& context, std::string_view kind, const FeedId& id)
{
    return audit::entry(context, context.path<ContractId>("contract"), kind, {"calendar_feed", id.text});
}

FeedView show(http::Context& context)
{
    const auto found = context.database().read(
        [&](db::Reader& reader) { return find(reader, context.path<ContractId>("contract"), context.actor().person); });
    return found ? FeedView{true, found->created_at, found->fetched_at} : FeedView{};
}

Result<http::Created<CreatedFeed>> create(http::Context& context)
{
    TRY(refuse_tokens(context));
    const Feed feed{.id = context.new_id<FeedId>(),
        .contract = context.path<ContractId>("contract"),
        .person = context.actor().person,
        .created_at = context.now(),
        .fetched_at = {}};
    const std::string secret = crypto::new_token();
    context.database().write([&](db::Tx& tx) {
        put(tx, feed, crypto::sha256_hex(secret));
        audit::record(tx, event(context, "calendar_feed.created", feed.id));
    });
    return http::Created<CreatedFeed>{{fmt::format("{}{}{}", base, secret, ending)}};
}

Result<http::NoContent> revoke(http::Context& context)
{
    TRY(refuse_tokens(context));
    const auto contract = context.path<ContractId>("contract");
    const PersonId person = context.actor().person;
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        const auto found = find(tx, contract, person);
        if (!found)
            return no_such_feed();
        remove(tx, contract, person);
        audit::record(tx, event(context, "calendar_feed.revoked", found->id));
        return http::NoContent{};
    });
}

/// Whoever owns the feed, with what he may see in its contract today; nobody when that is nothing any more.
std::optional<Actor> owner_of(db::Reader& reader, const Feed& feed, LocalDay today)
{
    const auto person = account::find_person(reader, feed.person);
    if (!person || person->disabled_at)
        return std::nullopt;
    Actor actor{.person = feed.person, .name = person->name, .origin = Origin::token};
    for (Membership& held : account::roles_in_force(reader, feed.person, today)) {
        if (held.contract == feed.contract)
            actor.memberships.push_back(std::move(held));
    }
    return actor.memberships.empty() ? std::nullopt : std::optional{std::move(actor)};
}

struct Fetched {
    Feed feed;
    std::string file;
};

Result<Fetched> read_feed(
    db::Reader& reader, const std::string& secret, const std::vector<Source>& sources, LocalDay today)
{
    const auto feed = find_by_secret(reader, crypto::sha256_hex(secret));
    if (!feed)
        return no_such_feed();
    const auto actor = owner_of(reader, *feed, today);
    if (!actor)
        return no_such_feed();
    std::vector<ical::Event> events;
    for (const Source& source : sources)
        std::ranges::move(source(reader, feed->contract, *actor, today), std::back_inserter(events));
    return Fetched{*feed, ical::print(fmt::format("保守番 {}", feed->contract.text), events)};
}

Result<http::Response> fetch(http::Context& context, const std::vector<Source>& sources)
{
    std::string secret = context.path_text("secret");
    if (!secret.ends_with(ending))
        return no_such_feed();
    secret.resize(secret.size() - ending.size());
    TRY_ASSIGN(auto fetched, context.database().read([&](db::Reader& reader) {
        return read_feed(reader, secret, sources, day_of(context.now()));
    }));
    const auto& last = fetched.feed.fetched_at;
    if (!last || context.now() - *last >= touch_step)
        context.database().write([&](db::Tx& tx) { touch(tx, fetched.feed, context.now()); });
    const std::string tag = "\"" + crypto::sha256_hex(fetched.file).substr(0, 32) + "\"";
    const bool known = context.request().header("If-None-Match") == tag;
    http::Response response{.status = known ? 304 : 200,
        .headers = {
            {"Content-Type", "text/calendar; charset=utf-8"}, {"ETag", tag}, {"Cache-Control", "private, no-cache"}}};
    if (!known)
        response.body = std::move(fetched.file);
    return response;
}

}

void add_routes(http::Router& router, const std::vector<Source>& sources)
{
    const std::string own = "/api/v1/contracts/{contract}/calendar-feed";
    router.get(own, [](http::Context& context) -> Result<FeedView> { return show(context); })
        .permission(Permission::view_contract)
        .summary({"自分の予定表のアドレスの状態", "Whether one has a calendar feed"});
    router.post(own, create)
        .permission(Permission::view_contract)
        .summary({"自分の予定表のアドレスを発行する（前のものは使えなくなる）",
            "Make one's calendar feed; the old address ends"});
    router.del(own, revoke)
        .permission(Permission::view_contract)
        .summary({"自分の予定表のアドレスを取り消す", "Revoke one's calendar feed"});
    router.get(std::string{base} + "{secret}", [&sources](http::Context& context) { return fetch(context, sources); })
        .open()
        .limit(fetches)
        .summary({"予定表（iCalendar）", "A calendar feed (iCalendar)"});
}

}
