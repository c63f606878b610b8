#include "features/people/staff_notice_doc.hpp"

#include "features/contract/profile_fixtures_test.hpp"
#include "features/people/worker_fixture_test.hpp"
#include "formats/docx_text.hpp"

#include <gtest/gtest.h>

namespace hoshuban::people {
namespace {

const contract::Profile& card_centre()
{
    return hoshuban::test::profile("sapporo-r3-mynumber-centre");
}

Worker somebody(const char* id, const std::vector<Step>& steps)
{
    Worker worker = worker_of(steps);
    worker.id = {id};
    return worker;
}

/// 見本 一郎 was responsible until 試作 次郎 follows him in December; the city has not answered the announcement yet.
std::vector<Worker> staff()
{
    using enum ChangeKind;
    using enum StaffDuty;
    std::vector<Worker> all{
        somebody("w1",
            {{entry, "2021-08-01", Standing::settled, false, "見本 一郎", {responsible}},
                {change, "2021-12-01", Standing::announced, true, "見本 一郎", {}}}),
        somebody("w2",
            {{entry, "2021-08-01", Standing::settled, false, "試作 次郎", {}},
                {change, "2021-12-01", Standing::announced, true, "試作 次郎", {responsible}}}),
        somebody("w3",
            {{entry, "2021-08-01", Standing::settled, false, "仮名 三子", {data_protection_officer}},
                {leaving, "2022-01-05", Standing::withdrawn, false, "仮名 三子"}}),
        somebody("w4", {{entry, "2021-12-01", Standing::announced, false, "架空 四郎"}}),
    };
    all[0].changes[1].reason = "異動のため";
    all[1].changes[1].reason = "異動のため";
    all[1].changes[1].city_request = "11月20日 見本 花子";
    all[1].changes[1].entry.kana = "しさく じろう";
    return all;
}

std::string paper_text(const char* id, const char* as_of, bool contacts = true)
{
    const StaffNotice* notice = find_notice(card_centre(), id);
    if (!notice)
        return "no such paper";
    const auto content = content_of(*notice, staff(), day(as_of));
    if (!content)
        return content.error().code;
    const NoticeLetter letter{card_centre(), day("2021-11-25"), contacts};
    const auto bytes = notice_docx(*content, letter, *parse_instant("2021-11-25T03:00:00Z"));
    std::string all;
    const auto paragraphs = docx::read_text(bytes.value()).value();
    for (const docx::Paragraph& paragraph : paragraphs)
        all += paragraph.text + "\n";
    return all;
}

const std::string head = "令和3年11月25日\n（あて先）札幌市\n受託者\n所在地\n商号又は名称\n例示システム株式会社\n"
                         "代表者の職・氏名\n";
const std::string the_contract =
    "項目\n内容\n業務名\n" + card_centre().title + "\n履行期間\n令和3年8月1日から令和4年3月31日まで\n";

TEST(StaffNotice, NamesTheResponsiblePerson)
{
    EXPECT_EQ(paper_text("responsible_appointment", "2021-11-25"),
        head + "業務責任者指定通知書\n次の業務の業務責任者を次のとおり定めたので、届け出ます。\n" + the_contract +
            "業務責任者の氏名\n見本 一郎\n所属\n例示システム株式会社\n担当する業務\n端末の設定\n連絡先\n090-0000-0000\n"
            "指定の日\n令和3年8月1日\n根拠: 002 §6(1)\n");
    const std::string december = paper_text("responsible_appointment", "2021-12-24", false);
    EXPECT_NE(december.find("試作 次郎（しさく じろう）"), std::string::npos) << december;
    EXPECT_NE(december.find("指定の日\n令和3年12月1日\n"), std::string::npos) << december;
    EXPECT_EQ(december.find("090-"), std::string::npos) << "no contacts for who may not see them";
}

TEST(StaffNotice, NamesTheDataProtectionOfficer)
{
    const std::string text = paper_text("data_protection_appointment", "2021-11-25", false);
    EXPECT_EQ(text,
        head + "データ保護責任者指定通知書\n次の業務のデータ保護責任者を次のとおり定めたので、届け出ます。\n" +
            the_contract +
            "データ保護責任者の氏名\n仮名 三子\n所属\n例示システム株式会社\n担当する業務\n端末の設定\n"
            "指定の日\n令和3年8月1日\n根拠: 002 §6(1)\n");
}

TEST(StaffNotice, TellsWhoFollowsWhomAndWhy)
{
    EXPECT_EQ(paper_text("responsible_replacement", "2021-12-01", false),
        head + "業務責任者変更通知書\n次の業務の業務責任者を次のとおり変えるので、届け出ます。\n" + the_contract +
            "変更前の業務責任者の氏名\n見本 一郎\n所属\n例示システム株式会社\n担当する業務\n端末の設定\n"
            "変更後の業務責任者の氏名\n試作 次郎（しさく じろう）\n所属\n例示システム株式会社\n担当する業務\n"
            "端末の設定\n変更の日\n令和3年12月1日\n変更の理由\n異動のため\n市の求め\n11月20日 見本 花子\n"
            "根拠: 002 §6(1)\n");
}

TEST(StaffNotice, ListsWhoJoinsAndChanges)
{
    const std::string text = paper_text("roster_change", "2021-12-01");
    const std::string line = "例示システム株式会社\n端末の設定\n端末の設定情報\n";
    EXPECT_NE(text.find("次の業務で情報資産を取り扱う人が令和3年12月1日から次のとおり変わるので、届け出ます。\n" +
                  the_contract + "区分\n氏名\n所属\n作業内容\n取り扱う情報資産\n理由\n加わる\n架空 四郎\n" + line +
                  "変わる\n見本 一郎\n" + line + "異動のため\n変わる\n試作 次郎（しさく じろう）\n" + line +
                  "異動のため\n根拠: 002 §5(6)イ\n"),
        std::string::npos)
        << text;
}

TEST(StaffNotice, SaysWhatIsMissing)
{
    struct Case {
        const char* paper;
        const char* as_of;
        const char* code;
    };
    const Case cases[] = {
        {"responsible_replacement", "2021-11-30", "people/no_change"},
        {"responsible_replacement", "2021-12-02", "people/no_change"},
        {"responsible_replacement", "2021-08-01", "people/no_change"}, // the first one follows nobody
        {"roster_change", "2022-01-05", "people/no_change"}, // withdrawn
        {"roster_change", "2021-08-01", "people/no_change"}, // the first roster leaves as a whole
        {"overtime", "2021-12-01", "no such paper"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(paper_text(c.paper, c.as_of), c.code) << c.paper << " " << c.as_of;
    const StaffNotice* officer = find_notice(card_centre(), "data_protection_appointment");
    EXPECT_EQ(content_of(*officer, {}, day("2021-12-01")).error().code, "people/nobody_to_name");
    EXPECT_EQ(find_notice(hoshuban::test::profile("other-city-r6-terminals"), "responsible_appointment"), nullptr);
}

TEST(StaffNotice, NamesWhoComesBeforeTheWorkBegins)
{
    const StaffNotice* notice = find_notice(card_centre(), "responsible_appointment");
    const auto content = content_of(*notice, staff(), day("2021-07-30"));
    ASSERT_TRUE(content);
    EXPECT_EQ(content->day, day("2021-08-01"));
    EXPECT_EQ(content->named.at(0).name, "見本 一郎");
    EXPECT_EQ(notice_file_name(*content), "業務責任者指定通知書_2021-08-01.docx");
}

TEST(StaffNotice, IsOfferedForTheDaysOnWhichItCanBeWritten)
{
    const auto offered = [](const char* as_of) {
        std::string all;
        for (const ReadyNotice& ready : ready_notices(card_centre(), staff(), day(as_of)))
            all += ready.notice->id + " " + to_text(ready.day) + "\n";
        return all;
    };
    EXPECT_EQ(offered("2021-11-25"),
        "responsible_appointment 2021-11-25\nresponsible_replacement 2021-12-01\n"
        "data_protection_appointment 2021-11-25\nroster_change 2021-12-01\n");
    EXPECT_EQ(offered("2022-02-01"), "responsible_appointment 2022-02-01\ndata_protection_appointment 2022-02-01\n");
    EXPECT_EQ(offered("2021-07-30"),
        "responsible_appointment 2021-08-01\nresponsible_replacement 2021-12-01\n"
        "data_protection_appointment 2021-08-01\nroster_change 2021-12-01\n");
}

}
}
