#pragma once
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace hoshuban::test {

/// Where a key and the certificate that it signed for itself stand, as PEM.
struct CertificateFiles {
    std::string certificate;
    std::string key;
};

/// Until when a certificate holds, in seconds from now; negative: it is over.
inline CertificateFiles make_certificate(
    const std::filesystem::path& folder, const std::string& host = "localhost", long valid_for = 3600)
{
    using File = std::unique_ptr<std::FILE, decltype([](std::FILE* file) { std::fclose(file); })>;
    const std::unique_ptr<EVP_PKEY, decltype([](EVP_PKEY* key) { EVP_PKEY_free(key); })> key{
        EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")};
    const std::unique_ptr<X509, decltype([](X509* own) { X509_free(own); })> certificate{X509_new()};
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), valid_for < 0 ? valid_for - 3600 : 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), valid_for);
    X509_NAME* const name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(host.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    CertificateFiles files{(folder / (host + "-certificate.pem")).string(), (folder / (host + "-key.pem")).string()};
    PEM_write_X509(File(std::fopen(files.certificate.c_str(), "w")).get(), certificate.get());
    PEM_write_PrivateKey(
        File(std::fopen(files.key.c_str(), "w")).get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return files;
}

}
