#pragma once
#include "platform/certificate_test.hpp"
#include "platform/outbound/far_end_test.hpp"

#include <csignal>
#include <functional>
#include <memory>
#include <openssl/ssl.h>
#include <string>

namespace hoshuban::outbound::test {

/// For a FarEnd: a server that shows this certificate and, to who trusts it, answers one HTTP request with 204.
/// `heard` gets what was asked; nothing when the other side hung up at the certificate.
inline std::function<void(Wire&)> answering_over_tls(
    const hoshuban::test::CertificateFiles& files, std::function<void(const std::string&)> heard)
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to who hung up
    const std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_server_method()), &SSL_CTX_free};
    SSL_CTX_use_certificate_chain_file(context.get(), files.certificate.c_str());
    SSL_CTX_use_PrivateKey_file(context.get(), files.key.c_str(), SSL_FILETYPE_PEM);
    return [context, heard = std::move(heard)](Wire& wire) {
        const std::unique_ptr<SSL, decltype([](SSL* each) { SSL_free(each); })> ssl{SSL_new(context.get())};
        SSL_set_fd(ssl.get(), wire.socket());
        if (SSL_accept(ssl.get()) != 1)
            return;
        std::string request;
        char part[4096];
        while (request.find("}") == std::string::npos) {
            const int count = SSL_read(ssl.get(), part, sizeof part);
            if (count <= 0)
                return;
            request.append(part, static_cast<std::size_t>(count));
        }
        heard(request);
        constexpr std::string_view answer = "HTTP/1.1 204 x\r\nConnection: close\r\n\r\n";
        SSL_write(ssl.get(), answer.data(), static_cast<int>(answer.size()));
        SSL_shutdown(ssl.get());
    };
}

}
