#include "features/people/row_store.hpp"

namespace hoshuban::people {
namespace {

std::vector<StaffDuty> duties_from(std::string_view text)
{
    std::vector<StaffDuty> duties;
    for (const std::string& name : unpacked(text)) {
        if (const auto duty = named<StaffDuty>(name))
            duties.push_back(*duty);
    }
    return duties;
}

}

std::string packed(const std::vector<StaffDuty>& duties)
{
    std::vector<std::string> names;
    for (const StaffDuty duty : duties)
        names.emplace_back(name_of(duty));
    return packed(names);
}

Worker worker_from(const db::Row& row)
{
    return {.id = row.get<WorkerId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .person = row.get<std::optional<PersonId>>("person_id"),
        .pledged_on = row.get<std::optional<LocalDay>>("pledged_on"),
        .version = row.get<int>("version")};
}

RosterChange change_from(const db::Row& row)
{
    return {.id = row.get<RosterChangeId>("id"),
        .sequence = row.get<int>("sequence"),
        .kind = row.get<ChangeKind>("kind"),
        .takes_effect_on = row.get<LocalDay>("takes_effect_on"),
        .entry = {.name = row.get<std::string>("name"),
            .kana = row.get<std::string>("kana"),
            .company = row.get<std::string>("company"),
            .subcontractor = row.get<bool>("subcontractor"),
            .duties = duties_from(row.get<std::string>("duties")),
            .work = row.get<std::string>("work"),
            .assets = row.get<std::string>("assets"),
            .contact = row.get<std::string>("contact")},
        .reason = row.get<std::string>("reason"),
        .emergency = row.get<bool>("emergency"),
        .city_request = row.get<std::string>("city_request"),
        .reported_on = row.get<std::optional<LocalDay>>("reported_on"),
        .needs_grant = row.get<bool>("needs_grant"),
        .standing = row.get<Standing>("standing"),
        .approval_number = row.get<std::string>("approval_number"),
        .announced_at = row.get<Instant>("announced_at"),
        .announced_by = row.get<PersonId>("announced_by"),
        .announced_by_name = row.get<std::string>("announced_by_name"),
        .settled_at = row.get<std::optional<Instant>>("settled_at")};
}

Training training_from(const db::Row& row)
{
    return {.id = row.get<TrainingId>("id"),
        .subject = row.get<std::string>("subject"),
        .held_on = row.get<LocalDay>("held_on"),
        .result = row.get<TrainingResult>("result"),
        .note = row.get<std::string>("note"),
        .recorded_by = row.get<std::string>("recorded_by_name")};
}

}
