// Removable media from the register to the terminal, with scanners that answer, find something, lie and are down.
#include "story.hpp"

#include "features/audit/audit_store.hpp"
#include "platform/db/test_database.hpp"
#include "platform/scan/scanner_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

using namespace std::chrono_literals;
using namespace std::string_view_literals;
using test::PretendedClamd;

// Finds the word "virus".
PretendedClamd::Answers honest()
{
    PretendedClamd::Answers answers;
    answers.stream = [](const std::string& bytes) {
        return std::string{bytes.contains("virus") ? "stream: Test.Virus FOUND\0"sv : "stream: OK\0"sv};
    };
    return answers;
}

class Media : public Story {
protected:
    void begin() override { } // each has a scanner of its own, or none
    void open_without_scanner() { Story::begin(); }
    void open_scanned_by(const std::string& clamd, const scan::Limits& limits = {})
    {
        open("2025-12-01T09:00", *scan::Scanner::at(clamd, limits));
    }
    std::string registered(const std::string& label)
    {
        const Answer answer = stage->post(responsible, "/media",
            R"({"label":")" + label +
                R"(","kind":"usb","name":"更新プログラム","purpose":"OSの更新","keeper":"架空 一郎","storage_place":"施錠棚A"})");
        EXPECT_EQ(answer.status, 201) << answer.body;
        return "/media/" + answer.text("id");
    }
    std::string state(const std::string& medium, const char* key = "check")
    {
        return stage->get(auditor, medium).text(key);
    }
    int version(const std::string& medium) { return std::stoi(stage->get(auditor, medium).text("version")); }
    std::string started_check(const std::string& medium)
    {
        const Answer answer = stage->post(worker, medium + "/checks", "");
        EXPECT_EQ(answer.status, 201) << answer.body;
        return medium + "/checks/" + answer.text("id");
    }
    void check_clean(const std::string& medium)
    {
        stage->clock.advance(1min);
        const std::string check = started_check(medium);
        EXPECT_EQ(stage->post(worker, check + "/files?name=kb.msu", "update").status, 201);
        EXPECT_EQ(stage->post(worker, check + "/finish", "").status, 200);
        stage->clock.advance(1min);
    }
    std::string a_request() { return stage->get(worker, "/work-requests?status=in_progress&limit=1").text("id"); }
    std::string planned_use(const std::string& medium, const std::string& request)
    {
        const Answer answer = stage->post(worker, medium + "/uses",
            R"({"request_id":")" + request + R"(","planned_at":"2025-12-02T01:00:00Z","purpose":"更新の適用"})");
        EXPECT_EQ(answer.status, 200) << answer.body;
        const auto uses = answer.body.find("\"uses\":[{\"id\":\"") + 15;
        return medium + "/uses/" + answer.body.substr(uses, answer.body.find('"', uses) - uses);
    }
    Answer record_use(const std::string& use)
    {
        return stage->post(worker, use + "/record", R"({"used_by":"試作 次郎"})");
    }
    void permit_connection(const std::string& request)
    {
        grant(ask("prohibited_act", R"(,"acts":["connect_device"],"request_id":")" + request + "\""));
    }
    int events(const std::string& kind)
    {
        return static_cast<int>(
            stage->program()
                .database()
                .read([&](db::Reader& reader) { return audit::list_events(reader, contract, {.kind = kind}); })
                .size());
    }
};

TEST_P(Media, are_connected_only_after_a_check_of_their_own_and_with_permission)
{
    const PretendedClamd clamd{honest()};
    open_scanned_by(clamd.address());
    const std::string medium = registered("USB-01");
    const std::string request = a_request();
    const std::string use = planned_use(medium, request);
    const std::string planned = "/planned-media?request=" + request;
    EXPECT_EQ(stage->get(worker, planned).text("check"), "none");
    EXPECT_EQ(stage->get(worker, planned).text("ready"), "false");
    EXPECT_EQ(record_use(use).text("code"), "media/no_check");

    check_clean(medium);
    EXPECT_EQ(state(medium), "clean");
    EXPECT_EQ(stage->get(worker, planned).text("ready"), "true");
    EXPECT_EQ(record_use(use).text("code"), "approval/not_permitted");
    permit_connection(request);
    const Answer used = record_use(use);
    ASSERT_EQ(used.status, 200) << used.body;
    EXPECT_NE(used.body.find(R"("permission":"P25-001")"), std::string::npos) << used.body;
    EXPECT_EQ(record_use(use).text("code"), "media/use_settled");

    EXPECT_EQ(state(medium), "outdated") << "a check counts for one use";
    const std::string again = planned_use(medium, request);
    EXPECT_EQ(record_use(again).text("code"), "media/check_outdated");
    check_clean(medium);
    EXPECT_EQ(
        stage
            ->post(worker, medium + "/movements",
                R"({"move":"written","person":"試作 次郎","place":"作業室","note":"ログの採取"})", version(medium))
            .status,
        200);
    EXPECT_EQ(record_use(again).text("code"), "media/check_outdated") << "written after the check";
    EXPECT_EQ(stage->post(worker, again + "/cancel", "").status, 200);
    EXPECT_EQ(record_use(again).text("code"), "media/use_settled");
    EXPECT_EQ(events("medium.used"), 1);
}

