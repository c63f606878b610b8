// Units are installed, taken away and set up anew: told by the city, within the caps, and entered into the register.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Installations : public Story {
protected:
    void begin() override
    {
        open("2025-12-01T09:00");
        stage->enter({"mihon-city"});
    }
    std::string id_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    std::string site_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("site"); }
    std::string site_id_of(const std::string& number)
    {
        return stage->get(city, "/register?q=" + number).text("site_id");
    }
    Answer planned(const std::string& kind, const std::string& units, const std::string& more = {})
    {
        return stage->post(worker, "/installations",
            R"({"kind":")" + kind + R"(","planned_on":"2025-12-03","instruction":"12月1日 見本 太郎","units":[)" +
                units + "]" + more + "}");
    }
    std::string unit(const std::string& number) { return R"({"device_id":")" + id_of(number) + R"(","place":"2階"})"; }
    Answer step(const Answer& job, const std::string& act, const std::string& more = {}, int version = 1)
    {
        return stage->post(worker, "/installations/" + job.text("id") + "/steps",
            R"({"act":")" + act + R"(","on":"2025-12-01","person":"保全 三枝")" + more + "}", version);
    }
};

TEST_P(Installations, begin_with_the_medium_and_end_in_the_register)
{
    const std::string east = site_id_of("D-0011");
    const std::string to_east = R"(,"site_id":")" + east + "\"";
    EXPECT_EQ(refusal(planned("installation", unit("D-0003"), to_east)), "installation/medium_needed medium");
    const Answer job = planned("installation", unit("D-0003") + "," + unit("D-0004"), to_east + R"(,"medium":"第3版")");
    ASSERT_EQ(job.status, 201) << job.body;
    EXPECT_EQ(job.text("number"), "E25-001");
    EXPECT_EQ(refusal(planned("removal", unit("D-0004"))), "installation/unit_taken units[0]");

    EXPECT_EQ(refusal(step(job, "done")), "installation/setup_first");
    EXPECT_EQ(refusal(step(job, "set_up", R"(,"medium":"第2版")")), "installation/other_medium medium");
    ASSERT_EQ(step(job, "set_up", R"(,"medium":"第3版")").status, 200);
    EXPECT_EQ(step(job, "done").status, 412);
    EXPECT_EQ(site_of("D-0003"), "市役所1階住民課");
    const std::string editions = stage->get(city, "/register/editions").body;
    const Answer done = step(job, "done", "", 2);
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(site_of("D-0003"), "ひがし支所");
    EXPECT_EQ(site_of("D-0004"), "ひがし支所");
    EXPECT_NE(stage->get(city, "/register/editions").body, editions) << "the newest edition follows";
    const std::string all = stage->get(auditor, "/quotas").body;
    EXPECT_EQ(Answer({200, all.substr(all.find(R"("id":"installation")")), {}}).text("actual"), "1");
    const Answer quotas = stage->get(auditor, "/installations");
    EXPECT_EQ(Answer({200, quotas.body.substr(quotas.body.find("\"quotas\"")), {}}).text("actual"), "1");
}

TEST_P(Installations, leave_out_what_the_contract_excludes_and_take_units_back)
{
    EXPECT_EQ(refusal(planned("removal", unit("D-0011") + "," + unit("D-0001"))), "installation/excluded units[1]");
    const Answer job = planned("removal", unit("D-0011") + "," + unit("D-0012"));
    ASSERT_EQ(job.status, 201) << job.body;
    ASSERT_EQ(step(job, "done").status, 200);
    EXPECT_EQ(stage->get(city, "/register?q=D-0012").text("use"), "stored");
    EXPECT_EQ(site_of("D-0012"), "市役所1階住民課");
}

