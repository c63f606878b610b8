#pragma once
#include "core/result.hpp"
#include "features/notice/mail.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::notice {

/// The waiting letter of a person for this moment, or a new one with this id. Letters of one moment become one.
MailId letter_for(db::Tx&, const ContractId&, const PersonId&, Instant at, const MailId& fresh, Instant now);
void put_into(db::Tx&, const Notice&, const MailId&);

/// Letters whose moment has come, the longest waiting first.
std::vector<Mail> due_letters(db::Reader&, Instant now, int limit);
/// ready → sending. False when another process was first.
[[nodiscard]] bool take(db::Tx&, const Mail&, Instant now);
/// sending → what the attempt led to.
void settle(db::Tx&, const Mail&, const Verdict&, const std::string& problem, Instant now);
/// Letters whose process died while it sent them become unsure; how many.
int give_up_lost_letters(db::Tx&, Instant now);

/// What stands in a letter and is still to be told: seen by this person and not read meanwhile.
std::vector<Notice> contents(db::Reader&, const Mail&, const Sight&);

/// A letter as the administrator sees it: without what it says.
struct MailRow {
    Mail mail;
    std::string person_name;
    std::string address;
    int notices = 0;
};
/// The latest letters; those that need a decision when `unsettled`.
std::vector<MailRow> latest_letters(db::Reader&, bool unsettled, int limit);

/// unsure, failed → ready, at once. 404 when there is none, 409 when it is in another state.
Result<Mail> send_letter_again(db::Tx&, const ContractId&, const MailId&, Instant now);

}
