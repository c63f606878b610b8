#include "formats/xlsx_reader.hpp"
#include "formats/xlsx_reader_parts.hpp"
#include "formats/xlsx_reader_sheet.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::xlsx {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view encrypted_package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

std::unexpected<Error> not_xlsx()
{
    return fail(ErrorKind::invalid, "xlsx/not_xlsx",
        {"Excelブック（.xlsx）ではありません。Excelで開き、「Excelブック (*.xlsx)」の形式で保存し直してください。",
            "this is not an Excel workbook (.xlsx): open it in Excel and save it as \"Excel Workbook (*.xlsx)\""});
}

Result<void> check_container(std::string_view bytes)
{
    if (bytes.empty())
        return fail(ErrorKind::invalid, "xlsx/empty", {"ファイルが空です。", "the file is empty"});
    if (bytes.starts_with(ole_magic) && bytes.find(encrypted_package) != std::string_view::npos) {
        return fail(ErrorKind::invalid, "xlsx/encrypted",
            {"パスワードで保護されたブックです。Excelで開き、「ファイル」→「情報」→「ブックの保護」→「パスワードを使用"
             "して暗号化」を空にして保存し直してください。",
                "the workbook is protected by a password: in Excel choose File, Info, Protect Workbook, Encrypt with "
                "Password, "
                "clear the password and save it again"});
    }
    if (bytes.starts_with(ole_magic)) {
        return fail(ErrorKind::invalid, "xlsx/old_xls",
            {"古い形式（.xls）のブックです。Excelで開き、「名前を付けて保存」で「Excelブック "
             "(*.xlsx)」を選んでください。",
                "this is an old workbook (.xls): open it in Excel and save it as \"Excel Workbook (*.xlsx)\""});
    }
    return bytes.starts_with("PK"sv) ? Result<void>{} : not_xlsx();
}

const Relationship* by_type(const std::vector<Relationship>& all, std::string_view type)
{
    const auto found = std::ranges::find(all, type, &Relationship::type);
    return found == all.end() ? nullptr : &*found;
}

/// Damaged XML and damaged archives look alike to the person with the file: say where, and what to do.
std::unexpected<Error> damaged_near(Error cause, std::string_view sheet, Address at)
{
    if (cause.code != "xml/broken" && cause.code != "zip/broken")
        return fail(std::move(cause));
    const std::string cell = to_text(Address{std::max(at.row, 1), std::max(at.column, 1)});
    const Text text{
        fmt::format("シート「{}」のセル{}の付近でファイルが壊れています（使えない文字が入っている場合もあります）。"
                    "Excelで開いて確かめ、保存し直してください。",
            sheet, cell),
        fmt::format("the file is damaged near cell {} of sheet \"{}\" (it may hold a forbidden character): check it in "
                    "Excel and "
                    "save it again",
            cell, sheet)};
    return fail(ErrorKind::invalid, "xlsx/broken", text, {{fmt::format("{}!{}", sheet, cell), "xlsx/broken", text}});
}

}

Result<Workbook> Workbook::open(std::string_view bytes, const Limits& limits)
{
    if (bytes.size() <= limits.archive.archive_bytes)
        TRY(check_container(bytes));
    TRY_ASSIGN(auto archive, zip::Archive::open(bytes, limits.archive));
    Workbook workbook{std::move(archive), limits};
    TRY(workbook.load_parts());
    return workbook;
}

Result<void> Workbook::load_parts()
{
    TRY_ASSIGN(const auto package, read_relationships(m_archive, ""));
    const Relationship* document = by_type(package, "officeDocument");
    if (!document || !document->part.ends_with(".xml") || !m_archive.has(document->part))
        return not_xlsx();
    TRY_ASSIGN(const auto parts, read_relationships(m_archive, document->part));
    TRY_ASSIGN(const auto workbook, read_workbook_part(m_archive, document->part, m_limits.sheets));
    m_dates = workbook.dates;
    for (const WorkbookPart::Entry& entry : workbook.sheets) {
        const auto target = std::ranges::find(parts, entry.relationship, &Relationship::id);
        if (target != parts.end() && target->type == "worksheet")
            m_sheets.push_back({entry.name, entry.visibility, target->part});
    }
    if (m_sheets.empty())
        return not_xlsx();
    if (const Relationship* strings = by_type(parts, "sharedStrings"); strings && m_archive.has(strings->part)) {
        TRY_ASSIGN(m_strings, read_shared_strings(m_archive, strings->part, m_limits));
    }
    if (const Relationship* styles = by_type(parts, "styles"); styles && m_archive.has(styles->part)) {
        TRY_ASSIGN(m_style_shows_day, read_styles(m_archive, styles->part));
    }
    return {};
}

Result<void> Workbook::read_into(const SheetInfo& info, const RowConsumer& consume, std::vector<Range>& merged)
{
    SheetHandler handler{{info.name, m_strings, m_style_shows_day, m_dates, m_limits}, consume};
    if (const auto outcome = read_part(m_archive, info.part, handler); !outcome)
        return damaged_near(outcome.error(), info.name, handler.position());
    merged = handler.merged();
    return {};
}

Result<void> Workbook::each_row(const SheetInfo& info, const RowConsumer& consume)
{
    std::vector<Range> merged;
    return read_into(info, consume, merged);
}

Result<Sheet> Workbook::read(const SheetInfo& info)
{
    Sheet sheet{.name = info.name, .rows = {}, .merged = {}};
    TRY(read_into(
        info,
        [&](Row&& row) -> Result<void> {
            sheet.rows.push_back(std::move(row));
            return {};
        },
        sheet.merged));
    return sheet;
}

}
