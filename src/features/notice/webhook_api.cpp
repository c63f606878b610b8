#include "features/notice/webhook_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/notice/webhook_body_job.hpp"
#include "features/notice/webhook_store.hpp"
#include "features/notice/webhook_view_api.hpp"
#include "platform/crypto.hpp"
#include "platform/key_file.hpp"

namespace hoshuban::notice {
namespace {

constexpr int most_webhooks = 20;
constexpr int shown_deliveries = 50;
using OneWebhook = http::Versioned<WebhookView>;

// A token that could add an address would keep on reading after it was revoked.
Result<void> refuse_tokens(const http::Context& context)
{
    if (context.actor().origin != Origin::token)
        return {};
    return fail(ErrorKind::forbidden, "notice/webhook_by_token",
        {"トークンでWebhookを扱うことはできません。画面でログインしてください。",
            "webhooks cannot be handled by a token: sign in on the screen"});
}

ContractId contract_of(const http::Context& context)
{
    return context.path<ContractId>("contract");
}

Result<Webhook> asked_for(const http::Context& context, db::Reader& reader)
{
    return get_webhook(reader, contract_of(context), context.path<WebhookId>("webhook"));
}

std::string facts_json(const Webhook& hook)
{
    return json::print(std::map<std::string, std::string>{{"name", hook.name}, {"url", hook.url},
        {"groups", to_text(hook.groups)}, {"disabled", hook.disabled_at ? "true" : "false"}});
}

audit::Entry event(const http::Context& context, std::string_view kind, const Webhook& hook)
{
    return audit::entry(context, hook.contract, kind, {"webhook", hook.id.text});
}

Result<WebhookList> list_all(http::Context& context, const Outside& outside)
{
    WebhookList list{.items = {}, .groups = {}, .plain_http = outside.webhooks.plain_http};
    const auto hooks =
        context.database().read([&](db::Reader& reader) { return list_webhooks(reader, contract_of(context)); });
    for (const Webhook& hook : hooks)
        list.items.push_back(view_of(hook));
    for (const auto& [group, name] : names_of(static_cast<const Group*>(nullptr)))
        list.groups.push_back({group, label(group)});
    return list;
}

Result<void> check_room(db::Reader& reader, const ContractId& contract)
{
    if (list_webhooks(reader, contract).size() < most_webhooks)
        return {};
    return fail(ErrorKind::conflict, "notice/webhooks_full",
        {"Webhookは契約ごとに20件までです。使っていないものを削除してください。",
            "a contract has at most 20 webhooks: remove one that is not used"});
}

Result<http::Created<CreatedWebhook>> create(http::Context& context, const CreateWebhook& body, const Outside& outside)
{
    TRY(refuse_tokens(context));
    TRY(outbound::check_post_url(body.url, outside.webhooks));
    TRY_ASSIGN(auto name, check_webhook_name(body.name));
    TRY_ASSIGN(const auto key, key_of(outside.key_file));
    const std::string secret = crypto::new_token();
    const Webhook hook{.contract = contract_of(context),
        .id = context.new_id<WebhookId>(),
        .name = std::move(name),
        .url = body.url,
        .groups = body.groups,
        .created_at = context.now()};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<CreatedWebhook>> {
        TRY(check_room(tx, hook.contract));
        insert(tx, hook, crypto::seal(key, secret));
        audit::Entry entry = event(context, "webhook.created", hook);
        entry.after = facts_json(hook);
        audit::record(tx, entry);
        return http::Created<CreatedWebhook>{{view_of(hook), secret}, context.request().path + "/" + hook.id.text};
    });
}

Result<Webhook> edited(Webhook hook, const EditWebhook& body, const Outside& outside, Instant now)
{
    if (body.name) {
        TRY_ASSIGN(hook.name, check_webhook_name(*body.name));
    }
    if (body.url) {
        TRY(outbound::check_post_url(*body.url, outside.webhooks));
        hook.url = *body.url;
    }
    hook.groups = body.groups.value_or(hook.groups);
    if (body.disabled && *body.disabled != hook.disabled_at.has_value()) {
        hook.disabled_at = *body.disabled ? std::optional{now} : std::nullopt;
        hook.disabled_because.clear();
    }
    return hook;
}

Result<OneWebhook> edit(http::Context& context, const EditWebhook& body, const Outside& outside)
{
    TRY(refuse_tokens(context));
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<OneWebhook> {
        TRY_ASSIGN(auto before, asked_for(context, tx));
        before.version = version;
        TRY_ASSIGN(auto wanted, edited(before, body, outside, context.now()));
        TRY_ASSIGN(const auto after, update(tx, std::move(wanted)));
        if (after.disabled_at)
            drop_waiting(tx, after, context.now());
        audit::Entry entry = event(context, "webhook.changed", after);
        entry.before = facts_json(before);
        entry.after = facts_json(after);
        audit::record(tx, entry);
        return OneWebhook{view_of(after), after.version};
    });
}

