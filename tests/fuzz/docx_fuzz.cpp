#include "formats/docx_package_test.hpp"
#include "formats/docx_text.hpp"

#include <cstdint>

using namespace hoshuban;

namespace {

const docx::Limits limits{.archive = {.archive_bytes = 1 << 20, .entry_bytes = 4 << 20, .total_bytes = 8 << 20},
    .paragraphs = 5'000,
    .text_bytes = 1 << 20};

void read_all(std::string_view bytes)
{
    const auto read = docx::read_text(bytes, limits);
    if (!read)
        return;
    std::size_t text = 0;
    for (const docx::Paragraph& paragraph : *read) {
        if (paragraph.text.empty() || paragraph.place.ja.empty())
            __builtin_trap();
        text += paragraph.text.size();
    }
    if (read->size() > limits.paragraphs || text > limits.text_bytes)
        __builtin_trap();
}

}

/// The first byte chooses what the rest is: a whole file, or one part of an otherwise sound package (a fuzzer does not
/// guess CRCs and deflate streams).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string rest{reinterpret_cast<const char*>(data) + 1, size - 1};
    static const char* const parts[] = {"word/document.xml", "word/_rels/document.xml.rels", "_rels/.rels"};
    if (data[0] < '0' || data[0] > '2') {
        read_all(rest);
        return 0;
    }
    auto package = test::parts_of(test::RawDocument{.sections = {{"header", "<w:p><w:t>a</w:t></w:p>"}}});
    for (auto& [name, bytes] : package) {
        if (name == parts[data[0] - '0'])
            bytes = rest;
    }
    read_all(test::zipped(package));
    return 0;
}
