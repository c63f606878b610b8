// The way of a fault to its end: the branch of its class, the exchange of its unit, and what closing waits for.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class IncidentFlows : public Story {
protected:
    void begin() override
    {
        open("2025-12-01T16:00");
        stage->enter({"mihon-city"});
    }

    Answer unit(const std::string& number) { return stage->get(city, "/register?q=" + number); }

    void move(const std::string& number, const std::string& place, const std::string& use, const std::string& cause)
    {
        const Answer moved = stage->post(worker, "/register/" + unit(number).text("id") + "/moves",
            fmt::format(R"({{"on":"2025-10-01","site_id":"{}","place":"{}","use":"{}","cause":"{}"}})",
                unit(number).text("site_id"), place, use, cause));
        ASSERT_EQ(moved.status, 200) << moved.body;
    }

    // An incident that the city handed over at nine; `more` are further facts of it.
    std::string hand_over(const std::string& more, const std::string& case_number = "K25-001")
    {
        const Answer opened = stage->post(city, "/incidents",
            R"({"intake":{"phenomenon":"電源が入らない","contact_person":"窓口 花子")" + more +
                R"(},"handed_over":true,"case_number":")" + case_number +
                R"(","person":"見本 太郎","city_person":"見本 太郎","at":")" + day + R"(T09:00:00+09:00"})");
        EXPECT_EQ(opened.status, 201) << opened.body;
        return "/incidents/" + opened.text("id");
    }
    std::string hand_over_unit(const std::string& number)
    {
        return hand_over(R"(,"place":"1階","device_id":")" + unit(number).text("id") + "\"");
    }

    int version(const std::string& incident) { return std::stoi(stage->get(city, incident).text("version")); }

    Answer record(const std::string& who, const std::string& incident, const std::string& act, const std::string& at)
    {
        return stage->post(who, incident + "/entries",
            fmt::format(R"({{"act":"{}","at":"{}T{}:00+09:00","person":"保全 三枝","city_person":"窓口 花子",)"
                        R"("text":"記録"}})",
                act, day, at),
            version(incident));
    }

    Answer take(const std::string& who, const std::string& incident, const std::string& step,
        const std::string& act = "done", const std::string& more = {})
    {
        return stage->post(who, incident + "/steps",
            fmt::format(
                R"({{"step":"{}","act":"{}","at":"{}T11:00:00+09:00","person":"保全 三枝"{}}})", step, act, day, more),
            version(incident));
    }

    Answer swap(const std::string& who, const std::string& incident, const std::string& spare, int seen = 0)
    {
        return swap_for(who, incident, unit(spare).text("id"), seen == 0 ? version(incident) : seen);
    }
    Answer swap_for(const std::string& who, const std::string& incident, const std::string& spare, int seen)
    {
        return stage->post(who, incident + "/swap",
            fmt::format(
                R"({{"step":"swap","spare_id":"{}","at":"{}T10:30:00+09:00","person":"保全 三枝"}})", spare, day),
            seen);
    }

    static std::vector<std::string> ids_of(const std::string& body)
    {
        std::vector<std::string> ids;
        const std::string key = R"("id":")";
        for (auto at = body.find(key); at != std::string::npos; at = body.find(key, at + 1))
            ids.push_back(body.substr(at + key.size(), body.find('"', at + key.size()) - at - key.size()));
        return ids;
    }

    // Everything but the steps of the flow.
    void finish(const std::string& incident)
    {
        ASSERT_EQ(record(worker, incident, "restored", "14:00").status, 200);
        ASSERT_EQ(record(worker, incident, "checked", "14:10").status, 200);
        const Answer told = stage->send(worker, http::Method::put, incident + "/outcome",
            R"({"action":"交換した","miss_reasons":[{"level":"contact","reason":"混雑"},{"level":"on_site","reason":"混雑"}]})",
            version(incident));
        ASSERT_EQ(told.status, 200) << told.body;
    }

    std::string day = "2025-12-01";
};

HOSHUBAN_ON_BOTH_DATABASES(IncidentFlows);

