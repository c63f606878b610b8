#pragma once
#include "core/id.hpp"
#include "core/time.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hoshuban::feed {

/// A person's calendar feed of one contract. The secret of its address is shown once and kept as a hash.
struct Feed {
    FeedId id;
    ContractId contract;
    PersonId person;
    Instant created_at;
    std::optional<Instant> fetched_at;
};

std::optional<Feed> find(db::Reader&, const ContractId&, const PersonId&);
std::optional<Feed> find_by_secret(db::Reader&, std::string_view secret_sha256);
/// Takes the place of the one the person had.
void put(db::Tx&, const Feed&, std::string_view secret_sha256);
void remove(db::Tx&, const ContractId&, const PersonId&);
void touch(db::Tx&, const Feed&, Instant now);

}
