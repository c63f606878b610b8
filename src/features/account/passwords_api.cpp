#include "features/account/passwords_api.hpp"

namespace hoshuban::account {
namespace {

class Turn {
public:
    explicit Turn(std::counting_semaphore<2>& free)
        : free_{free}
    {
        free_.acquire();
    }
    ~Turn() { free_.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    std::counting_semaphore<2>& free_;
};

}

std::string Passwords::hash(std::string_view password)
{
    const Turn turn{free_};
    return crypto::hash_password(password, cost_);
}

bool Passwords::matches(std::string_view hash, std::string_view password)
{
    const std::string& nobody = nobodys_hash();
    const Turn turn{free_};
    const bool right = crypto::verify_password(hash.empty() ? std::string_view{nobody} : hash, password);
    return right && !hash.empty();
}

// Made before any comparison, so that the first unknown name is answered no later than the first known one.
const std::string& Passwords::nobodys_hash()
{
    std::call_once(made_, [this] { nobodys_hash_ = hash(crypto::new_token()); });
    return nobodys_hash_;
}

}
