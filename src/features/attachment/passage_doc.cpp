#include "features/attachment/passage_doc.hpp"

#include "core/fold.hpp"
#include "formats/csv.hpp"
#include "formats/docx_text.hpp"
#include "formats/xlsx_reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::attachment {
namespace {

constexpr std::size_t most_places = 20;

Result<std::vector<Passage>> from_docx(std::string_view bytes)
{
    TRY_ASSIGN(auto paragraphs, docx::read_text(bytes));
    std::vector<Passage> passages;
    passages.reserve(paragraphs.size());
    for (docx::Paragraph& paragraph : paragraphs)
        passages.push_back({std::move(paragraph.place), std::move(paragraph.text)});
    return passages;
}

Result<std::vector<Passage>> from_xlsx(std::string_view bytes)
{
    TRY_ASSIGN(auto workbook, xlsx::Workbook::open(bytes));
    std::vector<Passage> passages;
    for (const xlsx::SheetInfo& info : workbook.sheets()) {
        TRY_ASSIGN(auto sheet, workbook.read(info));
        for (xlsx::Row& row : sheet.rows) {
            for (xlsx::Cell& cell : row.cells) {
                const std::string place = fmt::format("{}!{}", info.name, xlsx::to_text(cell.at));
                passages.push_back({{place, place}, std::move(cell.text)});
            }
        }
    }
    return passages;
}

std::vector<Passage> from_lines(std::string_view bytes)
{
    if (bytes.starts_with(csv::byte_order_mark))
        bytes.remove_prefix(csv::byte_order_mark.size());
    std::vector<Passage> passages;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const std::size_t number = passages.size() + 1;
        passages.push_back({{fmt::format("{}行目", number), fmt::format("line {}", number)}, std::string{line}});
    }
    return passages;
}

}

bool has_text(std::string_view name)
{
    const std::string folded = fold(name);
    return std::ranges::any_of(std::to_array<std::string_view>({".docx", ".xlsx", ".txt", ".csv"}),
        [&](std::string_view ending) { return folded.ends_with(ending); });
}

Result<std::vector<Passage>> passages_of(std::string_view bytes, std::string_view name)
{
    const std::string folded = fold(name);
    if (folded.ends_with(".docx"))
        return from_docx(bytes);
    if (folded.ends_with(".xlsx"))
        return from_xlsx(bytes);
    if (has_text(name))
        return from_lines(bytes);
    return {};
}

Result<void> check_passages(const std::vector<Passage>& passages)
{
    std::vector<FieldError> found;
    for (const Passage& passage : passages) {
        if (found.size() < most_places && find_my_number(passage.text)) {
            found.push_back({passage.place.ja, "text/my_number",
                {"マイナンバーと思われる12桁の数字があります（" + passage.place.ja + "）。",
                    "holds what can be a My Number (" + passage.place.en + ")"}});
        }
    }
    if (found.empty())
        return {};
    const Text first = found.front().text;
    return fail(ErrorKind::invalid, "text/my_number",
        {"ファイルの中に" + first.ja + "番号を消したファイルを選んでください。",
            "the file " + first.en + ": choose a file without the number"},
        std::move(found));
}

}
