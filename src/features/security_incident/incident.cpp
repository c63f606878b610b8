#include "features/security_incident/incident.hpp"

#include "core/typed_fields.hpp"
#include "features/security_incident/refusal.hpp"

namespace hoshuban::security_incident {

bool fits(Category category, Kind kind)
{
    switch (kind) {
    case Kind::loss:
    case Kind::theft:
    case Kind::damage:
    case Kind::leak:
    case Kind::virus:
    case Kind::unauthorised:
        return category == Category::security;
    case Kind::injury:
    case Kind::traffic:
    case Kind::disruption:
        return category == Category::accident;
    case Kind::building:
    case Kind::equipment:
    case Kind::belongings:
        return category == Category::damage;
    case Kind::other:
        return true;
    }
    return false;
}

std::optional<Instant> told_at(const Incident& incident)
{
    if (incident.intake.category == Category::damage)
        return incident.written ? std::optional{incident.written->at} : std::nullopt;
    return incident.first_report ? std::optional{incident.first_report->at} : std::nullopt;
}

bool is_late(const Incident& incident, Instant now)
{
    return incident.term && told_at(incident).value_or(now) > incident.term->due_at;
}

Result<void> take_intake(Intake& intake, Instant now)
{
    TRY(take_fields({{"title", intake.title, 200, true}, {"what", intake.what, 5000, true},
        {"place", intake.place, 500, true}, {"assets", intake.assets, 2000}}));
    if (intake.noticed_at > now)
        return in_future("noticed_at");
    if (!fits(intake.category, intake.kind)) {
        const Text text{"この区分にはない種類です。", "this category has no such kind"};
        return fail(ErrorKind::invalid, "security_incident/not_of_category", text,
            {{"kind", "security_incident/not_of_category", text}});
    }
    return take_harm(intake.category, intake.harm);
}

Result<Intake> corrected(const Incident& incident, Intake told, Instant now)
{
    if (incident.state == State::closed)
        return wrong_state({"完了した記録は訂正できません。市が完了を取り消してから訂正してください。",
            "a closed record is not corrected: the city opens it again first"});
    told.category = incident.intake.category;
    told.subject = incident.intake.subject;
    TRY(take_intake(told, now));
    if (!incident.first_report || told.noticed_at <= incident.first_report->at)
        return told;
    const Text text{"市に報告した日時より後です。", "this is after the city was told"};
    return fail(ErrorKind::invalid, "security_incident/after_report", text,
        {{"noticed_at", "security_incident/after_report", text}});
}

Result<Incident> report_first(Incident incident, FirstReport report, Instant now)
{
    if (incident.state != State::noticed)
        return wrong_state({"最初の報告は済んでいます。", "the first report was made already"});
    TRY(take_fields({{"told_to", report.told_to, 200, true}, {"how", report.how, 200, true}}));
    TRY(check_told(incident, report.at, now));
    incident.first_report = std::move(report);
    incident.state = State::reported;
    return incident;
}

Result<void> check_entry(const Incident& incident, CourseEntry& entry, Instant now)
{
    if (incident.state == State::closed)
        return wrong_state({"完了した記録には書き足せません。市が完了を取り消してから書いてください。",
            "nothing is added to a closed incident: the city opens it again first"});
    TRY(take_fields({{"text", entry.text, 5000, true}}));
    if (entry.at > now)
        return in_future("at");
    return {};
}

std::vector<Text> missing_for_closing(const Incident& incident, int measures)
{
    const Harm& harm = incident.intake.harm;
    const bool damage = incident.intake.category == Category::damage;
    std::vector<Text> missing;
    if (damage && !incident.written)
        missing.push_back({"市への書面での報告を記録してください。", "record the report to the city in writing"});
    else if (incident.state == State::noticed)
        missing.push_back({"市への最初の報告を記録してください。", "record the first report to the city"});
    if (measures == 0 && harm.first_measures.empty())
        missing.push_back({"行った措置を一つ以上記録してください。", "record at least one measure that was taken"});
    if (incident.intake.category == Category::security)
        return missing;
    if (harm.cause.empty())
        missing.push_back({"原因を記入してください。", "say what the cause was"});
    if (harm.extent.empty())
        missing.push_back({"被害の状況を記入してください。", "say what the damage was"});
    if (damage && !is_settled(incident.ruling))
        missing.push_back({"復旧を市が確認するか、復旧は不要と市が記録してください。",
            "the city confirms the restoration, or records that none is needed"});
    return missing;
}

Result<Incident> close(Incident incident, Closing closing, int measures)
{
    if (closing.side != Side::city)
        return city_only();
    if (incident.state == State::closed)
        return wrong_state({"すでに完了しています。", "this incident is closed already"});
    if (const auto missing = missing_for_closing(incident, measures); !missing.empty())
        return fail(ErrorKind::conflict, "security_incident/not_ready", missing.front());
    TRY(take_fields({{"conclusion", closing.conclusion, 5000, true}}));
    incident.state = State::closed;
    incident.closed_at = closing.at;
    incident.closed_by = std::move(closing.by);
    incident.closing = std::move(closing.conclusion);
    return incident;
}

Result<Incident> reopen(Incident incident, Side side, const std::string& reason)
{
    if (side != Side::city)
        return city_only();
    if (incident.state != State::closed)
        return wrong_state({"完了していません。", "this incident is not closed"});
    std::string settled = reason;
    TRY(take_fields({{"reason", settled, 1000, true}}));
    incident.state = State::reported;
    incident.closed_at.reset();
    incident.closed_by.clear();
    incident.closing.clear();
    return incident;
}

std::vector<Action> actions(const Incident& incident, const Actor& actor)
{
    const bool writes = actor.may(Permission::report_security_incident, incident.contract_id);
    const bool closes = actor.may(Permission::close_security_incident, incident.contract_id);
    const bool damage = incident.intake.category == Category::damage;
    const bool open = incident.state != State::closed;
    const bool confirmed = incident.ruling && incident.ruling->verdict == Verdict::confirmed;
    std::vector<Action> may;
    const auto add = [&](Action action, bool allowed) {
        if (allowed)
            may.push_back(action);
    };
    add(Action::change, writes && open);
    add(Action::report_first, writes && incident.state == State::noticed);
    add(Action::report_in_writing, writes && open && damage && !incident.written);
    add(Action::restore, writes && open && damage && !confirmed);
    add(Action::rule, closes && open && damage);
    add(Action::add_entry, writes && open);
    add(Action::close, closes && open);
    add(Action::reopen, closes && !open);
    return may;
}

}
