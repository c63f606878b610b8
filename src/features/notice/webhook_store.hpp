#pragma once
#include "core/result.hpp"
#include "features/notice/webhook.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::notice {

void insert(db::Tx&, const Webhook&, const std::string& sealed_secret);
std::vector<Webhook> list_webhooks(db::Reader&, const ContractId&);
/// Those that are told something at present.
std::vector<Webhook> live_webhooks(db::Reader&, const ContractId&);
/// 404 when there is none.
Result<Webhook> get_webhook(db::Reader&, const ContractId&, const WebhookId&);
std::string sealed_secret_of(db::Reader&, const Webhook&);
/// Stores name, URL, groups and whether it is switched off; 412 when somebody was faster.
Result<Webhook> update(db::Tx&, Webhook);
void set_secret(db::Tx&, const Webhook&, const std::string& sealed_secret);
void remove(db::Tx&, const Webhook&, Instant now);

/// Once for each event of a webhook; a trial has no event.
void insert_delivery(db::Tx&, const WebhookDelivery&, const std::string& body);
std::vector<WebhookDelivery> latest_deliveries(db::Reader&, const Webhook&, int limit);
std::vector<WebhookDelivery> due_deliveries(db::Reader&, Instant now, int limit);
std::string body_of(db::Reader&, const WebhookDelivery&);
[[nodiscard]] bool take(db::Tx&, const WebhookDelivery&, Instant now);
void settle(db::Tx&, const WebhookDelivery&, const Verdict&, int status, const std::string& problem, Instant now);
int give_up_lost_deliveries(db::Tx&, Instant now);
/// unsure, failed → ready, at once.
Result<WebhookDelivery> send_delivery_again(db::Tx&, const Webhook&, const DeliveryId&, Instant now);
/// What still waits for a webhook that is switched off or removed is dropped.
void drop_waiting(db::Tx&, const Webhook&, Instant now);

/// Counts an attempt: 0 again after one that arrived. The number of failures in a row.
int count_attempt(db::Tx&, const Webhook&, bool arrived);
void disable(db::Tx&, const Webhook&, const std::string& because, Instant now);

}
