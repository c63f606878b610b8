// The terminals become another model in mid-year: their medium begins anew, and only updates after its first edition
// count (REC-03, CON-06).
#include "story.hpp"

#include "platform/db/test_database.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class ChangeOfModel : public Story {
protected:
    void begin() override
    {
        open("2023-12-01T09:00");
        stage->enter({"sapporo-r5-core-terminals"});
    }
    static constexpr const char* old_model = "HP_ProDesk400G3DM/CT + HP_ProDisplay_P223";
    static constexpr const char* new_model = "見本PC 新型";

    std::string id_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    Answer entered(const char* model, const char* number, const char* origin, const char* family = "juki_tax_window")
    {
        return stage->post(worker, "/recovery/editions",
            fmt::format(
                R"({{"family":"{}","model":"{}","number":"{}","origin":"{}","planned_on":"2023-11-01","changes":"OSの更新","instruction":"10月20日 見本 太郎"}})",
                family, model, number, origin));
    }
    void renew(const std::string& number)
    {
        const Answer renewed = stage->post(worker, "/register/" + id_of(number) + "/renewals",
            fmt::format(R"({{"generation":"renewed","on":"2023-11-01","model":"{}"}})", new_model));
        ASSERT_EQ(renewed.status, 200) << renewed.body;
    }
    void make_spare(const std::string& number)
    {
        const Answer moved = stage->post(worker, "/register/" + id_of(number) + "/moves",
            R"({"on":"2023-11-02","place":"菊水 予備機棚","use":"spare","cause":"change_of_use"})");
        ASSERT_EQ(moved.status, 200) << moved.body;
    }
    std::string planned_runs()
    {
        const std::string all = stage->get(auditor, "/quotas").body;
        return Answer({200, all.substr(all.find(R"("id":"media_update")")), {}}).text("planned");
    }
    std::string choices_of(const std::string& number)
    {
        return stage->get(worker, "/recovery/choices?device=" + id_of(number)).body;
    }
};

TEST_P(ChangeOfModel, begins_anew_and_counts_what_follows_its_first_edition)
{
    ASSERT_EQ(entered(old_model, "第1版", "first").status, 201);
    ASSERT_EQ(entered(old_model, "第2版", "update").status, 201);
    EXPECT_EQ(planned_runs(), "1");

    renew("D-0001");
    EXPECT_EQ(choices_of("D-0001"), R"({"items":[]})") << "nothing is released for the new model";
    EXPECT_EQ(refusal(entered(new_model, "新1版", "update")), "recovery/first_missing");
    ASSERT_EQ(entered(new_model, "新1版", "first").status, 201);
    EXPECT_EQ(planned_runs(), "1") << "its first edition is no work of the contract";
    EXPECT_EQ(choices_of("D-0001"), R"({"items":["住記・税 窓口 新1版"]})");
    EXPECT_EQ(choices_of("D-0002"), R"({"items":["住記・税 窓口 第1版"]})");
    ASSERT_EQ(entered(new_model, "新2版", "update").status, 201) << "beside that of the old model";
    EXPECT_EQ(planned_runs(), "2");
}

TEST_P(ChangeOfModel, keeps_the_spares_of_each_model_apart)
{
    ASSERT_EQ(entered(old_model, "第1版", "first").status, 201);
    renew("D-0001");
    const Answer first = entered(new_model, "新1版", "first");
    make_spare("D-0001");
    make_spare("D-0002");
    const auto spares = [&](const Answer& edition) {
        const std::string body = stage->get(worker, "/recovery/editions/" + edition.text("id")).body;
        const auto from = body.find("\"spares\":");
        return body.substr(from, body.find("],", from) - from);
    };
    EXPECT_NE(spares(first).find("D-0001"), std::string::npos);
    EXPECT_EQ(spares(first).find("D-0002"), std::string::npos) << "of the old model";
    const Answer other = stage->post(worker, "/recovery/editions/" + first.text("id") + "/applications",
        R"({"devices":[")" + id_of("D-0002") + R"("],"on":"2023-11-05","person":"保全 三枝"})");
    EXPECT_EQ(refusal(other), "recovery/other_unit devices[0]");
}

HOSHUBAN_ON_BOTH_DATABASES(ChangeOfModel);

}
}
