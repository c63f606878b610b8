// The ledgers of the devices: out to the city as editions, in from Excel, and back.
#include "story.hpp"

#include "app/program.hpp"
#include "features/device/edition_job.hpp"
#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Ledgers : public Story {
protected:
    std::string first_unit()
    {
        Answer page = stage->get(responsible, "/register?limit=1");
        page.body.erase(0, page.body.find("\"items\""));
        return page.text("id");
    }
    std::string elsewhere()
    {
        const std::string id = stage->get(responsible, "/sites").text("id");
        EXPECT_FALSE(id.empty());
        return id;
    }
    Answer moved(const std::string& unit, const std::string& place)
    {
        const Answer answer = stage->post(responsible, "/register/" + unit + "/moves",
            fmt::format(R"({{"on":"2025-12-01","site_id":"{}","place":"{}","use":"in_service","cause":"relocation"}})",
                elsewhere(), place));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer;
    }
    /// How many moves of each ledger no edition shows.
    std::string pending()
    {
        constexpr std::string_view key = "\"pending\":";
        const std::string body = stage->get(responsible, "/register/editions").body;
        std::string all;
        for (auto at = body.find(key); at != std::string::npos; at = body.find(key, at + 1))
            all += body.substr(at + key.size(), body.find_first_of(",}", at + key.size()) - at - key.size()) + " ";
        return all;
    }
    Answer upload(const std::string& bytes)
    {
        return stage->post(responsible, "/register/imports?name=list.csv&on=2025-12-01", bytes);
    }
    Answer save(const Answer& preview, const std::string& more = "")
    {
        return stage->post(responsible, "/register/imports/" + preview.text("id") + "/save",
            R"({"preview":")" + preview.text("preview") + "\"" + more + "}");
    }
};

TEST_P(Ledgers, leave_as_an_edition_after_every_move_and_are_submitted_once)
{
    EXPECT_EQ(stage->get(city, "/register/editions").body.find("\"number\""), std::string::npos);
    moved(first_unit(), "2階");
    const Answer made = stage->get(city, "/register/editions");
    EXPECT_EQ(made.text("number"), "1") << made.body;
    EXPECT_EQ(made.text("pending"), "0");
    EXPECT_EQ(made.text("version"), "1");
    moved(first_unit(), "3階");
    EXPECT_EQ(stage->get(city, "/register/editions").text("number"), "1") << "nobody has it yet";
    EXPECT_EQ(stage->get(city, "/register/editions").text("version"), "2");

    const std::string one = "/register/editions/" + made.text("id");
    const std::string handed_in = stage->get(responsible, one + "/file").body;
    EXPECT_TRUE(handed_in.starts_with("PK"));
    EXPECT_EQ(stage->post(responsible, one + "/submission", R"({"on":"2025-12-01"})", 1).status, 412);
    const Answer submitted = stage->post(responsible, one + "/submission", R"({"on":"2025-12-01"})", 2);
    EXPECT_EQ(submitted.text("submitted_on"), "2025-12-01") << submitted.body;
    const Answer twice = stage->post(responsible, one + "/submission", R"({"on":"2025-12-01"})", 3);
    EXPECT_EQ(twice.status, 409);
    EXPECT_EQ(twice.text("code"), "device/edition_submitted");

    moved(first_unit(), "4階");
    EXPECT_EQ(stage->get(city, "/register/editions").text("number"), "2");
    EXPECT_EQ(stage->get(responsible, one + "/file").body, handed_in) << "what was submitted stays byte by byte";

    EXPECT_EQ(stage->get(site, "/register/editions").status, 404);
    EXPECT_EQ(stage->get(division, one + "/file").status, 404);
    EXPECT_EQ(stage->post(auditor, "/register/editions", R"({"division":""})").status, 403);
}