TEST_P(IncidentFlows, exchange_a_terminal_and_the_register_follows)
{
    move("D-0004", "予備機棚", "spare", "change_of_use");
    const std::string incident = hand_over_unit("D-0011");
    ASSERT_EQ(record(worker, incident, "contacted", "09:20").status, 200);
    const Answer begun = stage->get(worker, incident);
    EXPECT_NE(begun.body.find(R"("next":"visit_announced","waits_for":"contractor")"), std::string::npos) << begun.body;
    ASSERT_EQ(take(worker, incident, "visit_announced").status, 200);
    EXPECT_EQ(refusal(take(worker, incident, "visit_announced")), "incident/step_taken step");
    EXPECT_EQ(refusal(take(worker, incident, "swap")), "incident/step_by_swap act");
    EXPECT_EQ(refusal(take(worker, incident, "settings_restored")), "incident/step_waits step");

    const Answer spares = stage->get(worker, incident + "/spares");
    EXPECT_EQ(spares.text("place"), "予備機棚") << spares.body;
    EXPECT_EQ(stage->get(city, incident + "/spares").status, 403);
    const Answer elsewhere = swap(worker, incident, "D-0005");
    EXPECT_EQ(refusal(elsewhere), "device/not_a_spare spare_id");
    EXPECT_NE(elsewhere.body.find(unit("D-0005").text("site")), std::string::npos) << elsewhere.body;
    EXPECT_EQ(unit("D-0011").text("use"), "in_service");
    EXPECT_EQ(swap(city, incident, "D-0004").status, 403);

    const std::string place = unit("D-0011").text("site");
    const int seen = version(incident);
    const Answer swapped = swap(worker, incident, "D-0004");
    ASSERT_EQ(swapped.status, 200) << swapped.body;
    EXPECT_EQ(refusal(swap(responsible, incident, "D-0004", seen)), "incident/changed") << "somebody was first";
    EXPECT_NE(swapped.body.find(R"("failed_number":"D-0011")"), std::string::npos) << swapped.body;
    EXPECT_NE(swapped.body.find(R"("spare_number":"D-0004")"), std::string::npos) << swapped.body;
    EXPECT_EQ(stage->get(city, "/register?q=D-0011&on=2025-12-01").text("use"), "repair");
    EXPECT_EQ(stage->get(city, "/register?q=D-0004&on=2025-12-01").text("use"), "in_service");
    EXPECT_EQ(stage->get(city, "/register?q=D-0004&on=2025-12-01").text("site"), place);
    EXPECT_EQ(stage->get(city, "/register?q=D-0011&on=2025-11-30").text("use"), "in_service") << "not the day before";
    const Answer moved = stage->get(city, "/register/movements?q=D-0011&cause=exchange");
    EXPECT_EQ(moved.text("note"), "電源が入らない") << moved.body;

    finish(incident);
    const Answer early = record(worker, incident, "closed", "15:00");
    EXPECT_EQ(refusal(early), "incident/not_ready act");
    EXPECT_NE(early.body.find("故障した機器と同じ設定にする"), std::string::npos) << early.body;
    ASSERT_EQ(take(worker, incident, "settings_restored").status, 200);
    ASSERT_EQ(record(worker, incident, "closed", "15:00").status, 200);
    EXPECT_EQ(refusal(take(worker, incident, "spare_along")), "incident/closed");
}

