#pragma once
#include "platform/http/message.hpp"

#include <map>
#include <optional>
#include <span>
#include <string_view>

namespace hoshuban::http {

/// One file of the web pages, embedded in the program.
struct Asset {
    std::string_view path; ///< `/index.html`
    std::string_view content_type;
    std::string_view etag; ///< in quotes
    std::string_view gzip; ///< the file, compressed
    bool immutable = false; ///< its name changes when its content does
};

/// The embedded pages. Only paths of the table can be read, so there is no path to traverse.
class Assets {
public:
    explicit Assets(std::span<const Asset>);

    /// The answer to a GET: the file, 304, or for a path that names no file (`/contracts/a`) index.html, where the
    /// pages' own router takes over. None when there is nothing to show.
    std::optional<Response> find(const Request&) const;

private:
    const Asset* asset_of(std::string_view path) const;

    std::map<std::string_view, const Asset*> assets_;
};

}