TEST_P(Media, in_which_something_is_found_are_shut_and_open_an_incident)
{
    const PretendedClamd clamd{honest()};
    open_scanned_by(clamd.address());
    const std::string medium = registered("USB-02");
    const std::string use = planned_use(medium, a_request());
    stage->clock.advance(1min);
    const std::string check = started_check(medium);
    EXPECT_EQ(stage->post(worker, check + "/files?name=a.txt", "fine").status, 201);
    const Answer found = stage->post(worker, check + "/files?name=b.exe", "a virus");
    EXPECT_EQ(found.status, 422);
    EXPECT_EQ(found.text("code"), "upload/infected");
    EXPECT_EQ(found.text("path"), "b.exe");
    EXPECT_EQ(stage->post(worker, check + "/finish", "").text("code"), "media/check_over");
    EXPECT_EQ(state(medium), "infected");
    EXPECT_EQ(record_use(use).text("code"), "media/infected");

    const Answer files = stage->get(auditor, check + "/files");
    EXPECT_NE(files.body.find(R"("threat":"Test.Virus","engine":"ClamAV 1.4.6","definitions_on":"2025-06-02")"),
        std::string::npos)
        << files.body;
    const Answer incidents = stage->get(city, "/security-incidents");
    EXPECT_EQ(incidents.text("kind"), "virus");
    EXPECT_EQ(incidents.text("number"), "J25-001");
    EXPECT_EQ(state(medium, "incident_number"), "J25-001");
    EXPECT_NE(stage->get(responsible, "/dues").body.find("security.report"), std::string::npos);
    EXPECT_EQ(events("medium.infected"), 1);

    const std::string second = started_check(medium);
    EXPECT_EQ(stage->post(worker, second + "/files?name=b.exe", "a virus").status, 422);
    EXPECT_EQ(stage->get(city, "/security-incidents?state=noticed").body.find("J25-002"), std::string::npos)
        << "one incident, however often it is found";
}

TEST_P(Media, are_never_clean_because_a_scanner_did_not_answer)
{
    PretendedClamd::Answers garbage;
    garbage.stream = [](const std::string&) { return std::string{"stream: OK, I think"}; };
    const PretendedClamd lying{garbage};
    const PretendedClamd silent{{.speaks = false}};
    for (const std::string& address : {std::string{"unix:/nonexistent/clamd"}, lying.address(), silent.address()}) {
        open_scanned_by(address, address == silent.address() ? scan::Limits{.answer = 100ms} : scan::Limits{});
        const std::string medium = registered("USB-03");
        const std::string check = started_check(medium);
        const Answer refused = stage->post(worker, check + "/files?name=a.txt", "fine");
        EXPECT_EQ(refused.status, 503) << address;
        EXPECT_EQ(refused.text("code"), "upload/not_scanned");
        EXPECT_EQ(stage->post(worker, check + "/finish", "").text("code"), "media/nothing_checked");
        EXPECT_EQ(state(medium), "none");

        const std::string files = "/work-requests/" + a_request() + "/attachments";
        EXPECT_EQ(stage->post(worker, files + "?name=a.txt", "fine").status, 503);
        EXPECT_EQ(stage->get(worker, files).body.find("a.txt"), std::string::npos) << "nothing is stored";
    }
}

