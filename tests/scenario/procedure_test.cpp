// Procedures through the HTTP interface: the library, what is handed in and approved, what is recorded.
#include "story.hpp"

#include "formats/docx_package_test.hpp"
#include "formats/xlsx_package_test.hpp"
#include "platform/db/test_database.hpp"

#include <gtest/gtest.h>

namespace hoshuban::scenario {
namespace {

using http::Method;

class Procedures : public Story {
protected:
    // An own procedure with a Word file and three steps; its path, version and files as they stand then.
    void register_procedure()
    {
        const Answer made = stage->post(
            responsible, "/procedures", R"({"kind":"own","title":"設定変更手順書","device_classes":["cs"]})");
        ASSERT_EQ(made.status, 201) << made.body;
        EXPECT_EQ(made.text("number"), "T25-001");
        procedure = "/procedures/" + made.text("id");
        newest();
        const Answer filed =
            put_file(responsible, "steps.docx", test::docx_of_lines({"1. 控えを取る", "2. 変更する"}), 1);
        ASSERT_EQ(filed.status, 200) << filed.body;
        const Answer stepped = write_steps(R"({"text":"控えを取る"},{"text":"変更する","per_device":true},)"
                                           R"({"text":"動作を確かめる","per_device":true,"operation_check":true})",
            2);
        ASSERT_EQ(stepped.status, 200) << stepped.body;
    }
    void newest()
    {
        const std::string body = stage->get(responsible, procedure).body;
        const std::size_t at = body.find(R"("versions":[{"id":")") + 19;
        version = body.substr(at, body.find('"', at) - at);
    }
    std::string version_path() { return procedure + "/versions/" + version; }
    Answer put_file(const char* login, const std::string& name, std::string bytes, int seen)
    {
        return stage->post(login, version_path() + "/files?name=" + name, std::move(bytes), seen);
    }
    Answer write_steps(const std::string& steps, int seen)
    {
        return stage->send(responsible, Method::put, version_path() + "/steps", R"({"steps":[)" + steps + "]}", seen);
    }
    std::string new_job()
    {
        const Answer written = stage->post(city, "/work-requests",
            R"({"title":"設定の変更","body":"手順書のとおり。","work_types":["settings_change_city"]})");
        EXPECT_EQ(written.status, 201) << written.body;
        const std::string one = "/work-requests/" + written.text("id");
        EXPECT_EQ(stage->post(responsible, one + "/accept", R"({"planned_hours":3})", 1).status, 200);
        return one;
    }
    Answer hand_in(const std::string& job)
    {
        return stage->post(responsible, job + "/procedures",
            R"({"version_id":")" + version + R"(","acts":["install_software"],"devices":[")" + device() + R"("]})");
    }
    std::string device() { return stage->get(city, "/devices").text("id"); }
    Answer decide(
        const char* login, const std::string& job, const std::string& verdict, const std::string& opinion = "")
    {
        const Answer seen = stage->get(city, job + "/procedures");
        const std::string one = "/approvals/" + seen.text("approval_id");
        const Answer now = stage->get(city, one);
        return stage->post(login, one + "/decide",
            R"({"verdict":")" + verdict + R"(","content_sha256":")" + seen.text("content_sha256") + R"(","opinion":")" +
                opinion + R"("})",
            std::stoi(now.entity_tag.substr(1)));
    }
    std::string missing(const std::string& job) { return stage->get(city, job + "/procedures").text("missing"); }
    Answer record(const char* login, const std::string& job, const std::string& more)
    {
        return stage->post(login, job + "/steps/records", R"({"version_id":")" + version + "\"," + more + "}");
    }
    std::string procedure;
    std::string version;
};

TEST_P(Procedures, are_kept_by_those_who_answer_for_them)
{
    const std::string own = R"({"kind":"own","title":"手順書"})";
    const std::string manual =
        R"({"kind":"operator_manual","title":"操作手引書","issuer":"運営団体","edition":"第3.1版"})";
    EXPECT_EQ(stage->post(city, "/procedures", own).status, 403);
    EXPECT_EQ(stage->post(worker, "/procedures", own).status, 201);
    EXPECT_EQ(stage->post(worker, "/procedures", manual).status, 403);
    EXPECT_EQ(stage->post(city, "/procedures", manual).status, 201);
    EXPECT_EQ(stage->post(auditor, "/procedures", own).status, 403);
    EXPECT_EQ(stage->post(worker, "/procedures", R"({"kind":"own","title":"x","device_classes":["tv"]})").text("code"),
        "procedure/device_class");
    const Answer all = stage->get(auditor, "/procedures");
    EXPECT_NE(all.body.find("T25-001"), std::string::npos) << all.body;
    EXPECT_NE(all.body.find("第3.1版"), std::string::npos);
    const Answer found = stage->get(auditor, "/procedures?kind=operator_manual");
    EXPECT_EQ(found.text("number"), "T25-002");
    const std::string one = "/procedures/" + found.text("id");
    EXPECT_EQ(stage->send(worker, Method::patch, one, R"({"title":"書換え"})", 1).status, 403);
    EXPECT_EQ(stage->send(city, Method::patch, one, R"({"title":"手引書"})", 2).status, 412);
    EXPECT_EQ(stage->send(city, Method::patch, one, R"({"retired":true})", 1).entity_tag, "\"2\"");
    EXPECT_EQ(stage->get(auditor, "/procedures?retired=true").text("number"), "T25-002");
    EXPECT_EQ(stage->post(city, one + "/versions", R"({"note":"改訂"})", 2).text("code"), "procedure/retired");
}

