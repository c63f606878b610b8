#include "features/contract/site_job.hpp"

#include "features/contract/site_store.hpp"

namespace hoshuban::contract {

bool bring_sites_up(db::Database& database, Instant now)
{
    return database.write([&](db::Tx& tx) { return bring_sites_to(tx, {}, day_of(now)); });
}

}
