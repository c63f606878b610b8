#include "features/people/event_api.hpp"

#include "features/audit/audit_store.hpp"
#include "formats/json.hpp"

namespace hoshuban::people {
namespace {

std::string names_of_duties(const std::vector<StaffDuty>& duties)
{
    std::string text;
    for (const StaffDuty duty : duties)
        text += (text.empty() ? "" : ",") + std::string(name_of(duty));
    return text;
}

void leave_out_equal(Facts& before, Facts& after)
{
    std::erase_if(after, [&](const auto& fact) {
        const auto found = before.find(fact.first);
        if (found == before.end())
            return fact.second.empty();
        const bool equal = found->second == fact.second;
        if (equal)
            before.erase(found);
        return equal;
    });
}

std::string printed(const Facts& facts)
{
    return facts.empty() ? "" : json::print(facts);
}

}

Facts facts_of(const Entry& entry)
{
    return {{"name", entry.name}, {"kana", entry.kana}, {"company", entry.company},
        {"subcontractor", entry.subcontractor ? "1" : ""}, {"duties", names_of_duties(entry.duties)},
        {"work", entry.work}, {"assets", entry.assets}, {"contact", entry.contact.empty() ? "" : "＊"}};
}

Facts facts_of(const RosterChange& change)
{
    Facts facts = facts_of(change.entry);
    facts["takes_effect_on"] = to_text(change.takes_effect_on);
    facts["approval"] = change.approval_number;
    facts["emergency"] = change.emergency ? "1" : "";
    facts["city_request"] = change.city_request;
    facts["reported_on"] = change.reported_on ? to_text(*change.reported_on) : "";
    return facts;
}

void record(
    db::Tx& tx, const audit::Cause& cause, const Happening& happening, const Worker& worker, Facts before, Facts after)
{
    leave_out_equal(before, after);
    audit::Entry entry = audit::entry(cause, worker.contract_id, happening.kind, {"worker", worker.id.text});
    entry.before = printed(before);
    entry.after = printed(after);
    entry.reason = happening.reason;
    audit::record(tx, entry);
}

void record(db::Tx& tx, const audit::Cause& cause, std::string_view kind, const Assignment& assignment,
    const std::string& worker_name)
{
    std::string devices;
    for (const DeviceId& device : assignment.devices)
        devices += (devices.empty() ? "" : ",") + device.text;
    Facts facts{{"worker", worker_name}, {"task", assignment.task}, {"first_day", to_text(assignment.days.first)},
        {"last_day", to_text(assignment.days.last)}, {"devices", devices}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    audit::Entry entry = audit::entry(cause, assignment.contract_id, kind, {"work_request", assignment.request.text});
    (kind == "assignment.made" ? entry.after : entry.before) = printed(facts);
    audit::record(tx, entry);
}

}
