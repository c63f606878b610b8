// Recovery media: a first edition that counts on nothing, updates within the cap, their deliverables, and no release
// before the last lent spare has the edition.
#include "story.hpp"

#include "features/notice/tell_job.hpp"
#include "platform/db/test_database.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

class Recovery : public Story {
protected:
    void begin() override
    {
        open("2025-12-01T09:00");
        stage->enter({"mihon-city"});
    }
    std::string id_of(const std::string& number) { return stage->get(city, "/register?q=" + number).text("id"); }
    void make_spare(const std::string& number, const std::string& on = "2025-10-01")
    {
        const std::string site_id = stage->get(city, "/register?q=" + number).text("site_id");
        const Answer moved = stage->post(worker, "/register/" + id_of(number) + "/moves",
            R"({"on":")" + on + R"(","site_id":")" + site_id +
                R"(","place":"予備機棚","use":"spare","cause":"change_of_use"})");
        ASSERT_EQ(moved.status, 200) << moved.body;
    }
    Answer entered(const std::string& number, const std::string& origin = "update", const std::string& more = {},
        const std::string& family = "window", const std::string& model = "見本端末 T2")
    {
        return stage->post(worker, "/recovery/editions",
            fmt::format(
                R"({{"family":"{}","model":"{}","number":"{}","origin":"{}","planned_on":"{}","changes":"OSの更新","instruction":"11月20日 見本 太郎"{}}})",
                family, model, number, origin, origin == "first" ? "2025-11-25" : "2025-12-12", more));
    }
    int version(const std::string& edition) { return std::stoi(stage->get(worker, edition).text("version")); }
    Answer step(const std::string& edition, const std::string& act, const std::string& note = {})
    {
        return stage->post(worker, edition + "/steps",
            fmt::format(R"({{"act":"{}","on":"2025-12-01","person":"保全 三枝","note":"{}"}})", act, note),
            version(edition));
    }
    Answer settle(const std::string& edition, const std::string& paper, const std::string& body)
    {
        return stage->send(worker, http::Method::put, edition + "/papers/" + paper, "{" + body + "}", version(edition));
    }
    Answer applied(const std::string& edition, const std::string& number, const std::string& on = "2025-12-01")
    {
        return stage->post(worker, edition + "/applications",
            R"({"devices":[")" + id_of(number) + R"("],"on":")" + on + R"(","person":"保全 三枝"})");
    }
    Answer name_master(const std::string& number, int seen = 1)
    {
        return stage->send(worker, http::Method::put, "/recovery/master",
            R"({"family":"window","model":"見本端末 T2","device_id":")" + id_of(number) + R"("})", seen);
    }
    Answer written(const std::string& edition, const std::string& label, bool recovery = true)
    {
        const Answer medium = stage->post(worker, "/media",
            fmt::format(
                R"({{"label":"{}","kind":"usb","name":"復旧","purpose":"リカバリ","keeper":"架空 一郎","storage_place":"施錠棚A","recovery":{}}})",
                label, recovery));
        EXPECT_EQ(medium.status, 201) << medium.body;
        return stage->post(
            worker, edition + "/media", R"({"medium_id":")" + medium.text("id") + R"(","person":"保全 三枝"})");
    }
    /// An update of the window's medium that waits for the city.
    std::string submitted(const std::string& number)
    {
        const std::string edition = "/recovery/editions/" + entered(number).text("id");
        EXPECT_EQ(step(edition, "begun").status, 200);
        EXPECT_EQ(name_master("D-0003").status, 200);
        EXPECT_EQ(written(edition, "USB-" + number).status, 200);
        for (const char* paper : {"setup_guide", "restore_guide"})
            EXPECT_EQ(settle(edition, paper, R"("unchanged":"手順は変わらない")").status, 200);
        EXPECT_EQ(step(edition, "submitted").status, 200);
        return edition;
    }
    std::string edition_of(const std::string& number)
    {
        return stage->get(worker, "/register/" + id_of(number) + "/facts").text("medium_edition");
    }
};

