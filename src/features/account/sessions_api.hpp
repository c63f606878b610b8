#pragma once
#include "features/account/account_api.hpp"
#include "features/account/session_store.hpp"
#include "platform/db/database.hpp"
#include "platform/http/context.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hoshuban::account {

/// Knows who holds a session or an API token. What was found is kept for the second in which it was found, so that a
/// request normally asks the database nothing; after forget() nothing found before counts any more.
class Sessions : public http::Authenticator {
public:
    Sessions(db::Database& database, const Settings& settings)
        : database_{database}
        , settings_{settings}
    {
    }

    Result<std::optional<http::Identity>> identify(const http::Request&, Instant now) override;

    /// Who holds this session (http::Identity::session) at this moment; nobody once it is over. Asking is no sign of
    /// life: an open page does not keep a session from ending.
    std::optional<Actor> holder(const std::string& session, Instant now) const;

    /// To be called after the commit of whatever changes sessions, people, roles or tokens.
    void forget();

    /// The session token of the request's cookie.
    std::optional<std::string_view> token_of(const http::Request&) const;
    http::Cookie cookie(const http::Request&, std::string token) const;
    http::Cookie no_cookie(const http::Request&) const;

private:
    struct Found {
        http::Identity identity;
        Instant at;
    };

    std::optional<http::Identity> remembered(const std::string& key, Instant now) const;
    void remember(const std::string& key, const http::Identity&, Instant now, std::uint64_t generation);
    std::optional<http::Identity> load_session(const std::string& key, std::string_view token, Instant now);
    Result<http::Identity> load_token(const std::string& key, Instant now);
    Result<std::optional<http::Identity>> identify_token(std::string_view token, Instant now);
    bool is_secure(const http::Request& request) const { return request.secure || settings_.secure_cookie; }

    db::Database& database_;
    const Settings& settings_;
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, Found> found_;
    std::uint64_t generation_ = 0;
};

/// The token that unsafe requests of this session must repeat.
std::string csrf_of(std::string_view session_token);

}
