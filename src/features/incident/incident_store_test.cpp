#include "features/incident/incident_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace hoshuban::incident {
namespace {

class IncidentStore : public test::OnBothDatabases {
protected:
    void SetUp() override
    {
        test::OnBothDatabases::SetUp();
        if (IsSkipped())
            return;
        database().write([&](db::Tx& tx) {
            contract::load(tx, test::profile(test::ids::r5), test::profile_files(test::ids::r5),
                audit::entry(cause_, contract_, "contract.loaded", {"contract", contract_.text}));
        });
    }

    static Instant minute(int after_nine)
    {
        return *parse_instant("2023-06-01T09:00") + std::chrono::minutes{after_nine};
    }

    static Entry entry(const char* id, Act act, int after_nine)
    {
        return {.id = {id},
            .act = act,
            .at = minute(after_nine),
            .person = "保守 太郎",
            .city_person = "窓口 花子",
            .text = "記録",
            .entered_by = "保守 太郎",
            .entered_at = minute(after_nine)};
    }

    Incident incident(const char* id, const char* case_number, int site) const
    {
        return {.id = {id},
            .contract_id = contract_,
            .case_number = case_number,
            .intake = {.phenomenon = "電源が入らない",
                .site = test::profile(test::ids::r5).sites.at(static_cast<std::size_t>(site)).id,
                .place = "1階",
                .device_class = "pc",
                .contact_person = "窓口 花子"},
            .state = State::handed_over,
            .entered_by = "市 次郎",
            .entered_at = minute(0)};
    }

    Result<void> enter(const char* id, const char* case_number, int site, int after_nine)
    {
        return database().write([&](db::Tx& tx) {
            return insert(tx, cause_, incident(id, case_number, site),
                entry(fmt::format("{}-1", id).c_str(), Act::handed_over, after_nine));
        });
    }

    std::string listed(const ListFilter& filter, int limit = 10)
    {
        return database().read([&](db::Reader& reader) {
            std::vector<std::string> ids;
            std::string cursor;
            do {
                const auto page = list(reader, contract_, filter, cursor, limit).value();
                for (const Listed& each : page.incidents)
                    ids.push_back(each.incident.id.text);
                cursor = page.next;
            } while (!cursor.empty());
            return fmt::format("{}", fmt::join(ids, " "));
        });
    }

    const ContractId contract_{test::ids::r5};
    const Actor actor_{.person = {"p"}, .name = "架空 一郎"};
    const audit::Cause cause_{actor_, *parse_instant("2023-06-01T09:00")};
};
HOSHUBAN_ON_BOTH_DATABASES(IncidentStore);

TEST_P(IncidentStore, KeepsAnIncidentWithItsCourse)
{
    ASSERT_TRUE(enter("i1", "K05-001", 0, 0));
    database().write([&](db::Tx& tx) {
        const Listed before = get(tx, contract_, {"i1"}).value();
        Incident after = before.incident;
        after.state = State::contacted;
        after.outcome = {.action = "直した", .cause = "故障", .notes = "なし", .miss_reasons = {{"contact", "渋滞"}}};
        const Entry contacted = entry("i1-2", Act::contacted, 90);
        insert_entry(tx, after, contacted);
        const auto stored = update(tx, cause_, {"incident.contacted", facts_of(contacted), ""}, before, after);
        ASSERT_TRUE(stored);
        EXPECT_EQ(stored->version, 2);
    });
    database().read([&](db::Reader& reader) {
        Incident expected = incident("i1", "K05-001", 0);
        expected.state = State::contacted;
        expected.outcome = {
            .action = "直した", .cause = "故障", .notes = "なし", .miss_reasons = {{"contact", "渋滞"}}};
        expected.version = 2;
        EXPECT_EQ(get(reader, contract_, {"i1"})->incident, expected);
        EXPECT_EQ(entries_of(reader, contract_, IncidentId{"i1"}),
            (std::vector{entry("i1-1", Act::handed_over, 0), entry("i1-2", Act::contacted, 90)}));
        EXPECT_EQ(get_version(reader, contract_, {"i1"}, 1).error().code, "incident/changed");
        EXPECT_EQ(get(reader, contract_, {"i2"}).error().code, "incident/not_found");
    });
}

TEST_P(IncidentStore, KeepsWhatWasTakenBack)
{
    ASSERT_TRUE(enter("i1", "", 0, 0));
    database().write([&](db::Tx& tx) {
        const Incident stored = get(tx, contract_, {"i1"})->incident;
        insert_entry(tx, stored, entry("i1-2", Act::contacted, 90));
        take_back_entry(tx, stored, {"i1-2"}, "別の障害");
    });
    const auto entries =
        database().read([&](db::Reader& reader) { return entries_of(reader, contract_, IncidentId{"i1"}); });
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[1].taken_back, "別の障害");
    EXPECT_EQ(holding(entries), std::vector{entry("i1-1", Act::handed_over, 0)});
}