TEST_P(Recovery, is_released_when_the_last_lent_spare_has_it)
{
    make_spare("D-0004");
    make_spare("D-0005");
    EXPECT_EQ(refusal(entered("第2版")), "recovery/first_missing");
    ASSERT_EQ(entered("第1版", "first").status, 201);
    const Answer planned = entered("第2版");
    ASSERT_EQ(planned.status, 201) << planned.body;
    const std::string edition = "/recovery/editions/" + planned.text("id");
    EXPECT_EQ(refusal(entered("第3版")), "recovery/update_open");
    EXPECT_EQ(refusal(applied(edition, "D-0004")), "recovery/not_accepted");

    ASSERT_EQ(step(edition, "begun").status, 200);
    EXPECT_NE(step(edition, "submitted")
                  .body.find("マスターパソコン、リカバリメディア（USB）、環境構築手順書、リカバリイメージ戻し手順書"),
        std::string::npos);
    ASSERT_EQ(name_master("D-0003").status, 200);
    EXPECT_EQ(name_master("D-0003").status, 412);
    EXPECT_EQ(refusal(written(edition, "USB-9", false)), "recovery/no_recovery_medium medium_id");
    ASSERT_EQ(written(edition, "USB-1").status, 200);
    EXPECT_EQ(refusal(settle(edition, "master_pc", R"("unchanged":"同じ")")), "recovery/always_needed unchanged");
    EXPECT_EQ(
        refusal(settle(edition, "setup_guide", R"("attachment_id":"none")")), "recovery/unknown_file attachment_id");
    const Answer file = stage->post(worker, edition + "/attachments?name=guide.txt", "手順");
    ASSERT_EQ(file.status, 201) << file.body;
    ASSERT_EQ(settle(edition, "setup_guide", R"("attachment_id":")" + file.text("id") + "\"").status, 200);
    ASSERT_EQ(settle(edition, "restore_guide", R"("unchanged":"手順は変わらない")").status, 200);
    ASSERT_EQ(step(edition, "submitted").status, 200);
    notice::tell(stage->program().teller());
    EXPECT_NE(stage->get(city, "/notices").body.find("\"/recovery/" + planned.text("id")), std::string::npos);
    EXPECT_EQ(refusal(settle(edition, "setup_guide", R"("unchanged":"同じ")")), "recovery/not_building");

    EXPECT_EQ(refusal(step(edition, "accepted")), "recovery/city_only");
    EXPECT_EQ(stage->post(worker, edition + "/accept", "{}", version(edition)).status, 403);
    EXPECT_EQ(refusal(stage->post(city, edition + "/send-back", "{}", version(edition))), "recovery/note_needed note");
    ASSERT_EQ(
        stage->post(city, edition + "/send-back", R"({"note":"手順書の版数が違う"})", version(edition)).status, 200);
    ASSERT_EQ(step(edition, "submitted").status, 200);
    ASSERT_EQ(stage->post(city, edition + "/accept", "{}", version(edition)).status, 200);

    EXPECT_NE(stage->get(worker, "/dues").body.find("recovery.spares"), std::string::npos);

    ASSERT_EQ(applied(edition, "D-0004").status, 200);
    EXPECT_EQ(refusal(applied(edition, "D-0005", "2025-11-30")), "recovery/day_outside on");
    EXPECT_EQ(refusal(applied(edition, "D-0001")), "recovery/other_unit devices[0]");
    const Answer refused = step(edition, "released");
    EXPECT_EQ(refusal(refused), "recovery/spares_behind");
    EXPECT_NE(refused.body.find("D-0005"), std::string::npos) << refused.body;
    EXPECT_EQ(refused.body.find("D-0004"), std::string::npos) << refused.body;
    ASSERT_EQ(applied(edition, "D-0005").status, 200);
    ASSERT_EQ(step(edition, "released").status, 200);
    EXPECT_EQ(stage->get(worker, "/dues").body.find("recovery.spares"), std::string::npos);
    EXPECT_EQ(edition_of("D-0005"), "窓口端末 第2版");
    EXPECT_EQ(stage->get(auditor, edition + "/export").status, 200);

    make_spare("D-0006", "2025-11-30");
    const std::string overview = stage->get(city, "/recovery").body;
    const auto behind = overview.find("\"behind\":[{");
    ASSERT_NE(behind, std::string::npos) << overview;
    EXPECT_EQ(Answer({200, overview.substr(behind), {}}).text("number"), "D-0006") << "a spare that came later";
}

