#include "features/feed/feed_store.hpp"

#include "features/feed/sql.hpp"

namespace hoshuban::feed {
namespace {

Feed feed_from(const db::Row& row)
{
    return {.id = row.get<FeedId>("id"),
        .contract = row.get<ContractId>("contract_id"),
        .person = row.get<PersonId>("person_id"),
        .created_at = row.get<Instant>("created_at"),
        .fetched_at = row.get<std::optional<Instant>>("fetched_at")};
}

}

std::optional<Feed> find(db::Reader& reader, const ContractId& contract, const PersonId& person)
{
    return reader.query(sql::find_feed, contract, person).one_or_none(feed_from);
}

std::optional<Feed> find_by_secret(db::Reader& reader, std::string_view secret_sha256)
{
    return reader.query(sql::find_feed_by_secret, secret_sha256).one_or_none(feed_from);
}

void put(db::Tx& tx, const Feed& feed, std::string_view secret_sha256)
{
    tx.execute(sql::put_feed, feed.contract, feed.person, feed.id, secret_sha256, feed.created_at);
}

void remove(db::Tx& tx, const ContractId& contract, const PersonId& person)
{
    tx.execute(sql::delete_feed, contract, person);
}

void touch(db::Tx& tx, const Feed& feed, Instant now)
{
    tx.execute(sql::touch_feed, feed.contract, feed.person, now);
}

}
