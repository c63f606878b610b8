#include "features/gate/request_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"
#include "features/work_request/work_request_change.hpp"
#include "features/work_request/work_request_store.hpp"

#include <map>

namespace hoshuban::gate {
namespace {

using work_request::WorkRequest;

audit::Entry entry_of(
    const audit::Cause& cause, std::string_view event, const std::string& reason, const WorkRequest& request)
{
    audit::Entry entry = audit::entry(cause, request.contract_id, event, {"work_request", request.id.text});
    entry.reason = reason;
    return entry;
}

}

Result<WorkRequest> store_begun(db::Tx& tx, const audit::Cause& cause, std::string_view event,
    const std::string& reason, const WorkRequest& before, WorkRequest begun)
{
    TRY_ASSIGN(auto after, work_request::update(tx, std::move(begun), cause.now()));
    audit::Entry entry = entry_of(cause, event, reason, after);
    const auto changed = work_request::difference(before, after);
    entry.before = audit::facts_json(changed.before);
    entry.after = audit::facts_json(changed.after);
    audit::record(tx, entry);
    return after;
}

void record_written(db::Tx& tx, const audit::Cause& cause, const std::string& reason, const WorkRequest& request)
{
    audit::Entry entry = entry_of(cause, "work_request.created", reason, request);
    auto facts = work_request::facts_of(request);
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    entry.after = audit::facts_json(facts);
    audit::record(tx, entry);
}

}
