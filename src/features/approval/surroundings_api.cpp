#include "features/approval/surroundings_api.hpp"

#include "features/approval/approval_store.hpp"
#include "features/approval/approver_store.hpp"
#include "features/due/due_store.hpp"

namespace hoshuban::approval {

Surroundings surroundings_of(db::Reader& reader, const Approval& approval)
{
    Surroundings around{
        panel_of(reader, approval.contract_id), decisions_of(reader, approval.contract_id, approval.id), std::nullopt};
    const audit::Subject subject{"approval", approval.id.text};
    for (const due::Due& due : due::open_of(reader, approval.contract_id, {.subject = subject})) {
        if (due.terms.kind == "approval.decide")
            around.answer_due = due.terms.due_at;
    }
    return around;
}

}
