#pragma once
#include "formats/json.hpp"
#include "platform/http/message.hpp"

#include <string>
#include <string_view>

// How a handler's result becomes a Response, and what OpenAPI says about it.
namespace hoshuban::http {

/// What a route answers when all went well.
struct ReplyShape {
    int status = 200;
    std::string (*schema)(json::Schemas&) = nullptr; ///< of the JSON body; null when there is none
    bool versioned = false; ///< carries an entity tag
    bool binary = false;
};

Response json_response(int status, std::string body);
Response file_response(File);
std::string entity_tag(int version);

template <class V>
struct Reply {
    static constexpr ReplyShape shape{200, &json::schema_of<V>};
    static Response from(V&& value) { return json_response(200, json::print(value)); }
};

template <class V>
struct Reply<Created<V>> {
    static constexpr ReplyShape shape{201, &json::schema_of<V>};
    static Response from(Created<V>&& created)
    {
        Response response = json_response(201, json::print(created.value));
        if (!created.location.empty())
            response.headers.add("Location", std::move(created.location));
        return response;
    }
};

template <class V>
struct Reply<Versioned<V>> {
    static constexpr ReplyShape shape{200, &json::schema_of<V>, true};
    static Response from(Versioned<V>&& row)
    {
        Response response = json_response(200, json::print(row.value));
        response.headers.add("ETag", entity_tag(row.version));
        return response;
    }
};

template <>
struct Reply<NoContent> {
    static constexpr ReplyShape shape{204};
    static Response from(NoContent&&) { return {204}; }
};

template <>
struct Reply<File> {
    static constexpr ReplyShape shape{200, nullptr, false, true};
    static Response from(File&& file) { return file_response(std::move(file)); }
};

template <>
struct Reply<Response> {
    static constexpr ReplyShape shape{200, nullptr, false, true};
    static Response from(Response&& response) { return std::move(response); }
};

}
