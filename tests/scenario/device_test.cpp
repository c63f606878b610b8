// Where units stand: seen as of any day, moved and exchanged, by whom and for whom.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

std::size_t times(const Answer& answer, std::string_view text)
{
    std::size_t found = 0;
    for (auto at = answer.body.find(text); at != std::string::npos; at = answer.body.find(text, at + text.size()))
        ++found;
    return found;
}

class Devices : public Story {
protected:
    std::string unit(const std::string& number)
    {
        return "/register/" + stage->get(city, "/register?q=" + number).text("id");
    }
    std::string site_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("site_id"); }
    Answer move(const char* login, const std::string& unit, const std::string& day, const std::string& site,
        const std::string& more = R"("use":"in_service")")
    {
        return stage->post(login, unit + "/moves",
            R"({"on":")" + day + R"(","site_id":")" + site + R"(","place":"2階 3番窓口","cause":"relocation",)" + more +
                "}");
    }
    std::string site_on(const std::string& number, const std::string& day)
    {
        return stage->get(auditor, "/register?q=" + number + "&on=" + day).text("site");
    }
};

TEST_P(Devices, are_found_where_they_stood_on_each_day)
{
    const std::string terminal = unit("D-0014");
    const std::string north = site_of("D-0014");
    const std::string east = site_of("D-0027");
    ASSERT_EQ(move(worker, terminal, "2025-11-28", east).status, 200);
    EXPECT_EQ(site_on("D-0014", "2025-11-27"), "北区役所戸籍住民課");
    EXPECT_EQ(site_on("D-0014", "2025-11-28"), "東区役所戸籍住民課");
    EXPECT_EQ(times(stage->get(city, "/devices?site=" + east), "\"D-0014\""), 2U)
        << "id and number: where units are picked";
    EXPECT_EQ(times(stage->get(city, "/devices?site=" + north), "\"D-0014\""), 0U);

    EXPECT_EQ(refusal(move(worker, terminal, "2025-11-28", east)), "device/already_there");
    EXPECT_EQ(refusal(move(worker, terminal, "2025-12-02", north)), "device/in_future on");
    EXPECT_EQ(refusal(move(worker, terminal, "2025-03-31", north)), "device/outside_period on");
    EXPECT_EQ(refusal(move(worker, terminal, "2025-11-30", "nowhere")), "device/unknown_site site_id");
    EXPECT_EQ(times(stage->get(auditor, terminal), "\"cause\":"), 1U) << "nothing half-saved";
}

TEST_P(Devices, are_exchanged_for_a_spare_in_one_act)
{
    const std::string failed = unit("D-0014");
    const std::string spare = unit("D-0015");
    const std::string spare_id = spare.substr(spare.rfind('/') + 1);
    const auto exchange = [&] {
        return stage->post(worker, failed + "/exchanges",
            R"({"on":"2025-12-01","spare_id":")" + spare_id + R"(","use":"repair","note":"電源が入らない"})");
    };
    const Answer elsewhere = exchange();
    EXPECT_EQ(refusal(elsewhere), "device/not_a_spare spare_id");
    EXPECT_EQ(said(elsewhere, "spare_id"),
        "D-0015は予備機ではありません。この日は北区役所戸籍住民課で稼働中です。別の予備機を選んでください。");
    ASSERT_EQ(move(worker, spare, "2025-11-30", site_of("D-0001"), R"("use":"spare")").status, 200);
    const Answer done = exchange();
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(site_on("D-0015", "2025-12-01"), "北区役所戸籍住民課");
    EXPECT_EQ(stage->get(auditor, "/register?use=repair").text("number"), "D-0014");
    EXPECT_EQ(times(stage->get(auditor, "/register/movements"), "\"cause\":\"exchange\""), 2U);
    EXPECT_EQ(refusal(exchange()), "device/not_in_service") << "twice";
}

