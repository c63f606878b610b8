#pragma once
#include "core/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::crypto {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
Digest hmac_sha256(std::string_view key, std::string_view bytes);

/// SHA-256 over bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);
    /// Ends the calculation: add nothing after it.
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string hex(std::string_view bytes);
std::string hex(const Digest&);
/// Without padding, for URLs, cookies and tokens.
std::string base64url(std::string_view bytes);

/// Bytes nobody can guess.
std::string random_bytes(std::size_t count);
/// A secret to hand out: 256 random bits as base64url, 43 characters. Store only its sha256_hex.
std::string new_token();

/// Encrypts with a key of 32 bytes, so that nobody without it reads or changes it (XSalsa20-Poly1305, a fresh nonce
/// before it).
std::string seal(std::string_view key, std::string_view bytes);
/// Nothing when the key is another one or the bytes were changed.
std::optional<std::string> unseal(std::string_view key, std::string_view sealed);

/// Takes the same time wherever the first difference is; false when the lengths differ.
bool equal_in_constant_time(std::string_view, std::string_view);

/// What one Argon2id calculation may cost.
struct PasswordCost {
    std::uint64_t passes = 2;
    std::size_t memory_bytes = 64u << 20; ///< libsodium's "interactive" limits, above OWASP's 19 MiB × 2
};

/// The least libsodium accepts: for tests only.
inline constexpr PasswordCost cheapest_password_cost{1, 8u << 10};

/// The Argon2id text `$argon2id$v=19$…` with its salt. Throws std::bad_alloc when the memory is not there.
std::string hash_password(std::string_view password, const PasswordCost& = {});
bool verify_password(std::string_view hash, std::string_view password);
/// Whether the hash was made at another cost and should be replaced at the next sign-in.
bool needs_rehash(std::string_view hash, const PasswordCost&);

}
