// A stock-take: what the register says against what is found at the sites, by whom and for whom.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Stocktakes : public Story {
protected:
    std::string begun()
    {
        const Answer made = stage->post(worker, "/stocktakes", R"({"title":"秋の棚卸","on":"2025-12-01"})");
        EXPECT_EQ(made.status, 201) << made.body;
        return "/stocktakes/" + made.text("id");
    }
    std::string site_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("site_id"); }
    Answer find(const char* login, const std::string& stocktake, const std::string& at, const std::string& codes)
    {
        return stage->post(login, stocktake + "/findings",
            R"({"site_id":")" + at + R"(","codes":[)" + codes + R"(],"place":"","note":""})");
    }
    // How often the lines that somebody sees hold a text.
    int lines_with(const char* login, const std::string& stocktake, std::string_view text)
    {
        const Answer lines = stage->get(login, stocktake + "/lines");
        int found = 0;
        for (auto at = lines.body.find(text); at != std::string::npos; at = lines.body.find(text, at + text.size()))
            ++found;
        return found;
    }
};

TEST_P(Stocktakes, tell_what_is_there_what_is_not_and_what_is_elsewhere)
{
    const std::string north = site_of("D-0014");
    const std::string stocktake = begun();
    ASSERT_EQ(find(worker, stocktake, north, R"("D-0014","ｄ－００２７","X-99")").status, 200);
    EXPECT_EQ(lines_with(city, stocktake, R"("verdict":"found")"), 1);
    EXPECT_EQ(lines_with(city, stocktake, R"("verdict":"elsewhere")"), 1);
    EXPECT_EQ(lines_with(city, stocktake, R"("verdict":"unknown")"), 1);
    EXPECT_EQ(lines_with(city, stocktake, R"("verdict":"missing")"), 0);

    ASSERT_EQ(find(worker, stocktake, site_of("D-0027"), R"("D-0027")").status, 200) << "and put back where it belongs";
    EXPECT_EQ(lines_with(city, stocktake, R"("verdict":"found")"), 2);
    EXPECT_EQ(lines_with(city, stocktake, R"("verdict":"elsewhere")"), 0);
    ASSERT_EQ(stage->post(worker, stocktake + "/findings/removal", R"({"key":"x-99"})").status, 200);
    EXPECT_EQ(lines_with(city, stocktake, R"("verdict":"unknown")"), 0);
    EXPECT_EQ(refusal(stage->post(worker, stocktake + "/findings/removal", R"({"key":"x-99"})")),
        "stocktake/finding_not_found");

    ASSERT_EQ(stage->post(worker, stocktake + "/sites/" + north + "/finish", "").status, 200);
    EXPECT_EQ(lines_with(city, stocktake, R"("verdict":"missing")"), 12) << "of the thirteen at 北区役所";
    EXPECT_EQ(refusal(stage->post(worker, stocktake + "/close", "", 1)), "stocktake/incomplete");
    EXPECT_EQ(refusal(find(worker, stocktake, "nowhere", R"("D-0014")")), "stocktake/unknown_site site_id");
    EXPECT_EQ(refusal(find(worker, stocktake, north, R"("D-0014","")")), "stocktake/no_code codes[1]");
}

TEST_P(Stocktakes, are_taken_by_the_contractor_and_seen_by_a_site_for_itself)
{
    const std::string stocktake = begun();
    EXPECT_EQ(find(city, stocktake, site_of("D-0014"), R"("D-0014")").status, 403);
    EXPECT_EQ(stage->get(division, stocktake).status, 404);
    EXPECT_EQ(stage->get(site, stocktake + "/events").status, 404);
    EXPECT_EQ(lines_with(site, stocktake, R"("verdict":)"), 2) << "the two of the own site";
    EXPECT_EQ(lines_with(site, stocktake, R"("site":"市役所2階住民情報課")"), 2);
}

HOSHUBAN_ON_BOTH_DATABASES(Stocktakes);

}
}
