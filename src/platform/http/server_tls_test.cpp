#include "platform/certificate_test.hpp"
#include "platform/http/server_fixture_test.hpp"

#include <openssl/ssl.h>

namespace hoshuban::http::test {
namespace {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const
    {
        free(pointer);
    }
};

Tls make_certificate(const std::filesystem::path& folder)
{
    const auto files = hoshuban::test::make_certificate(folder);
    return {files.certificate, files.key};
}

/// What `request` is answered over TLS of at most this version; empty when there is no handshake.
std::string ask(std::uint16_t port, int highest_version, std::string_view request)
{
    const std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>> context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_max_proto_version(context.get(), highest_version);
    SSL_CTX_set_security_level(context.get(), 0);
    const std::unique_ptr<SSL, Freed<SSL_free>> ssl(SSL_new(context.get()));
    Client client(port);
    SSL_set_fd(ssl.get(), client.socket());
    if (SSL_connect(ssl.get()) != 1)
        return {};
    SSL_write(ssl.get(), request.data(), static_cast<int>(request.size()));
    std::string answer;
    char part[4096];
    for (int count = SSL_read(ssl.get(), part, sizeof part); count > 0; count = SSL_read(ssl.get(), part, sizeof part))
        answer.append(part, static_cast<std::size_t>(count));
    SSL_shutdown(ssl.get());
    return answer;
}

TEST_F(Serving, Tls)
{
    const std::uint16_t port = start({.tls = make_certificate(folder())});
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const std::string answer = ask(port, version, "GET /ok HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        EXPECT_TRUE(answer.ends_with("\r\n\r\nsecure"));
        EXPECT_NE(answer.find("\r\nStrict-Transport-Security: max-age=31536000\r\n"), std::string::npos);
    }
    EXPECT_EQ(ask(port, TLS1_1_VERSION, "GET /ok HTTP/1.0\r\n\r\n"), "");
}

TEST_F(Serving, PlainTextOnATlsPortIsDropped)
{
    const std::uint16_t port = start({.tls = make_certificate(folder())});
    Client client(port);
    client.send("GET /ok HTTP/1.0\r\n\r\n");
    EXPECT_EQ(client.receive_all().find("200"), std::string::npos);
}

TEST_F(Serving, HandshakesThatNeverEndAreDropped)
{
    const std::uint16_t port = start({.tls = make_certificate(folder()), .header_timeout = 200ms});
    Client client(port);
    EXPECT_TRUE(client.closed());
}

TEST_F(Serving, UnusableTlsFilesAreAnError)
{
    start({});
    Server second({.tls = Tls{"/nonexistent/certificate.pem", "/nonexistent/key.pem"}, .workers = 1}, dispatcher());
    const auto listening = second.listen();
    ASSERT_FALSE(listening);
    EXPECT_EQ(listening.error().code, "http/tls_files");
}

}
}