TEST_P(IncidentFlows, take_an_exchange_back_in_the_register_too)
{
    move("D-0004", "予備機棚", "spare", "change_of_use");
    const std::string incident = hand_over_unit("D-0011");
    const Answer swapped = swap(worker, incident, "D-0004");
    ASSERT_EQ(swapped.status, 200) << swapped.body;
    const std::string found = swapped.body.substr(swapped.body.find(R"("entry":{"id":")") + 15);
    const std::string entry = incident + "/steps/" + found.substr(0, found.find('"')) + "/take-back";
    EXPECT_EQ(refusal(stage->post(worker, entry, R"({"reason":" "})", version(incident))), "required reason");
    EXPECT_EQ(stage->post(city, entry, R"({"reason":"別の機器"})", version(incident)).status, 403);
    EXPECT_EQ(stage->post(site, entry, R"({"reason":"別の機器"})", version(incident)).status, 404);
    const Answer back = stage->post(worker, entry, R"({"reason":"別の機器"})", version(incident));
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_EQ(unit("D-0011").text("use"), "in_service");
    EXPECT_EQ(unit("D-0004").text("use"), "spare");
    EXPECT_NE(back.body.find(R"("taken_back":"別の機器")"), std::string::npos) << "it stays readable";
    ASSERT_EQ(swap(worker, incident, "D-0004").status, 200) << "the step is open again";
}

// INC-15
TEST_P(IncidentFlows, of_a_touch_panel_wait_for_the_city_to_suspect_the_hardware)
{
    const std::string incident = hand_over(R"(,"place":"1階","class":"touch_panel")");
    ASSERT_EQ(take(worker, incident, "adjusted").status, 200);
    EXPECT_EQ(refusal(take(worker, incident, "lessor_told")), "incident/step_waits step");
    EXPECT_EQ(refusal(take(worker, incident, "hardware_suspected", "yes")), "required city_person");
    EXPECT_EQ(refusal(take(city, incident, "adjusted")), "incident/not_yours");
    const Answer decided =
        take(city, incident, "hardware_suspected", "yes", R"(,"city_person":"見本 太郎","text":"線が出る")");
    ASSERT_EQ(decided.status, 200) << decided.body;
    ASSERT_EQ(record(worker, incident, "contacted", "09:20").status, 200);
    ASSERT_EQ(take(worker, incident, "lessor_told").status, 200);
    EXPECT_EQ(stage->get(worker, incident).text("waits_for"), "lessor");
    EXPECT_EQ(refusal(take(worker, incident, "readjusted", "not_needed", R"(,"text":"不要")")),
        "incident/step_mandatory act");
    finish(incident);
    EXPECT_EQ(refusal(record(worker, incident, "closed", "15:00")), "incident/not_ready act");
    ASSERT_EQ(take(worker, incident, "readjusted").status, 200);
    EXPECT_EQ(record(worker, incident, "closed", "15:00").status, 200);
}

// SPR-11: the extra settings of an exchanged reader.
TEST_P(IncidentFlows, of_a_reader_are_closed_with_its_settings_only)
{
    stage->enter({"sapporo-r5-core-terminals"});
    day = "2023-06-01";
    const std::string found = stage->get(worker, "/register?class=barcode_reader&q=SSH65LVU&limit=2").body;
    const std::vector<std::string> readers = ids_of(found.substr(found.find(R"("items":[)")));
    ASSERT_GE(readers.size(), 2U) << found;
    const std::string site_id = stage->get(city, "/site-register").text("id");
    for (const auto& [reader, use] : {std::pair{readers[0], "in_service"}, {readers[1], "spare"}}) {
        const Answer moved = stage->post(worker, "/register/" + reader + "/moves",
            fmt::format(
                R"({{"on":"2023-05-01","site_id":"{}","place":"1階","use":"{}","cause":"correction"}})", site_id, use));
        ASSERT_EQ(moved.status, 200) << moved.body;
    }
    const std::string incident = hand_over(R"(,"place":"1階","device_id":")" + readers[0] + "\"");
    ASSERT_EQ(record(worker, incident, "contacted", "09:20").status, 200);
    ASSERT_EQ(swap_for(worker, incident, readers[1], version(incident)).status, 200);
    finish(incident);
    const Answer early = record(worker, incident, "closed", "15:00");
    EXPECT_EQ(refusal(early), "incident/not_ready act");
    EXPECT_NE(early.body.find("読取機の追加設定をする"), std::string::npos) << early.body;
    ASSERT_EQ(take(worker, incident, "reader_settings").status, 200);
    ASSERT_EQ(take(worker, incident, "in_warranty", "yes").status, 200);
    const Answer repair = stage->post(worker, "/repairs",
        R"({"device_id":")" + readers[0] + R"(","failed_on":"2023-06-01","symptom":"読み取れない"})");
    ASSERT_EQ(repair.status, 201) << repair.body;
    EXPECT_NE(stage->get(worker, incident).body.find(repair.text("number")), std::string::npos)
        << "the repair ends its step";
    ASSERT_EQ(record(worker, incident, "closed", "15:00").status, 200);
}

// INC-08: what is recorded of the maker and of the repair ends the steps that it shows.
TEST_P(IncidentFlows, follow_the_records_of_other_ledgers)
{
    stage->enter({"sapporo-r5-core-terminals"});
    day = "2023-06-01";
    const std::string printer = hand_over(R"(,"place":"1階","class":"color_printer")");
    const auto standing = [&](const std::string& incident, const std::string& step) {
        const std::string body = stage->get(worker, incident).body;
        const std::string key = R"("standing":")";
        const auto at = body.find(key, body.find(R"({"id":")" + step + "\""));
        return body.substr(at + key.size(), body.find('"', at + key.size()) - at - key.size());
    };
    EXPECT_EQ(standing(printer, "maker_called"), "open");
    EXPECT_EQ(refusal(take(worker, printer, "maker_called")), "required text");
    const Answer called = stage->post(worker, "/desk-calls",
        R"({"desk":"ricoh","incident":"K25-001","reached_at":"2023-06-01T10:00","asked":"紙詰まり",)"
        R"("visit_expected":true,"visit_at":"2023-06-01T14:00","site_told_at":"2023-06-01T10:20","site_told":"窓口 花子"})");
    ASSERT_EQ(called.status, 201) << called.body;
    for (const auto& [step, stands] :
        {std::pair{"maker_called", "done"}, {"maker_appointed", "done"}, {"site_told", "done"}, {"maker_came", "open"}})
        EXPECT_EQ(standing(printer, step), stands) << step;
    EXPECT_EQ(
        refusal(take(worker, printer, "maker_called", "done", R"(,"text":"電話した")")), "incident/step_taken step");

    const std::string pc = stage->get(worker, "/register?class=pc&q=HP_ProDesk&limit=1").text("id");
    const std::string site_id = stage->get(city, "/site-register").text("id");
    ASSERT_EQ(
        stage
            ->post(worker, "/register/" + pc + "/moves",
                fmt::format(R"({{"on":"2023-05-01","site_id":"{}","use":"in_service","cause":"correction"}})", site_id))
            .status,
        200);
    const std::string incident = hand_over(R"(,"place":"1階","device_id":")" + pc + "\"", "K25-002");
    EXPECT_EQ(standing(incident, "repair_opened"), "waits");
    EXPECT_EQ(refusal(swap_for(worker, incident, pc, version(incident))), "incident/no_spare_left spare_id");
    const Answer repair = stage->post(
        worker, "/repairs", R"({"device_id":")" + pc + R"(","failed_on":"2023-06-01","symptom":"電源が入らない"})");
    ASSERT_EQ(repair.status, 201) << repair.body;
    EXPECT_EQ(standing(incident, "repair_opened"), "waits") << "it holds for an exchanged unit only";
}

