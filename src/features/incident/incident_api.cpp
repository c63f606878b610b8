#include "features/incident/incident_api.hpp"

#include "features/device/placement_store.hpp"
#include "features/device/reach.hpp"
#include "features/device/register_store.hpp"
#include "features/incident/achievement_store.hpp"
#include "features/incident/act_api.hpp"
#include "features/incident/body_api.hpp"
#include "features/incident/dispatch_store.hpp"
#include "features/incident/proof_store.hpp"
#include "features/incident/reach_api.hpp"
#include "features/incident/severity_api.hpp"

#include <algorithm>
#include <ranges>

namespace hoshuban::incident {
namespace {

Result<IncidentPage> list_incidents(
    http::Context& context, const IncidentQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    const ListFilter filter{.state = query.state == Shown::all ? std::string{} : std::string{name_of(query.state)},
        .site = query.site.value_or(""),
        .device = query.device.value_or(""),
        .words = query.q.value_or(""),
        .only = device::seen_sites(context.actor(), contract)};
    return context.database().read([&](db::Reader& reader) -> Result<IncidentPage> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        TRY_ASSIGN(const auto levels, LevelCalendars::of(reader, *profile));
        TRY_ASSIGN(const auto page, list(reader, contract, filter, query.cursor.value_or(""), query.limit));
        IncidentPage view{.items = {},
            .next_cursor = {},
            .may_report = may_record(context, Act::reported) || may_record(context, Act::handed_over)};
        std::vector<IncidentId> ids;
        for (const Listed& listed : page.incidents)
            ids.push_back(listed.incident.id);
        auto entries = entries_of(reader, contract, ids);
        for (const Listed& listed : page.incidents) {
            const Timeline timeline = timeline_of(holding(std::move(entries[listed.incident.id])));
            IncidentView& item = view.items.emplace_back(view_of(listed, timeline));
            TRY_ASSIGN(const auto clocks, levels.measure(listed.incident.intake, timeline, context.now()));
            item.as_of = context.now();
            item.clocks = clock_views(levels, clocks, timeline, listed.incident.outcome, context.now());
        }
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Intake intake_of(const IntakeBody& body)
{
    return {body.phenomenon, body.site_id, body.place, body.device_id, body.device_class, body.error_text,
        body.contact_person, body.contact_phone, body.occurred_at, body.severity};
}

std::unexpected<Error> not_here(const char* field, Text text)
{
    return fail(ErrorKind::invalid, "incident/not_here", text, {{field, "incident/not_here", text}});
}

// The unit and the site are the contract's and of those that who asks sees; a unit says what it is and where it stands.
Result<void> settle_place(
    db::Reader& reader, const http::Context& context, const contract::Profile& profile, Intake& intake)
{
    if (intake.device) {
        TRY_ASSIGN(const auto unit, device::get_device(reader, profile.id, *intake.device));
        intake.device_class = unit.device_class;
        const auto course = device::course_of(reader, profile.id, *intake.device);
        if (const auto* stands = device::on(course, day_of(context.now())); stands != nullptr && !intake.site)
            intake.site = stands->spot.site;
    }
    const Text no_site{
        "この契約の拠点ではないか、担当の拠点ではありません。", "no site of this contract, or none of yours"};
    if (intake.site && std::ranges::find(profile.sites, *intake.site, &contract::Site::id) == profile.sites.end())
        return not_here("site_id", no_site);
    const auto sites = device::seen_sites(context.actor(), profile.id);
    if (sites && (!intake.site || std::ranges::find(*sites, *intake.site) == sites->end()))
        return not_here("site_id", no_site);
    if (!intake.device_class.empty() &&
        std::ranges::find(profile.device_classes, intake.device_class, &contract::DeviceClass::id) ==
            profile.device_classes.end())
        return not_here("class", {"この契約の機器の区分ではありません。", "no class of this contract"});
    return check_severity(profile, intake);
}

// What it says beside the severity, which the city decides in an act of its own.
Intake corrected(const IntakeBody& body, const Intake& before)
{
    Intake intake = intake_of(body);
    intake.severity = intake.device_class == before.device_class || intake.device ? before.severity : std::string{};
    return intake;
}

Result<http::Created<IncidentView>> open_incident(
    http::Context& context, const OpenIncident& body, contract::ProfileCache& profiles)
{
    const Act act = body.handed_over ? Act::handed_over : Act::reported;
    TRY(check_records(context, act));
    if (!body.intake.severity.empty())
        TRY(check_rules(context));
    const auto id = context.new_id<IncidentId>();
    const Entry first{.id = context.new_id<EntryId>(),
        .act = act,
        .at = body.at,
        .person = body.person,
        .city_person = body.city_person,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<IncidentView>> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, context.path<ContractId>("contract")));
        TRY_ASSIGN(const auto entries, with({}, first, context.now()));
        Incident incident{.id = id,
            .contract_id = profile->id,
            .case_number = body.case_number,
            .intake = intake_of(body.intake),
            .state = state_of(entries),
            .entered_by = context.actor().name,
            .entered_at = context.now()};
        TRY(take(incident.intake, context.now()));
        TRY(settle_place(tx, context, *profile, incident.intake));
        TRY(insert(tx, audit::cause_of(context), incident, entries.front()));
        TRY_ASSIGN(const auto listed, get(tx, profile->id, id));
        TRY(follow_clocks(tx, context, *profile, {listed, {}}, listed));
        TRY_ASSIGN(auto view, whole_view(tx, context, *profile, listed));
        return http::Created<IncidentView>{std::move(view), context.request().path + "/" + id.text};
    });
}

Result<One> show_incident(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto listed, seen(context, reader, context.path<IncidentId>("id")));
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, listed.incident.contract_id));
        TRY_ASSIGN(auto view, whole_view(reader, context, *profile, listed));
        return One{std::move(view), listed.incident.version};
    });
}

