#include "features/people/people_store.hpp"

#include "features/account/account.hpp"
#include "features/account/membership_store.hpp"
#include "features/account/person_store.hpp"
#include "features/account/session_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/people/assignment_store.hpp"
#include "features/people/leaving_job.hpp"
#include "features/people/worker_fixture_test.hpp"
#include "features/work_request/opening_store.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>

namespace hoshuban::people {
namespace {

constexpr const char* r7 = "sapporo-r7-juki-cs";
const ContractId contract_id{r7};
const Instant nine = *parse_instant("2025-12-01T00:00:00Z");
const PersonId keeper{"p-keeper"};

class PeopleStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        Actor actor;
        actor.person = keeper;
        database().write([&](db::Tx& tx) {
            const auto event =
                audit::entry(audit::Cause{actor, nine}, contract_id, "contract.loaded", {"contract", r7});
            contract::load(tx, test::profile(r7), test::profile_files(r7), event);
            ASSERT_TRUE(account::insert(tx, account::Person{keeper, "kanri", "管理 太郎"}, nine));
            ASSERT_TRUE(account::insert(tx, account::Person{worker_account, "sagyo", "作業 次郎"}, nine));
        });
    }

    Worker add(const char* id, const std::vector<Step>& steps, std::optional<PersonId> person = {})
    {
        Worker worker = worker_of(steps);
        worker.id = {id};
        worker.contract_id = contract_id;
        worker.person = std::move(person);
        database().write([&](db::Tx& tx) {
            insert(tx, worker, nine);
            for (RosterChange& change : worker.changes) {
                change.id = {fmt::format("{}-{}", id, change.sequence)};
                change.announced_by = keeper;
                change.announced_by_name = "管理 太郎";
                change.announced_at = nine;
                insert(tx, worker, change);
            }
        });
        return worker;
    }

    WorkRequestId add_request()
    {
        const WorkRequestId id{"r1"};
        database().write([&](db::Tx& tx) {
            const work_request::Opening opening{.title = "端末の移設",
                .body = "",
                .entered_on = day("2025-12-01"),
                .wish_on = day("2025-12-26"),
                .city_person = "",
                .division = "",
                .division_person = "",
                .contractor = "",
                .contractor_person = "",
                .work_types = {},
                .site = {},
                .device = {},
                .agreement = ""};
            const auto opened = work_request::open_request(tx, test::profile(r7), opening, id, nine);
            ASSERT_TRUE(opened) << opened.error().text.en;
        });
        return id;
    }

    void assign(const char* id, const WorkRequestId& request, const Worker& worker, const char* first, const char* last)
    {
        database().write([&](db::Tx& tx) {
            insert(tx,
                Assignment{.id = {id},
                    .contract_id = contract_id,
                    .request = request,
                    .worker = worker.id,
                    .task = "現地作業",
                    .days = {day(first), day(last)},
                    .devices = {{"d1"}, {"d2"}},
                    .assigned_at = nine,
                    .assigned_by = "管理 太郎"},
                keeper);
        });
    }

    std::vector<std::string> roles_of_worker(LocalDay on)
    {
        std::vector<std::string> roles;
        const auto found =
            database().read([&](db::Reader& reader) { return account::roles_in_force(reader, worker_account, on); });
        for (const Membership& each : found)
            roles.emplace_back(name_of(each.role));
        return roles;
    }

    const PersonId worker_account{"p-worker"};
};
HOSHUBAN_ON_BOTH_DATABASES(PeopleStore);

