#pragma once
#include "core/id.hpp"
#include "core/language.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "platform/http/message.hpp"
#include "platform/http/rate_limit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoshuban {
class Clock;
}
namespace hoshuban::db {
class Database;
}

namespace hoshuban::http {

/// Who sent a request and how that was proven.
struct Identity {
    Actor actor;
    std::optional<std::string> csrf = {}; ///< the token that unsafe requests must repeat; none when no cookie was used
    Language language = Language::ja;
    std::string session = {}; ///< the authenticator's own key of the session, e.g. to end it
};

/// Finds out who sent a request. No identity is not a failure; a failure is answered as it is.
class Authenticator {
public:
    virtual ~Authenticator() = default;
    virtual Result<std::optional<Identity>> identify(const Request&, Instant now) = 0;
};

/// What handlers work with.
struct Services {
    db::Database& database;
    const Clock& clock;
    Authenticator& authenticator;
};

/// `lang=` of the query, else the person's choice, else Accept-Language, else Japanese.
Language preferred_language(const Request&, const std::optional<Identity>&);

using PathValues = std::vector<std::pair<std::string_view, std::string>>;

/// One request as its handler sees it.
class Context {
public:
    struct Parts {
        Instant now;
        std::string request_id;
        PathValues path_values;
        std::optional<Identity> identity;
    };

    Context(const Request& request, const Services& services, RateLimiter& limiter, Parts parts)
        : request_(request)
        , services_(services)
        , limiter_(limiter)
        , parts_(std::move(parts))
    {
    }

    /// Who acts. Only on routes that demand a signed-in person.
    const Actor& actor() const;
    const std::optional<Identity>& identity() const { return parts_.identity; }
    /// The one reading of the clock for this request.
    Instant now() const { return parts_.now; }
    db::Database& database() const { return services_.database; }
    const std::string& request_id() const { return parts_.request_id; }
    const std::string& remote_address() const { return request_.remote_address; }
    const Request& request() const { return request_; }
    Language language() const;

    /// A new UUIDv7 of this moment.
    template <class IdType>
    IdType new_id() const
    {
        return IdType{new_id_text()};
    }

    /// The decoded path parameter `{name}` of the route.
    template <class IdType>
    IdType path(std::string_view name) const
    {
        return IdType{path_text(name)};
    }
    const std::string& path_text(std::string_view name) const;

    /// 401 when not signed in; 404 when the contract or the reading of this is not for this actor; 403 for other
    /// rights.
    Result<void> require(Permission, const ContractId&) const;
    Result<void> require_signed_in() const;
    /// 404 for everybody else: the administration does not exist for them.
    Result<void> require_administrator() const;

    /// The version the client has seen. 428 without If-Match, 422 when it is not a version.
    Result<int> if_match() const;

    /// 429 when `key` (a user ID, say) was used too often within the group.
    Result<void> limit(const RateGroup&, std::string_view key);

    /// Adds a header to the answer, whatever it will be.
    void add_header(std::string name, std::string value) { headers_.emplace_back(std::move(name), std::move(value)); }
    void set_cookie(const Cookie& cookie) { add_header("Set-Cookie", to_text(cookie)); }
    const Parameters& added_headers() const { return headers_; }

private:
    std::string new_id_text() const;

    const Request& request_;
    const Services& services_;
    RateLimiter& limiter_;
    Parts parts_;
    Parameters headers_;
};

}
