#include "features/licence/licence.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/licence/event_words.hpp"
#include "features/licence/licence_facts.hpp"
#include "features/licence/licence_list_doc.hpp"
#include "formats/xlsx_reader.hpp"

#include <gtest/gtest.h>

namespace hoshuban::licence {
namespace {

using test::at;
using test::day;

const LocalDay today = day("2025-12-01");

Terms terms()
{
    return {.software = "資産管理ソフト",
        .edition = "5.2",
        .publisher = "架空ソフト",
        .licensee = "見本市",
        .kind = Kind::term,
        .quantity = 130,
        .obtained_on = day("2025-04-01"),
        .valid_until = day("2026-03-31"),
        .cost = {},
        .purpose = "端末の構成の確認",
        .request = std::nullopt,
        .certificate_place = "システム課の金庫",
        .note = "年ごとの更新"};
}

Licence licence(const std::optional<LocalDay>& valid_until)
{
    Licence made{.id = {"l1"},
        .contract_id = {"c"},
        .number = 3,
        .terms = terms(),
        .entered_by = "架空 一郎",
        .entered_at = at("2025-04-01 09:00")};
    made.terms.valid_until = valid_until;
    return made;
}

Licence ended_one()
{
    Licence made = licence(day("2026-03-31"));
    made.ending = Ending{day("2025-11-30"), "別の製品に替えた", "架空 一郎"};
    return made;
}

/// The fields and codes of a refusal, in their order.
template <class T>
std::string refusal(const Result<T>& result)
{
    if (result)
        return "";
    std::string text = result.error().code;
    for (const FieldError& field : result.error().fields)
        text += " " + field.path;
    return text;
}

// What is in force on 1 December 2025, and how near its last day is: 90 days on is 1 March 2026.
TEST(Licence, IsInForceToItsLastDayUnlessSomebodyEndedIt)
{
    struct Case {
        const char* story;
        Licence licence;
        State state;
        Nearness nearness;
        bool lapsed;
        const char* ended_on;
    };
    const Case cases[] = {
        {"without end", licence(std::nullopt), State::in_force, Nearness::none, false, ""},
        {"months to go", licence(day("2026-03-31")), State::in_force, Nearness::fine, false, ""},
        {"91 days to go", licence(day("2026-03-02")), State::in_force, Nearness::fine, false, ""},
        {"90 days to go", licence(day("2026-03-01")), State::in_force, Nearness::near, false, ""},
        {"its last day", licence(day("2025-12-01")), State::in_force, Nearness::near, false, ""},
        {"the day after", licence(day("2025-11-30")), State::ended, Nearness::late, true, "2025-11-30"},
        {"ended by somebody", ended_one(), State::ended, Nearness::none, false, "2025-11-30"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(state_of(c.licence, today), c.state);
        EXPECT_EQ(nearness(c.licence, today), c.nearness);
        EXPECT_EQ(has_lapsed(c.licence, today), c.lapsed);
        const auto end = end_of(c.licence, today);
        EXPECT_EQ(end ? to_text(end->on) : "", c.ended_on);
    }
    EXPECT_EQ(end_of(ended_one(), today)->reason.ja, "別の製品に替えた");
    EXPECT_EQ(end_of(licence(day("2025-11-30")), today)->reason.ja, "有効期限が過ぎた");
}

TEST(Licence, SaysWhoMayUseWhatUntilWhenAndWhoPays)
{
    struct Case {
        const char* story;
        void (*change)(Terms&);
        const char* refused;
    };
    const Case cases[] = {
        {"as it should be", [](Terms&) {}, ""},
        {"bought, without a last day",
            [](Terms& t) {
                t.kind = Kind::bought;
                t.valid_until.reset();
            },
            ""},
        {"for a term, without a last day", [](Terms& t) { t.valid_until.reset(); }, "required valid_until"},
        {"for a day", [](Terms& t) { t.valid_until = t.obtained_on; }, ""},
        {"over before it began", [](Terms& t) { t.valid_until = day("2025-03-31"); },
            "licence/before_obtaining valid_until"},
        {"obtained tomorrow", [](Terms& t) { t.obtained_on = day("2025-12-02"); }, "licence/in_future obtained_on"},
        {"for nobody", [](Terms& t) { t.quantity = 0; }, "licence/quantity quantity"},
        {"two wrong days at once",
            [](Terms& t) {
                t.obtained_on = day("2026-04-01");
                t.quantity = -1;
            },
            "licence/quantity quantity obtained_on valid_until"},
        {"without a publisher and a purpose",
            [](Terms& t) {
                t.publisher = " ";
                t.purpose = "";
            },
            "required publisher purpose"},
        {"another pays, and nobody says who and why", [](Terms& t) { t.cost.payer = Payer::other; },
            "required payer_name payer_reason"},
        {"another pays, with the city's word",
            [](Terms& t) {
                t.cost = {Payer::other, "見本市", "市の資産で使う"};
            },
            ""},
    };
    for (const Case& c : cases) {
        Terms written = terms();
        c.change(written);
        EXPECT_EQ(refusal(take(written, today)), c.refused) << c.story;
    }
    Terms back = terms();
    back.cost = {Payer::contractor, "見本市", "書きかけ"};
    ASSERT_TRUE(take(back, today));
    EXPECT_EQ(back.cost, Cost{}) << "who else would pay is not kept of the contractor";
}

TEST(Licence, EndsOnADayThatItHadAndOnce)
{
    struct Case {
        const char* story;
        Licence licence;
        const char* on;
        const char* reason;
        const char* refused;
    };
    const Case cases[] = {
        {"today", licence(day("2026-03-31")), "2025-12-01", "不要になった", ""},
        {"the day it was obtained", licence(std::nullopt), "2025-04-01", "返品した", ""},
        {"before it was obtained", licence(std::nullopt), "2025-03-31", "返品した", "licence/end_out_of_order on"},
        {"tomorrow", licence(day("2026-03-31")), "2025-12-02", "不要になった", "licence/end_out_of_order on"},
        {"lapsed, on its last day", licence(day("2025-11-30")), "2025-11-30", "更新しない", ""},
        {"lapsed, later", licence(day("2025-11-30")), "2025-12-01", "更新しない", "licence/end_out_of_order on"},
        {"without a reason", licence(day("2026-03-31")), "2025-12-01", " ", "required reason"},
        {"again", ended_one(), "2025-12-01", "不要になった", "licence/ended"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(refusal(ended(c.licence, {day(c.on), c.reason, "架空 一郎"}, today)), c.refused) << c.story;
}

TEST(Licence, IsCorrectedWhileNobodyEndedItAndUsedOnWhenItsEndIsTakenBack)
{
    Terms renewed = terms();
    renewed.valid_until = day("2027-03-31");
    const auto lapsed = corrected(licence(day("2025-11-30")), renewed, today);
    ASSERT_TRUE(lapsed);
    EXPECT_EQ(state_of(*lapsed, today), State::in_force) << "what ran out is renewed by its new last day";
    EXPECT_EQ(refusal(corrected(ended_one(), renewed, today)), "licence/ended");
    EXPECT_EQ(refusal(resumed(licence(std::nullopt), "誤り")), "licence/not_ended");
    EXPECT_EQ(refusal(resumed(ended_one(), "")), "required reason");
    const auto back = resumed(ended_one(), "別の行と間違えた");
    ASSERT_TRUE(back);
    EXPECT_EQ(state_of(*back, today), State::in_force);
}

TEST(LicenceList, LeavesAsAWorkbookWithAnIdInEachRow)
{
    Licence lapsed = licence(day("2025-11-30"));
    lapsed.id = {"l2"};
    lapsed.terms.cost = {Payer::other, "見本市", "市の資産で使う"};
    lapsed.request_number = "A25-012";
    const auto bytes = licence_workbook({licence(std::nullopt), lapsed}, Language::ja, at("2025-12-01 09:00"));
    ASSERT_TRUE(bytes);
    auto workbook = xlsx::Workbook::open(*bytes);
    ASSERT_TRUE(workbook);
    const auto sheet = workbook->read(workbook->sheets().at(0));
    ASSERT_TRUE(sheet);
    std::string written;
    for (const auto& row : sheet->rows) {
        for (const auto& cell : row.cells)
            written += cell.text + "|";
        written += "\n";
    }
    EXPECT_EQ(written,
        "番号|ソフトウェア|版|権利者|使用者|種類|数量|取得日|有効期限|状態|終了日|終了の理由|費用の負担|負担する者|"
        "市が合意した理由|用途|作業依頼|証書の保管場所|備考|行ID|\n"
        "3|資産管理ソフト|5.2|架空ソフト|見本市|期間|130|2025-04-01|有効|受託者|端末の構成の確認|システム課の金庫|"
        "年ごとの更新|c/l1|\n"
        "3|資産管理ソフト|5.2|架空ソフト|見本市|期間|130|2025-04-01|2025-11-30|終了|2025-11-30|有効期限が過ぎた|"
        "受託者以外|見本市|市の資産で使う|端末の構成の確認|A25-012|システム課の金庫|年ごとの更新|c/l2|\n");
}

TEST(LicenceWords, NameEveryFact)
{
    const audit::Words words = event_words();
    Licence full = ended_one();
    full.terms.cost = {Payer::other, "見本市", "市の資産で使う"};
    full.terms.request = WorkRequestId{"r1"};
    full.request_number = "A25-012";
    const auto facts = facts_of(full);
    EXPECT_EQ(facts.size(), 18U);
    for (const auto& [field, value] : facts)
        EXPECT_NE(words.field("licence", field).ja, field) << "event_words.cpp lacks " << field;
}

}
}
