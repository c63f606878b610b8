// Fills a contract's ledger with requests for the measurements: seed_ledger DATABASE-URL CONTRACT COUNT.
// Every request is stored with its event, as the product stores it.
#include "core/role.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/number_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/clock.hpp"
#include "platform/uuid.hpp"
#include "seeded_request.hpp"

#include <cstdlib>
#include <iostream>

namespace hoshuban::work_request {
namespace {

constexpr int batch = 1000;

void seed(db::Database& database, const ContractId& contract, int count)
{
    const SystemClock clock;
    const Actor actor{{"seed"}, "計測用", true, {}, Origin::command};
    for (int done = 0; done < count; done += batch) {
        const Instant now = clock.now();
        database.write([&](db::Tx& tx) {
            std::vector<audit::Entry> entries;
            for (int number = done + 1; number <= std::min(count, done + batch); ++number) {
                const WorkRequest made = bench::request(contract, number, new_uuid(clock));
                if (!insert(tx, made, {bench::year, number}, now))
                    continue;
                entries.push_back(
                    creation_entry(entry_of(audit::Cause{actor, now}, {"work_request.created"}, made), made));
            }
            contract::raise_number(tx, contract, "work_request", bench::year, std::min(count, done + batch));
            audit::record_all(tx, entries);
        });
    }
}

}
}

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: seed_ledger DATABASE-URL CONTRACT COUNT\n";
        return 2;
    }
    const auto database = hoshuban::db::open({.url = argv[1]});
    hoshuban::work_request::seed(*database, {argv[2]}, std::atoi(argv[3]));
    return 0;
}
