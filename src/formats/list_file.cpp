#include "formats/list_file.hpp"

#include "core/encoding.hpp"
#include "formats/csv.hpp"

namespace hoshuban {

bool is_workbook(std::string_view bytes)
{
    return bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0");
}

Result<std::vector<xlsx::Row>> csv_rows(std::string_view bytes)
{
    const auto text = utf8_from(bytes);
    if (!text) {
        return fail(ErrorKind::invalid, "import/encoding",
            {"文字コードを読めません。Excelのファイル（xlsx）か、UTF-8またはシフトJISのCSVにしてください。",
                "cannot read the characters: bring an xlsx file, or a CSV in UTF-8 or CP932"});
    }
    TRY_ASSIGN(const auto records, csv::parse(*text));
    std::vector<xlsx::Row> rows;
    for (const csv::Record& record : records) {
        xlsx::Row row{record.empty() ? 0 : record.front().line, {}};
        for (std::size_t i = 0; i < record.size(); ++i) {
            if (!record[i].text.empty())
                row.cells.push_back({.at = {row.number, static_cast<int>(i) + 1},
                    .kind = xlsx::CellKind::text,
                    .text = record[i].text});
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}
