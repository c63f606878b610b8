#include "features/support/shift_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <barrier>
#include <gtest/gtest.h>
#include <thread>

namespace hoshuban::support {
namespace {

class ShiftStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        database().write([&](db::Tx& tx) {
            contract::load(tx, test::profile(test::ids::r7), test::profile_files(test::ids::r7),
                audit::entry(cause_, contract_, "contract.loaded", {"contract", contract_.text}));
        });
    }

    Shift first_person(const std::string& id, int night) const
    {
        const Instant from = *parse_instant("2025-12-01T17:15") + std::chrono::days{night};
        return {.id = {id},
            .contract_id = contract_,
            .from = from,
            .until = from + std::chrono::hours{15},
            .person = "当番 " + id,
            .phone = "090-0000-0001"};
    }

    const ContractId contract_{test::ids::r7};
    const Actor actor_{.person = {"p"}, .name = "架空 一郎"};
    const audit::Cause cause_{actor_, *parse_instant("2025-12-01T09:00")};
};
HOSHUBAN_ON_BOTH_DATABASES(ShiftStore);

// Each of two processes saves somebody for the same night at the same moment, night after night.
TEST_P(ShiftStore, KeepsOneFirstPersonWhenTwoProcessesSaveAtOnce)
{
    constexpr int nights = 20;
    const auto other = db::open({.url = database().options().url});
    db::Database* const processes[] = {&database(), other.get()};
    std::vector<std::string> answers[2];
    std::barrier together{2};
    {
        std::vector<std::jthread> threads;
        for (int process = 0; process < 2; ++process) {
            threads.emplace_back([&, process] {
                for (int night = 0; night < nights; ++night) {
                    const Shift wanted = first_person(fmt::format("{}-{:02}", process, night), night);
                    together.arrive_and_wait();
                    const auto saved = processes[process]->write([&](db::Tx& tx) {
                        return insert(tx, cause_, std::span{&wanted, 1});
                    });
                    answers[process].push_back(saved ? "saved" : saved.error().code);
                }
            });
        }
    }
    const std::vector<std::string> expected{"saved", "support/two_primaries"};
    for (int night = 0; night < nights; ++night) {
        std::vector<std::string> both{
            answers[0].at(static_cast<std::size_t>(night)), answers[1].at(static_cast<std::size_t>(night))};
        std::ranges::sort(both);
        EXPECT_EQ(both, expected) << night;
    }
    database().read([&](db::Reader& reader) {
        const Instant begins = *parse_instant("2025-12-01T00:00");
        EXPECT_EQ(list_shifts(reader, contract_, {begins, begins + std::chrono::days{nights + 2}}).size(), 20U);
        int planned = 0;
        audit::for_each(reader, contract_,
            [&](const audit::Event& event) { planned += event.entry.kind == "on_call.planned" ? 1 : 0; });
        EXPECT_EQ(planned, nights);
        EXPECT_FALSE(audit::verify(reader, contract_).broken);
    });
}

}
}
