#include "features/security_incident/incident.hpp"

#include "core/typed_fields.hpp"

namespace hoshuban::security_incident {
namespace {

std::unexpected<Error> wrong_state(Text text)
{
    return fail(ErrorKind::conflict, "security_incident/wrong_state", std::move(text));
}

std::unexpected<Error> city_only()
{
    return fail(ErrorKind::forbidden, "security_incident/city_only",
        {"情報セキュリティ事故を完了にする、また完了を取り消すのは市だけです。",
            "only the city closes a security incident or opens it again"});
}

std::unexpected<Error> in_future(std::string field)
{
    const Text text{"まだ来ていない日時です。", "this moment has not come yet"};
    return fail(ErrorKind::invalid, "security_incident/in_future", text,
        {{std::move(field), "security_incident/in_future", text}});
}

}

Result<void> take_intake(Intake& intake, Instant now)
{
    TRY(take_fields({{"title", intake.title, 200, true}, {"what", intake.what, 5000, true},
        {"place", intake.place, 500, true}, {"assets", intake.assets, 2000}}));
    if (intake.noticed_at > now)
        return in_future("noticed_at");
    return {};
}

Result<Incident> report_first(Incident incident, FirstReport report, Instant now)
{
    if (incident.state != State::noticed)
        return wrong_state({"最初の報告は済んでいます。", "the first report was made already"});
    TRY(take_fields({{"told_to", report.told_to, 200, true}, {"how", report.how, 200, true}}));
    if (report.at > now)
        return in_future("at");
    if (report.at < incident.intake.noticed_at) {
        const Text text{"気づいた日時より前です。", "this is before the incident was noticed"};
        return fail(ErrorKind::invalid, "security_incident/before_noticed", text,
            {{"at", "security_incident/before_noticed", text}});
    }
    incident.first_report = std::move(report);
    incident.state = State::reported;
    return incident;
}

Result<void> check_entry(const Incident& incident, CourseEntry& entry, Instant now)
{
    if (incident.state == State::closed)
        return wrong_state({"完了した事故には書き足せません。市が完了を取り消してから書いてください。",
            "nothing is added to a closed incident: the city opens it again first"});
    TRY(take_fields({{"text", entry.text, 5000, true}}));
    if (entry.at > now)
        return in_future("at");
    return {};
}

std::vector<Text> missing_for_closing(const Incident& incident, int measures)
{
    std::vector<Text> missing;
    if (incident.state == State::noticed)
        missing.push_back({"市への最初の報告を記録してください。", "record the first report to the city"});
    if (measures == 0)
        missing.push_back({"行った措置を一つ以上記録してください。", "record at least one measure that was taken"});
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
    std::vector<Action> may;
    if (incident.state == State::closed) {
        if (closes)
            may.push_back(Action::reopen);
        return may;
    }
    if (writes) {
        may.push_back(Action::change);
        if (incident.state == State::noticed)
            may.push_back(Action::report_first);
        may.push_back(Action::add_entry);
    }
    if (closes)
        may.push_back(Action::close);
    return may;
}

}