TEST_P(Recovery, passes_its_cap_only_with_an_agreement_and_first_editions_count_on_none)
{
    ASSERT_EQ(entered("第1版", "first").status, 201);
    ASSERT_EQ(entered("第1版", "first", "", "office").status, 201);
    EXPECT_EQ(refusal(entered("第9版", "first")), "recovery/first_twice");
    const Answer one = entered("第2版");
    ASSERT_EQ(one.status, 201) << one.body;
    EXPECT_EQ(refusal(entered("第2版", "update", "", "window", "見本端末 T9")), "recovery/name_taken number");
    ASSERT_EQ(entered("第2版", "update", "", "office").status, 201);
    ASSERT_EQ(entered("T9 第1版", "first", "", "window", "見本端末 T9").status, 201) << "a new model in mid-year";
    EXPECT_EQ(
        refusal(entered("T9 第2版", "update", "", "window", "見本端末 T9")), "recovery/agreement_needed agreement");
    const std::string agreed = R"(,"agreement":"11月30日 見本 太郎")";
    ASSERT_EQ(entered("T9 第2版", "update", agreed, "window", "見本端末 T9").status, 201);
    const std::string quotas = stage->get(auditor, "/recovery").body;
    EXPECT_EQ(Answer({200, quotas.substr(quotas.find("\"quotas\"")), {}}).text("planned"), "3");
    const std::string all = stage->get(auditor, "/quotas").body;
    EXPECT_EQ(Answer({200, all.substr(all.find(R"("id":"media_update")")), {}}).text("planned"), "3");
    std::string listed;
    std::string cursor;
    do {
        const Answer page = stage->get(auditor, "/recovery/editions?limit=2&cursor=" + cursor);
        for (auto name = page.body.find(R"("name":")"); name != std::string::npos;
             name = page.body.find(R"("name":")", name + 1))
            listed += Answer{200, page.body.substr(name), {}}.text("name") + ",";
        cursor = page.body.find(R"("next_cursor":")") == std::string::npos ? "" : page.text("next_cursor");
    } while (!cursor.empty());
    EXPECT_EQ(std::ranges::count(listed, ','), 6) << listed;
    EXPECT_EQ(refusal(stage->get(auditor, "/recovery/editions?cursor=nonsense")), "list/cursor");
    EXPECT_EQ(stage->get(site, "/recovery/editions").status, 404);
    const Answer paper = stage->get(worker, "/recovery/editions/" + one.text("id") + "/export/docx");
    EXPECT_EQ(paper.body.substr(0, 2), "PK");
    const std::string wanted = R"({"title":"媒体の更新","body":"OSの更新","work_types":["media_update"])";
    EXPECT_EQ(refusal(stage->post(city, "/work-requests", wanted + "}")), "quota/agreement_needed agreement")
        << "a request counts the editions too";
    const Answer start = stage->post(worker, "/emergency-starts",
        R"({"title":"夜間の媒体更新","instructed_by":"見本 花子","instructed_at":"2025-12-01T08:50",)"
        R"("instructed_how":"電話","instruction":"媒体を更新すること"})");
    ASSERT_EQ(start.status, 201) << start.body;
    EXPECT_EQ(stage->post(city, "/emergency-starts/" + start.text("id") + "/request", wanted + "}").status, 201)
        << "the city's instruction is its agreement";
    EXPECT_EQ(stage->post(city, "/work-requests", wanted + agreed + "}").status, 201);
    ASSERT_EQ(step("/recovery/editions/" + one.text("id"), "cancelled", "市の都合").status, 200);
    const std::string after = stage->get(auditor, "/recovery").body;
    EXPECT_EQ(Answer({200, after.substr(after.find("\"quotas\"")), {}}).text("planned"), "4") << "with both requests";
}

TEST_P(Recovery, says_from_which_edition_each_unit_was_set_up)
{
    const auto enter = [&](const std::string& number, const std::string& medium) {
        const std::string unit = "/register/" + id_of(number) + "/facts";
        return stage->send(worker, http::Method::put, unit, R"({"medium_edition":")" + medium + "\"}",
            std::stoi(stage->get(worker, unit).text("version")));
    };
    ASSERT_EQ(enter("D-0007", "手書き").status, 200) << "free while nothing is released";
    ASSERT_EQ(entered("第1版", "first").status, 201);
    const std::string choices = "/recovery/choices?device=" + id_of("D-0007");
    EXPECT_NE(stage->get(worker, choices).body.find("窓口端末 第1版"), std::string::npos);
    EXPECT_EQ(refusal(enter("D-0007", "別の手書き")), "recovery/unknown_edition medium_edition");
    ASSERT_EQ(enter("D-0007", "窓口端末 第1版").status, 200);

    const std::string job = R"({"kind":"resetup","planned_on":"2025-12-03","instruction":"12月1日 見本 太郎",)"
                            R"("lent_on":"2025-11-28","units":[{"device_id":")" +
        id_of("D-0008") + R"("}],"medium":")";
    EXPECT_EQ(refusal(stage->post(worker, "/installations", job + "第3版\"}")), "recovery/unknown_edition medium");
    const Answer planned = stage->post(worker, "/installations", job + "窓口端末 第1版\"}");
    ASSERT_EQ(planned.status, 201) << planned.body;
    ASSERT_EQ(stage
                  ->post(worker, "/installations/" + planned.text("id") + "/steps",
                      R"({"act":"set_up","on":"2025-12-01","person":"保全 三枝","medium":"窓口端末 第1版"})", 1)
                  .status,
        200);
    EXPECT_EQ(edition_of("D-0008"), "窓口端末 第1版");
}

