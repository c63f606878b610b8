#include "platform/http/assets.hpp"

#include <array>
#include <stdexcept>
#include <zlib.h>

namespace hoshuban::http {

namespace {

std::string inflated(std::string_view gzip)
{
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    if (inflateInit2(&stream, gzip_window) != Z_OK)
        throw std::runtime_error("zlib cannot start");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    std::string text;
    std::array<char, 16384> part;
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(part.data());
        stream.avail_out = part.size();
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(part.data(), part.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END)
        throw std::runtime_error("an embedded page is damaged");
    return text;
}

bool names_file(std::string_view path)
{
    return path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
}

bool accepts_gzip(const Request& request)
{
    const auto accepted = request.header("Accept-Encoding").value_or("");
    const auto at = accepted.find("gzip");
    if (at == std::string_view::npos)
        return false;
    const auto weight = accepted.substr(at + 4, accepted.find(',', at) - at - 4);
    return weight.find("q=0") == std::string_view::npos || weight.find("q=0.") != std::string_view::npos;
}

bool is_known(const Request& request, const Asset& asset)
{
    const auto known = request.header("If-None-Match");
    return known && (*known == "*" || known->find(asset.etag) != std::string_view::npos);
}

}

Assets::Assets(std::span<const Asset> assets)
{
    for (const Asset& asset : assets)
        assets_.emplace(asset.path, &asset);
}

const Asset* Assets::asset_of(std::string_view path) const
{
    auto found = assets_.find(path == "/" ? std::string_view("/index.html") : path);
    if (found == assets_.end() && !names_file(path))
        found = assets_.find("/index.html");
    return found == assets_.end() ? nullptr : found->second;
}

std::optional<Response> Assets::find(const Request& request) const
{
    const Asset* const asset = asset_of(request.path);
    if (!asset)
        return std::nullopt;
    const bool gzip = accepts_gzip(request);
    Response response{200,
        {{"Cache-Control", asset->immutable ? "public, max-age=31536000, immutable" : "no-cache"},
            // One file in two encodings: the tag of the unpacked one may only be weak.
            {"ETag", (gzip ? "" : "W/") + std::string(asset->etag)}, {"Vary", "Accept-Encoding"}}};
    if (is_known(request, *asset)) {
        response.status = 304;
        return response;
    }
    response.headers.add("Content-Type", std::string(asset->content_type));
    if (gzip)
        response.headers.add("Content-Encoding", "gzip");
    response.body = gzip ? std::string(asset->gzip) : inflated(asset->gzip);
    return response;
}

}