TEST_P(Ledgers, of_very_many_units_follow_soon_after_and_are_waited_for_until_then)
{
    open("2023-12-01T09:00");
    stage->enter({"sapporo-r5-core-terminals"});
    const std::string change =
        R"({"on":"2023-12-01","filter":{"class":"color_printer"},"edit":{"site_id":"S-003","place":"窓口"}})";
    const Answer preview = stage->post(responsible, "/register/bulk/preview", change);
    ASSERT_EQ(preview.status, 200) << preview.body;
    const Answer saved = stage->post(responsible, "/register/bulk",
        R"({"change":)" + change + R"(,"preview":")" + preview.text("preview") +
            R"(","reason":"窓口の整理","skip_refused":true})");
    EXPECT_EQ(saved.text("moves"), "447") << saved.body;
    EXPECT_EQ(pending(), "219 228 0 ");
    EXPECT_NE(stage->get(responsible, "/today").body.find("device.edition"), std::string::npos);

    device::make_awaited_editions(stage->program().database(), stage->program().profiles(), stage->clock);
    EXPECT_EQ(pending(), "0 0 0 ");
    EXPECT_EQ(stage->get(responsible, "/register/editions").text("number"), "1");
    EXPECT_EQ(stage->get(responsible, "/today").body.find("device.edition"), std::string::npos);

    at("2023-12-01T10:00");
    ASSERT_EQ(
        stage->post(responsible, "/register/acts/" + saved.text("act") + "/undo", R"({"reason":"誤り"})").status, 200);
    EXPECT_EQ(pending(), "219 228 0 ");
    device::make_awaited_editions(stage->program().database(), stage->program().profiles(), stage->clock);
    EXPECT_EQ(pending(), "0 0 0 ");
}

TEST_P(Ledgers, come_back_unchanged_and_are_saved_only_as_they_were_seen)
{
    const Answer exported = stage->get(responsible, "/register/export?on=2025-12-01");
    ASSERT_EQ(exported.status, 200) << exported.body;
    const Answer same = upload(exported.body);
    ASSERT_EQ(same.status, 201) << same.body;
    EXPECT_NE(same.body.find(R"("counts":{"new":0,"changed":0,)"), std::string::npos) << same.body.substr(0, 600);
    EXPECT_NE(same.body.find(R"("refused":0})"), std::string::npos) << same.body.substr(0, 600);

    const std::string number = stage->get(responsible, "/register?limit=1").text("number");
    const Answer unknown = upload("機器ID,機種名,拠点\n" + number + ",,誰も知らない分室\n");
    ASSERT_EQ(unknown.status, 201) << unknown.body;
    EXPECT_NE(unknown.body.find("import/unknown_site"), std::string::npos);
    EXPECT_EQ(save(unknown).text("code"), "import/refused_rows");
    EXPECT_EQ(stage
                  ->post(responsible, "/register/site-aliases",
                      R"({"alias":"誰も知らない分室","site_id":")" + elsewhere() + "\"}")
                  .status,
        200);
    EXPECT_EQ(save(unknown).text("code"), "import/changed") << "not what the person saw";

    const Answer place = upload("機器ID,機種名,場所\n" + number + ",,9階\n");
    EXPECT_EQ(stage->get(responsible, "/register?q=9%E9%9A%8E").body.find("9階"), std::string::npos)
        << "a preview saves nothing";
    const Answer saved = save(place);
    EXPECT_EQ(saved.body, R"({"act":")" + saved.text("act") + R"(","entered":0,"taken":0,"changed":1,"moves":1})");
    EXPECT_NE(stage->get(responsible, "/register?q=9%E9%9A%8E").body.find("9階"), std::string::npos);
    EXPECT_EQ(save(place).text("code"), "import/saved");
    EXPECT_EQ(stage->get(city, "/register/editions").text("pending"), "0");

    EXPECT_EQ(stage->post(responsible, "/register/imports?name=x.csv&on=2019-01-01", "機器ID").text("code"),
        "device/reference_day");
    EXPECT_EQ(stage->post(site, "/register/imports?name=x.csv&on=2025-12-01", "x").status, 403);
    EXPECT_EQ(stage->get(auditor, "/register/imports/" + place.text("id")).status, 404);
}

HOSHUBAN_ON_BOTH_DATABASES(Ledgers);

}
}
