#include "features/incident/dispatch_store.hpp"

#include "features/incident/sql.hpp"
#include "platform/db/listed.hpp"

#include <map>

namespace hoshuban::incident {

std::set<IncidentId> sent_by_maker(db::Reader& reader, const ContractId& contract, std::span<const Listed> incidents)
{
    // A call names the incident as people do, by the city's number, or by its id.
    std::map<std::string, IncidentId> ids;
    std::vector<std::string> names;
    const auto add = [&](const std::string& name, const IncidentId& id) {
        ids.emplace(name, id);
        names.push_back(name);
    };
    for (const Listed& each : incidents) {
        add(each.incident.id.text, each.incident.id);
        if (!each.incident.case_number.empty())
            add(each.incident.case_number, each.incident.id);
    }
    std::set<IncidentId> sent;
    for (const auto portion : db::portions(std::span<const std::string>{names})) {
        const db::Listed listed{sql::list_maker_visits, {contract}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            sent.insert(ids.at(row.get<std::string>("incident")));
        });
    }
    return sent;
}

}
