#pragma once
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::attachment {

/// A piece of a file's text and where it stands, as the person with the file finds it.
struct Passage {
    Text place;
    std::string text;

    bool operator==(const Passage&) const = default;
};

/// Whether the text of a file with this name can be read: .docx .xlsx .txt .csv.
bool has_text(std::string_view name);

/// The text inside a file, piece by piece: paragraphs, cells or lines. None for other kinds of file. A file that is not
/// what its name says is refused with what to do about it.
Result<std::vector<Passage>> passages_of(std::string_view bytes, std::string_view name);

/// Refuses a text that holds what can be a My Number; names every place, up to twenty.
Result<void> check_passages(const std::vector<Passage>&);

}
