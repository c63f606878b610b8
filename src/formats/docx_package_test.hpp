#pragma once
#include "formats/xlsx_package_test.hpp"

/// Hand-made Word documents for tests.
namespace hoshuban::test {

struct RawDocument {
    std::string body = {}; ///< what stands inside <w:body>
    Parts sections = {}; ///< type of the relationship → what stands inside the part's root
};

inline Parts parts_of(const RawDocument& document)
{
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const std::string names = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                              "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    Parts parts;
    std::string links;
    for (const auto& [type, inside] : document.sections) {
        const std::string file = type + std::to_string(parts.size() + 1) + ".xml";
        links += "<Relationship Id=\"r" + std::to_string(parts.size() + 1) + "\" Type=\"" + relation + "/" + type +
            "\" Target=\"" + file + "\"/>";
        parts.emplace_back("word/" + file, head + "<w:hdr" + names + ">" + inside + "</w:hdr>");
    }
    parts.emplace_back("_rels/.rels",
        head + relations + "<Relationship Id=\"rId1\" Type=\"" + relation +
            "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    parts.emplace_back("word/_rels/document.xml.rels", head + relations + links + "</Relationships>");
    parts.emplace_back(
        "word/document.xml", head + "<w:document" + names + "><w:body>" + document.body + "</w:body></w:document>");
    return parts;
}

inline std::string docx_of(const RawDocument& document)
{
    return zipped(parts_of(document));
}

/// A document of these paragraphs.
inline std::string docx_of_lines(const std::vector<std::string>& lines)
{
    std::string body;
    for (const std::string& line : lines)
        body += "<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>";
    return docx_of({.body = body});
}

}
