#pragma once
#include "features/audit/audit.hpp"
#include "features/notice/telling.hpp"
#include "features/notice/webhook.hpp"

namespace hoshuban::notice {

/// What a program is told of an event: what happened to what, when and by which side. No person is named and no text of
/// the row but its number and title; whoever wants more asks the API with a token.
std::string webhook_body(const DeliveryId&, const audit::Event&, const Rule&, const About&, const Text& what);
/// The same shape for a trial.
std::string trial_body(const DeliveryId&, const Webhook&, Instant now);

}
