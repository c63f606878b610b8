#include "formats/audit_policy.hpp"

#include "formats/csv.hpp"
#include "formats/windows_text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hoshuban::windows {
namespace {

// The columns have their places, not their names, in common.
constexpr std::size_t target_column = 1;
constexpr std::size_t name_column = 2;
constexpr std::size_t guid_column = 3;
constexpr std::size_t setting_column = 6;

bool is_guid(std::string_view text)
{
    if (text.size() != 38 || text.front() != '{' || text.back() != '}')
        return false;
    for (std::size_t i = 1; i < 37; ++i) {
        const bool dash = i == 9 || i == 14 || i == 19 || i == 24;
        const char c = text[i];
        const bool digit = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !digit)
            return false;
    }
    return true;
}

std::string upper(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

std::unexpected<Error> refuse_row(int line)
{
    const Text what{fmt::format("{}行目: 監査の設定の行ではありません。", line),
        fmt::format("line {}: no row of an audit setting", line)};
    return fail(ErrorKind::invalid, "audit_policy/row", what, {{fmt::to_string(line), "audit_policy/row", what}});
}

}

Result<std::vector<AuditSetting>> read_audit_policy(std::string_view bytes)
{
    TRY_ASSIGN(const auto text, text_of_file(bytes));
    TRY_ASSIGN(const auto records, csv::parse(text));
    if (records.empty() || records.front().size() <= setting_column)
        return fail(ErrorKind::invalid, "audit_policy/table",
            {"監査の設定の表ではありません。", "this is no table of audit settings"});
    std::vector<AuditSetting> settings;
    for (std::size_t i = 1; i < records.size(); ++i) {
        const csv::Record& row = records[i];
        const int line = row.front().line;
        if (row.size() <= setting_column)
            return refuse_row(line);
        const std::string& guid = row[guid_column].text;
        if (guid.empty())
            continue;
        int setting = -1;
        const std::string& number = row[setting_column].text;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), setting);
        if (!is_guid(guid) || error != std::errc{} || end != number.data() + number.size() || setting < 0 ||
            setting > 15)
            return refuse_row(line);
        settings.push_back({row[target_column].text, upper(guid), row[name_column].text, setting});
    }
    return settings;
}

}
