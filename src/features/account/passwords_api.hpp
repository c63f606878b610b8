#pragma once
#include "platform/crypto.hpp"

#include <mutex>
#include <semaphore>
#include <string>
#include <string_view>

namespace hoshuban::account {

/// Calculates password hashes, a few at a time because each takes much memory, outside of any transaction. Thread safe.
class Passwords {
public:
    explicit Passwords(const crypto::PasswordCost& cost)
        : cost_{cost}
    {
    }

    std::string hash(std::string_view password);
    /// Takes the same time when there is no hash to compare with.
    bool matches(std::string_view hash, std::string_view password);
    bool is_outdated(std::string_view hash) const { return crypto::needs_rehash(hash, cost_); }

private:
    static constexpr int at_once = 2;

    const std::string& nobodys_hash();

    crypto::PasswordCost cost_;
    std::counting_semaphore<at_once> free_{at_once};
    std::once_flag made_;
    std::string nobodys_hash_;
};

}
