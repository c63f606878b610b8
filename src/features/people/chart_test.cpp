#include "features/people/chart_doc.hpp"

#include "features/contract/profile_fixtures_test.hpp"
#include "features/people/worker_fixture_test.hpp"
#include "formats/docx_text.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::people {
namespace {

using enum StaffDuty;

Worker person(std::string name, std::string company, std::vector<StaffDuty> duties = {}, bool subcontractor = false)
{
    Worker worker = worker_of({{ChangeKind::entry, "2025-04-01"}});
    Entry& entry = worker.changes.front().entry;
    entry.name = std::move(name);
    entry.company = std::move(company);
    entry.duties = std::move(duties);
    entry.subcontractor = subcontractor;
    return worker;
}

std::vector<Worker> roster()
{
    return {person("責任 太郎", "例示システム", {responsible}), person("安全 花子", "例示システム", {security_officer}),
        person("作業 一", "例示システム"), person("作業 二", "例示システム"),
        person("協力 三", "協力会社例", {}, true)};
}

ChartTerms terms(bool contacts = true, Language language = Language::ja)
{
    return {test::profile("sapporo-r7-juki-cs"), day("2025-12-01"), contacts, language};
}

std::string told(const Chart& chart)
{
    std::string text;
    for (const Box& box : chart.boxes) {
        text += fmt::format("{} {},{} {}x{}", name_of(box.kind), box.x, box.y, box.width, box.height);
        for (const std::string& line : box.lines)
            text += " " + line;
        text += "\n";
    }
    for (const Link& link : chart.links)
        text += fmt::format("{},{}-{},{}\n", link.x1, link.y1, link.x2, link.y2);
    return text + fmt::format("{}x{}\n", chart.width, chart.height);
}

TEST(OrganisationChart, IsLaidOut)
{
    EXPECT_EQ(told(draw(roster(), terms(false))),
        "city 87,0 90x10 札幌市\n"
        "duty 96,20 72x22 業務責任者 責任 太郎 例示システム\n"
        "duty 186,20 72x22 情報セキュリティ対策の責任者 安全 花子 例示システム\n"
        "company 54,56 103x10 例示システム\n"
        "worker 54,69 49x15 作業 一 端末の設定\n"
        "worker 108,69 49x15 作業 二 端末の設定\n"
        "company 162,56 49x10 協力会社例（再委託先）\n"
        "worker 162,69 49x15 協力 三 端末の設定\n"
        "132,10-132,20\n"
        "168,31-186,31\n"
        "105,49-105,56\n"
        "186,49-186,56\n"
        "132,42-132,49\n"
        "105,49-186,49\n"
        "265x85\n");
}

TEST(OrganisationChart, NoBoxLiesOnAnotherOrOutside)
{
    for (const int workers : {0, 1, 4, 5, 6, 17, 80}) {
        for (const int companies : {1, 3, 6, 12}) {
            std::vector<Worker> all = roster();
            for (int i = 0; i < workers; ++i)
                all.push_back(person(fmt::format("作業 {:02}", i), fmt::format("会社{:02}", i % companies)));
            const Chart chart = draw(all, terms());
            EXPECT_EQ(chart.people.size(), all.size());
            for (const Box& box : chart.boxes) {
                EXPECT_GE(box.x, 0);
                EXPECT_LE(box.x + box.width, chart.width);
                EXPECT_LT(box.y + box.height, chart.height);
                for (const Box& other : chart.boxes) {
                    const bool apart = box.x + box.width <= other.x || other.x + other.width <= box.x ||
                        box.y + box.height <= other.y || other.y + other.height <= box.y;
                    EXPECT_TRUE(apart || &box == &other)
                        << workers << " workers of " << companies << ": " << box.lines[0] << " on " << other.lines[0];
                }
            }
        }
    }
}

TEST(OrganisationChart, ShowsWhichDutyNobodyHas)
{
    const Chart chart = draw({}, terms());
    EXPECT_EQ(chart.missing, (std::vector<StaffDuty>{responsible, security_officer}));
    EXPECT_EQ(chart.boxes.at(1).kind, BoxKind::missing);
    EXPECT_EQ(chart.boxes.at(1).lines, (std::vector<std::string>{"業務責任者", "（未選任）"}));
    EXPECT_EQ(draw({}, terms(true, Language::en)).boxes.at(1).lines,
        (std::vector<std::string>{"Responsible person", "(nobody)"}));
}

TEST(OrganisationChart, HidesContactsFromWhoNeedsNone)
{
    EXPECT_EQ(draw(roster(), terms(true)).people.at(0).contact, "090-0000-0000");
    EXPECT_EQ(draw(roster(), terms(false)).people.at(0).contact, "");
}

TEST(OrganisationChart, CutsWhatDoesNotFit)
{
    const std::vector<Worker> one{person("寿限無寿限無五劫の擦り切れ海砂利水魚", "例示システム")};
    EXPECT_EQ(draw(one, terms()).boxes.back().lines.at(0), "寿限無寿限無五劫の擦り切れ海砂…");
}

TEST(OrganisationChart, IsAWordDocumentWithATable)
{
    const ChartTerms shown = terms(false);
    const Instant now = *parse_instant("2025-12-01T00:00:00Z");
    const auto bytes = chart_docx(draw(roster(), shown), shown, now);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(*bytes, *chart_docx(draw(roster(), shown), shown, now));
    std::string text;
    const auto paragraphs = docx::read_text(*bytes).value();
    for (const docx::Paragraph& paragraph : paragraphs)
        text += paragraph.text + "|";
    EXPECT_NE(text.find("令和7年12月1日現在"), std::string::npos);
    EXPECT_NE(text.find("従事者の一覧|役割|氏名|所属|作業内容|業務責任者|責任 太郎|例示システム|端末の設定|"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("作業従事者|協力 三|協力会社例（再委託先）|端末の設定|"), std::string::npos);
    EXPECT_EQ(text.find("090-0000-0000"), std::string::npos);
}

}
}
