#include "features/attachment/attachment.hpp"
#include "features/attachment/passage_doc.hpp"
#include "formats/docx_package_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::attachment {
namespace {

TEST(FileName, is_refused_when_it_leads_elsewhere_or_holds_a_number_of_a_person)
{
    struct Case {
        const char* story;
        std::string name;
        const char* code;
    };
    const Case cases[] = {
        {"an ordinary name", "作業手順書 第2版.docx", ""},
        {"two hundred characters", std::string(196, 'a') + ".pdf", ""},
        {"one more", std::string(197, 'a') + ".pdf", "attachment/name"},
        {"no name", "", "attachment/name"},
        {"this folder", ".", "attachment/name"},
        {"the folder above", "..", "attachment/name"},
        {"a separator", "a/b.pdf", "attachment/name"},
        {"the other separator", "a\\b.pdf", "attachment/name"},
        {"a line end", "a\nb.pdf", "attachment/name"},
        {"the text turned round", "a\u202Efdp.exe", "attachment/name"},
        {"broken UTF-8", "a\xff.pdf", "attachment/name"},
        {"a My Number", "対象者123456789018.xlsx", "text/my_number"},
        {"twelve digits with a wrong check digit", "20250601123456.xlsx", ""},
    };
    for (const Case& c : cases) {
        const auto checked = check_file_name(c.name);
        EXPECT_EQ(checked ? "" : checked.error().code, c.code) << c.story;
    }
}

TEST(ContentType, follows_the_ending)
{
    EXPECT_EQ(content_type_of("a.PDF"), "application/pdf");
    EXPECT_EQ(
        content_type_of("手順書.docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(content_type_of("a.html"), "application/octet-stream");
}

TEST(Passages, tell_where_each_text_stands)
{
    struct Case {
        const char* story;
        std::string bytes;
        const char* name;
        std::vector<Passage> passages;
    };
    const Case cases[] = {
        {"a document", test::docx_of_lines({"甲"}), "a.docx", {{{"1段落目", "paragraph 1"}, "甲"}}},
        {"a workbook", test::xlsx_of_rows("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>乙</t></is></c></row>"),
            "a.XLSX", {{{"表!B2", "表!B2"}, "乙"}}},
        {"lines of either end, behind a byte order mark", "\xEF\xBB\xBF甲\r\n\n乙", "a.txt",
            {{{"1行目", "line 1"}, "甲"}, {{"2行目", "line 2"}, ""}, {{"3行目", "line 3"}, "乙"}}},
        {"nothing of other files", "%PDF", "a.pdf", {}},
    };
    for (const Case& c : cases) {
        const auto read = passages_of(c.bytes, c.name);
        ASSERT_TRUE(read) << c.story << ": " << read.error().code;
        EXPECT_EQ(*read, c.passages) << c.story;
    }
}

TEST(Passages, refuse_a_file_that_is_not_what_its_name_says)
{
    EXPECT_EQ(passages_of("手順書", "a.docx").error().code, "docx/not_docx");
    EXPECT_EQ(passages_of("手順書", "a.xlsx").error().code, "xlsx/not_xlsx");
}

TEST(Passages, name_the_place_of_a_My_Number)
{
    const auto read = passages_of(test::docx_of_lines({"対象者", "番号は 1234-5678-9018 です"}), "a.docx");
    ASSERT_TRUE(read);
    const auto checked = check_passages(*read);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, "text/my_number");
    ASSERT_EQ(checked.error().fields.size(), 1U);
    EXPECT_EQ(checked.error().fields[0].path, "2段落目");
    EXPECT_TRUE(check_passages({{{"1段落目", "paragraph 1"}, "1234-5678-9012"}}));
}

}
}
