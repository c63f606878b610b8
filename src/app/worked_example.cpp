#include "app/worked_example.hpp"

#include "app/program.hpp"
#include "features/account/membership_store.hpp"
#include "features/account/passwords_api.hpp"
#include "features/account/person_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "formats/json.hpp"
#include "platform/clock.hpp"
#include "platform/crypto.hpp"
#include "platform/db/database.hpp"
#include "platform/uuid.hpp"

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>

namespace hoshuban {

using work_request::WorkRequest;

struct ExamplePerson {
    std::string login;
    std::string name;
    Role role;
    std::string section;
};

static auto describe(const ExamplePerson*)
{
    using P = ExamplePerson;
    return json::object<P>("ExamplePerson", json::field("login", &P::login), json::field("name", &P::name),
        json::field("role", &P::role), json::field("section", &P::section));
}

struct ExampleRequest {
    LocalDay entered_on;
    std::string title;
    std::string body;
    std::string division;
    std::string division_person;
    std::vector<std::string> work_types;
    std::optional<LocalDay> accepted_on;
    std::optional<double> planned_hours;
    std::string result;
    std::string procedure_followed;
    std::optional<LocalDay> performed_on;
    std::optional<LocalDay> performed_until;
    std::optional<double> actual_hours;
    std::optional<LocalDay> contractor_confirmed_on;
    std::optional<LocalDay> city_confirmed_on;
};

static auto describe(const ExampleRequest*)
{
    using R = ExampleRequest;
    return json::object<R>("ExampleRequest", json::field("entered_on", &R::entered_on), json::field("title", &R::title),
        json::field("body", &R::body), json::field("division", &R::division, json::defaulted()),
        json::field("division_person", &R::division_person, json::defaulted()),
        json::field("work_types", &R::work_types), json::field("accepted_on", &R::accepted_on),
        json::field("planned_hours", &R::planned_hours), json::field("result", &R::result, json::defaulted()),
        json::field("procedure_followed", &R::procedure_followed, json::defaulted()),
        json::field("performed_on", &R::performed_on), json::field("performed_until", &R::performed_until),
        json::field("actual_hours", &R::actual_hours),
        json::field("contractor_confirmed_on", &R::contractor_confirmed_on),
        json::field("city_confirmed_on", &R::city_confirmed_on));
}

struct Example {
    std::string note;
    ContractId contract;
    std::vector<ExamplePerson> people;
    std::string contractor;
    std::vector<ExampleRequest> requests;
};

static auto describe(const Example*)
{
    using E = Example;
    return json::object<E>("WorkedExample", json::field("note", &E::note), json::field("contract", &E::contract),
        json::field("people", &E::people), json::field("contractor", &E::contractor),
        json::field("requests", &E::requests));
}

namespace {

struct Cast {
    const Example& example;
    const contract::Profile& profile;
    std::map<Role, Actor> actors;
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
    Story(db::Tx& tx, const Cast& cast, const Clock& clock)
        : tx_{tx}
        , cast_{cast}
        , clock_{clock}
    {
    }

    Result<void> tell(const ExampleRequest& told)
    {
        TRY(open(told));
        if (told.accepted_on)
            TRY(accept(told));
        if (told.performed_on)
            TRY(record(told));
        if (told.contractor_confirmed_on)
            TRY(sign(Side::contractor, *told.contractor_confirmed_on));
        if (told.city_confirmed_on)
            TRY(sign(Side::city, *told.city_confirmed_on));
        return {};
    }

private:
    const Actor& actor(Role role) const { return cast_.actors.at(role); }

    Result<void> open(const ExampleRequest& told)
    {
        const Actor& city = actor(Role::city_section);
        const Instant at = moment(told.entered_on, 0);
        const work_request::Opening opening{.title = told.title,
            .body = told.body,
            .entered_on = told.entered_on,
            .wish_on = work_request::default_wish_on(told.entered_on),
            .city_person = city.name,
            .division = told.division,
            .division_person = told.division_person,
            .contractor = cast_.example.contractor,
            .contractor_person = actor(Role::responsible).name,
            .work_types = told.work_types,
            .site = {},
            .device = {},
            .agreement = {}};
        TRY_ASSIGN(
            request_, work_request::open_request(tx_, cast_.profile, opening, new_id<WorkRequestId>(clock_), at));
        const audit::Cause cause{city, at};
        audit::record(tx_,
            work_request::creation_entry(work_request::entry_of(cause, {"work_request.created"}, request_), request_));
        return {};
    }

    Result<void> accept(const ExampleRequest& told)
    {
        const work_request::Acceptance acceptance{hours_from(told.planned_hours.value_or(1)), "", told.entered_on};
        return step("work_request.accepted", Role::responsible, moment(*told.accepted_on, 1),
            work_request::accept(request_, acceptance));
    }

    Result<void> record(const ExampleRequest& told)
    {
        work_request::Report report{told.result, told.procedure_followed, told.performed_on, told.performed_until,
            actor(Role::worker).name, {}};
        if (told.actual_hours)
            report.actual_hours = hours_from(*told.actual_hours);
        const LocalDay last = told.performed_until.value_or(*told.performed_on);
        return step("work_request.result_recorded", Role::worker, moment(last, 2),
            work_request::record_result(request_, report, last));
    }

    Result<void> sign(Side side, LocalDay day)
    {
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
    const Cast& cast_;
    const Clock& clock_;
    WorkRequest request_;
};

struct NewPerson {
    DemoSignIn sign_in;
    std::string hash;
};

Result<void> add_people(db::Tx& tx, Cast& cast, const std::vector<NewPerson>& people, const Clock& clock)
{
    for (const NewPerson& person : people) {
        const auto id = new_id<PersonId>(clock);
        TRY(account::insert(tx, account::Person{id, person.sign_in.login, person.sign_in.name}, clock.now()));
        account::set_password(tx, id, person.hash);
        const Membership membership{
            cast.example.contract, person.sign_in.role, cast.profile.period.first, std::nullopt};
        TRY(account::add_membership(tx, new_id<MembershipId>(clock), id, membership));
        cast.actors[person.sign_in.role] = Actor{id, person.sign_in.name, false, {membership}, Origin::command};
    }
    return {};
}

}

Result<std::vector<DemoSignIn>> load_worked_example(Program& program, const std::filesystem::path& file)
{
    TRY_ASSIGN(const Example example, read_example(file));
    TRY_ASSIGN(const auto profile, contract::profile(program.database(), program.profiles(), example.contract));
    const bool there = program.database().read([&](db::Reader& reader) {
        return account::find_person_by_login(reader, example.people.front().login).has_value();
    });
    if (there)
        return std::vector<DemoSignIn>{};
    std::vector<NewPerson> people;
    for (const ExamplePerson& person : example.people) {
        DemoSignIn sign_in{person.login, crypto::new_token().substr(0, 14), person.name, person.role};
        std::string hash = program.passwords().hash(sign_in.password);
        people.push_back({std::move(sign_in), std::move(hash)});
    }
    const auto stored = program.database().write([&](db::Tx& tx) -> Result<void> {
        Cast cast{example, *profile, {}};
        TRY(add_people(tx, cast, people, program.clock()));
        for (const ExampleRequest& told : example.requests)
            TRY(Story(tx, cast, program.clock()).tell(told));
        return {};
    });
    TRY(stored);
    std::vector<DemoSignIn> sign_ins;
    for (NewPerson& person : people)
        sign_ins.push_back(std::move(person.sign_in));
    return sign_ins;
}

}
