#include "features/notice/webhook_body_job.hpp"

#include "formats/json.hpp"

namespace hoshuban::notice {

struct HookSubject {
    std::string kind;
    std::string id;
    std::string number;
    std::string title;
    std::string path;
};

static json::Object describe(const HookSubject*)
{
    using V = HookSubject;
    return json::object<V>("HookSubject", json::field("kind", &V::kind), json::field("id", &V::id),
        json::field("number", &V::number), json::field("title", &V::title), json::field("path", &V::path));
}

struct HookBody {
    std::string id;
    ContractId contract;
    std::int64_t sequence = 0;
    Instant at;
    std::string kind;
    Group group = Group::system;
    bool urgent = false;
    Text what;
    Side side = Side::neutral;
    HookSubject subject;
};

static json::Object describe(const HookBody*)
{
    using V = HookBody;
    return json::object<V>("HookBody", json::field("id", &V::id), json::field("contract", &V::contract),
        json::field("sequence", &V::sequence), json::field("at", &V::at), json::field("kind", &V::kind),
        json::field("group", &V::group), json::field("urgent", &V::urgent), json::field("what", &V::what),
        json::field("side", &V::side), json::field("subject", &V::subject));
}

std::string webhook_body(
    const DeliveryId& id, const audit::Event& event, const Rule& rule, const About& about, const Text& what)
{
    const audit::Entry& entry = event.entry;
    return json::print(HookBody{.id = id.text,
        .contract = entry.chain,
        .sequence = event.sequence,
        .at = entry.at,
        .kind = entry.kind,
        .group = rule.group,
        .urgent = rule.urgent,
        .what = what,
        .side = entry.side,
        .subject = {entry.subject.kind, entry.subject.id, about.number, about.title, about.path}});
}

std::string trial_body(const DeliveryId& id, const Webhook& hook, Instant now)
{
    return json::print(HookBody{.id = id.text,
        .contract = hook.contract,
        .at = now,
        .kind = "webhook.trial",
        .what = {"試験送信", "Trial"},
        .subject = {"webhook", hook.id.text, "", hook.name, ""}});
}

}
