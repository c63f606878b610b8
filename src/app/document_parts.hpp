#pragma once
#include "features/attachment/attachment_store.hpp"
#include "features/search/document.hpp"

#include <string>
#include <utility>
#include <vector>

namespace hoshuban {

/// Adds a text to what is searched about a thing; an empty one is left out.
inline void add_field(search::Document& document, Text label, const std::string& text)
{
    if (!text.empty())
        document.fields.push_back({std::move(label), text});
}

/// The files of a row, for its document.
inline std::vector<search::File> files_of_row(
    db::Reader& reader, const ContractId& contract, const audit::Subject& subject)
{
    std::vector<search::File> files;
    for (const attachment::Attachment& file : attachment::list(reader, contract, subject))
        files.push_back({file.id.text, file.name, file.sha256});
    return files;
}

}
