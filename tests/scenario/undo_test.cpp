// A change of many units is taken back unless another ledger has built upon its units.
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class TakingBack : public Story {
protected:
    void begin() override
    {
        open("2025-12-01T09:00");
        stage->enter({"mihon-city"});
    }
    std::string id_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    std::string site_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("site_id"); }

    /// Writes new remarks to some units; the act. Then it is an hour later.
    std::string changed(const std::string& units)
    {
        const std::string change = R"({"on":"2025-12-01","units":[)" + units + R"(],"edit":{"remarks":"点検済み"}})";
        const Answer preview = stage->post(worker, "/register/bulk/preview", change);
        EXPECT_EQ(preview.status, 200) << preview.body;
        const Answer saved = stage->post(worker, "/register/bulk",
            R"({"change":)" + change + R"(,"preview":")" + preview.text("preview") + R"(","reason":"点検"})");
        EXPECT_EQ(saved.status, 200) << saved.body;
        at("2025-12-01T10:00");
        return saved.text("act");
    }
    std::string quoted(const std::string& number) { return "\"" + id_of(number) + "\""; }

    Answer undone(const std::string& act)
    {
        return stage->post(worker, "/register/acts/" + act + "/undo", R"({"reason":"別の機器だった"})");
    }
    /// The code of the refusal and what it says of the unit.
    std::string refused(const std::string& act, const std::string& number)
    {
        const Answer answer = undone(act);
        return answer.status == 200 ? "" : answer.text("code") + " " + said(answer, number);
    }
};

TEST_P(TakingBack, is_refused_while_a_repair_goes_on)
{
    const std::string act = changed(quoted("D-0011") + "," + quoted("D-0012"));
    ASSERT_EQ(
        stage
            ->post(worker, "/repairs",
                R"({"device_id":")" + id_of("D-0011") + R"(","failed_on":"2025-12-01","symptom":"電源が入らない"})")
            .status,
        201);
    EXPECT_EQ(refused(act, "D-0011"), "device/built_upon 機器「D-0011」: 修理 R25-001");
}

TEST_P(TakingBack, is_refused_while_a_job_of_installation_is_planned)
{
    const std::string act = changed(quoted("D-0011"));
    const Answer job = stage->post(worker, "/installations",
        R"({"kind":"removal","planned_on":"2025-12-03","instruction":"12月1日 見本 太郎","units":[{"device_id":)" +
            quoted("D-0011") + R"(,"place":""}]})");
    ASSERT_EQ(job.status, 201) << job.body;
    EXPECT_EQ(refused(act, "D-0011"), "device/built_upon 機器「D-0011」: 設置・撤去 E25-001");
    ASSERT_EQ(stage
                  ->post(worker, "/installations/" + job.text("id") + "/steps",
                      R"({"act":"cancelled","on":"2025-12-01","person":"保全 三枝","note":"市の都合"})", 1)
                  .status,
        200);
    EXPECT_EQ(undone(act).status, 200) << "a cancelled one holds nothing";
}

TEST_P(TakingBack, is_refused_when_a_unit_was_set_up_from_a_medium)
{
    const std::string act = changed(quoted("D-0004"));
    const Answer edition = stage->post(worker, "/recovery/editions",
        R"({"family":"window","model":"見本端末 T2","number":"第1版","origin":"first","planned_on":"2025-11-25"})");
    ASSERT_EQ(edition.status, 201) << edition.body;
    ASSERT_EQ(stage
                  ->post(worker, "/recovery/editions/" + edition.text("id") + "/applications",
                      R"({"devices":[)" + quoted("D-0004") + R"(],"on":"2025-12-01","person":"保全 三枝"})")
                  .status,
        200);
    EXPECT_EQ(refused(act, "D-0004"), "device/built_upon 機器「D-0004」: リカバリメディア 窓口端末 第1版");
}

TEST_P(TakingBack, is_refused_when_a_unit_was_renewed_or_found)
{
    const std::string act = changed(quoted("D-0011"));
    const Answer stocktake = stage->post(worker, "/stocktakes", R"({"title":"秋の棚卸","on":"2025-12-01"})");
    ASSERT_EQ(stocktake.status, 201) << stocktake.body;
    ASSERT_EQ(stage
                  ->post(worker, "/stocktakes/" + stocktake.text("id") + "/findings",
                      R"({"site_id":")" + site_of("D-0011") + R"(","codes":["D-0011"],"place":"","note":""})")
                  .status,
        200);
    EXPECT_EQ(refused(act, "D-0011"), "device/built_upon 機器「D-0011」: 棚卸 秋の棚卸");
    ASSERT_EQ(stage
                  ->post(worker, "/stocktakes/" + stocktake.text("id") + "/findings/removal",
                      R"({"key":")" + id_of("D-0011") + R"("})")
                  .status,
        200);
    EXPECT_EQ(undone(act).status, 200) << "what was not found there after all";
}

HOSHUBAN_ON_BOTH_DATABASES(TakingBack);

}
}
