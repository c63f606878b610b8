#include "app/worked_example.hpp"

#include "app/contract_loading.hpp"
#include "app/example_activities.hpp"
#include "app/example_people.hpp"
#include "app/example_roster.hpp"
#include "app/program.hpp"
#include "features/account/passwords_api.hpp"
#include "features/account/person_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/gate/start_store.hpp"
#include "features/schedule/schedule_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/uuid.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace hoshuban {

using work_request::WorkRequest;

// Days are open days of the contract's calendar, counted from the day on which the example is told.
struct ExampleRequest {
    int entered = 0;
    std::optional<int> wish;
    std::string title;
    std::string body;
    std::string division;
    std::string division_person;
    std::optional<int> site;
    std::vector<std::string> work_types;
    std::optional<int> accepted;
    std::optional<double> planned_hours;
    std::string result;
    std::string procedure_followed;
    std::optional<int> performed;
    std::optional<int> performed_until;
    std::optional<double> actual_hours;
    std::optional<int> contractor_confirmed;
    std::optional<int> city_confirmed;
};

static auto describe(const ExampleRequest*)
{
    using R = ExampleRequest;
    return json::object<R>("ExampleRequest", json::field("entered", &R::entered), json::field("wish", &R::wish),
        json::field("title", &R::title), json::field("body", &R::body),
        json::field("division", &R::division, json::defaulted()),
        json::field("division_person", &R::division_person, json::defaulted()), json::field("site", &R::site),
        json::field("work_types", &R::work_types), json::field("accepted", &R::accepted),
        json::field("planned_hours", &R::planned_hours), json::field("result", &R::result, json::defaulted()),
        json::field("procedure_followed", &R::procedure_followed, json::defaulted()),
        json::field("performed", &R::performed), json::field("performed_until", &R::performed_until),
        json::field("actual_hours", &R::actual_hours), json::field("contractor_confirmed", &R::contractor_confirmed),
        json::field("city_confirmed", &R::city_confirmed));
}

struct Example {
    std::string note;
    std::vector<ContractId> contracts; // in which everything happened
    std::vector<ContractId> roles_in; // in which the people only have their roles
    std::vector<ExamplePerson> people;
    std::string contractor;
    std::vector<ExampleWorker> roster;
    std::vector<ExampleRequest> requests;
    std::vector<ContractId> activities_in; // whose kinds of work the activities are of
    std::vector<ExampleActivity> activities;
};

static auto describe(const Example*)
{
    using E = Example;
    return json::object<E>("WorkedExample", json::field("note", &E::note), json::field("contracts", &E::contracts),
        json::field("roles_in", &E::roles_in), json::field("people", &E::people),
        json::field("contractor", &E::contractor), json::field("roster", &E::roster),
        json::field("requests", &E::requests), json::field("activities_in", &E::activities_in),
        json::field("activities", &E::activities));
}

namespace {

/// Where and when the example is told.
struct Scene {
    const Example& example;
    const contract::Profile& profile;
    const WorkingCalendar& calendar;
    const Players& players;
    LocalDay today;

    Result<LocalDay> day(int open_days) const
    {
        TRY_ASSIGN(const auto answer, calendar.add_open_days(today, open_days));
        return answer.day;
    }
};

Result<Example> read_example(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    if (!stream) {
        return fail(ErrorKind::not_found, "demo/file",
            {fmt::format("見本「{}」を開けません。", file.string()),
                fmt::format("cannot open the example \"{}\"", file.string())});
    }
    const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    return json::parse<Example>(bytes);
}

// Nine o'clock, plus the step's place in the day, so that the history reads in order.
Instant moment(LocalDay day, int step)
{
    return instant(LocalTime{day} + std::chrono::hours{9} + std::chrono::minutes{20 * step});
}

work_request::Hours hours_from(double hours)
{
    return {static_cast<int>(std::lround(hours * 10))};
}

/// One request on its way; every step is stored and recorded as it would have been.
class Story {
public:
    Story(db::Tx& tx, const Scene& scene, const Clock& clock)
        : tx_{tx}
        , scene_{scene}
        , clock_{clock}
    {
    }

