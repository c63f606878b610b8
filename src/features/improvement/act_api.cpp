#include "features/improvement/act_api.hpp"

#include "features/device/reach.hpp"
#include "features/improvement/improvement_store.hpp"
#include "features/improvement/view_api.hpp"
#include "features/trend/trend_store.hpp"

#include <functional>

namespace hoshuban::improvement {
namespace {

using OneImprovement = http::Versioned<ImprovementView>;
using Change = std::function<Result<std::pair<Improvement, Happening>>(db::Reader&, const Improvement&, LocalDay)>;

// One act in the version that the caller saw; one transaction.
Result<OneImprovement> act(http::Context& context, const Change& change)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(device::check_sees_all(context.actor(), contract, "improvement/not_found"));
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<OneImprovement> {
        TRY_ASSIGN(const auto before, get_version(tx, contract, context.path<ImprovementId>("id"), version));
        TRY_ASSIGN(auto changed, change(tx, before, day_of(context.now())));
        auto& [wanted, happening] = changed;
        const Improvement after = update(tx, audit::cause_of(context), happening, before, std::move(wanted));
        return OneImprovement{view_of(after, context.actor()), after.version};
    });
}

using Changed = Result<std::pair<Improvement, Happening>>;

Result<OneImprovement> revise(http::Context& context, const PlanBody& body)
{
    return act(context, [&](db::Reader&, const Improvement& before, LocalDay today) -> Changed {
        TRY_ASSIGN(auto after, planned_anew(before, plan_of(body), today));
        return std::pair{std::move(after), Happening{"improvement.revised"}};
    });
}

Result<OneImprovement> decide(http::Context& context, const DecideImprovement& body)
{
    return act(context, [&](db::Reader&, const Improvement& before, LocalDay today) -> Changed {
        TRY_ASSIGN(
            auto after, decided(before, {body.accepts, body.on, body.by, body.reason, context.actor().name}, today));
        return std::pair{
            std::move(after), Happening{body.accepts ? "improvement.agreed" : "improvement.declined", body.reason}};
    });
}

Result<OneImprovement> start(http::Context& context, const StartImprovement& body)
{
    return act(context, [&](db::Reader&, const Improvement& before, LocalDay today) -> Changed {
        TRY_ASSIGN(auto after, started(before, {body.on, body.by}, today));
        return std::pair{std::move(after), Happening{"improvement.started"}};
    });
}

Result<std::optional<trend::Effect>> measured(
    db::Reader& reader, const contract::Profile& profile, const Basis& basis, const Check& check)
{
    if (basis.ground == Ground::other)
        return std::nullopt;
    if (basis.ground == Ground::estimate) {
        TRY_ASSIGN(auto effect, trend::effect_of(reader, profile, basis.id, check.effective_on, check.until));
        return effect;
    }
    const auto subject = basis.ground == Ground::unit ? trend::Subject::unit
        : basis.ground == Ground::model               ? trend::Subject::model
                                                      : trend::Subject::site;
    TRY_ASSIGN(auto effect,
        trend::effect_of(reader, profile, trend::SubjectKey{subject, basis.id, basis.device_class}, check.effective_on,
            check.until));
    return effect;
}

Result<OneImprovement> check(http::Context& context, const CheckImprovement& body, contract::ProfileCache& profiles)
{
    return act(context, [&](db::Reader& reader, const Improvement& before, LocalDay today) -> Changed {
        TRY_ASSIGN(auto after, checked(before, {body.effective_on, body.until, std::nullopt, body.text}, today));
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, before.contract_id));
        TRY_ASSIGN(after.check->effect, measured(reader, *profile, before.basis, *after.check));
        return std::pair{std::move(after), Happening{"improvement.checked"}};
    });
}

Result<OneImprovement> conclude(http::Context& context, const ConcludeImprovement& body)
{
    return act(context, [&](db::Reader&, const Improvement& before, LocalDay today) -> Changed {
        TRY_ASSIGN(auto after, concluded(before, {body.goes_on, body.on, body.by, body.text}, today));
        return std::pair{std::move(after), Happening{"improvement.concluded"}};
    });
}

Result<OneImprovement> withdraw(http::Context& context, const WithdrawImprovement& body)
{
    return act(context, [&](db::Reader&, const Improvement& before, LocalDay) -> Changed {
        TRY_ASSIGN(auto after, withdrawn(before, body.reason));
        const std::string reason = after.withdrawn;
        return std::pair{std::move(after), Happening{"improvement.withdrawn", reason}};
    });
}

}

Plan plan_of(const PlanBody& body)
{
    return {body.title, body.problem, body.measure, body.aim, body.person, body.due_on};
}

void add_act_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string one = "/api/v1/contracts/{contract}/improvements/{id}";
    router.put(one, [](http::Context& context, const PlanBody& body) { return revise(context, body); })
        .permission(Permission::record_incident)
        .summary({"改善提案を書き直す", "Write a proposal anew"});
    router
        .post(one + "/decision",
            [](http::Context& context, const DecideImprovement& body) { return decide(context, body); })
        .permission(Permission::direct_incident)
        .summary({"改善提案に市が答える", "Decide about a proposal, as the city"});
    router
        .post(one + "/start", [](http::Context& context, const StartImprovement& body) { return start(context, body); })
        .permission(Permission::record_incident)
        .summary({"改善に着手する", "Begin what was proposed"});
    router
        .post(one + "/check",
            [&profiles](
                http::Context& context, const CheckImprovement& body) { return check(context, body, profiles); })
        .permission(Permission::record_incident)
        .summary({"改善の効果を前後の件数で確かめる", "Check the effect by the counts before and after"});
    router
        .post(one + "/conclusion",
            [](http::Context& context, const ConcludeImprovement& body) { return conclude(context, body); })
        .permission(Permission::direct_incident)
        .summary({"改善提案を結ぶ", "Conclude a proposal"});
    router
        .post(one + "/withdrawal",
            [](http::Context& context, const WithdrawImprovement& body) { return withdraw(context, body); })
        .permission(Permission::record_incident)
        .summary({"改善提案を取り下げる", "Withdraw a proposal"});
}

}
