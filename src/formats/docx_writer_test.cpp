#include "formats/docx_writer.hpp"

#include "formats/docx_text.hpp"
#include "formats/zip.hpp"

#include <gtest/gtest.h>

namespace hoshuban::docx {
namespace {

const Instant noon = *parse_instant("2026-05-01T03:00:00Z");

std::string part(const std::string& bytes, const std::string& name)
{
    return zip::Archive::open(bytes)->read(name).value();
}

std::string texts_of(const std::string& bytes)
{
    std::string all;
    const auto paragraphs = read_text(bytes).value();
    for (const Paragraph& paragraph : paragraphs)
        all += paragraph.text + "|";
    return all;
}

TEST(DocxWriter, every_text_comes_back)
{
    Writer writer{"題 <&>", Paper::landscape, noon};
    writer.heading("作業体制図");
    writer.paragraph("A & B < C > \"D\"");
    writer.table({1, 2}, {"氏名", "所属"}, {{"髙﨑 𠮷子", "例示<株>"}, {"", "二行目"}});
    const std::string bytes = writer.finish().value();
    EXPECT_EQ(texts_of(bytes), "作業体制図|A & B < C > \"D\"|氏名|所属|髙﨑 𠮷子|例示<株>|二行目|");
    EXPECT_NE(part(bytes, "docProps/core.xml").find("<dc:title>題 &lt;&amp;&gt;</dc:title>"), std::string::npos);
}

TEST(DocxWriter, the_same_content_gives_the_same_bytes)
{
    const auto written = [] {
        Writer writer{"題", Paper::portrait, noon};
        writer.paragraph("本文");
        return writer.finish().value();
    };
    EXPECT_EQ(written(), written());
}

TEST(DocxWriter, a_letter_has_its_day_at_the_right_and_its_title_in_the_middle)
{
    Writer writer{"題", Paper::portrait, noon};
    writer.paragraph("令和8年5月1日", Align::right);
    writer.space();
    writer.heading("通知書", Align::center);
    writer.paragraph("本文");
    const std::string bytes = writer.finish().value();
    EXPECT_EQ(texts_of(bytes), "令和8年5月1日|通知書|本文|");
    const std::string xml = part(bytes, "word/document.xml");
    const auto look_before = [&](const char* text) {
        const std::size_t begin = xml.rfind("<w:pPr>", xml.find(text));
        return xml.substr(begin, xml.find("</w:pPr>", begin) - begin);
    };
    EXPECT_NE(look_before("令和8年5月1日").find("<w:jc w:val=\"right\"/>"), std::string::npos);
    EXPECT_NE(look_before("通知書").find("<w:jc w:val=\"center\"/><w:outlineLvl"), std::string::npos);
    EXPECT_EQ(look_before("本文").find("<w:jc"), std::string::npos);
}

TEST(DocxWriter, characters_without_a_place_in_xml_are_left_out)
{
    EXPECT_EQ(escaped("a\x01\x1f\tb\n"), "a\tb\n");
}

TEST(DocxWriter, a_drawing_stands_in_place_and_shrinks_to_the_page)
{
    Writer writer{"図", Paper::landscape, noon};
    writer.drawing({.width = 534,
        .height = 100,
        .lines = {{10, 20, 30, 20}},
        .shapes = {{.x = 10, .y = 20, .width = 40, .height = 15, .lines = {"責任者", "見本"}, .dashed = true}},
        .title = "体制図",
        .description = "見本が責任者"});
    const std::string bytes = writer.finish().value();
    const std::string xml = part(bytes, "word/document.xml");
    const auto holds = [&](std::string_view text) { return xml.find(text) != std::string::npos; };
    EXPECT_TRUE(holds("<a:off x=\"360000\" y=\"720000\"/><a:ext cx=\"1440000\" cy=\"540000\"/>")); // the box
    EXPECT_TRUE(holds("<a:off x=\"360000\" y=\"720000\"/><a:ext cx=\"720000\" cy=\"0\"/>")); // the line
    EXPECT_TRUE(holds("<a:chExt cx=\"19224000\" cy=\"3600000\"/>")); // as drawn
    EXPECT_TRUE(holds("<wp:extent cx=\"9612632\" cy=\"1800118\"/>"))
        << xml.substr(xml.find("<wp:extent"), 60); // as printed: half as large
    EXPECT_TRUE(holds("descr=\"見本が責任者\""));
    EXPECT_TRUE(holds("<a:prstDash val=\"dash\"/>"));
    EXPECT_TRUE(holds("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
}

}
}
