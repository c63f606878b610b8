#include "features/loan/loan.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/loan/event_words.hpp"
#include "features/loan/loan_facts.hpp"
#include "features/loan/loan_list_doc.hpp"
#include "formats/xlsx_reader.hpp"

#include <gtest/gtest.h>

namespace hoshuban::loan {
namespace {

using test::at;
using test::day;

const LocalDay today = day("2025-12-01");

Loan loan(Kind kind, State state = State::lent)
{
    return {.id = {"l1"},
        .contract_id = {"c"},
        .number = "IC-001",
        .kind = kind,
        .title = "入館カード",
        .lent_by = "システム課",
        .lent_to = "架空保守",
        .holder = "試作 次郎",
        .storage_place = "金庫",
        .lent_on = day("2025-10-31"),
        .state = state,
        .entered_by = "見本 太郎",
        .entered_at = at("2025-10-31 09:00")};
}

Entry entry(Act act)
{
    return {.id = {"e1"},
        .act = act,
        .on = today,
        .person = "保全 三枝",
        .place = "区役所",
        .in_order = true,
        .note = "事情",
        .entered_by = "見本",
        .entered_at = at("2025-12-01 09:00")};
}

template <class T>
std::string code_of(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

// Every act from every state: the state after it, or - where it cannot follow.
TEST(Acts, follow_from_where_a_thing_is)
{
    struct Case {
        State from;
        const char *lent, *handed_over, *taken_out, *brought_back, *checked, *returned, *lost, *stolen, *damaged,
            *found;
    };
    const Case cases[] = {
        {State::lent, "-", "lent", "out", "-", "lent", "returned", "lost", "lost", "lent", "-"},
        {State::out, "-", "-", "-", "lent", "out", "returned", "lost", "lost", "out", "-"},
        {State::lost, "-", "-", "-", "-", "-", "-", "-", "-", "-", "lent"},
        {State::returned, "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"},
    };
    for (const Case& c : cases) {
        const char* after[] = {c.lent, c.handed_over, c.taken_out, c.brought_back, c.checked, c.returned, c.lost,
            c.stolen, c.damaged, c.found};
        std::size_t place = 0;
        for (const auto& [act, name] : names_of(static_cast<const Act*>(nullptr))) {
            Entry done = entry(act);
            const auto moved = carry_out(loan(Kind::document, c.from), done, 1, today);
            EXPECT_EQ(moved ? name_of(moved->state) : "-", std::string_view{after[place]})
                << name_of(c.from) << " " << name;
            ++place;
        }
    }
}

TEST(HandingOver, is_for_what_belongs_to_no_single_person)
{
    for (const auto& [kind, name] : names_of(static_cast<const Kind*>(nullptr))) {
        Entry done = entry(Act::handed_over);
        const auto handed = carry_out(loan(kind), done, 1, today);
        const bool personal = kind == Kind::ic_card || kind == Kind::user_id;
        EXPECT_EQ(code_of(handed), personal ? "loan/not_passed_on" : "") << name;
        EXPECT_EQ(handed ? handed->holder : "", personal ? "" : "保全 三枝") << name;
    }
}

TEST(Acts, say_who_when_and_what)
{
    struct Case {
        const char* story;
        Act act;
        void (*change)(Entry&);
        const char* code;
    };
    const Case cases[] = {
        {"tomorrow", Act::returned, [](Entry& e) { e.on = day("2025-12-02"); }, "loan/in_future"},
        {"before it was lent", Act::returned, [](Entry& e) { e.on = day("2025-10-30"); }, "loan/before_lending"},
        {"the day it was lent", Act::returned, [](Entry& e) { e.on = day("2025-10-31"); }, ""},
        {"nobody", Act::returned, [](Entry& e) { e.person = " "; }, "required"},
        {"taken out to nowhere", Act::taken_out, [](Entry& e) { e.place = ""; }, "required"},
        {"lost without a word", Act::lost, [](Entry& e) { e.note = ""; }, "required"},
        {"checked without a result", Act::checked, [](Entry& e) { e.in_order.reset(); }, "required"},
        {"something is wrong, and nobody says what", Act::checked,
            [](Entry& e) {
                e.in_order = false;
                e.note = "";
            },
            "required"},
        {"something is wrong", Act::checked, [](Entry& e) { e.in_order = false; }, ""},
    };
    for (const Case& c : cases) {
        Entry done = entry(c.act);
        c.change(done);
        EXPECT_EQ(code_of(carry_out(loan(Kind::document), done, 1, today)), c.code) << c.story;
    }
}

TEST(StorageChecks, come_every_so_many_months_for_documents)
{
    struct Case {
        const char* story;
        Kind kind;
        std::optional<int> months;
        const char *first, *next;
    };
    const Case cases[] = {
        {"a document", Kind::document, 1, "2025-11-30", "2026-01-01"},
        {"a manual every quarter", Kind::manual, 3, "2026-01-31", "2026-03-01"},
        {"a contract without a term", Kind::document, std::nullopt, "", ""},
        {"a key", Kind::key, 1, "", ""},
    };
    for (const Case& c : cases) {
        const auto lent = lend(loan(c.kind), c.months, today);
        ASSERT_TRUE(lent) << c.story;
        EXPECT_EQ(lent->next_check_on ? to_text(*lent->next_check_on) : "", c.first) << c.story;
        Entry done = entry(Act::checked);
        const auto checked = carry_out(*lent, done, c.months, today);
        ASSERT_TRUE(checked) << c.story;
        EXPECT_EQ(checked->next_check_on ? to_text(*checked->next_check_on) : "", c.next) << c.story;
        Entry back = entry(Act::returned);
        EXPECT_FALSE(carry_out(*checked, back, c.months, today)->next_check_on) << c.story;
    }
    EXPECT_EQ(months_after(day("2024-01-31"), 1), day("2024-02-29"));
    EXPECT_EQ(months_after(day("2025-12-15"), 12), day("2026-12-15"));
}

TEST(Lending, names_the_one_holder_and_days_in_their_order)
{
    struct Case {
        const char* story;
        void (*change)(Loan&);
        const char* code;
    };
    const Case cases[] = {
        {"everything", [](Loan&) {}, ""},
        {"no holder", [](Loan& row) { row.holder = ""; }, "required"},
        {"no number", [](Loan& row) { row.number = ""; }, "required"},
        {"lent tomorrow", [](Loan& row) { row.lent_on = day("2025-12-02"); }, "loan/in_future"},
        {"due back the same day", [](Loan& row) { row.due_back = day("2025-10-31"); }, ""},
        {"due back before it was lent", [](Loan& row) { row.due_back = day("2025-10-30"); }, "loan/before_lending"},
    };
    for (const Case& c : cases) {
        Loan row = loan(Kind::ic_card);
        c.change(row);
        EXPECT_EQ(code_of(lend(row, 1, today)), c.code) << c.story;
    }
}

TEST(Urgency, grows_as_the_day_comes)
{
    const Loan row = loan(Kind::device);
    const auto of = [&](const char* due) { return urgency(row, day(due), today); };
    EXPECT_EQ(of("2025-12-09"), Urgency::fine);
    EXPECT_EQ(of("2025-12-08"), Urgency::near);
    EXPECT_EQ(of("2025-12-01"), Urgency::near);
    EXPECT_EQ(of("2025-11-30"), Urgency::late);
    EXPECT_EQ(urgency(row, std::nullopt, today), Urgency::none);
    EXPECT_EQ(urgency(loan(Kind::device, State::returned), day("2025-11-30"), today), Urgency::none);
}

TEST(LoanList, leaves_as_a_workbook)
{
    Loan pc = loan(Kind::device);
    pc.id = {"l2"};
    pc.device = DeviceId{"d1"};
    const auto bytes = loan_workbook(
        {loan(Kind::ic_card), pc}, {{pc.id, {.device_number = "D-0001"}}}, Language::ja, at("2025-12-01 09:00"));
    ASSERT_TRUE(bytes);
    auto workbook = xlsx::Workbook::open(*bytes);
    ASSERT_TRUE(workbook);
    const auto sheet = workbook->read(workbook->sheets().at(0));
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->rows.size(), 3U);
    EXPECT_EQ(sheet->rows[0].cells.at(0).text, "番号");
    EXPECT_EQ(sheet->rows[1].cells.at(0).text, "IC-001");
    EXPECT_EQ(sheet->rows[1].cells.at(1).text, "ICカード");
    EXPECT_EQ(sheet->rows[0].cells.at(14).text, "機器・媒体");
    const auto& linked = sheet->rows[2].cells;
    EXPECT_EQ(linked.back().text, "D-0001");
    EXPECT_EQ(linked.back().at.column, sheet->rows[0].cells.at(14).at.column);
}

TEST(EventWords, every_fact_and_act_has_a_label)
{
    const audit::Words words = event_words();
    Loan row = loan(Kind::document);
    row.due_back = row.returned_on = row.checked_on = row.next_check_on = today;
    row.note = "備考";
    row.returned_to = "見本";
    Entry done = entry(Act::taken_out);
    done.permission = "P25-001";
    for (const auto& facts : {facts_of(row), facts_of(done)}) {
        for (const auto& [field, value] : facts)
            EXPECT_NE(words.field("loan", field).ja, field) << "event_words.cpp lacks " << field;
    }
    for (const auto& [act, name] : names_of(static_cast<const Act*>(nullptr)))
        EXPECT_NE(words.kind("loan." + std::string{name}).ja, "loan." + std::string{name});
}

}
}
