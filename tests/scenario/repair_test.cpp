// A failed unit on its way back to the spares: who does what when, and where the unit stands meanwhile.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Repairs : public Story {
protected:
    void begin() override
    {
        open("2025-12-01T09:00");
        stage->enter({"mihon-city"});
    }
    std::string id_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    std::string use_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("use"); }
    std::string site_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("site"); }
    void make_spare(const std::string& number)
    {
        const std::string site = stage->get(city, "/register?q=" + number).text("site_id");
        const Answer moved = stage->post(worker, "/register/" + id_of(number) + "/moves",
            R"({"on":"2025-10-01","site_id":")" + site +
                R"(","place":"予備機棚","use":"spare","cause":"change_of_use"})");
        ASSERT_EQ(moved.status, 200) << moved.body;
    }
    Answer failure(const std::string& number, const std::string& more = {})
    {
        return stage->post(worker, "/repairs",
            R"({"device_id":")" + id_of(number) + R"(","failed_on":"2025-11-20","symptom":"電源が入らない")" + more +
                "}");
    }
    static std::string spare(const std::string& id) { return R"(,"spare_id":")" + id + "\""; }
    Answer step(const std::string& repair, const std::string& act, const std::string& more = {})
    {
        const std::string version = stage->get(worker, repair).text("version");
        return stage->post(worker, repair + "/steps",
            R"({"act":")" + act + R"(","on":"2025-11-25","person":"保全 三枝")" + more + "}", std::stoi(version));
    }
};

constexpr const char* to_2026 = R"(,"warranty_until":"2026-03-31")";
constexpr const char* to_2024 = R"(,"warranty_until":"2024-03-31")";

TEST_P(Repairs, of_a_terminal_in_warranty_end_with_a_spare)
{
    make_spare("D-0004");
    const Answer opened = failure("D-0011", spare(id_of("D-0004")) + to_2026);
    ASSERT_EQ(opened.status, 201) << opened.body;
    EXPECT_EQ(opened.text("number"), "R25-001");
    EXPECT_EQ(use_of("D-0011"), "repair");
    EXPECT_EQ(site_of("D-0004"), "ひがし支所") << "the spare took its place in the same act";
    const std::string repair = "/repairs/" + opened.text("id");
    EXPECT_EQ(refusal(failure("D-0011")), "repair/already_open");

    EXPECT_EQ(refusal(step(repair, "tested")), "repair/does_not_follow");
    ASSERT_EQ(step(repair, "carried_back").status, 200);
    EXPECT_EQ(site_of("D-0011"), "市役所1階住民課") << "the place that the city designates";
    ASSERT_EQ(step(repair, "tested", R"(,"finding":"reproduced")").status, 200);
    EXPECT_EQ(refusal(step(repair, "handed_over")), "repair/in_warranty");
    ASSERT_EQ(step(repair, "sent_to_maker", R"(,"place":"架空メーカー","detail":"送り状 1234")").status, 200);
    EXPECT_EQ(stage->get(city, "/register?q=D-0011").text("place"), "架空メーカー");
    ASSERT_EQ(step(repair, "returned").status, 200);
    const std::string erasure = R"(,"detail":"上書き3回","attendee":"見本 太郎")";
    EXPECT_EQ(refusal(step(repair, "erased", erasure)), "repair/certificate_needed certificate_id");
    EXPECT_EQ(refusal(step(repair, "erased", erasure + R"(,"certificate_id":"none")")),
        "repair/certificate_unknown certificate_id");
    const Answer paper = stage->post(worker, repair + "/attachments?name=certificate.txt", "消去証明書");
    ASSERT_EQ(paper.status, 201) << paper.body;
    const Answer erased = step(repair, "erased", erasure + R"(,"certificate_id":")" + paper.text("id") + "\"");
    ASSERT_EQ(erased.status, 200) << erased.body;
    ASSERT_EQ(step(repair, "rebuilt", R"(,"detail":"第3版")").status, 200);
    const Answer done = step(repair, "made_spare", R"(,"place":"予備機棚")");
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(done.text("state"), "spare");
    EXPECT_EQ(use_of("D-0011"), "spare");
    EXPECT_EQ(stage->get(city, "/repairs").body.find("R25-001"), std::string::npos) << "nothing is open any more";
    EXPECT_EQ(stage->get(city, "/repairs?state=spare").text("number"), "R25-001");
}

