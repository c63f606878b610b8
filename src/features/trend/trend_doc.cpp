#include "features/trend/trend_doc.hpp"

#include "core/in_language.hpp"
#include "formats/xlsx_ledger.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::trend {
namespace {

using xlsx::LedgerColumn;
using xlsx::Value;

std::vector<LedgerColumn> estimate_columns()
{
    return {{{"見込みの区分", "Estimate"}, 30}, {{"月", "Month"}, 10}, {{"件数", "Runs"}, 8, true, true},
        {{"累計", "Together"}, 8, true, true}, {{"見込み", "Estimate"}, 8, true, true},
        {{"見通し（下）", "Low"}, 12, true, true}, {{"見通し", "Outlook"}, 8, true, true},
        {{"見通し（上）", "High"}, 12, true, true}, {{"所見", "In words"}, 60}};
}

// The outlook stands in the row of the last month.
Result<void> write_estimates(xlsx::Writer& writer, const TrendPaper& paper, Language language)
{
    for (const BurnUp& each : paper.trend.burn_ups) {
        const std::string label = in(language, each.label);
        const std::string words = in(language, sentence(each));
        for (const MonthOfRuns& month : each.months) {
            const std::string name = to_text(first_day_of(month.month)).substr(0, 7);
            std::vector<Value> row{std::string_view{label}, std::string_view{name}, static_cast<double>(month.runs),
                static_cast<double>(month.together), static_cast<double>(each.limit)};
            if (&month == &each.months.back()) {
                for (const int number : {each.outlook.low, each.outlook.middle, each.outlook.high})
                    row.emplace_back(static_cast<double>(number));
                row.emplace_back(std::string_view{words});
            } else {
                row.resize(9);
            }
            TRY(writer.add(row));
        }
    }
    return {};
}

std::vector<LedgerColumn> recurrence_columns(Text name)
{
    return {{std::move(name), 20}, {{"機器の区分", "Class"}, 16}, {{"機種", "Model"}, 24}, {{"拠点", "Site"}, 20},
        {{"件数", "Faults"}, 8, true, true}, {{"延べ日数", "Days in service"}, 12, true, true},
        {{"全体の割合なら", "At the rate of all"}, 12, true}, {{"偶然の確率（%）", "By chance (%)"}, 14},
        {{"ホルム法（%）", "Holm (%)"}, 14}, {{"間隔の中央値（日）", "Median interval (days)"}, 14, true},
        {{"最後の発生", "The last"}, 12}, {{"所見", "In words"}, 60}};
}

// Small probabilities keep their digits as text.
std::string percent_text(const std::optional<double>& chance)
{
    return chance ? fmt::format("{:.3g}", *chance * 100) : std::string{};
}

std::string class_name(const TrendPaper& paper, Language language, const std::string& id)
{
    const auto found = std::ranges::find(paper.profile.device_classes, id, &contract::DeviceClass::id);
    return found == paper.profile.device_classes.end() ? id : in(language, found->label);
}

Result<void> write_recurrences(
    xlsx::Writer& writer, const TrendPaper& paper, std::span<const Recurrence> found, Language language)
{
    for (const Recurrence& each : found) {
        const std::string device_class = class_name(paper, language, each.device_class);
        const std::string chance = percent_text(each.chance);
        const std::string corrected = percent_text(each.corrected);
        const std::string last = to_text(each.last_on);
        const std::string words = in(language, sentence(each));
        std::vector<Value> row{std::string_view{each.name}, std::string_view{device_class},
            std::string_view{each.model}, std::string_view{each.site_name}, static_cast<double>(each.faults),
            static_cast<double>(each.unit_days), each.expected, std::string_view{chance}, std::string_view{corrected}};
        if (each.interval_days)
            row.emplace_back(*each.interval_days);
        else
            row.emplace_back();
        row.emplace_back(std::string_view{last});
        row.emplace_back(std::string_view{words});
        TRY(writer.add(row));
    }
    return {};
}

}

std::string file_name(LocalDay on)
{
    return fmt::format("障害の傾向_{}.xlsx", to_text(on));
}

Result<std::string> workbook(const TrendPaper& paper, Language language, Instant now)
{
    const std::string from = to_text(paper.trend.window.first);
    const std::string until = to_text(paper.trend.window.last);
    const Text title{fmt::format("障害の傾向 {}～{}", from, until), fmt::format("Faults, {} to {}", from, until)};
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(
            xlsx::ledger_layout(language, {"見込みの消化", "Estimates"}, title, estimate_columns(), now)));
    TRY(write_estimates(writer, paper, language));
    const Recurrences& found = paper.trend.recurrences;
    const std::pair<Text, const std::vector<Recurrence>*> sheets[] = {
        {{"機器", "Units"}, &found.units}, {{"機種", "Models"}, &found.models}, {{"拠点", "Sites"}, &found.sites}};
    for (const auto& [name, rows] : sheets) {
        TRY(writer.begin_sheet(xlsx::ledger_layout(language, name, title, recurrence_columns(name), now)));
        TRY(write_recurrences(writer, paper, *rows, language));
    }
    return writer.finish();
}

}
