#include "formats/docx_writer.hpp"

#include "formats/zip_writer.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace hoshuban::docx {
namespace {

// Twentieths of a point.
constexpr int long_side = 16838;
constexpr int short_side = 11906;
constexpr int margin = 850;
// Between the border of a cell and its text; a table begins so far to the right that its border meets the margin.
constexpr int cell_side = 108;
constexpr double emu_per_mm = 36'000;
constexpr double twips_per_mm = 56.6929;

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view font =
    "<w:rFonts w:ascii=\"Yu Gothic\" w:hAnsi=\"Yu Gothic\" w:eastAsia=\"Yu Gothic\" w:cs=\"Yu Gothic\"/>";

int page_width(Paper paper)
{
    return (paper == Paper::landscape ? long_side : short_side) - 2 * margin;
}
int page_height(Paper paper)
{
    return (paper == Paper::landscape ? short_side : long_side) - 2 * margin;
}

long long emu(double millimetres)
{
    return std::llround(millimetres * emu_per_mm);
}

// Sizes are half points.
std::string run(std::string_view text, int size, bool bold)
{
    return fmt::format("<w:r><w:rPr>{}{}<w:sz w:val=\"{}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", font,
        bold ? "<w:b/>" : "", size, escaped(text));
}

std::string_view justified(Align align)
{
    switch (align) {
    case Align::center:
        return "<w:jc w:val=\"center\"/>";
    case Align::right:
        return "<w:jc w:val=\"right\"/>";
    case Align::left:
        break;
    }
    return "";
}

std::string cell(std::string_view text, int width, bool head)
{
    return fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}<w:vAlign w:val=\"center\"/></w:tcPr><w:p>"
                       "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr>{}</w:p></w:tc>",
        width, head ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8EEF7\"/>" : "", run(text, 18, head));
}

std::string row(const std::vector<std::string>& texts, const std::vector<int>& widths, bool head)
{
    std::string cells;
    for (std::size_t i = 0; i < texts.size(); ++i)
        cells += cell(texts[i], widths[i], head);
    return fmt::format("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>", head ? "<w:tblHeader/>" : "", cells);
}

std::string shape_xml(const Shape& shape, int id)
{
    std::string paragraphs;
    for (const std::string& line : shape.lines)
        paragraphs += fmt::format("<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"200\" w:lineRule=\"exact\"/>"
                                  "<w:jc w:val=\"center\"/></w:pPr>{}</w:p>",
            run(line, 16, &line == &shape.lines.front()));
    return fmt::format(
        "<wps:wsp><wps:cNvPr id=\"{}\" name=\"box {}\"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"{}\" y=\"{}\"/>"
        "<a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill>"
        "<a:srgbClr val=\"{}\"/></a:solidFill><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"333333\"/></a:solidFill>"
        "{}</a:ln></wps:spPr><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr lIns=\"18000\" "
        "tIns=\"18000\" rIns=\"18000\" bIns=\"18000\" anchor=\"ctr\"/></wps:wsp>",
        id, id, emu(shape.x), emu(shape.y), emu(shape.width), emu(shape.height), shape.fill,
        shape.dashed ? "<a:prstDash val=\"dash\"/>" : "", paragraphs);
}

std::string line_xml(const Line& line, int id)
{
    return fmt::format("<wps:wsp><wps:cNvPr id=\"{}\" name=\"line {}\"/><wps:cNvCnPr/><wps:spPr><a:xfrm>"
                       "<a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm><a:prstGeom prst=\"line\">"
                       "<a:avLst/></a:prstGeom><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"333333\"/></a:solidFill>"
                       "</a:ln></wps:spPr><wps:bodyPr/></wps:wsp>",
        id, id, emu(std::min(line.x1, line.x2)), emu(std::min(line.y1, line.y2)), emu(std::abs(line.x2 - line.x1)),
        emu(std::abs(line.y2 - line.y1)));
}

constexpr std::string_view document_open =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">";

constexpr std::string_view content_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

constexpr std::string_view relationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    "core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

std::string core_properties(const std::string& title, Instant created)
{
    return fmt::format(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created></cp:coreProperties>",
        escaped(title), to_text(created));
}

std::string section_xml(Paper paper)
{
    const bool wide = paper == Paper::landscape;
    return fmt::format(
        "<w:sectPr><w:pgSz w:w=\"{}\" w:h=\"{}\"{}/><w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" "
        "w:left=\"{}\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr>",
        wide ? long_side : short_side, wide ? short_side : long_side, wide ? " w:orient=\"landscape\"" : "", margin,
        margin, margin, margin);
}

}

