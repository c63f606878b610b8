#include "features/approval/register_doc.hpp"

#include "formats/xlsx_writer.hpp"

#include <array>

namespace hoshuban::approval {
namespace {

struct Column {
    std::string_view title;
    double width;
    xlsx::Align align = xlsx::Align::left;
};

constexpr auto columns = std::to_array<Column>({
    {"番号", 11, xlsx::Align::center},
    {"種類", 22},
    {"根拠", 16},
    {"件名", 30},
    {"理由・内容", 36},
    {"行為", 22},
    {"機器", 20},
    {"作業依頼", 12, xlsx::Align::center},
    {"拠点", 16},
    {"部屋", 14},
    {"始まり", 16, xlsx::Align::center},
    {"終わり", 16, xlsx::Align::center},
    {"申請者", 14},
    {"申請日時", 16, xlsx::Align::center},
    {"状態", 12, xlsx::Align::center},
    {"判断者", 18},
    {"判断日時", 16, xlsx::Align::center},
    {"条件", 26},
});

using Texts = std::array<std::string, columns.size()>;

std::string minute(const std::optional<Instant>& at)
{
    if (!at)
        return {};
    std::string text = to_text_jst(*at).substr(0, 16);
    text[10] = ' ';
    return text;
}

template <class T, class F>
std::string joined(const std::vector<T>& things, F label)
{
    std::string all;
    for (const T& thing : things)
        all += (all.empty() ? "" : "、") + label(thing);
    return all;
}

xlsx::SheetLayout layout_of(Instant now)
{
    xlsx::SheetLayout layout{.name = "許可台帳",
        .title = "承認・許可台帳",
        .columns = {},
        .headings = {},
        .heading_rows = 1,
        .frozen_columns = 1,
        .page = {.orientation = xlsx::Orientation::landscape, .footer = "&C&P/&N", .repeat_from = 1},
        .created = now};
    for (const Column& column : columns) {
        layout.columns.push_back({column.width, {.wrap = true, .border = true, .align = column.align}});
        layout.headings.push_back({.row = 1,
            .column = static_cast<int>(layout.columns.size()),
            .text = std::string{column.title},
            .style = {.bold = true, .wrap = true, .border = true, .shaded = true, .align = xlsx::Align::center}});
    }
    return layout;
}

std::string act_label(const contract::Profile& profile, const std::string& id)
{
    const contract::ProhibitedAct* act = contract::find_act(profile, id);
    return act ? act->label.ja : id;
}

}

struct RegisterWriter::Sheet {
    const contract::Profile& profile;
    Instant now;
    xlsx::Writer book;
};

Result<RegisterWriter> RegisterWriter::create(const contract::Profile& profile, Instant now)
{
    TRY_ASSIGN(xlsx::Writer book, xlsx::Writer::create(layout_of(now)));
    return RegisterWriter{std::make_unique<Sheet>(profile, now, std::move(book))};
}

RegisterWriter::RegisterWriter(std::unique_ptr<Sheet> sheet)
    : m_sheet(std::move(sheet))
{
}
RegisterWriter::~RegisterWriter() = default;
RegisterWriter::RegisterWriter(RegisterWriter&&) noexcept = default;

Result<void> RegisterWriter::add(const Listed& row, const LastDecision* decision)
{
    const contract::Profile& profile = m_sheet->profile;
    const Approval& approval = row.approval;
    const Application& asked = approval.asked;
    const contract::ApprovalKind* kind = contract::find_approval_kind(profile, asked.kind);
    std::string decider;
    if (decision)
        decider = decision->by_name + (decision->for_name.empty() ? "" : "（" + decision->for_name + "の代理）");
    const Texts texts{approval.number, kind ? kind->label.ja : asked.kind, kind ? kind->clause : "", asked.title,
        asked.reason, joined(asked.acts, [&](const std::string& act) { return act_label(profile, act); }),
        joined(asked.devices, [](const DeviceId& device) { return device.text; }), row.request_number, row.site_name,
        asked.room, minute(approval.begins_at ? approval.begins_at : asked.from), minute(asked.until),
        approval.asked_by_name, minute(approval.asked_at), label_of(standing(approval, m_sheet->now)).ja, decider,
        decision ? minute(decision->at) : "", approval.conditions};
    std::array<xlsx::Value, columns.size()> values{};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].empty())
            values[i] = std::string_view{texts[i]};
    }
    return m_sheet->book.add(values);
}

Result<std::string> RegisterWriter::finish()
{
    return m_sheet->book.finish();
}

std::string register_name(LocalDay day)
{
    return "許可台帳_" + to_text(day) + ".xlsx";
}

Text label_of(Standing standing)
{
    switch (standing) {
    case Standing::waiting:
        return {"判断待ち", "Waiting"};
    case Standing::not_begun:
        return {"期間前", "Not begun"};
    case Standing::in_force:
        return {"有効", "In force"};
    case Standing::ends_soon:
        return {"まもなく終了", "Ends soon"};
    case Standing::over:
        return {"期間終了", "Over"};
    case Standing::refused:
        return {"差し戻し", "Sent back"};
    case Standing::withdrawn:
        return {"取下げ", "Withdrawn"};
    case Standing::voided:
        return {"無効", "Void"};
    }
    return {};
}

}