TEST_P(IncidentFlows, are_chosen_by_the_contractor_and_keep_what_was_done)
{
    stage->enter({"sapporo-r7-juki-cs"});
    const std::string incident = hand_over(R"(,"place":"機械室","class":"cs")");
    ASSERT_EQ(take(worker, incident, "logs").status, 200);
    const auto choose = [&](const std::string& who, const std::string& branch, const std::string& reason) {
        return stage->send(who, http::Method::put, incident + "/branch",
            fmt::format(R"({{"branch":"{}","reason":"{}"}})", branch, reason), version(incident));
    };
    EXPECT_EQ(choose(city, "reinstall", "部品の交換").status, 403);
    EXPECT_EQ(refusal(choose(worker, "reinstall", "")), "required reason");
    EXPECT_EQ(refusal(choose(worker, "touch_panel", "別")), "incident/no_branch branch");
    const Answer chosen = choose(worker, "reinstall", "部品の交換");
    ASSERT_EQ(chosen.status, 200) << chosen.body;
    EXPECT_NE(chosen.body.find(R"("id":"reinstall")"), std::string::npos);
    EXPECT_EQ(refusal(take(worker, incident, "logs")), "incident/step_taken step") << "it was done before";
    EXPECT_EQ(refusal(choose(worker, "reinstall", "同じ")), "incident/branch_taken branch");
}

TEST_P(IncidentFlows, show_a_site_its_own_steps_only)
{
    const std::string at_site = stage->get(site, "/register").text("site_id");
    const std::string incident = hand_over(R"(,"class":"terminal","site_id":")" + at_site + "\"");
    ASSERT_EQ(take(worker, incident, "visit_announced", "done", R"(,"text":"内部の記録")").status, 200);
    const Answer seen = stage->get(site, incident);
    ASSERT_EQ(seen.status, 200) << seen.body;
    EXPECT_NE(seen.body.find(R"("id":"user_check")"), std::string::npos) << seen.body;
    for (const char* internal : {R"("id":"swap")", "内部の記録", R"("offered":[{)"})
        EXPECT_EQ(seen.body.find(internal), std::string::npos) << internal;
    EXPECT_EQ(refusal(take(site, incident, "spare_along")), "incident/not_yours");
    EXPECT_EQ(swap(site, incident, "D-0004").status, 403);
    const std::string other = hand_over(R"(,"place":"機械室","class":"terminal")", "K25-002");
    EXPECT_EQ(take(site, other, "spare_along").status, 404);
}

TEST_P(IncidentFlows, begin_when_the_city_instructs)
{
    const Answer reported = stage->post(city, "/incidents",
        R"({"intake":{"phenomenon":"遅い","place":"1階","class":"terminal","contact_person":"窓口 花子"},)"
        R"("person":"見本 太郎","at":"2025-12-01T09:00:00+09:00"})");
    const std::string incident = "/incidents/" + reported.text("id");
    EXPECT_EQ(refusal(take(worker, incident, "visit_announced")), "incident/not_handed_over");
    EXPECT_EQ(refusal(swap(worker, incident, "D-0004")), "incident/not_handed_over");
    ASSERT_EQ(record(city, incident, "handed_over", "09:10").status, 200);
    EXPECT_EQ(refusal(swap(worker, incident, "D-0004")), "incident/no_unit");
}

}
}