TEST_P(Recovery, refuses_what_does_not_belong_to_it)
{
    ASSERT_EQ(entered("第1版", "first").status, 201);
    const std::string edition = "/recovery/editions/" + entered("第2版").text("id");
    EXPECT_EQ(refusal(written(edition, "USB-1")), "recovery/not_building");
    EXPECT_EQ(refusal(settle(edition, "setup_guide", R"("unchanged":"同じ")")), "recovery/not_building");
    ASSERT_EQ(step(edition, "begun").status, 200);
    EXPECT_EQ(settle(edition, "no_such_paper", R"("unchanged":"同じ")").status, 404);
    EXPECT_EQ(refusal(settle(edition, "setup_guide", R"("unchanged":"")")), "recovery/nothing_said unchanged");
    EXPECT_EQ(refusal(name_master("D-0001")), "recovery/other_unit device_id") << "a server";
    EXPECT_EQ(refusal(entered("第3版", "update", "", "nobody")), "recovery/unknown_family family");
    EXPECT_EQ(stage->get(worker, "/recovery/editions/none").status, 404);
    stage->enter({"sapporo-r6-juki-cs"});
    EXPECT_EQ(stage->get(worker, "/recovery").text("families"), "[");
    EXPECT_EQ(refusal(entered("第1版", "first")), "recovery/not_in_contract");
}

TEST_P(Recovery, media_carry_one_edition_and_are_to_be_checked_again)
{
    const std::string first = "/recovery/editions/" + entered("第1版", "first").text("id");
    const std::string edition = submitted("第2版");
    const std::string media = stage->get(worker, "/recovery").body;
    const auto list = media.find("\"media\":[{");
    ASSERT_NE(list, std::string::npos) << media;
    const Answer medium{200, media.substr(list), {}};
    EXPECT_EQ(medium.text("label"), "USB-第2版");
    EXPECT_EQ(medium.text("number"), "第2版");
    EXPECT_EQ(medium.text("outdated"), "false");
    EXPECT_NE(
        stage->get(worker, "/media/" + medium.text("medium_id")).body.find("\"move\":\"written\""), std::string::npos);
    ASSERT_EQ(stage->post(city, edition + "/accept", "{}", version(edition)).status, 200);
    ASSERT_EQ(step(edition, "released").status, 200);
    ASSERT_EQ(written(first, "USB-old").status, 200);
    const std::string after = stage->get(worker, "/recovery").body;
    EXPECT_NE(after.find("\"outdated\":true"), std::string::npos) << "the one with the edition before";
}

TEST_P(Recovery, is_kept_by_the_contractor_and_seen_by_the_whole_contract)
{
    ASSERT_EQ(entered("第1版", "first").status, 201);
    const std::string edition = submitted("第2版");
    for (const std::string& path : {std::string{"/recovery"}, edition, edition + "/export", edition + "/events",
             edition + "/attachments", "/recovery/choices?device=" + id_of("D-0003")}) {
        EXPECT_EQ(stage->get(auditor, path).status, 200) << path;
        EXPECT_EQ(stage->get(site, path).status, 404) << path;
        EXPECT_EQ(stage->get(division, path).status, 404) << path;
    }
    const std::string body = R"({"devices":[")" + id_of("D-0003") + R"("],"on":"2025-12-01","person":"見本"})";
    EXPECT_EQ(refusal(stage->post(city, edition + "/applications", body)), "recovery/contractor_only");
    EXPECT_EQ(stage->post(auditor, edition + "/applications", body).status, 403);
    EXPECT_EQ(stage->post(officer, edition + "/accept", "{}", version(edition)).status, 403);
    EXPECT_EQ(stage->post(city, edition + "/accept", "{}", 1).status, 412);
}

HOSHUBAN_ON_BOTH_DATABASES(Recovery);

}
}
