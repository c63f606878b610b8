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

/// `../sharedStrings.xml` seen from `xl/worksheets/sheet1.xml` is `xl/sharedStrings.xml`.
std::string resolve(std::string_view from, std::string_view target)
{
    if (target.starts_with('/'))
        return std::string{target.substr(1)};
    const std::size_t slash = from.rfind('/');
    std::string folder{slash == std::string_view::npos ? "" : from.substr(0, slash)};
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const std::size_t up = folder.rfind('/');
        folder = up == std::string::npos ? "" : folder.substr(0, up);
    }
    return folder.empty() ? std::string{target} : folder + "/" + std::string{target};
}

struct RelationshipsHandler : xml::Handler {
    std::string_view from;
    std::vector<Relationship> found;

    explicit RelationshipsHandler(std::string_view part)
        : from(part)
    {
    }

    Result<void> open(std::string_view name, const xml::Attributes& attributes) override
    {
        if (name != "Relationship" || attributes.text("TargetMode") == "External")
            return {};
        const std::string_view type = attributes.text("Type");
        const std::size_t slash = type.rfind('/');
        found.push_back({std::string{attributes.text("Id")},
            std::string{slash == std::string_view::npos ? type : type.substr(slash + 1)},
            resolve(from, attributes.text("Target"))});
        return {};
    }

    Result<void> close(std::string_view) override { return {}; }
};

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

Result<void> read_part(zip::Archive& archive, const std::string& part, xml::Handler& handler)
{
    xml::Parser parser{handler};
    TRY(archive.stream(part, [&](std::string_view chunk) { return parser.feed(chunk); }));
    return parser.finish();
}

Result<std::vector<Relationship>> read_relationships(zip::Archive& archive, const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    const std::string relationships = part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
    if (!archive.has(relationships))
        return {};
    RelationshipsHandler handler{part};
    TRY(read_part(archive, relationships, handler));
    return std::move(handler.found);
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