// The place that the city designates for the way back may close meanwhile.
TEST_P(Repairs, carry_no_unit_to_a_place_that_is_closed)
{
    make_spare("D-0004");
    const Answer opened = failure("D-0011", spare(id_of("D-0004")) + to_2026);
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string designated = stage->get(city, "/register?q=D-0001").text("site_id");
    const std::string elsewhere = stage->get(city, "/register?q=D-0004").text("site_id");
    ASSERT_NE(designated, elsewhere);
    const auto next = [&] { return stage->get(city, "/register?site=" + designated); };
    for (Answer there = next(); there.body.find(R"("items":[])") == std::string::npos; there = next()) {
        const Answer moved = stage->post(worker, "/register/" + there.text("id") + "/moves",
            R"({"on":"2025-11-21","site_id":")" + elsewhere + R"(","use":")" + there.text("use") +
                R"(","cause":"relocation"})");
        ASSERT_EQ(moved.status, 200) << moved.body;
    }
    const Answer shut =
        stage->post(worker, "/sites/" + designated + "/close", R"({"from":"2025-11-24","reason":"統合のため"})", 1);
    ASSERT_EQ(shut.status, 200) << shut.body;
    const std::string repair = "/repairs/" + opened.text("id");
    EXPECT_EQ(refusal(step(repair, "carried_back")).substr(0, 18), "device/site_closed");
    EXPECT_EQ(stage->get(worker, repair).text("state"), opened.text("state")) << "nothing half-saved";
}

TEST_P(Repairs, take_the_warranty_from_the_facts_of_the_unit)
{
    ASSERT_EQ(stage
                  ->send(worker, http::Method::put, "/register/" + id_of("D-0011") + "/facts",
                      R"({"bought_on":"2023-04-01","warranty_ends_on":"2026-03-31"})", 1)
                  .status,
        200);
    const Answer opened = failure("D-0011");
    EXPECT_EQ(opened.text("warranty_until"), "2026-03-31") << opened.body;
    EXPECT_EQ(opened.text("in_warranty"), "true");
    EXPECT_EQ(failure("D-0012", to_2024).text("in_warranty"), "false") << "what somebody says goes before";
}

TEST_P(Repairs, of_a_peripheral_are_a_swap_until_no_spare_is_left)
{
    make_spare("D-0020");
    EXPECT_EQ(refusal(failure("D-0021")), "repair/swap_on_site spare_id");
    EXPECT_EQ(refusal(failure("D-0021", spare(id_of("D-0003")))), "device/other_class spare_id");
    const Answer opened = failure("D-0021", spare(id_of("D-0020")) + to_2024);
    ASSERT_EQ(opened.status, 201) << opened.body;
    EXPECT_EQ(refusal(failure("D-0022", spare(id_of("D-0020")))), "repair/no_spare_left spare_id");

    const std::string repair = "/repairs/" + opened.text("id");
    ASSERT_EQ(step(repair, "carried_back").status, 200);
    ASSERT_EQ(step(repair, "tested", R"(,"finding":"not_needed","reason":"外装が割れている")").status, 200);
    EXPECT_EQ(refusal(step(repair, "sent_to_maker", R"(,"place":"架空メーカー")")), "repair/out_of_warranty");
    EXPECT_EQ(refusal(step(repair, "handed_over")), "repair/settings_missing");
    ASSERT_EQ(step(repair, "settings_made", R"(,"detail":"貸与マニュアル 4章")").status, 200);
    ASSERT_EQ(step(repair, "handed_over", R"(,"place":"システム課")").status, 200);
    EXPECT_EQ(use_of("D-0021"), "stored");

    const Answer stock = stage->get(responsible, "/repairs/stock");
    const std::string panel = stock.body.substr(stock.body.find("見本パネル P3"));
    const Answer row{200, panel, {}};
    EXPECT_EQ(row.text("spares"), "0");
    EXPECT_EQ(row.text("in_chain"), "0");
    EXPECT_EQ(row.text("swaps"), "1");
    EXPECT_EQ(row.text("state"), "none");
    EXPECT_NE(stage->get(auditor, "/events?kind=repair.spares_low").body.find("見本パネル P3"), std::string::npos);
}

