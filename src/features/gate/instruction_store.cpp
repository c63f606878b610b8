#include "features/gate/instruction_store.hpp"

#include "features/approval/approval_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace hoshuban::gate {

Result<std::optional<ApprovalId>> register_instruction(db::Tx& tx, const contract::Profile& profile,
    const WorkingCalendar& calendar, const audit::Cause& cause, const StartRecord& start, const ApprovalId& id)
{
    const auto kinds = contract::approval_kinds(profile, contract::ApprovalEffect::work);
    const auto kind = std::ranges::find(kinds, "emergency", &contract::ApprovalKind::id);
    if (kind == kinds.end())
        return std::nullopt;
    const Instruction& told = start.instruction;
    const approval::Application asked{.kind = (*kind)->id,
        .title = start.title,
        .reason = told.text + "（" + told.by + "、" + told.how + "、" + to_text_jst(*told.at) + "）",
        .subject = subject_of(start.id),
        .request = start.request,
        .site = start.site};
    TRY(approval::ask(tx, profile, calendar, cause, id, asked));
    return id;
}

audit::Subject subject_of(const StartId& start)
{
    return {"work_start", start.text};
}

void record_start(db::Tx& tx, const audit::Cause& cause, std::string_view kind, const audit::Subject& subject,
    const StartRecord& start)
{
    audit::Entry entry = audit::entry(cause, start.contract_id, kind, subject);
    const Instruction& told = start.instruction;
    std::map<std::string, std::string> facts{{"title", start.title}, {"instructed_by", told.by},
        {"instructed_at", told.at ? to_text(*told.at) : ""}, {"instructed_how", told.how}, {"instruction", told.text},
        {"started_at", to_text(start.started_at)}, {"request_id", start.request ? start.request->text : ""}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    entry.after = audit::facts_json(facts);
    audit::record(tx, entry);
}

}
