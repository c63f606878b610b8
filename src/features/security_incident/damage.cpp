#include "features/security_incident/damage.hpp"

#include "core/typed_fields.hpp"
#include "features/security_incident/refusal.hpp"

namespace hoshuban::security_incident {
namespace {

Result<void> check_open_damage(const Incident& incident)
{
    if (incident.intake.category != Category::damage)
        return fail(ErrorKind::conflict, "security_incident/only_damage",
            {"損害の記録だけにあるものです。", "only records of damage have this"});
    if (incident.state == State::closed)
        return wrong_state({"完了した記録には書き足せません。市が完了を取り消してから書いてください。",
            "nothing is added to a closed record: the city opens it again first"});
    return {};
}

Result<void> check_done_on(const Incident& incident, LocalDay done_on, LocalDay today)
{
    if (done_on > today)
        return in_future("done_on");
    if (done_on >= day_of(incident.intake.noticed_at))
        return {};
    const Text text{"気づいた日より前です。", "this is before the damage was noticed"};
    return fail(ErrorKind::invalid, "security_incident/before_noticed", text,
        {{"done_on", "security_incident/before_noticed", text}});
}

}

Result<Incident> report_in_writing(Incident incident, WrittenReport report, Instant now)
{
    TRY(check_open_damage(incident));
    if (incident.written)
        return wrong_state({"書面での報告は記録済みです。", "the report in writing is recorded already"});
    TRY(take_fields({{"told_to", report.told_to, 200, true}, {"how", report.how, 200, true}}));
    TRY(check_told(incident, report.at, now));
    if (incident.state == State::noticed) {
        incident.first_report = FirstReport{report.at, report.told_to, report.how, report.by};
        incident.state = State::reported;
    }
    incident.written = std::move(report);
    return incident;
}

Result<Incident> restore(Incident incident, Restoration restoration, LocalDay today)
{
    TRY(check_open_damage(incident));
    if (incident.ruling && incident.ruling->verdict == Verdict::confirmed)
        return wrong_state({"市が確認した復旧は変えられません。市が不十分と記録してから書いてください。",
            "a restoration that the city confirmed stands: the city first records that it is insufficient"});
    TRY(take_fields(
        {{"what", restoration.what, 2000, true}, {"material_before", restoration.material_before, 500, true},
            {"material_after", restoration.material_after, 500, true}}));
    TRY(check_done_on(incident, restoration.done_on, today));
    incident.restoration = std::move(restoration);
    incident.ruling.reset();
    return incident;
}

Result<Incident> rule(Incident incident, Side side, Ruling ruling)
{
    if (side != Side::city)
        return city_only();
    TRY(check_open_damage(incident));
    if (ruling.verdict != Verdict::not_needed && !incident.restoration)
        return wrong_state({"復旧がまだ記録されていません。", "no restoration is recorded yet"});
    TRY(take_fields({{"text", ruling.text, 2000, ruling.verdict != Verdict::confirmed}}));
    incident.ruling = std::move(ruling);
    return incident;
}

}
