#include "features/due/due.hpp"

#include <algorithm>

namespace hoshuban::due {
namespace {

struct Label {
    std::string_view kind;
    Text text;
};

const Label labels[] = {
    {"request.wish", {"完了希望日", "Wished completion"}},
    {"request.confirm", {"市の確認", "Confirmation by the city"}},
    {"question.answer", {"質問への回答", "Answer to a question"}},
    {"approval.decide", {"承認・許可の判断", "Decision on an approval"}},
    {"approval.ends", {"承認・許可の期限", "End of an approval"}},
    {"start.instruction", {"緊急着手の指示の確認", "Confirmation of an emergency instruction"}},
    {"start.paper.request", {"緊急着手の作業依頼書", "Work request of an emergency start"}},
    {"start.paper.accepted", {"緊急着手の依頼の受付", "Acceptance after an emergency start"}},
    {"start.paper.questions", {"緊急着手の疑義の解決", "Questions after an emergency start"}},
    {"start.paper.procedure", {"緊急着手の作業手順書", "Procedure of an emergency start"}},
    {"start.paper.work_approval", {"緊急着手の作業の承認", "Consultation on an emergency start"}},
    {"start.paper.bundling", {"緊急着手の同時実施の承認", "Several jobs of an emergency start"}},
    {"start.paper.schedule", {"緊急着手の作業日程", "Window of an emergency start"}},
    {"start.paper.overtime", {"緊急着手の時間外の許可", "Overtime of an emergency start"}},
    {"start.paper.entry", {"緊急着手の立入りの許可", "Entry of an emergency start"}},
    {"start.paper.entry_room", {"緊急着手の部屋の許可", "Room of an emergency start"}},
    {"start.paper.vendor", {"緊急着手の他業者との調整", "Other vendors of an emergency start"}},
    {"start.paper.acts", {"緊急着手の禁止行為の許可", "Prohibited acts of an emergency start"}},
    {"start.paper.people", {"緊急着手の従事者", "People of an emergency start"}},
    {"start.paper.media", {"緊急着手の媒体の検査", "Media of an emergency start"}},
    {"incident.level", {"障害のサービスレベル", "Service level of an incident"}},
    {"security.report", {"情報セキュリティ事故の最初の報告", "First report of a security incident"}},
    {"accident.report", {"事故の最初の報告", "First report of an accident"}},
    {"damage.report", {"損害の書面での報告", "Report in writing about damage"}},
    {"recovery.spares", {"リカバリメディアの予備機への適用と公開", "Spares and release of a recovery medium"}},
    {"installation.move", {"予定した異動の記録", "Entry of a planned move"}},
    {"installation.return", {"再セットアップした機器の返却", "Return of units set up anew"}},
    {"device.edition", {"異動を入れた所在等管理一覧の版", "Edition of a ledger with its moves"}},
    {"desk.visit", {"メーカーの訪問", "Visit of a maker"}},
    {"visit.reply", {"訪問先の質問への回答", "Reply to a question of a visit"}},
    {"on_call.gap", {"緊急連絡先のいない時間", "Time without anybody on call"}},
    {"loan.return", {"貸与品の返却", "Return of a loan"}},
    {"loan.check", {"貸与品の保管の確認", "Storage check of a loan"}},
    {"licence.end", {"ライセンスの有効期限", "Last day of a licence"}},
};

// Service minutes are whole; a share of them is rounded down, so that nobody is told late.
std::chrono::minutes share(std::chrono::seconds whole, int percent)
{
    return std::chrono::floor<std::chrono::minutes>(whole * percent / 100);
}

}

Escalations escalations(Instant starts_at, Instant due_at, const WorkingCalendar& calendar)
{
    const auto service = calendar.service_time_between(starts_at, due_at);
    const auto half = calendar.add_service_time(starts_at, share(service, 50));
    const auto near = calendar.add_service_time(starts_at, share(service, 80));
    if (service > std::chrono::minutes{1} && half && near)
        return {std::min(half->at, due_at), std::min(near->at, due_at)};
    const auto whole = std::max(due_at - starts_at, std::chrono::seconds{0});
    return {starts_at + share(whole, 50), starts_at + share(whole, 80)};
}

Stage stage(const Due& due, Instant now)
{
    if (now > due.terms.due_at)
        return Stage::passed;
    if (now >= due.tells.near)
        return Stage::near;
    return now >= due.tells.half ? Stage::half : Stage::running;
}

std::optional<Instant> next_after(const Due& due, Stage reached)
{
    switch (reached) {
    case Stage::running:
        return due.tells.half;
    case Stage::half:
        return due.tells.near;
    case Stage::near:
        return due.terms.due_at + std::chrono::seconds{1};
    case Stage::passed:
        break;
    }
    return std::nullopt;
}

std::string told_as(std::string_view kind)
{
    const Text text = label(kind);
    return text.ja + " / " + text.en;
}

Text label(std::string_view kind)
{
    const auto found = std::ranges::find(labels, kind, &Label::kind);
    if (found != std::end(labels))
        return found->text;
    if (const auto dot = kind.rfind('.'); dot != std::string_view::npos && dot > kind.find('.'))
        return label(kind.substr(0, dot));
    return {std::string(kind), std::string(kind)};
}

bool sees_all(const Actor& actor, const ContractId& contract)
{
    return std::ranges::any_of(actor.roles(contract),
        [](Role role) { return scope_of(role) == Scope::contract && allows(role, Permission::view_gates); });
}

}