Result<void> check_level_set_aside(const contract::Profile& profile, const Intake& intake, const Timeline& timeline)
{
    const auto level = std::ranges::find_if(profile.service_levels, [&](const contract::ServiceLevel& each) {
        return each.exception &&
            (!timeline.instructed ||
                contract::applies(each, intake.device_class, intake.severity, day_of(*timeline.instructed)));
    });
    if (level == profile.service_levels.end())
        return fail(ErrorKind::conflict, "incident/no_exception",
            {"この契約の目標に例外はありません。", "no level of this contract knows an exception"});
    return check_agreement(*level, timeline);
}

Result<void> check_closing(db::Reader& reader, const Present& present, const std::vector<Entry>& entries, Instant now)
{
    TRY_ASSIGN(const auto levels, LevelCalendars::of(reader, *present.profile));
    TRY_ASSIGN(const auto clocks, levels.measure(present.listed.incident.intake, timeline_of(entries), now));
    const auto missing = missing_for_closing(present.listed.incident,
        open_visits(reader, present.profile->id, present.listed.incident.id), clocks,
        missing_steps(flow_now(reader, *present.profile, present.listed, entries)));
    if (missing.empty())
        return {};
    std::vector<FieldError> fields;
    for (const Text& each : missing)
        fields.push_back({"act", "incident/not_ready", each});
    return fail(ErrorKind::conflict, "incident/not_ready", missing.front(), std::move(fields));
}

Result<void> check_own(bool of_visit)
{
    if (!of_visit)
        return {};
    const Text text{"到着・着手・出発は訪問の画面で記録し、訂正してください。障害の経過はそれに従います。",
        "arrival, start of work and departure are recorded and corrected with the visit; the course follows it"};
    return fail(ErrorKind::invalid, "incident/by_visit", text, {{"act", "incident/by_visit", text}});
}

