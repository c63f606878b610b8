#pragma once
#include "features/work_request/sheet_vocabulary.hpp"
#include "formats/xlsx_package_test.hpp"
#include "formats/xlsx_reader.hpp"

#include <array>
#include <string>
#include <vector>

/// The list of 004 別紙2 as Excel would save it: shared strings, readings, merged headings, blank numbered rows.
namespace hoshuban::work_request::test {

/// One cell as XML, its address still to be put in.
struct FixtureCell {
    std::string type = {}; ///< the attributes t and s
    std::string inside = {};
};

inline std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text)
        out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string{c};
    return out;
}

inline FixtureCell text(const std::string& value)
{
    return {" t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escaped(value) + "</t></is>"};
}
inline FixtureCell number(const std::string& value)
{
    return {"", "<v>" + value + "</v>"};
}
inline FixtureCell serial(int value)
{
    return {" s=\"1\"", "<v>" + std::to_string(value) + "</v>"};
}
inline FixtureCell shared(int index)
{
    return {" t=\"s\"", "<v>" + std::to_string(index) + "</v>"};
}
inline FixtureCell formula(const std::string& code, const std::string& cached)
{
    return {" t=\"str\"", "<f>" + escaped(code) + "</f>" + (cached.empty() ? "" : "<v>" + cached + "</v>")};
}
inline FixtureCell excel_error(const std::string& value)
{
    return {" t=\"e\"", "<v>" + value + "</v>"};
}

using FixtureRow = std::array<FixtureCell, sheet_columns>;

inline SheetVocabulary specimen_words()
{
    return {
        .sheet_name = "作業依頼一覧",
        .title = "【作業依頼一覧】 CS・統合端末等運用サポート業務",
        .groups = {"基本情報", "ステータス", "依頼内容", "対応内容"},
        .columns = {"No", "管理番号", "記入日", "システム課担当者", "主管課", "主管課担当者", "委託先", "委託先担当者",
            "ステータス", "作業名", "作業内容", "完了希望日", "受付日", "対応結果", "委託先確認日", "委託先確認者",
            "システム課確認日", "システム課確認者", "予定工数(時間)", "実績工数(時間)"},
        .statuses = {"依頼中", "委託先対応中", "札幌市確認中", "完了"},
        .date_style = contract::DateStyle::western_slash,
        .empty_mark = "-",
        .blank_rows = 2,
    };
}

/// The texts of the four sample rows, the running number first.
inline std::vector<std::array<std::string, sheet_columns>> specimen_texts()
{
    return {
        {"1", "A21A-01", "2021/9/1", "札幌 太郎", "-", "-", "(株)〇〇会社", "札幌 一郎", "完了",
            "CS及び統合端末への業務アプリケーション（V21）、セキュリティパッチ適用作業",
            "J-LISより業務AP（V21）、windowsバージョンアップ作業等の適用ついて通知がありましたので作業をお願いします。",
            "2021/10/1", "2021/9/1", "J-LISの指示どおり対応を実施し完了。", "2021/10/1", "札幌 一郎", "2021/10/1",
            "札幌 太郎", "20.0", "20.0"},
        {"2", "A21A-02", "2021/9/8", "札幌 太郎", "-", "-", "(株)〇〇会社", "札幌 一郎", "札幌市確認中",
            "CS、統合端末の管理者パスワード変更および端末設定チェック作業",
            "CS・統合端末において年2回実施の管理者パスワード変更作業および年1回実施の端末設定チェック作業をお願いいたし"
            "ます。",
            "2021/10/8", "2021/9/8", "指示どおり対応を実施し完了。", "2021/10/8", "札幌 一郎", "-", "-", "10.0",
            "10.0"},
        {"3", "A21A-03", "2021/9/15", "札幌 太郎", "-", "-", "(株)〇〇会社", "札幌 一郎", "委託先対応中",
            "〇区役所統合端末における利用者登録連携情報ファイルの削除対応",
            "〇区役所統合端末で利用者登録用連携情報ファイルが残存してしまう不具合が発生しました。J-"
            "LISの手順書のとおり、利用者登録連携情報"
            "ファイルの削除をお願いします。",
            "2021/10/15", "2021/9/15", "-", "-", "-", "-", "-", "5.0", "-"},
        {"4", "A21A-04", "2021/9/22", "札幌 太郎", "-", "-", "(株)〇〇会社", "札幌 一郎", "依頼中",
            "〇区タッチパネル不具合",
            "〇区役所統合端末でタッチパネルのポインタ設定が変わっており、タッチするとディスプレイ側が反応するという事象"
            "が発生しました。ご対応"
            "よろしくお願いします。",
            "2021/10/22", "2021/9/22", "-", "-", "-", "-", "-", "-", "-"},
    };
}

/// A workbook in the form's layout. Change a member, or a cell of `rows`, to make it wrong.
struct Specimen {
    std::string sheet_name = "作業依頼一覧";
    std::string state = "visible";
    std::array<std::string, sheet_columns> columns = specimen_words().columns;
    std::array<std::string, column_groups.size()> groups = specimen_words().groups;
    std::vector<FixtureRow> rows = {};
    int blank_rows = 2;
    std::string shared_strings = {};
    std::string properties = {};

    Specimen()
    {
        for (const auto& texts : specimen_texts()) {
            rows.emplace_back();
            for (std::size_t i = 0; i < texts.size(); ++i)
                rows.back()[i] = i == 0 ? number(texts[i]) : text(texts[i]);
        }
    }

    FixtureCell& cell(std::size_t row, Column column) { return rows.at(row)[static_cast<std::size_t>(column) + 1]; }
};

inline std::string row_xml(int row, const FixtureRow& cells)
{
    std::string xml = "<row r=\"" + std::to_string(row) + "\">";
    for (int i = 0; i < sheet_columns; ++i) {
        const FixtureCell& cell = cells[static_cast<std::size_t>(i)];
        xml += "<c r=\"" + xlsx::to_text({row, i + 1}) + "\"" + cell.type + ">" + cell.inside + "</c>";
    }
    return xml + "</row>";
}

/// Row 1 title and page, row 2 the group headings, row 3 the column headings; No and ステータス reach over both.
inline std::string heading_xml(const Specimen& specimen)
{
    FixtureRow title{};
    title[0] = text("【作業依頼一覧】　CS・統合端末等運用サポート業務");
    title[19] = text("1/1");
    FixtureRow groups{};
    FixtureRow columns{};
    for (std::size_t i = 0; i < column_groups.size(); ++i)
        groups[static_cast<std::size_t>(column_groups[i].first)] = text(specimen.groups[i]);
    for (std::size_t i = 0; i < columns.size(); ++i)
        (i == 0 ? groups : columns)[i] = i == 8 ? FixtureCell{} : text(specimen.columns[i]);
    return row_xml(1, title) + row_xml(2, groups) + row_xml(3, columns);
}

inline std::string sheet_xml(const Specimen& specimen)
{
    std::string rows = heading_xml(specimen);
    int at = 4;
    for (const FixtureRow& row : specimen.rows)
        rows += row_xml(at++, row);
    for (int i = 0; i < specimen.blank_rows; ++i, ++at) {
        FixtureRow blank{};
        blank[0] = number(std::to_string(at - 3));
        rows += row_xml(at, blank);
    }
    return "<sheetData>" + rows +
        "</sheetData><mergeCells count=\"5\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:H2\"/><mergeCell "
        "ref=\"I2:I3\"/>"
        "<mergeCell ref=\"J2:L2\"/><mergeCell ref=\"M2:T2\"/></mergeCells>";
}

inline std::string xlsx_of(const Specimen& specimen)
{
    return hoshuban::test::xlsx_of({
        .sheets = {{.name = specimen.sheet_name, .inside = sheet_xml(specimen), .state = specimen.state}},
        .shared_strings = specimen.shared_strings,
        .cell_formats = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>",
        .properties = specimen.properties,
    });
}

}
