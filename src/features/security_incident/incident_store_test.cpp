#include "features/security_incident/incident_store.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/due/due_store.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::security_incident {
namespace {

using contract::Basis;
using test::at;

class IncidentStore : public test::OnBothDatabases {
protected:
    Actor person(Role role) const
    {
        const Membership held{contract_id, role, test::day("2025-04-01"), std::nullopt};
        return {.person = {"p"}, .name = "架空 一郎", .memberships = {held}};
    }

    // The clock that runs about an incident taken in under these terms: `moment`, with `guide` when it breaks nothing.
    std::string clock_under(
        const std::optional<contract::FirstReportTerms>& terms, const char* id, Role role = Role::responsible)
    {
        contract::Profile profile = test::profile(contract_id.text);
        profile.security_incidents = terms;
        return database().write([&](db::Tx& tx) {
            const audit::Cause cause{person(role), at("2025-12-05 17:00")};
            const auto opened = open(tx, profile, test::office(), cause, {id},
                {.kind = Kind::loss,
                    .title = "鍵の紛失",
                    .what = "鞄ごと",
                    .noticed_at = at("2025-12-05 16:30"),
                    .place = "区役所",
                    .assets = "機器室の鍵"});
            EXPECT_TRUE(opened) << opened.error().text.en;
            const auto running = due::open_of(tx, contract_id, {.subject = audit::Subject{"security_incident", id}});
            if (running.empty())
                return std::string{"none"};
            return test::print(running.front().terms.due_at) + (running.front().terms.guide ? " guide" : "");
        });
    }

    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        database().write([&](db::Tx& tx) {
            contract::load(tx, test::profile(contract_id.text), test::profile_files(contract_id.text),
                audit::entry(audit::Cause{person(Role::city_section), at("2025-12-01 09:00")}, contract_id,
                    "contract.loaded", {"contract", contract_id.text}));
        });
    }

    const ContractId contract_id{"sapporo-r7-juki-cs"};
};
HOSHUBAN_ON_BOTH_DATABASES(IncidentStore);

// 5 December 2025 is a Friday; what is noticed at 16:30 has 45 minutes of service left.
TEST_P(IncidentStore, RunsTheClockThatTheContractNames)
{
    const auto terms = [](DueKind kind, int amount, Basis basis) {
        return contract::FirstReportTerms{{.kind = kind, .amount = amount}, basis, "§"};
    };
    EXPECT_EQ(clock_under(test::profile(contract_id.text).security_incidents, "i1"), "2025-12-05 23:59 guide");
    EXPECT_EQ(clock_under(terms(DueKind::calendar_days, 0, Basis::contract), "i2"), "2025-12-05 23:59");
    EXPECT_EQ(clock_under(terms(DueKind::open_days, 1, Basis::template_), "i3"), "2025-12-08 23:59 guide");
    EXPECT_EQ(clock_under(terms(DueKind::service_minutes, 60, Basis::contract), "i4"), "2025-12-08 09:00");
    EXPECT_EQ(clock_under(std::nullopt, "i5"), "none");
}

TEST_P(IncidentStore, RunsNoClockForWhatTheCityNoticed)
{
    EXPECT_EQ(clock_under(test::profile(contract_id.text).security_incidents, "i1", Role::city_section), "none");
}

}
}
