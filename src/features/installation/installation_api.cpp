#include "features/installation/installation_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/number_store.hpp"
#include "features/device/address_store.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/reach.hpp"
#include "features/device/register_store.hpp"
#include "features/installation/body_api.hpp"
#include "features/installation/job_list_doc.hpp"
#include "features/installation/lent_store.hpp"
#include "features/installation/view_api.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <map>
#include <memory>

namespace hoshuban::installation {
namespace {

using One = http::Versioned<JobView>;

constexpr int most_exported = 10'000;
constexpr int whole_register = 200'000;

Result<void> check_whole(const http::Context& context)
{
    return device::check_sees_all(context.actor(), context.path<ContractId>("contract"), "installation/not_found");
}

bool may_keep(const http::Context& context)
{
    return device::works_on_units(context.actor(), context.path<ContractId>("contract"));
}

Result<void> check_keeps(const http::Context& context)
{
    TRY(check_whole(context));
    return device::check_works_on_units(context.actor(), context.path<ContractId>("contract"),
        "installation/contractor_only",
        {"設置・撤去の作業は受託者が記録します。市の指示は作業依頼に書いてください。",
            "jobs are recorded by the contractor: the city instructs by a work request"});
}

Result<std::shared_ptr<const contract::Profile>> installing(
    db::Reader& reader, const http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, context.path<ContractId>("contract")));
    if (!profile->installation) {
        return fail(ErrorKind::conflict, "installation/not_in_contract",
            {"この契約には、設置・撤去の業務がありません。", "installation is no work of this contract"});
    }
    return profile;
}

JobFilter filter_of(const JobQuery& query)
{
    return {query.kind ? std::string{name_of(*query.kind)} : std::string{},
        query.state == Shown::all ? std::string{} : std::string{name_of(query.state)}};
}

std::vector<contract::Run> runs_so_far(db::Reader& reader, const contract::Profile& profile)
{
    return contract::all_runs(work_request::runs_of(reader, profile), kept_runs(all_jobs(reader, profile.id), profile));
}

One answer(db::Reader& reader, const http::Context& context, const contract::Profile& profile, const ListedJob& listed)
{
    JobView view = view_of(listed, profile, may_keep(context), day_of(context.now()));
    for (const Step& step : steps_of(reader, profile.id, listed.job.id))
        view.steps.push_back(view_of(step));
    return {std::move(view), listed.job.version};
}

Result<JobPageView> list_jobs(http::Context& context, const JobQuery& query, const Rooms& rooms)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<JobPageView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, rooms.profiles, contract));
        TRY_ASSIGN(const auto page, list(reader, contract, filter_of(query), query.cursor.value_or(""), query.limit));
        JobPageView view{.items = {},
            .next_cursor = {},
            .kinds = kinds_of(*profile),
            .quotas = quotas_of(*profile, runs_so_far(reader, *profile)),
            .may_keep = profile->installation.has_value() && may_keep(context)};
        for (const ListedJob& listed : page.jobs)
            view.items.push_back(view_of(listed, *profile, may_keep(context), day_of(context.now())));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_jobs(http::Context& context, const JobQuery& query)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto page, context.database().read([&](db::Reader& reader) {
        return list(reader, contract, filter_of(query), "", most_exported);
    }));
    TRY_ASSIGN(auto bytes, job_workbook(page.jobs, context.language(), context.now()));
    audit::Entry entry = audit::entry(context, contract, "installation.exported", {"installation", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "設置撤去台帳_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<One> show_job(http::Context& context, const Rooms& rooms)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, rooms.profiles, contract));
        TRY_ASSIGN(const auto listed, get(reader, contract, context.path<JobId>("id")));
        return answer(reader, context, *profile, listed);
    });
}

