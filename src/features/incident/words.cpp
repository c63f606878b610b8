#include "features/incident/words.hpp"

#include <fmt/format.h>

namespace hoshuban::incident {

Text label(Act act)
{
    switch (act) {
    case Act::reported:
        return {"障害の連絡", "Reported"};
    case Act::handed_over:
        return {"市が対応を指示", "The city instructed"};
    case Act::filtered:
        return {"市が対象外と判断", "Found to be no fault"};
    case Act::contacted:
        return {"現場に連絡", "Site contacted"};
    case Act::visit_decided:
        return {"訪問が必要と判断", "Visit found necessary"};
    case Act::arrived:
        return {"現場に到着", "Arrived"};
    case Act::started:
        return {"作業に着手", "Work begun"};
    case Act::departed:
        return {"現場を出発", "Departed"};
    case Act::waits:
        return {"待ち（数えない）", "Waits, not counted"};
    case Act::goes_on:
        return {"待ちの終わり", "Wait ended"};
    case Act::agreed:
        return {"着手時間の例外に合意", "Set aside by agreement"};
    case Act::restored:
        return {"復旧", "Restored"};
    case Act::checked:
        return {"利用者が動作を確認", "Checked by the user"};
    case Act::closed:
        return {"完了", "Closed"};
    case Act::reopened:
        return {"再開", "Opened again"};
    case Act::noted:
        return {"訂正の注記", "Correction note"};
    }
    return {};
}

Text label(Standing standing)
{
    switch (standing) {
    case Standing::not_begun:
        return {"指示の前", "Not begun"};
    case Standing::running:
        return {"進行中", "Running"};
    case Standing::waiting:
        return {"待ち", "Waits"};
    case Standing::met:
        return {"達成", "Met"};
    case Standing::missed:
        return {"未達成", "Missed"};
    case Standing::agreed:
        return {"合意により例外", "Set aside by agreement"};
    case Standing::not_needed:
        return {"対象外（現場作業なし）", "Does not apply: no work on site"};
    case Standing::measured:
        return {"計測のみ（数値目標なし）", "Measured: no target"};
    case Standing::not_applied:
        return {"適用外", "Not for this fault"};
    }
    return {};
}

Text label(IntervalKind kind)
{
    switch (kind) {
    case IntervalKind::running:
        return {"数えた", "Counted"};
    case IntervalKind::closed:
        return {"数えない（業務時間外）", "Not counted: closed"};
    case IntervalKind::waiting:
        return {"数えない（待ち）", "Not counted: waits"};
    }
    return {};
}

std::string hours_and_minutes(std::chrono::seconds time)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(time).count();
    return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

}
