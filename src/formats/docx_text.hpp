#pragma once
#include "core/result.hpp"
#include "formats/zip.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::docx {

/// One paragraph that holds text, and where it stands: `3段落目`, `表2の3行1列`, `ヘッダーの1段落目`.
struct Paragraph {
    Text place;
    std::string text;

    bool operator==(const Paragraph&) const = default;
};

/// What a document from outside may cost.
struct Limits {
    zip::Limits archive = {.archive_bytes = std::size_t{50} << 20};
    std::size_t paragraphs = 100'000;
    std::size_t text_bytes = std::size_t{16} << 20;
};

/// The text of a Word document (.docx) as it prints with all changes accepted: without deleted and moved-away text,
/// field codes, phonetic readings. The body first, then headers, footers, notes and comments. What is no such document
/// (the old .doc, password-protected files, damaged archives, a DTD) is refused with what to do about it.
Result<std::vector<Paragraph>> read_text(std::string_view bytes, const Limits& limits = {});

}
