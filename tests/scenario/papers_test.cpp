// Papers that leave the house: the form of one request (WRQ-14) and the notices about people (PPL-01).
#include "story.hpp"

#include "features/activity/activity_store.hpp"
#include "formats/docx_text.hpp"
#include "formats/xlsx_reader.hpp"

namespace hoshuban::scenario {
namespace {

class Papers : public Story { };

TEST_P(Papers, a_request_leaves_as_a_form_for_who_may_export_it)
{
    const std::string id = accepted(R"("settings_change_city")", R"(,"body":"設定を直してください。")");
    const std::string form = "/work-requests/" + id + "/form";
    struct Case {
        const char* login;
        int status;
    };
    const Case cases[] = {
        {city, 200}, {responsible, 200}, {worker, 200}, {officer, 200}, {auditor, 200}, {division, 404}, {site, 404}};
    for (const Case& c : cases)
        EXPECT_EQ(stage->get(c.login, form).status, c.status) << c.login;
    EXPECT_EQ(stage->get(city, "/work-requests/none/form").status, 404);

    const Answer file = stage->get(city, form);
    auto workbook = xlsx::Workbook::open(file.body);
    ASSERT_TRUE(workbook);
    const auto sheet = workbook->read(workbook->sheets().at(0)).value();
    EXPECT_EQ(sheet.name, "作業依頼書");
    EXPECT_EQ(sheet.rows.at(3).find(2)->text, stage->get(city, "/work-requests/" + id).text("number"));
    EXPECT_NE(stage->get(city, "/events?kind=work_request.form_exported").body.find(id), std::string::npos);
}

TEST_P(Papers, notices_about_people_come_from_the_roster)
{
    const std::string paper = "/roster/papers/responsible_appointment/docx";
    EXPECT_NE(stage->get(city, "/roster")
                  .body.find(R"("papers":[{"id":"responsible_appointment","name":{"ja":"業務責任者指定通知書")"),
        std::string::npos);
    struct Case {
        const char* login;
        int status;
    };
    const Case cases[] = {
        {city, 200}, {responsible, 200}, {worker, 200}, {officer, 200}, {auditor, 200}, {division, 404}, {site, 404}};
    for (const Case& c : cases)
        EXPECT_EQ(stage->get(c.login, paper).status, c.status) << c.login;
    EXPECT_EQ(stage->get(city, "/roster/papers/responsible_replacement/docx").status, 404)
        << "this contract asks for none";

    const auto told = [&](const char* login) {
        std::string all;
        const Answer file = stage->get(login, paper);
        const auto paragraphs = docx::read_text(file.body).value();
        for (const docx::Paragraph& paragraph : paragraphs)
            all += paragraph.text + "\n";
        return all;
    };
    EXPECT_NE(told(responsible).find("業務責任者の氏名\n架空 一郎（かくう いちろう）\n"), std::string::npos)
        << told(responsible);
    EXPECT_NE(told(responsible).find("090-0000-0001"), std::string::npos);
    EXPECT_EQ(told(auditor).find("090-0000-0001"), std::string::npos) << "contact data are personal";
}

TEST_P(Papers, the_worked_example_holds_activities_with_their_approval)
{
    const auto found = stage->program().database().read(
        [](db::Reader& reader) { return activity::list(reader, ContractId{"mihon-city"}, {}, "", 10).activities; });
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found.front().written.title, "帳票の余白がずれる事象の切分け");
    for (const activity::Activity& each : found)
        EXPECT_FALSE(each.permission.empty()) << each.written.title;
}

INSTANTIATE_TEST_SUITE_P(Database, Papers, ::testing::Values(db::Dialect::sqlite, db::Dialect::postgres),
    [](const auto& tested) { return tested.param == db::Dialect::sqlite ? "sqlite" : "postgres"; });

}
}
