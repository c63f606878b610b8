#include "features/incident/recount_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/desk/call_store.hpp"
#include "features/due/due_store.hpp"
#include "features/incident/dispatch_store.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

class RecountStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        database().write([&](db::Tx& tx) {
            contract::load(tx, profile_, test::profile_files(test::ids::r5),
                audit::entry(cause_, contract_, "contract.loaded", {"contract", contract_.text}));
        });
    }

    DueId new_id() { return {fmt::format("d{}", ++ids_)}; }

    Listed listed(const char* id, const char* device_class) const
    {
        Listed made{.incident = {.id = {id}, .contract_id = contract_, .state = State::handed_over}};
        made.incident.intake = {.phenomenon = "電源が入らない", .place = "1階", .device_class = device_class};
        made.incident.entered_at = cause_.now();
        return made;
    }

    // An incident that the city instructed at nine, with its clocks on the board.
    void enter(const char* id, const char* device_class)
    {
        database().write([&](db::Tx& tx) {
            const Listed made = listed(id, device_class);
            const Entry entry{.id = {std::string{id} + "-1"},
                .act = Act::handed_over,
                .at = cause_.now(),
                .person = "市 次郎",
                .entered_by = "市 次郎",
                .entered_at = cause_.now()};
            ASSERT_TRUE(insert(tx, cause_, made.incident, entry));
            const auto levels = LevelCalendars::of(tx, profile_);
            const Stand after{made, timeline_of(std::vector{entry})};
            ASSERT_TRUE(follow(tx, *levels, {made, {}}, after, cause_.now(), [&] { return new_id(); }));
        });
    }

    int recounted(const contract::Profile& profile)
    {
        return database().write([&](db::Tx& tx) {
            const auto levels = LevelCalendars::of(tx, profile);
            return recount(tx, cause_, contract_, *levels, {}, [&] { return new_id(); })->moved;
        });
    }

    std::string clocks()
    {
        return database().read([&](db::Reader& reader) {
            std::string text;
            for (const due::Due& each : due::open_of(reader, contract_, {}))
                text += fmt::format("{} {} {}; ", each.terms.subject.id, each.terms.kind.substr(15),
                    to_text_jst(each.terms.due_at).substr(11, 5));
            return text;
        });
    }

    // What the last event of an incident says that its terms were and are.
    std::string told(const char* id)
    {
        return database().read([&](db::Reader& reader) {
            const auto events = audit::events_of(reader, contract_, {"incident", id}, 1);
            return fmt::format("{} {} {}", events[0].entry.kind, events[0].entry.before, events[0].entry.after);
        });
    }

    const contract::Profile& profile_ = test::profile(test::ids::r5);
    const ContractId contract_{test::ids::r5};
    const Actor actor_{.person = {"p"}, .name = "架空 一郎"};
    const audit::Cause cause_{actor_, *parse_instant("2023-06-01T09:00")};
    int ids_ = 0;
};
HOSHUBAN_ON_BOTH_DATABASES(RecountStore);

TEST_P(RecountStore, StartsAndEndsClocksAsTheLevelsOfTheContractChange)
{
    enter("i1", "pc");
    enter("i2", "ic_reader");
    EXPECT_EQ(clocks(), "i1 contact 10:00; i2 contact 10:00; i1 on_site 12:00; i2 on_site 12:00; ");
    EXPECT_EQ(recounted(profile_), 0);
    contract::Profile changed = profile_;
    changed.service_levels[0].device_classes = {"ic_reader"};
    changed.service_levels[1].minutes = 240;
    EXPECT_EQ(recounted(changed), 3) << "the contact of the PC falls away, both starts on site move";
    EXPECT_EQ(clocks(), "i2 contact 10:00; i1 on_site 13:00; i2 on_site 13:00; ");
    EXPECT_EQ(told("i1"),
        R"(incident.recounted {"terms":"現場への連絡時間 2023-06-01T10:00:00+09:00、現場着手時間 2023-06-01T12:00:00+09:00"} )"
        R"({"terms":"現場着手時間 2023-06-01T13:00:00+09:00"})");
    EXPECT_EQ(recounted(changed), 0);
    EXPECT_EQ(recounted(profile_), 3);
    EXPECT_EQ(clocks(), "i2 contact 10:00; i1 contact 10:00; i1 on_site 12:00; i2 on_site 12:00; ")
        << "the contact of the PC is the youngest";
}

TEST_P(RecountStore, EndsTheClocksOfALevelThatTheContractGivesUp)
{
    enter("i1", "pc");
    contract::Profile changed = profile_;
    changed.service_levels.erase(changed.service_levels.begin() + 1);
    EXPECT_EQ(recounted(changed), 1);
    EXPECT_EQ(clocks(), "i1 contact 10:00; ");
    EXPECT_EQ(told("i1"), R"(incident.recounted {"terms":"on_site 2023-06-01T12:00:00+09:00"} {"terms":""})");
    EXPECT_EQ(recounted(changed), 0);
    EXPECT_EQ(recounted(profile_), 1);
    EXPECT_EQ(clocks(), "i1 contact 10:00; i1 on_site 12:00; ") << "taken up again";
}

// A-12
TEST_P(RecountStore, KnowsWhereAMakersEngineerIsSent)
{
    std::vector<Listed> all{listed("i1", "pc"), listed("i2", "pc"), listed("i3", "pc"), listed("i4", "pc")};
    all[1].incident.case_number = "K05-002";
    const auto call = [&](const char* id, const char* incident, bool visit) {
        desk::Call made;
        made.id = {id};
        made.contract_id = contract_;
        made.facts.incident = incident;
        made.facts.visit_expected = visit;
        made.facts.reached_at = cause_.now();
        made.entered_at = cause_.now();
        database().write([&](db::Tx& tx) { desk::insert(tx, cause_, made, {}, nullptr); });
    };
    call("c1", "i1", true);
    call("c2", "K05-002", true);
    call("c3", "i3", false);
    call("c4", "", true);
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(sent_by_maker(reader, contract_, all), (std::set<IncidentId>{{"i1"}, {"i2"}}));
        EXPECT_EQ(reader.statements(), 1);
        EXPECT_TRUE(sent_by_maker(reader, contract_, {}).empty());
    });
}

}
}
