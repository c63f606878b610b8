#include "platform/outbound/smtp.hpp"

#include "platform/outbound/transfer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fmt/format.h>

namespace hoshuban::outbound {
namespace {

// What a server says that is about to close the connection.
constexpr long going_down = 421;
constexpr std::string_view plain_scheme = "smtp://";
constexpr std::string_view tls_scheme = "smtps://";

std::unexpected<Error> wrong_url(const Text& why)
{
    return fail(ErrorKind::invalid, "outbound/smtp_url",
        {"メールサーバーは smtp://mail.example.jp:587 のように書いてください。" + why.ja,
            "write the mail server like smtp://mail.example.jp:587. " + why.en});
}

/// The letter as libcurl asks for it, and whether all of it was handed over.
struct Reading {
    std::string_view rest;
    bool finished = false;
};

std::size_t read_letter(char* buffer, std::size_t size, std::size_t count, void* reading)
{
    auto& letter = *static_cast<Reading*>(reading);
    const std::size_t length = std::min(size * count, letter.rest.size());
    std::memcpy(buffer, letter.rest.data(), length);
    letter.rest.remove_prefix(length);
    letter.finished = length == 0;
    return length;
}

long tls_level(MailTls tls)
{
    return tls == MailTls::starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE;
}

void connect_to(CURL* handle, const SmtpServer& server)
{
    const auto at = server.from.find('@');
    // The path is the name under which we greet.
    const std::string url = fmt::format("{}{}:{}/{}", server.tls == MailTls::implicit ? tls_scheme : plain_scheme,
        server.host, server.port, at == std::string::npos ? "localhost" : server.from.substr(at + 1));
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_USE_SSL, tls_level(server.tls));
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!server.ca_file.empty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, server.ca_file.c_str());
    if (!server.user.empty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, server.password.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(server.connect_timeout.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(server.timeout.count()));
}

bool is_permanent(long code)
{
    return code >= 550 && code < 560;
}

// Answers to one letter, after which the server still takes others.
bool concerns_this_letter(CURLcode result, long code)
{
    return code >= 400 && code != going_down && (result == CURLE_SEND_ERROR || result == CURLE_WEIRD_SERVER_REPLY);
}

MailOutcome outcome_of(CURLcode result, long code, bool handed_over, const char* said)
{
    if (result == CURLE_OK)
        return {MailFate::arrived};
    const std::string problem =
        fmt::format("{}{}", code >= 400 ? fmt::format("{} ", code) : "", *said ? said : curl_easy_strerror(result));
    if (handed_over && code < 400)
        return {MailFate::unsure, true, problem};
    if (result == CURLE_LOGIN_DENIED)
        return {MailFate::failed, true, problem};
    if (handed_over || concerns_this_letter(result, code))
        return {is_permanent(code) ? MailFate::refused : MailFate::failed, false, problem};
    return {MailFate::failed, true, problem};
}

}

Result<SmtpServer> parse_smtp_url(const std::string& url, bool plain)
{
    SmtpServer server;
    const bool implicit = url.starts_with(tls_scheme);
    if (!implicit && !url.starts_with(plain_scheme))
        return wrong_url({});
    if (implicit && plain)
        return wrong_url(
            {"smtps:// と --smtp-plain は一緒に使えません。", "smtps:// and --smtp-plain exclude each other."});
    server.tls = implicit ? MailTls::implicit : plain ? MailTls::none : MailTls::starttls;
    server.port = implicit ? 465 : plain ? 25 : 587;
    std::string_view rest = std::string_view{url}.substr(implicit ? tls_scheme.size() : plain_scheme.size());
    if (rest.find('@') != std::string_view::npos)
        return wrong_url({"パスワードはURLではなく、ファイルか環境変数に書いてください。",
            "A password belongs into a file or the environment, not into the URL."});
    const auto colon = rest.find(':', rest.starts_with('[') ? rest.find(']') : 0);
    server.host = rest.substr(0, colon);
    if (colon != std::string_view::npos) {
        const char* const end = rest.data() + rest.size();
        const auto [stop, error] = std::from_chars(rest.data() + colon + 1, end, server.port);
        if (error != std::errc{} || stop != end || server.port == 0)
            return wrong_url({"ポートは1から65535です。", "A port is 1 to 65535."});
    }
    const bool odd = std::ranges::any_of(
        server.host, [](char c) { return c <= ' ' || c == '/' || c == '?' || c == '#' || c == '\x7f'; });
    if (server.host.empty() || odd)
        return wrong_url({});
    return server;
}

MailOutcome send_mail(
    const SmtpServer& server, const std::string& to, const std::string& message, const std::stop_token& stop)
{
    const Handle handle = new_handle(stop);
    std::array<char, CURL_ERROR_SIZE> said{};
    Reading reading{message};
    List recipients;
    add(recipients, "<" + to + ">");
    const std::string from = "<" + server.from + ">";
    connect_to(handle.get(), server);
    curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, said.data());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, read_letter);
    curl_easy_setopt(handle.get(), CURLOPT_READDATA, &reading);
    const CURLcode result = curl_easy_perform(handle.get());
    long code = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
    return outcome_of(result, code, reading.finished, said.data());
}

}
