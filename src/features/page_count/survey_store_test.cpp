#include "features/page_count/survey_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/device/ledger.hpp"
#include "features/device/loaded_register_test.hpp"
#include "features/device/movement_store.hpp"
#include "features/page_count/reading_file_doc.hpp"
#include "features/page_count/reading_list_doc.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::page_count {
namespace {

/// A contract that surveys its terminals: the register of one of the worked contracts is small.
class PageSurveys : public device::LoadedRegister {
protected:
    void SetUp() override
    {
        LoadedRegister::SetUp();
        if (IsSkipped())
            return;
        profile_ = load("sapporo-r7-juki-cs");
        profile_.page_survey = contract::PageSurveyTerms{{"cs"}, 1'000, contract::Basis::assumption, "001 §5.5"};
    }

    Survey planned(const char* id, const char* on)
    {
        const Survey survey{.id = {id},
            .contract_id = profile_.id,
            .title = "印刷枚数調査",
            .on = test::day(on),
            .made_by = "試作 次郎",
            .made_at = test::at("2025-10-03 09:00")};
        database().write([&](db::Tx& tx) { ASSERT_TRUE(insert(tx, cause(), survey)); });
        return survey;
    }
    std::vector<SurveyedUnit> units(const Survey& survey)
    {
        return database().read([&](db::Reader& reader) { return surveyed_units(reader, profile_, survey).value(); });
    }
    Result<void> enter(const Survey& survey, const DeviceId& device, std::int64_t pages, const char* on, int version)
    {
        const EnteredReading entered{
            device, {.pages = pages, .read_on = test::day(on), .entered_by = "試作 次郎", .version = version}};
        return database().write([&](db::Tx& tx) {
            return put_readings(tx, cause(), survey, surveyed_units(tx, profile_, survey).value(), {&entered, 1});
        });
    }
    std::string told(const Survey& survey)
    {
        std::string text;
        for (const SurveyedUnit& each : units(survey)) {
            text += fmt::format("{} {} {} {}\n", each.unit.device.number,
                each.previous ? fmt::format("{}", each.previous->pages) : "-",
                each.reading && each.reading->pages ? fmt::format("{}", *each.reading->pages) : "-",
                name_of(each.standing));
        }
        return text;
    }

    contract::Profile profile_;
};

HOSHUBAN_ON_BOTH_DATABASES(PageSurveys);

TEST_P(PageSurveys, ShowTheDifferenceToTheLastOne)
{
    const Survey first = planned("s1", "2025-06-02");
    const auto printers = units(first);
    ASSERT_EQ(printers.size(), 2U);
    const DeviceId a = printers[0].unit.device.id;
    const DeviceId b = printers[1].unit.device.id;
    ASSERT_TRUE(enter(first, a, 1'000, "2025-06-02", 0));
    ASSERT_TRUE(enter(first, b, 5'000, "2025-06-03", 0));
    const Survey second = planned("s2", "2025-10-01");
    ASSERT_TRUE(enter(second, a, 1'900, "2025-10-02", 0));
    ASSERT_TRUE(enter(second, b, 4'000, "2025-10-02", 0));
    const std::string number_a = printers[0].unit.device.number;
    const std::string number_b = printers[1].unit.device.number;
    EXPECT_EQ(told(first), fmt::format("{} - 1000 read\n{} - 5000 read\n", number_a, number_b));
    EXPECT_EQ(told(second), fmt::format("{} 1000 1900 read\n{} 5000 4000 asked\n", number_a, number_b));
    EXPECT_EQ(database().read([&](db::Reader& reader) {
        return audit::events_of(reader, profile_.id, {"page_survey", "s2"}, 10).size();
    }),
        3U);
}

TEST_P(PageSurveys, TakeNothingOverWhatSomebodyElseEntered)
{
    const Survey survey = planned("s1", "2025-06-02");
    const DeviceId device = units(survey)[0].unit.device.id;
    ASSERT_TRUE(enter(survey, device, 1'000, "2025-06-02", 0));
    EXPECT_EQ(enter(survey, device, 2'000, "2025-06-02", 0).error().code, "page_count/reading_changed");
    EXPECT_EQ(units(survey)[0].reading->pages, 1'000);
    ASSERT_TRUE(enter(survey, device, 2'000, "2025-06-02", 1));
    EXPECT_EQ(enter(survey, device, 3'000, "2025-06-02", 1).error().code, "page_count/reading_changed");
    EXPECT_EQ(units(survey)[0].reading->pages, 2'000);
    EXPECT_EQ(units(survey)[0].reading->version, 2);
}

TEST_P(PageSurveys, AreOfTheUnitsThatTheContractorKeepsOnTheDay)
{
    const Survey survey = planned("s1", "2025-06-02");
    const DeviceId device = units(survey)[0].unit.device.id;
    const auto site = units(survey)[0].unit.placement.spot.site;
    const device::Movement gone{.id = {"m1"},
        .device = device,
        .move = {.on = test::day("2025-06-02"),
            .to = {site, "倉庫", device::Use::retired, device::Keeper::contractor},
            .cause = device::Cause::removal}};
    database().write([&](db::Tx& tx) { ASSERT_TRUE(device::move(tx, profile_.id, cause(), gone)); });
    EXPECT_EQ(units(survey).size(), 1U);
    EXPECT_EQ(units(planned("s0", "2025-06-01")).size(), 2U) << "on the day before it was there";
}

// 001 §5.5: 219 + 228 printers, without what stands where the city's own staff keep the equipment.
TEST_P(PageSurveys, OfTheCoreTerminalsAreOf447Printers)
{
    const contract::Profile& r5 = load("sapporo-r5-core-terminals");
    const auto surveyed = [&](const char* on) {
        const Survey survey{.id = {"s1"}, .contract_id = r5.id, .title = "印刷枚数調査", .on = test::day(on)};
        return database().read([&](db::Reader& reader) { return surveyed_units(reader, r5, survey).value(); });
    };
    const auto printers = surveyed("2023-09-01");
    ASSERT_EQ(printers.size(), 447U);
    const auto kept = std::ranges::find(r5.sites, true, &contract::Site::excluded);
    const device::Movement to_the_city{.id = {"m1"},
        .device = printers[0].unit.device.id,
        .move = {.on = test::day("2023-09-01"),
            .to = {kept->id, "4階", device::Use::in_service, device::Keeper::city},
            .cause = device::Cause::relocation}};
    database().write([&](db::Tx& tx) { ASSERT_TRUE(device::move(tx, r5.id, cause(), to_the_city)); });
    EXPECT_EQ(surveyed("2023-08-31").size(), 447U);
    EXPECT_EQ(surveyed("2023-09-01").size(), 446U);
}

// Both contracts count their units from D-0001: what was read for the one is not entered for the other.
TEST_P(PageSurveys, TakeNoRowOfAnotherSheet)
{
    const contract::Profile& other = load("sapporo-r6-juki-cs");
    const Survey survey = planned("s1", "2025-06-02");
    const auto printers = units(survey);
    const contract::Device& device = printers[0].unit.device;
    ASSERT_TRUE(std::ranges::count(other.devices, device.id, &contract::Device::id) == 1);
    const Survey theirs{.id = {"s1"}, .contract_id = other.id};
    const Survey later{.id = {"s2"}, .contract_id = survey.contract_id};
    struct Case {
        std::string row_id;
        const char* problem;
    };
    const Case cases[] = {
        {sheet_row_id(survey, device.id), ""},
        {"", ""},
        {sheet_row_id(theirs, device.id), "page_count/other_contract"},
        {device::row_id(other.id, device.id), "page_count/other_contract"},
        {sheet_row_id(later, device.id), "page_count/other_survey"},
        {device::row_id(survey.contract_id, device.id), "page_count/other_survey"},
        {device.id.text, "page_count/bare_row"},
        {"no-such-id", "page_count/bare_row"},
        {sheet_row_id(survey, {"D-9999"}), "page_count/other_row"},
    };
    for (const Case& c : cases) {
        const std::string sheet =
            fmt::format("機器ID,今回の枚数,読取日,行ID\n{},1200,2025-06-03,{}\n", device.number, c.row_id);
        const auto rows = read_survey(sheet, profile_, survey, printers, test::day("2025-06-10")).value();
        ASSERT_EQ(rows.size(), 1U);
        EXPECT_EQ(rows[0].problem ? rows[0].problem->code : "", c.problem) << c.row_id;
        EXPECT_EQ(rows[0].device.text, c.problem[0] == '\0' ? device.id.text : "") << c.row_id;
    }
}

// What leaves to be filled in comes back as it was read; each row says what is wrong with it.
TEST_P(PageSurveys, ComeBackFromTheirSheet)
{
    const Survey survey = planned("s1", "2025-06-02");
    auto printers = units(survey);
    const std::string sheet = survey_workbook(survey, printers, "", Language::ja, test::at("2025-06-02 09:00")).value();
    const LocalDay today = test::day("2025-06-10");
    EXPECT_EQ(read_survey(sheet, profile_, survey, printers, today).value().size(), 0U) << "nothing filled in yet";

    const auto told_of = [&](std::string_view bytes) {
        std::string text;
        for (const FileReading& row : read_survey(bytes, profile_, survey, printers, today).value()) {
            text += fmt::format("{} {} {}{}\n", row.cell, row.number, row.pages,
                row.problem ? " " + row.problem->code : fmt::format(" {}", row.changed ? "new" : "same"));
        }
        return text;
    };
    const std::string a = printers[0].unit.device.number;
    const std::string b = printers[1].unit.device.number;
    const std::string id = sheet_row_id(survey, printers[0].unit.device.id);
    EXPECT_EQ(told_of(fmt::format("機器ID,今回の枚数,読取日,備考,行ID\n"
                                  "{0},\"1,200\",2025-06-03,,{2}\n" // row 2
                                  "{1},１３００枚,令和7年6月4日,,\n"
                                  "{1},1400,2025-06-04,,\n"
                                  "{1},7,2025-06-04,,{2}\n"
                                  "{0},9,2025-06-04,,{2}-not\n"
                                  "X-1,5,2025-06-04,,\n",
                  a, b, id)),
        fmt::format("B2 {0} 1,200 new\nB3 {1} １３００枚 new\nB4 {1} 1400 page_count/twice\n"
                    "B5 {1} 7 page_count/id_differs\nB6 {0} 9 page_count/other_row\nB7 X-1 5 page_count/unknown_unit\n",
            a, b));
    EXPECT_EQ(
        told_of(fmt::format("機器ID,今回の枚数,読取日,備考\n{0},12x,2025-06-03,\n{1},,2025-06-03,故障中\n", a, b)),
        fmt::format("B2 {0} 12x page_count/no_number\nD3 {1}  new\n", a, b));
    EXPECT_EQ(told_of(fmt::format("機器ID,今回の枚数,読取日\n{0},12,\n{1},13,2025-07-01\n", a, b)),
        fmt::format("B2 {0} 12 page_count/day_missing\nB3 {1} 13 page_count/in_future\n", a, b));
    EXPECT_EQ(read_survey("a,b\n1,2\n", profile_, survey, printers, today).error().code, "import/no_head");

    ASSERT_TRUE(enter(survey, printers[0].unit.device.id, 1'200, "2025-06-03", 0));
    printers = units(survey);
    const std::string filled =
        survey_workbook(survey, printers, "", Language::ja, test::at("2025-06-10 09:00")).value();
    const auto rows = read_survey(filled, profile_, survey, printers, today).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].changed, false);
    EXPECT_EQ(rows[0].version, 1);
    EXPECT_EQ(rows[0].problem, std::nullopt);
}

}
}