TEST_P(Devices, leave_a_ledger_of_movements_that_is_narrowed_and_exported)
{
    const std::string north = site_of("D-0014");
    const std::string east = site_of("D-0027");
    ASSERT_EQ(move(worker, unit("D-0014"), "2025-11-28", east).status, 200);
    ASSERT_EQ(
        move(city, unit("D-0016"), "2025-12-01", east, R"("use":"in_service","planned_on":"2025-11-30")").status, 200);
    const auto found = [&](const std::string& query) {
        return times(stage->get(auditor, "/register/movements?limit=1&" + query), "\"entered_after\":");
    };
    EXPECT_EQ(found("site=" + north), 1U);
    EXPECT_EQ(found("site=" + east + "&timing=after_plan&q=D-0016"), 1U);
    EXPECT_EQ(found("timing=entered_later&q=D-0016"), 0U) << "entered on its day";
    EXPECT_EQ(found("from=2025-11-29&to=2025-11-30"), 0U);
    EXPECT_EQ(found("cause=repair"), 0U);
    EXPECT_EQ(refusal(stage->get(auditor, "/register/movements?timing=never")), "request/invalid_fields timing");

    const Answer newest = stage->get(auditor, "/register/movements?limit=1");
    const Answer next = stage->get(auditor, "/register/movements?limit=1&cursor=" + newest.text("next_cursor"));
    EXPECT_EQ(newest.text("device_number") + " " + next.text("device_number"), "D-0016 D-0014");
    EXPECT_NE(newest.body.find("\"people\":[\""), std::string::npos);
    EXPECT_NE(next.body.find("\"people\":[]"), std::string::npos) << "with the first page only";

    EXPECT_EQ(stage->get(auditor, "/register/movements/export?timing=planned").body.substr(0, 2), "PK");
    EXPECT_NE(stage->get(auditor, "/events?kind=device.movements_exported").body.find("device.movements_exported"),
        std::string::npos);
    EXPECT_EQ(stage->get(site, "/register/movements/export").status, 404);
}

TEST_P(Devices, are_shown_and_moved_by_whom_they_concern)
{
    const std::string elsewhere = unit("D-0014");
    EXPECT_EQ(stage->get(division, "/register").status, 404);
    EXPECT_EQ(stage->get(site, elsewhere).status, 404);
    EXPECT_EQ(stage->get(site, elsewhere + "/events").status, 404);
    EXPECT_EQ(stage->get(site, "/register/matrix").status, 404);
    EXPECT_EQ(stage->get(site, "/register/movements").status, 404);
    EXPECT_EQ(stage->get(auditor, "/register/matrix").text("units"), "2");
    EXPECT_EQ(move(auditor, elsewhere, "2025-11-28", site_of("D-0027")).status, 403);
    EXPECT_EQ(move(officer, elsewhere, "2025-11-28", site_of("D-0027")).status, 403);

    const Answer own = stage->get(site, "/register?limit=200");
    EXPECT_EQ(times(own, "\"number\":"), 2U);
    EXPECT_EQ(times(own, "\"site\":\"市役所2階住民情報課\""), 2U);
}

TEST_P(Devices, that_the_city_keeps_are_only_read_by_the_contractor_without_a_request)
{
    open("2023-06-01T18:00");
    stage->enter({"sapporo-r5-core-terminals"});
    const std::string terminal = unit("D-0001");
    const std::string id = terminal.substr(terminal.rfind('/') + 1);
    ASSERT_EQ(move(worker, terminal, "2023-05-01", "S-032").status, 200);
    EXPECT_EQ(times(stage->get(city, terminal), "\"keeper\":\"city\""), 3U) << "the unit, its course and the move";

    EXPECT_EQ(refusal(move(worker, terminal, "2023-05-10", "S-001")), "device/kept_by_city");
    const Answer facts = stage->get(worker, terminal + "/facts");
    EXPECT_EQ(facts.text("may_change"), "false");
    EXPECT_EQ(
        refusal(stage->post(worker, terminal + "/addresses", R"({"on":"2023-05-10","address":"10.1.2.3","note":""})")),
        "device/kept_by_city");
    const std::string bulk = R"({"on":"2023-05-10","units":[")" + id + R"("],"edit":{"remarks":"窓口用"}})";
    EXPECT_EQ(times(stage->post(worker, "/register/bulk/preview", bulk), "device/kept_by_city"), 1U);
    EXPECT_EQ(times(stage->post(city, "/register/bulk/preview", bulk), "device/kept_by_city"), 0U);

    const std::string request = written("菊水からの持ち出し", R"("install_remove")");
    EXPECT_EQ(
        move(worker, terminal, "2023-05-10", "S-001", R"("use":"in_service","request_id":")" + request + "\"").status,
        200);
    EXPECT_EQ(stage->get(worker, terminal + "/facts").text("may_change"), "true");
    ASSERT_EQ(move(worker, terminal, "2023-05-11", "S-032").status, 200);
    EXPECT_EQ(move(city, terminal, "2023-05-12", "S-001").status, 200) << "the city's people may";
}