TEST_P(PeopleStore, KeepsEveryFactOfAChange)
{
    Worker worker = add("w1", {{ChangeKind::entry, "2025-04-01", Standing::settled}});
    RosterChange change{.id = {"c9"},
        .sequence = 2,
        .kind = ChangeKind::change,
        .takes_effect_on = day("2025-12-10"),
        .entry = {.name = "髙﨑 𠮷子",
            .kana = "たかさき よしこ",
            .company = "協力会社例",
            .subcontractor = true,
            .duties = {StaffDuty::security_officer, StaffDuty::data_protection_officer},
            .work = "現地作業",
            .assets = "端末一覧",
            .contact = "090-0000-0000"},
        .reason = "改姓",
        .emergency = true,
        .city_request = "市の求め",
        .reported_on = day("2025-11-28"),
        .needs_grant = true,
        .standing = Standing::announced,
        .approval_number = "承認-1",
        .announced_at = nine,
        .announced_by = keeper,
        .announced_by_name = "管理 太郎"};
    database().write([&](db::Tx& tx) { insert(tx, worker, change); });
    const auto found = database().read([&](db::Reader& reader) { return find_change(reader, contract_id, change.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->worker, worker.id);
    EXPECT_EQ(found->change.entry, change.entry);
    EXPECT_EQ(found->change.reason, "改姓");
    EXPECT_TRUE(found->change.emergency);
    EXPECT_TRUE(found->change.needs_grant);
    EXPECT_EQ(found->change.city_request, "市の求め");
    EXPECT_EQ(found->change.reported_on, day("2025-11-28"));
    EXPECT_EQ(found->change.approval_number, "承認-1");
    EXPECT_EQ(found->change.announced_at, nine);
}

TEST_P(PeopleStore, ReadsTheWholeRosterWithThreeStatements)
{
    const Worker first = add("w1", {{ChangeKind::entry, "2025-04-01"}, {ChangeKind::leaving, "2025-12-10"}});
    add("w2", {{ChangeKind::entry, "2025-04-01"}});
    const Actor actor{.person = keeper, .name = "管理 太郎"};
    database().write([&](db::Tx& tx) {
        insert(
            tx, first, Training{.id = {"t1"}, .subject = "個人情報の保護", .held_on = day("2025-04-02")}, actor, nine);
    });
    database().read([&](db::Reader& reader) {
        const int before = reader.statements();
        const auto all = list_workers(reader, contract_id);
        EXPECT_EQ(reader.statements() - before, 3);
        ASSERT_EQ(all.size(), 2U);
        EXPECT_EQ(all[0].changes.size(), 2U);
        EXPECT_EQ(all[0].trainings.at(0).subject, "個人情報の保護");
        EXPECT_EQ(all[1].changes.size(), 1U);
        EXPECT_TRUE(all[1].trainings.empty());
    });
}

TEST_P(PeopleStore, WhoWasFirstWins)
{
    const Worker worker = add("w1", {{ChangeKind::entry, "2025-04-01"}});
    database().write([&](db::Tx& tx) { EXPECT_EQ(update(tx, worker)->version, 2); });
    database().write([&](db::Tx& tx) {
        EXPECT_EQ(update(tx, worker).error().code, "people/changed");
        EXPECT_EQ(get_version(tx, contract_id, worker.id, 1).error().code, "people/changed");
        EXPECT_EQ(get_worker(tx, contract_id, {"nobody"}).error().code, "people/no_worker");
        EXPECT_EQ(get_worker(tx, {"other"}, worker.id).error().code, "people/no_worker");
    });
}

TEST_P(PeopleStore, AChangeIsSettledOnce)
{
    Worker worker = add("w1", {{ChangeKind::entry, "2025-12-10", Standing::announced, true}});
    RosterChange change = worker.changes.front();
    change.standing = Standing::settled;
    change.takes_effect_on = day("2025-12-12");
    change.settled_at = nine;
    database().write([&](db::Tx& tx) {
        EXPECT_EQ(settle(tx, contract_id, change), Settling::done);
        EXPECT_EQ(settle(tx, contract_id, change), Settling::was_settled);
        const auto stored = find_change(tx, contract_id, change.id);
        EXPECT_EQ(stored->change.takes_effect_on, day("2025-12-12"));
        EXPECT_EQ(stored->change.standing, Standing::settled);
    });
}

TEST_P(PeopleStore, TellsWhoOfAJobIsNotInForceAndWhichDaysNobodyCovers)
{
    const Worker there = add("w1", {{ChangeKind::entry, "2025-04-01"}, {ChangeKind::leaving, "2025-12-04"}});
    const Worker second =
        add("w2", {{ChangeKind::entry, "2025-04-01", Standing::settled, false, "例田 花子", {StaffDuty::responsible}}});
    const WorkRequestId request = add_request();
    const auto ready = [&](std::vector<DayRange> days) {
        return database().read(
            [&](db::Reader& reader) { return readiness(reader, test::profile(r7), contract_id, request, days); });
    };
    const DayRange window{day("2025-12-02"), day("2025-12-05")};
    EXPECT_EQ(ready({window}).uncovered.size(), 4U);

    assign("a1", request, there, "2025-12-02", "2025-12-04");
    assign("a2", request, second, "2025-12-02", "2025-12-02");
    const Readiness found = ready({window});
    EXPECT_EQ(found.assigned, (std::vector<std::string>{"見本 一郎", "例田 花子"}));
    ASSERT_EQ(found.not_in_force.size(), 1U);
    EXPECT_EQ(found.not_in_force[0].worker, there.id);
    EXPECT_EQ(found.not_in_force[0].day, day("2025-12-04"));
    EXPECT_EQ(found.uncovered, std::vector<LocalDay>{day("2025-12-05")});
    EXPECT_EQ(found.missing_duties, std::vector<StaffDuty>{StaffDuty::security_officer});
    EXPECT_TRUE(ready({{day("2025-12-02"), day("2025-12-03")}}).not_in_force.empty());

    const auto first =
        database().read([&](db::Reader& reader) { return assignments_of(reader, contract_id, request).at(0); });
    EXPECT_EQ(first.devices, (std::vector<DeviceId>{{"d1"}, {"d2"}}));
    database().write([&](db::Tx& tx) { remove(tx, first, nine); });
    EXPECT_EQ(ready({window}).uncovered.size(), 3U);
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(get_assignment(reader, contract_id, first.id).error().code, "people/no_assignment");
        EXPECT_EQ(assignments_of(reader, contract_id, second.id).at(0).title, "端末の移設");
    });
}

