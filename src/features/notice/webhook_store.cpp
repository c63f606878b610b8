#include "features/notice/webhook_store.hpp"

#include "features/notice/sql.hpp"

namespace hoshuban::notice {
namespace {

Webhook webhook_from(const db::Row& row)
{
    return {.contract = row.get<ContractId>("contract_id"),
        .id = row.get<WebhookId>("id"),
        .name = row.get<std::string>("name"),
        .url = row.get<std::string>("url"),
        .groups = groups_from(row.get<std::string>("kind_groups")),
        .created_at = row.get<Instant>("created_at"),
        .failures = row.get<int>("failures"),
        .disabled_at = row.get<std::optional<Instant>>("disabled_at"),
        .disabled_because = row.get<std::string>("disabled_because"),
        .version = row.get<int>("version")};
}

WebhookDelivery delivery_from(const db::Row& row)
{
    return {.contract = row.get<ContractId>("contract_id"),
        .id = row.get<DeliveryId>("id"),
        .webhook = row.get<WebhookId>("webhook_id"),
        .sequence = row.get<std::int64_t>("sequence"),
        .kind = row.get<std::string>("kind"),
        .state = row.get<DeliveryState>("state"),
        .created_at = row.get<Instant>("created_at"),
        .next_at = row.get<Instant>("next_at"),
        .attempts = row.get<int>("attempts"),
        .settled_at = row.get<std::optional<Instant>>("settled_at"),
        .status = row.get<int>("status"),
        .problem = row.get<std::string>("problem")};
}

}

void insert(db::Tx& tx, const Webhook& hook, const std::string& sealed_secret)
{
    tx.execute(sql::insert_webhook, hook.contract, hook.id, hook.name, hook.url, db::BytesView{sealed_secret},
        to_text(hook.groups), hook.created_at);
}

std::vector<Webhook> list_webhooks(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_webhooks, contract).map(webhook_from);
}

std::vector<Webhook> live_webhooks(db::Reader& reader, const ContractId& contract)
{
    auto all = list_webhooks(reader, contract);
    std::erase_if(all, [](const Webhook& hook) { return hook.disabled_at.has_value(); });
    return all;
}

Result<Webhook> get_webhook(db::Reader& reader, const ContractId& contract, const WebhookId& id)
{
    auto found = reader.query(sql::find_webhook, contract, id).one_or_none(webhook_from);
    if (!found)
        return fail(
            ErrorKind::not_found, "notice/no_webhook", {"Webhookが見つかりません。", "there is no such webhook"});
    return *std::move(found);
}

std::string sealed_secret_of(db::Reader& reader, const Webhook& hook)
{
    return reader.query(sql::find_webhook_secret, hook.contract, hook.id).one([](const db::Row& row) {
        return row.get<db::Bytes>("sealed_secret").data;
    });
}

Result<Webhook> update(db::Tx& tx, Webhook hook)
{
    if (tx.execute(sql::update_webhook, hook.contract, hook.id, hook.version, hook.name, hook.url, to_text(hook.groups),
            hook.disabled_at, hook.disabled_because) == 0) {
        return fail(ErrorKind::precondition, "notice/webhook_changed",
            {"ほかの人が先に変更しました。最新の内容を確かめてください。",
                "somebody else changed this first: look at the present content"});
    }
    ++hook.version;
    return hook;
}

void set_secret(db::Tx& tx, const Webhook& hook, const std::string& sealed_secret)
{
    tx.execute(sql::set_webhook_secret, hook.contract, hook.id, db::BytesView{sealed_secret});
}

void remove(db::Tx& tx, const Webhook& hook, Instant now)
{
    tx.execute(sql::remove_webhook, hook.contract, hook.id, now);
    drop_waiting(tx, hook, now);
}

void insert_delivery(db::Tx& tx, const WebhookDelivery& delivery, const std::string& body)
{
    tx.execute(sql::insert_delivery, delivery.contract, delivery.id, delivery.webhook, delivery.sequence, delivery.kind,
        body, delivery.created_at);
}

std::vector<WebhookDelivery> latest_deliveries(db::Reader& reader, const Webhook& hook, int limit)
{
    return reader.query(sql::list_deliveries, hook.contract, hook.id, limit).map(delivery_from);
}

std::vector<WebhookDelivery> due_deliveries(db::Reader& reader, Instant now, int limit)
{
    return reader.query(sql::list_due_deliveries, now, limit).map(delivery_from);
}

std::string body_of(db::Reader& reader, const WebhookDelivery& delivery)
{
    return reader.query(sql::find_delivery_body, delivery.contract, delivery.id).one([](const db::Row& row) {
        return row.get<std::string>("body");
    });
}

bool take(db::Tx& tx, const WebhookDelivery& delivery, Instant now)
{
    return tx.execute(sql::take_delivery, delivery.contract, delivery.id, now) == 1;
}

void settle(db::Tx& tx, const WebhookDelivery& delivery, const Verdict& verdict, int status, const std::string& problem,
    Instant now)
{
    tx.execute(sql::settle_delivery, delivery.contract, delivery.id, verdict.state,
        verdict.next_at.value_or(delivery.next_at), status, problem, now);
}

int give_up_lost_deliveries(db::Tx& tx, Instant now)
{
    return static_cast<int>(tx.execute(sql::lose_deliveries, now - longest_sending, now));
}

Result<WebhookDelivery> send_delivery_again(db::Tx& tx, const Webhook& hook, const DeliveryId& id, Instant now)
{
    auto found = tx.query(sql::find_delivery, hook.contract, hook.id, id).one_or_none(delivery_from);
    if (!found)
        return fail(
            ErrorKind::not_found, "notice/no_delivery", {"送信が見つかりません。", "there is no such delivery"});
    if (tx.execute(sql::send_delivery_again, hook.contract, id, now) == 0) {
        return fail(ErrorKind::conflict, "notice/delivery_settled",
            {"送り直せるのは、送れなかったものと、届いたか分からないものだけです。",
                "only what failed or whose fate is unknown can be sent again"});
    }
    found->state = DeliveryState::ready;
    found->next_at = now;
    return *std::move(found);
}

void drop_waiting(db::Tx& tx, const Webhook& hook, Instant now)
{
    tx.execute(sql::drop_deliveries, hook.contract, hook.id, now);
}

int count_attempt(db::Tx& tx, const Webhook& hook, bool arrived)
{
    return tx.query(sql::count_attempt, hook.contract, hook.id, arrived).one([](const db::Row& row) {
        return row.get<int>("failures");
    });
}

void disable(db::Tx& tx, const Webhook& hook, const std::string& because, Instant now)
{
    tx.execute(sql::disable_webhook, hook.contract, hook.id, now, because);
    drop_waiting(tx, hook, now);
}

}