TEST_P(Procedures, files_are_of_a_kind_that_can_be_read)
{
    register_procedure();
    struct Case {
        const char *name, *code;
        std::string bytes;
    };
    const Case cases[] = {
        {"a.exe", "procedure/file_kind", "MZ"},
        {"a.docx", "docx/not_docx", "これは文書ではない"},
        {"a.pdf", "procedure/not_a_pdf", "%PNG"},
        {"a.txt", "procedure/empty_file", ""},
        {"a.txt", "text/my_number", "番号 123456789018"},
    };
    for (const Case& c : cases) {
        const Answer refused = put_file(responsible, c.name, c.bytes, 3);
        EXPECT_EQ(refused.status, 422) << c.name << refused.body;
        EXPECT_EQ(refused.text("code"), c.code) << c.name;
    }
    EXPECT_EQ(put_file(responsible, "b.pdf", "%PDF-1.7 x", 3).status, 200);
    EXPECT_EQ(put_file(responsible, "c.pdf", "%PDF-1.7 x", 3).status, 412) << "somebody saw an older version";
    EXPECT_EQ(put_file(city, "c.pdf", "%PDF-1.7 x", 4).status, 403) << "nobody writes for the other side";
}

TEST_P(Procedures, open_a_job_when_the_city_approved_them)
{
    register_procedure();
    const std::string job = new_job();
    EXPECT_EQ(missing(job), "none_followed");
    const Answer handed = hand_in(job);
    ASSERT_EQ(handed.status, 200) << handed.body;
    EXPECT_EQ(missing(job), "undecided");
    EXPECT_EQ(hand_in(job).text("code"), "procedure/waits_already");
    EXPECT_GE(decide(responsible, job, "grant").status, 400) << "nobody approves his own procedure";
    EXPECT_EQ(decide(city, job, "refuse", "手順2が足りません。").status, 200);
    EXPECT_EQ(missing(job), "returned");
    EXPECT_NE(stage->get(worker, job + "/procedures").body.find("手順2が足りません。"), std::string::npos);
    EXPECT_EQ(hand_in(job).status, 200);
    const Answer granted = decide(city, job, "grant");
    EXPECT_EQ(granted.status, 200) << granted.body;
    EXPECT_EQ(missing(job), "nothing");
    EXPECT_EQ(stage->post(city, job + "/procedures", "{}").status, 403) << "the city hands nothing in";
}

TEST_P(Procedures, a_new_version_voids_the_approval_of_the_old_one)
{
    register_procedure();
    const std::string job = new_job();
    hand_in(job);
    ASSERT_EQ(decide(city, job, "grant").status, 200);
    const Answer added = stage->post(responsible, procedure + "/versions", R"({"note":"再起動の順を変えた"})", 1);
    ASSERT_EQ(added.status, 200) << added.body;
    EXPECT_EQ(missing(job), "voided");
    EXPECT_EQ(write_steps(R"({"text":"古い版を直す"})", 3).text("code"), "procedure/old_version");
    const std::string old = version;
    newest();
    EXPECT_NE(version, old);
    EXPECT_EQ(
        put_file(responsible, "steps.docx", test::docx_of_lines({"1. 控えを取る", "2. 閉庁後に変更する"}), 1).status,
        200);

    const Answer compared = stage->get(city, version_path() + "/comparison");
    EXPECT_EQ(compared.text("base_id"), old) << compared.body;
    EXPECT_NE(compared.body.find(R"({"kind":"removed","text":"2. 変更する","before":2,"after":null,"count":0})"),
        std::string::npos)
        << compared.body;
    EXPECT_NE(compared.body.find(R"({"kind":"added","text":"2. 閉庁後に変更する","before":null,"after":2,"count":0})"),
        std::string::npos);
    EXPECT_NE(compared.body.find(R"("steps":[{"kind":"folded","text":"","before":null,"after":null,"count":3}])"),
        std::string::npos)
        << "the steps are as they were";

    EXPECT_EQ(hand_in(job).status, 200);
    EXPECT_EQ(missing(job), "undecided");
    EXPECT_EQ(stage->send(responsible, Method::del, job + "/procedures/" + version).text("code"),
        "procedure/application_stands");
}

TEST_P(Procedures, a_change_of_files_voids_an_application_that_waits)
{
    register_procedure();
    const std::string job = new_job();
    hand_in(job);
    EXPECT_EQ(put_file(responsible, "annex.txt", "追加の注意", 3).status, 200);
    EXPECT_EQ(missing(job), "voided");
    EXPECT_GE(decide(city, job, "grant").status, 400);
    EXPECT_EQ(hand_in(job).status, 200);
    EXPECT_EQ(decide(city, job, "grant").status, 200);
}

