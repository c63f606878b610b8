#include "features/account/sessions_api.hpp"

#include "features/account/membership.hpp"
#include "features/account/membership_store.hpp"
#include "platform/crypto.hpp"

#include <fmt/format.h>

namespace hoshuban::account {
namespace {

constexpr std::size_t most_remembered = 10'000;
constexpr std::chrono::minutes token_use_step{1};

// __Host- makes browsers refuse a cookie that was set for another path, by another host or over plain http.
std::string_view cookie_name(bool secure)
{
    return secure ? "__Host-hoshuban_session" : "hoshuban_session";
}

std::optional<std::string_view> bearer_of(const http::Request& request)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.header("Authorization");
    if (!header || !header->starts_with(scheme))
        return std::nullopt;
    return header->substr(scheme.size());
}

std::unexpected<Error> token_refused()
{
    return fail(ErrorKind::unauthorized, "account/token_invalid",
        {"このトークンは使えません。期限が切れているか、取り消されています。",
            "This token cannot be used: it has expired or was revoked."});
}

}

std::string csrf_of(std::string_view session_token)
{
    const auto digest = crypto::hmac_sha256(session_token, "hoshuban/csrf");
    return crypto::base64url(std::string(digest.begin(), digest.end()));
}

std::optional<std::string_view> Sessions::token_of(const http::Request& request) const
{
    return request.cookie(cookie_name(is_secure(request)));
}

http::Cookie Sessions::cookie(const http::Request& request, std::string token) const
{
    const bool secure = is_secure(request);
    return {.name = std::string{cookie_name(secure)}, .value = std::move(token), .secure = secure};
}

http::Cookie Sessions::no_cookie(const http::Request& request) const
{
    http::Cookie cookie = this->cookie(request, "");
    cookie.max_age_seconds = 0;
    return cookie;
}

Result<std::optional<http::Identity>> Sessions::identify(const http::Request& request, Instant now)
{
    if (const auto token = bearer_of(request))
        return identify_token(*token, now);
    const auto token = token_of(request);
    if (!token)
        return std::nullopt;
    const std::string key = crypto::sha256_hex(*token);
    if (auto identity = remembered(key, now))
        return identity;
    const std::uint64_t generation = [&] {
        const std::shared_lock lock{mutex_};
        return generation_;
    }();
    auto identity = load_session(key, *token, now);
    if (identity)
        remember(key, *identity, now, generation);
    return identity;
}

Result<std::optional<http::Identity>> Sessions::identify_token(std::string_view token, Instant now)
{
    const std::string key = crypto::sha256_hex(token);
    if (auto identity = remembered(key, now))
        return identity;
    const std::uint64_t generation = [&] {
        const std::shared_lock lock{mutex_};
        return generation_;
    }();
    TRY_ASSIGN(auto identity, load_token(key, now));
    remember(key, identity, now, generation);
    return identity;
}

std::optional<Actor> Sessions::holder(const std::string& session, Instant now) const
{
    return database_.read([&](db::Reader& reader) -> std::optional<Actor> {
        const auto signed_in = find_session(reader, session);
        if (!signed_in || is_over(signed_in->session, settings_.sessions, now))
            return std::nullopt;
        return Actor{.person = signed_in->session.person,
            .name = signed_in->name,
            .administrator = signed_in->administrator,
            .memberships = roles_in_force(reader, signed_in->session.person, day_of(now))};
    });
}

void Sessions::forget()
{
    const std::unique_lock lock{mutex_};
    found_.clear();
    ++generation_;
}

std::optional<http::Identity> Sessions::remembered(const std::string& key, Instant now) const
{
    const std::shared_lock lock{mutex_};
    const auto found = found_.find(key);
    if (found == found_.end() || found->second.at != now)
        return std::nullopt;
    return found->second.identity;
}

void Sessions::remember(const std::string& key, const http::Identity& identity, Instant now, std::uint64_t generation)
{
    const std::unique_lock lock{mutex_};
    // Something changed while this was being read: what was read may be older than the change.
    if (generation != generation_)
        return;
    if (found_.size() >= most_remembered)
        found_.clear();
    found_.insert_or_assign(key, Found{identity, now});
}

std::optional<http::Identity> Sessions::load_session(const std::string& key, std::string_view token, Instant now)
{
    std::vector<Membership> memberships;
    const auto signed_in = database_.read([&](db::Reader& reader) {
        auto found = find_session(reader, key);
        if (found)
            memberships = roles_in_force(reader, found->session.person, day_of(now));
        return found;
    });
    if (!signed_in || is_over(signed_in->session, settings_.sessions, now))
        return std::nullopt;
    if (is_seen_stale(signed_in->session, now))
        database_.write([&](db::Tx& tx) { touch_session(tx, key, now); });
    return http::Identity{
        .actor = {.person = signed_in->session.person,
            .name = signed_in->name,
            .administrator = signed_in->administrator,
            .memberships = std::move(memberships),
            .origin = Origin::screen},
        .csrf = csrf_of(token),
        .language = signed_in->language,
        .session = key,
    };
}

Result<http::Identity> Sessions::load_token(const std::string& key, Instant now)
{
    std::vector<Membership> makers;
    const auto holder = database_.read([&](db::Reader& reader) {
        auto found = find_token_by_hash(reader, key);
        if (found)
            makers = roles_in_force(reader, found->token.person, day_of(now));
        return found;
    });
    if (!holder)
        return token_refused();
    const Token& token = holder->token;
    if (now >= token.expires_at || !stands_behind(makers, token.contract, token.role))
        return token_refused();
    if (!token.last_used_at || now - *token.last_used_at >= token_use_step)
        database_.write([&](db::Tx& tx) { touch_token(tx, token, now); });
    return http::Identity{
        .actor = {.person = token.person,
            .name = fmt::format("{}（{}）", holder->person_name, token.name),
            .memberships = {{token.contract, token.role, day_of(token.created_at), {}}},
            .origin = Origin::token},
        .language = holder->language,
    };
}

}
