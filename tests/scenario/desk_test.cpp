// Whom to call about a unit: the directory of desks and vendors, and the calls to them.
#include "story.hpp"

#include "features/due/due_store.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

const ContractId core_terminals{"sapporo-r5-core-terminals"};

class Desks : public Story {
protected:
    void begin() override
    {
        open("2025-12-04T10:00");
        stage->enter(core_terminals);
    }

    std::string unit() { return stage->get(worker, "/register?class=pc&q=HP_ProDesk&limit=1").text("id"); }
    Answer call(const std::string& desk, const std::string& more = {}, const char* login = worker)
    {
        return stage->post(login, "/desk-calls",
            fmt::format(R"({{"desk":"{}","reached_at":"2025-12-04T09:30","asked":"電源が入らない"{}}})", desk, more));
    }
    std::string clocks()
    {
        std::string text;
        const auto all = stage->program().database().read(
            [&](db::Reader& reader) { return due::open_of(reader, core_terminals, {}); });
        for (const due::Due& each : all) {
            if (each.terms.kind == "desk.visit")
                text += each.terms.number + " " + to_text(day_of(each.terms.due_at));
        }
        return text;
    }
};

TEST_P(Desks, are_open_by_their_own_calendars_and_days_off)
{
    const Answer all = stage->get(city, "/desks");
    EXPECT_EQ(all.text("may_keep"), "false");
    EXPECT_EQ(stage->get(site, "/desks").status, 404);
    const Answer printer = stage->get(worker, "/desks?class=dot_printer");
    EXPECT_EQ(printer.text("id"), "epson_printer");
    EXPECT_EQ(printer.text("closes_at"), "2025-12-04T08:30:00Z");
    EXPECT_EQ(stage->get(worker, "/desks?device=" + unit()).text("id"), "hp_diagnosis");
    EXPECT_EQ(stage->get(worker, "/desks?device=nothing").status, 404);

    const std::string days = R"({"days":["2025-12-04"],"reason":"月次休業日"})";
    EXPECT_EQ(stage->post(city, "/desks/lenovo/days-off", days).status, 403);
    EXPECT_EQ(stage->post(worker, "/desks/nobody/days-off", days).status, 404);
    const Answer closed = stage->post(worker, "/desks/lenovo/days-off", days);
    EXPECT_EQ(closed.text("open"), "false");
    EXPECT_EQ(closed.text("opens_at"), "2025-12-05T00:00:00Z");
    const auto mark = [&](int version) {
        return stage->send(
            worker, http::Method::put, "/desks/lenovo/mark", R"({"maintained":true,"note":"保守契約"})", version);
    };
    EXPECT_EQ(mark(1).text("open"), "true") << "the days off do not count under a maintenance contract";
    EXPECT_EQ(mark(1).status, 412);
    EXPECT_EQ(stage->send(worker, http::Method::del, "/desks/lenovo/days-off/2025-12-04").status, 200);
    EXPECT_EQ(stage->send(worker, http::Method::del, "/desks/lenovo/days-off/2025-12-04").status, 404);
}

TEST_P(Desks, know_the_lessor_of_each_day)
{
    stage->enter(contract);
    const auto lessor = [&](const char* name, const char* from, const char* more = "") {
        return stage->post(responsible, "/vendors",
            fmt::format(R"({{"role":"lessor","name":"{}","contact":"011-000-0000","from":"{}"{}}})", name, from, more));
    };
    const Answer first = lessor("新しい賃貸業者", "2025-12-01");
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(refusal(lessor("次の賃貸業者", "2026-01-01")), "desk/two_vendors from");
    EXPECT_EQ(stage
                  ->send(responsible, http::Method::put, "/vendors/" + first.text("id"),
                      R"({"role":"lessor","name":"新しい賃貸業者","contact":"011-000-0000","from":"2025-12-01",)"
                      R"("until":"2025-12-31"})",
                      1)
                  .status,
        200);
    EXPECT_EQ(lessor("次の賃貸業者", "2026-01-01").status, 201);
    const std::string directory = stage->get(city, "/desks").body;
    EXPECT_NE(directory.find(R"("from":null,"until":"2025-11-30","in_force":false)"), std::string::npos) << directory;
    EXPECT_NE(directory.find(R"("from":"2025-12-01","until":"2025-12-31","in_force":true)"), std::string::npos);
}

TEST_P(Desks, are_called_and_their_visit_is_due_by_their_rule)
{
    EXPECT_EQ(call("hp_repair", "", city).status, 403);
    EXPECT_EQ(refusal(call("nobody")), "desk/unknown_desk desk");
    EXPECT_EQ(refusal(call("hp_notebook", R"(,"channel":"mail")")), "desk/form_missing form_attached");
    EXPECT_EQ(call("hp_notebook", R"(,"channel":"mail","form_attached":true)").status, 201);

    const Answer made = call("hp_repair", R"(,"visit_expected":true,"reference":"HP-1","device_id":")" + unit() + '"');
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.text("visit_due"), "2025-12-05");
    EXPECT_EQ(clocks(), "HP-1 2025-12-05");
    EXPECT_NE(stage->get(worker, "/today").body.find(R"("kind":"desk.visit")"), std::string::npos);
    const std::string one = "/desk-calls/" + made.text("id");
    EXPECT_EQ(refusal(stage->post(worker, one + "/close", "{}", 1)).substr(0, 12), "desk/missing");

    at("2025-12-08T09:00");
    EXPECT_EQ(stage->get(city, one).text("overdue"), "true");
    const std::string visited =
        R"({"desk":"hp_repair","reached_at":"2025-12-04T09:30","asked":"電源が入らない",)"
        R"("visit_expected":true,"reference":"HP-1","visit_at":"2025-12-05T13:00",)"
        R"("site_told_at":"2025-12-04T11:00","site_told":"見本","visited_at":"2025-12-05T13:10",)"
        R"("outcome":"基板を交換した"})";
    EXPECT_EQ(stage->send(worker, http::Method::put, one, visited, 1).status, 200);
    EXPECT_EQ(clocks(), "");
    EXPECT_EQ(stage->get(city, one).text("ja"), "2025年12月4日（木）の翌日から開庁日を1日数えます（初日不算入）。");
    EXPECT_NE(stage->get(city, one).body.find("作業報告書が添付されていません。"), std::string::npos);
    EXPECT_EQ(stage->post(worker, one + "/attachments?name=report.txt", "作業報告書").status, 201);
    EXPECT_EQ(stage->post(worker, one + "/close", "{}", 2).text("closed"), "true");
    EXPECT_EQ(refusal(stage->send(worker, http::Method::put, one, visited, 3)), "desk/call_closed");
    EXPECT_EQ(stage->get(city, "/desk-calls?open=true").body.find("HP-1"), std::string::npos);
    EXPECT_NE(stage->get(city, "/desk-calls?q=%E5%9F%BA%E6%9D%BF").body.find("HP-1"), std::string::npos);
    EXPECT_EQ(stage->post(worker, one + "/reopen", "{}", 3).text("closed"), "false");
}

HOSHUBAN_ON_BOTH_DATABASES(Desks);

}
}
