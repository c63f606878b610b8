#include "features/security_incident/incident_store.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/due/due_store.hpp"
#include "features/security_incident/damage.hpp"
#include "features/security_incident/damage_fixture_test.hpp"
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

TEST_P(IncidentStore, RunsTheClockOfTheCategoryAndKeepsItsTerm)
{
    contract::Profile profile = test::profile(contract_id.text);
    profile.accidents =
        contract::FirstReportTerms{{.kind = DueKind::service_minutes, .amount = 45}, Basis::contract, "§13(3)"};
    profile.damages = contract::FirstReportTerms{{.kind = DueKind::open_days, .amount = 1}, Basis::assumption, "§9"};
    struct Case {
        const char* id;
        Category category;
        Role role;
        const char* clock;
        std::optional<ReportTerm> term;
    };
    const ReportTerm accident{at("2025-12-05 17:15"), false, "§13(3)"};
    const ReportTerm damage{at("2025-12-09 00:00") - std::chrono::seconds{1}, true, "§9"};
    const Case cases[] = {
        {"a1", Category::accident, Role::responsible, "accident.report", accident},
        {"a2", Category::accident, Role::city_section, "", std::nullopt},
        {"d1", Category::damage, Role::responsible, "damage.report", damage},
        {"d2", Category::damage, Role::city_section, "damage.report", damage},
    };
    for (const Case& c : cases) {
        const auto [clock, term] = database().write([&](db::Tx& tx) {
            const audit::Cause cause{person(c.role), at("2025-12-05 17:00")};
            Intake told{.title = "床", .what = "倒した", .noticed_at = at("2025-12-05 16:30"), .place = "区役所"};
            told.category = c.category;
            if (c.category == Category::damage)
                told.harm = {.affected = "床", .party = Party::city, .amount_yen = 0};
            EXPECT_TRUE(open(tx, profile, test::office(), cause, {c.id}, told));
            const auto running = due::open_of(tx, contract_id, {.subject = audit::Subject{"security_incident", c.id}});
            const auto stored = get(tx, contract_id, {c.id});
            EXPECT_EQ(stored->intake.harm, told.harm) << c.id;
            return std::pair{running.empty() ? std::string{} : running.front().terms.kind, stored->term};
        });
        EXPECT_EQ(clock, c.clock) << c.id;
        EXPECT_EQ(term, c.term) << c.id;
    }
}

TEST_P(IncidentStore, SetsTheClockAnewWithTheMomentOfNotice)
{
    const contract::Profile& profile = test::profile(contract_id.text);
    const auto line = [&](db::Reader& reader) {
        const auto running = due::open_of(reader, contract_id, {.subject = audit::Subject{"security_incident", "i1"}});
        return running.size() == 1 ? test::print(running.front().terms.due_at) : std::to_string(running.size());
    };
    const auto lines = database().write([&](db::Tx& tx) {
        const audit::Cause cause{person(Role::responsible), at("2025-12-05 17:00")};
        Intake told{.title = "鍵", .what = "鞄ごと", .noticed_at = at("2025-12-05 16:30"), .place = "区役所"};
        const auto opened = open(tx, profile, test::office(), cause, {"i1"}, told);
        std::vector<std::string> all{line(tx)};
        told.noticed_at = at("2025-12-04 18:00");
        const auto moved = correct(tx, profile, test::office(), cause, "前日だった", *opened, told);
        all.push_back(line(tx));
        all.push_back(is_late(*get(tx, contract_id, {"i1"}), cause.now()) ? "late" : "in time");
        Incident reported = *report_first(*moved, {at("2025-12-05 16:45"), "見本", "電話", "架空"}, cause.now());
        reported = update(tx, cause, {"security_incident.first_reported"}, *moved, reported);
        all.push_back(line(tx));
        told.noticed_at = at("2025-12-05 16:00");
        EXPECT_TRUE(correct(tx, profile, test::office(), cause, "当日だった", reported, told));
        all.push_back(line(tx));
        all.push_back(is_late(*get(tx, contract_id, {"i1"}), cause.now()) ? "late" : "in time");
        return all;
    });
    EXPECT_EQ(lines, (std::vector<std::string>{"2025-12-05 23:59", "2025-12-04 23:59", "late", "0", "0", "in time"}));
}

