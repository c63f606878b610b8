#include "features/repair/repair.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/repair/event_words.hpp"
#include "features/repair/repair_list_doc.hpp"
#include "features/repair/stock.hpp"
#include "formats/xlsx_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::repair {
namespace {

using test::at;
using test::day;

const LocalDay today = day("2023-12-01");

contract::RepairRule pc_rule()
{
    return {
        .device_class = "pc", .models = {}, .drive = true, .certificate = true, .warranty_months = {}, .clause = "§5"};
}

contract::RepairRule reader_rule()
{
    return {.device_class = "reader",
        .models = {},
        .swap_on_site = true,
        .settings = true,
        .warranty_months = {},
        .clause = "§5"};
}

Repair failed_unit(State state = State::failed)
{
    return {.id = {"r1"},
        .contract_id = {"c"},
        .number = "R23-001",
        .device = {"D-0001"},
        .state = state,
        .failed_on = day("2023-11-20"),
        .symptom = "電源が入らない",
        .warranty_until = day("2024-03-31"),
        .last_on = day("2023-11-20"),
        .entered_by = "見本 太郎",
        .entered_at = at("2023-11-20 10:00")};
}

Step step(Act act)
{
    return {.id = {"s1"},
        .act = act,
        .on = today,
        .person = "保全 三枝",
        .place = "架空メーカー",
        .finding = Finding::reproduced,
        .detail = "上書き3回",
        .attendee = "見本 太郎",
        .reason = "修理できない",
        .certificate = AttachmentId{"f1"},
        .entered_by = "見本",
        .entered_at = at("2023-12-01 09:00")};
}

template <class T>
std::string code(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

std::string names(const std::vector<Act>& acts)
{
    std::string text;
    for (const Act act : acts)
        text += fmt::format("{}{}", text.empty() ? "" : " ", name_of(act));
    return text;
}

TEST(Chain, offers_what_can_follow)
{
    struct Case {
        const char* what;
        Repair repair;
        contract::RepairRule rule;
        const char* acts;
    };
    auto erased = failed_unit(State::returned);
    erased.erased_on = today;
    auto not_reproduced = failed_unit(State::tested);
    not_reproduced.finding = Finding::not_reproduced;
    auto swapped = failed_unit(State::tested);
    swapped.spare = DeviceId{"D-0009"};
    auto settled = swapped;
    settled.settings_on = today;
    const Case cases[] = {
        {"failed", failed_unit(), pc_rule(), "carried_back"},
        {"carried back", failed_unit(State::carried_back), pc_rule(), "tested"},
        {"tested with a drive", failed_unit(State::tested), pc_rule(), "sent_to_maker handed_over erased"},
        {"at the maker", failed_unit(State::at_maker), pc_rule(), "returned"},
        {"returned with its data", failed_unit(State::returned), pc_rule(), "erased"},
        {"returned and erased", erased, pc_rule(), "rebuilt disposed"},
        {"rebuilt", failed_unit(State::rebuilt), pc_rule(), "made_spare"},
        {"a reader that works", not_reproduced, reader_rule(), "sent_to_maker handed_over made_spare disposed"},
        {"a reader whose spare waits", swapped, reader_rule(), "settings_made sent_to_maker"},
        {"a reader whose spare is set", settled, reader_rule(), "sent_to_maker handed_over disposed"},
        {"a spare again", failed_unit(State::spare), pc_rule(), ""},
        {"handed over", failed_unit(State::handed_over), pc_rule(), ""},
        {"disposed of", failed_unit(State::disposed), pc_rule(), ""},
    };
    for (const Case& c : cases)
        EXPECT_EQ(names(possible_acts(c.repair, c.rule)), c.acts) << c.what;
}

TEST(Chain, of_a_pc_runs_from_failure_to_spare)
{
    Repair repair = failed_unit();
    const std::pair<Act, State> way[] = {{Act::carried_back, State::carried_back}, {Act::tested, State::tested},
        {Act::sent_to_maker, State::at_maker}, {Act::returned, State::returned}, {Act::erased, State::erased},
        {Act::rebuilt, State::rebuilt}, {Act::made_spare, State::spare}};
    for (const auto& [act, state] : way) {
        Step done = step(act);
        const auto after = carry_out(repair, done, pc_rule(), today);
        ASSERT_TRUE(after) << name_of(act) << " " << after.error().code;
        EXPECT_EQ(after->state, state);
        repair = *after;
    }
    EXPECT_EQ(repair.erased_on, today);
    EXPECT_EQ(repair.finding, Finding::reproduced);
}

TEST(Steps, are_refused_with_what_is_missing)
{
    struct Case {
        const char* code;
        State state;
        Act act;
        contract::RepairRule rule;
        void (*change)(Repair&, Step&);
    };
    const Case cases[] = {
        {"repair/does_not_follow", State::failed, Act::rebuilt, pc_rule(), [](Repair&, Step&) {}},
        {"repair/in_future", State::failed, Act::carried_back, pc_rule(),
            [](Repair&, Step& s) { s.on = day("2023-12-02"); }},
        {"repair/before_step", State::failed, Act::carried_back, pc_rule(),
            [](Repair&, Step& s) { s.on = day("2023-11-19"); }},
        {"", State::failed, Act::carried_back, pc_rule(), [](Repair&, Step& s) { s.on = day("2023-11-20"); }},
        {"repair/finding_needed", State::carried_back, Act::tested, pc_rule(),
            [](Repair&, Step& s) { s.finding.reset(); }},
        {"repair/reason_needed", State::carried_back, Act::tested, pc_rule(),
            [](Repair&, Step& s) {
                s.finding = Finding::not_needed;
                s.reason.clear();
            }},
        {"", State::carried_back, Act::tested, pc_rule(), [](Repair&, Step& s) { s.finding = Finding::not_needed; }},
        {"repair/maker_needed", State::tested, Act::sent_to_maker, pc_rule(),
            [](Repair&, Step& s) { s.place.clear(); }},
        {"repair/out_of_warranty", State::tested, Act::sent_to_maker, pc_rule(),
            [](Repair& r, Step&) { r.warranty_until = day("2023-11-19"); }},
        {"", State::tested, Act::sent_to_maker, pc_rule(),
            [](Repair& r, Step&) { r.warranty_until = day("2023-11-20"); }},
        {"repair/warranty_unknown", State::tested, Act::sent_to_maker, pc_rule(),
            [](Repair& r, Step&) { r.warranty_until.reset(); }},
        {"repair/in_warranty", State::tested, Act::handed_over, pc_rule(), [](Repair&, Step&) {}},
        {"", State::tested, Act::handed_over, pc_rule(),
            [](Repair& r, Step&) { r.warranty_until = day("2023-11-19"); }},
        {"repair/method_needed", State::tested, Act::erased, pc_rule(), [](Repair&, Step& s) { s.detail = "　"; }},
        {"repair/attendee_needed", State::tested, Act::erased, pc_rule(),
            [](Repair&, Step& s) {
                s.attendee.clear();
                s.reason.clear();
            }},
        {"", State::tested, Act::erased, pc_rule(), [](Repair&, Step& s) { s.attendee.clear(); }},
        {"repair/certificate_needed", State::tested, Act::erased, pc_rule(),
            [](Repair&, Step& s) { s.certificate.reset(); }},
        {"repair/does_not_follow", State::tested, Act::erased, reader_rule(), [](Repair&, Step&) {}},
        {"repair/settings_missing", State::returned, Act::made_spare, reader_rule(),
            [](Repair& r, Step&) { r.spare = DeviceId{"D-0009"}; }},
        {"", State::returned, Act::made_spare, reader_rule(),
            [](Repair& r, Step&) {
                r.spare = DeviceId{"D-0009"};
                r.settings_on = day("2023-11-20");
            }},
        {"repair/does_not_follow", State::returned, Act::disposed, pc_rule(), [](Repair&, Step&) {}},
        {"repair/reason_needed", State::returned, Act::disposed, reader_rule(),
            [](Repair&, Step& s) { s.reason.clear(); }},
    };
    for (const Case& c : cases) {
        Repair repair = failed_unit(c.state);
        Step done = step(c.act);
        c.change(repair, done);
        EXPECT_EQ(code(carry_out(repair, done, c.rule, today)), c.code) << name_of(c.act);
    }
}

TEST(Stock, looks_back_no_further_than_the_contract)
{
    const auto months = months_back(day("2023-10-15"), today, 12);
    ASSERT_EQ(months.size(), 3U);
    EXPECT_EQ(months.front().month, day("2023-10-01"));
    EXPECT_EQ(months.back().month, day("2023-12-01"));
    EXPECT_EQ(months_back(day("2020-04-01"), today, 12).size(), 13U);
    EXPECT_EQ(months_back(day("2024-04-01"), today, 12).size(), 1U) << "before the contract begins";
}

TEST(Stock, lasts_as_long_as_the_rate_of_the_past_says)
{
    EXPECT_EQ(open_days_left(6, 3, 60), 120);
    EXPECT_EQ(open_days_left(1, 3, 100), 33);
    EXPECT_EQ(open_days_left(0, 3, 60), 0);
    EXPECT_EQ(open_days_left(0, 0, 60), std::nullopt);
    EXPECT_EQ(open_days_left(5, 0, 60), std::nullopt);
    EXPECT_EQ(open_days_left(5, 2, 0), 2) << "the first day";
}

TEST(Contract, says_what_a_model_needs)
{
    const auto& terms = *test::profile(test::ids::r5).repair;
    const auto said = [&](const char* device_class, const char* model) {
        const auto* rule = contract::repair_rule(terms, device_class, model);
        if (rule == nullptr)
            return std::string{"none"};
        return fmt::format("{}{}{}{}", rule->swap_on_site ? "swap " : "", rule->settings ? "settings " : "",
            rule->drive ? "drive " : "", rule->certificate ? "certificate" : "");
    };
    EXPECT_EQ(said("pc", "HP_ProDesk400G3DM/CT + HP_ProDisplay_P223"), "drive certificate");
    EXPECT_EQ(said("pc", "HP_ProBook_450_G8"), "drive ");
    EXPECT_EQ(said("magnetic_reader", "WELCOM_DESIGN 1023I-T123"), "swap settings ");
    EXPECT_EQ(said("usb_scanner", "EPSON_GT-S650"), "swap ");
    EXPECT_EQ(said("server", "?"), "none");
    EXPECT_FALSE(test::profile(test::ids::r7).repair);
}

TEST(RepairWorkbook, holds_a_row_for_each_repair)
{
    const Listed listed{failed_unit(), "D-0001", "pc", "デスクトップ", "HP", "住記・税", "D-0009", "A23A-01"};
    const auto bytes = repair_workbook({listed}, Language::ja, at("2023-12-01 09:00"));
    ASSERT_TRUE(bytes);
    EXPECT_TRUE(bytes->starts_with("PK"));
}

}
}