    Result<void> tell(const ExampleRequest& told)
    {
        TRY(open(told));
        if (told.accepted)
            TRY(accept(told, *told.accepted));
        if (told.performed) {
            TRY(begin(*told.performed));
            TRY(record(told, *told.performed));
        }
        if (told.contractor_confirmed)
            TRY(sign(Side::contractor, *told.contractor_confirmed));
        if (told.city_confirmed)
            TRY(sign(Side::city, *told.city_confirmed));
        return {};
    }

private:
    const Actor& actor(Role role) const { return actor_of(scene_.players, role); }

    Result<void> open(const ExampleRequest& told)
    {
        const Actor& city = actor(Role::city_section);
        TRY_ASSIGN(const LocalDay entered_on, scene_.day(told.entered));
        LocalDay wish_on = work_request::default_wish_on(entered_on);
        if (told.wish) {
            TRY_ASSIGN(wish_on, scene_.day(*told.wish));
        }
        const Instant at = moment(entered_on, 0);
        const work_request::Opening opening{.title = told.title,
            .body = told.body,
            .entered_on = entered_on,
            .wish_on = wish_on,
            .city_person = city.name,
            .division = told.division,
            .division_person = told.division_person,
            .contractor = scene_.example.contractor,
            .contractor_person = actor(Role::responsible).name,
            .work_types = told.work_types,
            .site = told.site ? site_numbered(scene_.profile, *told.site) : std::nullopt,
            .device = {},
            .agreement = {}};
        TRY_ASSIGN(
            request_, work_request::open_request(tx_, scene_.profile, opening, new_id<WorkRequestId>(clock_), at));
        const audit::Cause cause{city, at};
        audit::record(tx_,
            work_request::creation_entry(work_request::entry_of(cause, {"work_request.created"}, request_), request_));
        return {};
    }

    Result<void> accept(const ExampleRequest& told, int accepted)
    {
        TRY_ASSIGN(const LocalDay accepted_on, scene_.day(accepted));
        const work_request::Acceptance acceptance{hours_from(told.planned_hours.value_or(1)), "", request_.entered_on};
        return step("work_request.accepted", Role::responsible, moment(accepted_on, 1),
            work_request::accept(request_, acceptance));
    }

    // The window that both sides had agreed to, and the start in it.
    Result<void> begin(int performed)
    {
        TRY_ASSIGN(const LocalDay day, scene_.day(performed));
        const Actor& contractor = actor(Role::responsible);
        const Actor& city = actor(Role::city_section);
        const Instant at = moment(day, 1);
        schedule::WorkWindow window{.id = new_id<WorkWindowId>(clock_),
            .contract_id = request_.contract_id,
            .request = request_.id,
            .terms = {.from = moment(day, 0),
                .until = moment(day, 9),
                .site = request_.site,
                .people = contractor.name},
            .proposed_side = Side::contractor,
            .proposed_by = contractor.person,
            .proposed_name = contractor.name,
            .proposed_at = at - std::chrono::hours{24}};
        schedule::insert(tx_, window);
        TRY_ASSIGN(window, schedule::agree(std::move(window), {Side::city, city.person, city.name, at}, ""));
        TRY_ASSIGN(window, schedule::answer(tx_, std::move(window)));
        gate::StartRecord start;
        start.id = new_id<StartId>(clock_);
        start.contract_id = request_.contract_id;
        start.request = request_.id;
        start.title = request_.title;
        start.site = request_.site;
        start.started_at = start.recorded_at = at;
        start.started_by = actor(Role::worker).person;
        start.started_name = actor(Role::worker).name;
        start.window = window.id;
        gate::insert(tx_, start);
        return step(
            "work_request.started", Role::worker, at, work_request::begin(request_, work_request::Start::regular));
    }

    Result<void> record(const ExampleRequest& told, int performed)
    {
        TRY_ASSIGN(const LocalDay first, scene_.day(performed));
        TRY_ASSIGN(const LocalDay last, scene_.day(told.performed_until.value_or(performed)));
        work_request::Report report{
            told.result, told.procedure_followed, first, std::nullopt, actor(Role::worker).name, {}};
        if (told.performed_until)
            report.performed_until = last;
        if (told.actual_hours)
            report.actual_hours = hours_from(*told.actual_hours);
        return step("work_request.result_recorded", Role::worker, moment(last, 2),
            work_request::record_result(request_, report, last));
    }

