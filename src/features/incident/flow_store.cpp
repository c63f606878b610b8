#include "features/incident/flow_store.hpp"

#include "features/incident/sql.hpp"

namespace hoshuban::incident {
namespace {

StepEntry step_from(const db::Row& row)
{
    const auto text = [&](std::string_view column) { return row.get<std::optional<std::string>>(column).value_or(""); };
    return {.id = row.get<StepEntryId>("id"),
        .act = row.get<StepAct>("act"),
        .branch = row.get<std::string>("branch"),
        .step = row.get<std::string>("step"),
        .at = row.get<Instant>("at"),
        .person = row.get<std::string>("person"),
        .city_person = row.get<std::string>("city_person"),
        .text = row.get<std::string>("text"),
        .failed = row.get<std::optional<DeviceId>>("failed_id"),
        .spare = row.get<std::optional<DeviceId>>("spare_id"),
        .failed_number = text("failed_number"),
        .spare_number = text("spare_number"),
        .movement = row.get<std::string>("movement"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .taken_back = row.get<std::string>("taken_back")};
}

}

std::vector<StepEntry> steps_of(db::Reader& reader, const ContractId& contract, const IncidentId& incident)
{
    return reader.query(sql::list_steps, contract, incident).map(step_from);
}

void insert_step(db::Tx& tx, const Incident& incident, const StepEntry& entry)
{
    tx.execute(sql::insert_step, incident.contract_id, incident.id, entry.id, entry.act, entry.branch, entry.step,
        entry.at, entry.person, entry.city_person, entry.text, entry.failed, entry.spare, entry.movement,
        entry.entered_by, entry.entered_at);
}

void take_back_step(db::Tx& tx, const Incident& incident, const StepEntryId& id, const std::string& reason)
{
    tx.execute(sql::take_back_step, incident.contract_id, incident.id, id, reason);
}

audit::Facts facts_of(const StepEntry& entry, const std::vector<contract::IncidentBranch>& branches)
{
    const contract::IncidentBranch* branch = contract::find_branch(branches, entry.branch);
    const contract::BranchStep* step = branch == nullptr ? nullptr : contract::find_step(*branch, entry.step);
    audit::Facts facts{{"branch", branch == nullptr ? entry.branch : branch->label.ja},
        {"step", step == nullptr ? entry.step : step->label.ja}, {"at", to_text(entry.at)}, {"person", entry.person},
        {"city_person", entry.city_person}, {"text", entry.text}, {"failed_unit", entry.failed_number},
        {"spare_unit", entry.spare_number}};
    if (entry.act == StepAct::yes || entry.act == StepAct::no)
        facts.emplace("decision", name_of(entry.act));
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}
