#include "features/security_incident/incident_facts.hpp"

namespace hoshuban::security_incident {
namespace {

template <class E>
std::string name_or_nothing(const std::optional<E>& value)
{
    return value ? std::string{name_of(*value)} : std::string{};
}

std::map<std::string, std::string> facts_of_harm(const Harm& harm)
{
    return {{"cause", harm.cause}, {"extent", harm.extent}, {"affected", harm.affected},
        {"first_measures", harm.first_measures}, {"party", name_or_nothing(harm.party)},
        {"party_name", harm.party_name}, {"amount_yen", harm.amount_yen ? std::to_string(*harm.amount_yen) : ""}};
}

std::map<std::string, std::string> facts_of_remedy(const Incident& incident)
{
    std::map<std::string, std::string> facts;
    if (const auto& paper = incident.written)
        facts.insert({{"written_at", to_text(paper->at)}, {"written_to", paper->told_to}, {"written_how", paper->how},
            {"written_file", paper->file.text}, {"written_by", paper->by}});
    if (const auto& remedy = incident.restoration)
        facts.insert({{"restored_on", to_text(remedy->done_on)}, {"restored", remedy->what},
            {"material_before", remedy->material_before}, {"material_after", remedy->material_after},
            {"borne_by", std::string{name_of(remedy->borne_by)}}, {"restored_by", remedy->by}});
    if (const auto& ruling = incident.ruling)
        facts.insert(
            {{"verdict", std::string{name_of(ruling->verdict)}}, {"ruling", ruling->text}, {"ruled_by", ruling->by}});
    return facts;
}

}

std::map<std::string, std::string> facts_of(const Incident& incident)
{
    const Intake& intake = incident.intake;
    const FirstReport report = incident.first_report.value_or(FirstReport{});
    std::map<std::string, std::string> facts{{"number", incident.number},
        {"category", std::string{name_of(intake.category)}}, {"kind", std::string{name_of(intake.kind)}},
        {"title", intake.title}, {"what", intake.what}, {"noticed_at", to_text(intake.noticed_at)},
        {"place", intake.place}, {"assets", intake.assets},
        {"subject", intake.subject.kind.empty() ? "" : intake.subject.kind + " " + intake.subject.id},
        {"state", std::string{name_of(incident.state)}},
        {"report_due_at", incident.term ? to_text(incident.term->due_at) : ""},
        {"reported_at", incident.first_report ? to_text(report.at) : ""}, {"told_to", report.told_to},
        {"reported_how", report.how}, {"reported_by", report.by}, {"closed_by", incident.closed_by},
        {"closing", incident.closing}};
    facts.merge(facts_of_harm(intake.harm));
    facts.merge(facts_of_remedy(incident));
    return facts;
}

}