    Result<void> sign(Side side, int confirmed)
    {
        TRY_ASSIGN(const LocalDay day, scene_.day(confirmed));
        const Role role = side == Side::city ? Role::city_section : Role::responsible;
        const work_request::Signer signer{actor(role).person, actor(role).name, day};
        return step(side == Side::city ? "work_request.city_signed" : "work_request.contractor_signed", role,
            moment(day, side == Side::city ? 4 : 3), work_request::sign(request_, side, signer));
    }

    Result<void> step(std::string_view kind, Role role, Instant at, Result<WorkRequest> decided)
    {
        TRY(decided);
        const WorkRequest before = request_;
        TRY_ASSIGN(request_, work_request::update(tx_, *std::move(decided), at));
        const audit::Cause cause{actor(role), at};
        audit::record(
            tx_, work_request::change_entry(work_request::entry_of(cause, {kind}, request_), before, request_));
        return {};
    }

    db::Tx& tx_;
    const Scene& scene_;
    const Clock& clock_;
    WorkRequest request_;
};

void add_roster(
    db::Tx& tx, const Example& example, const contract::Profile& profile, const Players& players, const Clock& clock)
{
    add_example_roster(
        tx, {profile, example.roster, actor_of(players, Role::responsible), accounts_of(players), clock});
}

Result<void> tell_everything(
    db::Tx& tx, const Example& example, const contract::Profile& profile, Players& players, const Clock& clock)
{
    TRY(give_roles(tx, players, profile, clock));
    add_roster(tx, example, profile, players, clock);
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, profile));
    const LocalDay today = std::min(day_of(clock.now()), profile.period.last);
    const Scene scene{example, profile, *calendar, players, today};
    for (const ExampleRequest& told : example.requests)
        TRY(Story(tx, scene, clock).tell(told));
    if (std::ranges::find(example.activities_in, profile.id) != example.activities_in.end())
        TRY(add_example_activities(tx, {profile, *calendar, players, example.activities, today, clock}));
    return {};
}

using Profiles = std::vector<std::shared_ptr<const contract::Profile>>;

Result<Profiles> profiles_of(Program& program, const std::vector<ContractId>& contracts)
{
    Profiles profiles;
    for (const ContractId& id : contracts) {
        TRY_ASSIGN(auto profile, contract::profile(program.database(), program.profiles(), id));
        profiles.push_back(std::move(profile));
    }
    return profiles;
}

}

Result<std::vector<DemoSignIn>> load_worked_example(Program& program, const std::filesystem::path& file)
{
    TRY(load_contracts(program, file.parent_path() / "contracts"));
    TRY_ASSIGN(const Example example, read_example(file));
    TRY_ASSIGN(const Profiles told_in, profiles_of(program, example.contracts));
    TRY_ASSIGN(const Profiles roles_in, profiles_of(program, example.roles_in));
    const bool there = program.database().read([&](db::Reader& reader) {
        return account::find_person_by_login(reader, example.people.front().login).has_value();
    });
    if (there)
        return std::vector<DemoSignIn>{};
    std::vector<NewPerson> people = with_passwords(program.passwords(), example.people);
    const auto stored = program.database().write([&](db::Tx& tx) -> Result<void> {
        TRY_ASSIGN(Players players, add_people(tx, people, program.clock()));
        for (const auto& profile : told_in)
            TRY(tell_everything(tx, example, *profile, players, program.clock()));
        for (const auto& profile : roles_in) {
            TRY(give_roles(tx, players, *profile, program.clock()));
            add_roster(tx, example, *profile, players, program.clock());
        }
        return {};
    });
    TRY(stored);
    std::vector<DemoSignIn> sign_ins;
    for (NewPerson& person : people)
        sign_ins.push_back(std::move(person.sign_in));
    return sign_ins;
}

}
