#pragma once
#include "core/id.hpp"
#include "features/notice/delivery.hpp"
#include "features/notice/kind_rule.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::notice {

using DeliveryId = Id<struct DeliveryTag>;

/// A program outside that is told of a contract's events.
struct Webhook {
    ContractId contract;
    WebhookId id;
    std::string name;
    std::string url;
    std::vector<Group> groups;
    Instant created_at;
    int failures = 0; ///< attempts in a row that did not arrive
    std::optional<Instant> disabled_at = {};
    std::string disabled_because = {};
    int version = 1;

    bool hears(Group) const;
};

/// Attempts in a row after which a webhook is switched off.
inline constexpr int most_failures = 20;

/// One event on its way to one program.
struct WebhookDelivery {
    ContractId contract = {};
    DeliveryId id = {};
    WebhookId webhook = {};
    std::int64_t sequence = 0; ///< of the event; 0: a trial
    std::string kind = {};
    DeliveryState state = DeliveryState::ready;
    Instant created_at = {};
    Instant next_at = {};
    int attempts = 0;
    std::optional<Instant> settled_at = {};
    int status = 0; ///< the last HTTP status; 0: there was no answer
    std::string problem = {};
};

/// The groups as they are stored: names between commas.
std::string to_text(const std::vector<Group>&);
std::vector<Group> groups_from(std::string_view);

/// One line of 1 to 100 characters.
Result<std::string> check_webhook_name(std::string_view);

}
