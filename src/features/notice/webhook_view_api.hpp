#pragma once
#include "features/notice/webhook.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::notice {

struct WebhookView {
    WebhookId id;
    std::string name;
    std::string url;
    std::vector<Group> groups;
    Instant created_at;
    int failures = 0;
    std::optional<Instant> disabled_at;
    std::string disabled_because;
    int version = 1;
};

struct LabelledGroup {
    Group group = Group::request;
    Text label;
};

struct WebhookList {
    std::vector<WebhookView> items;
    std::vector<LabelledGroup> groups; ///< to choose from
    bool plain_http = false; ///< whether http is allowed
};

struct CreateWebhook {
    std::string name;
    std::string url;
    std::vector<Group> groups;
};

/// The only answers that hold the secret.
struct CreatedWebhook {
    WebhookView webhook;
    std::string secret;
};

struct EditWebhook {
    std::optional<std::string> name;
    std::optional<std::string> url;
    std::optional<std::vector<Group>> groups;
    std::optional<bool> disabled;
};

struct DeliveryView {
    DeliveryId id;
    std::int64_t sequence = 0;
    std::string kind;
    DeliveryState state = DeliveryState::ready;
    Instant created_at;
    Instant next_at;
    int attempts = 0;
    std::optional<Instant> settled_at;
    int status = 0;
    std::string problem;
};

struct DeliveryList {
    std::vector<DeliveryView> items;
};

json::Object describe(const WebhookView*);
json::Object describe(const LabelledGroup*);
json::Object describe(const WebhookList*);
json::Object describe(const CreateWebhook*);
json::Object describe(const CreatedWebhook*);
json::Object describe(const EditWebhook*);
json::Object describe(const DeliveryView*);
json::Object describe(const DeliveryList*);

WebhookView view_of(const Webhook&);
DeliveryView view_of(const WebhookDelivery&);

}
