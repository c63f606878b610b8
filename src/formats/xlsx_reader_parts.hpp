#pragma once
#include "formats/office_package.hpp"
#include "formats/xlsx_reader.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::xlsx {

using office::read_part;
using office::read_relationships;
using office::Relationship;

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
