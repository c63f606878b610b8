#include "features/people/worker_api.hpp"

#include "features/contract/contract_store.hpp"
#include "features/people/announcing_api.hpp"
#include "features/people/event_api.hpp"
#include "features/people/people_store.hpp"
#include "features/people/staff_terms.hpp"

namespace hoshuban::people {

struct RecordTraining {
    std::string subject;
    LocalDay held_on;
    TrainingResult result = TrainingResult::completed;
    std::string note;
};

static auto describe(const RecordTraining*)
{
    using B = RecordTraining;
    return json::object<B>("RecordTraining",
        json::field("subject", &B::subject, {"教育の内容", "Training"}, json::length(1, 200)),
        json::field("held_on", &B::held_on, {"教育の日", "Held on"}),
        json::field("result", &B::result, {"結果", "Result"}, json::defaulted()),
        json::field("note", &B::note, {"メモ", "Note"}, json::length(0, 500), json::defaulted()));
}

struct RecordPledge {
    LocalDay pledged_on;
};

static auto describe(const RecordPledge*)
{
    return json::object<RecordPledge>(
        "RecordPledge", json::field("pledged_on", &RecordPledge::pledged_on, {"誓約書の日", "Pledged on"}));
}

struct LinkAccount {
    std::optional<PersonId> person_id;
};

static auto describe(const LinkAccount*)
{
    return json::object<LinkAccount>(
        "LinkAccount", json::field("person_id", &LinkAccount::person_id, {"利用者", "Account"}));
}

struct DemandMeasures {
    std::string reason;
};

static auto describe(const DemandMeasures*)
{
    return json::object<DemandMeasures>(
        "DemandMeasures", json::field("reason", &DemandMeasures::reason, {"理由", "Reason"}, json::length(1, 2000)));
}

struct AnswerDemand {
    std::string answer;
};

static auto describe(const AnswerDemand*)
{
    return json::object<AnswerDemand>(
        "AnswerDemand", json::field("answer", &AnswerDemand::answer, {"回答", "Answer"}, json::length(1, 2000)));
}

namespace {

Result<void> not_ahead(std::string_view field, LocalDay day, LocalDay today)
{
    if (day <= today)
        return {};
    return fail(ErrorKind::invalid, "people/day_ahead", {"先の日は記録できません。", "a day ahead cannot be recorded"},
        {{std::string(field), "people/day_ahead", {"今日までの日を書いてください。", "write a day until today"}}});
}

Result<http::NoContent> record_training(http::Context& context, const RecordTraining& body)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(not_ahead("held_on", body.held_on, day_of(context.now())));
    const Training training{context.new_id<TrainingId>(), body.subject, body.held_on, body.result, body.note};
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto worker, get_worker(tx, contract, context.path<WorkerId>("id")));
        insert(tx, worker, training, context.actor(), context.now());
        record(tx, audit::cause_of(context), {"worker.trained"}, worker, {},
            {{"subject", training.subject}, {"held_on", to_text(training.held_on)},
                {"result", std::string(name_of(training.result))}, {"note", training.note}});
        return http::NoContent{};
    });
}

// The frame of what changes the row itself: version, change, event.
template <class Change>
Result<http::NoContent> change_worker(http::Context& context, std::string_view kind, Change change)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(auto worker, get_version(tx, contract, context.path<WorkerId>("id"), version));
        const auto facts = [](const Worker& each) {
            return Facts{{"person_id", each.person ? each.person->text : ""},
                {"pledged_on", each.pledged_on ? to_text(*each.pledged_on) : ""}};
        };
        Facts before = facts(worker);
        TRY(change(tx, worker));
        TRY_ASSIGN(worker, update(tx, std::move(worker)));
        record(tx, audit::cause_of(context), {kind}, worker, std::move(before), facts(worker));
        return http::NoContent{};
    });
}

