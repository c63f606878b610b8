#include "features/media/medium.hpp"

#include "core/calendar_fixtures_test.hpp"
#include "features/media/check.hpp"
#include "features/media/event_words.hpp"
#include "features/media/media_facts.hpp"
#include "features/media/use.hpp"

#include <gtest/gtest.h>

namespace hoshuban::media {
namespace {

using test::at;
using test::day;

const Instant now = at("2025-12-01 10:00");

Medium medium(State state = State::stored)
{
    return {.id = {"m1"},
        .contract_id = {"c"},
        .label = "USB-01",
        .kind = Kind::usb,
        .name = "更新プログラム",
        .purpose = "OSの更新",
        .keeper = "架空 一郎",
        .storage_place = "施錠棚A",
        .state = state,
        .holder = state == State::out ? "試作 次郎" : "",
        .changed_at = at("2025-11-01 09:00"),
        .registered_by = "架空 一郎",
        .registered_at = at("2025-11-01 09:00")};
}

Medium checked(const char* from, const char* until, Verdict verdict = Verdict::clean)
{
    Medium row = medium();
    row.check = LastCheck{{"s1"}, at(from), at(until), verdict};
    return row;
}

template <class T>
std::string code_of(const Result<T>& result)
{
    return result ? "" : result.error().code;
}

// Every movement from every state: the state after it, or - where it cannot follow.
TEST(Movements, follow_from_where_a_medium_is)
{
    struct Case {
        State from;
        const char *taken_out, *returned, *written, *lost, *damaged, *leaked, *found, *disposed;
    };
    const Case cases[] = {
        {State::stored, "out", "-", "stored", "lost", "damaged", "stored", "-", "disposed"},
        {State::out, "-", "stored", "out", "lost", "damaged", "out", "-", "-"},
        {State::lost, "-", "-", "-", "-", "-", "lost", "stored", "-"},
        {State::damaged, "-", "-", "-", "-", "-", "-", "-", "disposed"},
        {State::disposed, "-", "-", "-", "-", "-", "-", "-", "-"},
    };
    for (const Case& c : cases) {
        const char* after[] = {c.taken_out, c.returned, c.written, c.lost, c.damaged, c.leaked, c.found, c.disposed};
        std::size_t place = 0;
        for (const auto& [kind, name] : names_of(static_cast<const Move*>(nullptr))) {
            Movement movement{{"v1"}, kind, at("2025-11-20 09:00"), "試作 次郎", "区役所", "更新のため", "架空", now};
            const auto moved = move(medium(c.from), movement, now);
            EXPECT_EQ(moved ? name_of(moved->state) : "-", std::string_view{after[place]})
                << name_of(c.from) << " " << name;
            EXPECT_EQ(moved ? "" : moved.error().code, moved ? "" : "media/wrong_state");
            ++place;
        }
    }
}

TEST(Movements, say_who_where_and_why_at_a_time_that_was)
{
    const auto moved = [](const char* when, const char* person, const char* place, const char* note) {
        Movement movement{{"v1"}, Move::taken_out, at(when), person, place, note, "架空", now};
        return move(medium(), movement, now);
    };
    EXPECT_EQ(moved("2025-12-01 10:00", "試作 次郎", "区役所", "更新")->holder, "試作 次郎");
    EXPECT_EQ(code_of(moved("2025-12-01 10:01", "試作", "区役所", "更新")), "media/in_future");
    EXPECT_EQ(code_of(moved("2025-10-31 09:00", "試作", "区役所", "更新")), "media/before_registration");
    EXPECT_EQ(code_of(moved("2025-12-01 09:00", "", "区役所", "更新")), "required");
    EXPECT_EQ(code_of(moved("2025-12-01 09:00", "試作", " ", "更新")), "required");
    EXPECT_EQ(code_of(moved("2025-12-01 09:00", "試作", "区役所", "")), "required");
}

TEST(Movements, that_change_the_content_make_checks_old)
{
    struct Case {
        State from;
        Move kind;
        bool changes;
    };
    const Case cases[] = {{State::stored, Move::written, true}, {State::lost, Move::found, true},
        {State::stored, Move::taken_out, false}, {State::out, Move::returned, false}};
    for (const Case& c : cases) {
        Movement movement{{"v1"}, c.kind, at("2025-11-20 09:00"), "試作", "棚", "理由", "架空", now};
        const auto moved = move(medium(c.from), movement, now);
        ASSERT_TRUE(moved);
        EXPECT_EQ(moved->changed_at, c.changes ? at("2025-11-20 09:00") : medium().changed_at) << name_of(c.kind);
    }
}

TEST(CheckState, counts_a_check_for_the_next_use_only)
{
    struct Case {
        const char* story;
        Medium medium;
        bool required;
        CheckState state;
    };
    Medium used = checked("2025-11-20 09:00", "2025-11-20 09:10");
    used.used_at = at("2025-11-20 09:30");
    Medium checked_again = checked("2025-11-20 09:31", "2025-11-20 09:40");
    checked_again.used_at = at("2025-11-20 09:30");
    Medium written = checked("2025-11-20 09:00", "2025-11-20 09:10");
    written.changed_at = at("2025-11-20 09:05");
    const Case cases[] = {
        {"never checked", medium(), true, CheckState::none},
        {"never checked, and nobody asks", medium(), false, CheckState::not_required},
        {"checked", checked("2025-11-20 09:00", "2025-11-20 09:10"), true, CheckState::clean},
        {"checked at this very moment", checked("2025-12-01 09:50", "2025-12-01 10:00"), true, CheckState::clean},
        {"checked after the use", checked("2025-12-01 10:00", "2025-12-01 10:01"), true, CheckState::none},
        {"written while it was checked", written, true, CheckState::outdated},
        {"used since", used, true, CheckState::outdated},
        {"checked again after the use", checked_again, true, CheckState::clean},
        {"infected", checked("2025-11-20 09:00", "2025-11-20 09:10", Verdict::infected), true, CheckState::infected},
        {"infected, although nobody asks", checked("2025-11-20 09:00", "2025-11-20 09:10", Verdict::infected), false,
            CheckState::infected},
    };
    for (const Case& c : cases)
        EXPECT_EQ(name_of(check_state(c.medium, c.required, now)), name_of(c.state)) << c.story;
}

TEST(Usable, is_what_is_at_hand_and_checked)
{
    const Medium clean = checked("2025-11-20 09:00", "2025-11-20 09:10");
    EXPECT_EQ(code_of(check_usable(clean, true, now)), "");
    EXPECT_EQ(code_of(check_usable(medium(), true, now)), "media/no_check");
    EXPECT_EQ(code_of(check_usable(medium(), false, now)), "");
    EXPECT_EQ(code_of(check_usable(clean, true, at("2025-11-20 09:05"))), "media/no_check");
    EXPECT_EQ(
        code_of(check_usable(checked("2025-10-01 09:00", "2025-10-01 09:10"), true, now)), "media/check_outdated");
    EXPECT_EQ(code_of(check_usable(checked("2025-11-20 09:00", "2025-11-20 09:10", Verdict::infected), false, now)),
        "media/infected");
    for (const State gone : {State::lost, State::damaged, State::disposed})
        EXPECT_EQ(code_of(check_usable(medium(gone), false, now)), "media/not_usable");
}

Check by_hand()
{
    return {.id = {"s1"},
        .method = Method::manual,
        .finished_at = at("2025-12-01 09:30"),
        .checked_by = "保全 三枝",
        .tool = "別室の検査端末",
        .definitions_on = day("2025-11-30"),
        .verdict = Verdict::clean,
        .entered_by = "保全 三枝"};
}

TEST(ManualCheck, says_who_with_what_and_how_old_its_definitions_were)
{
    struct Case {
        const char* story;
        void (*change)(Check&);
        bool scanner;
        const char* code;
    };
    const Case cases[] = {
        {"without a scanner here", [](Check&) {}, false, ""},
        {"with one, and no word why", [](Check&) {}, true, "required"},
        {"with one, and a reason", [](Check& check) { check.note = "容量が大きい"; }, true, ""},
        {"nobody", [](Check& check) { check.checked_by = ""; }, false, "required"},
        {"with nothing", [](Check& check) { check.tool = " "; }, false, "required"},
        {"definitions of no day", [](Check& check) { check.definitions_on.reset(); }, false, "required"},
        {"definitions of tomorrow", [](Check& check) { check.definitions_on = day("2025-12-02"); }, false,
            "media/in_future"},
        {"definitions 31 days old", [](Check& check) { check.definitions_on = day("2025-10-31"); }, false, ""},
        {"definitions a day older", [](Check& check) { check.definitions_on = day("2025-10-30"); }, false,
            "media/old_definitions"},
        {"no result", [](Check& check) { check.verdict = Verdict::running; }, false, "required"},
        {"infected", [](Check& check) { check.verdict = Verdict::infected; }, false, ""},
        {"tomorrow", [](Check& check) { check.finished_at = at("2025-12-02 09:00"); }, false, "media/in_future"},
    };
    for (const Case& c : cases) {
        Check check = by_hand();
        c.change(check);
        EXPECT_EQ(code_of(take_manual(check, c.scanner, now)), c.code) << c.story;
    }
}

TEST(Scan, ends_clean_only_after_a_file_was_looked_at)
{
    const Check running{.id = {"s1"}, .started_at = now, .checked_by = "試作", .entered_by = "試作"};
    EXPECT_EQ(code_of(finish(running, 0, now)), "media/nothing_checked");
    const auto clean = finish(running, 1, now);
    ASSERT_TRUE(clean);
    EXPECT_EQ(last_of(*clean), (LastCheck{{"s1"}, now, now, Verdict::clean}));
    EXPECT_EQ(code_of(finish(*clean, 1, now)), "media/check_over");
    EXPECT_EQ(code_of(finish(by_hand(), 1, now)), "media/check_over");
}

TEST(Use, is_recorded_once)
{
    const Use planned{.id = {"u1"},
        .medium = {"m1"},
        .request = {"r1"},
        .planned_at = now,
        .purpose = "更新",
        .entered_by = "試作",
        .entered_at = now};
    const Medium clean = checked("2025-11-20 09:00", "2025-11-20 09:10");
    const auto used = use(planned, clean, at("2025-12-01 09:59"), "試作 次郎", now);
    ASSERT_TRUE(used);
    EXPECT_EQ(used->check, ScanId{"s1"});
    EXPECT_EQ(code_of(use(*used, clean, now, "試作 次郎", now)), "media/use_settled");
    EXPECT_EQ(code_of(use(planned, clean, at("2025-12-01 10:01"), "試作 次郎", now)), "media/in_future");
    EXPECT_EQ(code_of(use(planned, clean, at("2025-10-01 10:01"), "試作 次郎", now)), "media/before_registration");
    EXPECT_EQ(code_of(use(planned, clean, now, "", now)), "required");
    EXPECT_EQ(code_of(cancel(*used)), "media/use_settled");
    EXPECT_EQ(code_of(cancel(planned)), "");
}

TEST(Readiness, needs_every_planned_medium_at_hand_and_checked)
{
    const auto planned = [](State state, CheckState check) {
        return PlannedMedium{.use = {"u"},
            .medium = {"m"},
            .label = "USB-01",
            .name = "",
            .planned_at = now,
            .state = state,
            .check = check};
    };
    EXPECT_TRUE((Readiness{true, {}}.ready()));
    EXPECT_TRUE((Readiness{true, {planned(State::out, CheckState::clean)}}.ready()));
    EXPECT_TRUE((Readiness{false, {planned(State::stored, CheckState::not_required)}}.ready()));
    EXPECT_FALSE((Readiness{true, {planned(State::lost, CheckState::clean)}}.ready()));
    for (const CheckState shut : {CheckState::none, CheckState::outdated, CheckState::infected})
        EXPECT_FALSE((Readiness{true, {planned(State::out, CheckState::clean), planned(State::out, shut)}}.ready()));
}

TEST(PlannedMedium, says_what_keeps_it_from_being_connected)
{
    struct Case {
        State state;
        CheckState check;
        const char* problem;
    };
    const Case cases[] = {
        {State::stored, CheckState::clean, ""},
        {State::out, CheckState::not_required, ""},
        {State::out, CheckState::none, "medium USB-01 is not checked for viruses yet"},
        {State::out, CheckState::outdated, "medium USB-01 must be checked for viruses again"},
        {State::out, CheckState::infected, "a virus was found on medium USB-01"},
        {State::damaged, CheckState::clean, "medium USB-01 is lost, damaged or disposed of"},
    };
    for (const Case& c : cases) {
        const PlannedMedium planned{.use = {"u"}, .label = "USB-01", .state = c.state, .check = c.check};
        EXPECT_EQ(problem(planned).value_or(Text{}).en, c.problem);
        EXPECT_EQ(planned.ready(), std::string_view{c.problem}.empty());
    }
}

TEST(EventWords, every_fact_has_a_label)
{
    const audit::Words words = event_words();
    Medium row = medium(State::out);
    row.recovery = true;
    const Use used{.id = {"u1"},
        .medium = {"m1"},
        .request = {"r1"},
        .device = DeviceId{"d"},
        .planned_at = now,
        .purpose = "更新",
        .used_at = now,
        .used_by = "試作",
        .permission = "P25-001",
        .check = ScanId{"s1"},
        .entered_by = "試作",
        .entered_at = now};
    const CheckedFile file{{"f"}, "a.msu", 1, "00", Verdict::infected, "Eicar", "ClamAV", day("2025-11-30"), now};
    Check check = by_hand();
    check.note = "備考";
    const Movement movement{{"v1"}, Move::lost, now, "試作", "区役所", "事情", "架空", now};
    for (const auto& facts : {facts_of(row), facts_of(movement), facts_of(check), facts_of(file), facts_of(used)}) {
        for (const auto& [field, value] : facts)
            EXPECT_NE(words.field("medium", field).ja, field) << "event_words.cpp lacks " << field;
    }
}

}
}
