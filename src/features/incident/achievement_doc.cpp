#include "features/incident/achievement_doc.hpp"

#include "core/in_language.hpp"
#include "features/incident/words.hpp"
#include "formats/xlsx_ledger.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace hoshuban::incident {
namespace {

using xlsx::LedgerColumn;
using xlsx::Value;

/// The cells of a row, which keeps its texts until it is written.
class Row {
public:
    void text(std::string value) { m_cells.emplace_back(std::move(value)); }
    void text(Language language, const Text& value) { text(in(language, value)); }
    void number(double value) { m_cells.emplace_back(value); }
    void blank() { m_cells.emplace_back(); }

    Result<void> write(xlsx::Writer& writer) const
    {
        std::vector<Value> values;
        for (const Cell& cell : m_cells) {
            if (const auto* words = std::get_if<std::string>(&cell))
                values.emplace_back(std::string_view{*words});
            else if (const auto* number = std::get_if<double>(&cell))
                values.emplace_back(*number);
            else
                values.emplace_back();
        }
        return writer.add(values);
    }

private:
    using Cell = std::variant<std::monostate, std::string, double>;
    std::vector<Cell> m_cells;
};

LedgerColumn count_column(Text title)
{
    return {std::move(title), 10, true, true};
}

std::vector<LedgerColumn> level_columns()
{
    return {{{"サービスレベル", "Service level"}, 36}, count_column({"目標（分）", "Target (min)"}),
        {{"性質", "Nature"}, 12}, count_column({"件数", "Incidents"}), count_column({"達成", "Met"}),
        count_column({"未達成", "Missed"}), count_column({"合意により例外", "Set aside"}),
        count_column({"対象外", "Not needed"}), count_column({"対応中", "Open"}),
        {{"達成率（%）", "Met (%)"}, 10, true}, {{"平均（分）", "Average (min)"}, 10, true}};
}

Text nature_label(contract::LevelNature nature)
{
    return nature == contract::LevelNature::effort_target ? Text{"努力目標", "Effort target"} : Text{"義務", "Binding"};
}

double minutes_of(std::chrono::seconds time)
{
    return static_cast<double>(std::chrono::floor<std::chrono::minutes>(time).count());
}

Result<void> write_levels(xlsx::Writer& writer, const AchievementPaper& paper, Language language)
{
    const auto& levels = paper.profile.service_levels;
    auto rows = month_rows(levels);
    std::ranges::move(month_rows_apart(levels), std::back_inserter(rows));
    for (const LevelRow& each : rows) {
        const contract::ServiceLevel& level = levels[each.level];
        const LevelTally sum = tally(paper.cases, each, level.id);
        Row row;
        row.text(language, label(each, level));
        if (level.minutes > 0)
            row.number(level.minutes);
        else
            row.blank();
        row.text(language, nature_label(level.nature));
        row.number(sum.applied());
        for (const int count : {sum.met, sum.missed, sum.agreed, sum.not_needed, sum.open})
            row.number(count);
        if (const auto permille = sum.permille())
            row.number(*permille / 10.0);
        else
            row.blank();
        if (sum.reached() > 0)
            row.number(static_cast<double>(sum.used.count()) / 60.0 / sum.reached());
        else
            row.blank();
        TRY(row.write(writer));
    }
    return {};
}

Text grouping_label(Grouping grouping)
{
    switch (grouping) {
    case Grouping::device_class:
        return {"機器の区分", "Class"};
    case Grouping::site:
        return {"拠点", "Site"};
    case Grouping::model:
        return {"機種", "Model"};
    case Grouping::cause:
        return {"原因", "Cause"};
    }
    return {};
}

std::vector<LedgerColumn> group_columns(const contract::Profile& profile)
{
    std::vector<LedgerColumn> columns{{{"分け方", "Told apart by"}, 12}, {{"名前", "Name"}, 36},
        count_column({"件数", "Incidents"}), count_column({"復旧", "Restored"}), {{"経過時間の計", "Elapsed"}, 12},
        count_column({"実作業（分）", "Worked (min)"})};
    for (const contract::ServiceLevel& level : profile.service_levels)
        columns.push_back({{level.label.ja + " 未達成", level.label.en + ", missed"}, 14, true, true});
    return columns;
}

Result<void> write_groups(xlsx::Writer& writer, const AchievementPaper& paper, Language language)
{
    for (const Grouping grouping : {Grouping::device_class, Grouping::site, Grouping::model, Grouping::cause}) {
        for (const GroupTally& group : group_by(paper.cases, grouping, paper.profile.service_levels.size())) {
            Row row;
            row.text(language, grouping_label(grouping));
            row.text(language, group_label(paper.profile, grouping, group.name));
            row.number(group.incidents);
            row.number(group.restored);
            row.text(hours_and_minutes(group.elapsed));
            row.number(group.work_minutes);
            for (const int missed : group.missed)
                row.number(missed);
            TRY(row.write(writer));
        }
    }
    return {};
}

std::vector<LedgerColumn> case_columns(const contract::Profile& profile)
{
    std::vector<LedgerColumn> columns{{{"案件管理番号", "Case number"}, 14}, {{"指示", "Instructed"}, 17},
        {{"拠点", "Site"}, 20}, {{"機器ID", "Device"}, 12}, {{"機種", "Model"}, 18}, {{"機器の区分", "Class"}, 14},
        {{"現象", "Phenomenon"}, 28}, {{"原因", "Cause"}, 20}, {{"復旧", "Restored"}, 17},
        {{"経過時間", "Elapsed"}, 10}, count_column({"実作業（分）", "Worked (min)"}),
        {{"メーカー手配", "Maker sent"}, 12}};
    for (const contract::ServiceLevel& level : profile.service_levels) {
        columns.push_back({level.label, 14});
        columns.push_back({{level.label.ja + "（分）", level.label.en + " (min)"}, 10, true, true});
        columns.push_back({{level.label.ja + " 未達成の理由", level.label.en + ", why missed"}, 24});
    }
    columns.push_back({{"訂正の注記", "Correction note"}, 24});
    return columns;
}

std::string moment_text(const std::optional<Instant>& at)
{
    if (!at)
        return {};
    std::string text = to_text_jst(*at).substr(0, 16);
    std::ranges::replace(text, 'T', ' ');
    return text;
}

void add_level_cells(
    Row& row, const contract::ServiceLevel& level, const Counted& each, const ServiceClock& clock, Language language)
{
    row.text(language, label(clock.standing));
    if (clock.standing == Standing::not_applied)
        row.blank();
    else
        row.number(minutes_of(clock.used));
    const auto& reasons = each.listed.incident.outcome.miss_reasons;
    const auto reason = reasons.find(level.id);
    row.text(clock.standing == Standing::missed && reason != reasons.end() ? reason->second : std::string{});
}

Result<void> write_cases(xlsx::Writer& writer, const AchievementPaper& paper, Language language)
{
    for (const Counted& each : paper.cases) {
        const Incident& incident = each.listed.incident;
        Row row;
        row.text(incident.case_number);
        row.text(moment_text(each.instructed));
        row.text(each.listed.site_name);
        row.text(each.listed.device_number);
        row.text(each.listed.device_model);
        row.text(language, group_label(paper.profile, Grouping::device_class, incident.intake.device_class));
        row.text(incident.intake.phenomenon);
        row.text(incident.outcome.cause);
        row.text(moment_text(each.restored));
        row.text(each.restored ? hours_and_minutes(*each.restored - each.instructed) : std::string{});
        row.number(each.work_minutes);
        row.text(language, each.by_maker ? Text{"あり", "yes"} : Text{});
        for (std::size_t i = 0; i < each.clocks.size(); ++i)
            add_level_cells(row, paper.profile.service_levels[i], each, each.clocks[i], language);
        row.text(each.note);
        TRY(row.write(writer));
    }
    return {};
}

}

