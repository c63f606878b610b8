#include "platform/outbound/http_post.hpp"

#include "platform/outbound/transfer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <sys/socket.h>

namespace hoshuban::outbound {
namespace {

constexpr std::size_t longest_url = 500;

struct FreedUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

struct FreedText {
    void operator()(char* text) const { curl_free(text); }
};

std::string part_of(CURLU* url, CURLUPart part)
{
    char* text = nullptr;
    curl_url_get(url, part, &text, 0);
    const std::unique_ptr<char, FreedText> owned{text};
    return text == nullptr ? "" : text;
}

std::unexpected<Error> wrong_address(const Text& why)
{
    return fail(ErrorKind::invalid, "outbound/url", why, {{"url", "outbound/url", why}});
}

/// What one transfer may do and what it did.
struct Passage {
    const PostTerms& terms;
    std::optional<Address> refused = {};
    std::size_t received = 0;
};

curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* target)
{
    auto& passage = *static_cast<Passage*>(data);
    const auto address = address_of(target->addr);
    if (!address || !(is_public(*address) || passage.terms.allowed.contains(*address))) {
        passage.refused = address.value_or(Address{});
        return CURL_SOCKET_BAD;
    }
    return ::socket(target->family, target->socktype | SOCK_CLOEXEC, target->protocol);
}

// The answer is measured and thrown away.
std::size_t receive(char*, std::size_t size, std::size_t count, void* data)
{
    auto& passage = *static_cast<Passage*>(data);
    passage.received += size * count;
    return passage.received > passage.terms.longest_answer ? 0 : size * count;
}

void demand(CURL* handle, const PostTerms& terms)
{
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, terms.plain_http ? "http,https" : "https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(terms.connect_timeout.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(terms.timeout.count()));
    if (!terms.ca_file.empty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, terms.ca_file.c_str());
}

PostOutcome outcome_of(CURLcode result, long status, const Passage& passage, const char* said)
{
    const int code = static_cast<int>(status);
    if (result == CURLE_OK && code >= 200 && code < 300)
        return {PostFate::arrived, code};
    if (result == CURLE_OK)
        return {PostFate::answered, code,
            code >= 300 && code < 400 ? fmt::format("HTTP {} (redirects are not followed)", code)
                                      : fmt::format("HTTP {}", code)};
    if (passage.refused && result == CURLE_COULDNT_CONNECT)
        return {PostFate::forbidden, 0, fmt::format("the address {} is not allowed", to_text(*passage.refused))};
    if (passage.received > passage.terms.longest_answer)
        return {
            PostFate::failed, code, fmt::format("the answer is longer than {} bytes", passage.terms.longest_answer)};
    return {PostFate::failed, 0, *said ? said : curl_easy_strerror(result)};
}

}

Result<void> check_post_url(const std::string& text, const PostTerms& terms)
{
    const std::unique_ptr<CURLU, FreedUrl> url{curl_url()};
    const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
    if (text.size() > longest_url || !plain || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK ||
        part_of(url.get(), CURLUPART_HOST).empty())
        return wrong_address({"URLは https://example.jp/hook の形で、500文字までにしてください。",
            "a URL looks like https://example.jp/hook, at most 500 characters"});
    const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
    if (scheme == "http" && !terms.plain_http)
        return wrong_address(
            {"httpは使えません。https の宛先にするか、管理者に起動時の設定（--webhook-http）を依頼してください。",
                "http is not allowed here: use https, or ask the administrator for --webhook-http"});
    if (scheme != "http" && scheme != "https")
        return wrong_address({"https のURLにしてください。", "use an https URL"});
    if (!part_of(url.get(), CURLUPART_USER).empty() || !part_of(url.get(), CURLUPART_PASSWORD).empty())
        return wrong_address({"URLに利用者名やパスワードを書かないでください。署名で確かめられます。",
            "put no user name or password into the URL: the signature proves who sends"});
    return {};
}

PostOutcome post(const std::string& url, const PostHeaders& headers, const std::string& body, const PostTerms& terms,
    const std::stop_token& stop)
{
    if (const auto right = check_post_url(url, terms); !right)
        return {PostFate::forbidden, 0, right.error().text.en};
    const Handle handle = new_handle(stop);
    std::array<char, CURL_ERROR_SIZE> said{};
    Passage passage{terms};
    List lines;
    add(lines, "Content-Type: application/json");
    add(lines, "Expect:");
    for (const auto& [name, value] : headers)
        add(lines, name + ": " + value);
    demand(handle.get(), terms);
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_USERAGENT, "Hoshuban");
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(handle.get(), CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(handle.get(), CURLOPT_OPENSOCKETDATA, &passage);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &passage);
    curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, said.data());
    const CURLcode result = curl_easy_perform(handle.get());
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    return outcome_of(result, status, passage, said.data());
}

}