// An exchange, a renewal and taking back what the city did are changes too; a site tells its units apart (A-35,
// LOC-08).
TEST_P(Devices, that_the_city_keeps_are_not_exchanged_renewed_or_put_back_by_the_contractor)
{
    open("2023-06-01T18:00");
    stage->enter({"sapporo-r5-core-terminals"});
    const std::string terminal = unit("D-0001");
    const std::string id = terminal.substr(terminal.rfind('/') + 1);
    const std::string spare = unit("D-0002");
    ASSERT_EQ(move(worker, terminal, "2023-05-01", "S-032").status, 200);
    ASSERT_EQ(move(worker, spare, "2023-05-01", "S-032", R"("use":"spare")").status, 200);

    const std::string exchange = R"({"on":"2023-05-10","use":"repair","spare_id":")" +
        spare.substr(spare.rfind('/') + 1) + R"(","note":"電源が入らない")";
    EXPECT_EQ(refusal(stage->post(worker, terminal + "/exchanges", exchange + "}")), "device/kept_by_city");
    const std::string renewed = R"({"generation":"renewed","on":"2023-05-10","model":"新機種")";
    EXPECT_EQ(refusal(stage->post(worker, terminal + "/renewals", renewed + "}")), "device/kept_by_city D-0001");
    const std::string at_kikusui = R"(,"site_id":"S-032","units":[])";
    EXPECT_EQ(refusal(stage->post(worker, "/register/renewals/done", renewed + at_kikusui + "}")),
        "device/kept_by_city D-0001");
    EXPECT_EQ(
        refusal(stage->post(worker, "/register/renewals/plans",
            R"({"generation":"renewed","from":"2023-09-01","to":"2023-09-30","reason":"市の予定")" + at_kikusui + "}")),
        "device/kept_by_city D-0001");

    at("2023-06-01T18:05"); // what came before the change does not build upon it
    const std::string change = R"({"on":"2023-05-10","units":[")" + id + R"("],"edit":{"remarks":"窓口用"}})";
    const Answer preview = stage->post(city, "/register/bulk/preview", change);
    const Answer saved = stage->post(city, "/register/bulk",
        R"({"change":)" + change + R"(,"preview":")" + preview.text("preview") + R"(","reason":"用途の記入"})");
    ASSERT_EQ(saved.status, 200) << saved.body;
    const std::string undo = "/register/acts/" + saved.text("act") + "/undo";
    EXPECT_EQ(refusal(stage->post(responsible, undo, R"({"reason":"誤り"})")), "device/kept_by_city D-0001");
    EXPECT_EQ(stage->post(city, undo, R"({"reason":"誤り"})").status, 200);

    const std::string sites = stage->get(worker, "/site-register?on=2023-05-10").body;
    const Answer kikusui{200, sites.substr(sites.find(R"("id":"S-032")")), {}};
    EXPECT_EQ(kikusui.text("units") + " " + kikusui.text("kept_by_city"), "1 1") << "the spare is the contractor's";
    const Answer page = stage->get(worker, "/sites/S-032?on=2023-05-10");
    EXPECT_EQ(page.text("in_service") + " " + page.text("spare") + " " + page.text("kept_by_city"), "0 1 1");

    const std::string request = written("菊水の端末の交換", R"("incident_recovery")");
    const std::string asked = exchange + R"(,"request_id":")" + request + "\"}";
    EXPECT_EQ(stage->post(worker, terminal + "/exchanges", asked).status, 200) << "the city asked for it";
}

HOSHUBAN_ON_BOTH_DATABASES(Devices);

}
}
