#pragma once
#include "formats/xlsx_reader.hpp"
#include "formats/xml.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::xlsx {

/// Expand one part of the archive into a handler.
Result<void> read_part(zip::Archive&, const std::string& part, xml::Handler&);

/// Where the relationships of a part lead: id → part name, worksheets and the like by the last word of their type.
struct Relationship {
    std::string id;
    std::string type; ///< `worksheet`, `sharedStrings`, `styles`, `officeDocument`
    std::string part;
};

/// The relationships of `part` (empty for those of the package). None when the part has no relationships.
Result<std::vector<Relationship>> read_relationships(zip::Archive&, const std::string& part);

/// The text of `<si>` or `<is>`: plain and rich runs joined, phonetic runs left out.
class TextRuns {
public:
    void open(std::string_view name);
    void close(std::string_view name);
    void append(std::string_view text);
    std::size_t size() const { return m_text.size(); }
    /// The decoded text; starts anew.
    std::string take();

private:
    std::string m_text;
    bool m_in_text = false;
    bool m_phonetic = false;
};

/// xl/workbook.xml
struct WorkbookPart {
    struct Entry {
        std::string name;
        Visibility visibility;
        std::string relationship;
    };
    std::vector<Entry> sheets;
    DateSystem dates = DateSystem::from_1900;
};

Result<WorkbookPart> read_workbook_part(zip::Archive&, const std::string& part, std::size_t most_sheets);
Result<std::vector<std::string>> read_shared_strings(zip::Archive&, const std::string& part, const Limits&);
/// For each cell style, whether its number format shows a day.
Result<std::vector<bool>> read_styles(zip::Archive&, const std::string& part);

}