std::string achievement_name(std::chrono::year_month month)
{
    return fmt::format("サービスレベル_{}.xlsx", month_text(month));
}

Text group_label(const contract::Profile& profile, Grouping grouping, const std::string& name)
{
    if (name.empty())
        return {"（記入なし）", "(not entered)"};
    if (grouping == Grouping::device_class) {
        const auto found = std::ranges::find(profile.device_classes, name, &contract::DeviceClass::id);
        if (found != profile.device_classes.end())
            return found->label;
    }
    return {name, name};
}

Result<std::string> achievement_workbook(const AchievementPaper& paper, Language language, Instant now)
{
    const std::string month = month_text(paper.month);
    const Text title{fmt::format("サービスレベルの達成状況 {}", month), fmt::format("Service levels of {}", month)};
    TRY_ASSIGN(auto writer,
        xlsx::Writer::create(xlsx::ledger_layout(language, {"達成状況", "Levels"}, title, level_columns(), now)));
    TRY(write_levels(writer, paper, language));
    TRY(writer.begin_sheet(
        xlsx::ledger_layout(language, {"内訳", "Groups"}, title, group_columns(paper.profile), now)));
    TRY(write_groups(writer, paper, language));
    TRY(writer.begin_sheet(
        xlsx::ledger_layout(language, {"障害ごと", "Incidents"}, title, case_columns(paper.profile), now)));
    TRY(write_cases(writer, paper, language));
    return writer.finish();
}

}