TEST_P(PeopleStore, LeavingEndsRolesOfTheContractorAndSessionsOnTheDay)
{
    database().write([&](db::Tx& tx) {
        ASSERT_TRUE(account::add_membership(
            tx, {"m1"}, worker_account, {contract_id, Role::worker, day("2025-04-01"), day("2026-04-01")}));
    });
    add("w1", {{ChangeKind::entry, "2025-04-01"}, {ChangeKind::leaving, "2025-12-03"}}, worker_account);
    const auto open_session = [&] {
        database().write([&](db::Tx& tx) {
            account::insert(
                tx, account::Session{.key = "s1", .person = worker_account, .started_at = nine, .last_seen_at = nine});
        });
    };
    const auto signed_in = [&] {
        return database().read([&](db::Reader& reader) { return account::find_session(reader, "s1").has_value(); });
    };
    open_session();
    int told = 0;
    const auto run = [&](const char* now) { return end_rights(database(), *parse_instant(now), [&] { ++told; }); };

    EXPECT_EQ(run("2025-12-02T14:59:59Z"), 0) << "23:59:59 in Japan of the last day";
    EXPECT_TRUE(signed_in());
    EXPECT_EQ(run("2025-12-02T15:00:00Z"), 1) << "midnight in Japan";
    EXPECT_FALSE(signed_in());
    EXPECT_EQ(told, 1);
    EXPECT_EQ(roles_of_worker(day("2025-12-02")), std::vector<std::string>{"worker"});
    EXPECT_TRUE(roles_of_worker(day("2025-12-03")).empty());
    EXPECT_EQ(run("2025-12-02T15:01:00Z"), 0) << "once";
    const auto events = database().read([&](db::Reader& reader) {
        return audit::events_of(reader, contract_id, {"worker", "w1"}, 10);
    });
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].entry.kind, "worker.rights_ended");
    EXPECT_EQ(events[0].entry.after, R"({"roles":"worker"})");
}

