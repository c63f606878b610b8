#include "core/calendar_fixtures_test.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "features/desk/call.hpp"
#include "features/desk/directory.hpp"
#include "features/desk/vendor.hpp"

#include <gtest/gtest.h>

namespace hoshuban::desk {
namespace {

using Lines = std::vector<std::string>;

const contract::Profile& core_terminals()
{
    return test::profile(test::ids::r5);
}

const contract::MakerDesk& maker_desk(const char* id)
{
    return *find_desk(core_terminals(), id);
}

WorkingCalendar calendar_of(const char* id, const DeskMark& mark = {}, std::span<const DayOff> days_off = {})
{
    return WorkingCalendar::create(*desk_terms(maker_desk(id), mark, days_off), HolidayTable::official()).value();
}

std::string state_at(const WorkingCalendar& calendar, const char* at)
{
    const OpenState state = open_state(calendar, test::at(at)).value();
    return state.open ? "open until " + test::print(*state.closes_at)
                      : "next " + test::print(*state.opens_at) + " " + state.reason.ja;
}

TEST(Desks, ArePickedByClassAndModel)
{
    struct Case {
        const char* device_class;
        const char* model;
        Lines expected;
    };
    const Case cases[] = {
        {"pc", "HP_ProDesk400G3DM/CT + HP_ProDisplay_P223", {"hp_diagnosis", "hp_repair"}},
        {"pc", "HP_ProBook_450_G8", {"hp_notebook"}},
        {"pc", "Lenovo_ThinkCentre_M720q_Tiny + Lenovo_T2224dA", {"lenovo"}},
        {"pc", "NEC_PC", {}},
        {"pc", "", {"hp_diagnosis", "hp_repair", "hp_notebook", "lenovo"}},
        {"usb_scanner", "EPSON_GT-S650", {"epson_scanner"}},
        {"usb_scanner", "Canon_CanonScan_LiDE220", {"canon_scanner"}},
        {"dot_printer", "EPSON_VP-4300N", {"epson_printer"}},
        {"color_printer", "RICOH_SP_C840", {"ricoh"}},
        {"small_printer", "RICOH_IPSiO_SP_3400L", {"ricoh"}},
        {"magnetic_reader", "WELCOM_DESIGN 1023I-T123", {"welcom"}},
        {"barcode_reader", "WELCOM_DESIGN SSH65LVU", {"welcom"}},
        {"numbering_scanner", "ジェイエスキューブ TOM9000-SC + NEC_MK32M/B-U", {"js_cube"}},
        {"ic_reader", "SONY_RC-S380", {}},
        {"nothing", "", {}},
    };
    for (const Case& c : cases) {
        Lines ids;
        for (const contract::MakerDesk* desk : desks_for(core_terminals(), c.device_class, c.model))
            ids.push_back(desk->id);
        EXPECT_EQ(ids, c.expected) << c.device_class << " " << c.model;
    }
}

// 001 別表3: every desk by its own calendar.
TEST(Desks, AreOpenByTheirOwnCalendars)
{
    struct Case {
        const char* desk;
        const char* at;
        const char* expected;
    };
    const Case cases[] = {
        {"hp_diagnosis", "2025-12-05 20:59", "open until 2025-12-05 21:00"},
        {"hp_diagnosis", "2025-12-06 16:59", "open until 2025-12-06 17:00"},
        {"hp_diagnosis", "2025-12-06 17:00", "next 2025-12-08 09:00 2025年12月7日（日）日曜日"},
        {"hp_diagnosis", "2025-05-01 10:00", "next 2025-05-02 09:00 2025年5月1日（木）窓口の休み"},
        {"hp_repair", "2025-12-06 10:00", "next 2025-12-08 09:00 2025年12月6日（土）土曜日、2025年12月7日（日）日曜日"},
        {"hp_repair", "2025-12-28 10:00",
            "next 2026-01-05 09:00 2025年12月28日（日）日曜日、2025年12月29日（月）〜2026年1月3日（土）年末年始、"
            "2026年1月4日（日）日曜日"},
        {"hp_notebook", "2025-12-05 17:59", "open until 2025-12-05 18:00"},
        {"lenovo", "2025-12-07 10:00", "open until 2025-12-07 18:00"},
        {"lenovo", "2026-01-01 10:00", "open until 2026-01-01 18:00"},
        {"ricoh", "2025-12-06 17:30", "open until 2025-12-06 18:00"},
        {"ricoh", "2025-11-03 10:00", "next 2025-11-04 09:00 2025年11月3日（月）文化の日"},
        {"epson_printer", "2025-12-30 10:00", "open until 2025-12-30 17:30"},
        {"welcom", "2025-12-05 17:44", "open until 2025-12-05 17:45"},
        {"js_cube", "2025-12-05 17:00", "next 2025-12-08 09:00 2025年12月6日（土）土曜日、2025年12月7日（日）日曜日"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(state_at(calendar_of(c.desk), c.at), c.expected) << c.desk << " " << c.at;
    EXPECT_EQ(desk_terms(maker_desk("canon_scanner"), {}, {}), std::nullopt);
}

TEST(Desks, TakeRepairsInShorterHoursWhereTheySaySo)
{
    const auto terms = repair_terms(maker_desk("ricoh"), {}, {});
    const auto repairs = WorkingCalendar::create(*terms, HolidayTable::official()).value();
    EXPECT_EQ(state_at(repairs, "2025-12-05 16:59"), "open until 2025-12-05 17:00");
    EXPECT_EQ(state_at(repairs, "2025-12-05 17:30"), "next 2025-12-06 09:00 時間外");
    EXPECT_EQ(repair_terms(maker_desk("hp_repair"), {}, {}), std::nullopt);
}

// MKR-07
TEST(Desks, HaveDaysOffWithoutAMaintenanceContract)
{
    const DayOff days_off[] = {{.day = test::day("2025-12-07"), .reason = "月次休業日"}};
    EXPECT_EQ(state_at(calendar_of("lenovo", {}, days_off), "2025-12-07 10:00"),
        "next 2025-12-08 09:00 2025年12月7日（日）月次休業日");
    EXPECT_EQ(state_at(calendar_of("lenovo", {.maintained = true}, days_off), "2025-12-07 10:00"),
        "open until 2025-12-07 18:00");
}

// MKR-04
TEST(Visits, AreDueWithinTheNextBusinessDayOfTheDesk)
{
    struct Case {
        const char* desk;
        const char* reached;
        bool expected;
        const char* due;
    };
    const Case cases[] = {
        {"hp_repair", "2025-12-04 10:00", true, "2025-12-05"},
        {"hp_repair", "2025-12-05 16:59", true, "2025-12-08"},
        {"hp_repair", "2025-04-30 10:00", true, "2025-05-02"},
        {"hp_repair", "2025-05-02 10:00", true, "2025-05-07"},
        {"hp_repair", "2025-12-26 10:00", true, "2026-01-05"},
        {"hp_repair", "2025-12-04 10:00", false, "-"},
        {"ricoh", "2025-12-04 10:00", true, "-"},
    };
    for (const Case& c : cases) {
        const CallFacts facts{.reached_at = test::at(c.reached), .visit_expected = c.expected};
        const auto due = visit_due(maker_desk(c.desk), calendar_of(c.desk), facts).value();
        EXPECT_EQ(due ? to_text(due->day) : "-", c.due) << c.desk << " " << c.reached;
    }
}

CallFacts call_to(const char* desk)
{
    return {.desk = desk, .reached_at = test::at("2025-12-04 10:00"), .asked = "電源が入らない"};
}

TEST(Calls, AreRefusedWhereTheyCannotBe)
{
    const auto with = [](const char* desk, auto change) {
        CallFacts facts = call_to(desk);
        change(facts);
        const auto got = settled(maker_desk(desk), facts, test::at("2025-12-05 12:00"));
        return got ? std::string{"ok"} : got.error().fields.at(0).path + " " + got.error().fields.at(0).code;
    };
    EXPECT_EQ(with("hp_repair", [](CallFacts&) {}), "ok");
    EXPECT_EQ(with("hp_repair", [](CallFacts& f) { f.asked = " "; }), "asked required");
    EXPECT_EQ(with("hp_repair", [](CallFacts& f) { f.reached_at = test::at("2025-12-05 12:01"); }),
        "reached_at desk/moment_to_come");
    EXPECT_EQ(with("hp_repair", [](CallFacts& f) { f.visit_at = test::at("2025-12-08 10:00"); }), "ok");
    EXPECT_EQ(with("hp_repair", [](CallFacts& f) { f.visit_at = test::at("2025-12-04 09:00"); }),
        "visit_at desk/visit_before_call");
    EXPECT_EQ(with("hp_repair", [](CallFacts& f) { f.visited_at = test::at("2025-12-08 10:00"); }),
        "visited_at desk/moment_to_come");
    EXPECT_EQ(with("hp_repair", [](CallFacts& f) { f.visited_at = test::at("2025-12-03 10:00"); }),
        "visited_at desk/visited_before_call");
    EXPECT_EQ(with("hp_repair", [](CallFacts& f) { f.site_told = "見本"; }), "site_told_at required");
    EXPECT_EQ(with("hp_repair", [](CallFacts& f) { f.site_told_at = f.reached_at; }), "site_told required");
    EXPECT_EQ(with("hp_notebook", [](CallFacts& f) { f.channel = Channel::mail; }), "form_attached desk/form_missing");
    EXPECT_EQ(with("hp_notebook",
                  [](CallFacts& f) {
                      f.channel = Channel::mail;
                      f.form_attached = true;
                  }),
        "ok");
    EXPECT_EQ(with("hp_notebook", [](CallFacts& f) { f.channel = Channel::phone; }), "ok");
    EXPECT_EQ(with("js_cube", [](CallFacts& f) { f.channel = Channel::mail; }), "ok");
}

TEST(Calls, SayWhatIsMissing)
{
    const auto missing = [](const char* desk, const CallFacts& facts, int files) {
        Lines lines;
        for (const Text& text : missing_for_closing(maker_desk(desk), facts, files))
            lines.push_back(text.ja);
        return lines;
    };
    CallFacts facts = call_to("hp_repair");
    EXPECT_EQ(missing("hp_repair", facts, 0), Lines{"結果が書かれていません。"});
    facts.visit_expected = true;
    EXPECT_EQ(missing("hp_repair", facts, 0),
        (Lines{"訪問の日時が決まっていません。", "訪問がまだです。", "結果が書かれていません。"}));
    facts.visit_at = test::at("2025-12-05 10:00");
    EXPECT_EQ(missing("hp_repair", facts, 0),
        (Lines{"訪問の日時を拠点に伝えていません。", "訪問がまだです。", "結果が書かれていません。"}));
    facts.site_told_at = test::at("2025-12-04 11:00");
    facts.visited_at = test::at("2025-12-05 10:05");
    facts.outcome = "基板を交換した";
    EXPECT_EQ(missing("hp_repair", facts, 0), Lines{"作業報告書が添付されていません。"});
    EXPECT_EQ(missing("hp_repair", facts, 1), Lines{});
    EXPECT_EQ(missing("epson_printer", facts, 0), Lines{});
}

Vendor lessor(const char* id, const char* name, const char* from, const char* until)
{
    Vendor vendor{.id = {id}, .role = "lessor", .name = name, .contact = "011-000-0000", .from = test::day(from)};
    if (until != nullptr)
        vendor.until = test::day(until);
    return vendor;
}

TEST(Vendors, FollowEachOther)
{
    const auto& r6 = test::profile(test::ids::r6);
    const auto shown = [&](std::span<const Vendor> vendors, const char* on) {
        Lines lines;
        for (const VendorSpan& span : vendor_spans(r6, vendors))
            lines.push_back(fmt::format("{} {} {}-{}{}", span.role.ja, span.name, span.from ? to_text(*span.from) : "",
                span.until ? to_text(*span.until) : "", span.in_force_on(test::day(on)) ? " *" : ""));
        return lines;
    };
    EXPECT_EQ(shown({}, "2024-10-01").front(), "機器賃貸業者 FLCS株式会社 - *");
    // MKR-09: the lessor may change at the renewal.
    const Vendor vendors[] = {lessor("b", "次の賃貸業者", "2025-01-01", nullptr),
        lessor("a", "新しい賃貸業者", "2024-12-01", "2024-12-31"),
        {.id = {"c"}, .role_name = "通信事業者", .name = "架空通信", .from = test::day("2024-04-01")}};
    const Lines lines = shown(vendors, "2024-12-31");
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_EQ(lines[0], "機器賃貸業者 FLCS株式会社 -2024-11-30");
    EXPECT_EQ(lines[1], "機器賃貸業者 新しい賃貸業者 2024-12-01-2024-12-31 *");
    EXPECT_EQ(lines[2], "機器賃貸業者 次の賃貸業者 2025-01-01-");
    EXPECT_EQ(lines[5], "通信事業者 架空通信 2024-04-01- *");
}

TEST(Vendors, AreRefusedWhereTheyCannotBe)
{
    const auto& r6 = test::profile(test::ids::r6);
    const Vendor planned[] = {lessor("a", "新しい賃貸業者", "2024-12-01", "2024-12-31")};
    const auto got = [&](Vendor vendor) {
        const auto result = settled(r6, std::move(vendor), planned);
        return result ? std::string{"ok"} : result.error().fields.at(0).path + " " + result.error().fields.at(0).code;
    };
    EXPECT_EQ(got(lessor("b", "次", "2025-01-01", nullptr)), "ok");
    EXPECT_EQ(got(lessor("b", "次", "2024-11-01", "2024-11-30")), "ok");
    EXPECT_EQ(got(lessor("b", "次", "2024-12-31", nullptr)), "from desk/two_vendors");
    EXPECT_EQ(got(lessor("b", "次", "2024-11-01", nullptr)), "from desk/two_vendors");
    EXPECT_EQ(got(lessor("a", "同じ", "2024-12-15", nullptr)), "ok") << "itself, when it is changed";
    EXPECT_EQ(got(lessor("b", "次", "2025-02-01", "2025-01-31")), "until desk/vendor_backwards");
    EXPECT_EQ(got(lessor("b", " ", "2025-02-01", nullptr)), "name required");
    Vendor odd = lessor("b", "次", "2025-01-01", nullptr);
    odd.role = "odd";
    EXPECT_EQ(got(odd), "role desk/unknown_role");
    odd.role = "";
    EXPECT_EQ(got(odd), "role_name required");
}

}
}
