#include "platform/crypto.hpp"

#include <new>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>
#include <stdexcept>

namespace hoshuban::crypto {
namespace {

void start_sodium()
{
    static const int ready = sodium_init();
    if (ready < 0)
        throw std::runtime_error("libsodium cannot start");
}

void check_box_key(std::string_view key)
{
    start_sodium();
    if (key.size() != crypto_secretbox_KEYBYTES)
        throw std::invalid_argument{"a key has 32 bytes"};
}

const unsigned char* octets(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string_view characters(const Digest& digest)
{
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

// The fetched algorithm saves OpenSSL 3 a search through its providers on every call.
const EVP_MD* sha256_algorithm()
{
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm;
}

}

struct Sha256::State {
    State()
        : context{EVP_MD_CTX_new()}
    {
        EVP_DigestInit_ex2(context, sha256_algorithm(), nullptr);
    }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    EVP_MD_CTX* context;
};

Sha256::Sha256()
    : state_{std::make_unique<State>()}
{
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
}

Digest Sha256::finish()
{
    Digest digest;
    EVP_DigestFinal_ex(state_->context, digest.data(), nullptr);
    return digest;
}

Digest sha256(std::string_view bytes)
{
    Digest digest;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, sha256_algorithm(), nullptr);
    return digest;
}

std::string sha256_hex(std::string_view bytes)
{
    return hex(sha256(bytes));
}

Digest hmac_sha256(std::string_view key, std::string_view bytes)
{
    Digest digest;
    unsigned int size = 0;
    HMAC(sha256_algorithm(), key.data(), static_cast<int>(key.size()), octets(bytes), bytes.size(), digest.data(),
        &size);
    return digest;
}

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += digits[value >> 4];
        text += digits[value & 15];
    }
    return text;
}

std::string hex(const Digest& digest)
{
    return hex(characters(digest));
}

std::string base64url(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), octets(bytes), bytes.size(), variant);
    text.pop_back(); // the terminating NUL
    return text;
}

std::string random_bytes(std::size_t count)
{
    start_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string new_token()
{
    return base64url(random_bytes(32));
}

std::string seal(std::string_view key, std::string_view bytes)
{
    check_box_key(key);
    std::string sealed = random_bytes(crypto_secretbox_NONCEBYTES);
    sealed.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + bytes.size());
    auto* const nonce = reinterpret_cast<unsigned char*>(sealed.data());
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, reinterpret_cast<const unsigned char*>(bytes.data()),
        bytes.size(), nonce, reinterpret_cast<const unsigned char*>(key.data()));
    return sealed;
}

std::optional<std::string> unseal(std::string_view key, std::string_view sealed)
{
    check_box_key(key);
    constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (sealed.size() < overhead)
        return std::nullopt;
    std::string bytes(sealed.size() - overhead, '\0');
    const auto* const nonce = reinterpret_cast<const unsigned char*>(sealed.data());
    const int opened =
        crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(bytes.data()), nonce + crypto_secretbox_NONCEBYTES,
            sealed.size() - crypto_secretbox_NONCEBYTES, nonce, reinterpret_cast<const unsigned char*>(key.data()));
    return opened == 0 ? std::optional{bytes} : std::nullopt;
}

bool equal_in_constant_time(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string hash_password(std::string_view password, const PasswordCost& cost)
{
    start_sodium();
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.memory_bytes,
            crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    hash.resize(hash.find('\0'));
    return hash;
}

bool verify_password(std::string_view hash, std::string_view password)
{
    start_sodium();
    return crypto_pwhash_str_verify(std::string{hash}.c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view hash, const PasswordCost& cost)
{
    start_sodium();
    return crypto_pwhash_str_needs_rehash(std::string{hash}.c_str(), cost.passes, cost.memory_bytes) != 0;
}

}