TEST_P(Procedures, are_followed_step_by_step)
{
    register_procedure();
    const std::string job = new_job();
    hand_in(job);
    ASSERT_EQ(decide(city, job, "grant").status, 200);
    const Answer early = record(worker, job, R"("step":1,"result":"done")");
    EXPECT_EQ(early.text("code"), "gate/not_started") << "approved is not begun: " << early.body;
    EXPECT_NE(early.body.find(R"("path":"schedule")"), std::string::npos) << early.body;
    EXPECT_EQ(stage->get(worker, job + "/steps").text("can_record"), "false");
    stage->start_by_procedure(job.substr(job.rfind('/') + 1), 2);
    EXPECT_EQ(record(worker, job, R"("step":1,"result":"done","done_at":"2025-12-01T08:59")").text("code"),
        "procedure/before_the_start");
    EXPECT_EQ(record(city, job, R"("step":1,"result":"done")").status, 403) << "only people of the contractor";
    EXPECT_EQ(record(worker, job, R"("step":1,"result":"done")").status, 200);
    const std::string on = R"("device_id":")" + device() + R"(",)";
    EXPECT_EQ(stage
                  ->post(worker, job + "/result",
                      R"({"result":"変更した。","procedure_followed":"T25-001","performed_on":"2025-12-01",)"
                      R"("performed_by":"試作 次郎","actual_hours":1})",
                      3)
                  .status,
        200);
    const Answer failed = record(worker, job, on + R"("step":2,"result":"failed","note":"起動しない")");
    ASSERT_EQ(failed.status, 200) << failed.body;
    const std::size_t last = failed.body.find(R"({"id":")", failed.body.find(R"("result":"done")")) + 7;
    const std::string wrong = failed.body.substr(last, failed.body.find('"', last) - last);
    EXPECT_EQ(record(worker, job, on + R"("step":2,"result":"done","replaces":")" + wrong + R"(")").text("code"),
        "procedure/reason_missing");
    EXPECT_EQ(
        record(worker, job, on + R"("step":2,"result":"done","replaces":")" + wrong + R"(","reason":"取り違えた")")
            .status,
        200);
    EXPECT_EQ(stage->get(city, job + "/execution").text("why"), "unchecked");
    const Answer unsigned_yet = stage->post(responsible, job + "/sign", "{}", 4);
    EXPECT_EQ(unsigned_yet.text("code"), "procedure/steps_open");
    EXPECT_NE(unsigned_yet.body.find("T25-001 設定変更手順書 第1版 手順3「動作を確かめる」（" + device() +
                  "）: 動作確認の合格の記録がありません。"),
        std::string::npos)
        << unsigned_yet.body;
    EXPECT_EQ(record(worker, job, on + R"("step":3,"result":"done")").status, 200);
    const Answer done = stage->get(city, job + "/execution");
    EXPECT_NE(done.body.find(R"("open":[])"), std::string::npos) << done.body;
    EXPECT_EQ(done.text("procedures"), "T25-001 設定変更手順書 第1版");
    EXPECT_EQ(done.text("first"), "2025-12-01");
    EXPECT_NE(done.body.find(R"("people":["試作 次郎"])"), std::string::npos);

    const std::string photos = job + "/steps/records/" + wrong + "/attachments?name=";
    EXPECT_EQ(stage->post(worker, photos + "a.png", "MZ").text("code"), "procedure/not_an_image");
    EXPECT_EQ(stage->post(worker, photos + "a.png", "\xff\xd8\xff").text("code"), "procedure/image_name");
    EXPECT_EQ(stage->post(worker, photos + "a.jpg", "\xff\xd8\xff").status, 201);
    EXPECT_EQ(stage->post(worker, "/work-requests/x/steps/records/" + wrong + "/attachments?name=a.jpg", "\xff\xd8\xff")
                  .status,
        404);

    EXPECT_EQ(write_steps(R"({"text":"あとから直す"})", 3).text("code"), "procedure/worked_by");
    const Answer exported = stage->get(auditor, job + "/work-record");
    EXPECT_EQ(exported.status, 200);
    EXPECT_TRUE(exported.body.starts_with("PK"));
    EXPECT_EQ(stage->post(responsible, job + "/sign", "{}", 4).text("status"), "confirming");
    EXPECT_EQ(record(worker, job, R"("step":1,"result":"done")").text("code"), "procedure/not_in_progress");
}

TEST_P(Procedures, show_only_the_jobs_that_one_sees)
{
    register_procedure();
    const std::string job = new_job();
    ASSERT_EQ(hand_in(job).status, 200);
    EXPECT_NE(stage->get(city, procedure).body.find("設定の変更"), std::string::npos);
    const Answer seen = stage->get(division, procedure);
    EXPECT_EQ(seen.status, 200);
    EXPECT_NE(seen.body.find(R"("jobs":[])"), std::string::npos) << seen.body;
    EXPECT_EQ(stage->get(division, job + "/procedures").status, 404);
}

HOSHUBAN_ON_BOTH_DATABASES(Procedures);

}
}
