#include "features/schedule/answer_store.hpp"

#include "features/approval/approval_store.hpp"
#include "features/schedule/schedule_event_store.hpp"
#include "features/schedule/schedule_store.hpp"

namespace hoshuban::schedule {

Result<WorkWindow> settle(db::Tx& tx, const audit::Cause& cause, std::string_view event, WorkWindow answered)
{
    TRY_ASSIGN(auto stored, answer(tx, std::move(answered)));
    record(tx, cause, event, stored);
    if (stored.state == State::withdrawn) {
        approval::void_of(tx, cause, stored.contract_id, {window_subject, stored.id.text},
            "日程が取り下げられました。 / the window was withdrawn");
    }
    return stored;
}

Result<void> follow(db::Tx& tx, const audit::Cause& cause, const approval::Approval& settled)
{
    const auto decisions = approval::decisions_of(tx, settled.contract_id, settled.id);
    const std::string opinion = decisions.empty() ? "" : decisions.back().opinion;
    const auto window = find_window(tx, settled.contract_id, WorkWindowId{settled.asked.subject.id});
    if (!window || window->state != State::proposed)
        return {};
    const Side side = window->proposed_side == Side::city ? Side::contractor : Side::city;
    const Answerer who{side, cause.actor().person, cause.actor().name, cause.now()};
    if (settled.state == approval::State::granted) {
        TRY_ASSIGN(auto agreed, agree(*window, who, opinion));
        TRY(settle(tx, cause, "schedule.agreed", std::move(agreed)));
    } else if (settled.state == approval::State::refused) {
        TRY_ASSIGN(auto refused, refuse(*window, who, opinion));
        TRY(settle(tx, cause, "schedule.refused", std::move(refused)));
    } else if (settled.state == approval::State::withdrawn) {
        const Answerer own{window->proposed_side, who.person, who.name, who.at};
        TRY_ASSIGN(auto withdrawn, withdraw(*window, own, opinion));
        TRY(settle(tx, cause, "schedule.withdrawn", std::move(withdrawn)));
    }
    return {};
}

}
