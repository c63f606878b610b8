// Writes a list as the city's Excel would hold it, for measuring an import: seed_list DATABASE-URL CONTRACT COUNT FILE.
// One half are requests of the seeded ledger, unchanged; the other half are new and have no number yet.
#include "features/contract/contract_store.hpp"
#include "features/work_request/sheet_export_doc.hpp"
#include "platform/clock.hpp"
#include "seeded_request.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace hoshuban::work_request {
namespace {

// The first numbers belong to the worked example.
constexpr int first = 101;

WorkRequest listed(const ContractId& contract, int number, int half)
{
    if (number <= half)
        return bench::request(contract, first + number, "");
    WorkRequest made = bench::request(contract, 4 * number + 3, "");
    made.number.clear();
    return made;
}

Result<std::string> list(db::Database& database, const ContractId& contract, int count)
{
    contract::ProfileCache profiles;
    TRY_ASSIGN(const auto profile, contract::profile(database, profiles, contract));
    TRY_ASSIGN(auto writer,
        ListWriter::create(
            sheet_vocabulary(profile->list), ListLayout::specimen, ListFormat::xlsx, SystemClock{}.now()));
    for (int number = 1; number <= count; ++number)
        TRY(writer.add(listed(contract, number, count / 2)));
    return writer.finish();
}

}
}

int main(int argc, char** argv)
{
    if (argc != 5) {
        std::cerr << "usage: seed_list DATABASE-URL CONTRACT COUNT FILE\n";
        return 2;
    }
    const auto database = hoshuban::db::open({.url = argv[1]});
    const auto bytes = hoshuban::work_request::list(*database, {argv[2]}, std::atoi(argv[3]));
    if (!bytes) {
        std::cerr << bytes.error().text.en << '\n';
        return 1;
    }
    std::ofstream{argv[4], std::ios::binary} << *bytes;
    return 0;
}
