#include "features/notice/webhook_job.hpp"

#include "features/audit/audit_store.hpp"
#include "features/notice/webhook_store.hpp"
#include "platform/clock.hpp"
#include "platform/crypto.hpp"
#include "platform/key_file.hpp"
#include "platform/log.hpp"

#include <fmt/format.h>
#include <set>

namespace hoshuban::notice {
namespace {

constexpr int deliveries_at_once = 50;
constexpr int gone = 410;

/// Everything that leaves for one delivery.
struct Parcel {
    Webhook hook;
    std::string secret;
    std::string body;
};

void switch_off(db::Tx& tx, const Webhook& hook, const std::string& because, Instant now)
{
    Actor program;
    program.origin = Origin::job;
    disable(tx, hook, because, now);
    audit::Entry entry =
        audit::entry(audit::Cause{program, now}, hook.contract, "webhook.disabled", {"webhook", hook.id.text});
    entry.reason = because;
    audit::record(tx, entry);
}

// Durably on its way once this returns it.
std::optional<Parcel> pack(db::Tx& tx, const WebhookDelivery& delivery, const std::string& key, Instant now)
{
    if (!take(tx, delivery, now))
        return std::nullopt;
    const auto hook = get_webhook(tx, delivery.contract, delivery.webhook);
    if (!hook || hook->disabled_at) {
        settle(tx, delivery, {DeliveryState::dropped}, 0, "switched off", now);
        return std::nullopt;
    }
    auto secret = crypto::unseal(key, sealed_secret_of(tx, *hook));
    if (!secret) {
        settle(tx, delivery, {DeliveryState::failed}, 0, "the secret was sealed with another key", now);
        switch_off(tx, *hook, "署名の鍵を開けません（鍵のファイルが替わりました） / sealed with another key file", now);
        return std::nullopt;
    }
    return Parcel{*hook, *std::move(secret), body_of(tx, delivery)};
}

Attempt attempt_of(const outbound::PostOutcome& outcome)
{
    switch (outcome.fate) {
    case outbound::PostFate::arrived:
        return Attempt::arrived;
    case outbound::PostFate::forbidden:
        return Attempt::refused;
    case outbound::PostFate::answered:
        return outcome.status == gone ? Attempt::refused : Attempt::failed;
    case outbound::PostFate::failed:
        return Attempt::failed;
    }
    return Attempt::failed;
}

outbound::PostOutcome carry(
    const Messenger& messenger, const WebhookDelivery& delivery, const Parcel& parcel, const std::stop_token& stop)
{
    const std::int64_t timestamp = messenger.clock.now().time_since_epoch().count();
    const outbound::PostHeaders headers{{"Hoshuban-Id", delivery.id.text},
        {"Hoshuban-Timestamp", std::to_string(timestamp)},
        {"Hoshuban-Signature", signature(parcel.secret, timestamp, parcel.body)}};
    return outbound::post(parcel.hook.url, headers, parcel.body, messenger.outside.webhooks, stop);
}

void settle_carried(const Messenger& messenger, const WebhookDelivery& delivery, const Webhook& hook,
    const outbound::PostOutcome& outcome)
{
    const Instant now = messenger.clock.now();
    const Attempt attempt = attempt_of(outcome);
    messenger.database.write([&](db::Tx& tx) {
        settle(tx, delivery, after(attempt, delivery.attempts + 1, now), outcome.status, outcome.problem, now);
        const int failures = count_attempt(tx, hook, attempt == Attempt::arrived);
        if (failures >= most_failures)
            switch_off(tx, hook,
                fmt::format(
                    "続けて{}回送れませんでした（{}） / {} failures in a row", failures, outcome.problem, failures),
                now);
    });
}

}

std::string signature(const std::string& secret, std::int64_t timestamp, const std::string& body)
{
    return "v1=" + crypto::hex(crypto::hmac_sha256(secret, fmt::format("{}.{}", timestamp, body)));
}

int deliver_webhooks(const Messenger& messenger, const std::stop_token& stop)
{
    const Instant now = messenger.clock.now();
    messenger.database.write([&](db::Tx& tx) { give_up_lost_deliveries(tx, now); });
    const auto due =
        messenger.database.read([&](db::Reader& reader) { return due_deliveries(reader, now, deliveries_at_once); });
    if (due.empty())
        return 0;
    const auto key = key_of(messenger.outside.key_file);
    if (!key) {
        log::error("webhook.no_key", {{"error", key.error().text.en}});
        return 0;
    }
    int settled = 0;
    std::set<WebhookId> silent;
    for (const WebhookDelivery& delivery : due) {
        if (stop.stop_requested())
            break;
        if (silent.contains(delivery.webhook))
            continue;
        const auto parcel =
            messenger.database.write([&](db::Tx& tx) { return pack(tx, delivery, *key, messenger.clock.now()); });
        if (!parcel)
            continue;
        const auto outcome = carry(messenger, delivery, *parcel, stop);
        if (outcome.fate != outbound::PostFate::arrived)
            silent.insert(delivery.webhook);
        settle_carried(messenger, delivery, parcel->hook, outcome);
        ++settled;
    }
    return settled;
}

}
