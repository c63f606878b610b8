#include "features/work_request/request_form_doc.hpp"

#include "features/contract/profile_fixtures_test.hpp"
#include "formats/xlsx_reader.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

const contract::Profile& servers()
{
    return hoshuban::test::profile("sapporo-r7-juki-cs");
}

WorkRequest answered_request()
{
    WorkRequest request;
    request.contract_id = servers().id;
    request.number = "A25A-13";
    request.entered_on = make_day(2025, 12, 1);
    request.city_person = "見本 花子";
    request.contractor = "例示システム";
    request.contractor_person = "試作 次郎";
    request.status = Status::confirming;
    request.title = "=管理者パスワードの変更";
    request.body = "一行目\n二行目";
    request.wish_on = make_day(2026, 1, 1);
    request.received_on = make_day(2025, 12, 2);
    request.result = "変更した。";
    request.procedure_followed = "T25-001 第2版";
    request.performed_on = make_day(2025, 12, 3);
    request.performed_until = make_day(2025, 12, 4);
    request.performed_by = "試作 次郎";
    request.contractor_confirmed = {Confirmation::given, make_day(2025, 12, 5), "仮名 三郎", PersonId{"p"}};
    request.planned_hours = Hours{20};
    request.actual_hours = Hours{15};
    request.work_types = {"password_change", "annual_check"};
    request.site = servers().sites.front().id;
    return request;
}

xlsx::Sheet form_sheet(const WorkRequest& request)
{
    const std::string bytes = request_form(servers(), request, Instant{std::chrono::seconds{1'700'000'000}}).value();
    auto workbook = xlsx::Workbook::open(bytes);
    EXPECT_EQ(workbook->sheets().size(), 1U);
    return workbook->read(workbook->sheets().at(0)).value();
}

std::string form_text(const xlsx::Sheet& sheet)
{
    std::string all;
    for (const xlsx::Row& row : sheet.rows) {
        for (const xlsx::Cell& cell : row.cells) {
            EXPECT_FALSE(cell.is_formula);
            if (!cell.text.empty())
                all += xlsx::to_text(cell.at) + " " + cell.text + "\n";
        }
    }
    return all;
}

TEST(RequestForm, TellsBothSidesAndBothConfirmations)
{
    EXPECT_EQ(form_text(form_sheet(answered_request())),
        "A1 作業依頼書\n"
        "A2 業務名\nB2 令和7年度住基ネットCS・統合端末等運用サポート業務\n"
        "A3 依頼（札幌市）\n"
        "A4 管理番号\nB4 A25A-13\nC4 記入日\nD4 2025/12/1\n"
        "A5 システム課担当者\nB5 見本 花子\nC5 完了希望日\nD5 2026/1/1\n"
        "A6 主管課\nC6 主管課担当者\n"
        "A7 委託先\nB7 例示システム\nC7 委託先担当者\nD7 試作 次郎\n"
        "A8 作業名\nB8 =管理者パスワードの変更\n"
        "A9 作業種別\nB9 管理者権限パスワードの変更、設置及び設定状況チェック\n"
        "A10 対象（拠点・機器）\nB10 " +
            servers().sites.front().name +
            "\n"
            "A11 作業内容\nB11 一行目\n二行目\n"
            "A12 受付（受託者）\n"
            "A13 受付日\nB13 2025/12/2\nC13 予定工数(時間)\nD13 2.0\n"
            "A14 対応（受託者）\n"
            "A15 実施した手順\nB15 T25-001 第2版\n"
            "A16 実施日\nB16 2025/12/3～2025/12/4\nC16 実施者\nD16 試作 次郎\n"
            "A17 対応結果\nB17 変更した。\n"
            "A18 実績工数(時間)\nB18 1.5\nC18 ステータス\nD18 札幌市確認中\n"
            "A19 確認\n"
            "A20 委託先確認日\nB20 2025/12/5\nC20 委託先確認者\nD20 仮名 三郎\n"
            "A21 システム課確認日\nC21 システム課確認者\n");
}

TEST(RequestForm, LeavesBlankWhatIsNotStatedAndTellsACopyFromASignature)
{
    WorkRequest bare;
    bare.number = "A25A-14";
    bare.entered_on = make_day(2025, 12, 1);
    bare.title = "題";
    bare.declined = "部品がありません。";
    bare.contractor_confirmed = {Confirmation::imported, make_day(2025, 12, 5), "仮名 三郎", {}};
    const std::string all = form_text(form_sheet(bare));
    EXPECT_NE(all.find("A14 受け付けない理由\nB14 部品がありません。\nA15 対応（受託者）\nA16 実施した手順\n"
                       "A17 実施日\nC17 実施者\nA18 対応結果\nA19 実績工数(時間)\nC19 ステータス\nD19 依頼中\n"),
        std::string::npos)
        << all;
    EXPECT_NE(all.find("D21 仮名 三郎（一覧からの転記）\n"), std::string::npos) << all;
}

TEST(RequestForm, ContinuesALongTextInTheNextRow)
{
    WorkRequest request = answered_request();
    request.body.clear();
    for (int i = 1; i <= 60; ++i)
        request.body += std::to_string(i) + "行目\n";
    const xlsx::Sheet sheet = form_sheet(request);
    const std::string all = form_text(sheet);
    EXPECT_NE(all.find("A11 作業内容\nB11 1行目\n2行目\n"), std::string::npos) << all;
    EXPECT_NE(all.find("28行目\nB12 29行目\n"), std::string::npos) << all;
    EXPECT_NE(all.find("56行目\nB13 57行目\n"), std::string::npos) << all;
    EXPECT_NE(all.find("A14 受付（受託者）"), std::string::npos) << all;
}

TEST(RequestForm, IsNamedAfterItsNumberWithoutWhatFilesRefuse)
{
    WorkRequest request = answered_request();
    EXPECT_EQ(request_form_name(servers(), request), "作業依頼書_A25A-13.xlsx");
    request.number = "R7/12:*1";
    EXPECT_EQ(request_form_name(servers(), request), "作業依頼書_R7-12--1.xlsx");
}

}
}
