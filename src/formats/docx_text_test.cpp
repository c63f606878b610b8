#include "formats/docx_package_test.hpp"
#include "formats/docx_text.hpp"

#include <gtest/gtest.h>

namespace hoshuban::docx {
namespace {

using test::docx_of;
using test::docx_of_lines;

std::string paragraph(const std::string& inside)
{
    return "<w:p>" + inside + "</w:p>";
}

std::string run(const std::string& text)
{
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

// `place: text` line by line, or the code of the refusal.
std::string told(const Result<std::vector<Paragraph>>& read)
{
    if (!read)
        return read.error().code;
    std::string text;
    for (const Paragraph& each : *read)
        text += each.place.ja + ": " + each.text + "\n";
    return text;
}

TEST(DocxText, reads_what_prints_once_all_changes_are_accepted)
{
    struct Case {
        const char* story;
        std::string body;
        std::string told;
    };
    const Case cases[] = {
        {"runs are joined", paragraph(run("電源を") + run("切る")), "1段落目: 電源を切る\n"},
        {"empty paragraphs are left out and not counted", paragraph("") + paragraph(run(" ")) + paragraph(run("甲")),
            "1段落目: 甲\n"},
        {"tabs and line breaks", paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"),
            "1段落目: 甲\t乙\n丙\n"},
        {"a tab stop is no tab", paragraph("<w:pPr><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr>" + run("甲")),
            "1段落目: 甲\n"},
        {"deleted text is gone, inserted text stays",
            paragraph(run("再起動") + "<w:del><w:r><w:delText>しない</w:delText></w:r></w:del><w:ins>" + run("する") +
                "</w:ins>"),
            "1段落目: 再起動する\n"},
        {"moved text stands where it went",
            paragraph("<w:moveFrom>" + run("甲") + "</w:moveFrom>") +
                paragraph("<w:moveTo>" + run("甲") + "</w:moveTo>"),
            "1段落目: 甲\n"},
        {"a field shows its result, not its code", paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("3")),
            "1段落目: 3\n"},
        {"phonetic readings are left out",
            paragraph("<w:r><w:ruby><w:rt>" + run("ていざん") + "</w:rt><w:rubyBase>" + run("定山") +
                "</w:rubyBase></w:ruby></w:r>"),
            "1段落目: 定山\n"},
        {"cells of a table",
            "<w:tbl><w:tr><w:tc>" + paragraph(run("手順")) + "</w:tc><w:tc>" + paragraph(run("確認")) +
                "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run("1")) + "</w:tc></w:tr></w:tbl>" + paragraph(run("終")),
            "表1の1行1列: 手順\n表1の1行2列: 確認\n表1の2行1列: 1\n1段落目: 終\n"},
        {"a table in a table stands where the outer one does",
            "<w:tbl><w:tr><w:tc>" + paragraph(run("外")) + "<w:tbl><w:tr><w:tc>" + paragraph(run("内")) +
                "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            "表1の1行1列: 外\n表1の1行1列: 内\n"},
        {"a text box once, not twice",
            paragraph("<mc:AlternateContent><mc:Choice><w:txbxContent>" + paragraph(run("注意")) +
                "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + paragraph(run("注意")) +
                "</w:txbxContent></mc:Fallback></mc:AlternateContent>" + run("本文")),
            "1段落目: 注意\n2段落目: 本文\n"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(read_text(docx_of({.body = c.body}))), c.told) << c.story;
}

TEST(DocxText, reads_headers_footers_notes_and_comments_behind_the_body)
{
    const std::string bytes = docx_of({.body = paragraph(run("本文")),
        .sections = {{"comments", paragraph(run("直す"))}, {"footer", paragraph(run("1頁"))},
            {"header", paragraph(run("社外秘"))}, {"footnotes", paragraph(run("注"))},
            {"styles", paragraph(run("x"))}}});
    EXPECT_EQ(told(read_text(bytes)),
        "1段落目: 本文\nヘッダーの1段落目: 社外秘\nフッターの1段落目: 1頁\n脚注の1段落目: 注\nコメントの1段落目: "
        "直す\n");
}

TEST(DocxText, refuses_what_is_no_document)
{
    const auto damaged = [] {
        std::string bytes = docx_of_lines({"甲"});
        bytes.resize(bytes.size() / 2);
        return bytes;
    };
    const auto with_document = [](const std::string& xml) {
        auto parts = test::parts_of(test::RawDocument{});
        parts.back().second = xml;
        return test::zipped(parts);
    };
    struct Case {
        const char* story;
        std::string bytes;
        const char* code;
    };
    const Case cases[] = {
        {"an empty file", "", "docx/empty"},
        {"plain text", "手順書", "docx/not_docx"},
        {"a workbook", test::xlsx_of({}), "docx/not_docx"},
        {"an archive of something else", test::zipped({{"a.txt", "a"}}), "docx/not_docx"},
        {"the old format", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + "WordDocument", "docx/old_doc"},
        {"half a file", damaged(), "zip/broken"},
        {"a password on the archive", test::zipped(test::parts_of(test::RawDocument{}), "x"), "zip/encrypted"},
        {"broken XML", with_document("<w:document><w:body>"), "xml/broken"},
        {"a DTD", with_document("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"), "xml/doctype"},
        {"a bomb", with_document("<w:document>" + std::string(8 << 20, ' ') + "</w:document>"), "zip/bomb"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(read_text(c.bytes)), c.code) << c.story;
}

TEST(DocxText, is_bounded)
{
    struct Case {
        const char* story;
        Limits limits;
        const char* told;
    };
    const std::string bytes = docx_of_lines({"ab", "cd"});
    const Case cases[] = {
        {"exactly at the limits", {.paragraphs = 2, .text_bytes = 4}, "1段落目: ab\n2段落目: cd\n"},
        {"one paragraph too many", {.paragraphs = 1, .text_bytes = 4}, "docx/too_much_text"},
        {"one byte too many", {.paragraphs = 2, .text_bytes = 3}, "docx/too_much_text"},
        {"a file that is too large", {.archive = {.archive_bytes = bytes.size() - 1}}, "zip/too_large"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(read_text(bytes, c.limits)), c.told) << c.story;
}

}
}
