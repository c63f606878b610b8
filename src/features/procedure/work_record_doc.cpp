#include "features/procedure/work_record_doc.hpp"

#include "formats/xlsx_writer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

namespace hoshuban::procedure {
namespace {

constexpr std::size_t columns = 9;
using Texts = std::array<std::string, columns>;

constexpr auto titles = std::to_array<std::string_view>(
    {"区分", "番号・手順", "内容", "機器", "結果・状態", "人", "日時", "備考・理由", "識別（SHA-256）"});
constexpr auto widths = std::to_array<double>({9, 12, 46, 14, 10, 14, 17, 30, 22});
constexpr int heading_row = 4;

std::string time_text(Instant instant)
{
    const std::string text = to_text_jst(instant);
    return fmt::format("{} {}", text.substr(0, 10), text.substr(11, 5));
}

std::string_view state_text(JobState state)
{
    switch (state) {
    case JobState::cited:
        return "選択";
    case JobState::asked:
        return "承認待ち";
    case JobState::granted:
        return "承認";
    case JobState::returned:
        return "差し戻し";
    case JobState::withdrawn:
        return "取り下げ";
    case JobState::voided:
        return "取り消し";
    }
    return {};
}

std::string_view state_text(approval::State state)
{
    switch (state) {
    case approval::State::asked:
        return "決定待ち";
    case approval::State::granted:
        return "承認";
    case approval::State::refused:
        return "不承認";
    case approval::State::withdrawn:
        return "取り下げ";
    case approval::State::voided:
        return "取り消し";
    }
    return {};
}

xlsx::SheetLayout sheet_layout(const WorkRecord& record, Instant created)
{
    xlsx::SheetLayout sheet{.name = "作業記録",
        .title = fmt::format("作業記録 {}", record.job.request.number),
        .columns = {},
        .headings = {},
        .heading_rows = heading_row,
        .page = {.orientation = xlsx::Orientation::landscape, .header = "&R&P/&N", .repeat_from = heading_row},
        .created = created};
    sheet.headings.push_back({.row = 1, .column = 1, .text = "作業記録", .style = {.bold = true, .font_size = 14}});
    sheet.headings.push_back({.row = 2,
        .column = 1,
        .text = fmt::format("{}　{}", record.job.request.number, record.job.request.title),
        .style = {.bold = true}});
    for (std::size_t i = 0; i < columns; ++i) {
        sheet.columns.push_back({widths[i], {.wrap = true, .border = true}});
        sheet.headings.push_back({.row = heading_row,
            .column = static_cast<int>(i) + 1,
            .text = std::string{titles[i]},
            .style = {.bold = true,
                .wrap = true,
                .border = true,
                .shaded = true,
                .middle = true,
                .align = xlsx::Align::center}});
    }
    return sheet;
}

std::string device_number(const contract::Profile& profile, const DeviceId& id)
{
    const contract::Device* device = contract::find_device(profile, id);
    return device ? device->number : id.text;
}

std::string act_labels(const contract::Profile& profile, const std::vector<std::string>& acts)
{
    std::string text;
    for (const std::string& id : acts) {
        const contract::ProhibitedAct* act = contract::find_act(profile, id);
        text += (text.empty() ? "行う行為：" : "、") + (act ? act->label.ja : id);
    }
    return text;
}

class Rows {
public:
    Rows(const contract::Profile& profile, const WorkRecord& record)
        : profile_{profile}
        , record_{record}
    {
        for (const StepRecord& each : in_force(record.records))
            valid_.insert(each.id);
        for (const Followed& each : record.job.followed) {
            for (const Step& step : steps_to_record(record.job, each))
                steps_[{each.version.id.text, step.number}] = step.text;
        }
    }

    std::vector<Texts> all()
    {
        for (const Followed& each : record_.procedures)
            add(each);
        for (auto each = record_.approvals.rbegin(); each != record_.approvals.rend(); ++each)
            add(*each);
        for (const StepRecord& each : record_.records)
            add(each);
        return std::move(rows_);
    }

private:
    void add(const Followed& followed)
    {
        const JobProcedure& job = followed.job;
        rows_.push_back({"手順書", followed.procedure.number, citation(followed.procedure, followed.version),
            numbers_of(job.devices), std::string{state_text(job.state)}, job.cited_by, time_text(job.cited_at),
            with(act_labels(profile_, job.acts), job.reason), job.content_sha256});
        for (const auto& [version, file] : record_.files) {
            if (version == followed.version.id)
                rows_.push_back({"ファイル", followed.procedure.number, file.name, "", "", file.added_by,
                    time_text(file.added_at), "", file.sha256});
        }
    }

    void add(const approval::Approval& approval)
    {
        const contract::ApprovalKind* kind = contract::find_approval_kind(profile_, approval.asked.kind);
        const std::string what = kind ? kind->label.ja : approval.asked.kind;
        rows_.push_back({"承認", approval.number, with(what, approval.asked.title), numbers_of(approval.asked.devices),
            std::string{state_text(approval.state)}, approval.asked_by_name,
            time_text(approval.settled_at.value_or(approval.asked_at)), approval.conditions,
            approval.asked.content_sha256});
    }

    void add(const StepRecord& record)
    {
        const bool valid = valid_.contains(record.id);
        const auto step = steps_.find({record.version.text, record.step});
        std::string remark = record.note;
        if (!record.reason.empty())
            remark = with(remark, "訂正の理由：" + record.reason);
        for (const StepPhoto& photo : record_.photos) {
            if (photo.record == record.id)
                remark = with(remark, "写真：" + photo.name);
        }
        rows_.push_back(
            {valid ? "実施" : "訂正前", record.step == implied_check ? "動作確認" : fmt::format("手順{}", record.step),
                step == steps_.end() ? "" : step->second, record.device ? device_number(profile_, *record.device) : "",
                std::string{sign(record.result)}, record.done_by, time_text(record.done_at), remark, ""});
    }

    std::string numbers_of(const std::vector<DeviceId>& devices)
    {
        constexpr std::size_t shown = 20;
        std::string text;
        for (std::size_t i = 0; i < std::min(devices.size(), shown); ++i)
            text += (text.empty() ? "" : "\n") + device_number(profile_, devices[i]);
        if (devices.size() > shown)
            text += fmt::format("\nほか{}台", devices.size() - shown);
        return text;
    }

    static std::string with(std::string text, const std::string& more)
    {
        if (!text.empty() && !more.empty())
            text += "\n";
        return text + more;
    }

    const contract::Profile& profile_;
    const WorkRecord& record_;
    std::set<StepRecordId> valid_;
    std::map<std::pair<std::string, int>, std::string> steps_;
    std::vector<Texts> rows_;
};

}

Result<std::string> work_record_xlsx(const contract::Profile& profile, const WorkRecord& record, Instant created)
{
    TRY_ASSIGN(auto writer, xlsx::Writer::create(sheet_layout(record, created)));
    for (const Texts& texts : Rows{profile, record}.all()) {
        std::array<xlsx::Value, columns> values;
        for (std::size_t i = 0; i < columns; ++i) {
            if (!texts[i].empty())
                values[i] = std::string_view{texts[i]};
        }
        TRY(writer.add(values));
    }
    return writer.finish();
}

std::string work_record_name(const WorkRecord& record, LocalDay day)
{
    std::string number = record.job.request.number;
    std::ranges::replace_if(
        number, [](char each) { return each == '/' || each == '\\'; }, '-');
    return fmt::format("作業記録_{}_{}.xlsx", number, to_text(day));
}

}
