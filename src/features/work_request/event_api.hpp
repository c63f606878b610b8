#pragma once
#include "features/audit/audit.hpp"
#include "features/work_request/work_request.hpp"
#include "platform/db/database.hpp"
#include "platform/http/context.hpp"

#include <map>
#include <string>
#include <string_view>

namespace hoshuban::audit {
class ViewLog;
}

namespace hoshuban::work_request {

/// What happened to a request, for the contract's event chain.
struct Happening {
    std::string_view kind; ///< `work_request.accepted`
    std::string reason = {};
};

/// An event about one request, filled in from where it comes from (an http::Context or an audit::Cause).
template <class C>
audit::Entry entry_of(const C& cause, const Happening& happening, const WorkRequest& request)
{
    audit::Entry entry = audit::entry(cause, request.contract_id, happening.kind, {"work_request", request.id.text});
    entry.reason = happening.reason;
    return entry;
}

/// The facts of an event as JSON.
std::string facts_json(const std::map<std::string, std::string>&);

/// Events with the facts that changed, with everything a new request states, and without any fact (a comment).
audit::Entry change_entry(audit::Entry, const WorkRequest& before, const WorkRequest& after);
audit::Entry creation_entry(audit::Entry, const WorkRequest&);

/// The event of a row that came from a file; `before` is null for a new request.
template <class C>
audit::Entry import_entry(
    const C& cause, const std::string& reason, const WorkRequest* before, const WorkRequest& after)
{
    if (!before)
        return creation_entry(entry_of(cause, {"work_request.imported", reason}, after), after);
    return change_entry(entry_of(cause, {"work_request.changed_by_import", reason}, after), *before, after);
}

void record_change(
    db::Tx&, const http::Context&, const Happening&, const WorkRequest& before, const WorkRequest& after);
void record_creation(db::Tx&, const http::Context&, const Happening&, const WorkRequest&);
void record_act(db::Tx&, const http::Context&, const Happening&, const WorkRequest&);
void record_entry(db::Tx&, const audit::Entry&);
/// Opening a request is an event too; it is written with others a moment later (docs/adr/0002).
void record_view(audit::ViewLog&, const http::Context&, const WorkRequest&);

/// Settles the texts (see settle_texts) and refuses those that may not be stored, all at once.
Result<void> take_texts(WorkRequest&);
Result<void> check_text(std::string_view field, std::string_view text);

}
