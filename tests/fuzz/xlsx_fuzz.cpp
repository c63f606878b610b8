#include "formats/xlsx_package_test.hpp"
#include "formats/xlsx_reader.hpp"

#include <cstdint>

using namespace hoshuban;

namespace {

const xlsx::Limits limits{.archive = {.archive_bytes = 1 << 20, .entry_bytes = 4 << 20, .total_bytes = 8 << 20},
    .sheets = 8,
    .cells = 20'000,
    .text_bytes = 4 << 20};

void read_all(std::string_view bytes)
{
    auto workbook = xlsx::Workbook::open(bytes, limits);
    if (!workbook)
        return;
    for (const xlsx::SheetInfo& info : workbook->sheets()) {
        const auto sheet = workbook->read(info);
        if (!sheet)
            continue;
        int last = 0;
        for (const xlsx::Row& row : sheet->rows) {
            if (row.number <= last || row.cells.empty())
                __builtin_trap();
            last = row.number;
        }
    }
}

}

/// The first byte chooses what the rest is: a whole file, or one part of an otherwise sound package (a fuzzer does not
/// guess CRCs and deflate streams).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string rest{reinterpret_cast<const char*>(data) + 1, size - 1};
    static const char* const parts[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"};
    if (data[0] < '0' || data[0] > '5') {
        read_all(rest);
        return 0;
    }
    auto package = test::parts_of({.shared_strings = "<si><t>a</t></si>"});
    for (auto& [name, bytes] : package) {
        if (name == parts[data[0] - '0'])
            bytes = rest;
    }
    read_all(test::zipped(package));
    return 0;
}