Result<http::NoContent> record_pledge(http::Context& context, const RecordPledge& body)
{
    return change_worker(context, "worker.pledged", [&](db::Tx&, Worker& worker) -> Result<void> {
        TRY(not_ahead("pledged_on", body.pledged_on, day_of(context.now())));
        worker.pledged_on = body.pledged_on;
        return {};
    });
}

Result<http::NoContent> link_account(http::Context& context, const LinkAccount& body)
{
    return change_worker(context, "worker.linked", [&](db::Tx& tx, Worker& worker) -> Result<void> {
        TRY(check_account(tx, worker.contract_id, body.person_id));
        worker.person = body.person_id;
        return {};
    });
}

Result<void> check_city(const http::Context& context)
{
    if (context.actor().side(context.path<ContractId>("contract")) == Side::city)
        return {};
    return fail(ErrorKind::forbidden, "people/city_only",
        {"措置を求められるのは市だけです。", "only the city demands measures"});
}

Result<http::NoContent> demand_measures(http::Context& context, const DemandMeasures& body, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(check_city(context));
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    if (!terms_of(profile->staff).measures) {
        return fail(ErrorKind::conflict, "people/no_measures",
            {"この契約に、従事者についての措置を求める定めはありません。",
                "the contract does not let the city demand measures about a worker"});
    }
    const Demand demand{context.new_id<DemandId>(), body.reason, context.now(), context.actor().name};
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto worker, get_worker(tx, contract, context.path<WorkerId>("id")));
        insert(tx, worker, demand, context.actor().person);
        record(tx, audit::cause_of(context), {"worker.measures_demanded", demand.reason}, worker, {}, {});
        return http::NoContent{};
    });
}

Result<http::NoContent> answer_one(http::Context& context, const AnswerDemand& body)
{
    const auto contract = context.path<ContractId>("contract");
    const Demand demand{.id = context.path<DemandId>("demand"),
        .reason = {},
        .demanded_at = {},
        .demanded_by = {},
        .answer = body.answer,
        .answered_at = context.now(),
        .answered_by = context.actor().name};
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto worker, get_worker(tx, contract, context.path<WorkerId>("id")));
        TRY(answer_demand(tx, worker, demand));
        record(tx, audit::cause_of(context), {"worker.demand_answered"}, worker, {}, {{"answer", body.answer}});
        return http::NoContent{};
    });
}

Result<http::NoContent> close_one(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(check_city(context));
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto worker, get_worker(tx, contract, context.path<WorkerId>("id")));
        TRY(close_demand(tx, worker, context.path<DemandId>("demand"), context.now()));
        record(tx, audit::cause_of(context), {"worker.demand_closed"}, worker, {}, {});
        return http::NoContent{};
    });
}

void add_demand_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/roster/{id}/demands";
    router
        .post(all,
            [rooms](
                http::Context& context, const DemandMeasures& body) { return demand_measures(context, body, rooms); })
        .permission(Permission::view_roster)
        .summary({"従事者についての措置を求める", "Demand measures about a worker"});
    router.post(all + "/{demand}/answer", answer_one)
        .permission(Permission::keep_roster)
        .summary({"措置の求めに答える", "Answer a demand"});
    router.post(all + "/{demand}/close", close_one)
        .permission(Permission::view_roster)
        .summary({"措置の求めを終える", "Close a demand that was answered"});
}

}

void add_worker_routes(http::Router& router, const Rooms& rooms)
{
    const std::string one = "/api/v1/contracts/{contract}/roster/{id}";
    router.post(one + "/trainings", record_training)
        .permission(Permission::keep_roster)
        .summary({"従事者の教育を記録する", "Record a training of a worker"});
    router.put(one + "/pledge", record_pledge)
        .permission(Permission::keep_roster)
        .summary({"従事者の誓約書を登録する", "Record the pledge of a worker"});
    router.put(one + "/account", link_account)
        .permission(Permission::keep_roster)
        .summary({"従事者を利用者に結び付ける", "Tie a worker to an account"});
    add_demand_routes(router, rooms);
}

}