TEST_P(PeopleStore, WhoIsBackOrHasAnotherEntryKeepsHisRights)
{
    database().write([&](db::Tx& tx) {
        ASSERT_TRUE(account::add_membership(
            tx, {"m1"}, worker_account, {contract_id, Role::worker, day("2025-04-01"), day("2026-04-01")}));
    });
    add("w1", {{ChangeKind::entry, "2025-04-01"}, {ChangeKind::leaving, "2025-12-03"}}, worker_account);
    add("w2", {{ChangeKind::entry, "2025-12-03"}}, worker_account);
    EXPECT_EQ(end_rights(database(), *parse_instant("2025-12-03T00:00:00Z"), [] { FAIL(); }), 1);
    EXPECT_EQ(roles_of_worker(day("2025-12-03")), std::vector<std::string>{"worker"});
}

TEST_P(PeopleStore, ARefusedLeavingEndsNothing)
{
    add("w1", {{ChangeKind::entry, "2025-04-01"}, {ChangeKind::leaving, "2025-12-03", Standing::refused}},
        worker_account);
    add("w2", {{ChangeKind::entry, "2025-04-01"}, {ChangeKind::leaving, "2025-12-03", Standing::announced, true}},
        worker_account);
    EXPECT_EQ(end_rights(database(), *parse_instant("2025-12-03T00:00:00Z"), [] { FAIL(); }), 0);
}

TEST_P(PeopleStore, ADemandOfTheCityIsAnsweredBeforeItIsClosed)
{
    const Worker worker = add("w1", {{ChangeKind::entry, "2025-04-01", Standing::settled}});
    const Worker other = add("w2", {{ChangeKind::entry, "2025-04-01", Standing::settled}});
    const Demand demand{{"d1"}, "持込みの禁止を守らない。", nine, "見本 太郎"};
    Demand answer{.id = {"d1"}, .reason = {}, .demanded_at = {}, .demanded_by = {}};
    answer.answer = "教育をやり直した。";
    answer.answered_at = nine + std::chrono::hours{1};
    answer.answered_by = "架空 一郎";
    const Instant later = nine + std::chrono::hours{2};
    const auto code = [](const Result<void>& result) { return result ? "" : result.error().code; };
    database().write([&](db::Tx& tx) {
        insert(tx, worker, demand, keeper);
        EXPECT_EQ(code(close_demand(tx, worker, {"d1"}, later)), "people/demand_closed") << "nobody answered it yet";
        EXPECT_EQ(code(answer_demand(tx, other, answer)), "people/demand_closed") << "about somebody else";
        EXPECT_EQ(code(answer_demand(tx, worker, answer)), "");
        EXPECT_EQ(code(close_demand(tx, other, {"d1"}, later)), "people/demand_closed");
        EXPECT_EQ(code(close_demand(tx, worker, {"d1"}, later)), "");
        EXPECT_EQ(code(close_demand(tx, worker, {"d1"}, later)), "people/demand_closed") << "once";
        EXPECT_EQ(code(answer_demand(tx, worker, answer)), "people/demand_closed") << "it is over";
    });
    const auto found = database().read([&](db::Reader& reader) { return demands_of(reader, contract_id, worker.id); });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].reason, demand.reason);
    EXPECT_EQ(found[0].demanded_by, "見本 太郎");
    EXPECT_EQ(found[0].answer, answer.answer);
    EXPECT_EQ(found[0].answered_by, "架空 一郎");
    EXPECT_EQ(found[0].closed_at, later);
    EXPECT_TRUE(database().read([&](db::Reader& reader) { return demands_of(reader, contract_id, other.id); }).empty());
}

}
}