Job job_from(const http::Context& context, const PlanJob& body, const JobId& id)
{
    Job job{.id = id,
        .contract_id = context.path<ContractId>("contract"),
        .kind = body.kind,
        .site = body.site_id,
        .planned_on = body.planned_on,
        .request = body.request_id,
        .instruction = body.instruction,
        .medium = body.medium,
        .agreement = body.agreement,
        .lent_on = body.lent_on,
        .note = body.note,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    for (const PlannedUnit& unit : body.units)
        job.units.push_back({unit.device_id, unit.place, unit.address});
    return job;
}

Result<std::vector<KnownUnit>> known_units(db::Reader& reader, const Job& job, LocalDay today)
{
    TRY_ASSIGN(const auto page, device::list_units(reader, job.contract_id, {.day = today}, "", whole_register));
    const auto waiting = waiting_units(reader, job.contract_id);
    std::map<DeviceId, const device::Unit*> register_of_today;
    for (const device::Unit& unit : page.units)
        register_of_today.emplace(unit.device.id, &unit);
    std::vector<KnownUnit> known;
    for (const JobUnit& wanted : job.units) {
        KnownUnit each;
        each.device.number = wanted.device.text;
        if (const auto unit = register_of_today.find(wanted.device); unit != register_of_today.end()) {
            each.device = unit->second->device;
            each.spot = unit->second->placement.spot;
        }
        if (const auto other = waiting.find(wanted.device); other != waiting.end())
            each.open_job = other->second;
        known.push_back(std::move(each));
    }
    return known;
}

// The units of a job that are set up from the medium.
std::vector<DeviceId> set_up_units(const ListedJob& listed, const contract::InstallationWork& work)
{
    std::vector<DeviceId> devices;
    for (std::size_t i = 0; i < listed.units.size(); ++i) {
        if (contract::sets_up(work, listed.units[i].device_class))
            devices.push_back(listed.job.units[i].device);
    }
    return devices;
}

// Every unit that is set up can be so from the edition that the city names.
Result<void> check_medium(
    db::Reader& reader, const contract::Profile& profile, const ListedJob& listed, const Rooms& rooms, LocalDay today)
{
    const auto* work = contract::installation_work(*profile.installation, listed.job.kind);
    for (const DeviceId& device : set_up_units(listed, *work))
        TRY(rooms.media.check(reader, profile, device, listed.job.medium, "medium", today));
    return {};
}

Result<http::Created<JobView>> plan_job(http::Context& context, const PlanJob& body, const Rooms& rooms)
{
    TRY(check_keeps(context));
    const auto id = context.new_id<JobId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<JobView>> {
        const LocalDay today = day_of(context.now());
        TRY_ASSIGN(const auto profile, installing(tx, context, rooms.profiles));
        TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, *profile));
        Job wanted = job_from(context, body, id);
        if (wanted.request)
            TRY(work_request::get(tx, work_request::reach_of(context.actor(), profile->id), *wanted.request));
        TRY_ASSIGN(const auto known, known_units(tx, wanted, today));
        TRY_ASSIGN(auto job, plan(std::move(wanted), *profile, known));
        TRY(check_caps(job, objections_to(job, *profile, runs_so_far(tx, *profile))));
        TRY_ASSIGN(job.number, contract::numbered(tx, *profile, "installation", today));
        insert(tx, *calendar, audit::cause_of(context), job);
        TRY_ASSIGN(const auto listed, get(tx, profile->id, job.id));
        TRY(check_medium(tx, *profile, listed, rooms, today));
        const auto cause = audit::cause_of(context);
        TRY(lend_units(tx, {*profile, *calendar, cause, [&] { return context.new_id<LoanId>().text; }}, listed));
        return http::Created<JobView>{
            view_of(listed, *profile, may_keep(context), today), context.request().path + "/" + job.id.text};
    });
}

device::Cause cause_of(InstallationKind kind)
{
    switch (kind) {
    case InstallationKind::installation:
        return device::Cause::installation;
    case InstallationKind::removal:
        return device::Cause::removal;
    case InstallationKind::relocation:
        return device::Cause::relocation;
    case InstallationKind::resetup:
        break;
    }
    return device::Cause::change_of_use;
}

// What stands there already stays; its address is checked against the site's range and the other units (INS-05).
Result<void> move_unit(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
    const device::MovementId& id, const JobUnit& unit, device::Move move)
{
    const auto address = unit.address.empty() ? std::nullopt : std::optional{unit.address};
    const auto course = device::course_of(tx, profile.id, unit.device);
    const device::Placement* placement = device::on(course, move.on);
    if (placement == nullptr || placement->spot != move.to)
        TRY(device::move(tx, profile.id, cause, {.id = id, .device = unit.device, .move = move}));
    return device::readdress(tx, profile, cause, unit.device, move, address);
}

// Every unit of a job that is done comes to its place in the same act (INS-06).
Result<void> move_units(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
    const ListedJob& listed, const Step& step, const std::vector<device::MovementId>& ids)
{
    const Job& job = listed.job;
    for (std::size_t i = 0; i < job.units.size(); ++i) {
        const auto spot = spot_after(job, job.units[i], profile);
        if (!spot)
            continue;
        device::Move move{.on = step.on,
            .to = *spot,
            .cause = cause_of(job.kind),
            .request = job.request,
            .note = job.number,
            .planned_on = job.planned_on};
        TRY(device::take(profile, move, day_of(cause.now())));
        if (auto moved = move_unit(tx, profile, cause, ids.at(i), job.units[i], std::move(move)); !moved) {
            const Text text{listed.units[i].number + "：" + moved.error().text.ja,
                listed.units[i].number + ": " + moved.error().text.en};
            return fail(moved.error().kind, moved.error().code, text);
        }
    }
    return {};
}