Result<One> record_entry(http::Context& context, const RecordEntry& body, contract::ProfileCache& profiles)
{
    TRY(check_records(context, body.act));
    TRY(check_own(is_of_visit(body.act)));
    const Entry entry{.id = context.new_id<EntryId>(),
        .act = body.act,
        .at = body.at,
        .person = body.person,
        .city_person = body.city_person,
        .text = body.text,
        .appointment = body.appointment,
        .finished_at = body.finished_at,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return carry_out(
        context, profiles, [&](db::Tx& tx, const Present& present) -> Result<std::pair<Incident, Happening>> {
            TRY_ASSIGN(const auto entries, with(present.entries, entry, context.now()));
            TRY(check_not_reported(tx, present.profile->id, present.listed.incident.id, std::span{&entry.at, 1}));
            if (entry.act == Act::reopened)
                TRY(check_reopens(tx, present.profile->id, present.listed.incident.id));
            if (entry.act == Act::agreed)
                TRY(check_level_set_aside(*present.profile, present.listed.incident.intake, timeline_of(entries)));
            if (entry.act == Act::closed)
                TRY(check_closing(tx, present, entries, context.now()));
            const auto taken = std::ranges::find(entries, entry.id, &Entry::id);
            insert_entry(tx, present.listed.incident, *taken);
            Incident after = present.listed.incident;
            after.state = state_of(entries);
            return std::pair{
                std::move(after), Happening{"incident." + std::string{name_of(entry.act)}, facts_of(*taken), {}}};
        });
}

Result<One> take_back(http::Context& context, const TakeBackEntry& body, contract::ProfileCache& profiles)
{
    const auto id = context.path<EntryId>("entry");
    return carry_out(
        context, profiles, [&](db::Tx& tx, const Present& present) -> Result<std::pair<Incident, Happening>> {
            std::string reason = body.reason;
            const auto entry = std::ranges::find(present.entries, id, &Entry::id);
            TRY(check_own(entry != present.entries.end() && entry->visit));
            TRY_ASSIGN(const auto entries, without(present.entries, id, reason));
            const auto wrong = std::ranges::find(present.entries, id, &Entry::id);
            TRY(check_records(context, wrong->act));
            TRY(check_not_reported(tx, present.profile->id, present.listed.incident.id, std::span{&wrong->at, 1}));
            take_back_entry(tx, present.listed.incident, id, reason);
            Incident after = present.listed.incident;
            after.state = state_of(entries);
            return std::pair{std::move(after), Happening{"incident.entry_taken_back", facts_of(*wrong), reason}};
        });
}

Result<One> correct_intake(http::Context& context, const CorrectIntake& body, contract::ProfileCache& profiles)
{
    TRY(check_records(context, Act::handed_over));
    return carry_out(
        context, profiles, [&](db::Tx& tx, const Present& present) -> Result<std::pair<Incident, Happening>> {
            TRY(check_goes_on(present.listed.incident));
            Incident after = present.listed.incident;
            after.intake = corrected(body.intake, after.intake);
            after.case_number = body.case_number;
            TRY(take(after.intake, context.now()));
            TRY(settle_place(tx, context, *present.profile, after.intake));
            return std::pair{std::move(after), Happening{"incident.corrected", {}, {}}};
        });
}

Result<One> write_outcome(http::Context& context, const WriteOutcome& body, contract::ProfileCache& profiles)
{
    TRY(check_records(context, Act::restored));
    return carry_out(context, profiles, [&](db::Tx&, const Present& present) -> Result<std::pair<Incident, Happening>> {
        TRY(check_goes_on(present.listed.incident));
        Incident after = present.listed.incident;
        after.outcome = {body.action, body.cause, body.notes, {}};
        for (const MissReason& miss : body.miss_reasons)
            after.outcome.miss_reasons.emplace(miss.level, miss.reason);
        TRY(take(after.outcome));
        return std::pair{std::move(after), Happening{"incident.concluded", {}, {}}};
    });
}

Result<EvidenceView> show_evidence(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<EvidenceView> {
        TRY_ASSIGN(const auto listed, seen(context, reader, context.path<IncidentId>("id")));
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, listed.incident.contract_id));
        TRY_ASSIGN(const auto levels, LevelCalendars::of(reader, *profile));
        const std::size_t place = levels.find(context.path<std::string>("level"));
        if (place == profile->service_levels.size())
            return fail(
                ErrorKind::not_found, "incident/no_level", {"そのサービスレベルはありません。", "no such level"});
        const auto timeline = timeline_of(holding(entries_of(reader, profile->id, listed.incident.id)));
        TRY_ASSIGN(const auto clock, levels.measure(place, listed.incident.intake, timeline, context.now()));
        if (clock.standing == Standing::not_applied)
            return fail(ErrorKind::not_found, "incident/no_level",
                {"このサービスレベルは、この障害の目標ではありません。", "this level is not for this fault"});
        const bool apart =
            levels.level(place).maker_apart && !sent_by_maker(reader, profile->id, std::span{&listed, 1}).empty();
        EvidenceView view{view_of(levels.level(place), clock, listed.incident.outcome), apart, {}, context.now()};
        for (const Interval& each : levels.evidence(place, timeline, context.now()))
            view.intervals.push_back({each.kind, each.from, each.to, each.reason});
        return view;
    });
}

}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/incidents";
    router
        .get(all,
            [&profiles](http::Context& context, const IncidentQuery& query) {
                return list_incidents(context, query, profiles);
            })
        .permission(Permission::view_incident)
        .summary({"障害の台帳", "The ledger of incidents"});
    router
        .post(all,
            [&profiles](
                http::Context& context, const OpenIncident& body) { return open_incident(context, body, profiles); })
        .permission(Permission::view_incident)
        .summary({"障害を連絡する、または対応を指示する", "Report an incident, or instruct the contractor"});
    router.get(all + "/{id}", [&profiles](http::Context& context) { return show_incident(context, profiles); })
        .permission(Permission::view_incident)
        .summary({"障害の経過とサービスレベル", "An incident with its course and its service levels"});
    router
        .put(all + "/{id}/intake",
            [&profiles](
                http::Context& context, const CorrectIntake& body) { return correct_intake(context, body, profiles); })
        .permission(Permission::view_incident)
        .summary({"障害の引継事項を直す", "Correct what was handed over"});
    router
        .put(all + "/{id}/outcome",
            [&profiles](
                http::Context& context, const WriteOutcome& body) { return write_outcome(context, body, profiles); })
        .permission(Permission::record_incident)
        .summary({"障害対応の結果を書く", "Write the outcome of an incident"});
    router
        .post(all + "/{id}/entries",
            [&profiles](
                http::Context& context, const RecordEntry& body) { return record_entry(context, body, profiles); })
        .permission(Permission::view_incident)
        .summary({"障害の経過を一つ記録する", "Record what happened in an incident"});
    router
        .post(all + "/{id}/entries/{entry}/take-back",
            [&profiles](
                http::Context& context, const TakeBackEntry& body) { return take_back(context, body, profiles); })
        .permission(Permission::view_incident)
        .summary({"誤った経過を取り消す", "Take a wrong entry back"});
    router
        .get(all + "/{id}/evidence/{level}",
            [&profiles](http::Context& context) { return show_evidence(context, profiles); })
        .permission(Permission::view_incident)
        .summary({"サービスレベルの証跡", "The evidence of a service level"});
}

}