TEST_P(IncidentStore, KeepsWhatWasWrittenRestoredAndRuled)
{
    database().write([&](db::Tx& tx) {
        const audit::Cause cause{person(Role::responsible), at("2025-12-03 10:00")};
        const auto opened =
            open(tx, test::profile(contract_id.text), test::office(), cause, {"d1"}, test::damage().intake);
        Incident row = *report_in_writing(*opened, test::paper(), cause.now());
        row = *restore(row, test::restoration(), day_of(cause.now()));
        row = *rule(row, Side::city, {Verdict::insufficient, "色が違う", cause.now(), "見本"});
        update(tx, cause, {"security_incident.ruled"}, *opened, row);
        const auto stored = get(tx, contract_id, {"d1"});
        EXPECT_EQ(stored->written, test::paper());
        EXPECT_EQ(stored->restoration, test::restoration());
        EXPECT_EQ(stored->ruling, row.ruling);
        EXPECT_EQ(stored->version, 2);
    });
}

TEST_P(IncidentStore, ListsWhatIsAskedFor)
{
    const auto numbers = [&](const Filter& filter, const std::string& cursor = "", int limit = 10) {
        return database().read([&](db::Reader& reader) {
            std::string all;
            const ListPage page = list(reader, contract_id, filter, cursor, limit);
            for (const Incident& incident : page.incidents)
                all += incident.id.text + " ";
            return all + page.next;
        });
    };
    database().write([&](db::Tx& tx) {
        const audit::Cause cause{person(Role::responsible), at("2025-12-31 10:00")};
        const auto add = [&](const char* id, Category category, Kind kind, const char* noticed) {
            Intake told{.kind = kind, .title = "見本", .what = "見本", .noticed_at = at(noticed), .place = "見本"};
            told.category = category;
            if (category == Category::damage)
                told.harm = {.affected = "床", .party = Party::city};
            EXPECT_TRUE(open(tx, test::profile(contract_id.text), test::office(), cause, {id}, told)) << id;
        };
        add("s1", Category::security, Kind::loss, "2025-12-01 00:00");
        add("a1", Category::accident, Kind::traffic, "2025-12-10 12:00");
        add("d1", Category::damage, Kind::building, "2025-12-20 23:59");
        add("d2", Category::damage, Kind::other, "2025-12-21 00:00");
        const auto closed = get(tx, contract_id, {"a1"});
        Incident after = *closed;
        after.state = State::closed;
        update(tx, cause, {"security_incident.closed"}, *closed, after);
    });
    EXPECT_EQ(numbers({}), "d2 d1 a1 s1 ");
    EXPECT_EQ(numbers({}, "", 2), "d2 d1 d1");
    EXPECT_EQ(numbers({}, "d1", 2), "a1 s1 ");
    EXPECT_EQ(numbers({.category = Category::damage}), "d2 d1 ");
    EXPECT_EQ(numbers({.kind = Kind::other}), "d2 ");
    EXPECT_EQ(numbers({.only_open = true}), "d2 d1 s1 ");
    EXPECT_EQ(numbers({.state = State::closed, .only_open = true}), "a1 ");
    EXPECT_EQ(numbers({.from = test::day("2025-12-10"), .until = test::day("2025-12-20")}), "d1 a1 ");
    EXPECT_EQ(numbers({.category = Category::accident, .state = State::noticed}), "");
}

TEST_P(IncidentStore, RunsNoClockForWhatTheCityNoticed)
{
    EXPECT_EQ(clock_under(test::profile(contract_id.text).security_incidents, "i1", Role::city_section), "none");
}

}
}
