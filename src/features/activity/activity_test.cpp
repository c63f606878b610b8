#include "features/activity/activity.hpp"

#include "features/activity/activity_list_doc.hpp"
#include "features/contract/profile_fixtures_test.hpp"
#include "formats/xlsx_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::activity {
namespace {

const LocalDay today = make_day(2025, 12, 1);

contract::Profile r7()
{
    return test::profile("sapporo-r7-juki-cs");
}

Written inquiry()
{
    return {.work_type = "jlis_inquiry",
        .title = "問い合わせ",
        .what = "電話で確かめた。",
        .done_on = today,
        .hours = {5},
        .performed_by = "試作 次郎"};
}

std::string outcome(const Result<void>& taken)
{
    if (taken)
        return {};
    std::string text = taken.error().code;
    for (const FieldError& each : taken.error().fields)
        text += " " + each.path;
    return text;
}

TEST(Activity, IsOfAKindOfWorkThatIsNotOnEquipment)
{
    std::string kinds;
    for (const char* contract : {"sapporo-r6-juki-cs", "sapporo-r5-core-terminals", "sapporo-r3-mynumber-centre",
             "other-city-r6-terminals", "sapporo-r7-juki-cs"}) {
        const auto profile = test::profile(contract);
        kinds += std::string{contract} + ":";
        for (const contract::WorkType* type : work_types(profile))
            kinds += " " + type->id;
        kinds += "\n";
        EXPECT_EQ(work_types(profile).empty(), contract::find_numbers(profile, "activity") == nullptr) << contract;
    }
    EXPECT_EQ(kinds,
        "sapporo-r6-juki-cs: fault_analysis jlis_inquiry\n"
        "sapporo-r5-core-terminals: monthly_report location_management\n"
        "sapporo-r3-mynumber-centre: inquiry\n"
        "other-city-r6-terminals:\n"
        "sapporo-r7-juki-cs: fault_analysis jlis_inquiry\n");
}

TEST(Activity, IsTakenOrRefusedWithEveryWrongField)
{
    struct Case {
        const char* story;
        void (*change)(Written&);
        const char* outcome;
    };
    const Case cases[] = {
        {"as it is", [](Written&) {}, ""},
        {"the first day of the contract", [](Written& w) { w.done_on = make_day(2025, 4, 1); }, ""},
        {"the day before", [](Written& w) { w.done_on = make_day(2025, 3, 31); }, "activity/outside_period done_on"},
        {"tomorrow", [](Written& w) { w.done_on = make_day(2025, 12, 2); }, "activity/in_future done_on"},
        {"work on equipment", [](Written& w) { w.work_type = "installation"; }, "activity/work_type work_type"},
        {"an unknown kind", [](Written& w) { w.work_type = "x"; }, "activity/work_type work_type"},
        {"no effort", [](Written& w) { w.hours = {0}; }, "activity/hours hours"},
        {"all that fits", [](Written& w) { w.hours = {9'999}; }, ""},
        {"too much", [](Written& w) { w.hours = {10'000}; }, "activity/hours hours"},
        {"several mistakes",
            [](Written& w) {
                w.hours = {0};
                w.work_type.clear();
            },
            "activity/work_type work_type hours"},
        {"blanks for a title", [](Written& w) { w.title = " 　"; }, "required title"},
        {"nobody did it", [](Written& w) { w.performed_by.clear(); }, "required performed_by"},
    };
    for (const Case& c : cases) {
        Written written = inquiry();
        c.change(written);
        EXPECT_EQ(outcome(take(r7(), written, today)), c.outcome) << c.story;
    }
    Written elsewhere = inquiry();
    EXPECT_EQ(outcome(take(test::profile("other-city-r6-terminals"), elsewhere, today)), "activity/none_here");
    Written padded = inquiry();
    padded.title = "　問い合わせ ";
    EXPECT_TRUE(take(r7(), padded, today));
    EXPECT_EQ(padded.title, "問い合わせ");
}

TEST(Activity, IsStruckOutOnceWithAReasonAndNeverChangedAfterwards)
{
    const Activity activity{.number = "N25-001", .written = inquiry()};
    EXPECT_EQ(cancelled(activity, {{}, "架空 一郎", " "}).error().code, "required");
    const auto out = cancelled(activity, {{}, "架空 一郎", "二重に書いた。"});
    ASSERT_TRUE(out);
    EXPECT_EQ(out->number, "N25-001");
    EXPECT_EQ(cancelled(*out, {{}, "架空 一郎", "もう一度"}).error().code, "activity/cancelled");
    EXPECT_EQ(corrected(*out, inquiry()).error().code, "activity/cancelled");
    EXPECT_EQ(corrected(activity, {.title = "別"})->written.title, "別");
}

TEST(Activity, ShowsThatItsKindWantedAnApprovalBeforehand)
{
    Activity activity{.written = inquiry()};
    EXPECT_TRUE(lacks_permission(r7(), activity)) << "AUT-18";
    activity.permission = "P25-001";
    EXPECT_FALSE(lacks_permission(r7(), activity));
    Activity free{.written = inquiry()};
    free.written.work_type = "inquiry";
    EXPECT_FALSE(lacks_permission(test::profile("sapporo-r3-mynumber-centre"), free));
}

std::string row_of(const xlsx::Row& row)
{
    std::string text;
    for (const xlsx::Cell& cell : row.cells)
        text += fmt::format("{}{}", text.empty() ? "" : "|", cell.text);
    return text;
}

TEST(ActivityWorkbook, HoldsEveryRecordAndWhatTheyComeTo)
{
    Activity one{.number = "N25-001", .written = inquiry()};
    one.written.asked_by = "システム課";
    one.written.result = "=1+1";
    one.request_number = "A25A-01";
    Activity other{.number = "N25-002", .written = inquiry(), .permission = "P25-001"};
    other.cancelled = Cancellation{{}, "架空 一郎", "二重の記録"};
    const auto profile = r7();
    const auto bytes = activity_workbook({profile, {one, other}, {{"jlis_inquiry", 1, {5}}}}, Language::ja, {});
    ASSERT_TRUE(bytes) << bytes.error().text.en;
    auto book = xlsx::Workbook::open(*bytes);
    ASSERT_TRUE(book);
    const auto sheet = book->read(book->sheets().front());
    ASSERT_TRUE(sheet);
    std::vector<std::string> rows;
    for (const xlsx::Row& row : sheet->rows)
        rows.push_back(row_of(row));
    EXPECT_EQ(sheet->name, "対応記録");
    EXPECT_EQ(rows,
        (std::vector<std::string>{"番号|対応した日|作業の種類|件名|求めた人|対応の内容|結果|工数(時間)|対応した人|"
                                  "関係する依頼|事前の承認|取消し",
            "N25-001|2025-12-01|J-LISへの問い合わせ|問い合わせ|システム課|電話で確かめた。|=1+1|0.5|試作 "
            "次郎|A25A-01|なし",
            "N25-002|2025-12-01|J-LISへの問い合わせ|問い合わせ|電話で確かめた。|0.5|試作 次郎|P25-001|二重の記録",
            "計|J-LISへの問い合わせ|1件|0.5"}));
}

}
}