TEST_P(Installations, that_are_not_entered_by_the_end_of_their_planned_day_are_missed)
{
    const Answer job = planned("removal", unit("D-0011"));
    ASSERT_EQ(job.status, 201) << job.body;
    const auto clocks = [&](const char* login) { return stage->get(login, "/today").body; };
    EXPECT_NE(clocks(worker).find(R"("kind":"installation.move")"), std::string::npos);
    EXPECT_NE(clocks(worker).find(R"("due_at":"2025-12-03T14:59:59)"), std::string::npos) << "Wednesday in Japan";
    EXPECT_EQ(clocks(city).find("installation.move"), std::string::npos) << "the contractor has to act";
    EXPECT_EQ(clocks(division).find("installation.move"), std::string::npos);
    at("2025-12-04T09:00");
    EXPECT_NE(clocks(worker).find(R"("stage":"passed")"), std::string::npos);
    ASSERT_EQ(step(job, "done").status, 200);
    EXPECT_EQ(clocks(worker).find("installation.move"), std::string::npos);

    const Answer other = planned("removal", unit("D-0012"));
    ASSERT_EQ(other.status, 201) << other.body;
    ASSERT_EQ(step(other, "cancelled", R"(,"note":"市の都合")").status, 200);
    EXPECT_EQ(stage->get(worker, "/dues").body.find("installation.move"), std::string::npos);
}

TEST_P(Installations, that_set_units_up_anew_are_due_back_after_a_week)
{
    const Answer job = planned("resetup", unit("D-0005"), R"(,"medium":"第3版","lent_on":"2025-11-28")");
    ASSERT_EQ(job.status, 201) << job.body;
    EXPECT_EQ(job.text("due_back"), "2025-12-05");
    const Answer due = stage->get(worker, "/dues");
    EXPECT_NE(due.body.find("installation.return"), std::string::npos) << due.body;
    const std::string of_unit = "/loans?device=" + id_of("D-0005");
    const Answer lent = stage->get(worker, of_unit);
    EXPECT_EQ(lent.text("number") + " " + lent.text("due_back") + " " + lent.text("job_number"),
        "D-0005 2025-12-05 " + job.text("number"));
    EXPECT_EQ(due.body.find("loan.return"), std::string::npos) << "the job's clock runs";
    ASSERT_EQ(step(job, "set_up", R"(,"medium":"第3版")").status, 200);
    EXPECT_EQ(refusal(step(job, "returned", "", 2)), "installation/note_needed note");
    ASSERT_EQ(step(job, "returned", R"(,"note":"受領書 12")", 2).status, 200);
    EXPECT_EQ(stage->get(worker, "/dues").body.find("installation.return"), std::string::npos);
    const Answer back = stage->get(worker, of_unit + "&state=all");
    EXPECT_EQ(back.text("state") + " " + back.text("returned_on"), "returned 2025-12-01");

    const Answer other = planned("resetup", unit("D-0006"), R"(,"medium":"第3版","lent_on":"2025-11-28")");
    ASSERT_EQ(step(other, "cancelled", R"(,"note":"市の都合")").status, 200);
    EXPECT_EQ(stage->get(worker, "/loans?device=" + id_of("D-0006")).text("job_number"), "");
    EXPECT_NE(stage->get(worker, "/dues").body.find("loan.return"), std::string::npos)
        << "it is still to be given back";
}

// Only what has a medium is set up anew, and only where it stands at the base (INS-03, RST-01).
TEST_P(Installations, ask_for_a_medium_only_where_a_unit_has_one)
{
    const std::string to_east = R"(,"site_id":")" + site_id_of("D-0011") + "\"";
    const Answer panel = planned("installation", unit("D-0020"), to_east);
    ASSERT_EQ(panel.status, 201) << panel.body;
    ASSERT_EQ(step(panel, "done").status, 200);
    const std::string resetup = R"(,"medium":"第3版","lent_on":"2025-11-28")";
    EXPECT_EQ(
        refusal(planned("resetup", unit("D-0005") + "," + unit("D-0021"), resetup)), "installation/no_medium units[1]");
    EXPECT_EQ(refusal(planned("resetup", unit("D-0011"), resetup)), "installation/not_at_base units[0]");

    const Answer mixed =
        planned("installation", unit("D-0003") + "," + unit("D-0021"), to_east + R"(,"medium":"第3版")");
    ASSERT_EQ(mixed.status, 201) << mixed.body;
    ASSERT_EQ(step(mixed, "set_up", R"(,"medium":"第3版")").status, 200);
    const auto edition_of = [&](const char* number) {
        return stage->get(city, "/register/" + id_of(number) + "/facts").text("medium_edition");
    };
    EXPECT_EQ(edition_of("D-0003"), "第3版");
    EXPECT_EQ(edition_of("D-0021"), "");
}

