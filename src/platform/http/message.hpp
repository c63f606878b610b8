#pragma once
#include "core/language.hpp"
#include "core/names.hpp"
#include "core/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoshuban::http {

enum class Method { get, head, post, put, patch, del, options };

constexpr auto names_of(const Method*)
{
    return std::to_array<Name<Method>>({
        {Method::get, "GET"},
        {Method::head, "HEAD"},
        {Method::post, "POST"},
        {Method::put, "PUT"},
        {Method::patch, "PATCH"},
        {Method::del, "DELETE"},
        {Method::options, "OPTIONS"},
    });
}

/// Whether a request of this method changes nothing.
constexpr bool is_safe(Method method)
{
    return method == Method::get || method == Method::head || method == Method::options;
}

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// Header fields in the order of arrival; names compare without regard to case.
class Headers {
public:
    Headers() = default;
    Headers(std::initializer_list<std::pair<std::string, std::string>> fields)
        : fields_(fields)
    {
    }

    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    void reserve(std::size_t count) { fields_.reserve(count); }
    std::optional<std::string_view> find(std::string_view name) const;
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

private:
    Parameters fields_;
};

struct Request {
    Method method = Method::get;
    std::string path = {}; ///< as in the request line, still percent-encoded, without the query
    Parameters query = {}; ///< decoded
    Headers headers = {};
    std::string body = {};
    std::string remote_address = {};
    bool secure = false; ///< arrived over TLS

    std::optional<std::string_view> header(std::string_view name) const { return headers.find(name); }
    /// The value of one cookie of the Cookie header.
    std::optional<std::string_view> cookie(std::string_view name) const;
    std::optional<std::string_view> query_value(std::string_view name) const;
};

struct Response {
    int status = 200;
    Headers headers = {};
    std::string body = {};

    std::optional<std::string_view> header(std::string_view name) const { return headers.find(name); }
};

/// 201. `location` is the path of the new thing; empty when it has none.
template <class V>
struct Created {
    V value;
    std::string location = {};
};
template <class V>
Created(V) -> Created<V>;

/// 204.
struct NoContent { };

/// 200 with the row's version as entity tag, for a later If-Match.
template <class V>
struct Versioned {
    V value;
    int version;
};

/// A download: sent as attachment under its own name, Japanese names included.
struct File {
    std::string content_type;
    std::string filename;
    std::string bytes;
};

/// A raw request body. It lives as long as the request.
struct Upload {
    std::string_view bytes;
    std::string_view content_type;
};

struct Cookie {
    std::string name;
    std::string value;
    std::optional<int> max_age_seconds = {}; ///< absent: until the browser closes; 0: delete
    bool secure = false;
};
/// The value of Set-Cookie: HttpOnly, SameSite=Strict, path /.
std::string to_text(const Cookie&);

/// The path and query of a request line.
struct Target {
    std::string path;
    Parameters query;
};
/// Strict: `/`-rooted path, complete percent escapes, valid UTF-8, no control characters, no `.` or `..` segments even
/// when escaped. The path stays encoded because an escaped slash must not separate segments.
Result<Target> parse_target(std::string_view);
/// Decodes percent escapes; `plus_is_space` for query strings.
Result<std::string> percent_decode(std::string_view, bool plus_is_space = false);

}
