#include "formats/docx_text.hpp"

#include "formats/office_package.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace hoshuban::docx {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view encrypted_package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

std::unexpected<Error> not_docx()
{
    return fail(ErrorKind::invalid, "docx/not_docx",
        {"Word文書（.docx）ではありません。Wordで開き、「Word文書 (*.docx)」の形式で保存し直してください。",
            "this is not a Word document (.docx): open it in Word and save it as \"Word Document (*.docx)\""});
}

std::unexpected<Error> too_much()
{
    return fail(ErrorKind::too_large, "docx/too_much_text",
        {"文書の中の文字が多すぎます。文書を分けてください。", "the document holds too much text: split it"});
}

Result<void> check_container(std::string_view bytes)
{
    if (bytes.empty())
        return fail(ErrorKind::invalid, "docx/empty", {"ファイルが空です。", "the file is empty"});
    if (bytes.starts_with(ole_magic) && bytes.find(encrypted_package) != std::string_view::npos) {
        return fail(ErrorKind::invalid, "docx/encrypted",
            {"パスワードで保護された文書です。Wordでパスワードを外して保存し直してください。",
                "the document is protected by a password: remove it in Word and save it again"});
    }
    if (bytes.starts_with(ole_magic)) {
        return fail(ErrorKind::invalid, "docx/old_doc",
            {"古い形式（.doc）の文書です。Wordで開き、「名前を付けて保存」で「Word文書 (*.docx)」を選んでください。",
                "this is an old document (.doc): open it in Word and save it as \"Word Document (*.docx)\""});
    }
    return bytes.starts_with("PK"sv) ? Result<void>{} : not_docx();
}

/// The parts that hold text beside the body, by the type of their relationship.
struct Section {
    std::string_view type;
    Text name;
};

const std::array<Section, 5> sections{
    {{"header", {"ヘッダー", "header"}}, {"footer", {"フッター", "footer"}}, {"footnotes", {"脚注", "footnotes"}},
        {"endnotes", {"文末脚注", "endnotes"}}, {"comments", {"コメント", "comments"}}}};

/// Elements whose inside does not print once all changes are accepted. Paragraph and run properties hold tab stops and
/// marks of changes under the names of what they describe; a Fallback repeats its Choice.
bool does_not_print(std::string_view name)
{
    static constexpr auto silent = std::to_array<std::string_view>({"pPr", "rPr", "del", "moveFrom", "Fallback", "rt"});
    return std::ranges::find(silent, name) != silent.end();
}

struct Table {
    int number;
    int row = 0;
    int column = 0;
};

class Reading : public xml::Handler {
public:
    Reading(std::vector<Paragraph>& found, std::size_t& bytes, const Limits& limits, Text section)
        : found_{found}
        , bytes_{bytes}
        , limits_{limits}
        , section_{std::move(section)}
    {
    }

    Result<void> open(std::string_view name, const xml::Attributes&) override
    {
        if (silent_ > 0 || does_not_print(name)) {
            ++silent_;
            return {};
        }
        if (name == "p")
            open_.emplace_back();
        else if (name == "t")
            in_text_ = true;
        else if (name == "tab")
            return append("\t");
        else if (name == "br" || name == "cr")
            return append("\n");
        else if (name == "noBreakHyphen")
            return append("-");
        else
            open_table_part(name);
        return {};
    }

    Result<void> close(std::string_view name) override
    {
        if (silent_ > 0) {
            --silent_;
            return {};
        }
        if (name == "t")
            in_text_ = false;
        else if (name == "tbl" && !tables_.empty())
            tables_.pop_back();
        else if (name == "p" && !open_.empty())
            return close_paragraph();
        return {};
    }

    Result<void> text(std::string_view text) override
    {
        return in_text_ && silent_ == 0 ? append(text) : Result<void>{};
    }

private:
    void open_table_part(std::string_view name)
    {
        if (name == "tbl") {
            tables_.push_back({tables_.empty() ? ++table_count_ : tables_.front().number});
        } else if (name == "tr" && !tables_.empty()) {
            ++tables_.back().row;
            tables_.back().column = 0;
        } else if (name == "tc" && !tables_.empty()) {
            ++tables_.back().column;
        }
    }

    Result<void> append(std::string_view text)
    {
        if (open_.empty())
            return {};
        bytes_ += text.size();
        open_.back() += text;
        return bytes_ > limits_.text_bytes ? too_much() : Result<void>{};
    }

    Result<void> close_paragraph()
    {
        std::string text = std::move(open_.back());
        open_.pop_back();
        if (text.find_first_not_of(" \t\n") == std::string::npos)
            return {};
        if (found_.size() == limits_.paragraphs)
            return too_much();
        found_.push_back({next_place(), std::move(text)});
        return {};
    }

    Text next_place()
    {
        Text place;
        if (tables_.empty()) {
            ++paragraph_count_;
            place = {fmt::format("{}段落目", paragraph_count_), fmt::format("paragraph {}", paragraph_count_)};
        } else {
            const Table& outer = tables_.front();
            place = {fmt::format("表{}の{}行{}列", outer.number, outer.row, outer.column),
                fmt::format("table {}, row {}, column {}", outer.number, outer.row, outer.column)};
        }
        if (section_.ja.empty())
            return place;
        return {section_.ja + "の" + place.ja, section_.en + ", " + place.en};
    }

    std::vector<Paragraph>& found_;
    std::size_t& bytes_;
    const Limits& limits_;
    Text section_;
    std::vector<std::string> open_; // a text box stands inside the paragraph it is anchored to
    std::vector<Table> tables_;
    int table_count_ = 0;
    int paragraph_count_ = 0;
    int silent_ = 0;
    bool in_text_ = false;
};

}

Result<std::vector<Paragraph>> read_text(std::string_view bytes, const Limits& limits)
{
    if (bytes.size() <= limits.archive.archive_bytes)
        TRY(check_container(bytes));
    TRY_ASSIGN(auto archive, zip::Archive::open(bytes, limits.archive));
    TRY_ASSIGN(const auto package, office::read_relationships(archive, ""));
    const auto document = std::ranges::find(package, "officeDocument", &office::Relationship::type);
    if (document == package.end() || !archive.has(document->part) || !document->part.ends_with(".xml") ||
        archive.has("xl/workbook.xml"))
        return not_docx();

    std::vector<Paragraph> found;
    std::size_t text_bytes = 0;
    Reading body{found, text_bytes, limits, {}};
    TRY(office::read_part(archive, document->part, body));
    TRY_ASSIGN(const auto parts, office::read_relationships(archive, document->part));
    std::set<std::string> read{document->part};
    for (const Section& section : sections) {
        for (const office::Relationship& part : parts) {
            if (part.type != section.type || !archive.has(part.part) || !read.insert(part.part).second)
                continue;
            Reading reading{found, text_bytes, limits, section.name};
            TRY(office::read_part(archive, part.part, reading));
        }
    }
    return found;
}

}