TEST_P(IncidentStore, GivesACaseNumberToOneIncidentOnly)
{
    ASSERT_TRUE(enter("i1", "K05-001", 0, 0));
    EXPECT_EQ(enter("i2", "K05-001", 0, 5).error().code, "incident/case_number_taken");
    EXPECT_TRUE(enter("i3", "", 0, 5));
    EXPECT_TRUE(enter("i4", "", 0, 5));
    EXPECT_EQ(listed({}), "i4 i3 i1");
}

// "i1: handed_over contacted" of each, in the order in which they are given.
std::string told(const std::vector<OpenCourse>& courses)
{
    std::string text;
    for (const auto& [incident, entries] : courses) {
        text += fmt::format("{}{}:", text.empty() ? "" : ", ", incident.incident.id.text);
        for (const Entry& each : entries)
            text += fmt::format(" {}", name_of(each.act));
    }
    return text;
}

TEST_P(IncidentStore, WalksThroughTheOpenOnesByTheirIdsWithTheirCourses)
{
    for (const char* id : {"i3", "i1", "i4", "i2"})
        ASSERT_TRUE(enter(id, "", 0, id[1] - '0'));
    database().write([&](db::Tx& tx) {
        insert_entry(tx, incident("i4", "", 0), entry("a", Act::contacted, 20));
        insert_entry(tx, incident("i1", "", 0), entry("b", Act::arrived, 40));
        insert_entry(tx, incident("i1", "", 0), entry("c", Act::contacted, 20));
        const Listed before = get(tx, contract_, {"i2"}).value();
        Incident closed = before.incident;
        closed.state = State::closed;
        ASSERT_TRUE(update(tx, cause_, {"incident.closed", {}, ""}, before, closed));
    });
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(told(open_courses(reader, contract_, {}, 2)), "i1: handed_over contacted arrived, i3: handed_over");
        EXPECT_EQ(told(open_courses(reader, contract_, {"i3"}, 2)), "i4: handed_over contacted");
        EXPECT_EQ(reader.statements(), 4);
        EXPECT_EQ(told(open_courses(reader, contract_, {"i4"}, 2)), "");
        EXPECT_EQ(told(open_courses(reader, {"other"}, {}, 2)), "");
    });
}

TEST_P(IncidentStore, ListsTheLatestFirst)
{
    ASSERT_TRUE(enter("i1", "K05-001", 0, 0));
    ASSERT_TRUE(enter("i2", "K05-002", 1, 30));
    ASSERT_TRUE(enter("i3", "K05-003", 0, 10));
    const std::vector<contract::Site>& sites = test::profile(test::ids::r5).sites;
    EXPECT_EQ(listed({}), "i2 i3 i1");
    EXPECT_EQ(listed({}, 1), "i2 i3 i1");
    EXPECT_EQ(listed({.site = sites[0].id.text}), "i3 i1");
    EXPECT_EQ(listed({.words = "k05-002"}), "i2");
    EXPECT_EQ(listed({.state = "open"}), "i2 i3 i1");
    EXPECT_EQ(listed({.state = "closed"}), "");
    EXPECT_EQ(listed({.only = std::vector{sites[1].id}}), "i2");
    EXPECT_EQ(listed({.only = std::vector<SiteId>{}}), "");
}

}
}
