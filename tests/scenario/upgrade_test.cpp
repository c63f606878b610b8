// A database from before starts of work were recorded, opened by this program: what was under way goes on to its end.
#include "story.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/work_request/search_key.hpp"
#include "features/work_request/work_request_change.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>

namespace hoshuban::scenario {
namespace {

using work_request::Status;
using work_request::WorkRequest;

constexpr int last_of_the_release_before = 31;

WorkRequest request_of_old(const char* id, const char* number, Status status)
{
    WorkRequest request;
    request.id = {id};
    request.contract_id = contract;
    request.number = number;
    request.entered_on = *parse_day("2025-11-25");
    request.wish_on = *parse_day("2025-12-25");
    request.city_person = "見本 太郎";
    request.title = "前の版で受け付けた依頼";
    request.work_types = {"settings_change_city"};
    request.status = status;
    return request;
}

// As the release before stored it, which knew no start.
void store_as_of_old(db::Tx& tx, const WorkRequest& request, int place)
{
    const std::string now = "2025-11-25T01:00:00Z";
    tx.script("INSERT INTO work_request (contract_id, id, number, number_year, number_seq, entered_on, city_person, "
              "division, division_person, contractor, contractor_person, status, title, body, wish_on, result, "
              "procedure_followed, performed_by, contractor_confirmation, contractor_confirmed_by, city_confirmation, "
              "city_confirmed_by, work_types, search_key, version, created_at, updated_at, division_key) VALUES ('" +
        contract.text + "', '" + request.id.text + "', '" + request.number + "', 2025, " + std::to_string(place) +
        ", '2025-11-25', '見本 太郎', '', '', '', '', '" + std::string{name_of(request.status)} + "', '" +
        request.title + "', '', '2025-12-25', '', '', '', 'none', '', 'none', '', ',settings_change_city,', '" +
        work_request::search_key(request) + "', 1, '" + now + "', '" + now + "', '')");
    audit::Entry entry =
        audit::entry(audit::Cause{Actor{.person = {"former"}, .name = "見本 太郎"}, *parse_instant("2025-11-25T10:00")},
            contract, "work_request.created", {"work_request", request.id.text});
    auto facts = work_request::facts_of(request);
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    entry.after = audit::facts_json(facts);
    audit::record(tx, entry);
}

std::string database_of_old(db::Dialect dialect)
{
    std::string url = test::new_database_url(dialect);
    db::Database database{{.url = url}};
    const auto all = db::embedded_migrations();
    const auto known =
        std::ranges::count_if(all, [](const db::Migration& step) { return step.number <= last_of_the_release_before; });
    const auto moment = *parse_instant("2025-04-01T09:00");
    EXPECT_TRUE(db::migrate(database, {.steps = all.first(static_cast<std::size_t>(known)), .now = moment}));
    database.write([&](db::Tx& tx) {
        const Actor loader{.person = {}, .name = "loader", .origin = Origin::command};
        // This program's loading names columns that the release before did not have.
        tx.script("ALTER TABLE device ADD COLUMN search_key TEXT");
        tx.script("ALTER TABLE device ADD COLUMN entered INTEGER NOT NULL DEFAULT 0");
        tx.script("ALTER TABLE site ADD COLUMN entered INTEGER NOT NULL DEFAULT 0");
        contract::load(tx, test::profile(contract.text), test::profile_files(contract.text),
            audit::entry(audit::Cause{loader, moment}, contract, "contract.loaded", {"contract", contract.text}));
        tx.script("ALTER TABLE device DROP COLUMN search_key");
        tx.script("ALTER TABLE device DROP COLUMN entered");
        tx.script("ALTER TABLE site DROP COLUMN entered");
        store_as_of_old(tx, request_of_old("old-1", "A25A-91", Status::in_progress), 91);
        store_as_of_old(tx, request_of_old("old-2", "A25A-92", Status::requested), 92);
    });
    return url;
}

class Upgrade : public Story {
protected:
    void begin() override { open("2025-12-01T09:00", {}, {}, database_of_old(GetParam())); }
};

TEST_P(Upgrade, what_was_under_way_is_taken_over_and_completed)
{
    const std::string one = "/work-requests/old-1";
    EXPECT_EQ(refusal(tell_result("old-1", "2025-12-01")).substr(0, 16), "gate/not_started");
    const Answer gates = stage->get(worker, one + "/gates");
    EXPECT_NE(gates.body.find(R"("can":["start","take_over")"), std::string::npos) << gates.body;
    EXPECT_EQ(stage->post(city, one + "/start-taken-over", "{}", 1).status, 403);
    const Answer taken = stage->post(worker, one + "/start-taken-over", "{}", 1);
    EXPECT_EQ(taken.text("start"), "imported") << taken.body;
    EXPECT_NE(
        stage->get(worker, one + "/gates").body.find("着手を記録し始める前から実施しています。"), std::string::npos);
    EXPECT_EQ(tell_result("old-1", "2025-11-28").status, 200);
    EXPECT_EQ(sign(responsible, "old-1").text("status"), "confirming");
    EXPECT_EQ(sign(city, "old-1").text("status"), "done");
}

TEST_P(Upgrade, what_was_not_accepted_yet_goes_through_its_gates)
{
    const std::string one = "/work-requests/old-2";
    EXPECT_EQ(stage->post(responsible, one + "/accept", R"({"planned_hours":1})", 1).status, 200);
    EXPECT_EQ(refusal(stage->post(worker, one + "/start-taken-over", "{}", 2)), "gate/not_imported");
    EXPECT_EQ(refused("old-2"), "gate/shut procedure schedule vendor people");
}

HOSHUBAN_ON_BOTH_DATABASES(Upgrade);

}
}
