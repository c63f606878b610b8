#include "features/work_request/event_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/view_log_job.hpp"
#include "features/work_request/work_request_change.hpp"
#include "features/work_request/written_cell.hpp"
#include "formats/json.hpp"

namespace hoshuban::work_request {
namespace {

Result<void> none_of(std::vector<FieldError> problems)
{
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code,
        {"入力に誤りがあります。" + first.text.ja, "the input has errors: " + first.text.en}, std::move(problems));
}

}

std::string facts_json(const std::map<std::string, std::string>& facts)
{
    return json::print(facts);
}

audit::Entry change_entry(audit::Entry entry, const WorkRequest& before, const WorkRequest& after)
{
    const Difference changed = difference(before, after);
    entry.before = facts_json(changed.before);
    entry.after = facts_json(changed.after);
    return entry;
}

audit::Entry creation_entry(audit::Entry entry, const WorkRequest& request)
{
    auto facts = facts_of(request);
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    entry.after = facts_json(facts);
    return entry;
}

void record_change(db::Tx& tx, const http::Context& context, const Happening& happening, const WorkRequest& before,
    const WorkRequest& after)
{
    audit::record(tx, change_entry(entry_of(context, happening, after), before, after));
}

void record_creation(db::Tx& tx, const http::Context& context, const Happening& happening, const WorkRequest& request)
{
    audit::record(tx, creation_entry(entry_of(context, happening, request), request));
}

void record_act(db::Tx& tx, const http::Context& context, const Happening& happening, const WorkRequest& request)
{
    audit::record(tx, entry_of(context, happening, request));
}

void record_entry(db::Tx& tx, const audit::Entry& entry)
{
    audit::record(tx, entry);
}

void record_view(audit::ViewLog& views, const http::Context& context, const WorkRequest& request)
{
    audit::Entry entry = entry_of(context, {"work_request.viewed"}, request);
    entry.act = audit::Act::reading;
    views.record(std::move(entry));
}

Result<void> take_texts(WorkRequest& request)
{
    settle_texts(request);
    return none_of(text_problems(request));
}

Result<void> check_text(std::string_view field, std::string_view text)
{
    return none_of(text_problems(field, text, 2000));
}

}