TEST_P(Repairs, follow_an_exchange_that_the_register_tells_of)
{
    make_spare("D-0004");
    const Answer exchanged = stage->post(worker, "/register/" + id_of("D-0011") + "/exchanges",
        R"({"on":"2025-11-20","spare_id":")" + id_of("D-0004") + R"(","use":"repair"})");
    ASSERT_EQ(exchanged.status, 200) << exchanged.body;
    const Answer opened = failure("D-0011");
    ASSERT_EQ(opened.status, 201) << opened.body;
    EXPECT_EQ(opened.text("spare_number"), "D-0004");
    const std::string repair = "/repairs/" + opened.text("id");
    ASSERT_EQ(step(repair, "carried_back").status, 200);
    ASSERT_EQ(step(repair, "tested", R"(,"finding":"reproduced")").status, 200);
    EXPECT_EQ(refusal(step(repair, "sent_to_maker", R"(,"place":"架空メーカー")")), "repair/warranty_unknown");
    EXPECT_EQ(
        stage->send(worker, http::Method::patch, repair, R"({"symptom":"起動しない","warranty_until":"2026-03-31"})", 3)
            .status,
        200);
    EXPECT_EQ(
        stage->post(worker, repair + "/steps", R"({"act":"disposed","on":"2025-11-25","person":"x"})", 3).status, 412);
}

TEST_P(Repairs, are_not_needed_to_be_told_that_spares_come_to_an_end)
{
    make_spare("D-0004");
    const Answer exchanged = stage->post(worker, "/register/" + id_of("D-0011") + "/exchanges",
        R"({"on":"2025-12-01","spare_id":")" + id_of("D-0004") + R"(","use":"stored"})");
    ASSERT_EQ(exchanged.status, 200) << exchanged.body;
    const auto low = exchanged.body.find("\"spares_low\":{");
    ASSERT_NE(low, std::string::npos) << exchanged.body;
    const Answer warning{200, exchanged.body.substr(low), {}};
    EXPECT_EQ(warning.text("model") + " " + warning.text("spares"), "見本端末 T2 0");
    EXPECT_NE(stage->get(auditor, "/events?kind=repair.spares_low").body.find("見本端末 T2"), std::string::npos);
    EXPECT_EQ(stage->get(worker, "/register/" + id_of("D-0011")).body.find("\"spares_low\":{"), std::string::npos)
        << "said once, to who exchanged it";
}

TEST_P(Repairs, are_recorded_by_the_contractor_and_seen_by_the_whole_contract)
{
    const Answer opened = failure("D-0011");
    ASSERT_EQ(opened.status, 201) << opened.body;
    const std::string one = "/repairs/" + opened.text("id");
    for (const std::string& path : {std::string{"/repairs"}, std::string{"/repairs/stock"},
             std::string{"/repairs/export"}, one, one + "/events", one + "/attachments"}) {
        EXPECT_EQ(stage->get(auditor, path).status, 200) << path;
        EXPECT_EQ(stage->get(city, path).status, 200) << path;
        EXPECT_EQ(stage->get(site, path).status, 404) << path;
        EXPECT_EQ(stage->get(division, path).status, 404) << path;
    }
    const std::string carried = R"({"act":"carried_back","on":"2025-11-25","person":"保全 三枝"})";
    EXPECT_EQ(refusal(stage->post(city, one + "/steps", carried, 1)), "repair/contractor_only");
    EXPECT_EQ(stage->post(auditor, one + "/steps", carried, 1).status, 403);
    EXPECT_EQ(stage->post(city, one + "/attachments?name=a.txt", "紙").status, 403);
    EXPECT_EQ(refusal(stage->post(city, "/repairs", R"({"device_id":"x","failed_on":"2025-11-20","symptom":"x"})")),
        "repair/contractor_only");

    stage->enter(contract);
    EXPECT_EQ(stage->get(city, one).status, 404) << "of another contract";
    EXPECT_EQ(refusal(failure("D-0014")), "repair/not_in_contract");
}

HOSHUBAN_ON_BOTH_DATABASES(Repairs);

}
}