// A relocation gives the unit its new address in the same act, one that the city gave the site and that is free.
TEST_P(Installations, give_a_relocated_unit_its_new_address)
{
    const std::string east = site_id_of("D-0011");
    ASSERT_EQ(stage->send(city, http::Method::put, "/register/site-ranges/" + east, R"({"addresses":"10.2.0.0/24"})", 1)
                  .status,
        200);
    ASSERT_EQ(stage
                  ->post(worker, "/register/" + id_of("D-0011") + "/addresses",
                      R"({"on":"2025-11-01","address":"10.2.0.11"})")
                  .status,
        200);
    const auto relocated = [&](const std::string& address) {
        return planned("relocation",
            R"({"device_id":")" + id_of("D-0003") + R"(","place":"2階","address":")" + address + "\"}",
            R"(,"site_id":")" + east + "\"");
    };
    EXPECT_EQ(refusal(relocated("10.2.0")), "device/address_invalid units[0].address");
    const Answer outside = relocated("10.9.0.3");
    ASSERT_EQ(outside.status, 201) << outside.body;
    EXPECT_EQ(refusal(step(outside, "done")), "device/address_outside");
    ASSERT_EQ(step(outside, "cancelled", R"(,"note":"番号の誤り")").status, 200);
    const Answer taken = relocated("10.2.0.11");
    EXPECT_EQ(refusal(step(taken, "done")), "device/address_taken");
    EXPECT_EQ(site_of("D-0003"), "市役所1階住民課") << "one act";
    ASSERT_EQ(step(taken, "cancelled", R"(,"note":"番号の誤り")").status, 200);
    const Answer good = relocated("１０．２．０．３");
    ASSERT_EQ(step(good, "done").status, 200);
    EXPECT_EQ(stage->get(city, "/register/" + id_of("D-0003") + "/facts").text("address"), "10.2.0.3");
    const Answer course = stage->get(city, "/register/" + id_of("D-0003"));
    EXPECT_EQ(course.text("planned_on"), "2025-12-03") << "the day of the plan stays beside the one of the move";
    EXPECT_EQ(course.text("entered_after"), "0");
}

TEST_P(Installations, are_recorded_by_the_contractor_and_seen_by_the_whole_contract)
{
    const Answer job = planned("removal", unit("D-0011"));
    ASSERT_EQ(job.status, 201) << job.body;
    const std::string one = "/installations/" + job.text("id");
    for (const std::string& path : {std::string{"/installations"}, std::string{"/installations/export"}, one,
             one + "/events", one + "/attachments"}) {
        EXPECT_EQ(stage->get(auditor, path).status, 200) << path;
        EXPECT_EQ(stage->get(site, path).status, 404) << path;
        EXPECT_EQ(stage->get(division, path).status, 404) << path;
    }
    const std::string done = R"({"act":"done","on":"2025-12-01","person":"保全 三枝"})";
    EXPECT_EQ(refusal(stage->post(city, one + "/steps", done, 1)), "installation/contractor_only");
    EXPECT_EQ(stage->post(auditor, one + "/steps", done, 1).status, 403);
}

HOSHUBAN_ON_BOTH_DATABASES(Installations);

}
}