TEST_P(Media, without_a_scanner_need_a_check_that_somebody_made_and_wrote_down)
{
    open_without_scanner();
    const std::string medium = registered("USB-04");
    EXPECT_EQ(stage->post(worker, medium + "/checks", "").text("code"), "media/no_scanner");
    const auto by_hand = [&](const std::string& definitions, const std::string& verdict) {
        return stage->post(worker, medium + "/manual-checks",
            R"({"checked_by":"保全 三枝","tool":"検査端末","definitions_on":")" + definitions + R"(","verdict":")" +
                verdict + "\"}");
    };
    EXPECT_EQ(by_hand("2025-10-01", "clean").text("code"), "media/old_definitions");
    EXPECT_EQ(state(medium), "none");
    stage->clock.advance(1min);
    EXPECT_EQ(by_hand("2025-11-30", "clean").text("check"), "clean");
    EXPECT_EQ(by_hand("2025-11-30", "infected").text("check"), "infected");
    EXPECT_EQ(stage->get(city, "/security-incidents").text("kind"), "virus");
    EXPECT_EQ(events("medium.checked"), 1);
}

TEST_P(Media, that_are_lost_open_an_incident_and_are_nobodys_to_use)
{
    open_without_scanner();
    const std::string medium = registered("USB-05");
    const std::string lost = R"({"move":"lost","person":"試作 次郎","place":"区役所","note":"返却時に見当たらない"})";
    EXPECT_EQ(stage->post(worker, medium + "/movements", lost, 7).status, 412);
    EXPECT_EQ(stage->post(worker, medium + "/movements", lost, 1).text("state"), "lost");
    EXPECT_EQ(state(medium, "incident_number"), "J25-001");
    EXPECT_EQ(stage->get(city, "/security-incidents").text("what"), "返却時に見当たらない");
    EXPECT_EQ(stage->post(worker, medium + "/movements", lost, 2).text("code"), "media/wrong_state");
    const Answer planned = stage->post(worker, medium + "/uses",
        R"({"request_id":")" + a_request() + R"(","planned_at":"2025-12-02T01:00:00Z","purpose":"更新の適用"})");
    EXPECT_EQ(planned.text("code"), "media/not_usable");
    const std::string twin =
        R"({"label":"USB-05","kind":"usb","name":"別","purpose":"別","keeper":"架空","storage_place":"棚"})";
    EXPECT_EQ(stage->post(responsible, "/media", twin).text("code"), "media/label_taken");

    const Answer exported = stage->get(auditor, "/media/export");
    EXPECT_EQ(exported.status, 200);
    EXPECT_TRUE(exported.body.starts_with("PK"));
    EXPECT_EQ(stage->get(city, "/media?q=USB-05").text("label"), "USB-05");
    EXPECT_EQ(stage->get(city, "/media?q=%25").body.find("USB-05"), std::string::npos) << "a sign is no wildcard";
    EXPECT_EQ(stage->get(division, "/media").status, 404);
    EXPECT_EQ(stage->get(site, medium).status, 404);
    EXPECT_EQ(stage->post(city, medium + "/movements", lost, 2).status, 403);
    EXPECT_EQ(stage->post(auditor, medium + "/movements", lost, 2).status, 403);
}

TEST_P(Media, files_of_a_real_scanner_hold_the_test_virus_nowhere)
{
    const char* clamd = std::getenv("HOSHUBAN_TEST_CLAMD");
    if (clamd == nullptr)
        GTEST_SKIP() << "HOSHUBAN_TEST_CLAMD is not set: start through tools/with-clamd";
    open_scanned_by(clamd);
    const std::string files = "/work-requests/" + a_request() + "/attachments";
    EXPECT_EQ(stage->post(worker, files + "?name=clean.txt", "何もない").status, 201);
    const Answer refused = stage->post(worker, files + "?name=eicar.com", test::eicar());
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("code"), "upload/infected");
    EXPECT_EQ(refused.text("path"), "eicar.com");
    EXPECT_EQ(stage->get(worker, files).body.find("eicar.com"), std::string::npos);
    EXPECT_EQ(events("upload.refused"), 1);
    EXPECT_EQ(stage->post(city, "/work-requests/imports?name=list.xlsx", test::eicar()).text("code"), "upload/infected")
        << "every way in is watched";

    const std::string medium = registered("USB-06");
    const std::string check = started_check(medium);
    EXPECT_EQ(stage->post(worker, check + "/files?name=eicar.com", test::eicar()).status, 422);
    EXPECT_EQ(state(medium), "infected");
    EXPECT_NE(stage->get(auditor, check + "/files").body.find("Eicar-Test-Signature"), std::string::npos);
}

HOSHUBAN_ON_BOTH_DATABASES(Media);

}
}
