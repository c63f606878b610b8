#pragma once
#include "core/result.hpp"
#include "formats/xml.hpp"
#include "formats/zip.hpp"

#include <string>
#include <vector>

/// What .xlsx and .docx have in common: parts in an archive, and relationships between them.
namespace hoshuban::office {

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

}
