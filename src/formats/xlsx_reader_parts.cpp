#include "formats/xlsx_reader_parts.hpp"
#include "formats/xlsx_text.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::xlsx {
namespace {

constexpr std::size_t most_styles = 65'536;

int number_of(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

struct WorkbookHandler : xml::Handler {
    std::size_t most_sheets;
    WorkbookPart part;

    explicit WorkbookHandler(std::size_t most)
        : most_sheets(most)
    {
    }

    Result<void> open(std::string_view name, const xml::Attributes& attributes) override
    {
        if (name == "workbookPr") {
            const std::string_view flag = attributes.text("date1904");
            part.dates = flag == "1" || flag == "true" ? DateSystem::from_1904 : DateSystem::from_1900;
        }
        if (name != "sheet")
            return {};
        if (part.sheets.size() == most_sheets) {
            return fail(ErrorKind::too_large, "xlsx/too_many_sheets",
                {fmt::format("シートが多すぎます（上限{}枚）。必要なシートだけにして保存してください。", most_sheets),
                    fmt::format("the workbook has too many sheets (at most {}): keep only those needed", most_sheets)});
        }
        const std::string_view state = attributes.text("state");
        const Visibility visibility = state == "hidden" ? Visibility::hidden
            : state == "veryHidden"                     ? Visibility::very_hidden
                                                        : Visibility::visible;
        part.sheets.push_back({std::string{attributes.text("name")}, visibility, std::string{attributes.text("id")}});
        return {};
    }

    Result<void> close(std::string_view) override { return {}; }
};

struct StringsHandler : xml::Handler {
    const Limits& limits;
    TextRuns runs;
    std::vector<std::string> strings;
    std::size_t bytes = 0;

    explicit StringsHandler(const Limits& given)
        : limits(given)
    {
    }

    Result<void> open(std::string_view name, const xml::Attributes&) override
    {
        runs.open(name);
        return {};
    }

    Result<void> close(std::string_view name) override
    {
        runs.close(name);
        if (name != "si")
            return {};
        strings.push_back(runs.take());
        bytes += strings.back().size() + sizeof(std::string);
        return bytes > limits.text_bytes ? too_much() : Result<void>{};
    }

    Result<void> text(std::string_view text) override
    {
        runs.append(text);
        return bytes + runs.size() > limits.text_bytes ? too_much() : Result<void>{};
    }

    static Result<void> too_much()
    {
        return fail(ErrorKind::too_large, "xlsx/too_much_text",
            {"ブックの中の文字が多すぎます。行を分けて取り込んでください。",
                "the workbook holds too much text: split it"});
    }
};

struct StylesHandler : xml::Handler {
    std::map<int, std::string> formats;
    std::vector<bool> shows;
    bool in_cell_formats = false;

    Result<void> open(std::string_view name, const xml::Attributes& attributes) override
    {
        if (name == "numFmt" && formats.size() < most_styles)
            formats.insert_or_assign(
                number_of(attributes.text("numFmtId")), std::string{attributes.text("formatCode")});
        if (name == "cellXfs")
            in_cell_formats = true;
        if (name == "xf" && in_cell_formats && shows.size() < most_styles) {
            const int id = number_of(attributes.text("numFmtId"));
            const auto own = formats.find(id);
            shows.push_back(shows_day(id, own == formats.end() ? std::string_view{} : own->second));
        }
        return {};
    }

    Result<void> close(std::string_view name) override
    {
        if (name == "cellXfs")
            in_cell_formats = false;
        return {};
    }
};

}

void TextRuns::open(std::string_view name)
{
    if (name == "rPh")
        m_phonetic = true;
    else if (name == "t")
        m_in_text = !m_phonetic;
}

void TextRuns::close(std::string_view name)
{
    if (name == "rPh")
        m_phonetic = false;
    else if (name == "t")
        m_in_text = false;
}

void TextRuns::append(std::string_view text)
{
    if (m_in_text)
        m_text += text;
}

std::string TextRuns::take()
{
    std::string text = decode_text(m_text);
    m_text.clear();
    return text;
}

Result<WorkbookPart> read_workbook_part(zip::Archive& archive, const std::string& part, std::size_t most_sheets)
{
    WorkbookHandler handler{most_sheets};
    TRY(read_part(archive, part, handler));
    return std::move(handler.part);
}

Result<std::vector<std::string>> read_shared_strings(
    zip::Archive& archive, const std::string& part, const Limits& limits)
{
    StringsHandler handler{limits};
    TRY(read_part(archive, part, handler));
    return std::move(handler.strings);
}

Result<std::vector<bool>> read_styles(zip::Archive& archive, const std::string& part)
{
    StylesHandler handler;
    TRY(read_part(archive, part, handler));
    return std::move(handler.shows);
}

}
