#pragma once
#include <map>
#include <stdexcept>
#include <string>
#include <vector>
#include <zip.h>

/// Hand-made packages for tests: what Excel, other programs and attackers put into a .xlsx.
namespace hoshuban::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zipped(const Parts& parts, const char* password = nullptr)
{
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    for (const auto& [name, bytes] : parts) {
        const auto index = zip_file_add(
            archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
        if (index < 0)
            throw std::runtime_error(zip_strerror(archive));
        zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 315'532'800, 0);
        if (password)
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
    if (zip_close(archive) != 0)
        throw std::runtime_error(zip_strerror(archive));
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

/// One sheet as XML text: what stands inside <worksheet>.
struct RawSheet {
    std::string name = "Sheet1";
    std::string inside = "<sheetData/>";
    std::string state = "visible";
};

struct RawWorkbook {
    std::vector<RawSheet> sheets = {{}};
    std::string shared_strings = {}; ///< the <si> elements
    std::string number_formats = {}; ///< the <numFmt> elements
    std::string cell_formats = "<xf numFmtId=\"0\"/>"; ///< the <xf> elements of cellXfs
    std::string properties = {}; ///< <workbookPr .../>
};

inline const std::string main_namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
inline const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline Parts parts_of(const RawWorkbook& book)
{
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::string types = head +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
        "<Override PartName=\"/xl/sharedStrings.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>";
    std::string sheets;
    std::string links;
    Parts parts;
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        const RawSheet& sheet = book.sheets[i];
        types += "<Override PartName=\"/xl/worksheets/sheet" + n +
            ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        sheets += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + n + "\" state=\"" + sheet.state + "\" r:id=\"rId" +
            n + "\"/>";
        links += "<Relationship Id=\"rId" + n + "\" Type=\"" + relation + "/worksheet\" Target=\"worksheets/sheet" + n +
            ".xml\"/>";
        parts.emplace_back("xl/worksheets/sheet" + n + ".xml",
            head + "<worksheet " + main_namespace + ">" + sheet.inside + "</worksheet>");
    }
    parts.emplace_back("[Content_Types].xml", types + "</Types>");
    parts.emplace_back("_rels/.rels",
        head + relations + "<Relationship Id=\"rId1\" Type=\"" + relation +
            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.emplace_back("xl/_rels/workbook.xml.rels",
        head + relations + links + "<Relationship Id=\"s1\" Type=\"" + relation +
            "/styles\" Target=\"styles.xml\"/><Relationship Id=\"s2\" Type=\"" + relation +
            "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>");
    parts.emplace_back("xl/workbook.xml",
        head + "<workbook " + main_namespace + " xmlns:r=\"" + relation + "\">" + book.properties + "<sheets>" +
            sheets + "</sheets></workbook>");
    parts.emplace_back("xl/styles.xml",
        head + "<styleSheet " + main_namespace + "><numFmts>" + book.number_formats +
            "</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf "
            "numFmtId=\"14\"/></cellStyleXfs><cellXfs>" +
            book.cell_formats + "</cellXfs></styleSheet>");
    parts.emplace_back("xl/sharedStrings.xml", head + "<sst " + main_namespace + ">" + book.shared_strings + "</sst>");
    return parts;
}

inline std::string xlsx_of(const RawWorkbook& book)
{
    return zipped(parts_of(book));
}

/// A workbook of one sheet with these rows.
inline std::string xlsx_of_rows(const std::string& rows)
{
    return xlsx_of({.sheets = {{.name = "表", .inside = "<sheetData>" + rows + "</sheetData>"}}});
}

}