Result<CreatedWebhook> renew_secret(http::Context& context, const Outside& outside)
{
    TRY(refuse_tokens(context));
    TRY_ASSIGN(const auto key, key_of(outside.key_file));
    const std::string secret = crypto::new_token();
    return context.database().write([&](db::Tx& tx) -> Result<CreatedWebhook> {
        TRY_ASSIGN(const auto hook, asked_for(context, tx));
        set_secret(tx, hook, crypto::seal(key, secret));
        audit::record(tx, event(context, "webhook.secret_renewed", hook));
        TRY_ASSIGN(const auto renewed, asked_for(context, tx));
        return CreatedWebhook{view_of(renewed), secret};
    });
}

Result<http::NoContent> remove_one(http::Context& context)
{
    TRY(refuse_tokens(context));
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto hook, asked_for(context, tx));
        remove(tx, hook, context.now());
        audit::Entry entry = event(context, "webhook.removed", hook);
        entry.before = facts_json(hook);
        audit::record(tx, entry);
        return http::NoContent{};
    });
}

// The request only puts it into the queue: no answer of a person waits for a program far away.
Result<DeliveryView> try_out(http::Context& context)
{
    TRY(refuse_tokens(context));
    return context.database().write([&](db::Tx& tx) -> Result<DeliveryView> {
        TRY_ASSIGN(const auto hook, asked_for(context, tx));
        if (hook.disabled_at) {
            return fail(ErrorKind::conflict, "notice/webhook_disabled",
                {"停止中です。先に再開してください。", "it is switched off: switch it on first"});
        }
        const WebhookDelivery trial{.contract = hook.contract,
            .id = context.new_id<DeliveryId>(),
            .webhook = hook.id,
            .kind = "webhook.trial",
            .created_at = context.now(),
            .next_at = context.now()};
        insert_delivery(tx, trial, trial_body(trial.id, hook, context.now()));
        return view_of(trial);
    });
}

Result<DeliveryList> list_deliveries(http::Context& context)
{
    return context.database().read([&](db::Reader& reader) -> Result<DeliveryList> {
        TRY_ASSIGN(const auto hook, asked_for(context, reader));
        DeliveryList list;
        for (const WebhookDelivery& delivery : latest_deliveries(reader, hook, shown_deliveries))
            list.items.push_back(view_of(delivery));
        return list;
    });
}

Result<DeliveryView> send_again(http::Context& context)
{
    TRY(refuse_tokens(context));
    return context.database().write([&](db::Tx& tx) -> Result<DeliveryView> {
        TRY_ASSIGN(const auto hook, asked_for(context, tx));
        TRY_ASSIGN(
            const auto delivery, send_delivery_again(tx, hook, context.path<DeliveryId>("delivery"), context.now()));
        audit::record(tx, event(context, "webhook.sent_again", hook));
        return view_of(delivery);
    });
}

}

void add_webhook_routes(http::Router& router, const Outside& outside)
{
    const std::string all = "/api/v1/contracts/{contract}/webhooks";
    const std::string one = all + "/{webhook}";
    constexpr Permission needed = Permission::manage_webhooks;
    router.get(all, [&outside](http::Context& context) { return list_all(context, outside); })
        .permission(needed)
        .summary({"Webhookの一覧", "List webhooks"});
    router
        .post(all,
            [&outside](http::Context& context, const CreateWebhook& body) { return create(context, body, outside); })
        .permission(needed)
        .summary({"Webhookを登録する", "Add a webhook"});
    router
        .patch(
            one, [&outside](http::Context& context, const EditWebhook& body) { return edit(context, body, outside); })
        .permission(needed)
        .summary({"Webhookを変更、停止、再開する", "Change a webhook, switch it off or on"});
    router.del(one, remove_one).permission(needed).summary({"Webhookを削除する", "Remove a webhook"});
    router.post(one + "/secret", [&outside](http::Context& context) { return renew_secret(context, outside); })
        .permission(needed)
        .summary({"Webhookの署名の鍵を新しくする", "Renew the secret of a webhook"});
    router.post(one + "/trial", try_out).permission(needed).summary({"Webhookに試しに送る", "Try a webhook out"});
    router.get(one + "/deliveries", list_deliveries)
        .permission(needed)
        .summary({"Webhookの送信の一覧", "List the deliveries of a webhook"});
    router.post(one + "/deliveries/{delivery}/send-again", send_again)
        .permission(needed)
        .summary({"Webhookの送信をやり直す", "Send a delivery again"});
}

}
