#include "features/security_incident/incident_row_store.hpp"

#include "features/security_incident/sql.hpp"

namespace hoshuban::security_incident {
namespace {

Harm harm_from(const db::Row& row)
{
    return {.cause = row.get<std::string>("cause"),
        .extent = row.get<std::string>("extent"),
        .affected = row.get<std::string>("affected"),
        .first_measures = row.get<std::string>("first_measures"),
        .party = row.get<std::optional<Party>>("party"),
        .party_name = row.get<std::string>("party_name"),
        .amount_yen = row.get<std::optional<std::int64_t>>("amount_yen")};
}

Intake intake_from(const db::Row& row)
{
    return {.kind = row.get<Kind>("kind"),
        .title = row.get<std::string>("title"),
        .what = row.get<std::string>("what"),
        .noticed_at = row.get<Instant>("noticed_at"),
        .place = row.get<std::string>("place"),
        .assets = row.get<std::string>("assets"),
        .subject = {row.get<std::string>("subject_kind"), row.get<std::string>("subject_id")},
        .category = row.get<Category>("category"),
        .harm = harm_from(row)};
}

void read_reports(const db::Row& row, Incident& incident)
{
    if (const auto at = row.get<std::optional<Instant>>("report_due_at"))
        incident.term = ReportTerm{*at, row.get<bool>("report_guide"), row.get<std::string>("report_clause")};
    if (const auto at = row.get<std::optional<Instant>>("reported_at"))
        incident.first_report = FirstReport{*at, row.get<std::string>("told_to"), row.get<std::string>("reported_how"),
            row.get<std::string>("reported_by")};
    if (const auto at = row.get<std::optional<Instant>>("written_at"))
        incident.written = WrittenReport{*at, row.get<std::string>("written_to"), row.get<std::string>("written_how"),
            row.get<AttachmentId>("written_file"), row.get<std::string>("written_by")};
}

void read_remedy(const db::Row& row, Incident& incident)
{
    if (const auto on = row.get<std::optional<LocalDay>>("restored_on"))
        incident.restoration = Restoration{.what = row.get<std::string>("restored"),
            .material_before = row.get<std::string>("material_before"),
            .material_after = row.get<std::string>("material_after"),
            .done_on = *on,
            .borne_by = row.get<Party>("borne_by"),
            .by = row.get<std::string>("restored_by")};
    if (const auto verdict = row.get<std::optional<Verdict>>("verdict"))
        incident.ruling = Ruling{
            *verdict, row.get<std::string>("ruling"), row.get<Instant>("ruled_at"), row.get<std::string>("ruled_by")};
}

/// What every statement writes of the row, in the order of its columns.
struct Written {
    explicit Written(const Incident& incident)
        : term{incident.term.value_or(ReportTerm{})}
        , first{incident.first_report.value_or(FirstReport{})}
        , paper{incident.written.value_or(WrittenReport{})}
        , remedy{incident.restoration.value_or(Restoration{})}
        , ruling{incident.ruling.value_or(Ruling{})}
    {
    }

    ReportTerm term;
    FirstReport first;
    WrittenReport paper;
    Restoration remedy;
    Ruling ruling;
};

template <class Whole, class Part>
auto part_of(const std::optional<Whole>& whole, Part Whole::*part) -> std::optional<Part>
{
    return whole ? std::optional{(*whole).*part} : std::nullopt;
}

}

Incident incident_from(const db::Row& row)
{
    Incident incident{.id = row.get<SecurityIncidentId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<std::string>("number"),
        .intake = intake_from(row),
        .state = row.get<State>("state"),
        .side = row.get<Side>("side"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .closed_at = row.get<std::optional<Instant>>("closed_at"),
        .closed_by = row.get<std::string>("closed_by"),
        .closing = row.get<std::string>("closing"),
        .version = row.get<int>("version")};
    read_reports(row, incident);
    read_remedy(row, incident);
    return incident;
}

void insert(db::Tx& tx, const Incident& incident)
{
    const Intake& intake = incident.intake;
    const Harm& harm = intake.harm;
    const Written is{incident};
    tx.execute(sql::insert_incident, incident.contract_id, incident.id, incident.number, intake.category, intake.kind,
        intake.title, intake.what, intake.noticed_at, intake.place, intake.assets, intake.subject.kind,
        intake.subject.id, incident.state, incident.side, incident.entered_by, incident.entered_at, harm.cause,
        harm.extent, harm.affected, harm.first_measures, harm.party, harm.party_name, harm.amount_yen,
        part_of(incident.term, &ReportTerm::due_at), is.term.guide, is.term.clause,
        part_of(incident.first_report, &FirstReport::at), is.first.told_to, is.first.how, is.first.by,
        part_of(incident.written, &WrittenReport::at), is.paper.told_to, is.paper.how, is.paper.file, is.paper.by,
        part_of(incident.restoration, &Restoration::done_on), is.remedy.what, is.remedy.material_before,
        is.remedy.material_after, part_of(incident.restoration, &Restoration::borne_by), is.remedy.by,
        part_of(incident.ruling, &Ruling::verdict), part_of(incident.ruling, &Ruling::at), is.ruling.text, is.ruling.by,
        incident.closed_at, incident.closed_by, incident.closing);
}

void replace(db::Tx& tx, const Incident& incident)
{
    const Intake& intake = incident.intake;
    const Harm& harm = intake.harm;
    const Written is{incident};
    tx.execute(sql::update_incident, incident.contract_id, incident.id, incident.version, intake.kind, intake.title,
        intake.what, intake.noticed_at, intake.place, intake.assets, incident.state, harm.cause, harm.extent,
        harm.affected, harm.first_measures, harm.party, harm.party_name, harm.amount_yen,
        part_of(incident.term, &ReportTerm::due_at), is.term.guide, is.term.clause,
        part_of(incident.first_report, &FirstReport::at), is.first.told_to, is.first.how, is.first.by,
        part_of(incident.written, &WrittenReport::at), is.paper.told_to, is.paper.how, is.paper.file, is.paper.by,
        part_of(incident.restoration, &Restoration::done_on), is.remedy.what, is.remedy.material_before,
        is.remedy.material_after, part_of(incident.restoration, &Restoration::borne_by), is.remedy.by,
        part_of(incident.ruling, &Ruling::verdict), part_of(incident.ruling, &Ruling::at), is.ruling.text, is.ruling.by,
        incident.closed_at, incident.closed_by, incident.closing);
}

}