std::string escaped(std::string_view text)
{
    std::string xml;
    xml.reserve(text.size());
    for (const char c : text) {
        if (c == '&')
            xml += "&amp;";
        else if (c == '<')
            xml += "&lt;";
        else if (c == '>')
            xml += "&gt;";
        else if (c == '"')
            xml += "&quot;";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n')
            xml += c;
    }
    return xml;
}

Writer::Writer(std::string title, Paper paper, Instant created)
    : title_{std::move(title)}
    , paper_{paper}
    , created_{created}
{
}

void Writer::heading(std::string_view text, Align align)
{
    body_ += fmt::format("<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"120\" w:after=\"80\"/>{}"
                         "<w:outlineLvl w:val=\"0\"/></w:pPr>{}</w:p>",
        justified(align), run(text, 28, true));
}

void Writer::paragraph(std::string_view text, Align align)
{
    body_ += fmt::format(
        "<w:p><w:pPr><w:spacing w:after=\"60\"/>{}</w:pPr>{}</w:p>", justified(align), run(text, 20, false));
}

void Writer::space()
{
    body_ += "<w:p/>";
}

void Writer::table(const std::vector<int>& parts, const std::vector<std::string>& head,
    const std::vector<std::vector<std::string>>& rows)
{
    const int all = std::accumulate(parts.begin(), parts.end(), 0);
    const int whole = page_width(paper_) - cell_side;
    std::vector<int> widths;
    std::string grid;
    for (const int part : parts) {
        widths.push_back(whole * part / all);
        grid += fmt::format("<w:gridCol w:w=\"{}\"/>", widths.back());
    }
    std::string borders;
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        borders += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"333333\"/>", side);
    body_ += fmt::format(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{0}\" w:type=\"dxa\"/><w:tblInd w:w=\"{1}\" w:type=\"dxa\"/>"
        "<w:tblBorders>{2}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"50\" "
        "w:type=\"dxa\"/>"
        "<w:left w:w=\"{1}\" w:type=\"dxa\"/><w:bottom w:w=\"50\" w:type=\"dxa\"/><w:right w:w=\"{1}\" w:type=\"dxa\"/>"
        "</w:tblCellMar></w:tblPr><w:tblGrid>{3}</w:tblGrid>{4}",
        whole, cell_side, borders, grid, row(head, widths, true));
    for (const auto& each : rows)
        body_ += row(each, widths, false);
    body_ += "</w:tbl>";
}

void Writer::drawing(const Drawing& drawing)
{
    // A heading and a line of text stand above it.
    const double most_height = page_height(paper_) / twips_per_mm - 32;
    const double scale =
        std::min({1.0, page_width(paper_) / twips_per_mm / drawing.width, most_height / drawing.height});
    int id = ++drawings_ * 1000;
    std::string inside;
    for (const Line& line : drawing.lines)
        inside += line_xml(line, ++id);
    for (const Shape& shape : drawing.shapes)
        inside += shape_xml(shape, ++id);
    const auto width = emu(drawing.width);
    const auto height = emu(drawing.height);
    body_ += fmt::format(
        "<w:p><w:pPr><w:spacing w:before=\"240\"/><w:jc w:val=\"center\"/></w:pPr><w:r><mc:AlternateContent><mc:Choice "
        "Requires=\"wpg\"><w:drawing>"
        "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{}\" cy=\"{}\"/>"
        "<wp:docPr id=\"{}\" name=\"{}\" descr=\"{}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        "uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><wpg:wgp><wpg:cNvGrpSpPr/>"
        "<wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{}\" cy=\"{}\"/><a:chOff x=\"0\" y=\"0\"/>"
        "<a:chExt cx=\"{}\" cy=\"{}\"/></a:xfrm></wpg:grpSpPr>{}</wpg:wgp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></mc:Choice><mc:Fallback><w:t>{}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        emu(drawing.width * scale), emu(drawing.height * scale), drawings_, escaped(drawing.title),
        escaped(drawing.description), emu(drawing.width * scale), emu(drawing.height * scale), width, height, inside,
        escaped(drawing.description));
}

void Writer::page_break()
{
    body_ += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
}

Result<std::string> Writer::finish() const
{
    const zip::Parts parts{
        {"[Content_Types].xml", fmt::format("{}{}", xml_head, content_types)},
        {"_rels/.rels", fmt::format("{}{}", xml_head, relationships)},
        {"docProps/core.xml", fmt::format("{}{}", xml_head, core_properties(title_, created_))},
        {"word/document.xml",
            fmt::format("{}{}<w:body>{}{}</w:body></w:document>", xml_head, document_open, body_, section_xml(paper_))},
    };
    return zip::pack(parts, created_);
}

}