// The ledger of loans follows what becomes of units that the job has lent (LND-05).
Result<void> follow_loans(db::Tx& tx, http::Context& context, const contract::Profile& profile,
    const audit::Cause& cause, const Job& job, const Step& step)
{
    if (!job.lent_on || (step.act != Act::returned && step.act != Act::cancelled))
        return {};
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, profile));
    const Lending lending{profile, *calendar, cause, [&] { return context.new_id<LoanId>().text; }};
    return step.act == Act::returned ? give_units_back(tx, lending, job, step) : leave_loans(tx, lending, job);
}

Result<const contract::InstallationWork*> work_for(const contract::Profile& profile, const Job& job)
{
    const contract::InstallationWork* work = contract::installation_work(*profile.installation, job.kind);
    if (work != nullptr)
        return work;
    return fail(ErrorKind::conflict, "installation/not_in_contract",
        {"この契約には、この作業の定めがなくなっています。", "the contract has no such jobs any more"});
}

Result<One> record_step(http::Context& context, const RecordJobStep& body, const Rooms& rooms)
{
    TRY(check_keeps(context));
    TRY_ASSIGN(const int version, context.if_match());
    Step wanted{.id = context.new_id<StepId>(),
        .act = body.act,
        .on = body.on,
        .person = body.person,
        .medium = body.medium,
        .note = body.note,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    auto recorded = context.database().write([&](db::Tx& tx) -> Result<One> {
        const auto cause = audit::cause_of(context);
        TRY_ASSIGN(const auto profile, installing(tx, context, rooms.profiles));
        TRY_ASSIGN(const auto before, get_version(tx, profile->id, context.path<JobId>("id"), version));
        TRY_ASSIGN(const auto* const work, work_for(*profile, before.job));
        Step step = wanted;
        TRY_ASSIGN(auto done, carry_out(before.job, step, *work, day_of(context.now())));
        if (step.act == Act::done) {
            std::vector<device::MovementId> ids;
            for (std::size_t i = 0; i < done.units.size(); ++i)
                ids.push_back(context.new_id<device::MovementId>());
            TRY(move_units(tx, *profile, cause, before, step, ids));
        }
        if (step.act == Act::set_up)
            TRY(rooms.media.applied(
                tx, *profile, cause, set_up_units(before, *work), step.medium, step.on, step.person));
        TRY(follow_loans(tx, context, *profile, cause, done, step));
        ListedJob after = before;
        after.job = update(tx, cause, before.job, std::move(done), step);
        return answer(tx, context, *profile, after);
    });
    if (recorded && body.act == Act::done)
        rooms.units_moved(context);
    return recorded;
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(check_whole(context));
    TRY(get(reader, context.path<ContractId>("contract"), context.path<JobId>("id")));
    return {};
}

Result<void> check_attach(const http::Context& context, db::Reader& reader)
{
    TRY(check_seen(context, reader));
    return check_keeps(context);
}

void add_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/installations";
    router.get(all, [rooms](http::Context& context, const JobQuery& query) { return list_jobs(context, query, rooms); })
        .permission(Permission::view_device)
        .summary({"設置・撤去・移設・再セットアップの台帳", "The ledger of installation jobs"});
    router.post(all, [rooms](http::Context& context, const PlanJob& body) { return plan_job(context, body, rooms); })
        .permission(Permission::move_device)
        .summary({"設置・撤去の作業を予定する", "Plan a job of installation"});
    router.get(all + "/export", export_jobs)
        .permission(Permission::view_device)
        .takes_long()
        .summary({"設置・撤去の台帳をファイルに書き出す", "Export the ledger of installation jobs"});
    router.get(all + "/{id}", [rooms](http::Context& context) { return show_job(context, rooms); })
        .permission(Permission::view_device)
        .summary({"設置・撤去の作業を見る", "Show a job of installation"});
    router
        .post(all + "/{id}/steps",
            [rooms](http::Context& context, const RecordJobStep& body) { return record_step(context, body, rooms); })
        .permission(Permission::move_device)
        .summary({"設置・撤去の経過を記録する", "Record a step of a job of installation"});
}

}
